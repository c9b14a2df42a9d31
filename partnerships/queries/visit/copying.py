"""A visit with everything that a copy of it can take over, and the days between which all of it lies."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.models.person import Person
from partnerships.models.visit import Attendee, Delegation, Leg, Member, ProgrammeItem, Visit
from partnerships.permissions import Viewer
from partnerships.queries.finding import get_visible


@dataclass(frozen=True)
class Span:
    """The first and the last day of a visit, as far as they are known to the day."""

    first: date | None
    last: date | None


def get_visit_to_copy(viewer: Viewer, reference: str) -> Visit:
    """A visit with its stays, delegations, team, tasks and its programme down to each question."""
    people = joinedload(Member.person).selectinload(Person.posts)
    attending = joinedload(Attendee.person).selectinload(Person.posts)
    statement = select(Visit).options(
        joinedload(Visit.home),
        selectinload(Visit.partnerships),
        selectinload(Visit.legs).joinedload(Leg.city),
        selectinload(Visit.team),
        selectinload(Visit.tasks),
        selectinload(Visit.outcomes),
        selectinload(Visit.delegations).selectinload(Delegation.members).options(people),
        selectinload(Visit.items).options(
            selectinload(ProgrammeItem.attendees).options(attending),
            selectinload(ProgrammeItem.steps),
            selectinload(ProgrammeItem.points),
            selectinload(ProgrammeItem.questions),
        ),
    )
    return get_visible(viewer, statement, Visit, reference)


def span_of(visit: Visit) -> Span:
    """When ``visit`` begins and ends: by its own days, else by its stays and its programme; both must be loaded."""
    legs = [leg for leg in visit.legs if not leg.is_archived]
    days = [item.day for item in visit.items if not item.is_archived and item.day]
    begun = [*days, *(leg.arrives_on for leg in legs if leg.arrives_on)]
    ended = [*days, *(leg.departs_on for leg in legs if leg.departs_on)]
    starts, ends = visit.starts, visit.ends
    return Span(
        (starts.day if starts else None) or min(begun, default=None),
        (ends.day if ends else None) or max(ended, default=None),
    )
