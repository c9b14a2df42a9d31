"""Logging a signed paper: agreement, parties, signatures, texts, commitments and document at once, or nothing of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from partnerships.adapters.files import Upload
from partnerships.commands.agreement.agreement import RULED, AgreementDetails, faults_of, record_agreement
from partnerships.commands.agreement.commitment import CommitmentDetails, add_commitments
from partnerships.commands.agreement.party import add_parties, faults_of_parties
from partnerships.commands.agreement.signature import SignatureDetails, add_signature, faults_of_signature
from partnerships.commands.agreement.text import TextDetails, add_text, faults_of_text
from partnerships.commands.document import DocumentDetails, record_document
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, refuse_all
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementParty, AgreementStatus, Duty
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.permissions import Viewer

Body = City | Organisation


@dataclass(frozen=True)
class SignedPaper:
    """All that is logged of a paper. Rows carry the number under which the officer sees them, to say what is wrong."""

    details: AgreementDetails
    ours: Sequence[Body]
    theirs: Sequence[Body]
    # {place among ours and theirs: who signed for that party}
    signatures: Mapping[int, SignatureDetails] = field(default_factory=dict)
    commitments: Mapping[int, CommitmentDetails] = field(default_factory=dict)
    texts: Mapping[int, TextDetails] = field(default_factory=dict)
    document: DocumentDetails | None = None
    file: Upload | None = None


def log_agreement(actor: Viewer, paper: SignedPaper) -> Agreement:
    """Record a signed paper with all that hangs on it in one transaction.

    What is wrong is told all at once, beside ``signatures-0-title_ko``, ``commitments-3-due`` and so on.
    """
    with transaction(actor, "log_agreement"):
        faults = [*faults_of_paper(paper.details, paper.ours, paper.theirs), *_faults_of_rows(paper)]
        refuse_all(faults if any(fault.field in _FIRST for fault in faults) else ())
        agreement = record_agreement(actor, **paper.details, status=AgreementStatus.SIGNED)
        parties = add_parties(actor, agreement, paper.ours, paper.theirs)
        try:
            _add_commitments(actor, agreement, paper.commitments)
        except Invalid as refused:
            refuse_all([*faults, *refused.all])
        refuse_all(faults)
        _add_rest(actor, agreement, parties, paper)
    return agreement


# Without these there is no agreement that anything could hang on.
_FIRST = ("kind", "title_ko", "signed", "home", "ours", "theirs")


def faults_of_paper(details: AgreementDetails, ours: Sequence[Body], theirs: Sequence[Body]) -> Iterator[Invalid]:
    """What can be told of the paper itself, before anything else about it is known."""
    said: dict[str, Any] = {name: details.get(name) for name in RULED}
    yield from faults_of({**said, "status": AgreementStatus.SIGNED})
    if details.get("home") is None:
        yield Invalid("home", N_("Choose the home side."))
    if not theirs:
        yield Invalid("theirs", N_("Enter with whom it was signed."))
    yield from faults_of_parties(ours, theirs)


def _faults_of_rows(paper: SignedPaper) -> Iterator[Invalid]:
    for number, signature in paper.signatures.items():
        yield from _beside(f"signatures-{number}", faults_of_signature(signature))
    prevailing = [number for number, text in paper.texts.items() if text.get("prevails")]
    for number in prevailing[1:]:
        yield Invalid(f"texts-{number}-prevails", N_("Only one text can prevail."))
    for number, text in paper.texts.items():
        yield from _beside(f"texts-{number}", faults_of_text(text))


def _add_commitments(actor: Viewer, agreement: Agreement, commitments: Mapping[int, CommitmentDetails]) -> None:
    if not commitments:
        return
    numbers = list(commitments)
    try:
        add_commitments(actor, agreement, list(commitments.values()))
    except Invalid as refused:
        refuse_all([_renumbered(fault, numbers) for fault in refused.all])


def _renumbered(fault: Invalid, numbers: Sequence[int]) -> Invalid:
    """The same fault beside the row that the officer sees: rows left out have numbers too."""
    _clauses, place, name = (fault.field or "").split("-", 2)
    name = "text" if name.startswith("text_") and name != "text_basis" else name
    return Invalid(f"commitments-{numbers[int(place)]}-{name}", fault.message, **fault.values)


def _add_rest(actor: Viewer, agreement: Agreement, parties: Sequence[AgreementParty], paper: SignedPaper) -> None:
    for place, party in enumerate(parties):
        if place in paper.signatures:
            signature: SignatureDetails = {**paper.signatures[place], "party": party}
            add_signature(actor, agreement, **signature)
    for text in paper.texts.values():
        add_text(actor, agreement, **text)
    if paper.document is not None:
        record_document(actor, agreement, paper.file, **paper.document)


def _beside(row: str, faults: Iterator[Invalid]) -> Iterator[Invalid]:
    for fault in faults:
        yield Invalid(f"{row}-{fault.field}", fault.message, **fault.values)


def new_paper(details: AgreementDetails) -> Agreement:
    """The agreement as it would be recorded, in memory only: to tell its end before anything is saved."""
    names = (
        *("signed", "effective", "term_kind", "term_months", "term_until", "term_event"),
        *("renewal_kind", "renewal_months", "notice_kind", "notice_months"),
    )
    said = {name: details[name] for name in names if name in details}  # type: ignore[literal-required]  # names of it
    return Agreement(status=AgreementStatus.SIGNED, duty=Duty.NOT_STATED, **said)
