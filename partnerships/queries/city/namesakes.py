"""Cities that may be one and the same: by any of their names in one country, or by their GeoNames number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.models.alias import folded_names
from partnerships.models.city import City, CityLevel
from partnerships.models.types import Bilingual
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import is_named


@dataclass(frozen=True)
class Namesake:
    """A recorded city and what tells it apart from others of its name."""

    reference: str
    name: Bilingual
    country: str
    level: CityLevel
    subdivision: str | None
    parent: Bilingual | None


def list_namesakes(
    viewer: Viewer, names: Iterable[str | None], country: str, geonames_id: int | None = None
) -> Sequence[Namesake]:
    """The cities of ``country`` that bear one of ``names``, other names included, or the same GeoNames number."""
    wanted = folded_names(names).splitlines()
    alike = [is_named(name, City) for name in wanted]
    if geonames_id is not None:
        alike.append(City.geonames_id == geonames_id)
    if not alike:
        return []
    parent = aliased(City)
    statement = (
        select(City, parent)
        .outerjoin(parent, and_(parent.id == City.parent_id, visible_to(viewer, parent)))
        .where(City.country == country, City.archived_at.is_(None), visible_to(viewer, City), or_(*alike))
        .order_by(City.id)
    )
    with db.session.no_autoflush:
        return [_namesake(city, above) for city, above in db.session.execute(statement)]


def _namesake(city: City, above: City | None) -> Namesake:
    return Namesake(
        city.reference, city.name, city.country, city.level, city.subdivision, above.name if above else None
    )
