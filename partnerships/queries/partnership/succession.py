"""How ties go over into others: who took a tie over, and which ties went over into it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.extensions import db
from partnerships.models.agreement import Agreement
from partnerships.models.city import CitySuccession
from partnerships.models.partnership import Partnership, PartnershipEvent
from partnerships.permissions import Viewer, visible_to


def successions_of(tie: Partnership) -> list[PartnershipEvent]:
    """The events by which successors took ``tie`` over, the first recorded first, each with the tie that goes on."""
    with db.session.no_autoflush:
        return list(
            db.session.scalars(
                select(PartnershipEvent)
                .where(PartnershipEvent.partnership_id == tie.id, PartnershipEvent.archived_at.is_(None))
                .where(PartnershipEvent.successor_id.is_not(None))
                .options(joinedload(PartnershipEvent.successor))
                .order_by(PartnershipEvent.id)
            )
        )


def predecessors_of(tie: Partnership) -> dict[int, int]:
    """{id of a tie that went over into ``tie``: id of the tie that it went over into}, at however many removes."""
    found: dict[int, int] = {}
    level = [tie.id]
    while level:
        rows = db.session.execute(
            select(PartnershipEvent.partnership_id, PartnershipEvent.successor_id)
            .where(PartnershipEvent.successor_id.in_(level), PartnershipEvent.archived_at.is_(None))
            .order_by(PartnershipEvent.id)
        ).all()
        level = [older for older, _newer in rows if older not in found and older != tie.id]
        found |= {older: newer for older, newer in rows if newer is not None and older in level}
    return found


def list_predecessors(viewer: Viewer, tie: Partnership) -> Sequence[Partnership]:
    """The ties that went over into ``tie``, however long ago, as far as the viewer may know of them."""
    ids = list(predecessors_of(tie)) if tie.taken_over else []
    if not ids:
        return []
    return db.session.scalars(
        select(Partnership)
        .where(Partnership.id.in_(ids), visible_to(viewer, Partnership))
        .options(joinedload(Partnership.partner), joinedload(Partnership.home), selectinload(Partnership.labels))
        .order_by(Partnership.id)
    ).all()


def list_city_successors(tie: Partnership) -> Sequence[CitySuccession]:
    """What became of the partner city, where it is recorded: the cities that may take ``tie`` over."""
    return db.session.scalars(
        select(CitySuccession)
        .where(CitySuccession.predecessor_id == tie.partner_id, CitySuccession.archived_at.is_(None))
        .options(joinedload(CitySuccession.successor))
        .order_by(CitySuccession.id)
    ).all()


def list_agreements_to_carry(viewer: Viewer, tie: Partnership, going_on: Partnership) -> Sequence[Agreement]:
    """The agreements under ``tie`` that are not under ``going_on`` yet, with the ties that each is under."""
    under_both = Agreement.partnerships.any(Partnership.id == going_on.id)
    return db.session.scalars(
        select(Agreement)
        .where(Agreement.partnerships.any(Partnership.id == tie.id), ~under_both)
        .where(Agreement.archived_at.is_(None), visible_to(viewer, Agreement))
        .options(selectinload(Agreement.partnerships))
        .order_by(Agreement.id)
    ).all()
