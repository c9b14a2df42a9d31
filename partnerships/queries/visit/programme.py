"""How programmes are found: the days of a visit, and one item with all that happens there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement
from partnerships.models.city import Place
from partnerships.models.visit import Attendee, CeremonyStep, Delegation, Leg, Member, ProgrammeItem, TeamMember, Visit
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import get_visible


@dataclass(frozen=True)
class Day:
    """One day of a programme (``None`` while it is open): its items by time, those without a time after them."""

    day: date | None
    items: Sequence[ProgrammeItem]


def get_programme(viewer: Viewer, reference: str) -> Visit:
    """A visit with its programme: items with places, stays and attendees."""
    statement = select(Visit).options(
        joinedload(Visit.home),
        joinedload(Visit.department),
        joinedload(Visit.owner),
        joinedload(Visit.returns_visit),
        selectinload(Visit.team),
        selectinload(Visit.legs).joinedload(Leg.city),
        selectinload(Visit.items).options(
            joinedload(ProgrammeItem.place),
            joinedload(ProgrammeItem.leg).joinedload(Leg.city),
            selectinload(ProgrammeItem.attendees).options(joinedload(Attendee.person), joinedload(Attendee.member)),
        ),
    )
    visit = get_visible(viewer, statement, Visit, reference)
    for item in visit.items:
        # The way back is known without asking the database for it.
        set_committed_value(item, "visit", visit)
    return visit


def get_item(viewer: Viewer, reference: str, number: int) -> ProgrammeItem:
    """The item ``number`` of a visit with its visit and all that its page and its forms show.

    Of the agreements signed there only those that ``viewer`` may know of. An archived item is found too: its page
    stays. Raises :class:`NotFound`.
    """
    visits = joinedload(ProgrammeItem.visit)
    item = db.session.scalars(
        select(ProgrammeItem)
        .join(Visit, Visit.id == ProgrammeItem.visit_id)
        .where(Visit.reference == reference, ProgrammeItem.number == number, visible_to(viewer, Visit))
        .options(
            visits.joinedload(Visit.home),
            visits.joinedload(Visit.department),
            visits.joinedload(Visit.owner),
            visits.selectinload(Visit.team).joinedload(TeamMember.user),
            visits.selectinload(Visit.legs).joinedload(Leg.city),
            visits.selectinload(Visit.delegations).options(
                joinedload(Delegation.city),
                joinedload(Delegation.organisation),
                selectinload(Delegation.members).joinedload(Member.person),
            ),
            joinedload(ProgrammeItem.leg).joinedload(Leg.city),
            joinedload(ProgrammeItem.place).joinedload(Place.city),
            joinedload(ProgrammeItem.host),
            joinedload(ProgrammeItem.host_person),
            selectinload(ProgrammeItem.attendees).options(joinedload(Attendee.person), joinedload(Attendee.member)),
            selectinload(ProgrammeItem.steps),
            selectinload(ProgrammeItem.points),
            selectinload(ProgrammeItem.questions),
            selectinload(ProgrammeItem.agreements.and_(visible_to(viewer, Agreement))),
        )
        .execution_options(populate_existing=True)
    ).one_or_none()
    if item is None:
        raise NotFound(N_("There is no such record."))
    return item


def list_items_in_full(visit: Visit, numbers: Sequence[int]) -> Sequence[ProgrammeItem]:
    """The current items of ``visit`` with these numbers, in the order of their hours, with all that a copy needs."""
    return db.session.scalars(
        select(ProgrammeItem)
        .where(
            ProgrammeItem.visit_id == visit.id,
            ProgrammeItem.number.in_(numbers),
            ProgrammeItem.archived_at.is_(None),
        )
        .options(
            joinedload(ProgrammeItem.visit),
            joinedload(ProgrammeItem.leg),
            joinedload(ProgrammeItem.place),
            selectinload(ProgrammeItem.attendees),
            selectinload(ProgrammeItem.steps),
        )
        .order_by(ProgrammeItem.day, ProgrammeItem.starts_at, ProgrammeItem.number)
    ).all()


def days_of(visit: Visit) -> Sequence[Day]:
    """The programme of ``visit`` day by day; items without a day come last. ``items`` must be loaded."""
    items = [item for item in visit.items if not item.is_archived]
    days = sorted({item.day for item in items}, key=lambda day: day or date.max)
    return [Day(day, sorted((item for item in items if item.day == day), key=_by_time)) for day in days]


def _by_time(item: ProgrammeItem) -> tuple[time, int]:
    return item.starts_at or time.max, item.number


def last_item_number(visit: Visit) -> int:
    """The highest number that an item of ``visit`` was ever given; 0 without any."""
    return db.session.scalar(select(func.max(ProgrammeItem.number)).where(ProgrammeItem.visit_id == visit.id)) or 0


def list_places(visit: Visit, item: ProgrammeItem | None = None) -> Sequence[Place]:
    """Places to choose from: of the cities of the stays, else of the home city; ``legs`` must be loaded.

    The place that ``item`` has stays among them, whatever became of it.
    """
    cities: set[int | None] = {leg.city_id for leg in visit.legs if not leg.is_archived}
    cities = cities or {visit.home_id}
    offered = Place.city_id.in_(cities) & Place.archived_at.is_(None)
    kept = item.place_id if item else None
    statement = select(Place).where(or_(offered, Place.id == kept) if kept else offered)
    return db.session.scalars(
        statement.options(joinedload(Place.city)).order_by(Place.city_id, Place.name_ko, Place.name_en, Place.id)
    ).all()


def find_attendee(item: ProgrammeItem, number: int) -> Attendee | None:
    """The attendee of ``item`` with the id ``number``; ``attendees`` must be loaded."""
    return next((attendee for attendee in item.attendees if attendee.id == number), None)


def find_step(item: ProgrammeItem, number: int) -> CeremonyStep | None:
    """The step of ``item`` with the id ``number``; ``steps`` must be loaded."""
    return next((step for step in item.steps if step.id == number), None)
