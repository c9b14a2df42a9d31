"""Visits in a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Subquery, and_, extract, func, select, union

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership, Side
from partnerships.models.types import PartialDate, earliest, latest
from partnerships.models.visit import Delegation, Direction, Leg, SizeKind, Visit, VisitStatus
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, in_language
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
class VisitFilter:
    """What a list of visits is narrowed to; ``None`` leaves a matter open.

    ``since`` and ``until`` keep the visits that can have touched the days between them, ``year`` those of one year.
    """

    text: str | None = None
    direction: Direction | None = None
    status: VisitStatus | None = None
    city: Named | None = None
    year: int | None = None
    since: date | None = None
    until: date | None = None
    department: Named | None = None
    officer: Named | None = None
    mine: bool = False
    homes: frozenset[int] | None = None
    archived: bool = False


@dataclass(frozen=True)
class VisitRow:
    """One line of a list of visits; ``cities`` are the names of the partners, in the reader's language."""

    id: int
    reference: str
    title: str
    title_other: str | None
    status: VisitStatus
    direction: Direction
    starts: PartialDate | None
    ends: PartialDate | None
    size: int | None
    size_kind: SizeKind
    home_name: str
    department: str
    officer: str | None
    is_example: bool
    cities: tuple[str, ...]


ORDERS = ("latest", "starts", "title", "direction", "size", "status", "number")


def visits_listed(reader: Reader, wanted: VisitFilter, order: str = "-latest") -> Listed:
    """Visits as :class:`VisitRow` in one of :data:`ORDERS`; the usual one begins with those that have no date yet."""
    begins = earliest(Visit.starts)
    orders = {
        "latest": Order((begins,), undated_first=True),
        "starts": Order((begins,)),
        "title": Order((in_language(reader.language, Visit.title_ko, Visit.title_en),)),
        "direction": Order((Visit.direction,)),
        "size": Order((Visit.size,)),
        "status": Order((Visit.status,)),
        "number": Order((Visit.reference,)),
    }
    ids = select(Visit.id).where(visible_to(reader.viewer, Visit), *_conditions(reader, wanted))
    return Listed(ordered(ids, orders, order, "-latest", Visit.id), lambda found: _rows(reader, found))


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[VisitRow]:
    language = reader.language
    rows = db.session.execute(
        select(
            Visit.id,
            Visit.reference,
            in_language(language, Visit.title_ko, Visit.title_en).label("title"),
            in_language(language, Visit.title_en, Visit.title_ko).label("title_other"),
            Visit.status,
            Visit.direction,
            Visit.starts,
            Visit.ends,
            Visit.size,
            Visit.size_kind,
            in_language(language, City.name_ko, City.name_en).label("home_name"),
            func.coalesce(in_language(language, Organisation.name_ko, Organisation.name_en), "").label("department"),
            User.name.label("officer"),
            Visit.is_example,
        )
        .select_from(Visit)
        .join(City, City.id == Visit.home_id)
        .outerjoin(Organisation, and_(Organisation.id == Visit.department_id, visible_to(reader.viewer, Organisation)))
        .outerjoin(User, User.id == Visit.owner_id)
        .where(Visit.id.in_(ids))
    )
    cities = _partner_names(reader.viewer, ids, language)
    return [VisitRow(**row._mapping, cities=cities.get(row.id, ())) for row in rows]


def list_visit_years(viewer: Viewer) -> Sequence[int]:
    """The years in which visits begin, the latest first."""
    year = extract("year", earliest(Visit.starts))
    rows = db.session.scalars(
        select(year).where(visible_to(viewer, Visit), year.is_not(None)).distinct().order_by(year.desc())
    )
    return [int(value) for value in rows]


def _conditions(reader: Reader, wanted: VisitFilter) -> list[ColumnElement[bool]]:
    conditions = [is_put_away(Visit, wanted.archived)]
    last = func.coalesce(latest(Visit.ends), latest(Visit.starts))
    if wanted.text:
        columns = (Visit.title_ko, Visit.title_en, Visit.purpose_ko, Visit.purpose_en, Visit.reference)
        conditions.append(contains(wanted.text, *columns))
    if wanted.direction:
        conditions.append(Visit.direction == wanted.direction)
    if wanted.status:
        conditions.append(Visit.status == wanted.status)
    if wanted.year:
        conditions += [last >= date(wanted.year, 1, 1), earliest(Visit.starts) <= date(wanted.year, 12, 31)]
    if wanted.since:
        conditions.append(last >= wanted.since)
    if wanted.until:
        conditions.append(earliest(Visit.starts) <= wanted.until)
    if wanted.city:
        partners = _partner_ids(reader.viewer)
        visits = select(partners.c.visit_id).join(City, City.id == partners.c.city_id).where(is_city(wanted.city))
        conditions.append(Visit.id.in_(visits))
    if wanted.department:
        units = select(Organisation.id).where(
            is_organisation(wanted.department), visible_to(reader.viewer, Organisation)
        )
        conditions.append(Visit.department_id.in_(units))
    if wanted.officer:
        conditions.append(Visit.owner_id.in_(select(User.id).where(is_account(wanted.officer))))
    if wanted.mine:
        conditions.append(Visit.owner_id == reader.viewer.id)
    if wanted.homes is not None:
        conditions.append(Visit.home_id.in_(wanted.homes))
    return conditions


def _partner_ids(viewer: Viewer) -> Subquery:
    """(visit_id, city_id) of whom visits are with: by their ties, by the guests' delegations, by the stays abroad."""
    by_tie = (
        select(visit_partnerships.c.visit_id, Partnership.partner_id.label("city_id"))
        .join(Partnership, Partnership.id == visit_partnerships.c.partnership_id)
        .where(visible_to(viewer, Partnership))
    )
    by_delegation = select(Delegation.visit_id, Delegation.city_id).where(
        Delegation.city_id.is_not(None), Delegation.side != Side.HOME, Delegation.archived_at.is_(None)
    )
    by_leg = select(Leg.visit_id, Leg.city_id).where(
        Leg.archived_at.is_(None), Leg.city_id.not_in(select(City.id).where(City.is_home))
    )
    return union(by_tie, by_delegation, by_leg).subquery("partners")


def _partner_names(viewer: Viewer, visit_ids: Sequence[int], language: str) -> dict[int, tuple[str, ...]]:
    partners = _partner_ids(viewer)
    name = in_language(language, City.name_ko, City.name_en)
    rows = db.session.execute(
        select(partners.c.visit_id, name)
        .join(City, City.id == partners.c.city_id)
        .where(partners.c.visit_id.in_(visit_ids), visible_to(viewer, City))
        .order_by(City.id)
    )
    names: dict[int, tuple[str, ...]] = {}
    for visit_id, city in rows:
        names[visit_id] = (*names.get(visit_id, ()), city)
    return names
