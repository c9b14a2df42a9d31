"""How people and their posts are found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, func, or_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person, PersonAlias, Post
from partnerships.models.types import earliest, latest
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, get_visible, in_language, is_called
from partnerships.queries.listing import (
    Listed,
    Named,
    Order,
    Reader,
    is_city,
    is_organisation,
    is_put_away,
    ordered,
)

# People without a rank stand after those with one.
_LAST_RANK = 999


@dataclass(frozen=True)
class PersonFilter:
    """What a list of people is narrowed to; ``None`` leaves a matter open."""

    text: str | None = None
    city: Named | None = None
    organisation: Named | None = None
    archived: bool = False


ORDERS = ("name", "number")


def people_listed(reader: Reader, wanted: PersonFilter, order: str = "name") -> Listed:
    """People in one of :data:`ORDERS`, with the post each holds today, the highest of several.

    Rows: id, reference, name, name_other, name_local, title, organisation_name, city_name; the last three are of the
    post.
    """
    orders = {
        "name": Order((in_language(reader.language, Person.name_ko, Person.name_en),)),
        "number": Order((Person.reference,)),
    }
    ids = select(Person.id).where(visible_to(reader.viewer, Person), is_put_away(Person, wanted.archived))
    if wanted.text:
        ids = ids.outerjoin(Post, Post.id == _present_post(reader.today))
        told = contains(wanted.text, Person.reference, Post.title_ko, Post.title_en)
        ids = ids.where(or_(is_called(wanted.text, Person), told))
    if wanted.city:
        ids = ids.where(Person.id.in_(_people_of(reader.viewer, wanted.city)))
    if wanted.organisation:
        units = select(Organisation.id).where(
            is_organisation(wanted.organisation), visible_to(reader.viewer, Organisation)
        )
        held = select(Post.person_id).where(Post.archived_at.is_(None), Post.organisation_id.in_(units))
        ids = ids.where(Person.id.in_(held))
    return Listed(ordered(ids, orders, order, "name", Person.id), lambda found: _rows(reader, found))


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    viewer, language = reader.viewer, reader.language
    organisation, city = aliased(Organisation), aliased(City)
    return db.session.execute(
        select(
            Person.id,
            Person.reference,
            in_language(language, Person.name_ko, Person.name_en).label("name"),
            in_language(language, Person.name_en, Person.name_ko).label("name_other"),
            Person.name_local,
            in_language(language, Post.title_ko, Post.title_en).label("title"),
            in_language(language, organisation.name_ko, organisation.name_en).label("organisation_name"),
            in_language(language, city.name_ko, city.name_en).label("city_name"),
        )
        .select_from(Person)
        .outerjoin(Post, Post.id == _present_post(reader.today))
        .outerjoin(organisation, and_(organisation.id == Post.organisation_id, visible_to(viewer, organisation)))
        .outerjoin(
            city,
            and_(city.id == func.coalesce(Post.city_id, organisation.city_id), visible_to(viewer, city)),
        )
        .where(Person.id.in_(ids))
    ).all()


def _present_post(today: date) -> Any:
    """The id of the post that a person of the enclosing statement holds on ``today``; as `Person.post_on` chooses."""
    post = aliased(Post)
    return (
        select(post.id)
        .where(
            post.person_id == Person.id,
            post.archived_at.is_(None),
            _may_be_held_on(post, today),
            or_(latest(Person.died).is_(None), latest(Person.died) >= today),
        )
        .order_by(func.coalesce(post.protocol_rank, _LAST_RANK), post.id.desc())
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )


def _may_be_held_on(post: Any, day: date) -> ColumnElement[bool]:
    """`Post.may_be_held_on` for a statement."""
    begun = or_(post.held_from_earliest.is_(None), post.held_from_earliest <= day)
    return and_(begun, or_(post.held_to_latest.is_(None), post.held_to_latest >= day))


def _people_of(viewer: Viewer, city: Named) -> Any:
    """Ids of the people who hold or held a post in the city that is named, or in one of its organisations."""
    there = select(City.id).where(is_city(city), visible_to(viewer, City))
    units = select(Organisation.id).where(Organisation.city_id.in_(there), visible_to(viewer, Organisation))
    return select(Post.person_id).where(
        Post.archived_at.is_(None), or_(Post.city_id.in_(there), Post.organisation_id.in_(units))
    )


def list_posts_in(
    viewer: Viewer, language: str, today: date, *, city: City | None = None, organisation: Organisation | None = None
) -> Sequence[Row[*tuple[Any, ...]]]:
    """Posts in a city and its organisations, or in one organisation: those held ``today`` first, then by rank.

    Rows: reference and name of the person, name_local, title, organisation_name, organisation_reference, held_from,
    held_to, is_held (whether the post can be held today).
    """
    held = and_(_may_be_held_on(Post, today), or_(latest(Person.died).is_(None), latest(Person.died) >= today))
    statement = (
        select(
            Person.reference,
            in_language(language, Person.name_ko, Person.name_en).label("name"),
            Person.name_local,
            in_language(language, Post.title_ko, Post.title_en).label("title"),
            in_language(language, Organisation.name_ko, Organisation.name_en).label("organisation_name"),
            Organisation.reference.label("organisation_reference"),
            Post.held_from,
            Post.held_to,
            held.label("is_held"),
        )
        .select_from(Post)
        .join(Person, and_(Person.id == Post.person_id, visible_to(viewer, Person)))
        .outerjoin(Organisation, and_(Organisation.id == Post.organisation_id, visible_to(viewer, Organisation)))
        .where(Post.archived_at.is_(None), Person.archived_at.is_(None))
        .order_by(
            held.desc(),
            func.coalesce(Post.protocol_rank, _LAST_RANK),
            earliest(Post.held_from).desc().nulls_last(),
            Post.id,
        )
    )
    if city is not None:
        statement = statement.where(or_(Post.city_id == city.id, Organisation.city_id == city.id))
    if organisation is not None:
        statement = statement.where(Post.organisation_id == organisation.id)
    return db.session.execute(statement).all()


def get_person(viewer: Viewer, reference: str) -> Person:
    """A person with all that the page and the form show."""
    statement = select(Person).options(
        joinedload(Person.department),
        joinedload(Person.owner),
        selectinload(Person.aliases),
        selectinload(Person.posts).options(
            joinedload(Post.city), joinedload(Post.organisation).joinedload(Organisation.city)
        ),
    )
    return get_visible(viewer, statement, Person, reference)


def find_post(person: Person, number: int) -> Post | None:
    """The post of ``person`` with the id ``number``; ``posts`` must be loaded."""
    return next((post for post in person.posts if post.id == number), None)


def find_person_alias(person: Person, number: int) -> PersonAlias | None:
    """The other name of ``person`` with the id ``number``; ``aliases`` must be loaded."""
    return next((alias for alias in person.aliases if alias.id == number), None)
