"""Picking what has more than one name: a tie by its partner, a party that is a city or an organisation."""

from collections.abc import Sequence

from sqlalchemy import Select, case, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, in_language, is_called, is_named
from partnerships.queries.picking_cities import suggest_cities

# Between the two ends of a tie, as its picker writes them.
BETWEEN = " – "


def find_ties(viewer: Viewer, text: str, reference: str | None) -> Sequence[Partnership]:
    """Up to two ties that ``text`` means: by reference, or by a name of the partner; the viewer's own come before."""
    ties = _ties(viewer)
    if reference:
        return db.session.scalars(ties.where(Partnership.reference == reference)).all()
    name = text.rpartition(BETWEEN.strip())[2].strip()
    found = db.session.scalars(ties.where(Partnership.partner.has(is_named(name, City))).limit(3)).all()
    own = [tie for tie in found if tie.home_id in viewer.home_ids]
    return own if len(own) == 1 else found[:2]


def suggest_ties(viewer: Viewer, text: str, language: str, limit: int) -> Sequence[tuple[str, str]]:
    """(home – partner, reference) of ties to offer for ``text``, those of the viewer's own home sides first."""
    home, partner = aliased(City), aliased(City)
    home_name = in_language(language, home.name_ko, home.name_en)
    partner_name = in_language(language, partner.name_ko, partner.name_en)
    own = Partnership.home_id.in_(viewer.home_ids)
    statement = (
        select(home_name + BETWEEN + partner_name, Partnership.reference)
        .join(home, home.id == Partnership.home_id)
        .join(partner, partner.id == Partnership.partner_id)
        .where(visible_to(viewer, Partnership), Partnership.archived_at.is_(None))
        .order_by(case((own, 0), else_=1), partner_name, Partnership.id)
        .limit(limit)
    )
    name = text.rpartition(BETWEEN.strip())[2].strip()
    if name:
        statement = statement.where(or_(is_called(name, partner), contains(name, Partnership.reference)))
    else:
        statement = statement.where(own)
    return [(line, reference) for line, reference in db.session.execute(statement)]


def _ties(viewer: Viewer) -> Select[Partnership]:
    return (
        select(Partnership)
        .where(visible_to(viewer, Partnership), Partnership.archived_at.is_(None))
        .options(joinedload(Partnership.home), joinedload(Partnership.partner))
        .order_by(case((Partnership.home_id.in_(viewer.home_ids), 0), else_=1), Partnership.id)
    )


def find_bodies(viewer: Viewer, text: str, reference: str | None) -> Sequence[City | Organisation]:
    """Cities and organisations that ``text`` means, by reference or by any of their names; at most two of each.

    The reference of a tie means its partner.
    """
    if reference and reference.startswith(Partnership.prefix):
        return [tie.partner for tie in find_ties(viewer, "", reference)]
    names = (Organisation.name_ko, Organisation.name_en, Organisation.name_local)
    called = or_(*(func.lower(name) == text.strip().lower() for name in names))
    found: list[City | Organisation] = []
    for model, named in ((City, is_named(text, City)), (Organisation, called)):
        statement = select(model).where(model.archived_at.is_(None), visible_to(viewer, model))
        found += db.session.scalars(
            statement.where(model.reference == reference if reference else named).order_by(model.id).limit(2)
        )
    return found


def suggest_bodies(viewer: Viewer, text: str, language: str, limit: int) -> Sequence[tuple[str, str]]:
    """(name, reference) of cities and organisations to offer for ``text``, in the order of their names."""
    name = in_language(language, Organisation.name_ko, Organisation.name_en)
    statement = select(name, Organisation.reference).where(
        Organisation.archived_at.is_(None), visible_to(viewer, Organisation)
    )
    if text.strip():
        named = contains(text, Organisation.name_ko, Organisation.name_en, Organisation.reference)
        statement = statement.where(named)
    rows = db.session.execute(statement.order_by(name, Organisation.id).limit(limit))
    organisations = [(line, reference) for line, reference in rows]
    return sorted([*suggest_cities(viewer, text, language, limit), *organisations])[:limit]
