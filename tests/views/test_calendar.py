"""The calendar's pages, and its feeds as other calendars read them."""

import json
import subprocess
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient

from partnerships.adapters.clock import utc_now
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.calendar_feed import FeedScope
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.models.visit import Task, TeamMember, Visit, VisitStatus
from tests.client import Client
from tests.factories.calendar_feed import make_feed
from tests.factories.city import make_city
from tests.factories.partnership import make_claim, make_partnership
from tests.factories.saving import save, save_again
from tests.factories.visit import make_item, make_leg, make_visit
from tests.factories.watch import make_ending

ROOT = Path(__file__).resolve().parent.parent.parent
READER = Path(__file__).resolve().parent / "read_calendar.mjs"
TOKEN = "a-token-that-only-this-test-knows"


@pytest.fixture
def today(home: City) -> date:
    return utc_now().astimezone(ZoneInfo("Asia/Seoul")).date()


@pytest.fixture
def visit(home: City, officer: User, today: date) -> Visit:
    """Three days that begin tomorrow, in the officer's charge."""
    begins, ends = today + timedelta(days=1), today + timedelta(days=3)
    return make_visit(
        home,
        status=VisitStatus.CONFIRMED,
        title_ko="샌프란시스코 대표단 방문",
        starts=PartialDate.of(begins),
        ends=PartialDate.of(ends),
        owner_id=officer.id,
    )


def read(app: Flask, token: str = TOKEN) -> list[dict[str, Any]]:
    """The events of a feed as an independent reader understands them, ical.js under Node."""
    answer = FlaskClient(app, use_cookies=False).get(f"/calendar/{token}.ics")
    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    done = subprocess.run(["node", str(READER)], input=answer.data, capture_output=True, check=True, cwd=ROOT)
    events: list[dict[str, Any]] = json.loads(done.stdout)
    return events


def test_a_month_shows_what_is_on_in_it(client: Client, officer: User, home: City, today: date) -> None:
    make_ending(home, today, title_ko="오늘 끝나는 협정")
    tie = make_partnership(home, make_city(name_ko="오클랜드"))
    make_claim(tie, founded=PartialDate.of(today.replace(year=today.year - 30)), is_preferred=True)
    page = client.sign_in(officer).get("/calendar", {"day": today.isoformat()})
    assert page.heading == "일정"
    cell = "".join(page.texts("td[aria-current=date]"))
    assert "오늘 끝나는 협정" in cell
    assert "30주년: 오클랜드" in cell


def test_a_visit_stands_on_each_of_its_days(client: Client, officer: User, visit: Visit) -> None:
    assert visit.starts and visit.starts.day
    day = visit.starts.day
    # Three days are in one week or in two, by the weekday of the present day: two pages hold all of them.
    weeks = {one - timedelta(days=one.weekday()) for one in (day, day + timedelta(days=2))}
    pages = [
        client.sign_in(officer).get("/calendar", {"view": "week", "day": week.isoformat(), "kind": "visit"})
        for week in weeks
    ]
    assert sum(page.texts(".calendar-entry a").count("샌프란시스코 대표단 방문") for page in pages) == 3
    listed = client.get("/calendar", {"view": "list", "day": day.isoformat(), "kind": "visit"})
    assert listed.texts(".calendar-entry a") == ["샌프란시스코 대표단 방문"]
    assert listed.click("샌프란시스코 대표단 방문").heading == "샌프란시스코 대표단 방문"


def test_programme_items_and_tasks_stand_in_the_week(
    client: Client, officer: User, home: City, visit: Visit, today: date
) -> None:
    tomorrow = today + timedelta(days=1)
    make_item(visit, title_ko="시장 접견", day=tomorrow, starts_at=time(9), ends_at=time(9, 20))
    save(Task(visit_id=visit.id, title_ko="선물 준비", due_on=tomorrow, owner_id=officer.id))
    page = client.sign_in(officer).get("/calendar", {"view": "list", "day": today.isoformat()})
    assert "09:00–09:20" in page
    assert page.link("시장 접견")
    assert "업무 기한: 선물 준비" in page


def test_hours_are_those_on_the_spot(client: Client, officer: User, visit: Visit, today: date) -> None:
    city = make_city(name_ko="샌프란시스코", zone="America/Los_Angeles")
    leg = make_leg(visit, city, arrives_on=today, departs_on=today + timedelta(days=3))
    day = today + timedelta(days=1)
    make_item(visit, leg_id=leg.id, day=day, starts_at=time(22), ends_at=None, zone="America/Los_Angeles")
    page = client.sign_in(officer).get("/calendar", {"view": "list", "day": today.isoformat(), "kind": "item"})
    assert "22:00" in page
    assert "America/Los_Angeles" in page


def test_only_mine_leaves_out_what_others_look_after(client: Client, officer: User, home: City, today: date) -> None:
    starts = PartialDate.of(today)
    make_visit(home, title_ko="남의 방문", starts=starts, ends=starts)
    helped = make_visit(home, title_ko="돕는 방문", starts=starts, ends=starts)
    save(TeamMember(visit_id=helped.id, user_id=officer.id))
    page = client.sign_in(officer).get("/calendar", {"view": "list", "day": today.isoformat(), "mine": "1"})
    assert "돕는 방문" in page
    assert "남의 방문" not in page.text


def test_what_may_not_be_seen_stands_nowhere(client: Client, officer: User, home: City, today: date) -> None:
    starts = PartialDate.of(today)
    secret = make_visit(home, title_ko="비공개 방문", starts=starts, ends=starts, disclosure=Disclosure.RESTRICTED)
    make_item(secret, title_ko="비공개 면담", day=today)
    page = client.sign_in(officer).get("/calendar", {"view": "list", "day": today.isoformat()})
    assert "비공개" not in page.text


@pytest.mark.parametrize("address", ["?day=soon", "?day=0001-01-01", "?view=year", "?kind=nothing", "?day=2199-12-31"])
def test_an_address_that_asks_for_nonsense_shows_a_calendar(client: Client, officer: User, address: str) -> None:
    assert client.sign_in(officer).get(f"/calendar{address}").heading == "일정"


def test_a_feed_is_made_and_its_address_shown_once(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get("/calendar/feeds/new").submit({"name": "내 전화"}).follow()
    address = page.select("#feed-address")[0].get("value")
    assert "/calendar/" in address and address.endswith(".ics")
    assert "내 전화" in page
    assert not client.get("/calendar/feeds").select("#feed-address")


def test_a_feed_needs_a_name_and_what_its_scope_asks(client: Client, officer: User, home: City) -> None:
    form = client.sign_in(officer).get("/calendar/feeds/new")
    assert "name" in form.submit({"name": ""}, status=422).errors
    assert "visit" in form.submit({"name": "방문", "scope": "visit"}, status=422).errors
    assert "home" in form.submit({"name": "전체", "scope": "office", "home": ""}, status=422).errors


def test_a_feed_tells_the_visit_and_its_programme(app: Flask, officer: User, home: City, visit: Visit) -> None:
    assert visit.starts and visit.starts.day
    day = visit.starts.day
    make_item(
        visit, title_ko="체결식, 그리고; 오찬\\만찬 " + "가" * 60, day=day, starts_at=time(9), ends_at=time(9, 20)
    )
    make_feed(officer, TOKEN)
    whole, item = sorted(read(app), key=lambda event: event["allDay"], reverse=True)
    assert whole["summary"] == "샌프란시스코 대표단 방문"
    assert (whole["start"], whole["end"]) == (day.isoformat(), (day + timedelta(days=3)).isoformat())
    assert whole["status"] == "CONFIRMED"
    assert item["summary"].startswith("체결식, 그리고; 오찬\\만찬 가")
    starts = datetime.combine(day, time(9), ZoneInfo("Asia/Seoul")).astimezone(UTC)
    assert item["start"] == f"{starts:%Y-%m-%dT%H:%M:%SZ}"
    assert "Asia/Seoul" in item["description"]
    assert item["url"].endswith(f"/visits/{visit.reference}/1")


def test_lines_are_folded_and_the_same_records_give_the_same_bytes(app: Flask, officer: User, visit: Visit) -> None:
    assert visit.starts
    make_item(visit, title_ko="가나다라마바사" * 20, day=visit.starts.day)
    make_feed(officer, TOKEN)
    reader = FlaskClient(app, use_cookies=False)
    first, second = (reader.get(f"/calendar/{TOKEN}.ics") for _ in range(2))
    assert first.data == second.data
    assert all(len(line) <= 75 for line in first.data.split(b"\r\n"))
    again = reader.get(f"/calendar/{TOKEN}.ics", headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304


def test_a_restricted_visit_is_busy_and_nothing_else(app: Flask, officer: User, home: City, visit: Visit) -> None:
    visit.disclosure = Disclosure.RESTRICTED
    visit.outcome_ko = "비밀 합의"
    save_again(visit)
    assert visit.starts
    make_item(visit, title_ko="비밀 면담", place_ko="안가", day=visit.starts.day)
    make_feed(officer, TOKEN)
    events = read(app)
    assert {event["summary"] for event in events} == {"다른 일정 있음"}
    assert {event["class"] for event in events} == {"PRIVATE"}
    assert all(not event["location"] and not event["description"] and not event["url"] for event in events)


def test_feeds_hold_what_their_scope_says(app: Flask, officer: User, home: City, visit: Visit, today: date) -> None:
    starts = PartialDate.of(today)
    other = make_visit(home, status=VisitStatus.UNDER_WAY, title_ko="다른 방문", starts=starts, ends=starts)
    make_feed(officer, "mine")
    make_feed(officer, "visit", scope=FeedScope.VISIT, visit_id=other.id)
    make_feed(officer, "office", scope=FeedScope.OFFICE, home_id=home.id)
    assert [event["summary"] for event in read(app, "mine")] == ["샌프란시스코 대표단 방문"]
    assert [event["summary"] for event in read(app, "visit")] == ["다른 방문"]
    assert {event["summary"] for event in read(app, "office")} == {"샌프란시스코 대표단 방문", "다른 방문"}


@pytest.mark.parametrize(
    ("status", "told"), [(VisitStatus.REQUESTED, "TENTATIVE"), (VisitStatus.CANCELLED, "CANCELLED")]
)
def test_how_sure_a_visit_is(app: Flask, officer: User, visit: Visit, status: VisitStatus, told: str) -> None:
    visit.status, visit.status_reason = status, "사유"
    save_again(visit)
    make_feed(officer, TOKEN)
    assert [event["status"] for event in read(app)] == [told]


def test_hours_over_the_date_line_are_instants(app: Flask, officer: User, visit: Visit) -> None:
    """One evening in Auckland is the morning of the same day in Seoul and the night before in Honolulu."""
    make_item(visit, 1, day=date(2026, 9, 27), starts_at=time(18), ends_at=None, zone="Pacific/Auckland")
    make_item(visit, 2, day=date(2026, 9, 26), starts_at=time(20), ends_at=None, zone="Pacific/Honolulu")
    make_feed(officer, TOKEN)
    hours = sorted(event["start"] for event in read(app) if not event["allDay"])
    # New Zealand put its clocks forward that very morning.
    assert hours == ["2026-09-27T05:00:00Z", "2026-09-27T06:00:00Z"]


def test_a_revoked_feed_and_one_of_a_closed_account_open_nothing(
    app: Flask, client: Client, officer: User, home: City
) -> None:
    make_feed(officer, TOKEN)
    page = client.sign_in(officer).get("/calendar/feeds")
    page.submit({}, button="폐기")
    reader = FlaskClient(app, use_cookies=False)
    assert reader.get(f"/calendar/{TOKEN}.ics").status_code == 404
    make_feed(officer, "second")
    officer.password_hash = None
    save_again(officer)
    assert reader.get("/calendar/second.ics").status_code == 404
    assert reader.get("/calendar/never-made.ics").status_code == 404


def test_nobody_revokes_the_feed_of_another(client: Client, officer: User, coordinator: User) -> None:
    feed = make_feed(coordinator)
    client.sign_in(officer).post(f"/calendar/feeds/{feed.id}/revoke", {}, status=404)
