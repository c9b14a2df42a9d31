"""Cities (상대도시) of every level, what is known of them, and the places in them where people meet."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, String, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part, Record
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date

if TYPE_CHECKING:
    from partnerships.models.document import Document


class CityLevel(Choice):
    """What kind of municipality it is."""

    CITY = "city", N_("City")
    METROPOLITAN = "metropolitan", N_("Metropolitan city")
    PROVINCE = "province", N_("Province")
    STATE = "state", N_("State")
    PREFECTURE = "prefecture", N_("Prefecture")
    COUNTY = "county", N_("County")
    DISTRICT = "district", N_("District")
    WARD = "ward", N_("Ward")
    TOWN = "town", N_("Town")
    VILLAGE = "village", N_("Village")
    TERRITORY = "territory", N_("Territory")


class City(Record, Base):
    """Any municipality: the home city, a partner, a province or a district."""

    __tablename__ = "cities"
    __table_args__ = (
        CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name="name_given"),
        CheckConstraint("length(country) = 2", name="country_code"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude_range"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude_range"),
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
    )
    prefix = "CTY"

    name_ko: Mapped[str | None] = mapped_column(String(200), index=True)
    name_en: Mapped[str | None] = mapped_column(String(200), index=True)
    name: Mapped[Bilingual] = composite("name_ko", "name_en")
    name_local: Mapped[str | None] = mapped_column(String(200))
    # Other names, one a line: older, shorter or in another script (북경, 北京, Peking).
    aliases: Mapped[str | None] = mapped_column(Text)
    country: Mapped[str] = mapped_column(String(2), index=True)
    subdivision: Mapped[str | None] = mapped_column(String(200))
    level: Mapped[CityLevel] = choice_column(CityLevel, "level", default=CityLevel.CITY)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    zone: Mapped[str | None] = mapped_column(String(60))
    website: Mapped[str | None] = mapped_column(String(500))
    wikidata: Mapped[str | None] = mapped_column(String(20))
    is_home: Mapped[bool] = mapped_column(default=False)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)

    parent: Mapped["City | None"] = relationship(
        foreign_keys=[parent_id], remote_side="City.id", lazy="raise", post_update=True
    )
    facts: Mapped[list["CityFact"]] = relationship(
        back_populates="city", lazy="raise", order_by="CityFact.kind, CityFact.id"
    )
    places: Mapped[list["Place"]] = relationship(back_populates="city", lazy="raise", order_by="Place.id")
    documents: Mapped[list["Document"]] = relationship(
        back_populates="city", foreign_keys="Document.city_id", lazy="raise", order_by="Document.id"
    )


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


class Place(Part, Base):
    """A hall, a room or a site in a city: where programme items take place."""

    __tablename__ = "places"
    __table_args__ = (CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name="name_given"),)
    part_of = "city_id"

    city_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    name_ko: Mapped[str | None] = mapped_column(String(200))
    name_en: Mapped[str | None] = mapped_column(String(200))
    name: Mapped[Bilingual] = composite("name_ko", "name_en")
    detail_ko: Mapped[str | None] = mapped_column(String(300))
    detail_en: Mapped[str | None] = mapped_column(String(300))
    detail: Mapped[Bilingual] = composite("detail_ko", "detail_en")
    capacity: Mapped[int | None]
    source: Mapped[str | None] = mapped_column(String(500))

    city: Mapped[City] = relationship(back_populates="places", lazy="raise")
