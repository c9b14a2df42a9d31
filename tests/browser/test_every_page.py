"""Every page that the menu leads to, by any path: reachable, accessible, no wider than the window, faultless HTML."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.exceptions import HTTPException

from partnerships.commands.account import set_language
from partnerships.languages import Language
from partnerships.models.account import Role
from partnerships.models.city import City
from tests.browser.checks import accessibility_faults, html_faults, overflow
from tests.browser.conftest import WIDTHS, OpenPage
from tests.factories.account import make_user
from tests.factories.office import make_office

pytestmark = pytest.mark.database("sqlite")

NOUNS = (
    "",
    "account",
    "accounts",
    "activities",
    "agreements",
    "audit-trail",
    "briefs",
    "calendar",
    "cities",
    "commitments",
    "cooperation-areas",
    "documents",
    "gifts",
    "letters",
    "organisations",
    "partnerships",
    "people",
    "saved-views",
    "tasks",
    "tier-labels",
    "today",
    "visit-checklists",
    "visits",
    "watch",
)
_SIGNED_OUT_OR_PARTS = {"static", "health", "sign-in", "pickers", "set-password", "first-administrator", "today-worker"}
# Pages of one kind that are visited, and pages of one route whatever its conditions; the first ones met stand for the
# rest.
_OF_A_KIND = 1
_OF_A_ROUTE = 2


def kind_of(app: Flask, address: str) -> str | None:
    """What pages of the same making share: the route and the conditions in the address; ``None`` for a file."""
    parts = urlsplit(address)
    try:
        endpoint, _values = app.url_map.bind("localhost").match(parts.path, "GET")
    except HTTPException:
        return f"unknown: {parts.path}"
    if endpoint == "static" or re.search(r"pdf|download|export|file$", str(endpoint)):
        return None
    return f"{endpoint}?{'&'.join(sorted(dict(parse_qsl(parts.query))))}"


def walk(app: Flask, page: Page, start: str, most: int) -> Iterator[tuple[str, int, str]]:
    """(address, status, HTML) of the pages below ``start`` that can be reached from it, at ``most`` so many a kind."""
    waiting, met, visited = [start], {start}, Counter[str]()
    while waiting:
        address = waiting.pop(0)
        kind = kind_of(app, address)
        # Forms differ less from one another than the records that they are about.
        enough = 1 if kind and re.search("create|edit", kind) else most
        if kind is None or visited[kind] >= enough or visited[route := kind.partition("?")[0]] >= _OF_A_ROUTE:
            continue
        visited.update({kind, route})
        answer = page.goto(address)
        assert answer is not None, address
        yield address, answer.status, answer.text()
        for href in page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))"):
            found = urljoin(address, href).partition("#")[0]
            if top_of(found) == top_of(start) and found not in met:
                met.add(found)
                waiting.append(found)


def top_of(address: str) -> str:
    """The first part of an address, which names the noun that the page is about."""
    return urlsplit(address).path.split("/")[1] if address.startswith("/") else address


def test_every_noun_is_walked(app: Flask) -> None:
    # A list's files stand beside it, with a suffix.
    tops = {top_of(rule.rule).partition(".")[0] for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert tops - _SIGNED_OUT_OR_PARTS == set(NOUNS)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("noun", NOUNS)
def test_every_page(app: Flask, home: City, open_page: OpenPage, tmp_path: Path, noun: str, language: str) -> None:
    user = make_user(name="김하늘", role=Role.COORDINATOR, is_administrator=True, homes=[home])
    set_language(user, Language(language))
    make_office(home)
    page = open_page(user)
    faults: list[str] = []
    kept: list[tuple[str, str]] = []
    for address, status, html in walk(app, page, f"/{noun}", _OF_A_KIND):
        kept.append((address, html))
        if status != 200:
            faults.append(f"{address}: {status}")
            continue
        # Korean is looked at wide and English narrow first, so that each shape is held to every rule once.
        for width in WIDTHS if language == "ko" else reversed(WIDTHS):
            page.set_viewport_size({"width": width, "height": 900})
            if (excess := overflow(page)) > 0:
                faults.append(f"{address} at {width}: {excess} px wider than the window")
            if width == WIDTHS[0] if language == "ko" else width == WIDTHS[1]:
                faults += [f"{address} at {width}: {one}" for one in accessibility_faults(page)]
    faults += html_faults(kept, tmp_path)
    assert not faults, "\n".join(faults)


def test_pages_of_refusal(app: Flask, home: City, open_page: OpenPage, tmp_path: Path) -> None:
    """What is not there, not allowed or not right is told on pages as good as the others."""
    page = open_page()
    kept, faults = [], []

    def look(html: str) -> None:
        kept.append((page.url, html))
        faults.extend(f"{page.url}: {one}" for one in accessibility_faults(page))

    page.goto("/sign-in")
    page.locator("main button[type=submit]").click()
    look(page.content())
    user = make_user(name="이보라", homes=[home])
    page.locator("[name=email]").fill(user.email)
    page.locator("[name=password]").fill("no such password")
    page.locator("main button[type=submit]").click()
    look(page.content())
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 900})
        faults += [str(page.url)] * (overflow(page) > 0)
    assert faults == []
    assert html_faults(kept, tmp_path) == []
