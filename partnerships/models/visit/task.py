"""Tasks (업무): what has to be done before a visit and after it, and the checklists that they come from."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Base, Part
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.types import Bilingual, Choice, choice_column
from partnerships.models.visit.programme import ProgrammeItem
from partnerships.models.visit.visit import Direction, VisitKind

if TYPE_CHECKING:
    from partnerships.models.visit.visit import Visit


class TaskPhase(Choice):
    """When in a visit's life a task belongs."""

    PREPARATION = "preparation", N_("Preparation")
    FOLLOW_UP = "follow_up", N_("Follow-up")


class TaskStatus(Choice):
    """How far a task has come."""

    OPEN = "open", N_("To do")
    DONE = "done", N_("Done")
    DROPPED = "dropped", N_("Not needed")


class Anchor(Choice):
    """The day from which a task's due date is counted."""

    ARRIVAL = "arrival", N_("Day of arrival")
    DEPARTURE = "departure", N_("Day of departure")


class ChecklistStep(Part, Base):
    """One line of a home city's checklist for visits: a task that every visit of its kind begins with.

    ``direction`` and ``kind`` narrow the visits; empty, the step is for all. The due date is ``offset_days`` after the
    ``anchor``: -60 is two months before.
    """

    __tablename__ = "checklist_steps"
    __table_args__ = (CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),)
    part_of = "home_id"

    home_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    direction: Mapped[Direction | None] = choice_column(Direction, "direction", nullable=True)
    kind: Mapped[VisitKind | None] = choice_column(VisitKind, "kind", nullable=True)
    phase: Mapped[TaskPhase] = choice_column(TaskPhase, "phase", default=TaskPhase.PREPARATION)
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    note: Mapped[str | None] = mapped_column(Text)
    anchor: Mapped[Anchor] = choice_column(Anchor, "anchor", default=Anchor.ARRIVAL)
    offset_days: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)

    home: Mapped[City] = relationship(lazy="raise")


class Task(Part, Base):
    """Something that somebody has to do for a visit, with its due date and its owner."""

    __tablename__ = "tasks"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("(anchor IS NULL) = (offset_days IS NULL)", name="offset_with_anchor"),
        CheckConstraint("status <> 'dropped' OR status_reason IS NOT NULL", name="dropping_reasoned"),
    )
    part_of = "visit_id"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visits.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("programme_items.id"), index=True)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("checklist_steps.id"), index=True)
    phase: Mapped[TaskPhase] = choice_column(TaskPhase, "phase", default=TaskPhase.PREPARATION)
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    note: Mapped[str | None] = mapped_column(Text)
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    department_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    # Counted from the visit's days while an anchor is there, and moved with them; else as an officer set it.
    anchor: Mapped[Anchor | None] = choice_column(Anchor, "anchor", nullable=True)
    offset_days: Mapped[int | None]
    due_on: Mapped[date | None] = mapped_column(index=True)
    status: Mapped[TaskStatus] = choice_column(TaskStatus, "status", default=TaskStatus.OPEN, index=True)
    status_reason: Mapped[str | None] = mapped_column(Text)
    done_on: Mapped[date | None]

    visit: Mapped["Visit"] = relationship(back_populates="tasks", lazy="raise")
    item: Mapped[ProgrammeItem | None] = relationship(lazy="raise")
    step: Mapped[ChecklistStep | None] = relationship(lazy="raise")
    owner: Mapped[User | None] = relationship(lazy="raise")
    department: Mapped[Organisation | None] = relationship(lazy="raise")
