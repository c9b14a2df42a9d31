"""The conditions that lists share: choices, countries, regions, years, areas, and who is in charge."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import g
from flask_babel import gettext

from partnerships.languages import N_, Language
from partnerships.models.types import Choice
from partnerships.queries.cooperation_area import area_choices
from partnerships.queries.countries import country_name
from partnerships.queries.regions import countries_in, region_choices, region_name
from partnerships.web.current import language, today, viewer
from partnerships.web.filters import label
from partnerships.web.listing.conditions import Box, Choices, Condition, HomeSides, OneOf, Picked

_FIRST_DECADE = 1940
_ENDING = (30, 90, 180, 365)


def choice(key: str, name: str, kind: type[Choice], field: str = "", is_hidden: bool = False) -> OneOf:
    """One of the members of ``kind``."""
    return OneOf(
        key,
        name,
        field,
        is_hidden,
        choices=lambda: [(one.value, label(one)) for one in kind],
        parse=kind,
        word=lambda text: label(kind(text)),
    )


def yes_or_no(key: str, name: str, yes: str, no: str, field: str = "") -> OneOf:
    """Two contrary answers, in words of their own."""
    words = {"yes": yes, "no": no}
    return OneOf(
        key,
        name,
        field,
        choices=lambda: [(value, gettext(word)) for value, word in words.items()],
        parse=lambda text: {"yes": True, "no": False}[text],
        word=lambda text: gettext(words[text]),
    )


def country(used: Callable[[], Sequence[str]]) -> OneOf:
    """A country of those ``used``, by name; an address may ask for any other."""
    return OneOf(
        "country",
        N_("Country"),
        choices=lambda: sorted(((code, country_name(code, language())) for code in used()), key=lambda pair: pair[1]),
        parse=_country_code,
        word=lambda text: country_name(text, language()),
    )


def region() -> OneOf:
    """A continent or a sub-region of it."""

    def countries(text: str) -> frozenset[str]:
        if not countries_in(text):
            raise ValueError(text)
        return countries_in(text)

    def choices() -> Choices:
        return [
            (name, [(code, gettext("All of %(region)s", region=name)), *parts])
            for (code, name), parts in region_choices(language())
        ]

    return OneOf(
        "region",
        N_("Region"),
        choices=choices,
        parse=countries,
        word=lambda text: region_name(text, language()),
    )


def decade(name: str) -> OneOf:
    """The ten years from a round one on."""

    def word(text: str) -> str:
        return str(gettext("%(decade)ss", decade=text))

    def parse(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) == 4 and text.endswith("0") and text >= "1000"):
            raise ValueError(text)
        return int(text)

    def choices() -> Choices:
        latest = today().year // 10 * 10
        return [(str(first), word(str(first))) for first in range(latest, _FIRST_DECADE - 1, -10)]

    return OneOf("decade", name, choices=choices, parse=parse, word=word)


def year(name: str, used: Callable[[], Sequence[int]]) -> OneOf:
    """One of the years ``used``; an address may ask for any other."""

    def parse(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and 1000 <= int(text) <= 9999):
            raise ValueError(text)
        return int(text)

    def word(text: str) -> str:
        return f"{text}년" if language() == Language.KOREAN else text

    return OneOf("year", name, choices=lambda: [(str(one), word(str(one))) for one in used()], parse=parse, word=word)


def ending_within() -> OneOf:
    """So many days from today."""

    def parse(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and int(text) <= 36_500):
            raise ValueError(text)
        return int(text)

    def word(text: str) -> str:
        return str(gettext("%(days)s days", days=int(text)))

    return OneOf(
        "ending",
        N_("Ending within"),
        choices=lambda: [(str(days), word(str(days))) for days in _ENDING],
        parse=parse,
        word=word,
    )


def cooperation_area() -> OneOf:
    """An area of the managed list."""

    def areas() -> Sequence[tuple[str, str]]:
        if "area_choices" not in g:
            g.area_choices = [(area.reference, name) for area, name in area_choices(viewer(), language())]
        return g.area_choices  # type: ignore[no-any-return]  # what flask.g keeps is untyped

    return OneOf(
        "area",
        N_("Cooperation area"),
        choices=areas,
        parse=lambda text: _member(text, dict(areas())),
        word=lambda text: dict(areas())[text],
    )


HOME_SIDES = HomeSides("home", N_("Home side"), "homes")


def desk() -> tuple[Condition, ...]:
    """Who is in charge: department, officer, the reader, and the home side."""
    return (
        Picked("department", N_("Department"), noun="department"),
        Picked("officer", N_("Officer in charge"), noun="user"),
        HOME_SIDES,
    )


MINE = Box("mine", N_("In my charge"))
ARCHIVED = Box("archived", N_("Archived ones"))


def _country_code(text: str) -> str:
    if country_name(text, language()) == text:
        raise ValueError(text)
    return text


def _member(text: str, known: Any) -> str:
    if text not in known:
        raise ValueError(text)
    return text
