"""What the record of a signed paper still lacks, as a checklist that leads to where it is entered."""

from collections.abc import Iterator, Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext, ngettext

from partnerships.models.agreement import SIGNED_STATUSES, Agreement, TermKind
from partnerships.models.document import Document
from partnerships.views.agreements.blueprint import name_of_party


def missing_from(agreement: Agreement, documents: Sequence[Document]) -> list[dict[str, Any]]:
    """What is missing of ``agreement``, the most needed first; nothing is asked of a paper that nobody signed yet."""
    if agreement.status not in SIGNED_STATUSES or agreement.is_archived:
        return []
    return [
        {"state": "missing", "label": label, "url": _url(agreement, page), "hint": hint}
        for label, page, hint in (
            *_of_parties(agreement),
            *_of_words(agreement, documents),
            *_of_commitments(agreement),
        )
    ]


Lack = tuple[str, str, str | None]


def _url(agreement: Agreement, page: str) -> str:
    names: dict[str, Any] = {"for" if page == "documents.create" else "reference": agreement.reference}
    return url_for(page, **names)


def _of_parties(agreement: Agreement) -> Iterator[Lack]:
    parties = [party for party in agreement.parties if not party.is_archived]
    signed = {signature.party_id for signature in agreement.signatures if not signature.is_archived}
    if not parties:
        yield gettext("Who agreed"), "agreements.parties", None
    unsigned = [name_of_party(party) for party in parties if party.id not in signed]
    if unsigned:
        yield gettext("Who signed"), "agreements.signature_create", ", ".join(unsigned)
    if agreement.effective is None:
        hint = gettext("Until this is entered it counts as signed only.") if agreement.status == "signed" else None
        yield gettext("When it came into force"), "agreements.edit", hint
    if agreement.term_kind is TermKind.NOT_STATED:
        hint = gettext("Recorded as not stated: does the paper say nothing of it?")
        yield gettext("How long it lasts"), "agreements.edit", hint
    if not agreement.areas:
        yield gettext("Which areas it is about"), "agreements.edit", None


def _of_words(agreement: Agreement, documents: Sequence[Document]) -> Iterator[Lack]:
    if not any(not text.is_archived for text in agreement.texts):
        yield gettext("In which languages it was drawn up"), "agreements.text_create", None
    if not documents:
        yield gettext("The signed paper itself"), "documents.create", None
    elif not any(document.has_file for document in documents):
        yield gettext("The file of the signed paper"), "agreements.documents", gettext("The office holds no file yet.")


def _of_commitments(agreement: Agreement) -> Iterator[Lack]:
    owed = [commitment for commitment in agreement.commitments if not commitment.is_archived]
    if not owed:
        yield gettext("What was promised"), "agreements.commitment_create", None
        return
    without = sum(commitment.department_id is None for commitment in owed)
    if without:
        hint = ngettext("%(num)s commitment without one", "%(num)s commitments without one", without)
        yield gettext("Which department answers for what"), "agreements.commitments", hint
