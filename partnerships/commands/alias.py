"""Other names of cities and people: added, revised, put away; what records are searched by follows them."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.alias import Alias, folded_names
from partnerships.models.city import City
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.alias import KINDS, Named, aliases_of

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


# Which action may change the other names of each.
_WRITE: Mapping[type[Named], str] = {City: "city.write", Person: "person.write"}


class _Acts(NamedTuple):
    """What the history calls adding, revising and archiving another name."""

    add: str
    revise: str
    archive: str


_ACTS: Mapping[type[Named], _Acts] = {
    City: _Acts("add_city_alias", "revise_city_alias", "archive_city_alias"),
    Person: _Acts("add_person_alias", "revise_person_alias", "archive_person_alias"),
}


class AliasDetails(TypedDict, total=False):
    """What is said of one other name."""

    name: str
    language: str | None
    begins: PartialDate | None
    ends: PartialDate | None
    note: str | None


def add_alias(actor: Viewer, record: Named, **details: Unpack[AliasDetails]) -> Alias:
    """Add another name of ``record``, by which it is found from now on."""
    with transaction(actor, _ACTS[type(record)].add):
        ensure_may(actor, _WRITE[type(record)], record)
        alias = new_alias(record, details)
        index_anew(record)
    return alias


def revise_alias(
    actor: Viewer, record: Named, alias: Alias, version: int | None = None, **details: Unpack[AliasDetails]
) -> None:
    """Change another name, or from when to when it was borne."""
    with transaction(actor, _ACTS[type(record)].revise):
        ensure_may(actor, _WRITE[type(record)], record)
        at_version(alias, version)
        apply_alias(alias, details)
        index_anew(record)


def archive_alias(actor: Viewer, record: Named, alias: Alias) -> None:
    """Put a name away that was recorded by mistake; one no longer borne gets its end instead."""
    with transaction(actor, _ACTS[type(record)].archive):
        ensure_may(actor, _WRITE[type(record)], record)
        put_away(alias)
        index_anew(record)


def new_alias(record: Named, details: AliasDetails) -> Alias:
    """Record another name of ``record``, which is not found by it before it is indexed."""
    kind = KINDS[type(record)]
    alias = kind(**{kind.part_of: record.id})
    apply_alias(alias, details)
    add(alias)
    return alias


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


def add_aliases(record: Named, names: Iterable[str]) -> None:
    """Record each of ``names`` as another name of a new ``record``."""
    for name in names:
        new_alias(record, {"name": name, "language": language_of(name)})


def index_names(record: Named, others: Iterable[str]) -> None:
    """Have ``record`` found by its own names and by ``others``."""
    assign(record, {"search_names": folded_names([record.name_ko, record.name_en, record.name_local, *others])})


def index_anew(record: Named) -> None:
    """Have ``record`` found by its own names and by the other names on record that are not put away."""
    index_names(record, [alias.name for alias in aliases_of(record) if not alias.is_archived])
