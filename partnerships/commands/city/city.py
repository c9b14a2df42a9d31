"""How cities change: recorded, revised, put away."""

import re
from collections.abc import Iterable, Sequence
from typing import TypedDict, Unpack
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from partnerships.commands.alias import add_aliases, index_anew, index_names, names_in_lines
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
from partnerships.models.city import City, CityLevel
from partnerships.models.organisation import Organisation
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.city import Namesake, list_namesakes

_WIKIDATA = re.compile(r"Q[1-9]\d*")


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
    geonames_id: int | None
    is_home: bool
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


class NewCityDetails(CityDetails, total=False):
    """A new one may bring other names along, one a line, and be another place than one of the same name."""

    aliases: str | None
    is_another_place: bool


class SameName(Invalid):
    """The new city bears a name that is recorded in its country; ``namesakes`` are the cities that bear it."""

    def __init__(self, field: str, namesakes: Sequence[Namesake]) -> None:
        self.namesakes = namesakes
        super().__init__(field, N_("A place of this name is recorded in this country already."))


def record_city(actor: Viewer, **details: Unpack[NewCityDetails]) -> City:
    """Record a new city; at least one name and the country are needed.

    Raises :class:`SameName` when the country has one of that name, unless ``is_another_place`` says it is no duplicate.
    """
    with transaction(actor, "record_city"):
        ensure_may(actor, "city.write")
        city = City(is_home=False, level=CityLevel.CITY, disclosure=Disclosure.PUBLIC)
        aliases = names_in_lines(details.pop("aliases", None))
        is_another_place = details.pop("is_another_place", False)
        give_reference(city)
        _apply(actor, city, details)
        if not is_another_place:
            _keep_apart(actor, city, aliases)
        index_names(city, aliases)
        add(city)
        add_aliases(city, aliases)
    return city


def revise_city(actor: Viewer, city: City, version: int | None = None, **details: Unpack[CityDetails]) -> None:
    """Change what is recorded of ``city``, held to the ``version`` that was on the screen."""
    with transaction(actor, "revise_city"):
        ensure_may(actor, "city.write", city)
        at_version(city, version)
        _apply(actor, city, details)
        index_anew(city)


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
    _check_addresses(details)
    if (details.get("latitude", city.latitude) is None) != (details.get("longitude", city.longitude) is None):
        missing = "latitude" if details.get("latitude", city.latitude) is None else "longitude"
        raise Invalid(missing, N_("Enter the latitude and the longitude, or neither."))
    keep_out_of_circle(city, details.get("parent"), N_("A city cannot be part of itself."))
    keep_disclosure_within_reach(actor, city, details.get("disclosure"))
    parent = details.get("parent")
    is_newly_placed = parent is not None and parent.id != city.parent_id
    assign(city, details)
    if parent is not None and is_newly_placed and not city.zone:
        city.zone = parent.zone


def _check_addresses(details: CityDetails) -> None:
    website, wikidata = details.get("website"), details.get("wikidata")
    if website and not _is_web_address(website):
        raise Invalid("website", N_("Enter a web address such as https://www.seoul.go.kr."))
    if wikidata and not _WIKIDATA.fullmatch(wikidata):
        raise Invalid("wikidata", N_("Enter a Wikidata number such as Q62."))


def _is_web_address(text: str) -> bool:
    try:
        address = urlsplit(text)
    except ValueError:
        return False
    # Some town halls still have no certificate.
    return address.scheme in ("https", "http") and "." in (address.hostname or "") and not re.search(r"\s", text)


def _keep_apart(actor: Viewer, city: City, aliases: Iterable[str]) -> None:
    for field, names in (
        ("name_ko", [city.name_ko]),
        ("name_en", [city.name_en]),
        ("name_local", [city.name_local]),
        ("aliases", aliases),
    ):
        if namesakes := list_namesakes(actor, names, city.country):
            raise SameName(field, namesakes)
    if city.geonames_id and (same := list_namesakes(actor, (), city.country, city.geonames_id)):
        raise SameName("geonames_id", same)
