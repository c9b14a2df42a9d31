"""Who signed for the parties of an agreement: as what, for whom, when, where and how."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict, Unpack, cast

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
    names = ("title_ko", "title_en", "capacity", "on_behalf_of", "manner", "sent", "returned")
    said = {name: getattr(signature, name) for name in names} | {"person": person} | dict(details)
    refuse_all(faults_of_signature(cast(SignatureDetails, said)))
    titles = titles_then(signature, details, person, when)
    assign(signature, {**details, **titles})


def faults_of_signature(said: SignatureDetails) -> Iterator[Invalid]:
    """What cannot be of a signature, its party aside, of which ``said`` is all that is known."""
    if not (said.get("person") or said.get("title_ko") or said.get("title_en")):
        yield Invalid("title_ko", N_("Enter who signed: a person, a title or both."))
    if said.get("capacity") is Capacity.ON_BEHALF and not said.get("on_behalf_of"):
        yield Invalid("on_behalf_of", N_("Enter on whose behalf."))
    sent, returned = said.get("sent"), said.get("returned")
    if (sent or returned) and said.get("manner") is not SigningManner.CORRESPONDENCE:
        message = N_("Copies go out and come back only by correspondence: choose this, or leave these dates empty.")
        yield Invalid("manner", message)
    if sent and returned and returned.is_surely_before(sent):
        yield Invalid("returned", N_("It came back before it was sent."))
