"""Who stood by when an agreement was signed, apart from those who signed it."""

from typing import TypedDict, Unpack

from partnerships.commands.agreement.titles import titles_then
from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, Witness
from partnerships.models.person import Person
from partnerships.models.side import Side
from partnerships.permissions import Viewer, ensure_may


class WitnessDetails(TypedDict, total=False):
    """What is said of a witness."""

    side: Side
    person: Person | None
    title_ko: str | None
    title_en: str | None
    note: str | None


def add_witness(actor: Viewer, agreement: Agreement, **details: Unpack[WitnessDetails]) -> Witness:
    """Add a witness; without a title the one that the person held on the day of signing is taken."""
    with transaction(actor, "add_witness"):
        ensure_may(actor, "agreement.write", agreement)
        witness = Witness(agreement_id=agreement.id, side=Side.BOTH)
        _apply(agreement, witness, details)
        add(witness)
    return witness


def revise_witness(
    actor: Viewer, agreement: Agreement, witness: Witness, version: int | None = None, **details: Unpack[WitnessDetails]
) -> None:
    """Change what is said of a witness."""
    with transaction(actor, "revise_witness"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(witness, version)
        _apply(agreement, witness, details)


def archive_witness(actor: Viewer, agreement: Agreement, witness: Witness) -> None:
    """Put a witness away."""
    with transaction(actor, "archive_witness"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(witness)


def _apply(agreement: Agreement, witness: Witness, details: WitnessDetails) -> None:
    person = details.get("person", witness.person)
    titles = titles_then(witness, details, person, agreement.signed)
    if person is None:
        require_either(titles, "title_ko", "title_en", message=N_("Enter who stood by: a person, a title or both."))
    assign(witness, {**details, **titles})
