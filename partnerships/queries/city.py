"""How cities are found."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.extensions import db
from partnerships.models.city import City, CityFact, CityLevel, Place
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, get_visible, in_language
from partnerships.queries.pages import Page, read_page


@dataclass(frozen=True)
class CityFilter:
    """What a list of cities is narrowed to; ``None`` leaves a matter open."""

    text: str | None = None
    country: str | None = None
    level: CityLevel | None = None
    archived: bool = False


def list_cities(viewer: Viewer, wanted: CityFilter, language: str, page: int = 1) -> Page:
    """Cities by name: reference, name, name_other, name_local, country, level, is_home."""
    name = in_language(language, City.name_ko, City.name_en)
    other = in_language(language, City.name_en, City.name_ko)
    statement = (
        select(
            City.reference,
            name.label("name"),
            other.label("name_other"),
            City.name_local,
            City.country,
            City.level,
            City.is_home,
        )
        .where(visible_to(viewer, City))
        .where(City.archived_at.is_not(None) if wanted.archived else City.archived_at.is_(None))
        .order_by(City.is_home.desc(), name, City.id)
    )
    if wanted.text:
        columns = (City.name_ko, City.name_en, City.name_local, City.aliases, City.reference)
        statement = statement.where(contains(wanted.text, *columns))
    if wanted.country:
        statement = statement.where(City.country == wanted.country)
    if wanted.level:
        statement = statement.where(City.level == wanted.level)
    return read_page(statement, page)


def list_countries(viewer: Viewer) -> Sequence[str]:
    """ISO 3166-1 codes of the countries that cities are recorded in."""
    return db.session.scalars(
        select(City.country).where(visible_to(viewer, City)).distinct().order_by(City.country)
    ).all()


def get_city(viewer: Viewer, reference: str) -> City:
    """A city with all that its page and its form show."""
    statement = select(City).options(
        joinedload(City.parent),
        joinedload(City.home),
        joinedload(City.department),
        joinedload(City.owner),
        selectinload(City.facts),
        selectinload(City.places),
    )
    return get_visible(viewer, statement, City, reference)


def list_homes() -> Sequence[City]:
    """The home cities of this installation, the first recorded first."""
    return db.session.scalars(
        select(City).where(City.is_home, City.archived_at.is_(None)).order_by(City.id)
    ).all()


def find_fact(city: City, number: int) -> CityFact | None:
    """The fact of ``city`` with the id ``number``; ``facts`` must be loaded."""
    return next((fact for fact in city.facts if fact.id == number), None)


def find_place(city: City, number: int) -> Place | None:
    """The place of ``city`` with the id ``number``; ``places`` must be loaded."""
    return next((place for place in city.places if place.id == number), None)
