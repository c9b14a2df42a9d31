"""Anniversaries of ties: the round ones ahead, as precise as the founding is known, with a year to plan each."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count, takewhile

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


def list_anniversaries(viewer: Viewer, today: date, years_ahead: int = LEAD_YEARS) -> Sequence[AnniversaryOfTie]:
    """The anniversaries of all visible ties from ``today`` to as many years ahead, the nearest first.

    Only of ties that the home side has made and not ended, and by the preferred claim.
    """
    home = aliased(City)
    rows = db.session.execute(
        select(
            Partnership.reference,
            Partnership.tier,
            home.name.label("home"),
            City.name.label("partner"),
            FoundingClaim.founded.label("founded"),
        )
        .join(home, home.id == Partnership.home_id)
        .join(City, City.id == Partnership.partner_id)
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
        AnniversaryOfTie(one, row.reference, row.home, row.partner, row.tier, row.founded)
        for row in rows
        for one in takewhile(lambda one: one.begins_by(last), _anniversaries_from(row.founded, today))
    ]
    return sorted(ahead, key=lambda one: (one.anniversary.when.earliest, one.anniversary.when.latest))


def _anniversaries_from(founded: PartialDate | None, today: date) -> Iterator[Anniversary]:
    """Those that are not over on ``today``, one after the other without an end."""
    if founded is None or founded.earliest is None or founded.precision == "other":
        return iter(())
    first, precision = founded.earliest, founded.precision
    celebrated = (Anniversary(years, _years_after(first, precision, years)) for years in chain(_EARLY, count(50, 10)))
    return (one for one in celebrated if one.when.latest and one.when.latest >= today)


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
