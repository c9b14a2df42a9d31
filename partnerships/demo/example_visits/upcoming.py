"""A delegation that arrives within three weeks, prepared as far as such a visit is by then: some gaps are left."""

from datetime import date, time, timedelta

from partnerships.commands.visit import begin_checklist, finish_task, record_visit, take_over_starter_list
from partnerships.demo.example_visits.making import Making, first_weekday_from, make_up_person
from partnerships.demo.thread import Thread
from partnerships.models.base import Disclosure
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    Attendance,
    Direction,
    Interpretation,
    ItemKind,
    Leg,
    Likelihood,
    MemberRole,
    Seating,
    VisitKind,
    VisitStatus,
)
from partnerships.permissions import SYSTEM
from partnerships.queries.city import get_city
from partnerships.queries.visit.tasks import list_tasks
from partnerships.queries.visit.visit import get_visit

TUESDAY = 1


def load_upcoming_visit(thread: Thread, today: date) -> None:
    """Record it, dated from ``today``, with the home city's checklist."""
    arrival = first_weekday_from(today + timedelta(days=10), TUESDAY)
    making = Making(_record(thread, arrival))
    leg = making.leg(
        city=thread.home.city,
        zone="Asia/Seoul",
        arrives_on=arrival,
        arrives_at=time(17, 20),
        arrives_by="인천국제공항 도착(예시 항공편)",
        departs_on=arrival + timedelta(days=2),
        departs_at=time(21, 30),
        departs_by="인천국제공항 출발(예시 항공편)",
        hotel="시청 인근 호텔(예시)",
    )
    making.team(
        (
            {"user": thread.owner, "duty_ko": "총괄", "duty_en": "In charge", "phone": "02-0000-0001"},
            {"name": "이통역(예시)", "duty_ko": "통역", "duty_en": "Interpreter", "phone": "010-0000-0002"},
            {"name": "박기사(예시)", "duty_ko": "차량", "duty_en": "Driver", "phone": "010-0000-0003"},
        )
    )
    head, manager = _load_delegations(thread, making)
    _load_programme(thread, making, leg, (head, manager), arrival)
    _load_checklist(thread, making.reference, today)


def _record(thread: Thread, arrival: date) -> str:
    visit = record_visit(
        SYSTEM,
        home=thread.home.city,
        direction=Direction.INBOUND,
        kind=VisitKind.WORKING,
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
    return visit.reference


def _load_delegations(thread: Thread, making: Making) -> tuple[Person, Person]:
    head = make_up_person(
        "제인 모건",
        "Jane Morgan",
        form_of_address_ko="국장님",
        form_of_address_en="Director Morgan",
        pronunciation="모ː건",
        languages="영어",
        biography_ko="국제통상국장(예시). 도시 간 직원 교류 업무를 10년 동안 맡았음.",
        biography_en="Director of International Trade (example). Ten years in charge of exchanges of city staff.",
    )
    manager = make_up_person("리키 첸", "Ricky Chen", name_local="陳瑞琪", languages="영어, 중국어")
    making.delegation(
        {"side": Side.PARTNER, "city": thread.partner},
        (
            {
                "person": head,
                "title_ko": "국제통상국장",
                "title_en": "Director of International Trade",
                "role": MemberRole.HEAD,
                "language": "영어",
                "needs": "채식(달걀 가능)",
            },
            {
                "person": manager,
                "title_ko": "인사국 과장",
                "title_en": "Manager, Human Resources",
                "language": "영어",
                "needs": "땅콩 알레르기",
            },
            {"title_ko": "비서", "title_en": "Aide", "role": MemberRole.STAFF, "language": "영어"},
            {"title_ko": "직원", "title_en": "Staff", "role": MemberRole.STAFF, "count": 3},
        ),
    )
    making.delegation(
        {"side": Side.HOME, "city": thread.home.city},
        (
            {
                "title_ko": "행정부시장",
                "title_en": "Vice Mayor for Administration",
                "role": MemberRole.HEAD,
                "language": "한국어",
            },
            {"title_ko": "국제관계대사", "title_en": "Ambassador for International Relations", "language": "한국어"},
            {"title_ko": "인사과장", "title_en": "Head of Personnel", "language": "한국어"},
            {"title_ko": "통역", "title_en": "Interpreter", "role": MemberRole.INTERPRETER},
        ),
    )
    return head, manager


def _load_programme(thread: Thread, making: Making, leg: Leg, guests: tuple[Person, Person], arrival: date) -> None:
    head, manager = guests
    second, third = arrival + timedelta(days=1), arrival + timedelta(days=2)
    both = (
        {"side": Side.HOME, "title_ko": "행정부시장", "title_en": "Vice Mayor for Administration"},
        {"side": Side.HOME, "title_ko": "국제관계대사", "title_en": "Ambassador for International Relations"},
        {"side": Side.HOME, "title_ko": "인사과장", "title_en": "Head of Personnel"},
        {
            "side": Side.PARTNER,
            "person": head,
            "title_ko": "국제통상국장",
            "title_en": "Director of International Trade",
        },
        {
            "side": Side.PARTNER,
            "person": manager,
            "title_ko": "인사국 과장",
            "title_en": "Manager, Human Resources",
        },
        {"side": Side.PARTNER, "title_ko": "비서", "title_en": "Aide", "attendance": Attendance.INVITED},
    )
    making.item(
        {
            "leg": leg,
            "kind": ItemKind.COURTESY_CALL,
            "title_ko": "부시장 접견",
            "title_en": "Courtesy call on the Vice Mayor",
            "day": second,
            "starts_at": time(10),
            "ends_at": time(10, 30),
            "place": thread.home.places["meeting_room"],
            "host": thread.home.division,
            "interpretation": Interpretation.CONSECUTIVE,
            "seating": Seating.FACING,
            "contents_ko": "직원 상호 파견 재개의 뜻을 서로 확인",
            "contents_en": "Both sides confirm that they want to resume the exchange of staff",
            "materials_ko": "양 도시 기\n명패\n기념품",
            "materials_en": "Flags of both cities\nName plates\nGifts",
        },
        steps=(
            (5, "입장과 소개", "Entry and introductions"),
            (15, "환담", "Conversation"),
            (10, "기념품 교환과 사진 촬영", "Exchange of gifts and photographs"),
        ),
        attendees=both,
        points=(
            {
                "likelihood": Likelihood.CERTAIN,
                "topic_ko": "직원 파견 재개",
                "topic_en": "Resuming the exchange of staff",
                "point_ko": "내년 상반기에 한 사람씩 6개월 동안 서로 파견할 것을 제안",
                "point_en": "Propose an exchange of one each, for six months, in the first half of next year",
                "background_ko": "2013년 양해각서의 네 번째 약속. 이후의 실적은 확인되지 않음.",
                "background_en": "The fourth promise of the 2013 memorandum; nothing that followed is confirmed.",
            },
            {
                "likelihood": Likelihood.POSSIBLE,
                "topic_ko": "전자정부 사례 공유",
                "topic_en": "Sharing cases of e-government",
                "point_ko": "올해 사례집을 함께 펴내는 방안",
                "point_en": "Publishing this year's case book together",
            },
            {
                "likelihood": Likelihood.DEFENSIVE,
                "topic_ko": "체재비 부담",
                "topic_en": "Who pays for the stay",
                "point_ko": "받는 쪽이 숙소를, 보내는 쪽이 급여를 부담하는 원칙을 유지",
                "point_en": "Keep to the rule: the host gives lodging, the sender pays the salary",
            },
        ),
        questions=(
            {
                "question_ko": "파견이 그동안 멈춘 까닭은?",
                "question_en": "Why did the exchange stop?",
                "answer_ko": "기록이 남아 있지 않음. 이번 협의에서 기간과 담당 부서를 문서로 정하고자 함.",
                "answer_en": "No record says so. This time the term and the offices in charge are to be put on paper.",
            },
        ),
    )
    making.item(
        {
            "leg": leg,
            "kind": ItemKind.MEETING,
            "title_ko": "직원 파견 실무협의",
            "title_en": "Working talks on the exchange of staff",
            "day": second,
            "starts_at": time(14),
            "ends_at": time(16),
            "interpretation": Interpretation.CONSECUTIVE,
            "seating": Seating.U_SHAPE,
        },
        attendees=both[1:5],
        points=(
            {
                "likelihood": Likelihood.CERTAIN,
                "topic_ko": "파견 기간과 인원",
                "topic_en": "Term and numbers",
                "point_ko": "각 1명, 6개월",
                "point_en": "One each, six months",
            },
        ),
    )
    making.item(
        {
            "leg": leg,
            "kind": ItemKind.SITE_VISIT,
            "title_ko": "교통정보센터 시찰",
            "title_en": "Visit to the traffic information centre",
            "day": third,
            "starts_at": time(9, 30),
            "place": thread.home.places["topis"],
            "interpretation": Interpretation.CONSECUTIVE,
        }
    )
    making.item(
        {
            "leg": leg,
            "kind": ItemKind.DINNER,
            "title_ko": "환송 만찬",
            "title_en": "Farewell dinner",
            "day": third,
            "starts_at": time(18, 30),
            "interpretation": Interpretation.CONSECUTIVE,
            "seating": Seating.ROUND,
        },
        attendees=both[:5],
    )


def _load_checklist(thread: Thread, reference: str, today: date) -> None:
    """The home city's checklist, of which what was due is done but for two tasks."""
    take_over_starter_list(SYSTEM, get_city(SYSTEM, thread.home.city.reference))
    begin_checklist(SYSTEM, get_visit(SYSTEM, reference), thread.owner)
    visit = get_visit(SYSTEM, reference)
    late = [task for task in list_tasks(visit) if task.due_on and task.due_on < today]
    for task in late[:-2]:
        finish_task(SYSTEM, visit, task, task.due_on or today)
