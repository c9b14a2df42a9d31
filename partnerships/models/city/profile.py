"""What is known of a city (도시 개황): figures and sections, each as of a date and by a source."""

from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, String, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part
from partnerships.models.city.city import City
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date


class FactKind(Choice):
    """What a figure or a section of a city's profile (도시 개황) is about."""

    OVERVIEW = "overview", N_("Overview")
    POPULATION = "population", N_("Population")
    AREA = "area", N_("Area")
    GDP = "gdp", N_("GDP")
    BUDGET = "budget", N_("Budget")
    ADMINISTRATION = "administration", N_("Administration")
    COUNCIL = "council", N_("Council")
    ECONOMY = "economy", N_("Economy")
    INDUSTRY = "industry", N_("Industry")
    UNIVERSITIES = "universities", N_("Universities")
    KOREAN_COMMUNITY = "korean_community", N_("Korean community")
    FLIGHTS = "flights", N_("Flights")
    POLICY = "policy", N_("Policy highlights")
    OTHER = "other", N_("Other")


class CityFact(Part, Base):
    """One figure or one section of a city's profile, as of a date and by a source."""

    __tablename__ = "city_facts"
    __table_args__ = (
        CheckConstraint("number IS NOT NULL OR text_ko IS NOT NULL OR text_en IS NOT NULL", name="value_given"),
    )
    part_of = "city_id"

    city_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    kind: Mapped[FactKind] = choice_column(FactKind, "kind")
    number: Mapped[Decimal | None] = mapped_column(Numeric(20, 4))
    unit: Mapped[str | None] = mapped_column(String(60))
    text_ko: Mapped[str | None] = mapped_column(Text)
    text_en: Mapped[str | None] = mapped_column(Text)
    text: Mapped[Bilingual] = composite("text_ko", "text_en")
    as_of: Composite[PartialDate | None] = partial_date("as_of")
    source: Mapped[str] = mapped_column(String(500))

    city: Mapped[City] = relationship(back_populates="facts", lazy="raise")

    def is_stale(self, today: date) -> bool:
        """Whether the figure is older than two years on ``today``; one without a date always is."""
        known = self.as_of.latest if self.as_of else None
        return known is None or (today - known).days > 2 * 365
