"""Other names of cities and people: added, revised, put away; what records are searched by follows them."""

import re
from collections.abc import Iterable
from typing import Any, TypedDict

from partnerships.commands.records import add, assign
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.alias import Alias, folded_names
from partnerships.models.types import PartialDate

# Scripts that one language only is written in; kana stands before Chinese signs in Japanese names.
_SCRIPTS = tuple(
    (tag, re.compile(signs))
    for tag, signs in (
        ("ko", "[가-힣]"),
        ("ja", "[\u3040-\u30ff]"),
        ("el", "[\u0370-\u03ff]"),
        ("hy", "[\u0530-\u058f]"),
        ("he", "[\u0590-\u05ff]"),
        ("th", "[\u0e00-\u0e7f]"),
        ("ka", "[\u10a0-\u10ff]"),
        ("km", "[\u1780-\u17ff]"),
    )
)


class AliasDetails(TypedDict, total=False):
    """What is said of one other name."""

    name: str
    language: str | None
    begins: PartialDate | None
    ends: PartialDate | None
    note: str | None


def apply_alias(alias: Alias, details: AliasDetails) -> None:
    """Set the details of an alias; raises :class:`Invalid` for what cannot be."""
    if not details.get("name", alias.name):
        raise Invalid("name", N_("Enter the name."))
    begun, ended = details.get("begins", alias.begins), details.get("ends", alias.ends)
    if begun and ended and ended.is_surely_before(begun):
        raise Invalid("ends", N_("It ends before it begins."))
    assign(alias, details)


def names_in_lines(lines: str | None) -> list[str]:
    """The names that were entered one a line, each once."""
    return list(dict.fromkeys(line.strip() for line in (lines or "").splitlines() if line.strip()))


def language_of(name: str) -> str | None:
    """The language (BCP 47) of ``name`` where its script is that of one language; Chinese signs are not."""
    return next((tag for tag, signs in _SCRIPTS if signs.search(name)), None)


def add_aliases(record: Any, kind: type[Alias], names: Iterable[str]) -> None:
    """Record each of ``names`` as another name of a new ``record``; ``kind`` is its class of aliases."""
    for name in names:
        alias = kind(**{kind.part_of: record.id})
        apply_alias(alias, {"name": name, "language": language_of(name)})
        add(alias)


def names_in_use(aliases: Iterable[Alias]) -> list[str]:
    """The names among ``aliases`` that are not put away."""
    return [alias.name for alias in aliases if not alias.is_archived]


def index_names(record: Any, others: Iterable[str]) -> None:
    """Have ``record`` found by its own names and by ``others``."""
    assign(record, {"search_names": folded_names([record.name_ko, record.name_en, record.name_local, *others])})
