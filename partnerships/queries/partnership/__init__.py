"""How ties are found: the list, one tie, all that happened in it, and what that says of its life."""

from partnerships.queries.partnership.anniversary import (
    Anniversary,
    AnniversaryOfTie,
    list_anniversaries,
    next_anniversary,
)
from partnerships.queries.partnership.happenings import (
    Happening,
    HappeningKind,
    list_happenings,
    list_last_happenings,
)
from partnerships.queries.partnership.listing import (
    PartnershipFilter,
    list_partner_countries,
    list_partnerships,
)
from partnerships.queries.partnership.reading import (
    claims_of,
    find_claim,
    find_event,
    find_tie_between,
    get_partnership,
    list_agreements_of_tie,
    list_visits_of_tie,
)
from partnerships.queries.partnership.vitality import Vitality, explain_vitality

__all__ = [
    "Anniversary",
    "AnniversaryOfTie",
    "Happening",
    "HappeningKind",
    "PartnershipFilter",
    "Vitality",
    "claims_of",
    "explain_vitality",
    "find_claim",
    "find_event",
    "find_tie_between",
    "get_partnership",
    "list_agreements_of_tie",
    "list_anniversaries",
    "list_happenings",
    "list_last_happenings",
    "list_partner_countries",
    "list_partnerships",
    "list_visits_of_tie",
    "next_anniversary",
]
