"""Made-up agreements that keep the watch busy: one renews itself, one is about to lapse, one waits for a council."""

from datetime import date, timedelta
from typing import TypedDict

from partnerships.commands.agreement.agreement import record_agreement
from partnerships.commands.agreement.approval import add_agreement_approval
from partnerships.commands.agreement.party import add_party
from partnerships.commands.transaction import transaction
from partnerships.demo.thread import Thread
from partnerships.models.agreement import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    ApprovalPurpose,
    Duty,
    NoticeKind,
    RenewalKind,
    TermKind,
)
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.base import Disclosure
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.reading import get_agreement


class _Term(TypedDict, total=False):
    term_kind: TermKind
    term_months: int
    renewal_kind: RenewalKind
    renewal_months: int
    notice_kind: NoticeKind
    notice_months: int
    duty: Duty


def load_example_agreements(thread: Thread, today: date) -> None:
    """Record the three, dated from ``today``."""
    # The second term of ten years ends in about five months: the last day to give notice lies two months ahead.
    _record(
        thread,
        AgreementKind.COOPERATION_AGREEMENT,
        "공공디자인 교류협력 협정(예시)",
        "Agreement on cooperation in public design (example)",
        _years_before(today + timedelta(days=150), 20),
        AgreementStatus.IN_FORCE,
        {
            "term_kind": TermKind.MONTHS,
            "term_months": 120,
            "renewal_kind": RenewalKind.AUTOMATIC,
            "renewal_months": 120,
            "notice_kind": NoticeKind.MONTHS,
            "notice_months": 3,
            "duty": Duty.EFFORT,
        },
    )
    _record(
        thread,
        AgreementKind.MOU,
        "스타트업 교류 양해각서(예시)",
        "Memorandum on the exchange of start-ups (example)",
        _years_before(today + timedelta(days=25), 5),
        AgreementStatus.IN_FORCE,
        {"term_kind": TermKind.MONTHS, "term_months": 60, "renewal_kind": RenewalKind.BY_AGREEMENT},
    )
    waiting = _record(
        thread,
        AgreementKind.PROTOCOL,
        "도서관 자료 교환 의정서(예시)",
        "Protocol on the exchange of library materials (example)",
        today - timedelta(days=40),
        AgreementStatus.SIGNED,
        {"term_kind": TermKind.INDEFINITE, "duty": Duty.BINDING},
    )
    add_agreement_approval(
        SYSTEM,
        waiting,
        purpose=ApprovalPurpose.CONCLUDE,
        kind=ApprovalKind.COUNCIL_CONSENT,
        side=Side.HOME,
        body="서울특별시의회",
        requested=PartialDate.of(today - timedelta(days=30)),
        result=ApprovalResult.PENDING,
    )


def _years_before(day: date, years: int) -> date:
    return day.replace(year=day.year - years, day=min(day.day, 28))


def _record(
    thread: Thread,
    kind: AgreementKind,
    korean: str,
    english: str,
    signed: date,
    status: AgreementStatus,
    term: _Term,
) -> Agreement:
    agreement = record_agreement(
        SYSTEM,
        home=thread.home.city,
        kind=kind,
        title_ko=korean,
        title_en=english,
        status=status,
        signed=PartialDate.of(signed),
        effective=PartialDate.of(signed),
        partnerships=[thread.tie],
        department=thread.home.division,
        owner=thread.owner,
        disclosure=Disclosure.INTERNAL,
        **term,
    )
    with transaction(SYSTEM, "mark_example"):
        agreement.is_example = True
    for place, (city, side) in enumerate(((thread.home.city, Side.HOME), (thread.partner, Side.PARTNER)), start=1):
        add_party(SYSTEM, get_agreement(SYSTEM, agreement.reference), city=city, side=side, position=place)
    return get_agreement(SYSTEM, agreement.reference)
