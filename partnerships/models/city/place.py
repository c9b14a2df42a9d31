"""Places in a city: the halls, rooms and sites where people meet."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.models.base import Base, Part
from partnerships.models.city.city import City
from partnerships.models.types import Bilingual


class Place(Part, Base):
    """A hall, a room or a site in a city: where programme items take place."""

    __tablename__ = "places"
    __table_args__ = (
        CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name="name_given"),
        CheckConstraint("latitude BETWEEN -90 AND 90", name="latitude_range"),
        CheckConstraint("longitude BETWEEN -180 AND 180", name="longitude_range"),
    )
    part_of = "city_id"

    city_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    name_ko: Mapped[str | None] = mapped_column(String(200))
    name_en: Mapped[str | None] = mapped_column(String(200))
    name: Mapped[Bilingual] = composite("name_ko", "name_en")
    detail_ko: Mapped[str | None] = mapped_column(String(300))
    detail_en: Mapped[str | None] = mapped_column(String(300))
    detail: Mapped[Bilingual] = composite("detail_ko", "detail_en")
    capacity: Mapped[int | None]
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    source: Mapped[str | None] = mapped_column(String(500))

    city: Mapped[City] = relationship(back_populates="places", lazy="raise")
