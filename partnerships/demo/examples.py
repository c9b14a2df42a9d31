"""What the demo makes up to be alive: an upcoming visit and promises that are due, each labelled as an example."""

from datetime import date, time, timedelta

from partnerships.commands.agreement.agreement import record_agreement
from partnerships.commands.agreement.commitment import add_commitment
from partnerships.commands.agreement.lineage import add_link
from partnerships.commands.agreement.party import add_party
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.attendance import add_attendee
from partnerships.commands.visit.delegation import add_delegation, add_member
from partnerships.commands.visit.leg import add_leg
from partnerships.commands.visit.programme import add_step, record_item
from partnerships.commands.visit.visit import record_visit
from partnerships.demo.example_agreements import load_example_agreements
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
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import Attendance, Direction, Interpretation, ItemKind, MemberRole, VisitStatus
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.reading import get_agreement
from partnerships.queries.visit.programme import get_item
from partnerships.queries.visit.visit import get_delegation, get_visit


def load_examples(thread: Thread, memorandum: Agreement, today: date) -> None:
    """Record the examples, dated from ``today``."""
    _load_work_plan(thread, memorandum, today)
    load_example_agreements(thread, today)
    _load_upcoming_visit(thread, today)


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


def _tuesday_from(day: date) -> date:
    """The first Tuesday on or after ``day``: the example's working days then fall in the week."""
    return day + timedelta(days=(1 - day.weekday()) % 7)


def _load_upcoming_visit(thread: Thread, today: date) -> None:
    """A delegation that arrives within three weeks, planned but with gaps that the papers show."""
    arrival = _tuesday_from(today + timedelta(days=10))
    visit = record_visit(
        SYSTEM,
        home=thread.home.city,
        direction=Direction.INBOUND,
        status=VisitStatus.PLANNED,
        title_ko="샌프란시스코 교류 대표단 방문(예시)",
        title_en="Exchange delegation from San Francisco (example)",
        purpose_ko="직원 파견 재개 협의",
        purpose_en="Talks on resuming the exchange of staff",
        outcome_ko="직원 상호 파견 일정 합의",
        outcome_en="An agreed schedule for the exchange of staff",
        starts=PartialDate.of(arrival),
        ends=PartialDate.of(arrival + timedelta(days=2)),
        size=6,
        partnerships=[thread.tie],
        department=thread.home.division,
        owner=thread.owner,
        is_example=True,
        disclosure=Disclosure.INTERNAL,
    )
    reference = visit.reference
    leg = add_leg(
        SYSTEM,
        get_visit(SYSTEM, reference),
        city=thread.home.city,
        zone="Asia/Seoul",
        arrives_on=arrival,
        departs_on=arrival + timedelta(days=2),
    )
    delegation = add_delegation(SYSTEM, get_visit(SYSTEM, reference), side=Side.PARTNER, city=thread.partner)
    for place, (korean, english, role) in enumerate(
        (
            ("국제통상국장", "Director of International Trade", MemberRole.HEAD),
            ("인사국 과장", "Manager, Human Resources", MemberRole.MEMBER),
        ),
        start=1,
    ):
        delegation = get_delegation(SYSTEM, reference, delegation.id)
        add_member(SYSTEM, delegation, title_ko=korean, title_en=english, role=role, position=place)
    items = (
        (ItemKind.COURTESY_CALL, "부시장 접견", "Courtesy call on the Vice Mayor", 1, time(10), time(10, 30)),
        (ItemKind.MEETING, "직원 파견 실무협의", "Working talks on the exchange of staff", 1, time(14), time(16)),
        (ItemKind.SITE_VISIT, "교통정보센터 시찰", "Visit to the traffic information centre", 2, time(9, 30), None),
        (ItemKind.DINNER, "환송 만찬", "Farewell dinner", 2, time(18, 30), None),
    )
    for kind, korean, english, days, starts, ends in items:
        record_item(
            SYSTEM,
            get_visit(SYSTEM, reference),
            leg=leg,
            kind=kind,
            title_ko=korean,
            title_en=english,
            day=arrival + timedelta(days=days),
            starts_at=starts,
            ends_at=ends,
            place=thread.home.places["topis"] if kind is ItemKind.SITE_VISIT else None,
            interpretation=Interpretation.CONSECUTIVE,
        )
    for minutes, korean, english in (
        (5, "입장과 소개", "Entry and introductions"),
        (15, "환담", "Conversation"),
        (10, "기념품 교환과 사진 촬영", "Exchange of gifts and photographs"),
    ):
        add_step(SYSTEM, get_item(SYSTEM, reference, 1), minutes=minutes, title_ko=korean, title_en=english)
    for side, korean, english in (
        (Side.HOME, "행정부시장", "Vice Mayor for Administration"),
        (Side.PARTNER, "국제통상국장", "Director of International Trade"),
    ):
        add_attendee(
            SYSTEM,
            get_item(SYSTEM, reference, 1),
            side=side,
            title_ko=korean,
            title_en=english,
            attendance=Attendance.CONFIRMED,
        )
