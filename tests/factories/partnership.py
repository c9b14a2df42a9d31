"""Ties between a home city and its partners."""

from datetime import date
from typing import Any

from partnerships.models.city import City
from partnerships.models.partnership import (
    FoundingClaim,
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    PartnershipLabel,
    Side,
    Tier,
    TieStatus,
)
from partnerships.models.types import PartialDate
from tests.factories.city import make_city
from tests.factories.saving import save, with_defaults


def make_partnership(home: City, partner: City | None = None, year: int = 1976, **details: Any) -> Partnership:
    """A sister city tie of ``home``, numbered in ``year``; without a ``partner`` a new city is made."""
    partner = partner or make_city()
    low, high = sorted((home.id, partner.id))
    defaults = {
        "tier": Tier.SISTER,
        "home_status": TieStatus.ACTIVE,
        "partner_status": TieStatus.ACTIVE,
        "pair_low_id": low,
        "pair_high_id": high,
    }
    given = with_defaults(defaults, details)
    labels = {Side.HOME: given.pop("home_label", "자매도시"), Side.PARTNER: given.pop("partner_label", None)}
    tie = save(Partnership(home=home, partner=partner, **given), date(year, 1, 1))
    for side, label in labels.items():
        if label:
            save(PartnershipLabel(partnership_id=tie.id, side=side, label=label))
    return tie


def make_claim(tie: Partnership, **details: Any) -> FoundingClaim:
    """A claim that the tie was founded on 18 May 1976."""
    defaults = {
        "founded": PartialDate.parse("1976-05-18"),
        "tier": Tier.SISTER,
        "wording": "자매결연",
        "source": "서울시 자매도시 현황",
        "is_preferred": True,
    }
    return save(FoundingClaim(partnership_id=tie.id, **with_defaults(defaults, details)))


def make_partnership_event(tie: Partnership, **details: Any) -> PartnershipEvent:
    """The establishment of the tie by both sides."""
    defaults = {
        "kind": PartnershipEventKind.ESTABLISHED,
        "side": Side.BOTH,
        "tier": Tier.SISTER,
        "effective": PartialDate.parse("1976-05-18"),
        "source": "서울시 자매도시 현황",
    }
    return save(PartnershipEvent(partnership_id=tie.id, **with_defaults(defaults, details)))
