"""The order of ceremony on the clock: when each step begins, counted from the start of the item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from partnerships.models.visit import CeremonyStep, ProgrammeItem


@dataclass(frozen=True)
class TimedStep:
    """A step with the hour at which it begins; ``None`` once the length of a step before it is not known."""

    step: CeremonyStep
    starts: time | None


@dataclass(frozen=True)
class Order:
    """The steps of an item; ``minutes`` is what they take together, ``over`` by how much that exceeds the item."""

    steps: Sequence[TimedStep]
    minutes: int
    over: int


def order_of(item: ProgrammeItem) -> Order:
    """The order of ceremony of ``item``; ``steps`` must be loaded."""
    steps = sorted((step for step in item.steps if not step.is_archived), key=lambda step: (step.position, step.id))
    passed: int | None = 0
    timed = []
    for step in steps:
        timed.append(TimedStep(step, _after(item.starts_at, passed)))
        passed = None if passed is None or step.minutes is None else passed + step.minutes
    minutes = sum(step.minutes or 0 for step in steps)
    return Order(timed, minutes, _over(item, minutes))


def _after(starts: time | None, minutes: int | None) -> time | None:
    if starts is None or minutes is None:
        return None
    return (datetime.combine(date.min, starts) + timedelta(minutes=minutes)).time()


def _over(item: ProgrammeItem, minutes: int) -> int:
    if item.starts_at is None or item.ends_at is None:
        return 0
    length = datetime.combine(date.min, item.ends_at) - datetime.combine(date.min, item.starts_at)
    return max(minutes - int(length.total_seconds()) // 60, 0)
