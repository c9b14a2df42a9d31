"""The journey of a visit, stay by stay, and between two of them the hours under way and the change of clocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from partnerships.adapters.clock import to_utc
from partnerships.models.visit import Leg, Visit

_HALF_A_DAY = 12 * 60


@dataclass(frozen=True)
class Way:
    """The way from one stay to the next, as far as the clocks tell.

    ``minutes`` under way are known where both times are; ``shift`` is by how many minutes the clocks there are ahead
    of those left behind. ``goes_back`` tells that the clocks there, or as far as known the calendar, show less at the
    arrival than they showed at the departure: so it is eastwards over the date line.
    """

    minutes: int | None
    shift: int
    goes_back: bool

    @property
    def is_impossible(self) -> bool:
        """Whether the arrival lies before the departure, whatever the clocks show."""
        return self.minutes is not None and self.minutes < 0

    @property
    def hours(self) -> tuple[int, int] | None:
        """Hours and minutes under way."""
        return divmod(self.minutes, 60) if self.minutes is not None and self.minutes >= 0 else None

    @property
    def shift_told(self) -> str:
        """The change of the clocks as it is written: ``+9``, ``−17``, ``+5:30``."""
        hours, minutes = divmod(abs(self.shift), 60)
        sign = "+" if self.shift > 0 else "\N{MINUS SIGN}"
        return f"{sign}{hours}:{minutes:02}" if minutes else f"{sign}{hours}"


@dataclass(frozen=True)
class Stay:
    """One leg, how many nights it lasts, and the way that led to it.

    ``is_outside`` tells that some of its days are none of the visit's, ``is_doubled`` that the delegation stays in
    the same city at the same time by an earlier leg. Both may be meant, and mostly are not.
    """

    leg: Leg
    nights: int | None
    way: Way | None
    is_outside: bool = False
    is_doubled: bool = False


def itinerary_of(visit: Visit) -> Sequence[Stay]:
    """The stays of ``visit`` in their order; ``legs`` must be loaded."""
    legs = sorted((leg for leg in visit.legs if not leg.is_archived), key=lambda leg: (leg.position, leg.id))
    before: list[Leg | None] = [None, *legs[:-1]]
    return [
        Stay(
            leg,
            _nights(leg),
            _way(last, leg) if last else None,
            is_outside=_is_outside(visit, leg),
            is_doubled=any(_overlap(leg, other) for other in legs[:place]),
        )
        for place, (last, leg) in enumerate(zip(before, legs, strict=False))
    ]


def _is_outside(visit: Visit, leg: Leg) -> bool:
    first, last = (visit.starts.earliest if visit.starts else None), (visit.ends.latest if visit.ends else None)
    days = [day for day in (leg.arrives_on, leg.departs_on) if day]
    return any((first and day < first) or (last and day > last) for day in days)


def _overlap(leg: Leg, other: Leg) -> bool:
    """Whether two stays are in one city at one time; the day of leaving may be the day of coming back."""
    if leg.city_id != other.city_id:
        return False
    if not (leg.arrives_on and leg.departs_on and other.arrives_on and other.departs_on):
        return False
    if (leg.arrives_on, leg.departs_on) == (other.arrives_on, other.departs_on):
        return True
    return leg.arrives_on < other.departs_on and other.arrives_on < leg.departs_on


def _nights(leg: Leg) -> int | None:
    return (leg.departs_on - leg.arrives_on).days if leg.arrives_on and leg.departs_on else None


def _way(before: Leg, leg: Leg) -> Way | None:
    day = before.departs_on or leg.arrives_on
    if day is None:
        return None
    left = _instant(before, before.departs_on, before.departs_at)
    reached = _instant(leg, leg.arrives_on, leg.arrives_at)
    minutes = int((reached - left).total_seconds()) // 60 if left and reached else None
    noon = to_utc(datetime.combine(day, time(12)), before.zone)
    shift = _minutes_between(noon, before.zone, leg.zone)
    # A short hop over the border of a zone goes back by an hour, too.
    return Way(minutes, shift, shift <= -_HALF_A_DAY and _goes_back(before, leg))


def _goes_back(before: Leg, leg: Leg) -> bool:
    if not before.departs_on or not leg.arrives_on:
        return False
    if before.departs_at is None or leg.arrives_at is None:
        return leg.arrives_on < before.departs_on
    return (leg.arrives_on, leg.arrives_at) < (before.departs_on, before.departs_at)


def _instant(leg: Leg, day: date | None, at: time | None) -> datetime | None:
    return to_utc(datetime.combine(day, at), leg.zone) if day and at else None


def _minutes_between(instant: datetime, zone: str, other: str) -> int:
    """By how many minutes the clocks of ``other`` are ahead of those of ``zone`` at that time."""
    offsets = [instant.astimezone(ZoneInfo(one)).utcoffset() or timedelta() for one in (zone, other)]
    return int((offsets[1] - offsets[0]).total_seconds()) // 60
