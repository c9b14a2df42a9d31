"""Partnerships (결연, 교류관계): one tie between the home and one partner, and what befell it."""

from partnerships.models.partnership.claim import FoundingClaim
from partnerships.models.partnership.event import (
    TIER_SETTING,
    BasisKind,
    EventApproval,
    PartnershipEvent,
    PartnershipEventKind,
)
from partnerships.models.partnership.label import PartnershipLabel, TierLabel
from partnerships.models.partnership.tie import Partnership, Tier, TieStatus
from partnerships.models.side import Side

__all__ = [
    "TIER_SETTING",
    "BasisKind",
    "EventApproval",
    "FoundingClaim",
    "Partnership",
    "PartnershipEvent",
    "PartnershipEventKind",
    "PartnershipLabel",
    "Side",
    "TieStatus",
    "Tier",
    "TierLabel",
]
