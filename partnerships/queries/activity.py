"""How activities are found: in a list, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, extract, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.activity import (
    Activity,
    ActivityDirection,
    ActivityKind,
    activity_areas,
    activity_cities,
    activity_partnerships,
)
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.types import PartialDate, earliest, latest
from partnerships.models.visit import Visit
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, get_visible, in_language
from partnerships.queries.listing import (
    Listed,
    Named,
    Order,
    Reader,
    is_account,
    is_city,
    is_organisation,
    is_put_away,
    ordered,
)


@dataclass(frozen=True)
class ActivityFilter:
    """What a list of activities is narrowed to; ``None`` leaves a matter open."""

    text: str | None = None
    kind: ActivityKind | None = None
    direction: ActivityDirection | None = None
    city: Named | None = None
    area: str | None = None
    year: int | None = None
    department: Named | None = None
    officer: Named | None = None
    mine: bool = False
    homes: frozenset[int] | None = None
    archived: bool = False


@dataclass(frozen=True)
class ActivityRow:
    """One line of a list of activities; ``cities`` and ``areas`` are names in the reader's language."""

    id: int
    reference: str
    title: str
    title_other: str | None
    kind: ActivityKind
    direction: ActivityDirection
    starts: PartialDate | None
    ends: PartialDate | None
    place: str | None
    home_people: int | None
    partner_people: int | None
    cost: Any
    currency: str | None
    visit_reference: str | None
    home_name: str
    department: str | None
    officer: str | None
    is_example: bool
    cities: tuple[str, ...]
    areas: tuple[str, ...]


ORDERS = ("latest", "title", "kind", "direction", "people", "number")


def activities_listed(reader: Reader, wanted: ActivityFilter, order: str = "-latest") -> Listed:
    """Activities as :class:`ActivityRow` in one of :data:`ORDERS`; the usual one begins with the latest."""
    orders = {
        "latest": Order((earliest(Activity.starts),)),
        "title": Order((in_language(reader.language, Activity.title_ko, Activity.title_en),)),
        "kind": Order((Activity.kind,)),
        "direction": Order((Activity.direction,)),
        "people": Order((func.coalesce(Activity.home_people, 0) + func.coalesce(Activity.partner_people, 0),)),
        "number": Order((Activity.reference,)),
    }
    ids = select(Activity.id).where(visible_to(reader.viewer, Activity), *_conditions(reader.viewer, wanted))
    return Listed(ordered(ids, orders, order, "-latest", Activity.id), lambda found: _rows(reader, found))


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[ActivityRow]:
    viewer, language = reader.viewer, reader.language
    rows = db.session.execute(
        select(
            Activity.id,
            Activity.reference,
            in_language(language, Activity.title_ko, Activity.title_en).label("title"),
            in_language(language, Activity.title_en, Activity.title_ko).label("title_other"),
            Activity.kind,
            Activity.direction,
            Activity.starts,
            Activity.ends,
            in_language(language, Activity.place_ko, Activity.place_en).label("place"),
            Activity.home_people,
            Activity.partner_people,
            Activity.cost,
            Activity.currency,
            Visit.reference.label("visit_reference"),
            in_language(language, City.name_ko, City.name_en).label("home_name"),
            in_language(language, Organisation.name_ko, Organisation.name_en).label("department"),
            User.name.label("officer"),
            Activity.is_example,
        )
        .select_from(Activity)
        .join(City, City.id == Activity.home_id)
        .outerjoin(Organisation, and_(Organisation.id == Activity.department_id, visible_to(viewer, Organisation)))
        .outerjoin(User, User.id == Activity.owner_id)
        .outerjoin(Visit, Visit.id == Activity.visit_id)
        .where(Activity.id.in_(ids))
    )
    cities, areas = _city_names(reader, ids), _area_names(reader, ids)
    return [
        ActivityRow(**row._mapping, cities=tuple(cities.get(row.id, ())), areas=tuple(areas.get(row.id, ())))
        for row in rows
    ]


def _city_names(reader: Reader, ids: Sequence[int]) -> dict[int, list[str]]:
    """Whom activities were with: the cities named on them, and the partners of their ties."""
    by_name = select(activity_cities.c.activity_id, activity_cities.c.city_id)
    by_tie = (
        select(activity_partnerships.c.activity_id, Partnership.partner_id)
        .join(Partnership, Partnership.id == activity_partnerships.c.partnership_id)
        .where(visible_to(reader.viewer, Partnership))
    )
    partners = by_name.union(by_tie).subquery("partners")
    rows = db.session.execute(
        select(partners.c.activity_id, in_language(reader.language, City.name_ko, City.name_en))
        .join(City, City.id == partners.c.city_id)
        .where(partners.c.activity_id.in_(ids), visible_to(reader.viewer, City))
        .order_by(City.id)
    )
    return _gathered(rows)


def _area_names(reader: Reader, ids: Sequence[int]) -> dict[int, list[str]]:
    name = in_language(reader.language, CooperationArea.name_ko, CooperationArea.name_en)
    rows = db.session.execute(
        select(activity_areas.c.activity_id, name)
        .join(CooperationArea, CooperationArea.id == activity_areas.c.area_id)
        .where(activity_areas.c.activity_id.in_(ids), visible_to(reader.viewer, CooperationArea))
        .order_by(CooperationArea.position, CooperationArea.id)
    )
    return _gathered(rows)


def _gathered(rows: Any) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for id_, name in rows:
        names.setdefault(id_, []).append(name)
    return names


def _conditions(viewer: Viewer, wanted: ActivityFilter) -> list[ColumnElement[bool]]:
    conditions = [is_put_away(Activity, wanted.archived)]
    if wanted.text:
        columns = (
            *(Activity.title_ko, Activity.title_en, Activity.reference),
            *(Activity.place_ko, Activity.place_en, Activity.outcome_ko, Activity.outcome_en),
        )
        conditions.append(contains(wanted.text, *columns))
    if wanted.kind:
        conditions.append(Activity.kind == wanted.kind)
    if wanted.direction:
        conditions.append(Activity.direction == wanted.direction)
    if wanted.city:
        conditions.append(_is_with(viewer, wanted.city))
    if wanted.area:
        conditions.append(Activity.areas.any(CooperationArea.reference == wanted.area))
    if wanted.year:
        conditions += _touches(wanted.year)
    return conditions + _in_charge(viewer, wanted)


def _in_charge(viewer: Viewer, wanted: ActivityFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.department:
        units = select(Organisation.id).where(is_organisation(wanted.department), visible_to(viewer, Organisation))
        conditions.append(Activity.department_id.in_(units))
    if wanted.officer:
        conditions.append(Activity.owner_id.in_(select(User.id).where(is_account(wanted.officer))))
    if wanted.mine:
        conditions.append(Activity.owner_id == viewer.id)
    if wanted.homes is not None:
        conditions.append(Activity.home_id.in_(wanted.homes))
    return conditions


def _is_with(viewer: Viewer, city: Named) -> ColumnElement[bool]:
    cities = select(City.id).where(is_city(city), visible_to(viewer, City))
    ties = select(Partnership.id).where(Partnership.partner_id.in_(cities), visible_to(viewer, Partnership))
    return or_(
        Activity.id.in_(select(activity_cities.c.activity_id).where(activity_cities.c.city_id.in_(cities))),
        Activity.id.in_(
            select(activity_partnerships.c.activity_id).where(activity_partnerships.c.partnership_id.in_(ties))
        ),
    )


def _touches(year: int) -> list[ColumnElement[bool]]:
    """Whether an activity can have touched a day of ``year``."""
    ends = func.coalesce(latest(Activity.ends), latest(Activity.starts))
    return [extract("year", ends) >= year, extract("year", earliest(Activity.starts)) <= year]


def list_activity_years(viewer: Viewer) -> Sequence[int]:
    """The years in which activities begin, the latest first."""
    year = extract("year", earliest(Activity.starts))
    rows = db.session.scalars(
        select(year).where(visible_to(viewer, Activity), year.is_not(None)).distinct().order_by(year.desc())
    )
    return [int(value) for value in rows]


def get_activity(viewer: Viewer, reference: str) -> Activity:
    """An activity with all that its page and its form show."""
    statement = select(Activity).options(
        joinedload(Activity.home),
        joinedload(Activity.department),
        joinedload(Activity.owner),
        joinedload(Activity.visit),
        selectinload(Activity.partnerships).options(joinedload(Partnership.partner), joinedload(Partnership.home)),
        selectinload(Activity.cities),
        selectinload(Activity.areas),
    )
    return get_visible(viewer, statement, Activity, reference)


def activities_of_visit(viewer: Viewer, visit: Visit) -> Sequence[Activity]:
    """The activities that came of ``visit``, in order of time."""
    return db.session.scalars(
        select(Activity)
        .where(Activity.visit_id == visit.id, Activity.archived_at.is_(None), visible_to(viewer, Activity))
        .order_by(earliest(Activity.starts).asc().nulls_last(), Activity.id)
    ).all()


def ties_of_visit(viewer: Viewer, visit: Visit) -> Sequence[Partnership]:
    """The ties of ``visit`` as an activity that came of it takes them over: with both their cities."""
    return db.session.scalars(
        select(Partnership)
        .join(visit_partnerships, visit_partnerships.c.partnership_id == Partnership.id)
        .where(
            visit_partnerships.c.visit_id == visit.id,
            Partnership.archived_at.is_(None),
            visible_to(viewer, Partnership),
        )
        .order_by(Partnership.id)
        .options(joinedload(Partnership.home), joinedload(Partnership.partner))
    ).all()
