"""Suggesting cities so that homonyms are told apart: where each lies, and what became of it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.models.alias import folded
from partnerships.models.city import City, CitySuccession, SuccessionKind
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.countries import country_name
from partnerships.queries.finding import contains, in_language, is_called

# Between a city that is no more and the one that followed it; no word, so that it reads in every language.
BECAME = " → "


def suggest_cities(
    viewer: Viewer, text: str, language: str, limit: int, where: Sequence[Any] = ()
) -> Sequence[tuple[str, str]]:
    """(``Springfield, Illinois, United States``, reference) of cities to offer for ``text``, by name."""
    parent, successor = aliased(City), aliased(City)
    name = in_language(language, City.name_ko, City.name_en)
    statement = (
        select(
            name,
            City.reference,
            City.search_names,
            City.country,
            City.subdivision,
            in_language(language, parent.name_ko, parent.name_en),
            in_language(language, successor.name_ko, successor.name_en),
        )
        .outerjoin(parent, and_(parent.id == City.parent_id, visible_to(viewer, parent)))
        .outerjoin(successor, and_(successor.id == _successor(), visible_to(viewer, successor)))
        .where(*where, City.archived_at.is_(None), visible_to(viewer, City))
        .order_by(name, City.id)
        .limit(limit)
    )
    if text.strip():
        statement = statement.where(or_(is_called(text, City), contains(text, City.reference)))
    return [
        (line_of_city(called, names, text, (within or subdivision, country_name(country, language)), after), reference)
        for called, reference, names, country, subdivision, within, after in db.session.execute(statement)
    ]


def line_of_city(
    name: str, search_names: str, text: str, whereabouts: Sequence[str | None], successor: str | None = None
) -> str:
    """How a city reads among suggestions: its name, the other name that was typed, what it became, where it lies."""
    became = BECAME + successor if successor else ""
    return ", ".join((with_name_meant(name, search_names, text) + became, *(one for one in whereabouts if one)))


def with_name_meant(name: str, search_names: str, text: str) -> str:
    """``name``, and behind it the other name that ``text`` is part of: a browser offers only lines with what is typed.

    ``北京`` finds ``베이징 (北京)``, ``sao paulo`` finds ``São Paulo (sao paulo)``.
    """
    typed = text.strip().lower()
    if not typed or typed in name.lower():
        return name
    meant = next((one for one in search_names.splitlines() if folded(text) in one), None)
    return f"{name} ({meant})" if meant else name


def _successor() -> Any:
    """The id of the first city that followed the city of the enclosing statement when it ceased to be."""
    return (
        select(CitySuccession.successor_id)
        .where(
            CitySuccession.predecessor_id == City.id,
            CitySuccession.archived_at.is_(None),
            CitySuccession.kind.in_((SuccessionKind.MERGED, SuccessionKind.SPLIT)),
        )
        .order_by(CitySuccession.id)
        .limit(1)
        .correlate(City)
        .scalar_subquery()
    )
