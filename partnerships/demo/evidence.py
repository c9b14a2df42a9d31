"""What came of the promises, as far as the sources at hand tell: evidence beside the commitments of the demo."""

from datetime import date

from partnerships.commands.agreement.evidence import EvidenceDetails, add_evidence
from partnerships.demo import sources
from partnerships.models.agreement import Agreement, Commitment, CommitmentKind
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.progress import get_commitment
from partnerships.queries.agreement.reading import get_agreement


def load_san_francisco_evidence(memorandum: Agreement, culture: Agreement, personnel: Agreement, today: date) -> None:
    """Two further papers and a programme reported in 2020; sharing policy and joining bodies stay without any."""
    _show(memorandum, CommitmentKind.INSTITUTIONS, today, further_agreement=culture)
    _show(memorandum, CommitmentKind.STAFF_EXCHANGE, today, further_agreement=personnel)
    _show(
        memorandum,
        CommitmentKind.STAFF_EXCHANGE,
        today,
        told_ko="샌프란시스코에서 서울시 직원 연수 과정 운영 중이라고 보도됨",
        told_en="A training programme for staff of Seoul in San Francisco is reported as under way",
        happened=PartialDate.parse("2020-01-11"),
        source=sources.LUNCHEON,
    )


def load_beijing_evidence(committee: Agreement, today: date) -> None:
    """The two plenary sessions of the joint committee that are known."""
    for day, korean, english, source in (
        ("2013-10-31", "제1차 전체회의(서울시청)", "First plenary session, Seoul City Hall", sources.BEIJING_PLENARY),
        ("2015-11-04", "제2차 전체회의(베이징)", "Second plenary session, Beijing", sources.BEIJING_2015),
    ):
        _show(
            committee,
            CommitmentKind.CONSULT,
            today,
            told_ko=korean,
            told_en=english,
            happened=PartialDate.parse(day),
            source=source,
        )


def _show(agreement: Agreement, kind: CommitmentKind, today: date, **details: object) -> None:
    evidence: EvidenceDetails = details  # type: ignore[assignment]  # a table of details
    add_evidence(SYSTEM, _commitment(agreement, kind), today, **evidence)


def _commitment(agreement: Agreement, kind: CommitmentKind) -> Commitment:
    agreement = get_agreement(SYSTEM, agreement.reference)
    number = next(one.number for one in agreement.commitments if one.kind is kind)
    return get_commitment(SYSTEM, agreement.reference, number)
