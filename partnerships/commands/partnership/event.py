"""What befell a tie, and where the sides stand after it."""

from typing import TypedDict, Unpack

from partnerships.commands.partnership.tie import CONCLUDED
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    put_away,
)
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import Agreement
from partnerships.models.partnership import (
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    Side,
    Tier,
    TieStatus,
)
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may

# Where a side stands after an event; other events leave it where it was.
_STATUS_AFTER = {
    PartnershipEventKind.ESTABLISHED: TieStatus.ACTIVE,
    PartnershipEventKind.RESUMED: TieStatus.ACTIVE,
    PartnershipEventKind.RENEWED: TieStatus.ACTIVE,
    PartnershipEventKind.SUSPENDED: TieStatus.SUSPENDED,
    PartnershipEventKind.ENDED: TieStatus.ENDED,
}


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
        if status in CONCLUDED and tie.home_status != status:
            ensure_may(actor, "partnership.conclude", tie)
        assign(tie, {"home_status": status})
    if side in (Side.PARTNER, Side.BOTH):
        assign(tie, {"partner_status": status})
