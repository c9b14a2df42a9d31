"""How the clashes of a programme are found, item by item and pair by pair."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import combinations

from partnerships.models.visit import Attendance, Attendee, ItemKind, Leg, ProgrammeItem, Visit, VisitStatus
from partnerships.queries.visit.clashes.clash import Clash, ClashKind
from partnerships.queries.visit.clashes.interpreting import interpretation_clashes
from partnerships.queries.visit.clashes.travelling import travel_clashes

_AWAY = (Attendance.ABSENT, Attendance.EXCUSED)
# What is over, or will not be, needs no advice any more: only what contradicts itself is told.
_DECIDED = (VisitStatus.COMPLETED, VisitStatus.REPORTED, VisitStatus.CANCELLED)


def clashes_of(visit: Visit, elsewhere: Sequence[ProgrammeItem] = ()) -> Sequence[Clash]:
    """All clashes within the programme of ``visit``, as :func:`get_programme` loads it, what cannot be before the rest.

    ``elsewhere`` are the items of other visits that may want the same rooms or people (:func:`list_elsewhere`). An
    item without an end takes its moment of beginning only.
    """
    items = [item for item in visit.items if not item.is_archived]
    clashes = [Clash(ClashKind.ORDER, item) for item in items if _ends_before_it_begins(item)]
    clashes += [Clash(ClashKind.LEG, item) for item in items if _is_outside_its_stay(visit, item)]
    for first, second in combinations(items, 2):
        clashes += _wanted_twice(first, second)
    if visit.status in _DECIDED:
        return clashes
    for item in items:
        for other in elsewhere:
            clashes += _wanted_twice(item, other)
    return [*clashes, *travel_clashes(visit, items), *interpretation_clashes(visit, items)]


def _wanted_twice(first: ProgrammeItem, second: ProgrammeItem) -> Iterator[Clash]:
    if not _overlap(first, second):
        return
    if first.place_id is not None and first.place_id == second.place_id:
        yield Clash(ClashKind.PLACE, first, second)
    for one in _who_comes(first):
        for other in _who_comes(second):
            if _is_the_same(one, other, first.visit_id == second.visit_id):
                yield Clash(ClashKind.PERSON, first, second, one.person, None if one.person else one.title)
                break


def _ends_before_it_begins(item: ProgrammeItem) -> bool:
    return bool(item.starts_at and item.ends_at and item.ends_at <= item.starts_at)


def _is_outside_its_stay(visit: Visit, item: ProgrammeItem) -> bool:
    """Outside the stay, to the minute where arrival and departure are known; a way there or back may be.

    An item without a stay is held to the days of the visit, and to all stays together.
    """
    leg, day = item.leg, item.day
    if day is None:
        return False
    if leg is None:
        return _is_outside_the_visit(visit, day) or _is_outside_all_stays(visit, item, day)
    if (leg.arrives_on and day < leg.arrives_on) or (leg.departs_on and day > leg.departs_on):
        return True
    if item.kind is ItemKind.TRANSFER or item.zone != leg.zone:
        return False
    return _is_before_arrival(leg, item, day) or _is_after_departure(leg, item, day)


def _is_outside_the_visit(visit: Visit, day: date) -> bool:
    first, last = (visit.starts.earliest if visit.starts else None), (visit.ends.latest if visit.ends else None)
    return bool((first and day < first) or (last and day > last))


def _is_outside_all_stays(visit: Visit, item: ProgrammeItem, day: date) -> bool:
    """Before the arrival at each stay that keeps the item's clock, or after the departure from each.

    By another clock it is at home or on the way, and between two stays it may be on the way too.
    """
    legs = [leg for leg in visit.legs if not leg.is_archived and leg.zone == item.zone]
    if not legs or item.kind is ItemKind.TRANSFER:
        return False
    return all(_is_before_arrival(leg, item, day) for leg in legs) or all(
        _is_after_departure(leg, item, day) for leg in legs
    )


def _is_before_arrival(leg: Leg, item: ProgrammeItem, day: date) -> bool:
    if leg.arrives_on is None or day != leg.arrives_on:
        return leg.arrives_on is not None and day < leg.arrives_on
    return bool(leg.arrives_at and item.starts_at and item.starts_at < leg.arrives_at)


def _is_after_departure(leg: Leg, item: ProgrammeItem, day: date) -> bool:
    if leg.departs_on is None or day != leg.departs_on:
        return leg.departs_on is not None and day > leg.departs_on
    return bool(leg.departs_at and item.starts_at and _end_of(item) > leg.departs_at)


def _end_of(item: ProgrammeItem) -> time:
    return item.ends_at or item.starts_at or time.min


def _overlap(first: ProgrammeItem, second: ProgrammeItem) -> bool:
    one, other = _span(first), _span(second)
    if one is None or other is None:
        return False
    if one[0] == other[0]:
        return True
    return one[0] < other[1] and other[0] < one[1]


def _span(item: ProgrammeItem) -> tuple[datetime, datetime] | None:
    return (item.starts_utc, item.ends_utc or item.starts_utc) if item.starts_utc else None


def _who_comes(item: ProgrammeItem) -> list[Attendee]:
    """Those of whom there is one: a group that is asked for twice may divide."""
    return [
        one for one in item.attendees if not one.is_archived and one.attendance not in _AWAY and one.count in (None, 1)
    ]


def _is_the_same(one: Attendee, other: Attendee, same_visit: bool) -> bool:
    """By person; within one visit those without a name also by their place in a delegation, or by their post."""
    if one.person_id is not None or other.person_id is not None:
        return one.person_id == other.person_id
    if not same_visit or one.side is not other.side:
        return False
    if one.member_id is not None and other.member_id is not None:
        return one.member_id == other.member_id
    return (one.title_ko, one.title_en) == (other.title_ko, other.title_en)
