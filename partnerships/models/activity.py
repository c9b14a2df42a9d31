"""Activities (교류실적): what happened between cities besides visits and exchanges of staff."""

from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, Numeric, String, Table, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.partnership import Partnership
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date
from partnerships.models.visit import Visit

if TYPE_CHECKING:
    from partnerships.models.document import Document


class ActivityKind(Choice):
    """What kind of exchange an activity is."""

    POLICY_SHARING = "policy_sharing", N_("Policy sharing")
    CONFERENCE = "conference", N_("Conference")
    CULTURE = "culture", N_("Cultural event")
    SPORTS = "sports", N_("Sports event")
    TRAINING = "training", N_("Training")
    TRADE = "trade", N_("Trade mission")
    YOUTH = "youth", N_("Youth exchange")
    AID = "aid", N_("Aid or condolence")
    SESSION = "session", N_("Session of a joint body")
    OTHER = "other", N_("Other")


class ActivityDirection(Choice):
    """Which way an activity goes, seen from the home city."""

    RECEIVED = "received", N_("Received here")
    SENT = "sent", N_("Sent there")
    MUTUAL = "mutual", N_("Mutual")
    NOT_STATED = "not_stated", N_("Not stated")


activity_partnerships = Table(
    "activity_partnerships",
    Base.metadata,
    Column("activity_id", ForeignKey("activities.id"), primary_key=True),
    Column("partnership_id", ForeignKey("partnerships.id"), primary_key=True, index=True),
)
activity_cities = Table(
    "activity_cities",
    Base.metadata,
    Column("activity_id", ForeignKey("activities.id"), primary_key=True),
    Column("city_id", ForeignKey("cities.id"), primary_key=True, index=True),
)
activity_areas = Table(
    "activity_areas",
    Base.metadata,
    Column("activity_id", ForeignKey("activities.id"), primary_key=True),
    Column("area_id", ForeignKey("cooperation_areas.id"), primary_key=True, index=True),
)


class Activity(Record, Base):
    """Anything that happened besides a visit or an exchange of staff."""

    __tablename__ = "activities"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("home_id IS NOT NULL", name="home_given"),
        CheckConstraint("home_people >= 0 AND partner_people >= 0", name="people_not_negative"),
        CheckConstraint("cost IS NULL OR currency IS NOT NULL", name="currency_with_cost"),
    )
    prefix = "ACT"
    dated = True

    kind: Mapped[ActivityKind] = choice_column(ActivityKind, "kind")
    direction: Mapped[ActivityDirection] = choice_column(
        ActivityDirection, "direction", default=ActivityDirection.NOT_STATED
    )
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    starts: Composite[PartialDate | None] = partial_date("starts")
    ends: Composite[PartialDate | None] = partial_date("ends")
    place_ko: Mapped[str | None] = mapped_column(String(200))
    place_en: Mapped[str | None] = mapped_column(String(200))
    place: Mapped[Bilingual] = composite("place_ko", "place_en")
    home_people: Mapped[int | None]
    partner_people: Mapped[int | None]
    cost: Mapped[Decimal | None] = mapped_column(Numeric(16, 2))
    currency: Mapped[str | None] = mapped_column(String(3))
    outcome_ko: Mapped[str | None] = mapped_column(Text)
    outcome_en: Mapped[str | None] = mapped_column(Text)
    outcome: Mapped[Bilingual] = composite("outcome_ko", "outcome_en")
    # The visit that it came of, if it is the follow-up of one.
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    source: Mapped[str | None] = mapped_column(String(500))

    visit: Mapped[Visit | None] = relationship(lazy="raise")
    partnerships: Mapped[list[Partnership]] = relationship(
        secondary=activity_partnerships, lazy="raise", order_by="Partnership.id"
    )
    cities: Mapped[list[City]] = relationship(secondary=activity_cities, lazy="raise", order_by="City.id")
    areas: Mapped[list[CooperationArea]] = relationship(
        secondary=activity_areas, lazy="raise", order_by="CooperationArea.position, CooperationArea.id"
    )
    documents: Mapped[list["Document"]] = relationship(back_populates="activity", lazy="raise", order_by="Document.id")
