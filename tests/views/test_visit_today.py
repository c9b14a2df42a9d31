"""The pages of the day, by a browser without scripts: what is on, what is noted, and what the outbox is told."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.adapters.clock import utc_now
from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.visit import Attendance, Attendee, ItemNote, MemberRole, ProgrammeItem, Visit, VisitStatus
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.organisation import make_organisation
from tests.factories.outcome import make_note
from tests.factories.person import make_person
from tests.factories.saving import save_again
from tests.factories.today import make_item_on, make_visit_on
from tests.factories.visit import (
    make_attendee,
    make_delegation,
    make_leg,
    make_member,
    make_point,
    make_team_member,
    make_visit,
)

JSON = {"Accept": "application/json"}


@pytest.fixture
def visit(home: City) -> Visit:
    """A visit that is on: a signing that goes on now and a dinner after it."""
    visit = make_visit_on(home, title_ko="시장 대표단 방한")
    make_item_on(visit, title_ko="체결식")
    make_item_on(visit, 2, begins=45, lasts=60, title_ko="환영 오찬")
    return visit


@pytest.fixture
def item(visit: Visit) -> ProgrammeItem:
    """The signing, with its guests, its host and a point to make."""
    item = visit.items[0] if "items" in visit.__dict__ else make_item_on(visit, 3, title_ko="회담")
    make_attendee(item, make_person(name_ko="에드윈 리"), title_ko="시장", attendance=Attendance.CONFIRMED)
    make_attendee(item, title_ko="서울특별시장", side=Side.HOME, attendance=Attendance.INVITED)
    make_point(item, topic_ko="직원 파견")
    return item


def page_of(visit: Visit) -> str:
    return f"/visits/{visit.reference}/today"


def test_the_present_and_the_next_item_stand_first(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get("/today")
    assert page.texts(".moment-title a") == ["체결식", "환영 오찬"]
    ends, begins = page.texts(".countdown")
    assert (ends.endswith("분 후 종료"), begins.endswith("분 후 시작")) == (True, True)
    page = page.click("당일 화면 열기")
    assert page.heading == "시장 대표단 방한"
    assert page.texts(".moment .badge") == ["진행 중", "다음 일정"]


def test_ones_own_visits_come_first_and_others_of_the_home_after(
    client: Client, officer: User, home: City, visit: Visit
) -> None:
    make_item_on(make_visit_on(home, title_ko="내 방문", owner_id=officer.id))
    team = make_visit_on(home, title_ko="전담반 방문")
    make_team_member(team, officer)
    page = client.sign_in(officer).get("/today")
    assert page.texts(".visit-on h2") == ["내 방문", "전담반 방문", "시장 대표단 방한"]


def test_what_is_not_on_is_not_shown(client: Client, officer: User, home: City) -> None:
    make_visit(home)
    make_visit_on(home, status=VisitStatus.CANCELLED, status_reason="연기")
    make_visit_on(home, status=VisitStatus.REQUESTED)
    make_visit_on(home, archived_at=utc_now())
    make_visit_on(home, disclosure=Disclosure.RESTRICTED)
    page = client.sign_in(officer).get("/today")
    assert page.select(".visit-on") == []
    assert "오늘 진행 중인 방문이 없습니다" in page


def test_a_stay_across_the_date_line_is_on_where_it_is(client: Client, officer: User, home: City) -> None:
    day = utc_now().astimezone().date()
    visit = make_visit_on(home, starts=None, ends=None, title_ko="날짜 미정 방문")
    far = make_city(name_ko="호놀룰루", name_en="Honolulu", zone="Pacific/Honolulu")
    make_leg(visit, far, arrives_on=day - timedelta(days=1), departs_on=day + timedelta(days=1))
    assert client.sign_in(officer).get("/today").texts(".visit-on h2") == ["날짜 미정 방문"]


def test_whom_to_call(client: Client, officer: User, home: City, visit: Visit, viewer_user: User) -> None:
    make_team_member(visit, officer)
    make_team_member(visit, name="이기사", duty_ko="차량", phone="010-1234 5678")
    host = make_organisation(name_ko="서울시설공단", phone="+82 2 2290-6114")
    person = make_person(name_ko="안내 담당", phone="02-123-4567")
    make_item_on(visit, 4, host=host, host_person=person)
    page = client.sign_in(officer).get(page_of(visit))
    numbers = {link.get("href") for link in page.select("a.call")}
    assert numbers == {"tel:01012345678", "tel:+82222906114", "tel:021234567"}
    # How to reach a person is for officers, how to reach the team for those who run the visit.
    page = client.sign_in(viewer_user).get(page_of(visit))
    assert {link.get("href") for link in page.select("a.call")} == {"tel:+82222906114"}


def test_attendance_in_one_tap_and_back(client: Client, officer: User, visit: Visit, item: ProgrammeItem) -> None:
    guest = item_attendees(item)[0]
    page = client.sign_in(officer).get(page_of(visit))
    mark = {"mark": f"{guest.id}:attended"}
    page = client.post(f"/visits/{visit.reference}/{item.number}/attendance", mark).follow()
    assert f"item={item.number}" in page.path
    assert guest.attendance is Attendance.ATTENDED
    [pressed] = page.select(f"#mark-{guest.id}-attended")
    assert (pressed.get("aria-pressed"), pressed.get("value")) == ("true", f"{guest.id}:invited")
    assert page.select(f"#item-{item.number}")[0].get("open") is not None
    client.post(f"/visits/{visit.reference}/{item.number}/attendance", {"mark": "rest:attended"})
    assert [one.attendance for one in item_attendees(item)] == [Attendance.ATTENDED] * 2


@pytest.mark.parametrize("mark", ["", "x:attended", "0:attended", "rest:absent", "{}:perhaps"])
def test_a_mark_that_no_page_offers_is_not_found(
    client: Client, officer: User, visit: Visit, item: ProgrammeItem, mark: str
) -> None:
    sent = {"mark": mark.format(item_attendees(item)[0].id)}
    client.sign_in(officer).post(f"/visits/{visit.reference}/{item.number}/attendance", sent, status=404)


def test_a_point_is_raised_with_the_reply(client: Client, officer: User, visit: Visit, item: ProgrammeItem) -> None:
    page = client.sign_in(officer).get(page_of(visit))
    address = page.select("form[data-note=point]")[0].get("action")
    page = client.post(address, {"raised": "yes", "reply": "3월까지 회신", "before": ""}).follow()
    assert page.texts("textarea[name=reply]") == ["3월까지 회신"]
    [yes] = page.select("[data-note=point] [data-mark=yes]")
    assert yes.get("aria-pressed") == "true"
    page = client.post(address, {"raised": "keep", "reply": "4월까지 회신", "before": "3월까지 회신"}).follow()
    assert page.texts("textarea[name=reply]") == ["4월까지 회신"]
    assert page.select("[data-note=point] [data-mark=yes]")[0].get("aria-pressed") == "true"


def test_a_note_is_kept_and_taken_away(
    client: Client, officer: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    client.sign_in(officer)
    address = f"/visits/{visit.reference}/{item.number}/notes"
    key = str(uuid4())
    for _once, _more in ((1, 2), (1, 2)):
        page = client.post(address, {"text": "서명 완료", "client_key": key}).follow()
    assert page.texts(".day-notes .as-written") == ["서명 완료"]
    assert "김하늘" in page
    [note] = session.scalars(select(ItemNote)).all()
    page = client.post(f"{address}/{note.id}/archive").follow()
    assert page.texts(".day-notes .as-written") == []
    client.post(f"{address}/{note.id}/archive", status=404)


def test_a_note_that_is_refused_stays_typed(client: Client, officer: User, visit: Visit, item: ProgrammeItem) -> None:
    client.sign_in(officer)
    address = f"/visits/{visit.reference}/{item.number}/notes"
    page = client.post(address, {"text": "가" * 10_001}, status=422)
    assert page.texts("textarea[name=text][aria-invalid=true]") == ["가" * 10_001]
    assert "최대 10000자" in page
    visit.status, visit.status_reason = VisitStatus.CANCELLED, "태풍"
    save_again(visit)
    page = client.post(address, {"text": "취소 뒤 메모"}, status=422)
    assert "진행하지 않는 방문입니다" in page
    assert "취소 뒤 메모" in page


def test_the_outbox_is_told_in_its_own_words(
    client: Client, officer: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    client.sign_in(officer)
    address = f"/visits/{visit.reference}/{item.number}"
    hour = 3_600_000
    page = client.post(f"{address}/notes", {"text": "늦게 온 메모", "age": hour}, status=200, headers=JSON)
    assert json.loads(page.data) == {"kept": True}
    [note] = session.scalars(select(ItemNote)).all()
    assert timedelta(minutes=59) < utc_now() - note.written_at < timedelta(minutes=61)
    page = client.post(f"{address}/notes", {"text": " "}, status=422, headers=JSON)
    assert json.loads(page.data) == {"kept": False, "message": "메모를 입력하십시오."}
    # Signed out: the way to the sign-in page, which the outbox knows for no answer.
    client.sign_out()
    page = client.post(f"{address}/notes", {"text": "로그인 만료"}, status=302, headers=JSON)
    assert page.location.startswith("/sign-in")


@pytest.mark.parametrize("age", ["x", "-5", "9" * 40])
def test_an_age_that_cannot_be_is_none(
    client: Client, officer: User, visit: Visit, item: ProgrammeItem, age: str
) -> None:
    sent = {"text": "메모", "age": age}
    client.sign_in(officer).post(f"/visits/{visit.reference}/{item.number}/notes", sent, status=200, headers=JSON)


def test_a_viewer_reads_and_sees_no_needs(
    client: Client, viewer_user: User, coordinator: User, visit: Visit, item: ProgrammeItem
) -> None:
    delegation = make_delegation(visit, make_city())
    member = make_member(delegation, title_ko="사무국장", role=MemberRole.HEAD, needs="땅콩 알레르기")
    make_attendee(item, title_ko="사무국장", member_id=member.id, attendance=Attendance.CONFIRMED)
    make_note(item, text="공유 메모")
    page = client.sign_in(viewer_user).get(page_of(visit))
    assert "공유 메모" in page
    assert page.select("form[data-note] button") == []
    assert "땅콩" not in page
    assert "땅콩 알레르기" in client.sign_in(coordinator).get(page_of(visit))


def test_another_day_of_the_visit(client: Client, officer: User, visit: Visit) -> None:
    tomorrow = make_item_on(visit, 5, begins=24 * 60, title_ko="시찰")
    page = client.sign_in(officer).get(page_of(visit), {"day": tomorrow.day.isoformat()})
    assert page.texts(".day-item-title") == ["시찰"]
    assert "당일부터 입력할 수 있습니다" in page
    assert page.select("form[data-note=note]") == []
    for odd in ("never", "1900-01-01"):
        assert client.get(page_of(visit), {"day": odd}).heading == "시장 대표단 방한"


def test_a_visit_without_a_programme_has_its_day_too(client: Client, officer: User, home: City) -> None:
    visit = make_visit_on(home)
    page = client.sign_in(officer).get(page_of(visit))
    assert page.select(f".on-the-day-items a[href='/visits/{visit.reference}/programme']")


def test_a_delegation_of_many_needs_no_more_statements(client: Client, officer: User, visit: Visit) -> None:
    for number in range(10, 14):
        crowded = make_item_on(visit, number)
        for place in range(6):
            make_attendee(crowded, make_person(), position=place)
        make_point(crowded)
        make_note(crowded, by=officer)
    client.sign_in(officer).get(page_of(visit), statements=24)
    client.get("/today", statements=24)


def test_the_page_without_a_connection_knows_no_record(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get("/today/offline")
    assert visit.reference not in page
    assert "시장 대표단 방한" not in page
    worker = client.get("/today-worker.js")
    assert worker.headers["Content-Type"].startswith("text/javascript")


def test_a_visit_that_is_on_offers_its_day(client: Client, officer: User, home: City, visit: Visit) -> None:
    page = client.sign_in(officer).get(f"/visits/{visit.reference}")
    assert page.select(f"main a.button-primary[href='{page_of(visit)}']")
    over = make_visit(home)
    assert not client.get(f"/visits/{over.reference}").select("main a.button-primary[href$='/today']")


def item_attendees(item: ProgrammeItem) -> list[Attendee]:
    """By side and precedence, from the database."""
    rows = select(Attendee).where(Attendee.item_id == item.id).order_by(Attendee.id)
    return list(db.session.scalars(rows))
