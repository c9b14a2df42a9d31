"""How cities are found: the list, one city, its ties, its parts."""

from partnerships.queries.city.listing import (
    ORDERS,
    CityFilter,
    cities_listed,
    has_other_homes,
    home_choices,
    list_countries,
)
from partnerships.queries.city.namesakes import Namesake, list_namesakes
from partnerships.queries.city.profile import Matter, Value, read_profile
from partnerships.queries.city.reading import (
    find_city,
    find_city_alias,
    find_fact,
    find_place,
    get_city,
    list_homes,
    list_ties_of,
)
from partnerships.queries.city.succession import find_succession, follows, successions_of

__all__ = [
    "ORDERS",
    "CityFilter",
    "Matter",
    "Namesake",
    "Value",
    "cities_listed",
    "find_city",
    "find_city_alias",
    "find_fact",
    "find_place",
    "find_succession",
    "follows",
    "get_city",
    "has_other_homes",
    "home_choices",
    "list_countries",
    "list_homes",
    "list_namesakes",
    "list_ties_of",
    "read_profile",
    "successions_of",
]
