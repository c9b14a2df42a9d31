"""How cities change: recorded, revised, put away; their facts and their places."""

from decimal import Decimal
from typing import TypedDict, Unpack
from zoneinfo import available_timezones

from partnerships.commands.alias import (
    AliasDetails,
    add_aliases,
    apply_alias,
    index_names,
    names_in_lines,
    names_in_use,
)
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    keep_out_of_circle,
    put_away,
    require_either,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City, CityAlias, CityFact, CityLevel, FactKind, Place
from partnerships.models.organisation import Organisation
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.city import aliases_of_city


class CityDetails(TypedDict, total=False):
    """What an officer says of a city; what is left out stays as it is."""

    name_ko: str | None
    name_en: str | None
    name_local: str | None
    country: str
    subdivision: str | None
    level: CityLevel
    parent: City | None
    latitude: float | None
    longitude: float | None
    zone: str | None
    website: str | None
    wikidata: str | None
    is_home: bool
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


class FactDetails(TypedDict, total=False):
    """What is said of one figure or section of a city's profile."""

    kind: FactKind
    number: Decimal | None
    unit: str | None
    text_ko: str | None
    text_en: str | None
    as_of: PartialDate | None
    source: str


class PlaceDetails(TypedDict, total=False):
    """What is said of a hall, a room or a site."""

    name_ko: str | None
    name_en: str | None
    detail_ko: str | None
    detail_en: str | None
    capacity: int | None
    source: str | None


class NewCityDetails(CityDetails, total=False):
    """A new one may bring other names along, one a line."""

    aliases: str | None


def record_city(actor: Viewer, **details: Unpack[NewCityDetails]) -> City:
    """Record a new city; at least one name and the country are needed."""
    with transaction(actor, "record_city"):
        ensure_may(actor, "city.write")
        city = City(is_home=False, level=CityLevel.CITY, disclosure=Disclosure.PUBLIC)
        aliases = names_in_lines(details.pop("aliases", None))
        give_reference(city)
        _apply(actor, city, details)
        index_names(city, aliases)
        add(city)
        add_aliases(city, CityAlias, aliases)
    return city


def revise_city(actor: Viewer, city: City, version: int | None = None, **details: Unpack[CityDetails]) -> None:
    """Change what is recorded of ``city``, held to the ``version`` that was on the screen."""
    with transaction(actor, "revise_city"):
        ensure_may(actor, "city.write", city)
        at_version(city, version)
        _apply(actor, city, details)
        index_names(city, names_in_use(aliases_of_city(city)))


def archive_city(actor: Viewer, city: City) -> None:
    """Put ``city`` away; a home city cannot be."""
    with transaction(actor, "archive_city"):
        ensure_may(actor, "city.write", city)
        if city.is_home:
            raise Invalid(None, N_("A home city cannot be archived."))
        put_away(city)


def restore_city(actor: Viewer, city: City) -> None:
    """Bring an archived ``city`` back."""
    with transaction(actor, "restore_city"):
        ensure_may(actor, "city.write", city)
        bring_back(city)


def _apply(actor: Viewer, city: City, details: CityDetails) -> None:
    after = {**{name: getattr(city, name) for name in ("name_ko", "name_en", "country")}, **details}
    require_either(after, "name_ko", "name_en", message=N_("Enter a name in Korean or in English."))
    if not after["country"]:
        raise Invalid("country", N_("Choose a country."))
    if details.get("is_home", city.is_home) != city.is_home:
        ensure_may(actor, "city.set_home", city)
    zone = details.get("zone")
    if zone and zone not in available_timezones():
        raise Invalid("zone", N_("“%(zone)s” is no time zone. Zones are named like Asia/Seoul."), zone=zone)
    keep_out_of_circle(city, details.get("parent"), N_("A city cannot be part of itself."))
    keep_disclosure_within_reach(actor, city, details.get("disclosure"))
    assign(city, details)


def add_fact(actor: Viewer, city: City, **details: Unpack[FactDetails]) -> CityFact:
    """Add a figure or a section to the profile of ``city``."""
    with transaction(actor, "add_fact"):
        ensure_may(actor, "city.write", city)
        fact = CityFact(city_id=city.id)
        _apply_fact(fact, details)
        add(fact)
    return fact


def revise_fact(
    actor: Viewer, city: City, fact: CityFact, version: int | None = None, **details: Unpack[FactDetails]
) -> None:
    """Change a figure or a section."""
    with transaction(actor, "revise_fact"):
        ensure_may(actor, "city.write", city)
        at_version(fact, version)
        _apply_fact(fact, details)


def archive_fact(actor: Viewer, city: City, fact: CityFact) -> None:
    """Put a figure or a section away; papers no longer show it."""
    with transaction(actor, "archive_fact"):
        ensure_may(actor, "city.write", city)
        put_away(fact)


def _apply_fact(fact: CityFact, details: FactDetails) -> None:
    after = {**{name: getattr(fact, name) for name in ("number", "text_ko", "text_en", "source")}, **details}
    if after["number"] is None and not after["text_ko"] and not after["text_en"]:
        raise Invalid("number", N_("Enter a figure or a text."))
    if not after["source"]:
        raise Invalid("source", N_("Enter where this is known from."))
    assign(fact, details)


def add_place(actor: Viewer, city: City, **details: Unpack[PlaceDetails]) -> Place:
    """Add a hall, a room or a site to ``city``."""
    with transaction(actor, "add_place"):
        ensure_may(actor, "city.write", city)
        place = Place(city_id=city.id)
        _apply_place(place, details)
        add(place)
    return place


def revise_place(
    actor: Viewer, city: City, place: Place, version: int | None = None, **details: Unpack[PlaceDetails]
) -> None:
    """Change what is recorded of a place."""
    with transaction(actor, "revise_place"):
        ensure_may(actor, "city.write", city)
        at_version(place, version)
        _apply_place(place, details)


def archive_place(actor: Viewer, city: City, place: Place) -> None:
    """Put a place away: programmes keep it, forms no longer offer it."""
    with transaction(actor, "archive_place"):
        ensure_may(actor, "city.write", city)
        put_away(place)


def _apply_place(place: Place, details: PlaceDetails) -> None:
    after = {**{name: getattr(place, name) for name in ("name_ko", "name_en")}, **details}
    require_either(after, "name_ko", "name_en", message=N_("Enter a name in Korean or in English."))
    assign(place, details)


def add_city_alias(actor: Viewer, city: City, **details: Unpack[AliasDetails]) -> CityAlias:
    """Add another name of ``city``, by which it is found from now on."""
    with transaction(actor, "add_city_alias"):
        ensure_may(actor, "city.write", city)
        alias = CityAlias(city_id=city.id)
        apply_alias(alias, details)
        add(alias)
        index_names(city, names_in_use(aliases_of_city(city)))
    return alias


def revise_city_alias(
    actor: Viewer, city: City, alias: CityAlias, version: int | None = None, **details: Unpack[AliasDetails]
) -> None:
    """Change another name, or from when to when it was borne."""
    with transaction(actor, "revise_city_alias"):
        ensure_may(actor, "city.write", city)
        at_version(alias, version)
        apply_alias(alias, details)
        index_names(city, names_in_use(aliases_of_city(city)))


def archive_city_alias(actor: Viewer, city: City, alias: CityAlias) -> None:
    """Put a name away that was recorded by mistake; one no longer borne gets its end instead."""
    with transaction(actor, "archive_city_alias"):
        ensure_may(actor, "city.write", city)
        put_away(alias)
        index_names(city, names_in_use(aliases_of_city(city)))
