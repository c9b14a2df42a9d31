"""The journey of a visit, stay by stay, and between two of them the hours under way and the change of clocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from partnerships.adapters.clock import to_utc
from partnerships.models.visit import Leg, Visit


@dataclass(frozen=True)
class Way:
    """The way from one stay to the next, as far as the clocks tell.

    ``minutes`` under way are known where both times are; ``shift`` is by how many minutes the clocks there are ahead
    of those left behind; ``days`` says how many days the calendar goes on at the arrival, -1 over the date line
    eastwards. It is ``impossible`` to arrive before having left.
    """

    minutes: int | None
    shift: int
    days: int | None

    @property
    def is_impossible(self) -> bool:
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
    """One leg, how many nights it lasts, and the way that led to it."""

    leg: Leg
    nights: int | None
    way: Way | None


def itinerary_of(visit: Visit) -> Sequence[Stay]:
    """The stays of ``visit`` in their order; ``legs`` must be loaded."""
    legs = sorted((leg for leg in visit.legs if not leg.is_archived), key=lambda leg: (leg.position, leg.id))
    before: list[Leg | None] = [None, *legs[:-1]]
    return [Stay(leg, _nights(leg), _way(last, leg) if last else None) for last, leg in zip(before, legs, strict=False)]


def _nights(leg: Leg) -> int | None:
    return (leg.departs_on - leg.arrives_on).days if leg.arrives_on and leg.departs_on else None


def _way(before: Leg, leg: Leg) -> Way | None:
    day = before.departs_on or leg.arrives_on
    if day is None:
        return None
    left, reached = (
        _instant(before, before.departs_on, before.departs_at),
        _instant(leg, leg.arrives_on, leg.arrives_at),
    )
    minutes = int((reached - left).total_seconds()) // 60 if left and reached else None
    days = (leg.arrives_on - before.departs_on).days if leg.arrives_on and before.departs_on else None
    noon = to_utc(datetime.combine(day, time(12)), before.zone)
    return Way(minutes, _minutes_between(noon, before.zone, leg.zone), days)


def _instant(leg: Leg, day: date | None, at: time | None) -> datetime | None:
    return to_utc(datetime.combine(day, at), leg.zone) if day and at else None


def _minutes_between(instant: datetime, zone: str, other: str) -> int:
    """By how many minutes the clocks of ``other`` are ahead of those of ``zone`` at that time."""
    offsets = [instant.astimezone(ZoneInfo(one)).utcoffset() or timedelta() for one in (zone, other)]
    return int((offsets[1] - offsets[0]).total_seconds()) // 60
