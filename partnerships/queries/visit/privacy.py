"""Personal data of those who take part in visits: who may read it, and when its time is over."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.extensions import db
from partnerships.models.person import Person
from partnerships.models.visit import Attendee, Delegation, Member, ProgrammeItem, TeamMember, Visit, VisitStatus
from partnerships.models.visit.delegation import PRIVATE_FIELDS
from partnerships.permissions import Viewer, may, visible_to
from partnerships.queries.visit.participants import takes_part

# A visit that may still come about on another day keeps what it has been told.
_OPEN_ENDED = (VisitStatus.POSTPONED,)


def may_read_needs(viewer: Viewer, person: Person) -> bool:
    """Whether ``viewer`` may know what ``person`` needs: a coordinator, or who runs a visit that is not over yet."""
    if may(viewer, "person.read_needs", person):
        return True
    if viewer.id is None or not may(viewer, "person.read", person):
        return False
    team = select(TeamMember.visit_id).where(TeamMember.user_id == viewer.id, TeamMember.archived_at.is_(None))
    run = select(Visit.id).where(
        Visit.archived_at.is_(None),
        Visit.home_id.in_(viewer.home_ids),
        Visit.status.not_in((VisitStatus.REPORTED, VisitStatus.CANCELLED)),
        Visit.personal_data_erased_at.is_(None),
        or_(Visit.owner_id == viewer.id, Visit.id.in_(team)),
        takes_part(person.id),
    )
    return db.session.scalar(run.limit(1)) is not None


def is_of_another_side(viewer: Viewer, reference: str) -> bool:
    """Whether ``viewer`` sees the visit without being of its home side."""
    others = visible_to(viewer, Visit), Visit.home_id.is_not(None), Visit.home_id.not_in(viewer.home_ids)
    return db.session.scalar(select(Visit.id).where(Visit.reference == reference, *others)) is not None


def last_day_of(visit: Visit) -> date | None:
    """The last day on which ``visit`` can end, by its dates or by its stays; ``legs`` must be loaded."""
    ends = visit.ends or visit.starts
    days = [ends.latest if ends else None, *(leg.departs_on for leg in visit.legs if not leg.is_archived)]
    return max((day for day in days if day), default=None)


def erasure_due(visit: Visit, days: int) -> date | None:
    """The day on which the personal data of those who took part is erased: ``days`` after the last day of ``visit``.

    ``None`` while nobody knows when it ends, and for a visit that was put off.
    """
    last = last_day_of(visit)
    if last is None or visit.status in _OPEN_ENDED:
        return None
    return last + timedelta(days=days)


def holds_personal_data(visit: Visit) -> bool:
    """Whether anything is recorded that is to be erased; delegations, members and persons must be loaded."""
    return any(
        getattr(member, field) is not None
        for delegation in visit.delegations
        for member in delegation.members
        for field in PRIVATE_FIELDS
    )


def list_visits_to_erase(today: date, days: int) -> Sequence[Visit]:
    """The visits, those put away too, whose personal data is due to be erased by ``today``."""
    held: list[ColumnElement[bool]] = [getattr(Member, field).is_not(None) for field in PRIVATE_FIELDS]
    holding = select(Delegation.visit_id).join(Member, Member.delegation_id == Delegation.id).where(or_(*held))
    visits = db.session.scalars(
        select(Visit)
        .where(Visit.id.in_(holding))
        .options(
            joinedload(Visit.home),
            selectinload(Visit.legs),
            selectinload(Visit.delegations).selectinload(Delegation.members).joinedload(Member.person),
        )
        .order_by(Visit.id)
    ).all()
    due = ((visit, erasure_due(visit, days)) for visit in visits)
    return [visit for visit, day in due if day is not None and day <= today]


def list_needs_to_erase(visit: Visit) -> Sequence[Person]:
    """The people of ``visit`` whose own needs are to be erased with it: those who take part in no other visit.

    A visit whose personal data was erased before, or that came to nothing, is no reason to keep them.
    """
    of_members = select(Member.person_id).join(Delegation).where(Delegation.visit_id == visit.id)
    of_attendees = select(Attendee.person_id).join(ProgrammeItem).where(ProgrammeItem.visit_id == visit.id)
    other = (
        select(Visit.id)
        .where(
            Visit.id != visit.id,
            Visit.archived_at.is_(None),
            Visit.personal_data_erased_at.is_(None),
            Visit.status != VisitStatus.CANCELLED,
            takes_part(Person.id),
        )
        .correlate(Person)
    )
    return db.session.scalars(
        select(Person)
        .where(
            or_(Person.id.in_(of_members), Person.id.in_(of_attendees)),
            Person.needs.is_not(None),
            ~other.exists(),
        )
        .order_by(Person.id)
    ).all()
