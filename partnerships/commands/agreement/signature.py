"""Who signed for the parties of an agreement: as what, for whom, when, where and how."""

from datetime import date
from typing import TypedDict, Unpack

from partnerships.commands.agreement.titles import titles_then
from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, refuse_all
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementParty, Capacity, Signature, SigningManner
from partnerships.models.city import City
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement import completed_on


class SignatureDetails(TypedDict, total=False):
    """What is said of one signature."""

    party: AgreementParty
    person: Person | None
    title_ko: str | None
    title_en: str | None
    capacity: Capacity
    on_behalf_of: str | None
    signed: PartialDate | None
    manner: SigningManner
    city: City | None
    place_ko: str | None
    place_en: str | None
    sent: PartialDate | None
    returned: PartialDate | None


def add_signature(actor: Viewer, agreement: Agreement, **details: Unpack[SignatureDetails]) -> Signature:
    """Add a signature; without a title it takes the one that the person held on the day of signing."""
    with transaction(actor, "add_signature"):
        ensure_may(actor, "agreement.write", agreement)
        signature = Signature(agreement_id=agreement.id, capacity=Capacity.OWN_RIGHT, manner=SigningManner.NOT_STATED)
        _apply_signature(agreement, signature, details)
        add(signature)
    return signature


def revise_signature(
    actor: Viewer,
    agreement: Agreement,
    signature: Signature,
    version: int | None = None,
    **details: Unpack[SignatureDetails],
) -> None:
    """Change a signature."""
    with transaction(actor, "revise_signature"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(signature, version)
        _apply_signature(agreement, signature, details)


def archive_signature(actor: Viewer, agreement: Agreement, signature: Signature) -> None:
    """Put a signature away."""
    with transaction(actor, "archive_signature"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(signature)


def date_by_signatures(actor: Viewer, agreement: Agreement, day: date) -> None:
    """Let the agreement be signed on the day on which the last party signed; ``day`` is the one that was offered."""
    with transaction(actor, "date_by_signatures"):
        ensure_may(actor, "agreement.write", agreement)
        if completed_on(agreement) != day:
            raise Invalid(None, N_("The signatures have changed since. Look at their dates again."))
        assign(agreement, {"signed": PartialDate.of(day)})


def _apply_signature(agreement: Agreement, signature: Signature, details: SignatureDetails) -> None:
    party = details.get("party", signature.party)
    if party is None or party.agreement_id != agreement.id:
        raise Invalid("party", N_("Choose the party that was signed for."))
    person = details.get("person", signature.person)
    when = details.get("signed", signature.signed) or agreement.signed
    titles = titles_then(signature, details, person, when, N_("Enter who signed: a person, a title or both."))
    _check_sending(signature, details)
    assign(signature, {**details, **titles})


def _check_sending(signature: Signature, details: SignatureDetails) -> None:
    capacity = details.get("capacity", signature.capacity)
    sent, returned = details.get("sent", signature.sent), details.get("returned", signature.returned)
    by_letter = details.get("manner", signature.manner) is SigningManner.CORRESPONDENCE
    faults = []
    if capacity is Capacity.ON_BEHALF and not details.get("on_behalf_of", signature.on_behalf_of):
        faults.append(Invalid("on_behalf_of", N_("Enter on whose behalf.")))
    if (sent or returned) and not by_letter:
        message = N_("Copies go out and come back only by correspondence: choose this, or leave these dates empty.")
        faults.append(Invalid("manner", message))
    if sent and returned and sent.earliest and returned.latest and returned.latest < sent.earliest:
        faults.append(Invalid("returned", N_("It came back before it was sent.")))
    refuse_all(faults)
