"""Other names of a city: older, shorter, or in another script (북경, 北京, Peking)."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.models.alias import Alias
from partnerships.models.base import Base
from partnerships.models.city.city import City


class CityAlias(Alias, Base):
    """One other name of a city."""

    __tablename__ = "city_aliases"
    part_of = "city_id"

    city_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)

    city: Mapped[City] = relationship(back_populates="aliases", lazy="raise")
