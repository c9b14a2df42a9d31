"""The journey and the programme of a visit book: its stays, and its days with their items."""

from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """One stay in a city, on that city's clock.

    ``zone_words`` (``샌프란시스코 현지시각``) and ``offset`` (hours that its clock is ahead of the home side's, as a
    text such as ``-17``) are filled only where the two clocks differ.
    """

    city: str
    arrives_on: date | None = None
    arrives_at: time | None = None
    arrives_by: str = ""
    departs_on: date | None = None
    departs_at: time | None = None
    departs_by: str = ""
    hotel: str = ""
    counterpart: str = ""
    zone_words: str = ""
    offset: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """One item on its day. ``home_starts`` and ``home_ends`` are the home side's clock where it differs.

    ``note`` says what matters there (``500명, 동시통역``), ``meeting`` is the number of its own sheet in the book.
    """

    title: str
    kind: str = ""
    starts: time | None = None
    ends: time | None = None
    home_starts: datetime | None = None
    home_ends: datetime | None = None
    place: str = ""
    note: str = ""
    meeting: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDay:
    """One day (``None`` while it is open) with its items by time; ``city`` is told where the visit goes to several."""

    day: date | None
    city: str = ""
    zone_words: str = ""
    entries: tuple[DayEntry, ...] = ()

    @property
    def has_home_time(self) -> bool:
        """Whether the two clocks differ on this day."""
        return any(entry.home_starts for entry in self.entries)
