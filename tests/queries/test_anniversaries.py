"""Anniversaries: the next round one, never more precise than the founding is known."""

from datetime import date

import pytest

from partnerships.models.types import PartialDate
from partnerships.queries.partnership import next_anniversary


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
