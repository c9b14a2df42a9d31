"""Cities (상대도시) of every level: any municipality that records mention."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.types import Bilingual, Choice, choice_column

if TYPE_CHECKING:
    from partnerships.models.city.alias import CityAlias
    from partnerships.models.city.place import Place
    from partnerships.models.city.profile import CityFact
    from partnerships.models.city.succession import CitySuccession
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
    # All names, aliases included, as `folded` writes them; set whenever one of them changes.
    search_names: Mapped[str] = mapped_column(Text, default="")
    country: Mapped[str] = mapped_column(String(2), index=True)
    subdivision: Mapped[str | None] = mapped_column(String(200))
    level: Mapped[CityLevel] = choice_column(CityLevel, "level", default=CityLevel.CITY)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    zone: Mapped[str | None] = mapped_column(String(60))
    website: Mapped[str | None] = mapped_column(String(500))
    wikidata: Mapped[str | None] = mapped_column(String(20))
    # Not unique: GeoNames has one entry where sources name two places.
    geonames_id: Mapped[int | None] = mapped_column(index=True)
    is_home: Mapped[bool] = mapped_column(default=False)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)

    parent: Mapped["City | None"] = relationship(
        foreign_keys=[parent_id], remote_side="City.id", lazy="raise", post_update=True
    )
    aliases: Mapped[list["CityAlias"]] = relationship(back_populates="city", lazy="raise", order_by="CityAlias.id")
    # What became of it, and what it came from.
    successions: Mapped[list["CitySuccession"]] = relationship(
        back_populates="predecessor",
        foreign_keys="CitySuccession.predecessor_id",
        lazy="raise",
        order_by="CitySuccession.id",
    )
    origins: Mapped[list["CitySuccession"]] = relationship(
        back_populates="successor",
        foreign_keys="CitySuccession.successor_id",
        lazy="raise",
        order_by="CitySuccession.id",
    )
    facts: Mapped[list["CityFact"]] = relationship(
        back_populates="city", lazy="raise", order_by="CityFact.kind, CityFact.id"
    )
    places: Mapped[list["Place"]] = relationship(back_populates="city", lazy="raise", order_by="Place.id")
    documents: Mapped[list["Document"]] = relationship(
        back_populates="city", foreign_keys="Document.city_id", lazy="raise", order_by="Document.id"
    )
