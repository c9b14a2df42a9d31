"""Carrying a tie over: a successor city takes it over, visibly at both ends, and nothing of the old tie is hidden."""

from typing import TypedDict, Unpack

from partnerships.adapters.clock import latest_today
from partnerships.commands.partnership.event import stand
from partnerships.commands.partnership.tie import NewPartnershipDetails, record_partnership
from partnerships.commands.records import add, at_version
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import Agreement
from partnerships.models.city import City
from partnerships.models.partnership import (
    BasisKind,
    FoundingClaim,
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    PartnershipLabel,
    Side,
    TieStatus,
)
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may, may_see
from partnerships.queries.partnership import (
    claims_of,
    find_tie_between,
    list_agreements_to_carry,
    predecessors_of,
    successions_of,
)


class SuccessionDetails(TypedDict, total=False):
    """Since when a successor goes on with a tie, why and on what basis, and what goes with it."""

    effective: PartialDate | None
    reason: str | None
    basis_kind: BasisKind
    basis: str | None
    basis_agreement: Agreement | None
    source: str | None
    carries_agreements: bool
    # What the founding claims that are carried over say of where they come from.
    claims_note: str


def succeed_tie(
    actor: Viewer,
    tie: Partnership,
    successor: City | None,
    version: int | None = None,
    **details: Unpack[SuccessionDetails],
) -> Partnership:
    """Let ``successor`` take ``tie`` over: its tie with the same home side is found or made, and the old one ends.

    A tie that is made takes tier, standing, labels, founding claims and owner over; one that is found stays as it is. A
    place that was split may have several successors: each is an event of its own. Answers the successor's tie.
    """
    carries_agreements = details.pop("carries_agreements", False)
    claims_note = details.pop("claims_note", None) or tie.reference
    with transaction(actor, "succeed_tie", details.get("reason")):
        ensure_may(actor, "partnership.write", tie)
        ensure_may(actor, "partnership.conclude", tie)
        at_version(tie, version)
        if successor is None:
            raise Invalid("successor", N_("Choose the city that takes the tie over."))
        if successor.id in (tie.partner_id, tie.home_id):
            raise Invalid("successor", N_("Choose another city: this one is an end of the tie itself."))
        effective = details.get("effective")
        if effective is None:
            raise Invalid("effective", N_("Enter since when, as well as it is known."))
        if effective.is_surely_after(latest_today()):
            raise Invalid("effective", N_("This day is still to come. Enter today or an earlier day."))
        going_on = _find(actor, tie, successor) or _make(actor, tie, successor, details, claims_note)
        event = PartnershipEvent(
            partnership_id=tie.id,
            kind=PartnershipEventKind.SUCCEEDED,
            side=Side.BOTH,
            successor_id=going_on.id,
            **details,
        )
        add(event)
        stand(actor, tie, Side.BOTH, TieStatus.ENDED)
        if carries_agreements:
            for agreement in list_agreements_to_carry(actor, tie, going_on):
                agreement.partnerships.append(going_on)
    return going_on


def _find(actor: Viewer, tie: Partnership, successor: City) -> Partnership | None:
    """The tie that the successor has with the home side already; it must be fit to go on."""
    found = find_tie_between(tie.home.id, successor.id) if tie.home else None
    if found is None:
        return None
    if not may_see(actor, found):
        raise Invalid("successor", N_("This city has a tie already, which your account may not see."))
    if found.is_archived:
        message = N_("The tie with this city, %(reference)s, is archived. Restore it first.")
        raise Invalid("successor", message, reference=found.reference)
    if any(event.successor_id == found.id for event in successions_of(tie)):
        message = N_("The tie was carried over to %(reference)s already.")
        raise Invalid("successor", message, reference=found.reference)
    if found.id in predecessors_of(tie):
        message = N_("%(reference)s is a tie that went over into this one.")
        raise Invalid("successor", message, reference=found.reference)
    return found


def _make(
    actor: Viewer, tie: Partnership, successor: City, details: SuccessionDetails, claims_note: str
) -> Partnership:
    """A tie of the successor on the terms of the old one; after a first half of a split, on those of the first."""
    earlier = [event.successor for event in successions_of(tie) if event.successor]
    model = earlier[0] if earlier else tie
    terms: NewPartnershipDetails = {
        "partner": successor,
        "tier": tie.tier,
        "home_status": model.home_status,
        "partner_status": model.partner_status,
        "disclosure": tie.disclosure,
        "department": tie.department,
        "owner": tie.owner,
        "begun": details.get("effective"),
    }
    if tie.home:
        terms["home"] = tie.home
    made = record_partnership(actor, **terms)
    _carry_claims(tie, made, claims_note)
    for label in tie.labels:
        if not label.is_archived and (label.ends is None or label.ends.latest is None):
            add(
                PartnershipLabel(
                    partnership_id=made.id,
                    side=label.side,
                    label=label.label,
                    begins=details.get("effective"),
                    source=label.source,
                )
            )
    return made


def _carry_claims(tie: Partnership, made: Partnership, note: str) -> None:
    """What the sources say of the founding stays true of the tie that goes on: its age is counted from there."""
    for claim in claims_of(tie):
        add(
            FoundingClaim(
                partnership_id=made.id,
                founded=claim.founded,
                tier=claim.tier,
                wording=claim.wording,
                source=claim.source,
                note="\n".join(part for part in (claim.note, note) if part),
                is_preferred=claim.is_preferred,
            )
        )
