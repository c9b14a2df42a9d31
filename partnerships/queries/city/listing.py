"""Cities in a list, and the countries they lie in."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.models.city import City, CityLevel
from partnerships.models.partnership import Partnership
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, in_language, is_called
from partnerships.queries.listing import Listed, Order, Reader, is_put_away, ordered


@dataclass(frozen=True)
class CityFilter:
    """What a list of cities is narrowed to; ``None`` leaves a matter open. ``tied`` asks for ties, or for none."""

    text: str | None = None
    country: str | None = None
    region: frozenset[str] | None = None
    level: CityLevel | None = None
    tied: bool | None = None
    home: bool = False
    archived: bool = False


_PARENT = aliased(City)
ORDERS = ("name", "country", "level", "number")


def cities_listed(reader: Reader, wanted: CityFilter, order: str = "") -> Listed:
    """Cities in one of :data:`ORDERS`, downwards with a minus before it; else the home cities first, then by name.

    Rows: id, reference, name, name_other, name_local, country, subdivision, level, is_home, latitude, longitude,
    website, parent_name, ties (how many the viewer sees).
    """
    name = in_language(reader.language, City.name_ko, City.name_en)
    orders = {
        "": Order((case((City.is_home, 0), else_=1), name)),
        "name": Order((name,)),
        "country": Order((City.country, name)),
        "level": Order((City.level, name)),
        "number": Order((City.reference,)),
    }
    ids = select(City.id).where(visible_to(reader.viewer, City), *_conditions(reader, wanted))
    return Listed(ordered(ids, orders, order, "", City.id), lambda found: _rows(reader, found))


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    language = reader.language
    tie = aliased(Partnership)
    ties = (
        select(func.count())
        .where(or_(tie.partner_id == City.id, tie.home_id == City.id), tie.archived_at.is_(None))
        .where(visible_to(reader.viewer, tie))
        .correlate(City)
        .scalar_subquery()
    )
    return db.session.execute(
        select(
            City.id,
            City.reference,
            in_language(language, City.name_ko, City.name_en).label("name"),
            in_language(language, City.name_en, City.name_ko).label("name_other"),
            City.name_local,
            City.country,
            City.subdivision,
            City.level,
            City.is_home,
            City.latitude,
            City.longitude,
            City.website,
            in_language(language, _PARENT.name_ko, _PARENT.name_en).label("parent_name"),
            ties.label("ties"),
        )
        .outerjoin(_PARENT, and_(_PARENT.id == City.parent_id, visible_to(reader.viewer, _PARENT)))
        .where(City.id.in_(ids))
    ).all()


def _conditions(reader: Reader, wanted: CityFilter) -> list[ColumnElement[bool]]:
    conditions = [is_put_away(City, wanted.archived)]
    if wanted.text:
        conditions.append(or_(is_called(wanted.text, City), contains(wanted.text, City.reference)))
    if wanted.country:
        conditions.append(City.country == wanted.country)
    if wanted.region is not None:
        conditions.append(City.country.in_(wanted.region))
    if wanted.level:
        conditions.append(City.level == wanted.level)
    if wanted.home:
        conditions.append(City.is_home.is_(True))
    if wanted.tied is not None:
        current = and_(Partnership.archived_at.is_(None), visible_to(reader.viewer, Partnership))
        ends = [select(end).where(current) for end in (Partnership.partner_id, Partnership.home_id)]
        tied = or_(*(City.id.in_(one) for one in ends))
        conditions.append(tied if wanted.tied else ~tied)
    return conditions


def list_countries(viewer: Viewer) -> Sequence[str]:
    """ISO 3166-1 codes of the countries that cities are recorded in."""
    return db.session.scalars(
        select(City.country).where(visible_to(viewer, City)).distinct().order_by(City.country)
    ).all()


def has_other_homes() -> bool:
    """Whether there are ties of cities that are no home side of this installation, as a long list brings them."""
    homes = select(City.id).where(City.is_home)
    return bool(db.session.scalar(select(exists().where(Partnership.home_id.not_in(homes)))))


def home_choices(language: str) -> Sequence[tuple[int, str, str]]:
    """(id, reference, name) of the home sides of this installation, the first recorded first."""
    name = in_language(language, City.name_ko, City.name_en)
    rows = db.session.execute(
        select(City.id, City.reference, name).where(City.is_home, City.archived_at.is_(None)).order_by(City.id)
    )
    return [(row[0], row[1], row[2]) for row in rows]
