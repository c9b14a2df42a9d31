"""How ties change: recorded, revised, put away; the claims of their founding, and what befell them."""

from typing import TypedDict, Unpack

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
from partnerships.models.agreement import Agreement
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import (
    FoundingClaim,
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    Side,
    Tier,
    TieStatus,
)
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may, may_see
from partnerships.queries.partnership import claims_of, find_tie_between

# A side's position that only a coordinator may decide for the home side.
_CONCLUDED = (TieStatus.SUSPENDED, TieStatus.ENDED)

# Where a side stands after an event; other events leave it where it was.
_STATUS_AFTER = {
    PartnershipEventKind.ESTABLISHED: TieStatus.ACTIVE,
    PartnershipEventKind.RESUMED: TieStatus.ACTIVE,
    PartnershipEventKind.RENEWED: TieStatus.ACTIVE,
    PartnershipEventKind.SUSPENDED: TieStatus.SUSPENDED,
    PartnershipEventKind.ENDED: TieStatus.ENDED,
}


class PartnershipDetails(TypedDict, total=False):
    """What an officer says of a tie; what is left out stays as it is."""

    home: City
    partner: City
    tier: Tier
    home_label: str | None
    partner_label: str | None
    home_status: TieStatus
    partner_status: TieStatus
    is_dormant: bool
    note: str | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


class NewPartnershipDetails(PartnershipDetails, total=False):
    """A tie together with the first claim of its founding, which the reference takes its year from."""

    founded: PartialDate | None
    founding_tier: Tier
    founding_wording: str | None
    founding_source: str | None


class ClaimDetails(TypedDict, total=False):
    """What one source says of the founding."""

    founded: PartialDate | None
    tier: Tier
    wording: str | None
    source: str | None
    note: str | None
    is_preferred: bool


class EventDetails(TypedDict, total=False):
    """One turn in a tie's life."""

    kind: PartnershipEventKind
    side: Side
    tier: Tier | None
    announced: PartialDate | None
    decided: PartialDate | None
    notified: PartialDate | None
    effective: PartialDate | None
    reason: str | None
    condition: str | None
    basis: str | None
    basis_agreement: Agreement | None
    source: str | None


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

    The reference takes its year from that claim, else from today.
    """
    founded = details.pop("founded", None)
    claim: ClaimDetails = {
        "founded": founded,
        "tier": details.pop("founding_tier", Tier.UNSPECIFIED),
        "wording": details.pop("founding_wording", None),
        "source": details.pop("founding_source", None),
    }
    with transaction(actor, "record_partnership"):
        tie = Partnership(
            home_status=TieStatus.ACTIVE,
            partner_status=TieStatus.UNKNOWN,
            is_dormant=False,
            disclosure=Disclosure.INTERNAL,
        )
        _apply(actor, tie, details)
        give_reference(tie, founded.earliest if founded else None)
        add(tie)
        if founded or claim["wording"] or claim["source"]:
            if not claim["source"]:
                raise Invalid("founding_source", N_("Enter where this is known from."))
            add_claim(actor, tie, **claim)
    return tie


def revise_partnership(
    actor: Viewer, tie: Partnership, version: int | None = None, **details: Unpack[PartnershipDetails]
) -> None:
    """Change what is recorded of a tie; only a coordinator suspends or ends the home side."""
    with transaction(actor, "revise_partnership"):
        ensure_may(actor, "partnership.write", tie)
        at_version(tie, version)
        after = details.get("home_status", tie.home_status)
        if after != tie.home_status and after in _CONCLUDED:
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


def add_claim(actor: Viewer, tie: Partnership, **details: Unpack[ClaimDetails]) -> FoundingClaim:
    """Add what a source says of the founding; the first claim is the preferred one."""
    with transaction(actor, "add_claim"):
        ensure_may(actor, "partnership.write", tie)
        claim = FoundingClaim(partnership_id=tie.id, tier=Tier.UNSPECIFIED, is_preferred=False)
        _apply_claim(tie, claim, details)
        add(claim)
    return claim


def revise_claim(
    actor: Viewer, tie: Partnership, claim: FoundingClaim, version: int | None = None, **details: Unpack[ClaimDetails]
) -> None:
    """Change a claim; preferring it takes the preference from the one that had it."""
    with transaction(actor, "revise_claim"):
        ensure_may(actor, "partnership.write", tie)
        at_version(claim, version)
        _apply_claim(tie, claim, details)


def archive_claim(actor: Viewer, tie: Partnership, claim: FoundingClaim) -> None:
    """Put a claim away; the preferred one only when it is the last."""
    with transaction(actor, "archive_claim"):
        ensure_may(actor, "partnership.write", tie)
        if claim.is_preferred and len(claims_of(tie)) > 1:
            raise Invalid(None, N_("This is the preferred claim. Prefer another one first."))
        put_away(claim)


def _apply_claim(tie: Partnership, claim: FoundingClaim, details: ClaimDetails) -> None:
    if not details.get("source", claim.source):
        raise Invalid("source", N_("Enter where this is known from."))
    if not (details.get("founded", claim.founded) or details.get("wording", claim.wording)):
        raise Invalid("founded", N_("Enter the date or the words that the source uses."))
    others = [other for other in claims_of(tie) if other.id != claim.id]
    preferred = details.get("is_preferred", claim.is_preferred)
    if not preferred and not any(other.is_preferred for other in others):
        if others:
            raise Invalid("is_preferred", N_("One claim must be preferred. Prefer another one instead."))
        preferred = True
    if preferred:
        for other in others:
            assign(other, {"is_preferred": False})
    assign(claim, {**details, "is_preferred": preferred})


def add_event(
    actor: Viewer, tie: Partnership, sets_status: bool = False, **details: Unpack[EventDetails]
) -> PartnershipEvent:
    """Add what befell the tie; with ``sets_status`` side and tier stand from now on as it left them."""
    with transaction(actor, "add_event"):
        ensure_may(actor, "partnership.write", tie)
        event = PartnershipEvent(partnership_id=tie.id, side=Side.BOTH)
        _apply_event(actor, tie, event, sets_status, details)
        add(event)
    return event


def revise_event(
    actor: Viewer,
    tie: Partnership,
    event: PartnershipEvent,
    version: int | None = None,
    sets_status: bool = False,
    **details: Unpack[EventDetails],
) -> None:
    """Change what is recorded of an event."""
    with transaction(actor, "revise_event"):
        ensure_may(actor, "partnership.write", tie)
        at_version(event, version)
        _apply_event(actor, tie, event, sets_status, details)


def archive_event(actor: Viewer, tie: Partnership, event: PartnershipEvent) -> None:
    """Put an event away; where the sides stand is not changed by it."""
    with transaction(actor, "archive_event"):
        ensure_may(actor, "partnership.write", tie)
        put_away(event)


def _apply_event(
    actor: Viewer, tie: Partnership, event: PartnershipEvent, sets_status: bool, details: EventDetails
) -> None:
    kind = details.get("kind", event.kind)
    if kind is None:
        raise Invalid("kind", N_("Choose what happened."))
    tier = details.get("tier", event.tier)
    if kind is PartnershipEventKind.TIER_CHANGED and tier is None:
        raise Invalid("tier", N_("Choose the tier that it was changed to."))
    assign(event, details)
    if not sets_status:
        return
    if status := _STATUS_AFTER.get(kind):
        _stand(actor, tie, event.side, status)
    if tier is not None and kind in (PartnershipEventKind.TIER_CHANGED, PartnershipEventKind.ESTABLISHED):
        assign(tie, {"tier": tier})


def _stand(actor: Viewer, tie: Partnership, side: Side, status: TieStatus) -> None:
    if side in (Side.HOME, Side.BOTH):
        if status in _CONCLUDED and tie.home_status != status:
            ensure_may(actor, "partnership.conclude", tie)
        assign(tie, {"home_status": status})
    if side in (Side.PARTNER, Side.BOTH):
        assign(tie, {"partner_status": status})
