"""How one visit is found, with its delegations, and what its forms offer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.partnership import Partnership, Tier
from partnerships.models.visit import (
    AnticipatedQuestion,
    Attendee,
    Delegation,
    ItemNote,
    Leg,
    Member,
    Outcome,
    ProgrammeItem,
    TalkingPoint,
    TeamMember,
    Visit,
)
from partnerships.models.visit.team import TEAM_CONTACTS
from partnerships.permissions import Viewer, may, may_read_internal, visible_to
from partnerships.queries.audit import HIDDEN, HistoryEntry, history_of
from partnerships.queries.finding import get_visible, in_language
from partnerships.queries.visit.participants import PRIVATE

# What only those who run a visit may read, by the table of its rows.
_PRIVATE: Final[Mapping[str, Collection[str]]] = {
    Member.__tablename__: PRIVATE,
    TeamMember.__tablename__: TEAM_CONTACTS,
}
# What only those of its home side may read of a visit that others see: whole tables, and fields of others.
_AMONG_COLLEAGUES: Final = frozenset(one.__tablename__ for one in (TalkingPoint, AnticipatedQuestion, ItemNote))
_INTERNAL: Final[Mapping[str, Collection[str]]] = {
    Visit.__tablename__: (
        *("outcome_ko", "outcome_en", "assessment_ko", "assessment_en"),
        *("budget", "budget_currency", "travel_order", "travel_ordered_on"),
    ),
    ProgrammeItem.__tablename__: ("seating",),
    Attendee.__tablename__: ("seat", "note"),
    Outcome.__tablename__: ("note", "point_id"),
}


@dataclass(frozen=True)
class TieOption:
    """A tie to tick: the partnership, the partner's name in the reader's language, and the tier."""

    partnership: Partnership
    partner: str
    tier: Tier


def get_visit(viewer: Viewer, reference: str) -> Visit:
    """A visit with all that its page and its form show; of its programme the items alone."""
    statement = select(Visit).options(
        joinedload(Visit.home),
        joinedload(Visit.department),
        joinedload(Visit.owner),
        joinedload(Visit.returns_visit),
        joinedload(Visit.copied_from),
        selectinload(Visit.partnerships.and_(visible_to(viewer, Partnership))).joinedload(Partnership.partner),
        selectinload(Visit.legs).options(joinedload(Leg.city), joinedload(Leg.counterpart)),
        selectinload(Visit.delegations).options(
            joinedload(Delegation.city),
            joinedload(Delegation.organisation),
            selectinload(Delegation.members).joinedload(Member.person),
        ),
        selectinload(Visit.items),
        selectinload(Visit.team).joinedload(TeamMember.user),
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


def find_team_member(visit: Visit, number: int) -> TeamMember | None:
    """The one of the team of ``visit`` with the id ``number``; ``team`` must be loaded."""
    return next((member for member in visit.team if member.id == number), None)


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
    if not may_read_internal(viewer, visit):
        kept = (entry for entry in entries if entry.row_table not in _AMONG_COLLEAGUES)
        entries = [_without(entry, _INTERNAL.get(entry.row_table, ())) for entry in kept]
    if may(viewer, "visit.read_private", visit):
        return entries
    return [_without(entry, _PRIVATE.get(entry.row_table, ())) for entry in entries]


def _without(entry: HistoryEntry, fields: Collection[str]) -> HistoryEntry:
    """``entry`` with no more than that ``fields`` were changed."""
    changes = [(name, HIDDEN, HIDDEN) if name in fields else (name, *values) for name, *values in entry.changes]
    return replace(entry, changes=changes)
