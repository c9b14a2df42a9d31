"""The instants of a programme item, derived from the wall clock of its place."""

from datetime import datetime, time

from partnerships.adapters.clock import to_utc
from partnerships.models.visit import ProgrammeItem


def derive_instants(item: ProgrammeItem) -> None:
    """Set ``starts_utc`` and ``ends_utc`` of ``item`` from its day, its times and its zone."""
    starts, ends = _instant(item, item.starts_at), _instant(item, item.ends_at)
    if item.starts_utc != starts:
        item.starts_utc = starts
    if item.ends_utc != ends:
        item.ends_utc = ends


def _instant(item: ProgrammeItem, at: time | None) -> datetime | None:
    return to_utc(datetime.combine(item.day, at), item.zone) if item.day and at else None
