"""Ties between a home city and its partners."""

from datetime import date
from typing import Any

from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.city import City
from partnerships.models.partnership import (
    EventApproval,
    FoundingClaim,
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    PartnershipLabel,
    Side,
    Tier,
    TierLabel,
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


def make_event_approval(event: PartnershipEvent, **details: Any) -> EventApproval:
    """The consent of the home side's council, given in September 2013."""
    defaults = {
        "kind": ApprovalKind.COUNCIL_CONSENT,
        "side": Side.HOME,
        "body": "서울특별시의회",
        "requested": PartialDate.parse("2013-08-20"),
        "decided": PartialDate.parse("2013-09-12"),
        "result": ApprovalResult.GRANTED,
        "vote": "재석 87, 찬성 80",
        "number": "의안번호 2013-112",
    }
    return save(EventApproval(event_id=event.id, **with_defaults(defaults, details)))


def make_label(tie: Partnership, **details: Any) -> PartnershipLabel:
    """What the partner calls the tie."""
    defaults = {"side": Side.PARTNER, "label": "友好都市", "begins": PartialDate.parse("1976")}
    return save(PartnershipLabel(partnership_id=tie.id, **with_defaults(defaults, details)))


def make_tier_label(city: City, **details: Any) -> TierLabel:
    """What the office of a home city calls its sister cities."""
    defaults = {"tier": Tier.SISTER, "label_ko": "친선도시", "label_en": "Friendly city"}
    return save(TierLabel(city_id=city.id, **with_defaults(defaults, details)))
