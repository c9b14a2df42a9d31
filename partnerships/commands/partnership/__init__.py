"""How ties change: recorded, revised, put away; the claims of their founding, and what befell them."""

from partnerships.commands.partnership.claim import ClaimDetails, add_claim, archive_claim, revise_claim
from partnerships.commands.partnership.event import EventDetails, add_event, archive_event, revise_event
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
    "NewPartnershipDetails",
    "PartnershipDetails",
    "add_claim",
    "add_event",
    "archive_claim",
    "archive_event",
    "archive_partnership",
    "record_partnership",
    "restore_partnership",
    "revise_claim",
    "revise_event",
    "revise_partnership",
]
