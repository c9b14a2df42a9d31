"""How visits are found: lists, one visit with its delegations, and what its forms offer."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Subquery, and_, func, select, union
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership, Side, Tier
from partnerships.models.types import PartialDate, earliest, latest
from partnerships.models.visit import Delegation, Direction, Leg, Member, SizeKind, Visit, VisitStatus
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, may, visible_to
from partnerships.queries.audit import HIDDEN, HistoryEntry, history_of
from partnerships.queries.finding import contains, get_visible, in_language
from partnerships.queries.pages import Page, read_page
from partnerships.queries.visit.participants import PRIVATE


@dataclass(frozen=True)
class VisitFilter:
    """What a list of visits is narrowed to; ``None`` leaves a matter open. ``city`` is a reference.

    ``since`` and ``until`` keep the visits that can have touched the days between them.
    """

    text: str | None = None
    direction: Direction | None = None
    status: VisitStatus | None = None
    city: str | None = None
    since: date | None = None
    until: date | None = None
    archived: bool = False


@dataclass(frozen=True)
class VisitRow:
    """One line of a list of visits; ``cities`` are the names of the partners, in the reader's language."""

    reference: str
    title: str
    status: VisitStatus
    direction: Direction
    starts: PartialDate | None
    ends: PartialDate | None
    size: int | None
    size_kind: SizeKind
    department: str
    is_example: bool
    cities: tuple[str, ...]


@dataclass(frozen=True)
class TieOption:
    """A tie to tick: the partnership, the partner's name in the reader's language, and the tier."""

    partnership: Partnership
    partner: str
    tier: Tier


def list_visits(viewer: Viewer, wanted: VisitFilter, language: str, page: int = 1) -> Page:
    """Visits as :class:`VisitRow`, the latest first, those without a date before them."""
    statement = (
        select(
            Visit.id,
            Visit.reference,
            in_language(language, Visit.title_ko, Visit.title_en).label("title"),
            Visit.status,
            Visit.direction,
            Visit.starts,
            Visit.ends,
            Visit.size,
            Visit.size_kind,
            func.coalesce(in_language(language, Organisation.name_ko, Organisation.name_en), "").label("department"),
            Visit.is_example,
        )
        .outerjoin(Organisation, and_(Organisation.id == Visit.department_id, visible_to(viewer, Organisation)))
        .where(visible_to(viewer, Visit))
        .where(Visit.archived_at.is_not(None) if wanted.archived else Visit.archived_at.is_(None))
        .order_by(earliest(Visit.starts).desc().nulls_first(), Visit.id.desc())
    )
    if wanted.text:
        columns = (Visit.title_ko, Visit.title_en, Visit.purpose_ko, Visit.purpose_en, Visit.reference)
        statement = statement.where(contains(wanted.text, *columns))
    if wanted.direction:
        statement = statement.where(Visit.direction == wanted.direction)
    if wanted.status:
        statement = statement.where(Visit.status == wanted.status)
    if wanted.since:
        last = func.coalesce(latest(Visit.ends), latest(Visit.starts))
        statement = statement.where(last >= wanted.since)
    if wanted.until:
        statement = statement.where(earliest(Visit.starts) <= wanted.until)
    if wanted.city:
        partners = _partner_ids(viewer)
        visits = (
            select(partners.c.visit_id).join(City, City.id == partners.c.city_id).where(City.reference == wanted.city)
        )
        statement = statement.where(Visit.id.in_(visits))
    found = read_page(statement, page)
    cities = _partner_names(viewer, [row.id for row in found.rows], language)
    rows = [
        VisitRow(**{name: value for name, value in row._mapping.items() if name != "id"}, cities=cities.get(row.id, ()))
        for row in found.rows
    ]
    return replace(found, rows=rows)


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


def list_visit_cities(viewer: Viewer, language: str) -> Sequence[tuple[str, str]]:
    """(reference, name) of the partner cities of all visits that ``viewer`` sees, by name."""
    partners = _partner_ids(viewer)
    name = in_language(language, City.name_ko, City.name_en)
    rows = db.session.execute(
        select(City.reference, name)
        .join(partners, partners.c.city_id == City.id)
        .join(Visit, Visit.id == partners.c.visit_id)
        .where(visible_to(viewer, City), visible_to(viewer, Visit))
        .distinct()
        .order_by(name)
    )
    return [(row[0], row[1]) for row in rows]


def get_visit(viewer: Viewer, reference: str) -> Visit:
    """A visit with all that its page and its form show; of its programme the items alone."""
    statement = select(Visit).options(
        joinedload(Visit.home),
        joinedload(Visit.department),
        joinedload(Visit.owner),
        joinedload(Visit.returns_visit),
        selectinload(Visit.partnerships.and_(visible_to(viewer, Partnership))).joinedload(Partnership.partner),
        selectinload(Visit.legs).joinedload(Leg.city),
        selectinload(Visit.delegations).options(
            joinedload(Delegation.city),
            joinedload(Delegation.organisation),
            selectinload(Delegation.members).joinedload(Member.person),
        ),
        selectinload(Visit.items),
    )
    visit = get_visible(viewer, statement, Visit, reference)
    for delegation in visit.delegations:
        # The way back is known without asking the database for it.
        set_committed_value(delegation, "visit", visit)
    return visit


def get_delegation(viewer: Viewer, reference: str, number: int) -> Delegation:
    """The delegation with the id ``number`` of a visit, with its visit and its members."""
    visit = get_visit(viewer, reference)
    delegation = find_delegation(visit, number)
    if delegation is None or delegation.is_archived:
        raise NotFound(N_("There is no such record."))
    return delegation


def find_leg(visit: Visit, number: int) -> Leg | None:
    """The leg of ``visit`` with the id ``number``; ``legs`` must be loaded."""
    return next((leg for leg in visit.legs if leg.id == number), None)


def find_delegation(visit: Visit, number: int) -> Delegation | None:
    """The delegation of ``visit`` with the id ``number``; ``delegations`` must be loaded."""
    return next((delegation for delegation in visit.delegations if delegation.id == number), None)


def find_member(delegation: Delegation, number: int) -> Member | None:
    """The member of ``delegation`` with the id ``number``; ``members`` must be loaded."""
    return next((member for member in delegation.members if member.id == number), None)


def list_tie_options(viewer: Viewer, language: str) -> Sequence[TieOption]:
    """The ties that a visit can belong to, by the partner's name."""
    name = in_language(language, City.name_ko, City.name_en)
    ties = db.session.execute(
        select(Partnership, name)
        .join(City, City.id == Partnership.partner_id)
        .where(visible_to(viewer, Partnership), Partnership.archived_at.is_(None))
        .order_by(name, Partnership.id)
    )
    return [TieOption(tie, partner, tie.tier) for tie, partner in ties]


def list_history(viewer: Viewer, visit: Visit) -> Sequence[HistoryEntry]:
    """What happened to ``visit`` and its parts, the latest first; what is personal only for those who may read it."""
    entries = history_of(visit)
    if may(viewer, "person.read_private", visit):
        return entries
    return [_without_private(entry) if entry.row_table == Member.__tablename__ else entry for entry in entries]


def _without_private(entry: HistoryEntry) -> HistoryEntry:
    changes = [(name, HIDDEN, HIDDEN) if name in PRIVATE else (name, *values) for name, *values in entry.changes]
    return replace(entry, changes=changes)
