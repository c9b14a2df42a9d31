"""What lists can be narrowed by: each condition reads its part of the address and tells it in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from flask import g
from flask_babel import gettext

from partnerships.models.types import NotADate, PartialDate
from partnerships.queries import picking
from partnerships.queries.city import has_other_homes, home_choices
from partnerships.queries.listing import Named, reference_in
from partnerships.web.current import language, viewer

# (value, label), or (label of a group, its own such pairs).
Choices = Sequence[tuple[str, Any]]


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
    """The home side; where there are several, one's own come first and all can be asked for.

    Ties of foreign cities among themselves have a home side, too, that is none of this installation's.
    """

    shape: ClassVar[str] = "select"

    def is_offered(self) -> bool:
        return len(_homes()) > 1 or _has_other_homes()

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


def _has_other_homes() -> bool:
    if "has_other_homes" not in g:
        g.has_other_homes = has_other_homes()
    return g.has_other_homes  # type: ignore[no-any-return]  # what flask.g keeps is untyped


def _homes() -> Sequence[tuple[int, str, str]]:
    """(id, reference, name) of the home sides, asked for once in a request."""
    if "home_choices" not in g:
        g.home_choices = home_choices(language())
    return g.home_choices  # type: ignore[no-any-return]  # what flask.g keeps is untyped
