"""Evidence: linked to a commitment from its own page, or from the page of the record that shows it was kept."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.activity import Activity
from partnerships.models.agreement import Agreement, Commitment, CommitmentStatus, Evidence
from partnerships.models.document import Document
from partnerships.models.types import PartialDate
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement.evidence import Showing, shows_already, why_no_evidence
from partnerships.queries.agreement.origins import action_to_write

RECORDS = ("visit", "programme_item", "further_agreement", "document", "activity")
_LATER = (N_("It still lies ahead."),)


class EvidenceDetails(TypedDict, total=False):
    """What is said of one piece of evidence: one record, or words with the day on which it happened."""

    visit: Visit | None
    programme_item: ProgrammeItem | None
    further_agreement: Agreement | None
    document: Document | None
    activity: Activity | None
    told_ko: str | None
    told_en: str | None
    happened: PartialDate | None
    note: str | None
    source: str | None


def add_evidence(actor: Viewer, commitment: Commitment, today: date, **details: Unpack[EvidenceDetails]) -> Evidence:
    """Add a piece of evidence to ``commitment``; what it comes of must be loaded."""
    with transaction(actor, "add_evidence"):
        _ensure_may_write(actor, commitment)
        evidence = Evidence(commitment_id=commitment.id)
        _apply(evidence, commitment, details, today)
        add(evidence)
        _begin(commitment)
    return evidence


def revise_evidence(
    actor: Viewer,
    commitment: Commitment,
    evidence: Evidence,
    today: date,
    version: int | None = None,
    **details: Unpack[EvidenceDetails],
) -> None:
    """Change a piece of evidence."""
    with transaction(actor, "revise_evidence"):
        _ensure_may_write(actor, commitment)
        at_version(evidence, version)
        _apply(evidence, commitment, details, today)


def archive_evidence(actor: Viewer, commitment: Commitment, evidence: Evidence) -> None:
    """Take a piece of evidence back; the record that it is stays what it is."""
    with transaction(actor, "archive_evidence"):
        _ensure_may_write(actor, commitment)
        put_away(evidence)


def show_commitments(
    actor: Viewer, record: Showing, commitments: Sequence[Commitment], note: str | None, today: date
) -> None:
    """Say that ``record`` is evidence of each of ``commitments``, all at once."""
    with transaction(actor, "show_commitments"):
        if not commitments:
            raise Invalid("commitments", N_("Tick at least one commitment."))
        _refuse(record, today, None)
        for commitment in commitments:
            _ensure_may_write(actor, commitment)
            if not shows_already(commitment, record):
                add(Evidence(commitment_id=commitment.id, note=note, **{_FIELDS[type(record)]: record.id}))
                _begin(commitment)


def _begin(commitment: Commitment) -> None:
    """Whoever links the first evidence says with it that the commitment is being carried out.

    The day on which it was last touched stays that of the evidence, which may lie years back.
    """
    if commitment.status is CommitmentStatus.OPEN:
        assign(commitment, {"status": CommitmentStatus.UNDER_WAY})


_FIELDS: dict[type, str] = {
    Visit: "visit_id",
    ProgrammeItem: "programme_item_id",
    Agreement: "further_agreement_id",
    Document: "document_id",
    Activity: "activity_id",
}


def _ensure_may_write(actor: Viewer, commitment: Commitment) -> None:
    source = commitment.came_of
    ensure_may(actor, action_to_write(source), source)


def _apply(evidence: Evidence, commitment: Commitment, details: EvidenceDetails, today: date) -> None:
    after = {name: details.get(name) for name in (*RECORDS, "told_ko", "told_en", "happened", "source")}
    records = [name for name in RECORDS if after[name] is not None]
    told = after["told_ko"] or after["told_en"]
    if len(records) + bool(told) == 0:
        raise Invalid(RECORDS[0], N_("Choose a record, or tell in words what happened."))
    if len(records) + bool(told) > 1:
        raise Invalid(records[-1], N_("Enter one record or words: each is a piece of evidence of its own."))
    if told:
        _check_words(after["happened"], after["source"], today)
    for name in records:
        _refuse(after[name], today, name)
        if after[name] is commitment.came_of:
            raise Invalid(name, N_("What promises it does not show that it was kept; choose what came of it."))
    assign(evidence, details)


def _check_words(happened: object, source: object, today: date) -> None:
    if not isinstance(happened, PartialDate):
        raise Invalid("happened", N_("Enter when it happened, as well as it is known."))
    if happened.is_surely_after(today):
        raise Invalid("happened", N_("It has not happened yet."))
    if not source:
        raise Invalid("source", N_("Enter where this is known from."))


def _refuse(record: object, today: date, field: str | None) -> None:
    """What cannot be evidence of anything is refused with the reason; what lies ahead may be linked before its day."""
    reason = why_no_evidence(record, today)
    if reason is not None and reason not in _LATER:
        raise Invalid(field, reason)
