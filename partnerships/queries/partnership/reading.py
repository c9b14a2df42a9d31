"""One tie with all that its page and its forms show."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementLink
from partnerships.models.agreement.agreement import agreement_partnerships
from partnerships.models.partnership import EventApproval, FoundingClaim, Partnership, PartnershipEvent
from partnerships.models.types import earliest
from partnerships.models.visit import Visit
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import get_visible


def get_partnership(viewer: Viewer, reference: str) -> Partnership:
    """A tie with its two ends, its labels and claims, its events with their approvals, and the ties it took over."""
    statement = select(Partnership).options(
        joinedload(Partnership.home),
        joinedload(Partnership.partner),
        joinedload(Partnership.department),
        joinedload(Partnership.owner),
        selectinload(Partnership.labels),
        selectinload(Partnership.claims),
        selectinload(Partnership.events).options(
            joinedload(PartnershipEvent.basis_agreement),
            joinedload(PartnershipEvent.successor).joinedload(Partnership.partner),
            selectinload(PartnershipEvent.approvals).joinedload(EventApproval.organisation),
        ),
        selectinload(Partnership.taken_over).joinedload(PartnershipEvent.partnership).joinedload(Partnership.partner),
    )
    return get_visible(viewer, statement, Partnership, reference)


def find_tie_between(one_id: int, other_id: int) -> Partnership | None:
    """The tie of two cities, whichever of them is the home side, archived or not."""
    low, high = sorted((one_id, other_id))
    with db.session.no_autoflush:
        return db.session.scalars(
            select(Partnership).where(Partnership.pair_low_id == low, Partnership.pair_high_id == high)
        ).one_or_none()


def claims_of(tie: Partnership) -> Sequence[FoundingClaim]:
    """The claims of ``tie`` that are not put away."""
    with db.session.no_autoflush:
        return db.session.scalars(
            select(FoundingClaim)
            .where(FoundingClaim.partnership_id == tie.id, FoundingClaim.archived_at.is_(None))
            .order_by(FoundingClaim.id)
        ).all()


def find_claim(tie: Partnership, number: int) -> FoundingClaim | None:
    """The claim of ``tie`` with the id ``number``; ``claims`` must be loaded."""
    return next((claim for claim in tie.claims if claim.id == number), None)


def find_event(tie: Partnership, number: int) -> PartnershipEvent | None:
    """The event of ``tie`` with the id ``number``; ``events`` must be loaded."""
    return next((event for event in tie.events if event.id == number), None)


def get_event(viewer: Viewer, reference: str, event: int) -> PartnershipEvent:
    """The event with the id ``event`` of the tie ``reference``, with that tie and its approvals."""
    tie = get_partnership(viewer, reference)
    found = find_event(tie, event)
    if found is None or found.is_archived:
        raise NotFound(N_("There is no such record."))
    set_committed_value(found, "partnership", tie)
    return found


def find_approval(event: PartnershipEvent, number: int) -> EventApproval | None:
    """The approval of ``event`` with the id ``number``; ``approvals`` must be loaded."""
    return next((approval for approval in event.approvals if approval.id == number), None)


def list_agreements_of_tie(viewer: Viewer, tie: Partnership) -> Sequence[Agreement]:
    """The agreements under ``tie``, the earliest first, each with what it descends from; drafts come last."""
    signed = earliest(Agreement.signed)
    under = select(agreement_partnerships.c.agreement_id).where(agreement_partnerships.c.partnership_id == tie.id)
    return db.session.scalars(
        select(Agreement)
        .where(Agreement.id.in_(under))
        .where(Agreement.archived_at.is_(None), visible_to(viewer, Agreement))
        .options(selectinload(Agreement.links).joinedload(AgreementLink.target))
        .order_by(signed.is_(None), signed, Agreement.id)
    ).all()


def list_visits_of_tie(viewer: Viewer, tie: Partnership) -> Sequence[Visit]:
    """The visits under ``tie``, the latest first; undated ones come last."""
    starts = earliest(Visit.starts)
    under = select(visit_partnerships.c.visit_id).where(visit_partnerships.c.partnership_id == tie.id)
    return db.session.scalars(
        select(Visit)
        .where(Visit.id.in_(under))
        .where(Visit.archived_at.is_(None), visible_to(viewer, Visit))
        .order_by(starts.is_(None), starts.desc(), Visit.id.desc())
    ).all()
