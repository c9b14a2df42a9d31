"""The gazetteer as an officer asks it: cities of the world by name, and which of them are recorded already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import and_, or_, select

from partnerships.adapters.gazetteer import Gazetteer, GazetteerPlace, subdivision_name
from partnerships.extensions import db
from partnerships.models.alias import folded, folded_names
from partnerships.models.city import City, CityLevel
from partnerships.models.types import Bilingual
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import is_named

# What the official name of a Korean municipality says of its level.
_LEVELS = {
    "특별시": CityLevel.METROPOLITAN,
    "광역시": CityLevel.METROPOLITAN,
    "특별자치시": CityLevel.METROPOLITAN,
    "군": CityLevel.COUNTY,
    "구": CityLevel.DISTRICT,
    "읍": CityLevel.TOWN,
    "면": CityLevel.TOWN,
}


@dataclass(frozen=True)
class Match:
    """A city of the gazetteer; ``recorded`` is the reference of its record, if any.

    ``is_certain`` says that this record bears its GeoNames number; else it is one of the same name and country.
    """

    place: GazetteerPlace
    name: Bilingual
    subdivision: str | None
    recorded: str | None
    is_certain: bool


@cache
def gazetteer_in(folder: Path) -> Gazetteer:
    """The gazetteer whose index lies in ``folder``; one for each process."""
    return Gazetteer(folder, folded)


def find_in_gazetteer(
    viewer: Viewer, gazetteer: Gazetteer, text: str, language: str, country: str | None = None
) -> Sequence[Match]:
    """The cities of the world, or of ``country``, that ``text`` names or begins to name, the likeliest first."""
    places = gazetteer.search(text) if text.strip() else ()
    if country is not None:
        places = [place for place in places if place.country == country]
    numbered = _recorded(viewer, [place.geonames_id for place in places])
    named = _namesakes(viewer, [place for place in places if place.geonames_id not in numbered])
    return [
        Match(
            place,
            Bilingual(place.name_ko, place.name_en),
            subdivision_name(place.country, place.admin1, language),
            numbered.get(place.geonames_id) or named.get(place.geonames_id),
            place.geonames_id in numbered,
        )
        for place in places
    ]


def details_of(place: GazetteerPlace, language: str) -> dict[str, Any]:
    """What the gazetteer says of ``place``, by the fields that a new city is entered with."""
    level = next((level for end, level in _LEVELS.items() if (place.name_local or "").endswith(end)), CityLevel.CITY)
    return {
        "name_ko": place.name_ko,
        "name_en": place.name_en,
        "name_local": place.name_local if place.name_local != place.name_ko else None,
        "aliases": "\n".join(place.others),
        "country": place.country,
        "subdivision": subdivision_name(place.country, place.admin1, language),
        "level": level if place.country == "KR" else CityLevel.CITY,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "zone": place.zone,
        "geonames_id": place.geonames_id,
    }


def _recorded(viewer: Viewer, numbers: Sequence[int]) -> Mapping[int, str]:
    rows = db.session.execute(
        select(City.geonames_id, City.reference)
        .where(City.geonames_id.in_(numbers), City.archived_at.is_(None), visible_to(viewer, City))
        .order_by(City.id.desc())
    )
    return {number: reference for number, reference in rows if number is not None}


def _namesakes(viewer: Viewer, places: Sequence[GazetteerPlace]) -> Mapping[int, str]:
    """{GeoNames number: reference of a record without one that has a main name of the place, in its country}."""
    names = {place.geonames_id: set(_main_names(place)) for place in places}
    alike = [
        and_(City.country == place.country, or_(*(is_named(name, City) for name in names[place.geonames_id])))
        for place in places
    ]
    if not alike:
        return {}
    rows = db.session.execute(
        select(City.reference, City.country, City.search_names)
        .where(City.geonames_id.is_(None), City.archived_at.is_(None), visible_to(viewer, City), or_(*alike))
        .order_by(City.id)
    ).all()
    return {
        place.geonames_id: reference
        for place in places
        for reference, country, called in rows
        if country == place.country and names[place.geonames_id] & set(called.splitlines())
    }


def _main_names(place: GazetteerPlace) -> Sequence[str]:
    return folded_names((place.name_ko, place.name_en, place.name_local)).splitlines()
