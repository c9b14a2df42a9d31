"""The texts of an agreement: in which languages, which are authentic, which of them prevails."""

from collections.abc import Iterator, Sequence
from typing import TypedDict, Unpack, cast

from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, refuse_all
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementText, TextStanding
from partnerships.models.document import Document
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement import texts_of


class TextDetails(TypedDict, total=False):
    """What is said of the text in one language."""

    language: str | None
    standing: TextStanding
    prevails: bool
    originals: int | None
    printed: PartialDate | None
    kept_at: str | None
    document: Document | None
    note: str | None


def add_text(actor: Viewer, agreement: Agreement, **details: Unpack[TextDetails]) -> AgreementText:
    """Add the text in one language."""
    with transaction(actor, "add_text"):
        ensure_may(actor, "agreement.write", agreement)
        text = AgreementText(agreement_id=agreement.id, standing=TextStanding.NOT_STATED, prevails=False)
        _apply(agreement, text, details)
        add(text)
    return text


def revise_text(
    actor: Viewer, agreement: Agreement, text: AgreementText, version: int | None = None, **details: Unpack[TextDetails]
) -> None:
    """Change what is said of a text."""
    with transaction(actor, "revise_text"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(text, version)
        _apply(agreement, text, details)


def archive_text(actor: Viewer, agreement: Agreement, text: AgreementText) -> None:
    """Put a text away."""
    with transaction(actor, "archive_text"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(text)


def _apply(agreement: Agreement, text: AgreementText, details: TextDetails) -> None:
    said = {name: getattr(text, name) for name in ("language", "standing", "prevails")} | dict(details)
    refuse_all(faults_of_text(cast(TextDetails, said)))
    if said["prevails"] and any(one.prevails for one in _others(agreement, text)):
        raise Invalid("prevails", N_("Another text prevails already. Take the mark off there first."))
    document = details.get("document", text.document)
    if document is not None and document.agreement_id != agreement.id:
        raise Invalid("document", N_("Choose one of the documents of this agreement."))
    assign(text, details)


def faults_of_text(said: TextDetails) -> Iterator[Invalid]:
    """What cannot be of a text of which ``said`` is all that is known, the other texts aside."""
    if not said.get("language"):
        yield Invalid("language", N_("Choose the language of the text."))
    if said.get("prevails") and said.get("standing") is TextStanding.TRANSLATION:
        yield Invalid("prevails", N_("A translation does not prevail over the text that it translates."))


def _others(agreement: Agreement, text: AgreementText) -> Sequence[AgreementText]:
    return [one for one in texts_of(agreement) if one.id != text.id]
