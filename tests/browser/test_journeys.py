"""Journeys that no single page proves: without scripts, by keyboard alone, back and forth, two officers at once."""

import re

import pytest
from playwright.sync_api import Page, expect

from partnerships.models.account import User
from tests.browser.conftest import OpenPage, sign_in
from tests.factories.city import make_city, make_fact

pytestmark = pytest.mark.database("sqlite")


def test_an_officer_works_without_scripts(open_page: OpenPage, officer: User) -> None:
    page = open_page(officer, scripts=False)
    page.locator(".side-menu a[href='/cities']").click()
    page.locator("main a[href='/cities/new']").click()
    page.locator("[name=name_ko]").fill("도쿄도")
    page.locator("[name=name_en]").fill("Tokyo")
    page.locator("[name=country]").select_option("JP")
    page.locator("main button.button-primary[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("도쿄도")
    page.goto("/cities")
    page.locator("[name=q]").fill("tokyo")
    page.locator("form[data-filters] button[type=submit]").click()
    expect(page.locator("tbody tr")).to_have_count(1)
    page.locator("tbody a").first.click()
    expect(page).to_have_url(re.compile(r"/cities/CTY-\d{5}$"))
    page.locator("form[action='/language'] button").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tokyo")
    page.locator("form[action='/sign-out'] button").first.click()
    expect(page).to_have_url(re.compile("/sign-in"))


def test_going_back_keeps_the_filters(open_page: OpenPage, officer: User) -> None:
    make_city(name_ko="파리", name_en="Paris", country="FR")
    make_city(name_ko="도쿄도", name_en="Tokyo", country="JP")
    page = open_page(officer)
    page.goto("/cities")
    expect(page.locator("tbody tr")).to_have_count(3)
    page.locator("[name=country]").select_option("FR")
    # The results change by themselves, and the address with them.
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page).to_have_url(re.compile(r"\?country=FR$"))
    page.locator("tbody a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("파리")
    page.go_back()
    expect(page.locator("[name=country]")).to_have_value("FR")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.go_back()
    expect(page.locator("tbody tr")).to_have_count(3)


def press_until(page: Page, selector: str, key: str = "Tab", limit: int = 80) -> None:
    """Press ``key`` until the focus stands on ``selector``, which must show it."""
    for _press in range(limit):
        if page.locator(f"{selector}:focus").count():
            style = page.locator(f"{selector}:focus").evaluate(
                "one => { const s = getComputedStyle(one); return [s.outlineStyle, s.outlineWidth, s.boxShadow] }"
            )
            assert style[0] != "none" or style[2] != "none", f"{selector} does not show that it has the focus"
            return
        page.keyboard.press(key)
    raise AssertionError(f"{selector} is not reached by {key}")


def test_the_keyboard_is_enough(open_page: OpenPage, officer: User) -> None:
    page = open_page()
    page.goto("/sign-in")
    press_until(page, "[name=email]")
    page.keyboard.type(officer.email)
    press_until(page, "[name=password]")
    page.keyboard.type("correct horse battery")
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    press_until(page, "a[href='/cities']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cities")
    press_until(page, ".skip-link")
    page.keyboard.press("Enter")
    press_until(page, "a[href='/cities/new']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cities/new")
    press_until(page, "[name=name_ko]")
    page.keyboard.type("카이로")
    press_until(page, "[name=country]")
    page.keyboard.press("ArrowDown")
    press_until(page, "main button.button-primary[type=submit]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("카이로")


def test_two_officers_save_the_same_city(open_page: OpenPage, officer: User, coordinator: User) -> None:
    city = make_city(name_ko="베이징", name_en="Beijing", country="CN")
    make_fact(city)
    first, second = open_page(officer), open_page(coordinator)
    for page in (first, second):
        page.goto(f"/cities/{city.reference}/edit")
    first.locator("[name=name_local]").fill("北京市")
    first.locator("main form[data-warn-unsaved] button[type=submit]").click()
    expect(first.get_by_role("heading", level=1)).to_have_text("베이징")
    second.locator("[name=name_local]").fill("北京")
    second.locator("main form[data-warn-unsaved] button[type=submit]").click()
    # Both versions are shown, and what was typed is still there to be saved knowingly.
    conflict = second.locator(".conflict")
    expect(conflict).to_contain_text("北京市")
    expect(second.locator("[name=name_local]")).to_have_value("北京")
    second.locator("main form[data-warn-unsaved] button[type=submit]").click()
    expect(second).to_have_url(re.compile(f"/cities/{city.reference}$"))
    expect(second.get_by_text("北京", exact=True)).to_be_visible()


def test_what_was_typed_is_not_lost_by_leaving(open_page: OpenPage, officer: User) -> None:
    page = open_page(officer)
    page.goto("/cities/new")
    page.locator("[name=name_ko]").fill("카이로")
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator(".side-menu a").first.click()
    expect(page.locator("[name=name_ko]")).to_have_value("카이로")
    assert asked == ["beforeunload"]


def test_the_menu_opens_on_a_small_screen(open_page: OpenPage, officer: User) -> None:
    page = open_page(officer, width=390)
    menu = page.locator(".side-menu a[href='/cities']")
    expect(menu).to_be_hidden()
    page.locator(".menu-button").click()
    menu.click()
    expect(page).to_have_url(re.compile("/cities$"))
    sign_out = page.locator(".side-menu form[action='/sign-out'] button")
    page.locator(".menu-button").click()
    sign_out.click()
    expect(page).to_have_url(re.compile("/sign-in"))
    sign_in(page, officer)
