"""How the places of a city change: its halls, rooms and sites."""

from typing import TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.city import City, Place
from partnerships.permissions import Viewer, ensure_may


class PlaceDetails(TypedDict, total=False):
    """What is said of a hall, a room or a site."""

    name_ko: str | None
    name_en: str | None
    detail_ko: str | None
    detail_en: str | None
    capacity: int | None
    latitude: float | None
    longitude: float | None
    source: str | None


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
    asked = ("name_ko", "name_en", "latitude", "longitude")
    after = {**{name: getattr(place, name) for name in asked}, **details}
    require_either(after, "name_ko", "name_en", message=N_("Enter a name in Korean or in English."))
    if (after["latitude"] is None) != (after["longitude"] is None):
        missing = "latitude" if after["latitude"] is None else "longitude"
        raise Invalid(missing, N_("Enter the latitude and the longitude, or neither."))
    assign(place, details)
