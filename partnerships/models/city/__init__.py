"""Cities (상대도시): their names, what became of them, what is known of them, and the places in them."""

from partnerships.models.city.alias import CityAlias
from partnerships.models.city.city import City, CityLevel
from partnerships.models.city.place import Place
from partnerships.models.city.profile import CityFact, FactKind
from partnerships.models.city.succession import CitySuccession, SuccessionKind

__all__ = [
    "City",
    "CityAlias",
    "CityFact",
    "CityLevel",
    "CitySuccession",
    "FactKind",
    "Place",
    "SuccessionKind",
]
