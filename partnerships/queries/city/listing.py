"""Cities in a list, and the countries they lie in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select

from partnerships.extensions import db
from partnerships.models.city import City, CityLevel
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, in_language, is_called
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
        statement = statement.where(or_(is_called(wanted.text, City), contains(wanted.text, City.reference)))
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
