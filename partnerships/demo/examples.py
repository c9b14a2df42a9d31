"""What the demo makes up to be alive: visits to come and promises that are due, each labelled as an example."""

from datetime import date, timedelta

from partnerships.commands.agreement.agreement import record_agreement
from partnerships.commands.agreement.commitment import add_commitment
from partnerships.commands.agreement.lineage import add_link
from partnerships.commands.agreement.party import add_party
from partnerships.commands.transaction import transaction
from partnerships.demo.example_agreements import load_example_agreements
from partnerships.demo.example_visits import load_past_visit, load_tour, load_upcoming_visit
from partnerships.demo.thread import Thread
from partnerships.models.agreement import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    Cadence,
    CommitmentKind,
    CommitmentStatus,
    NoticeKind,
    Relation,
    RenewalKind,
    TermKind,
)
from partnerships.models.base import Disclosure
from partnerships.models.partnership import Partnership, Side
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.reading import get_agreement


def load_examples(thread: Thread, others: dict[str, Partnership], memorandum: Agreement, today: date) -> None:
    """Record the examples, dated from ``today``; ``others`` are further ties, by the partner's English name."""
    _load_work_plan(thread, memorandum, today)
    load_example_agreements(thread, today)
    load_upcoming_visit(thread, today)
    load_past_visit(thread, today)
    load_tour(thread, others, today)


def _load_work_plan(thread: Thread, memorandum: Agreement, today: date) -> None:
    """A yearly plan that ends within ninety days, with one promise due next week and one overdue."""
    plan = record_agreement(
        SYSTEM,
        home=thread.home.city,
        kind=AgreementKind.ACTION_PLAN,
        title_ko=f"{today.year}년 교류 실행계획(예시)",
        title_en=f"Exchange work plan {today.year} (example)",
        status=AgreementStatus.IN_FORCE,
        signed=PartialDate.of(today - timedelta(days=285)),
        effective=PartialDate.of(today - timedelta(days=280)),
        term_kind=TermKind.UNTIL_DATE,
        term_until=today + timedelta(days=80),
        renewal_kind=RenewalKind.BY_AGREEMENT,
        notice_kind=NoticeKind.NONE,
        partnerships=[thread.tie],
        areas=[thread.areas["administration"], thread.areas["government"]],
        department=thread.home.division,
        owner=thread.owner,
        disclosure=Disclosure.INTERNAL,
    )
    reference = plan.reference
    with transaction(SYSTEM, "mark_example"):
        plan.is_example = True
    for place, (city, side) in enumerate(((thread.home.city, Side.HOME), (thread.partner, Side.PARTNER)), start=1):
        add_party(SYSTEM, get_agreement(SYSTEM, reference), city=city, side=side, position=place)
    add_link(
        SYSTEM,
        get_agreement(SYSTEM, reference),
        relation=Relation.IMPLEMENTS,
        target=get_agreement(SYSTEM, memorandum.reference),
    )
    promises = (
        (
            CommitmentKind.STAFF_EXCHANGE,
            "파견 후보자 명단 교환(예시)",
            "Exchange the lists of nominees (example)",
            7,
        ),
        (
            CommitmentKind.SHARE_POLICY,
            "전자정부 우수사례집 송부(예시)",
            "Send the e-government case book (example)",
            -10,
        ),
        (CommitmentKind.CONSULT, "다음 해 실행계획 협의(예시)", "Consult on next year's plan (example)", 60),
    )
    for kind, korean, english, days in promises:
        add_commitment(
            SYSTEM,
            get_agreement(SYSTEM, reference),
            kind=kind,
            text_ko=korean,
            text_en=english,
            owed_by=Side.HOME,
            cadence=Cadence.ONCE,
            due=PartialDate.of(today + timedelta(days=days)),
            status=CommitmentStatus.OPEN,
            department=thread.home.division,
            officer=thread.owner,
        )
