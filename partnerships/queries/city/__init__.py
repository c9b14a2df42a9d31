"""How cities are found: the list, one city, its ties, its parts."""

from partnerships.queries.city.listing import CityFilter, list_cities, list_countries
from partnerships.queries.city.reading import (
    aliases_of_city,
    find_city,
    find_fact,
    find_place,
    get_city,
    list_homes,
    list_ties_of,
)

__all__ = [
    "CityFilter",
    "aliases_of_city",
    "find_city",
    "find_fact",
    "find_place",
    "get_city",
    "list_cities",
    "list_countries",
    "list_homes",
    "list_ties_of",
]
