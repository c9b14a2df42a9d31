"""The programme as a page: moving items by a plain form and from the board, colleagues in between, copying a day."""

from datetime import date, time

import pytest

from partnerships.commands.visit.moving import move_item
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.models.visit import Attendance, Direction, ProgrammeItem, Visit, VisitStatus
from partnerships.queries import visit as queries
from tests.client import Client
from tests.factories.city import make_city, make_place
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_item, make_leg, make_step, make_visit

SCRIPT = {"HX-Request": "true"}


@pytest.fixture
def visit(home: City) -> Visit:
    """A visit of three days that is still planned."""
    return make_visit(
        home,
        title_ko="시장 대표단 방한",
        status=VisitStatus.PLANNED,
        starts=PartialDate.parse("2013-10-21"),
        ends=PartialDate.parse("2013-10-23"),
    )


def saved(user: User, visit: Visit, number: int = 1) -> ProgrammeItem:
    return next(item for item in queries.get_programme(user, visit.reference).items if item.number == number)


def hours_of(item: ProgrammeItem) -> tuple[date | None, time | None, time | None]:
    return item.day, item.starts_at, item.ends_at


def test_a_plan_is_shown_in_columns_and_a_past_one_as_a_list(client: Client, officer: User, home: City) -> None:
    for status, columns in ((VisitStatus.PLANNED, 4), (VisitStatus.COMPLETED, 0)):
        visit = make_visit(home, status=status)
        make_item(visit)
        page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme")
        assert len(page.select(".day")) == columns
        page = page.click("목록" if columns else "시간표")
        assert len(page.select(".day")) == (0 if columns else 4)


def test_readers_see_the_board_and_move_nothing(client: Client, viewer_user: User, visit: Visit) -> None:
    item = make_item(visit)
    page = client.sign_in(viewer_user).get(f"/visits/{visit.reference}/programme", {"view": "columns"})
    assert "우호협력 강화 양해각서 체결식" in page
    assert not page.select("dialog, [data-writable]")
    client.post(f"/visits/{visit.reference}/{item.number}/move", {"day": "2013-10-22"}, status=403)


def test_an_item_is_moved_by_a_plain_form(client: Client, officer: User, visit: Visit) -> None:
    item = make_item(visit)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme")
    page = page.submit({"day": "2013-10-22", "starts_at": "14", "ends_at": "1430"}, "옮기기").follow()
    assert hours_of(saved(officer, visit)) == (date(2013, 10, 22), time(14), time(14, 30))
    assert f"‘{item.title_ko}’: 10. 22.(화) 14:00–14:30" in page
    history = client.get(f"/visits/{visit.reference}/history")
    assert "일정 항목 이동" in history


def test_what_cannot_be_is_told_beside_the_field_and_kept(client: Client, officer: User, visit: Visit) -> None:
    make_item(visit)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme")
    page = page.submit({"starts_at": "15:00", "ends_at": "14:00"}, "옮기기", status=422)
    assert set(page.errors) == {"ends_at"}
    assert hours_of(saved(officer, visit)) == (date(2013, 10, 21), time(9), time(9, 20))
    refused = page.select(".conflict input[name=starts_at]")
    assert [one.get("value") for one in refused] == ["15:00"]


def test_who_comes_late_is_told_who_was_quicker(client: Client, officer: User, coordinator: User, visit: Visit) -> None:
    make_item(visit, title_ko="체결식")
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme")
    item = saved(coordinator, visit)
    move_item(coordinator, item, item.version, day=date(2013, 10, 23), starts_at=time(11), ends_at=time(11, 20))
    page = page.submit({"day": "2013-10-22", "starts_at": "14:00", "ends_at": "14:20"}, "옮기기", status=409)
    assert "박서준 님이 ‘체결식’ 항목을 변경하여" in page
    assert hours_of(saved(officer, visit))[0] == date(2013, 10, 23)
    # What was wished is still there, and sent once more it counts.
    chosen = page.select(".conflict select option[selected]")
    assert [one.get("value") for one in chosen] == ["2013-10-22"]


def test_the_script_gets_the_board_with_what_became_of_the_move(client: Client, officer: User, visit: Visit) -> None:
    item = make_item(visit, title_ko="체결식")
    address = f"/visits/{visit.reference}/{item.number}/move"
    wish = {"day": "2013-10-22", "starts_at": "09:00", "ends_at": "09:20", "version": "1"}
    client.sign_in(officer)
    answer = client.post(address, wish, status=200, headers=SCRIPT)
    assert answer.select("[data-board] [data-slot][data-day='2013-10-22']")
    assert not answer.select("main")
    # The same wish at the version of before comes too late.
    late = client.post(address, {**wish, "day": "2013-10-23"}, status=409, headers=SCRIPT)
    assert "김하늘 님이 ‘체결식’ 항목을 변경하여" in late
    assert late.select("[data-slot][data-day='2013-10-22']")


def test_a_board_asks_whether_anything_changed(client: Client, officer: User, visit: Visit) -> None:
    make_item(visit)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme")
    stamp = page.select("[data-board]")[0].get("data-stamp")
    address = f"/visits/{visit.reference}/programme/board?since={stamp}"
    client.get(address, status=204)
    make_item(visit, 2)
    assert client.get(address).select("[data-slot][data-number='2']")


def test_another_stay_brings_its_clock(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, direction=Direction.OUTBOUND, status=VisitStatus.PLANNED)
    first = make_leg(visit, make_city(zone="America/Los_Angeles"), departs_on=date(2013, 10, 21))
    second = make_leg(visit, make_city(zone="Asia/Tokyo"), position=2, arrives_on=date(2013, 10, 22))
    make_item(visit, leg=first, zone=first.zone)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme")
    assert "날짜변경선을 지나 같은 날이 되풀이됨" in page
    page.submit({"day": f"2013-10-22.{second.id}"}, "옮기기")
    item = saved(officer, visit)
    assert (item.leg_id, item.zone, item.starts_at) == (second.id, "Asia/Tokyo", time(9))
    assert item.starts_utc is not None and item.starts_utc.hour == 0


def test_a_day_is_copied_with_those_who_attend(client: Client, officer: User, home: City, visit: Visit) -> None:
    item = make_item(visit, title_ko="조찬", place=make_place(home))
    make_attendee(item, make_person(name_ko="에드윈 리"), attendance=Attendance.CONFIRMED)
    make_step(item, title_ko="환담")
    make_item(visit, 2, title_ko="체결식", starts_at=time(10), ends_at=time(11))
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme").click("하루 일정 복사")
    page.submit({"chosen": ["1"], "to": "2013-10-23"}, "복사").follow()
    copy = queries.get_item(officer, visit.reference, 3)
    assert hours_of(copy) == (date(2013, 10, 23), time(9), time(9, 20))
    assert (copy.title_ko, copy.place_id, [step.title_ko for step in copy.steps]) == ("조찬", item.place_id, ["환담"])
    assert [(one.person.name_ko, one.attendance) for one in copy.attendees if one.person] == [
        ("에드윈 리", Attendance.INVITED)
    ]
    page = client.get(f"/visits/{visit.reference}/programme/copy-day")
    assert set(page.submit({"to": ""}, "복사", status=422).errors) == {"to"}


def test_a_place_has_a_position_or_none(client: Client, officer: User, home: City) -> None:
    client.sign_in(officer)
    page = client.get(f"/cities/{home.reference}/places/new")
    entries = {"name_ko": "시청 다목적홀", "latitude": "37.5663"}
    assert set(page.submit(entries, "저장", status=422).errors) == {"longitude"}
    client.get(f"/cities/{home.reference}/places/new").submit({**entries, "longitude": "126.9779"}, "저장")
    assert "37.5663, 126.9779" in client.get(f"/cities/{home.reference}")
