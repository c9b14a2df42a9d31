"""The legs of a visit: each stay in a city, from arrival to departure, on that city's clock."""

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.models.base import Base, Part
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.visit.visit import Visit


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
    # Wall clock of ``zone``; a journey over the date line may arrive, by the calendar, before it left.
    arrives_at: Mapped[time | None]
    departs_at: Mapped[time | None]
    # How they come and how they go on: flight, train or car.
    arrives_by: Mapped[str | None] = mapped_column(String(200))
    departs_by: Mapped[str | None] = mapped_column(String(200))
    hotel: Mapped[str | None] = mapped_column(String(200))
    # Who receives them there: the office at the other end.
    counterpart_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    note: Mapped[str | None] = mapped_column(Text)

    visit: Mapped[Visit] = relationship(back_populates="legs", lazy="raise")
    city: Mapped[City] = relationship(lazy="raise")
    counterpart: Mapped[Organisation | None] = relationship(lazy="raise")
