"""Where each side of a tie stands, since when, and by which event; what is still to be approved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from partnerships.models.partnership import (
    TIER_SETTING,
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    Side,
    TieStatus,
)


@dataclass(frozen=True)
class SideStanding:
    """Where ``side`` stands, and the event that left it there, where one is recorded."""

    side: Side
    status: TieStatus
    event: PartnershipEvent | None


@dataclass(frozen=True)
class Standing:
    """Where both sides stand, and the events that wait for an approval."""

    home: SideStanding
    partner: SideStanding
    awaiting: Sequence[PartnershipEvent]
    tier_event: PartnershipEvent | None

    @property
    def awaits_tier(self) -> bool:
        """Whether the event that gave the tie its tier still waits for an approval."""
        return self.tier_event is not None and self.tier_event in self.awaiting

    @property
    def differs(self) -> bool:
        """Whether one side has ended or suspended what the other does not."""
        positions = {self.home.status, self.partner.status}
        return len(positions) == 2 and bool(positions & {TieStatus.SUSPENDED, TieStatus.ENDED})


def explain_standing(tie: Partnership) -> Standing:
    """Where the sides of ``tie`` stand; its ``events`` and their ``approvals`` must be loaded."""
    events = events_in_order(tie)
    return Standing(
        home=_side(events, Side.HOME, tie.home_status),
        partner=_side(events, Side.PARTNER, tie.partner_status),
        awaiting=[event for event in events if any(approval.holds_up for approval in event.approvals)],
        tier_event=next((one for one in reversed(events) if one.kind in TIER_SETTING and one.tier == tie.tier), None),
    )


def events_in_order(tie: Partnership) -> Sequence[PartnershipEvent]:
    """The events of ``tie`` by their time, those without any date last; ``events`` must be loaded."""

    def place(event: PartnershipEvent) -> tuple[bool, date, int]:
        first = event.when.earliest if event.when else None
        return first is None, first or date.max, event.id

    return sorted((event for event in tie.events if not event.is_archived), key=place)


def _side(events: Sequence[PartnershipEvent], side: Side, status: TieStatus) -> SideStanding:
    """The last event of ``side`` that left it where it stands; a renewal does not begin what it goes on with."""
    found = None
    for event in events:
        if event.side not in (side, Side.BOTH):
            continue
        after = TieStatus.PROSPECTIVE if event.kind is PartnershipEventKind.PROPOSED else event.kind.status_after
        if after is None:
            continue
        goes_on = event.kind is PartnershipEventKind.RENEWED and found is not None
        if after != status:
            found = None
        elif not goes_on:
            found = event
    return SideStanding(side, status, found)
