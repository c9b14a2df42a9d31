"""Anniversaries: the next round one, never more precise than the founding is known."""

from datetime import date
from typing import Any

import pytest

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import TieStatus
from partnerships.models.types import PartialDate
from partnerships.queries.partnership import list_anniversaries, next_anniversary
from tests.factories.city import make_city
from tests.factories.partnership import make_claim, make_partnership


@pytest.mark.parametrize(
    ("founded", "today", "years", "words"),
    [
        ("1976", date(2026, 12, 31), 50, "2026"),
        ("1976", date(2027, 1, 1), 60, "2036"),
        ("1976-05", date(2026, 5, 31), 50, "2026-05"),
        ("1976-05", date(2026, 6, 1), 60, "2036-05"),
        ("2013-10-21", date(2013, 10, 22), 5, "2018-10-21"),
        ("2013-10-21", date(2018, 10, 21), 5, "2018-10-21"),
        ("2013-10-21", date(2033, 10, 22), 25, "2038-10-21"),
        ("2014-H2", date(2020, 1, 1), 10, "2024-H2"),
        ("2012-02-29", date(2013, 1, 1), 5, "2017-02-28"),
        ("1900", date(2026, 1, 1), 130, "2030"),
    ],
)
def test_the_next_round_anniversary(founded: str, today: date, years: int, words: str) -> None:
    found = next_anniversary(PartialDate.parse(founded), today)
    assert found is not None
    assert (found.years, found.when) == (years, PartialDate.parse(words))


@pytest.mark.parametrize("founded", [None, PartialDate.parse("XXXX-05-18")])
def test_without_a_year_there_is_none(founded: PartialDate | None) -> None:
    assert next_anniversary(founded, date(2026, 1, 1)) is None


def test_the_anniversaries_of_all_ties_are_told_a_year_ahead(viewer_user: User, home: City) -> None:
    def tie(name: str, founded: str, **details: Any) -> str:
        made = make_partnership(home, make_city(name_ko=name), **details)
        make_claim(made, founded=PartialDate.parse("1936"), is_preferred=False)
        make_claim(made, founded=PartialDate.parse(founded))
        return made.reference

    by_month = tie("샌프란시스코", "1976-05")
    by_day = tie("호놀룰루", "1996-02-29")
    by_year = tie("상파울루", "1977")
    tie("베이징", "1993")
    by_sixty = tie("타이베이", "1966-06-01")
    tie("도쿄도", "1976-06", home_status=TieStatus.ENDED)
    tie("모스크바", "1976-06", home_status=TieStatus.PROSPECTIVE)
    tie("파리", "1976-07", disclosure=Disclosure.RESTRICTED)

    found = list_anniversaries(viewer_user, date(2026, 2, 1))
    told = [(one.reference, one.anniversary.years, one.anniversary.when.iso) for one in found]
    assert told == [
        (by_day, 30, "2026-02-28"),
        (by_month, 50, "2026-05"),
        (by_sixty, 60, "2026-06-01"),
        (by_year, 50, "2027"),
    ]


def test_an_anniversary_is_planned_from_a_year_before() -> None:
    ahead = next_anniversary(PartialDate.parse("1976-05"), date(2021, 1, 1))
    assert ahead is not None and ahead.planning_begins == date(2025, 5, 1)
    assert not ahead.is_to_be_planned(date(2025, 4, 30)) and ahead.is_to_be_planned(date(2025, 5, 1))
