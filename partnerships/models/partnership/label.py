"""What a tie is called: by each side itself, and by an office for each tier, at its time."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Composite, Mapped, composite, declared_attr, mapped_column, relationship

from partnerships.models.base import Base, Part
from partnerships.models.city import City
from partnerships.models.partnership.tie import Partnership, Tier
from partnerships.models.side import Side
from partnerships.models.types import Bilingual, PartialDate, choice_column, partial_date


class Held(Part):
    """A name in use from and to as well as that is known; without an end it is still in use."""

    @declared_attr
    @classmethod
    def begins(cls) -> Composite[PartialDate | None]:
        return partial_date("begins")

    @declared_attr
    @classmethod
    def ends(cls) -> Composite[PartialDate | None]:
        return partial_date("ends")

    @property
    def begun(self) -> date | None:
        """The first day on which it may have been in use."""
        return self.begins.earliest if self.begins else None

    def may_be_held_on(self, day: date) -> bool:
        """Whether it surely or possibly was in use on ``day``."""
        over = self.ends.latest if self.ends else None
        return (self.begun is None or self.begun <= day) and (over is None or day <= over)


class TierLabel(Held, Base):
    """What the office of a home city calls a tier: 자매도시, and 친선도시 from some day on."""

    __tablename__ = "tier_labels"
    __table_args__ = (CheckConstraint("label_ko IS NOT NULL OR label_en IS NOT NULL", name="label_given"),)
    part_of = "city_id"

    city_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    tier: Mapped[Tier] = choice_column(Tier, "tier")
    label_ko: Mapped[str | None] = mapped_column(String(120))
    label_en: Mapped[str | None] = mapped_column(String(120))
    label: Mapped[Bilingual] = composite("label_ko", "label_en")
    note: Mapped[str | None] = mapped_column(String(300))

    city: Mapped[City] = relationship(lazy="raise")


class PartnershipLabel(Held, Base):
    """What one side calls one tie, in its own words (友好都市)."""

    __tablename__ = "partnership_labels"
    part_of = "partnership_id"

    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnerships.id"), index=True)
    side: Mapped[Side] = choice_column(Side, "side")
    label: Mapped[str] = mapped_column(String(120))
    source: Mapped[str | None] = mapped_column(String(500))

    partnership: Mapped[Partnership] = relationship(back_populates="labels", lazy="raise")
