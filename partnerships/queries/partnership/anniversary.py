"""Anniversaries of a tie: the next round one, as precise as the founding is known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from partnerships.models.types import PartialDate

# The years that are celebrated; from the fiftieth on every tenth.
_EARLY = (5, 10, 20, 25, 30, 40)


@dataclass(frozen=True)
class Anniversary:
    """The ``years``-th anniversary, ``when`` known to the day, the month or the year like the founding itself."""

    years: int
    when: PartialDate


def next_anniversary(founded: PartialDate | None, today: date) -> Anniversary | None:
    """The next anniversary on or after ``today``; ``None`` when not even the year of the founding is known."""
    if founded is None or founded.earliest is None or founded.precision == "other":
        return None
    first, precision = founded.earliest, founded.precision
    celebrated = (Anniversary(years, _years_after(first, precision, years)) for years in chain(_EARLY, count(50, 10)))
    return next(one for one in celebrated if one.when.latest and one.when.latest >= today)


def _years_after(first: date, precision: str, years: int) -> PartialDate:
    year = first.year + years
    if precision == "year":
        return PartialDate.parse(f"{year}")
    if precision == "half":
        return PartialDate.parse(f"{year}-H{1 if first.month == 1 else 2}")
    if precision == "month":
        return PartialDate.parse(f"{year}-{first.month:02d}")
    # Founded on 29 February: in other years the last day of the month stands for it.
    return PartialDate.of(first.replace(year=year, day=min(first.day, monthrange(year, first.month)[1])))
