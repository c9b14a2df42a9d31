"""How cities change: recorded, revised, put away; their other names, what is known of them, their places."""

from partnerships.commands.city.city import (
    CityDetails,
    NewCityDetails,
    SameName,
    archive_city,
    record_city,
    restore_city,
    revise_city,
)
from partnerships.commands.city.place import PlaceDetails, add_place, archive_place, revise_place
from partnerships.commands.city.profile import FactDetails, add_fact, archive_fact, revise_fact
from partnerships.commands.city.succession import (
    RenamingDetails,
    SuccessionDetails,
    add_succession,
    archive_succession,
    rename_city,
    revise_succession,
)

__all__ = [
    "CityDetails",
    "FactDetails",
    "NewCityDetails",
    "PlaceDetails",
    "RenamingDetails",
    "SameName",
    "SuccessionDetails",
    "add_fact",
    "add_place",
    "add_succession",
    "archive_city",
    "archive_fact",
    "archive_place",
    "archive_succession",
    "record_city",
    "rename_city",
    "restore_city",
    "revise_city",
    "revise_fact",
    "revise_place",
    "revise_succession",
]
