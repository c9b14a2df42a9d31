"""The calendar (일정): visits, programmes, what falls due and what comes round, each source in a file of its own.

A new source is a function of :class:`Asked` in a file of this folder and a line of ``_SOURCES``.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from partnerships.queries.calendar.agreements import anniversary_entries, expiry_entries
from partnerships.queries.calendar.duties import commitment_entries, report_entries, task_entries
from partnerships.queries.calendar.entry import Asked, CalendarEntry, CalendarKind, Certainty
from partnerships.queries.calendar.feeds import find_feed, get_own_feed, list_own_feeds
from partnerships.queries.calendar.visits import item_entries, visit_entries

__all__ = [
    "Asked",
    "CalendarEntry",
    "CalendarKind",
    "Certainty",
    "find_feed",
    "get_own_feed",
    "list_own_feeds",
    "read_calendar",
]

_SOURCES: Mapping[CalendarKind, Callable[[Asked], Iterable[CalendarEntry]]] = MappingProxyType(
    {
        CalendarKind.VISIT: visit_entries,
        CalendarKind.ITEM: item_entries,
        CalendarKind.TASK: task_entries,
        CalendarKind.REPORT: report_entries,
        CalendarKind.EXPIRY: expiry_entries,
        CalendarKind.COMMITMENT: commitment_entries,
        CalendarKind.ANNIVERSARY: anniversary_entries,
    }
)


def read_calendar(asked: Asked, kinds: Collection[CalendarKind] = tuple(CalendarKind)) -> Sequence[CalendarEntry]:
    """The entries of ``kinds`` that touch the days asked for: by day, the long ones first, then by the hour."""
    entries = [entry for kind in CalendarKind if kind in kinds for entry in _SOURCES[kind](asked)]
    order = {kind: place for place, kind in enumerate(CalendarKind)}
    return sorted(
        entries,
        key=lambda entry: (
            entry.first,
            not entry.is_long,
            entry.starts is not None,
            entry.starts.timestamp() if entry.starts else 0,
            order[entry.kind],
            entry.uid,
        ),
    )
