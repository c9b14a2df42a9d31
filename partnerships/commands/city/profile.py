"""How the profile of a city changes: figures and sections, each as of a date and by a source."""

from decimal import Decimal
from typing import TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.city import City, CityFact, FactKind
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may


class FactDetails(TypedDict, total=False):
    """What is said of one figure or section of a city's profile."""

    kind: FactKind
    number: Decimal | None
    unit: str | None
    text_ko: str | None
    text_en: str | None
    as_of: PartialDate | None
    source: str


def add_fact(actor: Viewer, city: City, **details: Unpack[FactDetails]) -> CityFact:
    """Add a figure or a section to the profile of ``city``."""
    with transaction(actor, "add_fact"):
        ensure_may(actor, "city.write", city)
        fact = CityFact(city_id=city.id)
        _apply_fact(fact, details)
        add(fact)
    return fact


def revise_fact(
    actor: Viewer, city: City, fact: CityFact, version: int | None = None, **details: Unpack[FactDetails]
) -> None:
    """Change a figure or a section."""
    with transaction(actor, "revise_fact"):
        ensure_may(actor, "city.write", city)
        at_version(fact, version)
        _apply_fact(fact, details)


def archive_fact(actor: Viewer, city: City, fact: CityFact) -> None:
    """Put a figure or a section away; papers no longer show it."""
    with transaction(actor, "archive_fact"):
        ensure_may(actor, "city.write", city)
        put_away(fact)


def _apply_fact(fact: CityFact, details: FactDetails) -> None:
    after = {**{name: getattr(fact, name) for name in ("number", "text_ko", "text_en", "source")}, **details}
    if after["number"] is None and not after["text_ko"] and not after["text_en"]:
        raise Invalid("number", N_("Enter a figure or a text."))
    if not after["source"]:
        raise Invalid("source", N_("Enter where this is known from."))
    assign(fact, details)
