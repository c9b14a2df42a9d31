"""The tie itself: recorded with the first claim of its founding, revised, put away."""

from typing import TypedDict, Unpack

from partnerships.commands.partnership.claim import ClaimDetails, add_claim
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    put_away,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import (
    Partnership,
    PartnershipLabel,
    Side,
    Tier,
    TieStatus,
)
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may, may_see
from partnerships.queries.partnership import find_tie_between

# A side's position that only a coordinator may decide for the home side.
CONCLUDED = (TieStatus.SUSPENDED, TieStatus.ENDED)


class PartnershipDetails(TypedDict, total=False):
    """What an officer says of a tie; what is left out stays as it is."""

    home: City
    partner: City
    tier: Tier
    home_status: TieStatus
    partner_status: TieStatus
    is_dormant: bool
    note: str | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


class NewPartnershipDetails(PartnershipDetails, total=False):
    """A tie with what each side calls it and the first claim of its founding, whose year its reference takes."""

    founded: PartialDate | None
    founding_tier: Tier
    founding_wording: str | None
    founding_source: str | None
    home_label: str | None
    partner_label: str | None
    # Where no claim dates it: the day by which its reference is numbered.
    begun: PartialDate | None


class AlreadyTied(Invalid):
    """The pair has a tie already; ``reference`` names it where the acting officer may know of it."""

    def __init__(self, existing: Partnership, is_visible: bool) -> None:
        self.reference = existing.reference if is_visible else None
        if is_visible:
            message = N_("These two have a tie already: %(reference)s. A pair has one tie, whatever befell it.")
            super().__init__("partner", message, reference=existing.reference)
        else:
            super().__init__("partner", N_("These two have a tie already, which your account may not see."))


def record_partnership(actor: Viewer, **details: Unpack[NewPartnershipDetails]) -> Partnership:
    """Record a tie, with the first claim of its founding where one is given.

    The reference takes its year from ``begun`` or that claim, else from today.
    """
    founded = details.pop("founded", None)
    begun = details.pop("begun", None) or founded
    claim: ClaimDetails = {
        "founded": founded,
        "tier": details.pop("founding_tier", Tier.UNSPECIFIED),
        "wording": details.pop("founding_wording", None),
        "source": details.pop("founding_source", None),
    }
    labels = {Side.HOME: details.pop("home_label", None), Side.PARTNER: details.pop("partner_label", None)}
    with transaction(actor, "record_partnership"):
        tie = Partnership(
            home_status=TieStatus.ACTIVE,
            partner_status=TieStatus.UNKNOWN,
            is_dormant=False,
            disclosure=Disclosure.INTERNAL,
        )
        _apply(actor, tie, details)
        give_reference(tie, begun.earliest if begun else None)
        add(tie)
        if founded or claim["wording"] or claim["source"]:
            if not claim["source"]:
                raise Invalid("founding_source", N_("Enter where this is known from."))
            add_claim(actor, tie, **claim)
        for side, label in labels.items():
            if label:
                add(PartnershipLabel(partnership_id=tie.id, side=side, label=label))
    return tie


def revise_partnership(
    actor: Viewer, tie: Partnership, version: int | None = None, **details: Unpack[PartnershipDetails]
) -> None:
    """Change what is recorded of a tie; only a coordinator suspends or ends the home side."""
    with transaction(actor, "revise_partnership"):
        ensure_may(actor, "partnership.write", tie)
        at_version(tie, version)
        after = details.get("home_status", tie.home_status)
        if after != tie.home_status and after in CONCLUDED:
            ensure_may(actor, "partnership.conclude", tie)
        _apply(actor, tie, details)


def archive_partnership(actor: Viewer, tie: Partnership) -> None:
    """Put a tie away."""
    with transaction(actor, "archive_partnership"):
        ensure_may(actor, "partnership.write", tie)
        put_away(tie)


def restore_partnership(actor: Viewer, tie: Partnership) -> None:
    """Bring an archived tie back."""
    with transaction(actor, "restore_partnership"):
        ensure_may(actor, "partnership.write", tie)
        bring_back(tie)


def _apply(actor: Viewer, tie: Partnership, details: PartnershipDetails) -> None:
    home = details.get("home", tie.home)
    partner = details.get("partner", tie.partner)
    if home is None:
        raise Invalid("home", N_("Choose the home side."))
    if partner is None:
        raise Invalid("partner", N_("Choose the partner city."))
    if home.id == partner.id:
        raise Invalid("partner", N_("A city has no tie with itself."))
    tie.home_id, tie.partner_id = home.id, partner.id
    ensure_may(actor, "partnership.write", tie)
    existing = find_tie_between(home.id, partner.id)
    if existing is not None and existing.id != tie.id:
        raise AlreadyTied(existing, may_see(actor, existing))
    tie.pair_low_id, tie.pair_high_id = sorted((home.id, partner.id))
    keep_disclosure_within_reach(actor, tie, details.get("disclosure"))
    assign(tie, details)
