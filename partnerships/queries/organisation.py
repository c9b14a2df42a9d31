"""How organisations are found."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased, joinedload

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.organisation import Organisation, OrganisationKind
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, get_visible, in_language
from partnerships.queries.pages import Page, read_page


@dataclass(frozen=True)
class OrganisationFilter:
    """What a list of organisations is narrowed to; ``None`` leaves a matter open, ``city`` is a reference."""

    text: str | None = None
    kind: OrganisationKind | None = None
    city: str | None = None
    archived: bool = False


def list_organisations(viewer: Viewer, wanted: OrganisationFilter, language: str, page: int = 1) -> Page:
    """Organisations by name: reference, name, name_other, kind, parent_name, city_name, city_reference."""
    name = in_language(language, Organisation.name_ko, Organisation.name_en)
    parent = aliased(Organisation)
    statement = (
        select(
            Organisation.reference,
            name.label("name"),
            in_language(language, Organisation.name_en, Organisation.name_ko).label("name_other"),
            Organisation.kind,
            in_language(language, parent.name_ko, parent.name_en).label("parent_name"),
            in_language(language, City.name_ko, City.name_en).label("city_name"),
            City.reference.label("city_reference"),
        )
        .select_from(Organisation)
        .outerjoin(City, and_(City.id == Organisation.city_id, visible_to(viewer, City)))
        .outerjoin(parent, and_(parent.id == Organisation.parent_id, visible_to(viewer, parent)))
        .where(visible_to(viewer, Organisation))
        .where(Organisation.archived_at.is_not(None) if wanted.archived else Organisation.archived_at.is_(None))
        .order_by(name, Organisation.id)
    )
    if wanted.text:
        columns = (Organisation.name_ko, Organisation.name_en, Organisation.name_local, Organisation.reference)
        statement = statement.where(contains(wanted.text, *columns))
    if wanted.kind:
        statement = statement.where(Organisation.kind == wanted.kind)
    if wanted.city:
        statement = statement.where(City.reference == wanted.city)
    return read_page(statement, page)


def list_cities_with_organisations(viewer: Viewer, language: str) -> Sequence[tuple[str, str]]:
    """(reference, name) of the cities that organisations are recorded in, by name."""
    name = in_language(language, City.name_ko, City.name_en)
    used = select(Organisation.city_id).where(visible_to(viewer, Organisation))
    rows = db.session.execute(
        select(City.reference, name).where(City.id.in_(used), visible_to(viewer, City)).order_by(name, City.id)
    )
    return [(reference, text) for reference, text in rows]


def get_organisation(viewer: Viewer, reference: str) -> Organisation:
    """An organisation with all that its page and its form show."""
    statement = select(Organisation).options(
        joinedload(Organisation.city),
        joinedload(Organisation.parent),
        joinedload(Organisation.department),
        joinedload(Organisation.owner),
    )
    return get_visible(viewer, statement, Organisation, reference)


def list_units(viewer: Viewer, organisation: Organisation) -> Sequence[Organisation]:
    """The organisations that are part of ``organisation``, the first recorded first."""
    return db.session.scalars(
        select(Organisation)
        .where(
            Organisation.parent_id == organisation.id,
            Organisation.archived_at.is_(None),
            visible_to(viewer, Organisation),
        )
        .order_by(Organisation.id)
    ).all()
