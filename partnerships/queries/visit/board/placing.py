"""Where an item stands in the column of its day: how far down, how tall, and in which lane beside what overlaps it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from partnerships.models.visit import ProgrammeItem

STEP = 5
# What is shorter is drawn as if it were this long, and what has no end as long as a usual item, or no word would fit.
_LEAST = 20
_OPEN_ENDED = 30
_DAY = 24 * 60


@dataclass(frozen=True)
class Slot:
    """An item with its place: minutes from the top of the column, its height in minutes, its lane (from 1) of all."""

    item: ProgrammeItem
    top: int
    height: int
    lane: int
    lanes: int


def slots_of(items: Iterable[ProgrammeItem], opens: int) -> Sequence[Slot]:
    """The places of ``items``, which have times and share a column that begins at the hour ``opens``."""
    standing = sorted(((*_extent(item), item) for item in items), key=lambda one: (one[0], -one[1], one[2].number))
    slots: list[Slot] = []
    group: list[tuple[int, int, int, ProgrammeItem]] = []
    for starts, ends, item in standing:
        if group and starts >= max(one[1] for one in group):
            slots += _placed(group, opens)
            group = []
        taken = {lane for _starts, until, lane, _item in group if until > starts}
        lane = next(lane for lane in range(1, len(group) + 2) if lane not in taken)
        group.append((starts, ends, lane, item))
    return [*slots, *_placed(group, opens)]


def _placed(group: Sequence[tuple[int, int, int, ProgrammeItem]], opens: int) -> list[Slot]:
    """The slots of items of which each overlaps with another of them."""
    lanes = max((lane for _starts, _ends, lane, _item in group), default=1)
    return [Slot(item, starts - opens * 60, ends - starts, lane, lanes) for starts, ends, lane, item in group]


def _extent(item: ProgrammeItem) -> tuple[int, int]:
    """From which to which minute of the day ``item`` is drawn, in steps."""
    starts = minute_of(item.starts_at or time.min) // STEP * STEP
    ends = minute_of(item.ends_at) if item.ends_at else starts + _OPEN_ENDED
    ends = max(-(-ends // STEP) * STEP, starts + _LEAST)
    return starts, min(ends, _DAY)


def minute_of(at: time) -> int:
    """The minute of the day at which a clock shows ``at``."""
    return at.hour * 60 + at.minute
