"""The gazetteer as an officer asks it: cities of the world by name, and which of them are recorded already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from partnerships.adapters.gazetteer import Gazetteer, GazetteerPlace, subdivision_name
from partnerships.extensions import db
from partnerships.models.alias import folded
from partnerships.models.city import City, CityLevel
from partnerships.models.types import Bilingual
from partnerships.permissions import Viewer, visible_to

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
    """A city of the gazetteer; ``recorded`` is the reference of the record that names it as its source, if any."""

    place: GazetteerPlace
    name: Bilingual
    subdivision: str | None
    recorded: str | None


@cache
def gazetteer_in(folder: Path) -> Gazetteer:
    """The gazetteer whose index lies in ``folder``; one for each process."""
    return Gazetteer(folder, folded)


def find_in_gazetteer(viewer: Viewer, gazetteer: Gazetteer, text: str, language: str) -> Sequence[Match]:
    """The cities of the world that ``text`` names or begins to name, the likeliest first."""
    places = gazetteer.search(text) if text.strip() else ()
    recorded = _recorded(viewer, [place.geonames_id for place in places])
    return [
        Match(
            place,
            Bilingual(place.name_ko, place.name_en),
            subdivision_name(place.country, place.admin1, language),
            recorded.get(place.geonames_id),
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
