"""Commitments (이행과제): each operative clause of an agreement, and each promise of a visit, as something owed."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table, Text, UniqueConstraint
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Base, Part
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.side import Side
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date
from partnerships.models.visit import Visit

if TYPE_CHECKING:
    from partnerships.models.agreement.agreement import Agreement
    from partnerships.models.agreement.evidence import Evidence


class CommitmentKind(Choice):
    """What is promised."""

    SHARE_POLICY = "share_policy", N_("Share policy")
    JOIN_BODY = "join_body", N_("Join bodies and conferences")
    INSTITUTIONS = "institutions", N_("Connect institutions")
    STAFF_EXCHANGE = "staff_exchange", N_("Exchange staff")
    EVENTS = "events", N_("Hold events")
    CONSULT = "consult", N_("Consult")
    OTHER = "other", N_("Other")


class CommitmentStatus(Choice):
    """How far a commitment has come."""

    OPEN = "open", N_("Open")
    UNDER_WAY = "under_way", N_("Under way")
    FULFILLED = "fulfilled", N_("Fulfilled")
    DROPPED = "dropped", N_("Dropped")


class Cadence(Choice):
    """How often a commitment falls due."""

    NOT_STATED = "not_stated", N_("Not stated")
    ONCE = "once", N_("Once")
    YEARLY = "yearly", N_("Every year")
    EVERY_N_YEARS = "every_n_years", N_("Every few years")


class TextBasis(Choice):
    """Whether the words are those of the signed text or those of somebody who reported it."""

    AS_SIGNED = "as_signed", N_("As signed")
    AS_REPORTED = "as_reported", N_("As reported")


commitment_areas = Table(
    "commitment_areas",
    Base.metadata,
    Column("commitment_id", ForeignKey("commitments.id"), primary_key=True),
    Column("area_id", ForeignKey("cooperation_areas.id"), primary_key=True, index=True),
)


class Commitment(Part, Base):
    """One promise, of a clause or made at a visit. Its ``number`` within that source is given once."""

    __tablename__ = "commitments"
    __table_args__ = (
        UniqueConstraint("agreement_id", "number"),
        UniqueConstraint("visit_id", "number"),
        CheckConstraint("(agreement_id IS NULL) <> (visit_id IS NULL)", name="one_source"),
        CheckConstraint("text_ko IS NOT NULL OR text_en IS NOT NULL", name="text_given"),
        CheckConstraint("text_basis <> 'as_reported' OR source IS NOT NULL", name="report_sourced"),
        CheckConstraint("status <> 'dropped' OR status_reason IS NOT NULL", name="dropping_reasoned"),
        CheckConstraint("(cadence = 'every_n_years') = (cadence_years IS NOT NULL)", name="cadence_years_with_kind"),
    )
    part_of = "agreement_id", "visit_id"

    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    number: Mapped[int]
    clause: Mapped[str | None] = mapped_column(String(40))
    text_ko: Mapped[str | None] = mapped_column(Text)
    text_en: Mapped[str | None] = mapped_column(Text)
    text: Mapped[Bilingual] = composite("text_ko", "text_en")
    text_basis: Mapped[TextBasis] = choice_column(TextBasis, "text_basis", default=TextBasis.AS_SIGNED)
    source: Mapped[str | None] = mapped_column(String(500))
    kind: Mapped[CommitmentKind] = choice_column(CommitmentKind, "kind", default=CommitmentKind.OTHER)
    owed_by: Mapped[Side] = choice_column(Side, "owed_by", default=Side.BOTH)
    department_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    officer_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    counterpart: Mapped[str | None] = mapped_column(String(300))
    begins: Composite[PartialDate | None] = partial_date("begins")
    due: Composite[PartialDate | None] = partial_date("due")
    cadence: Mapped[Cadence] = choice_column(Cadence, "cadence", default=Cadence.NOT_STATED)
    cadence_years: Mapped[int | None]
    hosts_alternate: Mapped[bool] = mapped_column(default=False)
    condition: Mapped[str | None] = mapped_column(Text)
    cost_share: Mapped[str | None] = mapped_column(String(300))
    status: Mapped[CommitmentStatus] = choice_column(
        CommitmentStatus, "status", default=CommitmentStatus.OPEN, index=True
    )
    status_reason: Mapped[str | None] = mapped_column(Text)
    # The day on which somebody last decided how far it has come.
    status_since: Mapped[date | None]

    agreement: Mapped["Agreement | None"] = relationship(back_populates="commitments", lazy="raise")
    visit: Mapped[Visit | None] = relationship(lazy="raise")
    areas: Mapped[list[CooperationArea]] = relationship(
        secondary=commitment_areas, lazy="raise", order_by="CooperationArea.position, CooperationArea.id"
    )
    evidence: Mapped[list["Evidence"]] = relationship(back_populates="commitment", lazy="raise", order_by="Evidence.id")
    department: Mapped[Organisation | None] = relationship(lazy="raise")
    officer: Mapped[User | None] = relationship(lazy="raise")

    @property
    def came_of(self) -> "Agreement | Visit":
        """The agreement, or the visit, that it belongs to; whichever it is must be loaded."""
        found = self.visit if self.agreement_id is None else self.agreement
        if found is None:
            raise LookupError(self.id)
        return found
