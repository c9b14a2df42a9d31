"""Documents: their links lead somewhere, and the commands, components, terms and buttons that they name exist."""

import inspect
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any
from urllib.parse import unquote

import pytest
from babel.messages.pofile import read_po

from partnerships import models
from partnerships.config import ROOT
from partnerships.models.types import Choice
from tests.house.sources import TEMPLATES

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))]
CATALOGUE = ROOT / "partnerships" / "translations" / "ko" / "LC_MESSAGES" / "messages.po"

_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# A command stands at the beginning of a line or of a code span, or after another one.
_MAKE = re.compile(r"(?:^|&&|;|\|)\s*(?:[A-Z_]+=\S+\s+)*make(?:[ \t]+([a-z][a-z-]*))?(?=\s|$)", re.MULTILINE)
_TARGET = re.compile(r"^([a-z][a-z-]*):", re.MULTILINE)
_MACRO = re.compile(r"\{%-? macro (\w+\(.*?\)) -?%\}")
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def prose(page: Path) -> str:
    """The page without its code."""
    return _SPAN.sub("", _FENCE.sub("", page.read_text()))


def code(page: Path) -> str:
    """The code of the page, one piece a line."""
    text = page.read_text()
    return "\n".join([*_FENCE.findall(text), *_SPAN.findall(_FENCE.sub("", text))])


def rows(page: Path) -> Iterator[list[str]]:
    """The cells of each row of the page's tables, heads left out."""
    for line in page.read_text().splitlines():
        if line.startswith("|") and not set(line) <= set("|-: "):
            yield [cell.strip() for cell in line.strip("|").split("|")]


def anchors(page: Path) -> set[str]:
    """What a link to a heading of the page may say after its #."""
    titles = _HEADING.findall(_FENCE.sub("", page.read_text()))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("text", PAGES, ids=name_of)
def test_links_lead_somewhere(text: Path) -> None:
    broken = []
    for link in _LINK.findall(_FENCE.sub("", text.read_text())):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = (text.parent / path).resolve() if path else text
        if not (target.exists() and target.is_relative_to(ROOT)) or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


def test_commands_exist() -> None:
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text()))
    named = {(name_of(page), target) for page in PAGES for target in _MAKE.findall(code(page)) if target}
    assert named, "no page names a command"
    assert {(page, target) for page, target in named if target not in targets} == set()


def test_every_page_is_in_an_index() -> None:
    for folder in (DOCS, DOCS / "decisions"):
        index = (folder / "README.md").read_text()
        pages = [page.name for page in sorted(folder.glob("*.md")) if page.name != "README.md"]
        assert [page for page in pages if f"]({page})" not in index] == []


def test_decisions_are_counted_and_say_what_they_owe() -> None:
    pages = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    owed = ["Context", "Choice", "Turned down", "Consequences"]
    assert [page.name for page in pages if _HEADING.findall(page.read_text())[1:] != owed] == []


def test_components_are_listed_as_they_are() -> None:
    """Each macro by its name and arguments, and no other."""
    listed = {
        span for row in rows(DOCS / "components.md") for span in _SPAN.findall(row[0]) if re.match(r"\w+\(.*\)$", span)
    }
    written = {
        macro for path in (TEMPLATES / "components").glob("*.html") for macro in _MACRO.findall(path.read_text())
    }
    assert listed == written


def test_layouts_are_listed() -> None:
    text = (DOCS / "components.md").read_text()
    layouts = [path.name for path in sorted((TEMPLATES / "layouts").glob("[a-z]*.html"))]
    assert [name for name in layouts if f"`layouts/{name}`" not in text] == []


@cache
def classes() -> dict[str, type[Any]]:
    """{name: class} of everything that the models declare."""
    found: dict[str, type[Any]] = {}
    for module in walk_packages(models.__path__, f"{models.__name__}."):
        for name, one in inspect.getmembers(import_module(module.name), inspect.isclass):
            if one.__module__.startswith(models.__name__):
                found[name] = one
    return found


def has_attribute(owner: type[Any], name: str) -> bool:
    """Whether ``owner`` declares ``name``; asked without touching it, because mixins warn when they are."""
    return any(name in vars(one) or name in vars(one).get("__annotations__", {}) for one in owner.__mro__)


@cache
def korean() -> dict[str, str]:
    """{message: Korean}."""
    with CATALOGUE.open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file, locale="ko") if one.id}


def glossary() -> list[list[str]]:
    return list(rows(DOCS / "glossary.md"))[1:]


def test_the_glossary_names_what_the_code_has() -> None:
    unknown = []
    for row in glossary():
        for name in _SPAN.findall(" ".join(row[2:])):
            owner, _, attribute = name.partition(".")
            known = classes().get(owner)
            if known is None or (attribute and not has_attribute(known, attribute)):
                unknown.append(name)
    assert unknown == []


def as_on_screen(row: list[str]) -> list[str]:
    """The row, where it is a value of a list, as the catalogue calls it."""
    owner, _, member = row[2].strip("`").partition(".")
    known = classes().get(owner)
    if known is None or not issubclass(known, Choice) or not member:
        return row
    label = known[member].label
    return [korean().get(label, ""), label, *row[2:]]


def test_the_glossary_says_what_the_screen_says(request: pytest.FixtureRequest) -> None:
    """Values of a list are called there as the catalogue calls them; `--update-glossary` writes them anew."""
    path = DOCS / "glossary.md"
    on_screen = [as_on_screen(row) for row in glossary()]
    if request.config.getoption("--update-glossary"):
        head = path.read_text().partition("|---")[0] + "|---|---|---|---|\n"
        path.write_text(head + "".join(f"| {' | '.join(row)} |\n" for row in sorted(on_screen)))
    assert sorted(glossary()) == sorted(on_screen)


def test_the_glossary_is_sorted() -> None:
    terms = [row[0] for row in glossary()]
    assert terms == sorted(terms)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_guides_name_buttons_and_fields_as_the_screen_does(language: str) -> None:
    named = set(_BOLD.findall(prose(DOCS / f"officers.{language}.md")))
    shown = set(korean().values()) if language == "ko" else set(korean())
    # What is bold only to say what bold means.
    assert sorted(named - shown - {"굵은 글씨", "Bold"}) == []
