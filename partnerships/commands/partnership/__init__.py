"""How ties change: recorded, revised, put away; the claims of their founding, and what befell them."""

from partnerships.commands.partnership.claim import ClaimDetails, add_claim, archive_claim, revise_claim
from partnerships.commands.partnership.dormancy import keep_awake, mark_dormant
from partnerships.commands.partnership.event import (
    EventDetails,
    add_event,
    add_event_approval,
    archive_event,
    archive_event_approval,
    revise_event,
    revise_event_approval,
)
from partnerships.commands.partnership.label import (
    LabelDetails,
    TierLabelDetails,
    add_label,
    add_tier_label,
    archive_label,
    archive_tier_label,
    revise_label,
    revise_tier_label,
)
from partnerships.commands.partnership.succession import SuccessionDetails, succeed_tie
from partnerships.commands.partnership.tie import (
    AlreadyTied,
    NewPartnershipDetails,
    PartnershipDetails,
    archive_partnership,
    record_partnership,
    restore_partnership,
    revise_partnership,
)

__all__ = [
    "AlreadyTied",
    "ClaimDetails",
    "EventDetails",
    "LabelDetails",
    "NewPartnershipDetails",
    "PartnershipDetails",
    "SuccessionDetails",
    "TierLabelDetails",
    "add_claim",
    "add_event",
    "add_event_approval",
    "add_label",
    "add_tier_label",
    "archive_claim",
    "archive_event",
    "archive_event_approval",
    "archive_label",
    "archive_partnership",
    "archive_tier_label",
    "keep_awake",
    "mark_dormant",
    "record_partnership",
    "restore_partnership",
    "revise_claim",
    "revise_event",
    "revise_event_approval",
    "revise_label",
    "revise_partnership",
    "revise_tier_label",
    "succeed_tie",
]
