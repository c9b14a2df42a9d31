"""What the event summary of one programme item is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementLink, Commitment
from partnerships.models.city import Place
from partnerships.models.document import Document
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person, Post
from partnerships.models.visit import Attendee, Delegation, Leg, Member, ProgrammeItem, Visit
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.brief.subject import hidden_from
from partnerships.queries.finding import get_visible


@dataclass(frozen=True)
class Event:
    """A programme item with all that an event summary is made of, as far as one viewer may see it."""

    item: ProgrammeItem
    visit: Visit
    # Other items of the same day, in the order of the programme.
    day_items: Sequence[ProgrammeItem]
    # Signed at this item.
    agreements: Sequence[Agreement]
    ties: Sequence[Partnership]
    # Agreements of those ties that were signed before the event, by partnership id.
    earlier: dict[int, Sequence[Agreement]]
    # References of the people and the agreements named there that the viewer may not know of.
    hidden: frozenset[str] = frozenset()
    member: None = None


def get_event(viewer: Viewer, visit_reference: str, number: int) -> Event:
    """The programme item ``number`` of a visit, with everything around it; raises :class:`NotFound`."""
    visit = get_visible(
        viewer,
        select(Visit).options(
            joinedload(Visit.home),
            joinedload(Visit.department),
            joinedload(Visit.owner),
            selectinload(Visit.team),
            selectinload(Visit.legs).joinedload(Leg.city),
            selectinload(Visit.delegations).options(
                joinedload(Delegation.city),
                joinedload(Delegation.organisation),
                selectinload(Delegation.members).joinedload(Member.person),
            ),
            selectinload(Visit.items).options(joinedload(ProgrammeItem.place)),
        ),
        Visit,
        visit_reference,
    )
    item = db.session.scalar(
        select(ProgrammeItem)
        .where(ProgrammeItem.visit_id == visit.id, ProgrammeItem.number == number, ProgrammeItem.archived_at.is_(None))
        .options(
            joinedload(ProgrammeItem.place).joinedload(Place.city),
            joinedload(ProgrammeItem.leg).joinedload(Leg.city),
            joinedload(ProgrammeItem.host),
            selectinload(ProgrammeItem.attendees)
            .joinedload(Attendee.person)
            .selectinload(Person.posts)
            .options(joinedload(Post.city), joinedload(Post.organisation)),
            selectinload(ProgrammeItem.steps),
            selectinload(ProgrammeItem.documents.and_(visible_to(viewer, Document))),
        )
        .execution_options(populate_existing=True)
    )
    if item is None:
        raise NotFound(N_("There is no such record."))
    ties = _ties_of(viewer, visit)
    agreements = _agreements_signed_at(viewer, item)
    return Event(
        item=item,
        visit=visit,
        day_items=[
            other
            for other in visit.items
            if other.id != item.id and not other.is_archived and other.day == item.day and item.day is not None
        ],
        agreements=agreements,
        ties=ties,
        earlier={tie.id: _agreements_before(viewer, tie, item) for tie in ties},
        hidden=hidden_from(viewer, _people_of(visit, item), agreements),
    )


def _people_of(visit: Visit, item: ProgrammeItem) -> Iterator[Person | None]:
    """Who may be named: those who attend, and the members who may be meant by a post."""
    yield from (one.person for one in item.attendees)
    yield from (member.person for delegation in visit.delegations for member in delegation.members)


def _ties_of(viewer: Viewer, visit: Visit) -> Sequence[Partnership]:
    return db.session.scalars(
        select(Partnership)
        .where(Partnership.visits.any(Visit.id == visit.id), visible_to(viewer, Partnership))
        .where(Partnership.archived_at.is_(None))
        .options(joinedload(Partnership.partner), selectinload(Partnership.claims), selectinload(Partnership.labels))
        .order_by(Partnership.id)
    ).all()


def _agreements_signed_at(viewer: Viewer, item: ProgrammeItem) -> Sequence[Agreement]:
    return db.session.scalars(
        select(Agreement)
        .where(Agreement.signed_at_item_id == item.id, Agreement.archived_at.is_(None), visible_to(viewer, Agreement))
        .options(
            selectinload(Agreement.areas),
            selectinload(Agreement.commitments).selectinload(Commitment.areas),
            selectinload(Agreement.links).joinedload(AgreementLink.target),
        )
        .order_by(Agreement.id)
    ).all()


def _agreements_before(viewer: Viewer, tie: Partnership, item: ProgrammeItem) -> Sequence[Agreement]:
    found = db.session.scalars(
        select(Agreement)
        .where(Agreement.partnerships.any(Partnership.id == tie.id), Agreement.archived_at.is_(None))
        .where(visible_to(viewer, Agreement))
        .order_by(Agreement.id)
    ).all()
    before = [
        agreement
        for agreement in found
        if agreement.signed_at_item_id != item.id
        and agreement.signed is not None
        and agreement.signed.latest is not None
        and (item.day is None or agreement.signed.latest <= item.day)
    ]
    return sorted(before, key=lambda agreement: (agreement.signed.latest if agreement.signed else None, agreement.id))
