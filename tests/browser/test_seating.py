"""A seating plan in the browser: seats dragged onto each other, the same without scripts, and a plan that scrolls."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.visit import Seating, Visit
from tests.browser.checks import accessibility_faults, html_faults, overflow
from tests.browser.conftest import OpenPage
from tests.factories.visit import make_attendee, make_item, make_visit

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def visit(home: City) -> Visit:
    """A meeting of seven on each side."""
    found = make_visit(home)
    item = make_item(found, seating=Seating.FACING)
    for position in range(1, 8):
        make_attendee(item, title_ko=f"손님 {position}", position=position)
        make_attendee(item, title_ko=f"직원 {position}", position=position, side=Side.HOME)
    return found


def address(visit: Visit) -> str:
    return f"/visits/{visit.reference}/1/seating"


def guests(page: Page) -> list[str]:
    return page.locator("table").first.locator("tbody th").all_inner_texts()


def drag(page: Page, one: str, other: str) -> None:
    """Drag the seat of ``one`` onto that of ``other``."""
    page.locator(".seating-seat", has_text=one).hover()
    page.mouse.down()
    page.locator(".seating-seat", has_text=other).hover()
    page.mouse.up()


def test_a_seat_dragged_onto_another_swaps_the_two(open_page: OpenPage, officer: User, visit: Visit) -> None:
    page = open_page(officer)
    page.goto(address(visit))
    drag(page, "손님 1", "손님 3")
    expect(page.get_by_role("status")).to_contain_text("자리를 바꾸었습니다")
    assert [name.split(" 자리")[0].strip() for name in guests(page)][:3] == ["손님 3", "손님 2", "손님 1"]
    # Let go beside all seats, nothing happens.
    page.locator(".seating-seat", has_text="손님 2").hover()
    page.mouse.down()
    page.get_by_role("heading", level=1).hover()
    page.mouse.up()
    expect(page.locator(".seating-held")).to_have_count(0)


def test_without_scripts_two_choices_swap_the_two(open_page: OpenPage, officer: User, visit: Visit) -> None:
    page = open_page(officer, scripts=False)
    page.goto(address(visit))
    page.get_by_label("자리를 바꿀 사람").select_option(label="1 · 직원 1")
    page.get_by_label("바꿀 상대").select_option(label="2 · 직원 2")
    page.get_by_role("button", name="자리 바꾸기").click()
    assert page.locator("table").last.locator("tbody th").first.inner_text().startswith("직원 2")


@pytest.mark.parametrize("width", [1440, 390])
def test_every_shape_reads_at_each_width(
    open_page: OpenPage, officer: User, visit: Visit, width: int, tmp_path: Path
) -> None:
    page = open_page(officer, width=width)
    kept = []
    for shape in ("facing", "u_shape", "round", "theatre"):
        answer = page.goto(f"{address(visit)}?shape={shape}")
        assert overflow(page) <= 0
        assert accessibility_faults(page) == []
        # The heads are in sight, however narrow the screen.
        frame = page.locator(".seating-frame").bounding_box()
        head = page.locator(".seating-head").first.bounding_box()
        assert frame and head and head["x"] >= frame["x"] and head["x"] + head["width"] <= frame["x"] + frame["width"]
        assert answer
        kept.append((shape, answer.text()))
    for rest in ("", "/attendees/pick"):
        answer = page.goto(f"/visits/{visit.reference}/1{rest}")
        assert overflow(page) <= 0
        assert accessibility_faults(page) == []
        assert answer
        kept.append((rest, answer.text()))
    assert html_faults(kept, tmp_path) == []
