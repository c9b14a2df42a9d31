"""How ties are found: the list, one tie, all that happened in it, and what that says of its life."""

from partnerships.queries.partnership.anniversary import (
    Anniversary,
    AnniversaryOfTie,
    count_anniversaries,
    list_anniversaries,
    next_anniversary,
)
from partnerships.queries.partnership.happenings import (
    Happening,
    list_happenings,
    list_last_happenings,
)
from partnerships.queries.partnership.labels import (
    OfficeLabels,
    find_label,
    find_tier_label,
    get_labelling_home,
    labels_in_use,
    labels_of_tier,
    list_tier_labels,
    own_label,
    read_office_labels,
)
from partnerships.queries.partnership.line import HappeningKind
from partnerships.queries.partnership.listing import (
    ORDERS,
    PartnershipFilter,
    list_partner_countries,
    partnerships_listed,
)
from partnerships.queries.partnership.reading import (
    claims_of,
    find_approval,
    find_claim,
    find_event,
    find_tie_between,
    get_event,
    get_partnership,
    list_agreements_of_tie,
    list_visits_of_tie,
)
from partnerships.queries.partnership.standing import SideStanding, Standing, events_in_order, explain_standing
from partnerships.queries.partnership.succession import (
    list_agreements_to_carry,
    list_city_successors,
    list_predecessors,
    predecessors_of,
    successions_of,
)
from partnerships.queries.partnership.vitality import QUIET_AFTER_YEARS, Vitality, explain_vitality

__all__ = [
    "ORDERS",
    "QUIET_AFTER_YEARS",
    "Anniversary",
    "AnniversaryOfTie",
    "Happening",
    "HappeningKind",
    "OfficeLabels",
    "PartnershipFilter",
    "SideStanding",
    "Standing",
    "Vitality",
    "claims_of",
    "count_anniversaries",
    "events_in_order",
    "explain_standing",
    "explain_vitality",
    "find_approval",
    "find_claim",
    "find_event",
    "find_label",
    "find_tie_between",
    "find_tier_label",
    "get_event",
    "get_labelling_home",
    "get_partnership",
    "labels_in_use",
    "labels_of_tier",
    "list_agreements_of_tie",
    "list_agreements_to_carry",
    "list_anniversaries",
    "list_city_successors",
    "list_happenings",
    "list_last_happenings",
    "list_partner_countries",
    "list_predecessors",
    "list_tier_labels",
    "list_visits_of_tie",
    "next_anniversary",
    "own_label",
    "partnerships_listed",
    "predecessors_of",
    "read_office_labels",
    "successions_of",
]
