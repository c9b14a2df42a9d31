"""How organisations are found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased, joinedload

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.organisation import Organisation, OrganisationKind
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, get_visible, in_language
from partnerships.queries.listing import Listed, Named, Order, Reader, is_city, is_put_away, ordered


@dataclass(frozen=True)
class OrganisationFilter:
    """What a list of organisations is narrowed to; ``None`` leaves a matter open."""

    text: str | None = None
    kind: OrganisationKind | None = None
    city: Named | None = None
    archived: bool = False


ORDERS = ("name", "kind", "city", "number")
_CITY = (City, City.id == Organisation.city_id)


def organisations_listed(reader: Reader, wanted: OrganisationFilter, order: str = "name") -> Listed:
    """Organisations in one of :data:`ORDERS`.

    Rows: id, reference, name, name_other, name_local, kind, website, parent_name, city_name, city_reference.
    """
    name = in_language(reader.language, Organisation.name_ko, Organisation.name_en)
    orders = {
        "name": Order((name,)),
        "kind": Order((Organisation.kind, name)),
        "city": Order((in_language(reader.language, City.name_ko, City.name_en), name), (_CITY,)),
        "number": Order((Organisation.reference,)),
    }
    viewer = reader.viewer
    ids = select(Organisation.id).where(visible_to(viewer, Organisation), is_put_away(Organisation, wanted.archived))
    if wanted.text:
        columns = (Organisation.name_ko, Organisation.name_en, Organisation.name_local, Organisation.reference)
        ids = ids.where(contains(wanted.text, *columns))
    if wanted.kind:
        ids = ids.where(Organisation.kind == wanted.kind)
    if wanted.city:
        ids = ids.where(Organisation.city_id.in_(select(City.id).where(is_city(wanted.city), visible_to(viewer, City))))
    return Listed(ordered(ids, orders, order, "name", Organisation.id), lambda found: _rows(reader, found))


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    viewer, language, parent = reader.viewer, reader.language, aliased(Organisation)
    return db.session.execute(
        select(
            Organisation.id,
            Organisation.reference,
            in_language(language, Organisation.name_ko, Organisation.name_en).label("name"),
            in_language(language, Organisation.name_en, Organisation.name_ko).label("name_other"),
            Organisation.name_local,
            Organisation.kind,
            Organisation.website,
            in_language(language, parent.name_ko, parent.name_en).label("parent_name"),
            in_language(language, City.name_ko, City.name_en).label("city_name"),
            City.reference.label("city_reference"),
        )
        .select_from(Organisation)
        .outerjoin(City, and_(City.id == Organisation.city_id, visible_to(viewer, City)))
        .outerjoin(parent, and_(parent.id == Organisation.parent_id, visible_to(viewer, parent)))
        .where(Organisation.id.in_(ids))
    ).all()


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
