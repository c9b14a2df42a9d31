"""What the sources say of a founding: exactly one claim is preferred."""

from typing import TypedDict, Unpack

from partnerships.commands.records import (
    add,
    assign,
    at_version,
    put_away,
)
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.partnership import (
    FoundingClaim,
    Partnership,
    Tier,
)
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.partnership import claims_of


class ClaimDetails(TypedDict, total=False):
    """What one source says of the founding."""

    founded: PartialDate | None
    tier: Tier
    wording: str | None
    source: str | None
    note: str | None
    is_preferred: bool


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
