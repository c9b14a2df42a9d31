"""What befell a tie, and where the sides stand after it."""

from typing import TypedDict, Unpack

from partnerships.adapters.clock import latest_today
from partnerships.commands.approval import ApprovalDetails, apply_approval
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
    TIER_SETTING,
    BasisKind,
    EventApproval,
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    Side,
    Tier,
    TieStatus,
)
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.partnership import labels_in_use


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
    basis_kind: BasisKind
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


def add_event_approval(actor: Viewer, event: PartnershipEvent, **details: Unpack[ApprovalDetails]) -> EventApproval:
    """Add an approval that the event needed; the event's ``partnership`` must be loaded."""
    with transaction(actor, "add_event_approval"):
        ensure_may(actor, "partnership.write", event.partnership)
        approval = EventApproval(event_id=event.id)
        apply_approval(approval, details)
        add(approval)
    return approval


def revise_event_approval(
    actor: Viewer,
    event: PartnershipEvent,
    approval: EventApproval,
    version: int | None = None,
    **details: Unpack[ApprovalDetails],
) -> None:
    """Change how far an approval of an event has come."""
    with transaction(actor, "revise_event_approval"):
        ensure_may(actor, "partnership.write", event.partnership)
        at_version(approval, version)
        apply_approval(approval, details)


def archive_event_approval(actor: Viewer, event: PartnershipEvent, approval: EventApproval) -> None:
    """Put an approval of an event away."""
    with transaction(actor, "archive_event_approval"):
        ensure_may(actor, "partnership.write", event.partnership)
        put_away(approval)


def _apply_event(
    actor: Viewer, tie: Partnership, event: PartnershipEvent, sets_status: bool, details: EventDetails
) -> None:
    kind = details.get("kind", event.kind)
    if kind is None:
        raise Invalid("kind", N_("Choose what happened."))
    if kind is PartnershipEventKind.SUCCEEDED and event.successor_id is None:
        message = N_("A coordinator registers it with “Carry over to a successor” on the page of the tie.")
        raise Invalid("kind", message)
    if event.successor_id is not None and kind is not PartnershipEventKind.SUCCEEDED:
        raise Invalid("kind", N_("A successor took the tie over: this cannot become another event."))
    tier = details.get("tier", event.tier)
    if kind is PartnershipEventKind.TIER_CHANGED and tier is None:
        raise Invalid("tier", N_("Choose the tier that it was changed to."))
    assign(event, details)
    if not sets_status:
        return
    status, sets_tier = kind.status_after, tier is not None and kind in TIER_SETTING
    if (status or sets_tier) and not (event.effective or event.decided):
        message = N_("Nothing changes by what is neither decided nor effective: enter that date, or leave this off.")
        raise Invalid("sets_status", message)
    if (status or sets_tier) and event.effective and event.effective.is_surely_after(latest_today()):
        message = N_("It takes effect only on %(day)s. Leave this off, and change it when that day has come.")
        raise Invalid("sets_status", message, day=event.effective)
    if status:
        stand(actor, tie, event.side, status)
    if sets_tier:
        if tier != tie.tier and event.when:
            _end_labels(tie, event.side, event.when)
        assign(tie, {"tier": tier})


def _end_labels(tie: Partnership, side: Side, when: PartialDate) -> None:
    """What a side called the tie until its tier changed is no word for the new tier."""
    for label in labels_in_use(tie, side):
        if label.begun is None or when.earliest is None or label.begun < when.earliest:
            assign(label, {"ends": when})


def stand(actor: Viewer, tie: Partnership, side: Side, status: TieStatus) -> None:
    """Set where ``side`` stands; the home side is suspended or ended by a coordinator only."""
    if side in (Side.HOME, Side.BOTH):
        if status in CONCLUDED and tie.home_status != status:
            ensure_may(actor, "partnership.conclude", tie)
        assign(tie, {"home_status": status})
    if side in (Side.PARTNER, Side.BOTH):
        assign(tie, {"partner_status": status})
