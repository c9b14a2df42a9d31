"""Anniversaries of ties: the round ones ahead, as precise as the founding is known, with a year to plan each."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count, dropwhile
from typing import Any

from sqlalchemy import ColumnElement, and_, extract, select
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.partnership import FoundingClaim, Partnership, Tier, TieStatus
from partnerships.models.types import Bilingual, PartialDate, earliest
from partnerships.permissions import Viewer, visible_to

# The years that are celebrated; from the fiftieth on every tenth.
_EARLY = (5, 10, 20, 25, 30, 40)
# An anniversary needs this long to prepare.
LEAD_YEARS = 1
# No tie of cities is older; the oldest that is claimed, of Paderborn and Le Mans, is of 836.
_OLDEST = 1200
# Ties whose names are read by one statement.
_AT_ONCE = 1_000


@dataclass(frozen=True)
class Anniversary:
    """The ``years``-th anniversary, ``when`` known to the day, the month or the year like the founding itself."""

    years: int
    when: PartialDate

    @property
    def planning_begins(self) -> date | None:
        """The day from which it is to be planned."""
        first = self.when.earliest
        return _years_later(first, -LEAD_YEARS) if first else None

    def begins_by(self, day: date) -> bool:
        """Whether it can be on ``day`` or before."""
        return self.when.earliest is not None and self.when.earliest <= day

    def is_on_or_after(self, day: date) -> bool:
        """Whether it can be on ``day`` or after."""
        return self.when.latest is not None and self.when.latest >= day

    def is_to_be_planned(self, today: date) -> bool:
        """Whether its planning has begun by ``today``."""
        begins = self.planning_begins
        return begins is not None and begins <= today


@dataclass(frozen=True)
class AnniversaryOfTie:
    """An anniversary with the tie that it is one of, and the founding date that its preferred claim states."""

    anniversary: Anniversary
    reference: str
    home: Bilingual
    partner: Bilingual
    tier: Tier
    founded: PartialDate


def next_anniversary(founded: PartialDate | None, today: date) -> Anniversary | None:
    """The next anniversary on or after ``today``; ``None`` when not even the year of the founding is known."""
    return next(_anniversaries_from(founded, today), None)


def list_anniversaries(
    viewer: Viewer, today: date, years_ahead: int = LEAD_YEARS, most: int | None = None
) -> Sequence[AnniversaryOfTie]:
    """The anniversaries of all visible ties from ``today`` to as many years ahead, the nearest first.

    Only of ties that the home side has made and not ended, and by the preferred claim; ``most`` cuts them off.
    """
    ahead = _ahead(viewer, today, years_ahead)[:most]
    ties = _read_ties([tie_id for _anniversary, tie_id, _founded in ahead])
    return [
        AnniversaryOfTie(
            one, ties[tie_id].reference, ties[tie_id].home, ties[tie_id].partner, ties[tie_id].tier, founded
        )
        for one, tie_id, founded in ahead
    ]


def count_anniversaries(viewer: Viewer, today: date) -> int:
    """How many :func:`list_anniversaries` tells."""
    return len(_ahead(viewer, today, LEAD_YEARS))


def _ahead(viewer: Viewer, today: date, years_ahead: int) -> list[tuple[Anniversary, int, PartialDate]]:
    """(anniversary, id of its tie, founding), the nearest first: of a long list only what decides on that is read."""
    claim = FoundingClaim.__table__.c
    rows = db.session.execute(
        select(
            Partnership.id,
            claim.founded_words,
            claim.founded_earliest,
            claim.founded_latest,
            claim.founded_inferred,
        )
        .join(
            FoundingClaim,
            and_(
                FoundingClaim.partnership_id == Partnership.id,
                FoundingClaim.is_preferred,
                FoundingClaim.archived_at.is_(None),
            ),
        )
        .where(visible_to(viewer, Partnership), Partnership.archived_at.is_(None))
        .where(Partnership.home_status.not_in([TieStatus.PROSPECTIVE, TieStatus.ENDED]))
        .where(_founded_a_round_number_before(today.year, today.year + years_ahead))
        .order_by(Partnership.id)
    )
    last = _years_later(today, years_ahead)
    ahead = [
        (one, tie_id, founded)
        for tie_id, *columns in rows
        if (ages := _ages_between(today, last, columns[1], columns[2]))
        and (founded := PartialDate.from_columns(*columns))
        for one in _anniversaries_of(founded, ages)
        if one.is_on_or_after(today) and one.begins_by(last)
    ]
    return sorted(ahead, key=lambda found: (found[0].when.earliest, found[0].when.latest))


def _ages_between(first: date, last: date, earliest_founded: date, latest_founded: date) -> list[int]:
    """The celebrated ages that can be reached from the month of ``first`` to that of ``last``: most ties have none."""
    least = first.year - latest_founded.year + (latest_founded.month < first.month)
    most = last.year - earliest_founded.year - (earliest_founded.month > last.month)
    return [years for years in range(least, most + 1) if _is_celebrated(years)]


def _is_celebrated(years: int) -> bool:
    return years in _EARLY or (years >= 50 and years % 10 == 0)


def _read_ties(ids: Sequence[int]) -> dict[int, Any]:
    """{id: the tie's reference, tier and cities}."""
    home = aliased(City)
    statement = (
        select(
            Partnership.id,
            Partnership.reference,
            Partnership.tier,
            home.name.label("home"),
            City.name.label("partner"),
        )
        .join(home, home.id == Partnership.home_id)
        .join(City, City.id == Partnership.partner_id)
    )
    some = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
    return {row.id: row for part in some for row in db.session.execute(statement.where(Partnership.id.in_(part)))}


def _anniversaries_from(founded: PartialDate | None, today: date) -> Iterator[Anniversary]:
    """Those that are not over on ``today``, one after the other without an end."""
    if founded is None or founded.earliest is None:
        return iter(())
    first = founded.earliest
    # Those of years gone by are not even reckoned.
    ahead = dropwhile(lambda years: first.year + years < today.year, chain(_EARLY, count(50, 10)))
    return (one for one in _anniversaries_of(founded, ahead) if one.is_on_or_after(today))


def _anniversaries_of(founded: PartialDate, ages: Iterable[int]) -> Iterator[Anniversary]:
    first, precision = founded.earliest, founded.precision
    if first is not None and precision != "other":
        for years in ages:
            yield Anniversary(years, _years_after(first, precision, years))


def _founded_a_round_number_before(first_year: int, last_year: int) -> ColumnElement[bool]:
    """Narrows to the years of founding that have an anniversary in the years asked for, so that few rows are read."""
    ages = [*_EARLY, *range(50, _OLDEST + 1, 10)]
    founding_years = {year - age for year in range(first_year, last_year + 1) for age in ages}
    return extract("year", earliest(FoundingClaim.founded)).in_(sorted(founding_years))


def _years_after(first: date, precision: str, years: int) -> PartialDate:
    year = first.year + years
    if precision == "year":
        return PartialDate.parse(f"{year}")
    if precision == "half":
        return PartialDate.parse(f"{year}-H{1 if first.month == 1 else 2}")
    if precision == "month":
        return PartialDate.parse(f"{year}-{first.month:02d}")
    return PartialDate.of(_years_later(first, years))


def _years_later(day: date, years: int) -> date:
    """The same day in another year; the last of February stands for its 29th in a year that has none."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))
