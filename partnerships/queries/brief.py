"""What briefs are made of, and the briefs that were issued."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import aliased, joinedload, selectinload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.agreement import Agreement, AgreementLink, Commitment
from partnerships.models.brief import Brief, BriefKind, Edition
from partnerships.models.city import Place
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person, Post
from partnerships.models.visit import Attendee, Delegation, Leg, ProgrammeItem, Visit
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, get_visible
from partnerships.queries.pages import Page, read_page


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


def get_event(viewer: Viewer, visit_reference: str, number: int) -> Event:
    """The programme item ``number`` of a visit, with everything around it; raises :class:`NotFound`."""
    visit = get_visible(
        viewer,
        select(Visit).options(
            joinedload(Visit.home),
            joinedload(Visit.department),
            joinedload(Visit.owner),
            selectinload(Visit.legs).joinedload(Leg.city),
            selectinload(Visit.delegations).options(
                joinedload(Delegation.city), joinedload(Delegation.organisation), selectinload(Delegation.members)
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
            selectinload(ProgrammeItem.documents),
        )
        .execution_options(populate_existing=True)
    )
    if item is None:
        raise NotFound(N_("There is no such record."))
    ties = _ties_of(viewer, visit)
    return Event(
        item=item,
        visit=visit,
        day_items=[
            other
            for other in visit.items
            if other.id != item.id and not other.is_archived and other.day == item.day and item.day is not None
        ],
        agreements=_agreements_signed_at(viewer, item),
        ties=ties,
        earlier={tie.id: _agreements_before(viewer, tie, item) for tie in ties},
    )


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


def list_briefs(viewer: Viewer, text: str | None = None, page: int = 1) -> Page:
    """Issued briefs, the latest first.

    Rows: reference, title, kind, edition, language, disclosure, issued_at, issued_by, visit_reference, item_number,
    is_superseded.
    """
    newer = aliased(Brief)
    statement = (
        select(
            Brief.reference,
            Brief.title,
            Brief.kind,
            Brief.edition,
            Brief.language,
            Brief.disclosure,
            Brief.issued_at,
            User.name.label("issued_by"),
            Visit.reference.label("visit_reference"),
            ProgrammeItem.number.label("item_number"),
            newer.id.is_not(None).label("is_superseded"),
        )
        .join(User, User.id == Brief.issued_by_id)
        .outerjoin(Visit, Visit.id == Brief.visit_id)
        .outerjoin(ProgrammeItem, ProgrammeItem.id == Brief.programme_item_id)
        .outerjoin(newer, newer.supersedes_id == Brief.id)
        .where(visible_to(viewer, Brief))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    )
    if text:
        statement = statement.where(contains(text, Brief.title, Brief.reference, Visit.reference))
    return read_page(statement, page)


def briefs_of_item(viewer: Viewer, item: ProgrammeItem) -> Sequence[Brief]:
    """The briefs issued of one programme item, the latest first."""
    return db.session.scalars(
        select(Brief)
        .where(Brief.programme_item_id == item.id, visible_to(viewer, Brief))
        .options(joinedload(Brief.issued_by))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    ).all()


def briefs_of_visit(viewer: Viewer, visit: Visit) -> Sequence[Brief]:
    """The briefs issued of a visit and its items, the latest first."""
    return db.session.scalars(
        select(Brief)
        .where(Brief.visit_id == visit.id, visible_to(viewer, Brief))
        .options(joinedload(Brief.issued_by), joinedload(Brief.programme_item))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    ).all()


def get_brief(viewer: Viewer, reference: str) -> Brief:
    """An issued brief with what its page shows."""
    statement = select(Brief).options(
        joinedload(Brief.issued_by),
        joinedload(Brief.visit),
        joinedload(Brief.programme_item),
        joinedload(Brief.supersedes),
    )
    return get_visible(viewer, statement, Brief, reference)


def find_newer(viewer: Viewer, brief: Brief) -> Brief | None:
    """The brief that supersedes ``brief``, if there is one."""
    return db.session.scalar(select(Brief).where(Brief.supersedes_id == brief.id, visible_to(viewer, Brief)))


def find_latest(item: ProgrammeItem, kind: BriefKind, edition: Edition, language: str) -> Brief | None:
    """The brief of this kind, edition and language that nothing has superseded yet."""
    newer = aliased(Brief)
    return db.session.scalar(
        select(Brief)
        .outerjoin(newer, newer.supersedes_id == Brief.id)
        .where(
            and_(
                Brief.programme_item_id == item.id,
                Brief.kind == kind,
                Brief.edition == edition,
                Brief.language == language,
                newer.id.is_(None),
            )
        )
    )
