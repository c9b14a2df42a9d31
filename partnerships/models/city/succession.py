"""What became of a municipality: merged into another, split, or renamed."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Composite, Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part
from partnerships.models.city.city import City
from partnerships.models.types import Choice, PartialDate, choice_column, partial_date


class SuccessionKind(Choice):
    """How one municipality came to follow another."""

    MERGED = "merged", N_("Merged")
    SPLIT = "split", N_("Split")
    RENAMED = "renamed", N_("Renamed")


class CitySuccession(Part, Base):
    """One successor of a municipality; a split has several, a merger is the successor of several."""

    __tablename__ = "city_successions"
    __table_args__ = (CheckConstraint("predecessor_id <> successor_id", name="not_to_itself"),)
    part_of = "predecessor_id"

    predecessor_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    successor_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    kind: Mapped[SuccessionKind] = choice_column(SuccessionKind, "kind")
    happened: Composite[PartialDate | None] = partial_date("happened")
    note: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(String(500))

    predecessor: Mapped[City] = relationship(back_populates="successions", foreign_keys=[predecessor_id], lazy="raise")
    successor: Mapped[City] = relationship(back_populates="origins", foreign_keys=[successor_id], lazy="raise")
