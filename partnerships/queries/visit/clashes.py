"""What cannot be in a programme: a place or a person twice at once, an item outside its stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations

from partnerships.models.person import Person
from partnerships.models.visit import Attendance, ProgrammeItem, Visit

_AWAY = (Attendance.ABSENT, Attendance.EXCUSED)


class ClashKind(StrEnum):
    """What clashes."""

    PLACE = "place"
    PERSON = "person"
    LEG = "leg"


@dataclass(frozen=True)
class Clash:
    """Two items that want the same place or person at once, or one item outside its stay (``second`` is ``None``)."""

    kind: ClashKind
    first: ProgrammeItem
    second: ProgrammeItem | None = None
    person: Person | None = None


def clashes_of(visit: Visit) -> Sequence[Clash]:
    """All clashes within the programme of ``visit``, as :func:`get_programme` loads it.

    An item without an end takes its moment of beginning only.
    """
    items = [item for item in visit.items if not item.is_archived]
    clashes = [Clash(ClashKind.LEG, item) for item in items if _is_outside_its_leg(item)]
    for first, second in combinations(items, 2):
        if not _overlap(first, second):
            continue
        if first.place_id is not None and first.place_id == second.place_id:
            clashes.append(Clash(ClashKind.PLACE, first, second))
        there = _people_at(second)
        clashes += [Clash(ClashKind.PERSON, first, second, there[id_]) for id_ in _people_at(first) if id_ in there]
    return clashes


def _is_outside_its_leg(item: ProgrammeItem) -> bool:
    leg, day = item.leg, item.day
    if leg is None or day is None:
        return False
    return bool((leg.arrives_on and day < leg.arrives_on) or (leg.departs_on and day > leg.departs_on))


def _overlap(first: ProgrammeItem, second: ProgrammeItem) -> bool:
    one, other = _span(first), _span(second)
    if one is None or other is None:
        return False
    if one[0] == other[0]:
        return True
    return one[0] < other[1] and other[0] < one[1]


def _span(item: ProgrammeItem) -> tuple[datetime, datetime] | None:
    return (item.starts_utc, item.ends_utc or item.starts_utc) if item.starts_utc else None


def _people_at(item: ProgrammeItem) -> dict[int, Person]:
    return {
        attendee.person.id: attendee.person
        for attendee in item.attendees
        if attendee.person is not None and not attendee.is_archived and attendee.attendance not in _AWAY
    }
