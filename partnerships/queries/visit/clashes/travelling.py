"""Whether there is time for the way from one programme item to the next."""

import re
from collections.abc import Iterator, Sequence
from math import asin, ceil, cos, radians, sin, sqrt

from partnerships.models.city import Place
from partnerships.models.visit import Attendance, ItemKind, ProgrammeItem, Visit
from partnerships.queries.visit.clashes.clash import Clash, ClashKind

# Between two places of which no position is known; a car, the lift and the greeting at the door take that in any city.
USUAL_MINUTES = 15
# Streets are longer than the line between two points, and a delegation's cars are no faster than the city's traffic.
_DETOUR = 1.3
_KM_AN_HOUR = 25
_BOARDING_MINUTES = 10
_EARTH_KM = 6371
_ON_FOOT_KM = 0.1
_AWAY = (Attendance.ABSENT, Attendance.EXCUSED)
_FLOOR = re.compile(r"(지하\s*)?\d+\s*층|\b(b?\d+(st|nd|rd|th)?\s+floor|floor\s+b?\d+)\b", re.IGNORECASE)


def travel_clashes(visit: Visit, items: Sequence[ProgrammeItem]) -> Iterator[Clash]:
    """The pairs of ``items`` that follow each other too closely for the way between their places."""
    timed = sorted((item for item in items if item.starts_utc), key=lambda item: (item.starts_utc, item.number))
    for place, item in enumerate(timed):
        before = _item_before(timed[:place], item)
        if before is None:
            continue
        needed = minutes_between(before, item)
        if needed is None or before.ends_utc is None or item.starts_utc is None:
            continue
        there_is = round((item.starts_utc - before.ends_utc).total_seconds() / 60)
        if 0 <= there_is < needed:
            yield Clash(ClashKind.TRAVEL, before, item, needed=needed, there_is=there_is)


def minutes_between(before: ProgrammeItem, item: ProgrammeItem) -> int | None:
    """How long the way from ``before`` to ``item`` takes; ``None`` where it cannot be said.

    What an officer entered goes first. A transfer is the way itself, and between cities there are flights.
    """
    if item.travel_minutes is not None:
        return item.travel_minutes
    if ItemKind.TRANSFER in (before.kind, item.kind) or before.leg_id != item.leg_id:
        return None
    one, other = before.place, item.place
    if one is None or other is None:
        return _between_words(before, item)
    if one.id == other.id or _in_one_building(one, other):
        return 0
    distance = _km_between(one, other)
    if distance is None:
        return USUAL_MINUTES
    if distance < _ON_FOOT_KM:
        return 0
    minutes = distance * _DETOUR / _KM_AN_HOUR * 60 + _BOARDING_MINUTES
    return ceil(minutes / 5) * 5


def _item_before(earlier: Sequence[ProgrammeItem], item: ProgrammeItem) -> ProgrammeItem | None:
    """The last of ``earlier`` after which somebody goes on to ``item``; as long as nobody is listed, all go."""
    there = _ids_at(item)
    for before in reversed(earlier):
        if not there or not _ids_at(before) or there & _ids_at(before):
            return before
    return None


def _ids_at(item: ProgrammeItem) -> set[int]:
    return {
        one.person_id
        for one in item.attendees
        if one.person_id is not None and not one.is_archived and one.attendance not in _AWAY
    }


def _between_words(before: ProgrammeItem, item: ProgrammeItem) -> int | None:
    """Places that are only written: the same words are the same place, others somewhere else."""
    one, other = _words_of(before), _words_of(item)
    if not one or not other:
        return None
    return 0 if one == other else USUAL_MINUTES


def _words_of(item: ProgrammeItem) -> str:
    name = item.place.name if item.place else item.place_text
    return (name.ko or name.en or "").strip().casefold() if name else ""


def _in_one_building(one: Place, other: Place) -> bool:
    return bool(_building(one)) and _building(one) == _building(other)


def _building(place: Place) -> str:
    """Where a place is, without its floor: ``신청사 8층`` and ``신청사 3층`` are one building."""
    detail = (place.detail.ko or place.detail.en or "") if place.detail else ""
    return " ".join(_FLOOR.sub(" ", detail).replace(",", " ").split()).casefold()


def _km_between(one: Place, other: Place) -> float | None:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = radians(one.latitude), radians(other.latitude)
    across, along = radians(other.latitude - one.latitude), radians(other.longitude - one.longitude)
    half = sin(across / 2) ** 2 + cos(north) * cos(south) * sin(along / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))
