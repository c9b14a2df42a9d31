"""What is told of a programme while it is planned: rooms and people elsewhere, the way, who understands whom."""

from datetime import date, time
from typing import Any

import pytest

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.visit import Interpretation, ItemKind, MemberRole, Visit, VisitStatus
from partnerships.permissions import SYSTEM
from partnerships.queries import visit as queries
from partnerships.queries.visit.clashes import Clash, ClashKind, list_elsewhere
from tests.factories.city import make_place
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_delegation, make_item, make_leg, make_member, make_visit

SEOUL_HALL = {"latitude": 37.5663, "longitude": 126.9779, "detail_ko": "본관 1층", "detail_en": None}
DMC = {"latitude": 37.5794, "longitude": 126.8895, "detail_ko": "누리꿈스퀘어", "detail_en": None}


@pytest.fixture
def visit(home: City) -> Visit:
    """A visit that is still planned."""
    return make_visit(home, status=VisitStatus.PLANNED)


def found(user: User, visit: Visit) -> list[Clash]:
    programme = queries.get_programme(user, visit.reference)
    return list(queries.clashes_of(programme, list_elsewhere(user, programme)))


def kinds(user: User, visit: Visit) -> list[str]:
    return [clash.kind.value for clash in found(user, visit)]


def test_a_room_taken_by_another_visit_is_told(officer: User, home: City, visit: Visit) -> None:
    place = make_place(home)
    make_item(visit, 1, place=place)
    other = make_visit(home, status=VisitStatus.PLANNED)
    make_item(other, 1, place=place, starts_at=time(9, 10), ends_at=time(10))
    (clash,) = found(officer, visit)
    assert (clash.kind, clash.is_elsewhere) == (ClashKind.PLACE, True)
    assert clash.second is not None and clash.second.visit.reference == other.reference


def test_a_person_expected_at_another_visit_is_told(officer: User, home: City, visit: Visit) -> None:
    mayor = make_person(languages=None)
    make_attendee(make_item(visit, 1), mayor, side=Side.HOME)
    make_attendee(make_item(make_visit(home), 1), mayor, side=Side.HOME)
    assert kinds(officer, visit) == ["person"]


@pytest.mark.parametrize(
    "other",
    [{"status": VisitStatus.CANCELLED, "status_reason": "일정"}, {"disclosure": Disclosure.RESTRICTED}],
    ids=["cancelled", "hidden"],
)
def test_a_visit_that_is_off_or_hidden_takes_no_room(
    officer: User, home: City, visit: Visit, other: dict[str, Any]
) -> None:
    place = make_place(home)
    make_item(visit, 1, place=place)
    make_item(make_visit(home, **other), 1, place=place)
    assert kinds(officer, visit) == []


@pytest.mark.parametrize(
    ("next_at", "minutes", "told"),
    [
        (time(9, 40), None, (35, 20)),  # eight kilometres through the city
        (time(10), None, None),
        (time(9, 40), 15, None),  # an officer knows better
        (time(9, 25), 10, (10, 5)),
    ],
)
def test_the_way_takes_time(
    officer: User, home: City, visit: Visit, next_at: time, minutes: int | None, told: tuple[int, int] | None
) -> None:
    make_item(visit, 1, place=make_place(home, **SEOUL_HALL))
    make_item(visit, 2, place=make_place(home, **DMC), starts_at=next_at, ends_at=time(11), travel_minutes=minutes)
    told_ones = [(one.needed, one.there_is) for one in found(officer, visit) if one.kind is ClashKind.TRAVEL]
    assert told_ones == ([told] if told else [])


def test_within_a_building_nobody_travels(officer: User, home: City, visit: Visit) -> None:
    make_item(visit, 1, place=make_place(home, detail_ko="신청사 8층"))
    make_item(visit, 2, place=make_place(home, detail_ko="신청사, 지하 2층"), starts_at=time(9, 20), ends_at=time(10))
    assert kinds(officer, visit) == []


def test_places_of_which_little_is_known_are_a_usual_way_apart(officer: User, home: City, visit: Visit) -> None:
    make_item(visit, 1, place_ko="광화문광장")
    make_item(visit, 2, place_ko="한강공원", starts_at=time(9, 30), ends_at=time(10))
    make_item(visit, 3, place_ko="한강공원", starts_at=time(10), ends_at=time(11))
    make_item(visit, 4, kind=ItemKind.TRANSFER, starts_at=time(11), ends_at=time(11, 30))
    (clash,) = found(officer, visit)
    assert (clash.kind, clash.needed, clash.there_is) == (ClashKind.TRAVEL, 15, 10)


def test_two_groups_go_their_own_ways(officer: User, home: City, visit: Visit) -> None:
    for number, person, at in (
        (1, make_person(languages=None), time(9)),
        (2, make_person(languages=None), time(9, 20)),
    ):
        item = make_item(visit, number, place_ko=f"장소 {number}", starts_at=at, ends_at=time(at.hour, at.minute + 20))
        make_attendee(item, person)
    assert kinds(officer, visit) == []


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        ("영어", ("en",)),
        ("English (native), 한국어", None),
        ("일본어·Korean", None),
        (None, None),
        ("과라니말", ("과라니말",)),
    ],
)
def test_who_shares_no_language_needs_interpretation(
    officer: User, visit: Visit, languages: str | None, told: tuple[str, ...] | None
) -> None:
    make_attendee(make_item(visit, 1), make_person(languages=languages))
    told_ones = [clash.languages for clash in found(officer, visit) if clash.kind is ClashKind.INTERPRETATION]
    assert told_ones == ([told] if told else [])


def test_hosts_who_speak_the_guests_language_need_nobody(officer: User, visit: Visit) -> None:
    item = make_item(visit, 1)
    make_attendee(item, make_person(languages="영어"))
    make_attendee(item, make_person(languages="한국어, 영어"), side=Side.HOME)
    assert kinds(officer, visit) == []
    make_attendee(item, make_person(languages="한국어"), side=Side.HOME)
    assert kinds(officer, visit) == ["interpretation"]


def test_interpretation_needs_an_interpreter(officer: User, home: City, visit: Visit) -> None:
    item = make_item(visit, 1, interpretation=Interpretation.CONSECUTIVE)
    assert kinds(officer, visit) == []  # nobody is listed yet
    make_attendee(item, make_person(languages="영어"))
    assert kinds(officer, visit) == ["interpreter"]
    member = make_member(make_delegation(visit, home), make_person(), role=MemberRole.INTERPRETER)
    make_attendee(item, member.person, member_id=member.id)
    assert kinds(officer, visit) == []


def test_what_is_over_needs_no_advice(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_attendee(make_item(visit, 1, place_ko="광화문광장"), make_person(languages="영어"))
    make_item(visit, 2, place_ko="한강공원", starts_at=time(9, 25), ends_at=time(10))
    assert kinds(officer, visit) == []


def test_a_stay_begins_and_ends_at_its_hours(officer: User, home: City, visit: Visit) -> None:
    leg = make_leg(visit, home, arrives_at=time(10), departs_at=time(18))
    make_item(visit, 1, leg=leg, day=date(2013, 10, 20))
    make_item(visit, 2, leg=leg, day=date(2013, 10, 20), kind=ItemKind.TRANSFER)
    make_item(visit, 3, leg=leg, day=date(2013, 10, 23), starts_at=time(17, 50), ends_at=time(18, 10))
    make_item(visit, 4, leg=leg)
    assert [(clash.kind.value, clash.first.number) for clash in found(officer, visit)] == [("leg", 1), ("leg", 3)]


@pytest.mark.parametrize(
    ("day", "starts", "ends", "details", "told"),
    [
        (20, time(8), time(9), {}, True),  # before they are there
        (20, time(11), time(12), {}, False),
        (23, time(17), time(19), {}, True),  # after they have left
        (25, time(9), time(10), {}, True),  # after the visit
        (25, None, None, {}, True),
        (20, time(8), time(9), {"kind": ItemKind.TRANSFER}, False),  # the way to them
        (20, time(8), time(9), {"zone": "America/Los_Angeles"}, False),  # before they set out
    ],
)
def test_an_item_without_a_stay_is_held_to_the_visit_and_all_stays(
    officer: User,
    home: City,
    visit: Visit,
    day: int,
    starts: time | None,
    ends: time | None,
    details: dict[str, Any],
    told: bool,
) -> None:
    make_leg(visit, home, departs_on=date(2013, 10, 21), arrives_at=time(10), departs_at=time(18))
    make_leg(visit, home, position=2, arrives_on=date(2013, 10, 22), departs_at=time(18))
    make_item(visit, 1, day=date(2013, 10, day), starts_at=starts, ends_at=ends, **details)
    assert kinds(officer, visit) == (["leg"] if told else [])


def test_a_post_without_a_name_is_expected_twice_too(home: City) -> None:
    visit = make_visit(home)
    for number in (1, 2):
        item = make_item(visit, number, starts_at=time(10), ends_at=time(11))
        make_attendee(item, title_ko="국제관계대사", title_en=None, side=Side.HOME)
        make_attendee(item, title_ko="직원", title_en=None, count=5, position=2)
    programme = queries.get_programme(SYSTEM, visit.reference)
    found = [one for one in queries.clashes_of(programme) if one.kind is ClashKind.PERSON]
    assert [one.post.ko for one in found if one.post] == ["국제관계대사"]
