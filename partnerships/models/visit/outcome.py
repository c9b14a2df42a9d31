"""Outcomes (성과): what a visit brought, and what became of each."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part
from partnerships.models.side import Side
from partnerships.models.types import Bilingual, Choice, choice_column
from partnerships.models.visit.points import TalkingPoint
from partnerships.models.visit.programme import ProgrammeItem
from partnerships.models.visit.task import Task

if TYPE_CHECKING:
    from partnerships.models.activity import Activity
    from partnerships.models.agreement import Commitment
    from partnerships.models.visit.visit import Visit


class OutcomeKind(Choice):
    """What kind of result it is."""

    AGREED = "agreed", N_("Agreed")
    PROMISED = "promised", N_("Promised")
    PROPOSED = "proposed", N_("Proposed")
    LEARNED = "learned", N_("Learned")
    OTHER = "other", N_("Other")


class Outcome(Part, Base):
    """One result of a visit. Its ``number`` within the visit is given once.

    What it became is one step away: a commitment, a task, an activity, or several of them.
    """

    __tablename__ = "outcomes"
    __table_args__ = (
        UniqueConstraint("visit_id", "number"),
        CheckConstraint("text_ko IS NOT NULL OR text_en IS NOT NULL", name="text_given"),
    )
    part_of = "visit_id"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visits.id"), index=True)
    number: Mapped[int]
    item_id: Mapped[int | None] = mapped_column(ForeignKey("programme_items.id"), index=True)
    point_id: Mapped[int | None] = mapped_column(ForeignKey("talking_points.id"), index=True)
    kind: Mapped[OutcomeKind] = choice_column(OutcomeKind, "kind", default=OutcomeKind.AGREED)
    owed_by: Mapped[Side | None] = choice_column(Side, "owed_by", nullable=True)
    text_ko: Mapped[str | None] = mapped_column(Text)
    text_en: Mapped[str | None] = mapped_column(Text)
    text: Mapped[Bilingual] = composite("text_ko", "text_en")
    note: Mapped[str | None] = mapped_column(Text)
    commitment_id: Mapped[int | None] = mapped_column(ForeignKey("commitments.id"), index=True)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("tasks.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"), index=True)

    visit: Mapped["Visit"] = relationship(back_populates="outcomes", lazy="raise")
    item: Mapped[ProgrammeItem | None] = relationship(lazy="raise")
    point: Mapped[TalkingPoint | None] = relationship(lazy="raise")
    commitment: Mapped["Commitment | None"] = relationship(lazy="raise")
    task: Mapped[Task | None] = relationship(lazy="raise")
    activity: Mapped["Activity | None"] = relationship(lazy="raise")
