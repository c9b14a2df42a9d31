"""A visit and its legs: who travels where, when, and to what end."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, Numeric, String, Table, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part, Record
from partnerships.models.city import City
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date

if TYPE_CHECKING:
    from partnerships.models.document import Document
    from partnerships.models.partnership import Partnership
    from partnerships.models.visit.delegation import Delegation
    from partnerships.models.visit.programme import ProgrammeItem


class Direction(Choice):
    """Which way a visit goes, seen from the home city."""

    INBOUND = "inbound", N_("Inbound")
    OUTBOUND = "outbound", N_("Outbound")
    ONLINE = "online", N_("Online")


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
    returns_visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)

    returns_visit: Mapped["Visit | None"] = relationship(remote_side="Visit.id", lazy="raise")
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
    documents: Mapped[list["Document"]] = relationship(back_populates="visit", lazy="raise", order_by="Document.id")


class Leg(Part, Base):
    """One stay of a visit: a city, from arrival to departure, in that city's time zone."""

    __tablename__ = "legs"
    __table_args__ = (CheckConstraint("departs_on >= arrives_on", name="arrival_first"),)
    part_of = "visit_id"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visits.id"), index=True)
    city_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    arrives_on: Mapped[date | None]
    departs_on: Mapped[date | None]
    zone: Mapped[str] = mapped_column(String(60))

    visit: Mapped[Visit] = relationship(back_populates="legs", lazy="raise")
    city: Mapped[City] = relationship(lazy="raise")
