"""How the other names of a city change, by which it is found."""

from typing import Unpack

from partnerships.commands.alias import AliasDetails, apply_alias, index_names, names_in_use
from partnerships.commands.records import add, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.models.city import City, CityAlias
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.city import aliases_of_city


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
