"""A visit: who travels, when, and to what end."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, Numeric, String, Table, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.types import Bilingual, Choice, PartialDate, UtcDateTime, choice_column, partial_date

if TYPE_CHECKING:
    from partnerships.models.document import Document
    from partnerships.models.partnership import Partnership
    from partnerships.models.visit.delegation import Delegation
    from partnerships.models.visit.leg import Leg
    from partnerships.models.visit.outcome import Outcome
    from partnerships.models.visit.programme import ProgrammeItem
    from partnerships.models.visit.task import Task
    from partnerships.models.visit.team import TeamMember


class Direction(Choice):
    """Which way a visit goes, seen from the home city."""

    INBOUND = "inbound", N_("Inbound")
    OUTBOUND = "outbound", N_("Outbound")
    ONLINE = "online", N_("Online")


class VisitKind(Choice):
    """What a visit is for, in kind: its checklist follows from it."""

    OFFICIAL = "official", N_("Official visit")
    WORKING = "working", N_("Working visit")
    STUDY = "study", N_("Study tour")
    TRADE = "trade", N_("Trade and investment mission")
    EVENT = "event", N_("Conference or event")
    OTHER = "other", N_("Other visit")


class VisitStatus(Choice):
    """Where a visit stands in its life."""

    REQUESTED = "requested", N_("Requested")
    PLANNED = "planned", N_("Planned")
    CONFIRMED = "confirmed", N_("Confirmed")
    UNDER_WAY = "under_way", N_("In progress")
    COMPLETED = "completed", N_("Completed")
    REPORTED = "reported", N_("Reported")
    POSTPONED = "postponed", N_("Postponed")
    CANCELLED = "cancelled", N_("Cancelled")


# A visit that still has its work before it, one that took place, and one that does not take place as it stands.
COMING = (VisitStatus.REQUESTED, VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.UNDER_WAY)
OVER = (VisitStatus.COMPLETED, VisitStatus.REPORTED)
NOT_HELD = (VisitStatus.POSTPONED, VisitStatus.CANCELLED)


class SizeKind(Choice):
    """How sure the size of a delegation is."""

    EXACT = "exact", N_("Exactly")
    ABOUT = "about", N_("Approximately")


visit_partnerships = Table(
    "visit_partnerships",
    Base.metadata,
    Column("visit_id", ForeignKey("visits.id"), primary_key=True),
    Column("partnership_id", ForeignKey("partnerships.id"), primary_key=True, index=True),
)


class Visit(Record, Base):
    """A delegation's visit, inbound, outbound or online."""

    __tablename__ = "visits"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("home_id IS NOT NULL", name="home_given"),
        CheckConstraint("size > 0", name="size_positive"),
        CheckConstraint("status <> 'cancelled' OR status_reason IS NOT NULL", name="cancelling_reasoned"),
        CheckConstraint("returns_visit_id <> id", name="not_its_own_return"),
    )
    prefix = "VIS"
    dated = True

    direction: Mapped[Direction] = choice_column(Direction, "direction")
    kind: Mapped[VisitKind] = choice_column(VisitKind, "kind", default=VisitKind.OFFICIAL)
    status: Mapped[VisitStatus] = choice_column(VisitStatus, "status", default=VisitStatus.REQUESTED, index=True)
    status_reason: Mapped[str | None] = mapped_column(Text)
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    purpose_ko: Mapped[str | None] = mapped_column(Text)
    purpose_en: Mapped[str | None] = mapped_column(Text)
    purpose: Mapped[Bilingual] = composite("purpose_ko", "purpose_en")
    outcome_ko: Mapped[str | None] = mapped_column(Text)
    outcome_en: Mapped[str | None] = mapped_column(Text)
    # The desired outcome: asked first, since a programme is only as good as what it is for.
    outcome: Mapped[Bilingual] = composite("outcome_ko", "outcome_en")
    starts: Composite[PartialDate | None] = partial_date("starts")
    ends: Composite[PartialDate | None] = partial_date("ends")
    size: Mapped[int | None]
    size_kind: Mapped[SizeKind] = choice_column(SizeKind, "size_kind", default=SizeKind.EXACT)
    size_breakdown: Mapped[str | None] = mapped_column(String(300))
    budget: Mapped[Decimal | None] = mapped_column(Numeric(16, 2))
    budget_currency: Mapped[str | None] = mapped_column(String(3))
    source: Mapped[str | None] = mapped_column(String(500))
    # The order of official travel (출장명령) of an outbound visit: its number, and the day on which it was given.
    travel_order: Mapped[str | None] = mapped_column(String(100))
    travel_ordered_on: Mapped[date | None]
    assessment_ko: Mapped[str | None] = mapped_column(Text)
    assessment_en: Mapped[str | None] = mapped_column(Text)
    # What the office makes of the visit once it is over: the closing part of the after-action report.
    assessment: Mapped[Bilingual] = composite("assessment_ko", "assessment_en")
    # Empty, the report is due the office's usual number of days after the visit ends.
    report_due_on: Mapped[date | None]
    reported_on: Mapped[date | None]
    # Whether the other side is owed a visit in return; empty as long as nobody has said.
    return_owed: Mapped[bool | None]
    # When the personal data of those who took part (needs, arrival, hotel) was erased.
    personal_data_erased_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    returns_visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)

    returns_visit: Mapped["Visit | None"] = relationship(
        remote_side="Visit.id", foreign_keys=[returns_visit_id], lazy="raise"
    )
    copied_from: Mapped["Visit | None"] = relationship(
        remote_side="Visit.id", foreign_keys=[copied_from_id], lazy="raise"
    )
    partnerships: Mapped[list["Partnership"]] = relationship(
        secondary=visit_partnerships, back_populates="visits", lazy="raise", order_by="Partnership.id"
    )
    legs: Mapped[list["Leg"]] = relationship(back_populates="visit", lazy="raise", order_by="Leg.position, Leg.id")
    delegations: Mapped[list["Delegation"]] = relationship(
        back_populates="visit", lazy="raise", order_by="Delegation.position, Delegation.id"
    )
    items: Mapped[list["ProgrammeItem"]] = relationship(
        back_populates="visit",
        lazy="raise",
        order_by="ProgrammeItem.day, ProgrammeItem.starts_at, ProgrammeItem.number",
    )
    team: Mapped[list["TeamMember"]] = relationship(
        back_populates="visit", lazy="raise", order_by="TeamMember.position, TeamMember.id"
    )
    tasks: Mapped[list["Task"]] = relationship(back_populates="visit", lazy="raise", order_by="Task.due_on, Task.id")
    outcomes: Mapped[list["Outcome"]] = relationship(back_populates="visit", lazy="raise", order_by="Outcome.number")
    documents: Mapped[list["Document"]] = relationship(back_populates="visit", lazy="raise", order_by="Document.id")
