"""What lists can be narrowed by: each condition reads its part of the address and tells it in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from flask import g
from flask_babel import gettext

from partnerships.languages import N_
from partnerships.models.types import Choice, NotADate, PartialDate
from partnerships.queries import picking
from partnerships.queries.city import home_choices
from partnerships.queries.cooperation_area import area_choices
from partnerships.queries.countries import country_name
from partnerships.queries.listing import Named, reference_in
from partnerships.queries.regions import countries_in, region_choices, region_name
from partnerships.web.current import language, today, viewer
from partnerships.web.filters import label

# (value, label), or (label of a group, its own such pairs).
Choices = Sequence[tuple[str, Any]]

_FIRST_DECADE = 1940
_ENDING = (30, 90, 180, 365)


class Unread(ValueError):
    """The address asks for something that this condition does not know."""


@dataclass(frozen=True)
class Condition:
    """One condition: ``key`` names it in the address, ``field`` in the filter (the same unless given).

    One that ``is_hidden`` has no field in the form: it is understood, for addresses that were kept.
    """

    shape: ClassVar[str] = "text"
    key: str
    label: str
    field: str = ""
    is_hidden: bool = False

    @property
    def target(self) -> str:
        """The attribute of the filter that it sets."""
        return self.field or self.key

    def is_offered(self) -> bool:
        """Whether it makes sense in this installation."""
        return True

    def read(self, text: str) -> Any:
        """What the filter is asked for by ``text``; raises :class:`Unread`."""
        return text

    def absent(self) -> Any:
        """What the filter is asked for when the address says nothing; ``None`` leaves the matter open."""
        return None

    def plain(self, text: str) -> str:
        """``text`` as it is kept in addresses."""
        return text

    def told(self, text: str) -> str:
        """``text`` in words."""
        return text

    def entry(self, text: str) -> str:
        """``text`` as it stands in the field of the form."""
        return text


@dataclass(frozen=True)
class Words(Condition):
    """Free words."""

    hint: str = ""


@dataclass(frozen=True)
class Box(Condition):
    """A matter that is asked for or not."""

    shape: ClassVar[str] = "box"

    def read(self, text: str) -> bool:
        return True

    def plain(self, text: str) -> str:
        return "1"

    def told(self, text: str) -> str:
        return ""


@dataclass(frozen=True)
class OneOf(Condition):
    """One of a list of choices; ``parse`` makes the filter's value of what the address says, ``word`` tells it."""

    shape: ClassVar[str] = "select"
    choices: Callable[[], Choices] = tuple
    parse: Callable[[str], Any] = str
    word: Callable[[str], str] = str

    def read(self, text: str) -> Any:
        try:
            return self.parse(text)
        except (ValueError, KeyError) as error:
            raise Unread(text) from error

    def told(self, text: str) -> str:
        return self.word(text)


@dataclass(frozen=True)
class Picked(Condition):
    """A record by its reference, or all those of which a name contains what was typed."""

    shape: ClassVar[str] = "picker"
    noun: str = "city"

    def read(self, text: str) -> Named:
        return Named(reference_in(text), text.strip())

    def plain(self, text: str) -> str:
        return reference_in(text) or text.strip()

    def told(self, text: str) -> str:
        return self._line(text).rpartition(" · ")[0] or text

    def entry(self, text: str) -> str:
        return self._line(text)

    def _line(self, text: str) -> str:
        if reference_in(text) is None:
            return text
        try:
            return picking.line_of(picking.pick(viewer(), self.noun, text), language())
        except picking.NotPicked:
            return text


@dataclass(frozen=True)
class Day(Condition):
    """A day, a month or a year: its first day, or with ``is_end`` its last."""

    shape: ClassVar[str] = "day"
    hint: str = ""
    is_end: bool = False

    def read(self, text: str) -> date | None:
        try:
            read = PartialDate.parse(text)
        except NotADate as error:
            raise Unread(text) from error
        return read.latest if self.is_end else read.earliest


@dataclass(frozen=True)
class HomeSides(Condition):
    """The home side; where there are several, one's own come first and all can be asked for."""

    shape: ClassVar[str] = "select"

    def is_offered(self) -> bool:
        return len(_homes()) > 1

    def choices(self) -> Choices:
        own = [("", gettext("My own"))] if viewer().home_ids else []
        listed = [(reference, name) for _id, reference, name in _homes()[:_MOST_HOMES]]
        return [*own, ("all", gettext("All"))] + (listed if len(_homes()) <= _MOST_HOMES else [])

    def read(self, text: str) -> frozenset[int] | None:
        if text == "all":
            return None
        named = [id_ for id_, reference, _name in _homes() if reference == text]
        if not named:
            raise Unread(text)
        return frozenset(named)

    def absent(self) -> frozenset[int] | None:
        return viewer().home_ids or None if self.is_offered() else None

    def told(self, text: str) -> str:
        return gettext("All") if text == "all" else {one[1]: one[2] for one in _homes()}.get(text, text)


# More homes than these are not listed: they are found by their names.
_MOST_HOMES = 40


def _homes() -> Sequence[tuple[int, str, str]]:
    """(id, reference, name) of the home sides, asked for once in a request."""
    if "home_choices" not in g:
        g.home_choices = home_choices(language())
    return g.home_choices  # type: ignore[no-any-return]  # what flask.g keeps is untyped


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

    return OneOf("year", name, choices=lambda: [(str(one), str(one)) for one in used()], parse=parse)


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


def desk() -> tuple[Condition, ...]:
    """Who is in charge: department, officer, the reader, and the home side."""
    return (
        Picked("department", N_("Department"), noun="department"),
        Picked("officer", N_("Officer in charge"), noun="user"),
        HomeSides("home", N_("Home side"), "homes"),
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
