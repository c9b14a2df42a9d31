"""What the rows and cards of commitments show besides: the partners at the other end, and the cooperation areas."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, func, literal, select, union_all

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, AgreementParty
from partnerships.models.agreement.commitment import commitment_areas
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.side import Side
from partnerships.models.visit import Delegation, Visit
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.agreement.origins import ORIGINS, Origin
from partnerships.queries.finding import in_language


@dataclass(frozen=True)
class Beside:
    """What cards and rows show besides: partners by the reference of what they come of, areas by commitment."""

    partners: dict[str, list[str]] = field(default_factory=dict)
    areas: dict[int, list[str]] = field(default_factory=dict)


def read_beside(viewer: Viewer, rows: Sequence[Any], language: str) -> Beside:
    """The partners of the agreements and the visits, and the areas of the commitments in ``rows``."""
    beside = Beside()
    if not rows:
        return beside
    for reference, partner in db.session.execute(_partners(viewer, {row.reference for row in rows}, language)):
        names = beside.partners.setdefault(reference, [])
        if partner not in names:
            names.append(partner)
    named = (
        select(
            commitment_areas.c.commitment_id, in_language(language, CooperationArea.name_ko, CooperationArea.name_en)
        )
        .join(CooperationArea, CooperationArea.id == commitment_areas.c.area_id)
        .where(commitment_areas.c.commitment_id.in_([row.id for row in rows]), visible_to(viewer, CooperationArea))
        .order_by(CooperationArea.position, CooperationArea.id)
    )
    for commitment_id, name in db.session.execute(named):
        beside.areas.setdefault(commitment_id, []).append(name)
    return beside


def _partners(viewer: Viewer, references: Collection[str], language: str) -> Select[Any]:
    """(reference, partner): the cities of its ties, then the parties or delegations of the other side."""
    ties = [_cities_of_ties(viewer, origin, references, language) for origin in ORIGINS]
    bodies = [_bodies(model, references, language) for model in (AgreementParty, Delegation)]
    every = union_all(*ties, *bodies).subquery()
    named = select(every.c.reference, every.c.name).where(every.c.name.is_not(None))
    return named.order_by(every.c.place, every.c.name)


def _cities_of_ties(viewer: Viewer, origin: Origin, references: Collection[str], language: str) -> Select[Any]:
    name = in_language(language, City.name_ko, City.name_en)
    return (
        select(origin.model.reference.label("reference"), name.label("name"), literal(0).label("place"))
        .join(origin.tie.table, origin.of_tie == origin.model.id)
        .join(Partnership, Partnership.id == origin.tie)
        .join(City, City.id == Partnership.partner_id)
        .where(origin.model.reference.in_(references), visible_to(viewer, Partnership))
    )


def _bodies(model: Any, references: Collection[str], language: str) -> Select[Any]:
    """The cities and organisations of the partner side that are parties to an agreement, or came on a visit."""
    source: Any = Visit if model is Delegation else Agreement
    key = model.visit_id if model is Delegation else model.agreement_id
    names = (in_language(language, one.name_ko, one.name_en) for one in (City, Organisation))
    return (
        select(source.reference.label("reference"), func.coalesce(*names).label("name"), literal(1).label("place"))
        .join(model, key == source.id)
        .outerjoin(City, City.id == model.city_id)
        .outerjoin(Organisation, Organisation.id == model.organisation_id)
        .where(source.reference.in_(references), model.archived_at.is_(None), model.side == Side.PARTNER)
    )
