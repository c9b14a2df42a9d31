"""What became of cities, and what they came from."""

from collections.abc import Sequence

from sqlalchemy import select

from partnerships.extensions import db
from partnerships.models.city import City, CitySuccession


def find_succession(city: City, number: int) -> CitySuccession | None:
    """The succession of ``city`` with the id ``number``; ``successions`` must be loaded."""
    return next((one for one in city.successions if one.id == number), None)


def successions_of(city: City) -> Sequence[CitySuccession]:
    """The successors of ``city``, those put away included."""
    with db.session.no_autoflush:
        return db.session.scalars(
            select(CitySuccession).where(CitySuccession.predecessor_id == city.id).order_by(CitySuccession.id)
        ).all()


def follows(city_id: int, predecessor_id: int) -> bool:
    """Whether the city ``city_id`` came, over any number of steps, out of the city ``predecessor_id``."""
    first = select(CitySuccession.successor_id.label("id")).where(
        CitySuccession.predecessor_id == predecessor_id, CitySuccession.archived_at.is_(None)
    )
    later = first.cte("later", recursive=True)
    # UNION drops what was found before, so that an old circle ends too.
    later = later.union(
        select(CitySuccession.successor_id).where(
            CitySuccession.predecessor_id == later.c.id, CitySuccession.archived_at.is_(None)
        )
    )
    with db.session.no_autoflush:
        return db.session.scalar(select(later.c.id).where(later.c.id == city_id).limit(1)) is not None
