"""The mirror image of 2013: Seoul's mayor in San Francisco, on a tour of three cities over the date line."""

from datetime import date, time, timedelta

from partnerships.commands.organisation import record_organisation
from partnerships.commands.transaction import transaction
from partnerships.commands.visit import begin_checklist, record_visit
from partnerships.demo.example_visits.making import Making, first_weekday_from
from partnerships.demo.thread import Thread
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.organisation import Organisation, OrganisationKind
from partnerships.models.partnership import Partnership, Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
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
from partnerships.queries.visit.visit import get_visit

SUNDAY = 6
_MAYOR = {"title_ko": "서울특별시장", "title_en": "Mayor of Seoul"}
_AMBASSADOR = {"title_ko": "국제관계대사", "title_en": "Ambassador for International Relations"}


def load_tour(thread: Thread, others: dict[str, Partnership], today: date) -> None:
    """Record it, about ten weeks ahead of ``today``; ``others`` are the ties with Wellington and Mexico City."""
    first = first_weekday_from(today + timedelta(days=70), SUNDAY)
    visit = record_visit(
        SYSTEM,
        home=thread.home.city,
        direction=Direction.OUTBOUND,
        kind=VisitKind.OFFICIAL,
        status=VisitStatus.PLANNED,
        title_ko="서울시장 웰링턴·샌프란시스코·멕시코시티 순방(예시)",
        title_en="The Mayor of Seoul in Wellington, San Francisco and Mexico City (example)",
        purpose_ko="자매·우호도시 세 곳과의 교류 점검, 교류 실행계획 서명",
        purpose_en="Review of three ties, and signing of a work plan",
        outcome_ko="샌프란시스코와 다음 2년의 교류 실행계획에 서명",
        outcome_en="A work plan for the next two years signed with San Francisco",
        starts=PartialDate.of(first),
        ends=PartialDate.of(first + timedelta(days=7)),
        size=8,
        partnerships=[thread.tie, *others.values()],
        department=thread.home.division,
        owner=thread.owner,
        is_example=True,
        disclosure=Disclosure.INTERNAL,
    )
    making = Making(visit.reference)
    making.team(({"user": thread.owner, "duty_ko": "총괄", "duty_en": "In charge", "phone": "02-0000-0001"},))
    making.delegation(
        {"side": Side.HOME, "city": thread.home.city},
        (
            {**_MAYOR, "role": MemberRole.HEAD, "language": "한국어"},
            {**_AMBASSADOR, "language": "한국어"},
            {"title_ko": "국제교류담당관", "title_en": "Director of International Relations"},
            {"title_ko": "통역", "title_en": "Interpreter", "role": MemberRole.INTERPRETER, "language": "영어"},
            {"title_ko": "수행원", "title_en": "Staff", "role": MemberRole.STAFF, "count": 4},
        ),
    )
    wellington, mexico = others["Wellington"].partner, others["Mexico City"].partner
    _load_wellington(making, wellington, first)
    _load_san_francisco(making, thread.partner, first)
    _load_mexico(making, mexico, first)
    begin_checklist(SYSTEM, get_visit(SYSTEM, visit.reference), thread.owner)


def _load_wellington(making: Making, city: City, first: date) -> None:
    office = _make_up_office("웰링턴시 국제교류실", "International Relations, Wellington City Council", city)
    making.delegation({"side": Side.PARTNER, "city": city}, (_head("웰링턴시장", "Mayor of Wellington"),))
    leg = making.leg(
        city=city,
        zone="Pacific/Auckland",
        arrives_on=first,
        arrives_at=time(11, 30),
        arrives_by="서울-오클랜드-웰링턴(예시 항공편)",
        departs_on=first + timedelta(days=2),
        departs_at=time(15),
        departs_by="웰링턴-오클랜드-샌프란시스코(예시 항공편)",
        counterpart=office,
    )
    making.item(
        {
            **_item(leg, ItemKind.COURTESY_CALL, "웰링턴시장 접견", "Courtesy call on the Mayor of Wellington"),
            "day": first + timedelta(days=1),
            "starts_at": time(10),
            "ends_at": time(10, 40),
            "place_ko": "웰링턴시청",
            "place_en": "Wellington City Council",
            "host": office,
        },
        attendees=_both("웰링턴시장", "Mayor of Wellington"),
    )
    making.item(
        {
            **_item(leg, ItemKind.SITE_VISIT, "기후적응 현장 시찰", "Visit to climate adaptation works"),
            "day": first + timedelta(days=1),
            "starts_at": time(14),
            "ends_at": time(16),
        }
    )


def _load_san_francisco(making: Making, city: City, first: date) -> None:
    """They leave Wellington in the afternoon and land, by the calendar, in the morning of the same day."""
    office = _make_up_office("샌프란시스코시장실 의전담당", "Mayor's Office of Protocol, San Francisco", city)
    making.delegation({"side": Side.PARTNER, "city": city}, (_head("샌프란시스코시장", "Mayor of San Francisco"),))
    arrival = first + timedelta(days=2)
    leg = making.leg(
        city=city,
        zone="America/Los_Angeles",
        arrives_on=arrival,
        arrives_at=time(10, 15),
        departs_on=arrival + timedelta(days=2),
        departs_at=time(9, 40),
        departs_by="샌프란시스코-멕시코시티(예시 항공편)",
        counterpart=office,
        hotel="시청 인근 호텔(예시)",
    )
    making.item(
        {
            **_item(leg, ItemKind.SIGNING_CEREMONY, "교류 실행계획 서명식", "Signing of the work plan"),
            "day": arrival + timedelta(days=1),
            "starts_at": time(9),
            "ends_at": time(9, 20),
            "place_ko": "샌프란시스코 시청",
            "place_en": "San Francisco City Hall",
            "host": office,
            "seating": Seating.FACING,
        },
        steps=(
            (5, "입장과 소개", "Entry and introductions"),
            (5, "양 시장 말씀", "Remarks by both mayors"),
            (5, "서명과 교환", "Signing and exchange"),
            (5, "사진 촬영", "Photographs"),
        ),
        attendees=_both("샌프란시스코시장", "Mayor of San Francisco"),
        points=(
            {
                "likelihood": Likelihood.CERTAIN,
                "topic_ko": "2013년 양해각서의 이행",
                "topic_en": "What came of the 2013 memorandum",
                "point_ko": "네 가지 약속의 이행 현황을 함께 점검하고 남은 것을 실행계획에 담음",
                "point_en": "Go through the four promises together; what is left goes into the work plan",
            },
        ),
    )
    making.item(
        {
            **_item(leg, ItemKind.LECTURE, "시청 직원 대상 강연", "Lecture to city staff"),
            "day": arrival + timedelta(days=1),
            "starts_at": time(10, 30),
            "ends_at": time(11, 30),
            "audience_ko": "샌프란시스코시 직원",
            "audience_en": "Staff of the City of San Francisco",
            "audience_count": 200,
            "interpretation": Interpretation.SIMULTANEOUS,
        },
        attendees=[{"side": Side.HOME, **_MAYOR}],
    )


def _load_mexico(making: Making, city: City, first: date) -> None:
    arrival = first + timedelta(days=4)
    leg = making.leg(
        city=city,
        zone="America/Mexico_City",
        arrives_on=arrival,
        arrives_at=time(16, 5),
        departs_on=arrival + timedelta(days=2),
        departs_at=time(13),
        departs_by="멕시코시티-서울(예시 항공편)",
    )
    making.item(
        {
            **_item(leg, ItemKind.MEETING, "자매도시 교류 협의", "Talks on the sister-city exchange"),
            "day": arrival + timedelta(days=1),
            "starts_at": time(10),
        }
    )


def _item(leg: Leg, kind: ItemKind, korean: str, english: str) -> dict[str, object]:
    return {
        "leg": leg,
        "kind": kind,
        "title_ko": korean,
        "title_en": english,
        "interpretation": Interpretation.CONSECUTIVE,
    }


def _both(korean: str, english: str) -> list[dict[str, object]]:
    return [
        {"side": Side.HOME, **_MAYOR},
        {"side": Side.HOME, **_AMBASSADOR},
        {"side": Side.PARTNER, "title_ko": korean, "title_en": english},
    ]


def _head(korean: str, english: str) -> dict[str, object]:
    return {"title_ko": korean, "title_en": english, "role": MemberRole.HEAD, "language": "영어"}


def _make_up_office(korean: str, english: str, city: City) -> Organisation:
    office = record_organisation(
        SYSTEM,
        name_ko=f"{korean}(예시)",
        name_en=f"{english} (example)",
        kind=OrganisationKind.DEPARTMENT,
        city=city,
        disclosure=Disclosure.INTERNAL,
    )
    with transaction(SYSTEM, "mark_example"):
        office.is_example = True
    return office
