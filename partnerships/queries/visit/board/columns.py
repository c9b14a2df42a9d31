"""The columns of a board: the days of each stay in their order, and where the clocks change between two stays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from partnerships.models.types import PartialDate
from partnerships.models.visit import Leg, ProgrammeItem, Visit
from partnerships.queries.visit.board.placing import Slot, minute_of, slots_of

# The hours that a board shows at least; an earlier or a later item widens it.
_OPENS, _CLOSES = 8, 20
# A stay of months is no programme: beyond this, only days on which something happens have a column.
_LONGEST = 31


@dataclass(frozen=True)
class ZoneChange:
    """By how many minutes the clocks differ from those before; over the date line, by which way the date jumps."""

    minutes: int
    date_line: int = 0

    @property
    def hours(self) -> tuple[int, int]:
        """The difference without its sign, in hours and minutes."""
        return divmod(abs(self.minutes), 60)


@dataclass(frozen=True)
class Column:
    """One day of one stay (of none, ``leg`` is ``None``); ``is_outside`` where the stay does not reach."""

    day: date
    leg: Leg | None
    slots: Sequence[Slot]
    untimed: Sequence[ProgrammeItem]
    is_outside: bool = False

    @property
    def key(self) -> str:
        """What tells this column from all others in an address or a form."""
        return f"{self.day}.{self.leg.id}" if self.leg else str(self.day)


@dataclass(frozen=True)
class Band:
    """The columns of one stay; ``change`` is how its clocks differ from those before it."""

    leg: Leg | None
    zone: str | None
    columns: Sequence[Column]
    change: ZoneChange | None = None

    @property
    def utc(self) -> str:
        """How far its clocks are ahead of UTC on its first day: ``UTC+9``, ``UTC-3:30``; empty without a zone."""
        if not self.zone or not self.columns:
            return ""
        minutes = _offset(self.zone, self.columns[0].day)
        hours, rest = divmod(abs(minutes), 60)
        return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02}' if rest else ''}"


@dataclass(frozen=True)
class Board:
    """A whole programme: bands of days, and the items that have no day; ``opens`` and ``closes`` are hours."""

    bands: Sequence[Band]
    undated: Sequence[ProgrammeItem]
    opens: int
    closes: int

    @property
    def columns(self) -> Sequence[Column]:
        """The columns of all bands."""
        return [column for band in self.bands for column in band.columns]

    @property
    def hours(self) -> range:
        """The hours whose lines the board draws."""
        return range(self.opens, self.closes)

    def column_of(self, item: ProgrammeItem) -> Column | None:
        """The column in which ``item`` stands."""
        for column in self.columns:
            if item in column.untimed or any(slot.item is item for slot in column.slots):
                return column
        return None


def board_of(visit: Visit, home_zone: str) -> Board:
    """The board of ``visit`` as :func:`get_programme` loads it; ``home_zone`` is where the journey begins."""
    items = [item for item in visit.items if not item.is_archived]
    legs = sorted((leg for leg in visit.legs if not leg.is_archived), key=lambda leg: (leg.position, leg.id))
    opens, closes = _hours(items)
    own: dict[int | None, list[ProgrammeItem]] = {}
    for item in items:
        if item.day is not None:
            own.setdefault(_stay_of(item, legs), []).append(item)
    bands: list[Band] = []
    zone = home_zone
    for leg in legs:
        there = own.get(leg.id, [])
        days = _days_of_leg(leg)
        columns = [_column(day, leg, there, opens, day not in days) for day in _all_days(days, there)]
        if columns:
            bands.append(Band(leg, leg.zone, columns, _change(zone, leg.zone, columns[0].day)))
            zone = leg.zone
    rest = own.get(None, [])
    days = _span(_day(visit.starts), _day(visit.ends)) if not legs else []
    if columns := [_column(day, None, rest, opens, False) for day in _all_days(days, rest)]:
        bands.append(Band(None, None if legs else home_zone, columns))
    return Board(bands, [item for item in items if item.day is None], opens, closes)


def _stay_of(item: ProgrammeItem, legs: Sequence[Leg]) -> int | None:
    """The stay in whose band ``item`` stands: its own, else the first that reaches over its day."""
    if any(leg.id == item.leg_id for leg in legs):
        return item.leg_id
    return next((leg.id for leg in legs if item.day in _days_of_leg(leg)), None)


def _days_of_leg(leg: Leg) -> Sequence[date]:
    return _span(leg.arrives_on, leg.departs_on)


def _span(first: date | None, last: date | None) -> Sequence[date]:
    first, last = first or last, last or first
    if first is None or last is None or last < first:
        return []
    days = (last - first).days + 1
    return [first + timedelta(days=one) for one in range(days)] if days <= _LONGEST else [first, last]


def _all_days(days: Iterable[date], items: Iterable[ProgrammeItem]) -> Sequence[date]:
    return sorted({*days, *(item.day for item in items if item.day)})


def _column(day: date, leg: Leg | None, items: Iterable[ProgrammeItem], opens: int, outside: bool) -> Column:
    there = [item for item in items if item.day == day]
    timed = slots_of((item for item in there if item.starts_at), opens)
    return Column(day, leg, timed, [item for item in there if not item.starts_at], outside)


def _hours(items: Iterable[ProgrammeItem]) -> tuple[int, int]:
    timed = [item for item in items if item.day and item.starts_at]
    first = min((item.starts_at.hour for item in timed if item.starts_at), default=_OPENS)
    last = max((minute_of(item.ends_at or item.starts_at) for item in timed if item.starts_at), default=0)
    return min(first, _OPENS), min(max(-(-(last + 30) // 60), _CLOSES), 24)


def _change(before: str, after: str, day: date) -> ZoneChange | None:
    minutes = _offset(after, day) - _offset(before, day)
    if not minutes:
        return None
    # More than half a day of difference is shorter by the other way round the globe, over the date line.
    half = 12 * 60
    return ZoneChange(minutes, -1 if minutes < -half else 1 if minutes > half else 0)


def _offset(zone: str, day: date) -> int:
    offset = datetime.combine(day, time(12), ZoneInfo(zone)).utcoffset()
    return round(offset.total_seconds() / 60) if offset else 0


def _day(value: PartialDate | None) -> date | None:
    return value.day if value else None
