"""How visits, their delegations and their programmes are found."""

from partnerships.queries.visit.clashes import Clash, ClashKind, clashes_of
from partnerships.queries.visit.listing import ORDERS, VisitFilter, VisitRow, list_visit_years, visits_listed
from partnerships.queries.visit.participants import PRIVATE, find_title_held, members_of, people_in_order
from partnerships.queries.visit.programme import (
    Day,
    days_of,
    find_attendee,
    find_step,
    get_item,
    get_programme,
    last_item_number,
    list_places,
)
from partnerships.queries.visit.visit import (
    TieOption,
    find_delegation,
    find_leg,
    find_member,
    get_delegation,
    get_visit,
    list_history,
    list_tie_options,
)

__all__ = [
    "ORDERS",
    "PRIVATE",
    "Clash",
    "ClashKind",
    "Day",
    "TieOption",
    "VisitFilter",
    "VisitRow",
    "clashes_of",
    "days_of",
    "find_attendee",
    "find_delegation",
    "find_leg",
    "find_member",
    "find_step",
    "find_title_held",
    "get_delegation",
    "get_item",
    "get_programme",
    "get_visit",
    "last_item_number",
    "list_history",
    "list_places",
    "list_tie_options",
    "list_visit_years",
    "members_of",
    "people_in_order",
    "visits_listed",
]
