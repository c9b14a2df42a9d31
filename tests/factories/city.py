"""Cities, what is known of them, and their places."""

from decimal import Decimal
from typing import Any

from partnerships.models.alias import folded_names
from partnerships.models.base import Disclosure
from partnerships.models.city import (
    City,
    CityAlias,
    CityFact,
    CityLevel,
    CitySuccession,
    FactKind,
    Place,
    SuccessionKind,
)
from partnerships.models.types import PartialDate
from tests.factories.saving import number, save, with_defaults


def make_home(**details: Any) -> City:
    """The home city, Seoul."""
    defaults = {
        "name_ko": "서울특별시",
        "name_en": "Seoul",
        "country": "KR",
        "zone": "Asia/Seoul",
        "level": CityLevel.METROPOLITAN,
        "is_home": True,
    }
    return make_city(**with_defaults(defaults, details))


def make_city(**details: Any) -> City:
    """A city of the shared directory."""
    one = number()
    defaults = {
        "name_ko": f"교류도시 {one}",
        "name_en": f"Partner City {one}",
        "country": "US",
        "zone": "America/Los_Angeles",
        "level": CityLevel.CITY,
        "disclosure": Disclosure.PUBLIC,
        "is_home": False,
    }
    given = with_defaults(defaults, details)
    names = str(given.pop("aliases", "")).splitlines()
    known = [given.get(name) for name in ("name_ko", "name_en", "name_local")]
    city = save(City(**given, search_names=folded_names([*known, *names])))
    for name in names:
        make_city_alias(city, name=name)
    return city


def make_city_alias(city: City, **details: Any) -> CityAlias:
    """Another name of a city; the city is searched by it where it was made with it."""
    return save(CityAlias(city_id=city.id, **details))


def make_fact(city: City, **details: Any) -> CityFact:
    """A figure of a city's profile: its population in 2013."""
    defaults = {
        "kind": FactKind.POPULATION,
        "number": Decimal(837_442),
        "unit": "명",
        "as_of": PartialDate.parse("2013"),
        "source": "시 누리집",
    }
    return save(CityFact(city_id=city.id, **with_defaults(defaults, details)))


def make_place(city: City, **details: Any) -> Place:
    """A meeting room in a city."""
    one = number()
    defaults = {
        "name_ko": f"간담회장 {one}",
        "name_en": f"Meeting room {one}",
        "detail_ko": "신청사 8층",
        "detail_en": "City Hall, 8th floor",
        "capacity": 40,
    }
    return save(Place(city_id=city.id, **with_defaults(defaults, details)))


def make_succession(predecessor: City, successor: City, **details: Any) -> CitySuccession:
    """What became of a city: Cheongwon and Cheongju in 2014."""
    defaults = {
        "kind": SuccessionKind.MERGED,
        "happened": PartialDate.parse("2014-07-01"),
        "source": "충청북도 청주시 설치 및 지원특례에 관한 법률",
    }
    return save(
        CitySuccession(predecessor_id=predecessor.id, successor_id=successor.id, **with_defaults(defaults, details))
    )
