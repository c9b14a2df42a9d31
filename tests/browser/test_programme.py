"""The board of a programme in a browser: dragged, by keyboard, without scripts, and by two officers at once."""

from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from partnerships.commands.account import set_language
from partnerships.commands.visit.moving import move_item
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.models.visit import Direction, ProgrammeItem, Visit, VisitStatus
from partnerships.queries.visit import get_programme
from tests.browser.checks import accessibility_faults, html_faults, overflow
from tests.browser.conftest import OpenPage
from tests.factories.city import make_city, make_place
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_item, make_leg, make_visit

pytestmark = pytest.mark.database("sqlite")

Place = tuple[date | None, time | None, time | None]
Open = Callable[..., Page]


@pytest.fixture
def visit(home: City) -> Visit:
    """A visit of three days with a ceremony, a meeting, a briefing without hours and an idea without a day."""
    visit = make_visit(
        home,
        status=VisitStatus.PLANNED,
        starts=PartialDate.parse("2013-10-21"),
        ends=PartialDate.parse("2013-10-23"),
    )
    make_item(visit, 1, title_ko="체결식", starts_at=time(9), ends_at=time(10))
    make_item(visit, 2, title_ko="면담", starts_at=time(14), ends_at=time(15))
    make_item(visit, 3, title_ko="설명회", starts_at=None, ends_at=None)
    make_item(visit, 4, title_ko="시찰", day=None, starts_at=None, ends_at=None)
    return visit


@pytest.fixture
def board(open_page: OpenPage, visit: Visit) -> Open:
    """Open the board as somebody."""

    def opened(user: User, **options: object) -> Page:
        page = open_page(user, **options)
        page.goto(f"/visits/{visit.reference}/programme?view=columns")
        return page

    return opened


def saved(user: User, visit: Visit, number: int) -> ProgrammeItem:
    return next(item for item in get_programme(user, visit.reference).items if item.number == number)


def place(user: User, visit: Visit, number: int) -> Place:
    item = saved(user, visit, number)
    return item.day, item.starts_at, item.ends_at


def slot(page: Page, number: int) -> Locator:
    return page.locator(f"[data-slot][data-number='{number}']")


def expect_at(page: Page, number: int, day: str, begins: str, ends: str) -> None:
    """The board shows the item there, as the server has it."""
    for name, value in (("day", day), ("from", begins), ("to", ends)):
        expect(slot(page, number)).to_have_attribute(f"data-{name}", value)


def drag(page: Page, what: Locator, to: Locator, hours: float = 0, handle: str = "body") -> None:
    """Take an item near its top (or at its edge) and let it go ``hours`` below the top of ``to``."""
    box, target = what.bounding_box(), to.bounding_box()
    assert box and target
    hour = page.locator(".timetable-ruler li").first.bounding_box()
    assert hour
    x, y = box["x"] + 12, box["y"] + (box["height"] - 2 if handle == "edge" else 4)
    grip = 0 if handle == "edge" else 4
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y + 10)
    page.mouse.move(target["x"] + 40, target["y"] + hours * hour["height"] + grip, steps=4)
    page.mouse.up()


def hours_of(page: Page, day: str) -> Locator:
    return page.locator(f"[data-column='{day}'] [data-hours]")


def test_an_item_is_dragged_and_keeps_its_length(board: Open, officer: User, visit: Visit) -> None:
    page = board(officer)
    drag(page, slot(page, 1), hours_of(page, "2013-10-22"), hours=3.5)
    expect_at(page, 1, "2013-10-22", "11:30", "12:30")
    expect(page.locator("[data-said]")).to_contain_text("체결식")
    assert place(officer, visit, 1) == (date(2013, 10, 22), time(11, 30), time(12, 30))
    page.get_by_role("button", name="되돌리기").click()
    expect_at(page, 1, "2013-10-21", "09:00", "10:00")
    # A click is still a click.
    slot(page, 1).locator("a.slot-title").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("체결식")


def test_its_end_is_pulled_and_trays_take_what_is_open(board: Open, officer: User, visit: Visit) -> None:
    page = board(officer)
    drag(page, slot(page, 2), hours_of(page, "2013-10-21"), hours=8, handle="edge")
    expect_at(page, 2, "2013-10-21", "14:00", "16:00")
    drag(page, slot(page, 4), hours_of(page, "2013-10-23"), hours=2)
    expect_at(page, 4, "2013-10-23", "10:00", "")
    drag(page, slot(page, 1), page.locator("[data-undated]"))
    expect_at(page, 1, "", "", "")
    assert place(officer, visit, 1) == (None, None, None)
    # Let go of with Escape, nothing happens.
    box = slot(page, 2).bounding_box()
    assert box
    page.mouse.move(box["x"] + 9, box["y"] + 4)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 90, steps=3)
    expect(page.locator(".slot-carried")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".slot-carried")).to_have_count(0)
    page.mouse.up()
    assert place(officer, visit, 2) == (date(2013, 10, 21), time(14), time(16))


def test_the_keyboard_moves_an_item(board: Open, officer: User, visit: Visit) -> None:
    page = board(officer)
    title = slot(page, 1).locator("a.slot-title")
    title.focus()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "Shift+ArrowDown"):
        page.keyboard.press(key)
    expect(page.locator("[data-said]")).to_have_text("체결식: 10. 22.(화) 09:30–10:45")
    assert place(officer, visit, 1) == (date(2013, 10, 21), time(9), time(10))
    page.keyboard.press("Enter")
    expect_at(page, 1, "2013-10-22", "09:30", "10:45")
    expect(title).to_be_focused()
    # What is not sent yet is taken back by Escape, and so is what was saved last.
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    expect(slot(page, 1).locator(".slot-time")).to_have_text("09:30–10:45")
    page.keyboard.press("Escape")
    expect_at(page, 1, "2013-10-21", "09:00", "10:00")
    # Leaving saves.
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect_at(page, 1, "2013-10-21", "09:15", "10:15")
    # An item of its day gets its hours.
    slot(page, 3).locator("a.slot-title").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect_at(page, 3, "2013-10-21", "09:00", "")


def test_everything_works_without_scripts(board: Open, officer: User, visit: Visit) -> None:
    page = board(officer, scripts=False)
    expect(slot(page, 1)).to_be_visible()
    before, meeting = slot(page, 1).bounding_box(), slot(page, 2).bounding_box()
    assert before and meeting and meeting["y"] > before["y"]
    slot(page, 1).locator(".slot-menu").click()
    form = page.locator("#move-1 form")
    form.locator("[name=day]").select_option("2013-10-23")
    form.locator("[name=starts_at]").fill("16:00")
    form.locator("[name=ends_at]").fill("15:00")
    form.locator("button[type=submit]").click()
    # Refused: told beside the field, kept as typed.
    again = page.locator("main form:has(.field-error)")
    expect(again.locator("[name=starts_at]")).to_have_value("16:00")
    again.locator("[name=ends_at]").fill("17:00")
    again.locator("button[type=submit]").click()
    expect(page.locator(".notice-success")).to_contain_text("체결식")
    assert place(officer, visit, 1) == (date(2013, 10, 23), time(16), time(17))


def test_two_officers_plan_at_once(board: Open, officer: User, coordinator: User, visit: Visit) -> None:
    first, second = board(officer), board(coordinator)
    drag(first, slot(first, 1), hours_of(first, "2013-10-22"), hours=2)
    expect_at(first, 1, "2013-10-22", "10:00", "11:00")
    # The other has not seen it yet and moves the same item: it is told who was quicker, and nothing is overwritten.
    drag(second, slot(second, 1), hours_of(second, "2013-10-23"), hours=4)
    expect(second.get_by_role("alert")).to_contain_text("김하늘")
    expect(second.get_by_role("alert")).to_contain_text("10. 23.(수) 12:00–13:00")
    expect_at(second, 1, "2013-10-22", "10:00", "11:00")
    # Another item is moved without a conflict, and the first sees it as soon as it looks.
    drag(second, slot(second, 2), hours_of(second, "2013-10-23"), hours=4)
    expect_at(second, 2, "2013-10-23", "12:00", "13:00")
    first.evaluate("window.dispatchEvent(new Event('focus'))")
    expect_at(first, 2, "2013-10-23", "12:00", "13:00")
    expect(first.locator("[data-said]")).to_contain_text("박서준")
    assert place(officer, visit, 1)[0] == date(2013, 10, 22)
    assert place(officer, visit, 2)[0] == date(2013, 10, 23)


def test_what_is_in_hand_is_not_taken_away(board: Open, officer: User, coordinator: User, visit: Visit) -> None:
    page = board(officer)
    slot(page, 1).locator("a.slot-title").focus()
    page.keyboard.press("ArrowDown")
    other = saved(coordinator, visit, 2)
    move_item(coordinator, other, other.version, day=other.day, starts_at=time(17), ends_at=time(18))
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.keyboard.press("Enter")
    # The answer to the move brings the colleague's change along.
    expect_at(page, 1, "2013-10-21", "09:15", "10:15")
    expect_at(page, 2, "2013-10-21", "17:00", "18:00")


def test_a_lost_connection_is_told_and_tried_again(board: Open, officer: User, visit: Visit) -> None:
    page = board(officer)
    page.evaluate("() => { window.before = window.fetch; window.fetch = () => Promise.reject(new TypeError('gone')) }")
    drag(page, slot(page, 1), hours_of(page, "2013-10-22"), hours=2)
    expect(page.locator("[data-said]")).to_contain_text("연결이 끊겨")
    expect_at(page, 1, "2013-10-21", "09:00", "10:00")
    page.evaluate("() => { window.fetch = window.before }")
    page.get_by_role("button", name="다시 시도").click()
    expect_at(page, 1, "2013-10-22", "10:00", "11:00")


@pytest.mark.parametrize(("language", "width"), [("ko", 1440), ("en", 390)])
def test_a_tour_with_clashes_is_faultless(
    open_page: OpenPage, officer: User, home: City, tmp_path: Path, language: str, width: int
) -> None:
    visit = make_visit(home, direction=Direction.OUTBOUND, status=VisitStatus.PLANNED)
    coast = make_leg(visit, make_city(zone="America/Los_Angeles"), departs_on=date(2013, 10, 21))
    make_leg(visit, make_city(zone="Asia/Tokyo"), position=2, arrives_on=date(2013, 10, 23))
    place, mayor = make_place(coast.city), make_person(languages="영어")
    for number in (1, 2):
        item = make_item(visit, number, leg=coast, zone=coast.zone, place=place, starts_at=time(9, 5 * number))
        make_attendee(item, mayor)
    make_item(visit, 3, leg=coast, zone=coast.zone, starts_at=None, ends_at=None)
    make_item(visit, 4, day=None, starts_at=None, ends_at=None)
    set_language(officer, Language(language))
    page = open_page(officer, width=width)
    programme = f"/visits/{visit.reference}/programme"
    faults, kept = [], []
    for address in (f"{programme}?view=columns", f"{programme}?view=list", f"{programme}/copy-day"):
        answer = page.goto(address)
        assert answer is not None
        kept.append((address, answer.text()))
        faults += [f"{address}: {one}" for one in accessibility_faults(page)]
        assert overflow(page) <= 0, address
    assert faults + html_faults(kept, tmp_path) == []
