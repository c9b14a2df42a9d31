"""What becomes of a city: merged, split, or renamed, dated and with its source; a new name keeps the old one."""

from collections.abc import Mapping
from typing import Any, TypedDict, Unpack

from partnerships.commands.alias import apply_alias, index_anew, new_alias
from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.alias import folded
from partnerships.models.city import City, CitySuccession, SuccessionKind
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.alias import aliases_of
from partnerships.queries.city import follows, successions_of

# The names of a city and the language that each is in; that of the local name is not known.
_NAMES: Mapping[str, str | None] = {"name_ko": "ko", "name_en": "en", "name_local": None}


class SuccessionDetails(TypedDict, total=False):
    """What is said of one successor of a city."""

    successor: City | None
    kind: SuccessionKind
    happened: PartialDate | None
    note: str | None
    source: str | None


class RenamingDetails(TypedDict, total=False):
    """The names from now on, since when, and where that is known from."""

    name_ko: str | None
    name_en: str | None
    name_local: str | None
    renamed: PartialDate | None
    source: str | None


def add_succession(actor: Viewer, city: City, **details: Unpack[SuccessionDetails]) -> CitySuccession:
    """Record that ``city`` was merged into another, or that another came out of it."""
    with transaction(actor, "add_succession"):
        ensure_may(actor, "city.write", city)
        succession = CitySuccession(predecessor_id=city.id)
        _apply(city, succession, details)
        add(succession)
    return succession


def revise_succession(
    actor: Viewer,
    city: City,
    succession: CitySuccession,
    version: int | None = None,
    **details: Unpack[SuccessionDetails],
) -> None:
    """Change what is said of a successor of ``city``."""
    with transaction(actor, "revise_succession"):
        ensure_may(actor, "city.write", city)
        at_version(succession, version)
        _apply(city, succession, details)


def archive_succession(actor: Viewer, city: City, succession: CitySuccession) -> None:
    """Put a succession away that was recorded by mistake."""
    with transaction(actor, "archive_succession"):
        ensure_may(actor, "city.write", city)
        put_away(succession)


def rename_city(actor: Viewer, city: City, version: int | None = None, **details: Unpack[RenamingDetails]) -> None:
    """Give ``city`` a new name; each name that changes stays another name of it, borne until then.

    For the same municipality only: one that ceased to be has a successor instead.
    """
    with transaction(actor, "rename_city"):
        ensure_may(actor, "city.write", city)
        at_version(city, version)
        given: Mapping[str, Any] = details
        after = {name: given.get(name, getattr(city, name)) for name in _NAMES}
        require_either(after, "name_ko", "name_en", message=N_("Enter a name in Korean or in English."))
        former = {name: getattr(city, name) for name in _NAMES if getattr(city, name) != after[name]}
        if not any(after[name] for name in former):
            raise Invalid("name_ko", N_("Enter the new name."))
        for name, old in former.items():
            if old and after[name]:
                _keep_name(city, old, _NAMES[name], given.get("renamed"), given.get("source"))
        assign(city, after)
        for alias in aliases_of(city):
            # What the city is called now is no other name any more; a name it bore before as well keeps its years.
            if alias.ends is None and folded(alias.name) in {folded(name) for name in after.values() if name}:
                put_away(alias)
        index_anew(city)


def _keep_name(city: City, name: str, language: str | None, until: PartialDate | None, source: str | None) -> None:
    kept = next((one for one in aliases_of(city) if not one.is_archived and folded(one.name) == folded(name)), None)
    if kept is None:
        new_alias(city, {"name": name, "language": language, "ends": until, "note": source})
    elif until is not None:
        apply_alias(kept, {"ends": until})


def _apply(city: City, succession: CitySuccession, details: SuccessionDetails) -> None:
    given: Mapping[str, Any] = details
    successor_id = given["successor"].id if given.get("successor") else succession.successor_id
    if ("successor" in given and given["successor"] is None) or successor_id is None:
        raise Invalid("successor", N_("Choose the city that followed."))
    if successor_id == city.id:
        raise Invalid("successor", N_("A city cannot follow itself."))
    if follows(city.id, successor_id):
        raise Invalid("successor", N_("That city came before this one: the succession would run in a circle."))
    others = (one for one in successions_of(city) if one is not succession and not one.is_archived)
    if any(one.successor_id == successor_id for one in others):
        raise Invalid("successor", N_("This successor is recorded already."))
    assign(succession, {"successor_id": successor_id, **{key: given[key] for key in given if key != "successor"}})
