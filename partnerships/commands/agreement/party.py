"""The parties of an agreement: cities and organisations, added one by one or several at once."""

from collections.abc import Collection, Iterator, Sequence
from typing import TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, refuse_all
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementParty
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Side
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement import parties_of


class PartyDetails(TypedDict, total=False):
    """What is said of a party: a city or an organisation, on a side."""

    city: City | None
    organisation: Organisation | None
    side: Side
    position: int | None
    contact: str | None


def add_party(actor: Viewer, agreement: Agreement, **details: Unpack[PartyDetails]) -> AgreementParty:
    """Add a party; without a position it stands last."""
    with transaction(actor, "add_party"):
        ensure_may(actor, "agreement.write", agreement)
        party = AgreementParty(agreement_id=agreement.id, position=0)
        _apply_party(agreement, party, details)
        add(party)
    return party


def add_parties(
    actor: Viewer,
    agreement: Agreement,
    ours: Sequence[City | Organisation] = (),
    theirs: Sequence[City | Organisation] = (),
) -> list[AgreementParty]:
    """Add several parties at once, in their order after those already there: all of them or, when one cannot be, none.

    ``ours`` stand on the home side, ``theirs`` on the partner side.
    """
    with transaction(actor, "add_parties"):
        ensure_may(actor, "agreement.write", agreement)
        if not ours and not theirs:
            raise Invalid("ours", N_("Enter at least one party."))
        already = {body for party in parties_of(agreement) for body in (party.city, party.organisation) if body}
        refuse_all(faults_of_parties(ours, theirs, already))
        sides = [*((body, Side.HOME) for body in ours), *((body, Side.PARTNER) for body in theirs)]
        return [add_party(actor, agreement, **_named(body, side)) for body, side in sides]


def faults_of_parties(
    ours: Sequence[City | Organisation],
    theirs: Sequence[City | Organisation],
    already: Collection[City | Organisation] = (),
) -> Iterator[Invalid]:
    """What stands twice: with the parties ``already`` there, or on both sides."""
    for field, bodies in (("ours", ours), ("theirs", theirs)):
        for body in bodies:
            if body in already:
                yield Invalid(field, N_("%(reference)s is a party already."), reference=body.reference)
            elif field == "theirs" and body in ours:
                yield Invalid(field, N_("%(reference)s stands on both sides."), reference=body.reference)


def _named(body: City | Organisation, side: Side) -> PartyDetails:
    return {"city": body, "side": side} if isinstance(body, City) else {"organisation": body, "side": side}


def revise_party(
    actor: Viewer,
    agreement: Agreement,
    party: AgreementParty,
    version: int | None = None,
    **details: Unpack[PartyDetails],
) -> None:
    """Change a party."""
    with transaction(actor, "revise_party"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(party, version)
        _apply_party(agreement, party, details)


def archive_party(actor: Viewer, agreement: Agreement, party: AgreementParty) -> None:
    """Put a party away that nobody signed for; ``signatures`` of the agreement must be loaded."""
    with transaction(actor, "archive_party"):
        ensure_may(actor, "agreement.write", agreement)
        if any(signature.party_id == party.id and not signature.is_archived for signature in agreement.signatures):
            raise Invalid(None, N_("Somebody signed for this party. Archive the signature first."))
        put_away(party)


def _apply_party(agreement: Agreement, party: AgreementParty, details: PartyDetails) -> None:
    city = details.get("city", party.city)
    organisation = details.get("organisation", party.organisation)
    if (city is None) == (organisation is None):
        raise Invalid("city", N_("Enter either a city or an organisation."))
    if details.get("side", party.side) not in (Side.HOME, Side.PARTNER):
        raise Invalid("side", N_("Choose the side that the party stands on."))
    others = [other for other in parties_of(agreement) if other.id != party.id]
    if city is not None and any(other.city_id == city.id for other in others):
        raise Invalid("city", N_("This city is a party already."))
    if organisation is not None and any(other.organisation_id == organisation.id for other in others):
        raise Invalid("organisation", N_("This organisation is a party already."))
    position = details.get("position")
    if position is None:
        position = party.position or 1 + max((other.position for other in others), default=0)
    assign(party, {**details, "position": position})
