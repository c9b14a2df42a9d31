"""A visit while it goes on: which visits are on, the day on the spot, what is now and next, and whom to call."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.extensions import db
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.side import Side
from partnerships.models.types import Bilingual, earliest, latest
from partnerships.models.visit import (
    Attendance,
    Attendee,
    ItemNote,
    Leg,
    MemberRole,
    ProgrammeItem,
    TalkingPoint,
    TeamMember,
    Visit,
    VisitStatus,
)
from partnerships.permissions import Viewer, may, may_see, visible_to
from partnerships.queries.finding import get_visible
from partnerships.queries.visit.participants import people_in_order

# Nobody writes down what happens at a visit that is only asked for, or that does not take place.
NOT_TAKING_PLACE = (VisitStatus.REQUESTED, VisitStatus.POSTPONED, VisitStatus.CANCELLED)
# An item whose end nobody stated is over after this, or when the next one begins.
_USUAL_LENGTH = timedelta(hours=1)
_NEVER = datetime.max.replace(tzinfo=UTC)
_NOT_DIALLED = re.compile(r"[^0-9+*#]")


@dataclass(frozen=True)
class Moment:
    """Where a programme stands: the items that go on now, and those that begin next (several may begin at once)."""

    now: Sequence[ProgrammeItem]
    next: Sequence[ProgrammeItem]


@dataclass(frozen=True)
class Contact:
    """Somebody to call: who, what they look after, and the number as it is written and as it is dialled."""

    name: str | Bilingual
    duty: Bilingual | None
    phone: str

    @property
    def dialled(self) -> str:
        return _NOT_DIALLED.sub("", self.phone)


@dataclass(frozen=True)
class Present:
    """How many entries of an attendance list are noted as there, and how many there are."""

    attended: int
    open: int
    entries: int


def get_during(viewer: Viewer, reference: str) -> Visit:
    """A visit with all that is asked for on the day."""
    visit = get_visible(viewer, select(Visit).options(*_loaded()), Visit, reference)
    _link_back([visit])
    return visit


def list_visits_on(viewer: Viewer, now: datetime, home_zone: str) -> Sequence[Visit]:
    """The visits that are on at ``now`` on the clocks of where they are; those of ``viewer`` first."""
    near = now.date()
    visits = db.session.scalars(
        select(Visit)
        .where(
            visible_to(viewer, Visit),
            Visit.archived_at.is_(None),
            Visit.status.not_in(NOT_TAKING_PLACE),
            # The day differs by where one is: what is on near the day of UTC is looked at more closely.
            _touches(near - timedelta(days=1), near + timedelta(days=1)),
        )
        .options(*_loaded())
        .order_by(Visit.id)
    ).all()
    _link_back(visits)
    on = [visit for visit in visits if is_on(visit, now, home_zone)]
    return sorted(on, key=lambda visit: (not is_own(viewer, visit), visit.id))


def is_own(viewer: Viewer, visit: Visit) -> bool:
    """Whether ``viewer`` is in charge of ``visit`` or in its team; ``team`` must be loaded."""
    team = (one.user_id for one in visit.team if not one.is_archived)
    return viewer.id is not None and (visit.owner_id == viewer.id or viewer.id in team)


def takes_place(visit: Visit) -> bool:
    """Whether what happens at ``visit`` can be noted: it is neither put away nor off nor merely asked for."""
    return not visit.is_archived and visit.status not in NOT_TAKING_PLACE


def is_on(visit: Visit, now: datetime, home_zone: str) -> bool:
    """Whether ``visit`` is on: its days, a stay or an item of it hold the day that it is there.

    A visit of which only the month is known is on where its programme says so.
    """
    starts, ends = visit.starts, visit.ends or visit.starts
    if starts and ends and starts.day and ends.day:
        zones = {home_zone, *(leg.zone for leg in visit.legs if not leg.is_archived)}
        if any(starts.day <= _day_in(zone, now) <= ends.day for zone in zones):
            return True
    if any(_holds(leg, _day_in(leg.zone, now)) for leg in visit.legs if not leg.is_archived):
        return True
    return any(item.day == _day_in(item.zone, now) for item in visit.items if not item.is_archived)


def days_at(visit: Visit) -> Sequence[date]:
    """The days of the programme of ``visit``; ``items`` must be loaded."""
    return sorted({item.day for item in visit.items if item.day and not item.is_archived})


def day_shown(visit: Visit, wanted: date | None, now: datetime, home_zone: str) -> date | None:
    """The day to show: the one asked for, else the present one there, else the nearest; ``None`` without any."""
    days = days_at(visit)
    if wanted in days:
        return wanted
    # Over the date line it is another day at the next stay: the day that something happens on counts.
    here = [item.day for item in visit.items if item.day and not item.is_archived and item.day == local_day(item, now)]
    if here:
        return max(here)
    present = wanted or _day_in(home_zone, now)
    return min(days, key=lambda day: (abs((day - present).days), day), default=None)


def items_on(visit: Visit, day: date | None) -> Sequence[ProgrammeItem]:
    """The items of ``day`` by time, those without a time last; ``items`` must be loaded."""
    items = [item for item in visit.items if item.day == day and not item.is_archived]
    return sorted(items, key=lambda item: (item.starts_utc is None, item.starts_utc or _NEVER, item.number))


def local_day(item: ProgrammeItem, now: datetime) -> date:
    """The day that it is at ``now`` where ``item`` takes place."""
    return _day_in(item.zone, now)


def moment_of(items: Iterable[ProgrammeItem], now: datetime) -> Moment:
    """What of ``items`` goes on at ``now`` and what begins next."""
    timed = sorted(
        (item for item in items if item.starts_utc and not item.is_archived),
        key=lambda item: (item.starts_utc or _NEVER, item.number),
    )
    going = [item for item in timed if _starts(item) <= now < end_of(item, timed)]
    coming = [item for item in timed if _starts(item) > now]
    return Moment(going, [item for item in coming if item.starts_utc == coming[0].starts_utc])


def end_of(item: ProgrammeItem, items: Iterable[ProgrammeItem]) -> datetime:
    """When ``item`` is over: as stated, else after the usual length or as soon as another one begins."""
    if item.ends_utc is not None:
        return item.ends_utc
    later = [other.starts_utc for other in items if other.starts_utc and other.starts_utc > _starts(item)]
    return min([_starts(item) + _USUAL_LENGTH, *later])


def heads_of(item: ProgrammeItem) -> Sequence[Attendee]:
    """Who is met there above all: of each side the head of its delegation, else whoever stands first."""
    heads = []
    there = people_in_order(item.attendees)
    for side in dict.fromkeys(one.side for one in there):
        of_side = [one for one in there if one.side is side]
        heads.append(next((one for one in of_side if _is_head(one)), of_side[0]))
    return heads


def attendees_in_order(item: ProgrammeItem) -> Sequence[Attendee]:
    """All attendees, those of the other side first, in each side by precedence."""
    return sorted(people_in_order(item.attendees), key=lambda one: one.side is Side.HOME)


def present_of(item: ProgrammeItem) -> Present:
    """How far the attendance list of ``item`` has been noted."""
    there = people_in_order(item.attendees)
    still = sum(one.attendance in (Attendance.INVITED, Attendance.CONFIRMED) for one in there)
    return Present(sum(one.attendance is Attendance.ATTENDED for one in there), still, len(there))


def contacts_of(viewer: Viewer, visit: Visit, items: Iterable[ProgrammeItem]) -> Sequence[Contact]:
    """Whom to call on a day: the team, then the hosts of ``items``, then the offices that receive the visit.

    The numbers of the team are for those who run the visit; ``team`` must be loaded.
    """
    team = visit.team if may(viewer, "visit.read_private", visit) else ()
    found = [
        Contact(one.user.name if one.user else one.name or "", one.duty, one.phone)
        for one in sorted(team, key=lambda one: (one.position, one.id))
        if one.phone and not one.is_archived
    ]
    for item in items:
        found += [contact for contact in hosts_of(viewer, item) if contact not in found]
    for leg in visit.legs:
        if not leg.is_archived and leg.counterpart:
            found += [one for one in _of_record(viewer, leg.counterpart) if one not in found]
    return found


def hosts_of(viewer: Viewer, item: ProgrammeItem) -> Sequence[Contact]:
    """The numbers of those who receive the guests at ``item``, as far as ``viewer`` may know them."""
    people = _of_record(viewer, item.host_person) if item.host_person else []
    return [*people, *(_of_record(viewer, item.host) if item.host else [])]


def find_point(item: ProgrammeItem, number: int) -> TalkingPoint | None:
    """The talking point of ``item`` with the id ``number``; ``points`` must be loaded."""
    return next((point for point in item.points if point.id == number), None)


def find_note(item: ProgrammeItem, number: int) -> ItemNote | None:
    """The note of ``item`` with the id ``number``; ``notes`` must be loaded."""
    return next((note for note in item.notes if note.id == number), None)


def find_note_by_key(client_key: str) -> ItemNote | None:
    """The note that a browser sent under ``client_key``, of whatever item."""
    return db.session.scalar(select(ItemNote).where(ItemNote.client_key == client_key))


def _of_record(viewer: Viewer, record: Person | Organisation) -> list[Contact]:
    if not record.phone or record.is_archived or not may_see(viewer, record):
        return []
    if isinstance(record, Person) and not may(viewer, "person.read_private", record):
        return []
    return [Contact(record.name, None, record.phone)]


def _holds(leg: Leg, day: date) -> bool:
    return leg.arrives_on is not None and leg.departs_on is not None and leg.arrives_on <= day <= leg.departs_on


def _is_head(attendee: Attendee) -> bool:
    return attendee.member is not None and attendee.member.role is MemberRole.HEAD


def _starts(item: ProgrammeItem) -> datetime:
    return item.starts_utc or _NEVER


def _day_in(zone: str, now: datetime) -> date:
    return now.astimezone(ZoneInfo(zone)).date()


def _touches(first: date, last: date) -> ColumnElement[bool]:
    """The days of the visit, of a stay or of an item lie between ``first`` and ``last``, or hold them."""
    stays = select(Leg.visit_id).where(Leg.archived_at.is_(None), Leg.arrives_on <= last, Leg.departs_on >= first)
    items = select(ProgrammeItem.visit_id).where(
        ProgrammeItem.archived_at.is_(None), ProgrammeItem.day.between(first, last)
    )
    ends = func.coalesce(latest(Visit.ends), latest(Visit.starts))
    return or_(and_(earliest(Visit.starts) <= last, ends >= first), Visit.id.in_(stays), Visit.id.in_(items))


def _loaded() -> Sequence[Any]:
    items = selectinload(Visit.items)
    return (
        joinedload(Visit.home),
        joinedload(Visit.owner),
        selectinload(Visit.legs).options(joinedload(Leg.city), joinedload(Leg.counterpart)),
        selectinload(Visit.team).joinedload(TeamMember.user),
        items.options(
            joinedload(ProgrammeItem.place),
            joinedload(ProgrammeItem.host),
            joinedload(ProgrammeItem.host_person),
            joinedload(ProgrammeItem.leg).options(joinedload(Leg.city), joinedload(Leg.counterpart)),
            selectinload(ProgrammeItem.attendees).options(joinedload(Attendee.person), joinedload(Attendee.member)),
            selectinload(ProgrammeItem.points),
            selectinload(ProgrammeItem.notes).joinedload(ItemNote.by),
        ),
    )


def _link_back(visits: Iterable[Visit]) -> None:
    for visit in visits:
        for item in visit.items:
            # The way back is known without asking the database for it.
            set_committed_value(item, "visit", visit)
