"""One city with what hangs on it: its parts, its ties, its other names."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, and_, case, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.extensions import db
from partnerships.models.city import City, CityAlias, CityFact, CitySuccession, Place
from partnerships.models.partnership import FoundingClaim, Partnership
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import get_visible, in_language


def get_city(viewer: Viewer, reference: str) -> City:
    """A city with all that its page and its form show."""
    statement = select(City).options(
        joinedload(City.parent),
        joinedload(City.home),
        joinedload(City.department),
        joinedload(City.owner),
        selectinload(City.aliases),
        selectinload(City.successions).joinedload(CitySuccession.successor),
        selectinload(City.origins).joinedload(CitySuccession.predecessor),
        selectinload(City.facts),
        selectinload(City.places),
    )
    city = get_visible(viewer, statement, City, reference)
    for step in city.successions:
        set_committed_value(step, "predecessor", city)
    for step in city.origins:
        set_committed_value(step, "successor", city)
    return city


def find_city(viewer: Viewer, reference: str) -> City | None:
    """The city with ``reference``, if there is one that the viewer may see."""
    return db.session.scalars(select(City).where(City.reference == reference, visible_to(viewer, City))).one_or_none()


def list_ties_of(viewer: Viewer, city: City, language: str) -> Sequence[Row[*tuple[Any, ...]]]:
    """The ties of ``city``, as the home or as the partner, by the name of the other city.

    Rows: reference, other_reference and other_name of the other city, country, tier, home_status, partner_status,
    founded (the preferred claim), is_dormant, home_id.
    """
    name = in_language(language, City.name_ko, City.name_en)
    other = case((Partnership.partner_id == city.id, Partnership.home_id), else_=Partnership.partner_id)
    preferred = and_(
        FoundingClaim.partnership_id == Partnership.id,
        FoundingClaim.is_preferred,
        FoundingClaim.archived_at.is_(None),
    )
    return db.session.execute(
        select(
            Partnership.reference,
            City.reference.label("other_reference"),
            name.label("other_name"),
            City.country,
            Partnership.tier,
            Partnership.home_status,
            Partnership.partner_status,
            FoundingClaim.founded,
            Partnership.is_dormant,
            Partnership.home_id,
        )
        .select_from(Partnership)
        .join(City, and_(City.id == other, visible_to(viewer, City)))
        .outerjoin(FoundingClaim, preferred)
        .where(
            or_(Partnership.home_id == city.id, Partnership.partner_id == city.id),
            Partnership.archived_at.is_(None),
            visible_to(viewer, Partnership),
        )
        .order_by(name, Partnership.id)
    ).all()


def list_homes() -> Sequence[City]:
    """The home cities of this installation, the first recorded first."""
    return db.session.scalars(select(City).where(City.is_home, City.archived_at.is_(None)).order_by(City.id)).all()


def find_fact(city: City, number: int) -> CityFact | None:
    """The fact of ``city`` with the id ``number``; ``facts`` must be loaded."""
    return next((fact for fact in city.facts if fact.id == number), None)


def find_place(city: City, number: int) -> Place | None:
    """The place of ``city`` with the id ``number``; ``places`` must be loaded."""
    return next((place for place in city.places if place.id == number), None)


def find_city_alias(city: City, number: int) -> CityAlias | None:
    """The other name of ``city`` with the id ``number``; ``aliases`` must be loaded."""
    return next((alias for alias in city.aliases if alias.id == number), None)
