"""A working visit that is just over: what was noted on the day, what it brought, and a report that is due."""

from datetime import date, time, timedelta
from decimal import Decimal

from partnerships.commands.gift import record_gift
from partnerships.commands.thanks import list_thanks
from partnerships.commands.visit import record_visit
from partnerships.commands.visit.during import add_note, note_point
from partnerships.commands.visit.outcome import add_outcome, make_commitment_of_outcome, make_task_of_outcome
from partnerships.demo.example_visits.making import Making, first_weekday_from, make_up_person
from partnerships.demo.thread import Thread
from partnerships.models.base import Disclosure
from partnerships.models.gift import GiftWay
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    Attendance,
    Direction,
    Interpretation,
    ItemKind,
    Likelihood,
    MemberRole,
    OutcomeKind,
    VisitKind,
    VisitStatus,
)
from partnerships.permissions import SYSTEM
from partnerships.queries.thanks import thanks_proposed
from partnerships.queries.visit.outcomes import list_outcomes
from partnerships.queries.visit.programme import get_item
from partnerships.queries.visit.visit import get_visit

WEDNESDAY = 2


def load_past_visit(thread: Thread, today: date) -> None:
    """Record it, of about three weeks before ``today``: its report is due within ten days."""
    day = first_weekday_from(today - timedelta(days=24), WEDNESDAY)
    visit = record_visit(
        SYSTEM,
        home=thread.home.city,
        direction=Direction.INBOUND,
        kind=VisitKind.WORKING,
        status=VisitStatus.COMPLETED,
        title_ko="샌프란시스코 교통국 실무단 방문(예시)",
        title_en="Working visit of San Francisco's transport agency (example)",
        purpose_ko="교통정보센터 운영 사례 공유",
        purpose_en="Sharing how the traffic information centre is run",
        outcome_ko="자료 공유 창구와 시기를 정함",
        outcome_en="Who shares which data, and when",
        starts=PartialDate.of(day),
        ends=PartialDate.of(day),
        size=3,
        partnerships=[thread.tie],
        department=thread.home.division,
        owner=thread.owner,
        is_example=True,
        disclosure=Disclosure.INTERNAL,
    )
    making = Making(visit.reference)
    leg = making.leg(city=thread.home.city, zone="Asia/Seoul", arrives_on=day, departs_on=day)
    head = make_up_person("마리아 로페즈", "Maria Lopez", form_of_address_en="Director Lopez", languages="영어")
    title = {"title_ko": "교통국장", "title_en": "Director of Transport"}
    making.delegation(
        {"side": Side.PARTNER, "city": thread.partner},
        (
            {"person": head, **title, "role": MemberRole.HEAD, "language": "영어"},
            {"title_ko": "사무관", "title_en": "Officer", "count": 2},
        ),
    )
    making.item(
        {
            "leg": leg,
            "kind": ItemKind.MEETING,
            "title_ko": "교통정보 공유 실무협의",
            "title_en": "Working talks on sharing traffic data",
            "day": day,
            "starts_at": time(10),
            "ends_at": time(12),
            "place": thread.home.places["topis"],
            "interpretation": Interpretation.CONSECUTIVE,
        },
        attendees=(
            {"side": Side.HOME, "title_ko": "교통정보과장", "title_en": "Head of Traffic Information"},
            {"side": Side.PARTNER, "person": head, **title, "attendance": Attendance.ATTENDED},
            {
                "side": Side.PARTNER,
                "title_ko": "사무관",
                "title_en": "Officer",
                "count": 2,
                "attendance": Attendance.ATTENDED,
            },
        ),
        points=(
            {
                "likelihood": Likelihood.CERTAIN,
                "topic_ko": "실시간 자료 공유",
                "topic_en": "Sharing live data",
                "point_ko": "양 도시가 같은 형식으로 공개할 것을 제안",
                "point_en": "Propose that both cities publish in the same format",
            },
        ),
    )
    _load_what_was_noted(visit.reference)
    _load_what_came_of_it(thread, visit.reference, head, day, today)


def _load_what_was_noted(reference: str) -> None:
    item = get_item(SYSTEM, reference, 1)
    note_point(SYSTEM, item, item.points[0], raised=True, reply="법무 검토 뒤 내년 초에 답하기로 함")
    add_note(SYSTEM, get_item(SYSTEM, reference, 1), "자료 형식은 영문 설명서가 먼저 필요하다고 함")


def _load_what_came_of_it(thread: Thread, reference: str, head: Person, day: date, today: date) -> None:
    visit = get_visit(SYSTEM, reference)
    add_outcome(
        SYSTEM,
        visit,
        kind=OutcomeKind.PROMISED,
        owed_by=Side.HOME,
        text_ko="교통정보 자료 형식의 영문 설명서를 보내기로 함(예시)",
        text_en="The home side sends an English description of its data format (example)",
    )
    add_outcome(
        SYSTEM,
        visit,
        kind=OutcomeKind.AGREED,
        text_ko="다음 실무협의를 화상으로 열기로 함(예시)",
        text_en="The next talks are held online (example)",
    )
    promise, task = list_outcomes(visit)
    make_commitment_of_outcome(
        SYSTEM, visit, promise, owed_by=Side.HOME, due=PartialDate.of(today + timedelta(days=30))
    )
    make_task_of_outcome(SYSTEM, visit, task, thread.owner, today + timedelta(days=14))
    record_gift(
        SYSTEM,
        home=thread.home.city,
        way=GiftWay.RECEIVED,
        title_ko="케이블카 모형(예시)",
        title_en="Model of a cable car (example)",
        value=Decimal(60),
        currency="USD",
        is_estimated=True,
        happened=PartialDate.of(day),
        giver=head,
        partner=thread.partner,
        visit=get_visit(SYSTEM, reference),
        kept_at="국제교류담당관 진열장",
        owner=thread.owner,
        department=thread.home.division,
        is_example=True,
        disclosure=Disclosure.INTERNAL,
    )
    visit = get_visit(SYSTEM, reference)
    keys = {one.key for one in thanks_proposed(SYSTEM, visit)}
    if keys:
        list_thanks(SYSTEM, visit, keys, today)
