"""Dates, times, lengths and numbers read as in a Korean official paper, and as in an English briefing note."""

from datetime import date, datetime, time

import pytest

from partnerships.briefs import wording


def test_dates_carry_their_weekday() -> None:
    day = date(2013, 10, 21)
    assert wording.write_date(day, "ko") == "2013. 10. 21.(월)"
    assert wording.write_date(day, "en") == "Monday 21 October 2013"
    assert wording.write_date(date(2026, 1, 4), "ko") == "2026. 1. 4.(일)"


@pytest.mark.parametrize(
    ("words", "korean", "english"),
    [
        ("1976", "1976년", "1976"),
        ("1976-05", "1976. 5.", "May 1976"),
        ("1976-05-18", "1976. 5. 18.", "18 May 1976"),
        ("2014-H1", "2014년 상반기", "first half of 2014"),
        ("2014-H2", "2014년 하반기", "second half of 2014"),
        ("the 18th, month not legible", "the 18th, month not legible", "the 18th, month not legible"),
    ],
)
def test_a_partial_date_is_as_precise_as_it_is_known(words: str, korean: str, english: str) -> None:
    assert wording.write_partial_date(words, "ko") == korean
    assert wording.write_partial_date(words, "en") == english


def test_hours() -> None:
    assert wording.write_span(time(9), time(9, 20), "ko") == "09:00 ~ 09:20"
    assert wording.write_span(time(9), time(9, 20), "en") == "09:00–09:20"
    assert wording.write_span(time(8), None, "ko") == "08:00 ~"
    assert wording.write_span(time(8), None, "en") == "from 08:00"
    assert wording.write_span(None, None, "ko") == ""
    assert wording.write_moment(datetime.fromisoformat("2013-10-20T18:02:00"), "ko") == "2013. 10. 20.(일) 18:02"
    assert wording.write_moment(datetime.fromisoformat("2013-10-20T18:02:00"), "en") == "Sunday 20 October 2013, 18:02"


def test_lengths_and_numbers() -> None:
    assert wording.minutes_between(time(9), time(9, 20)) == 20
    assert wording.minutes_between(time(23, 30), time(0, 15)) == 45
    assert [wording.write_minutes(minutes, "ko") for minutes in (20, 90, 120, 150)] == [
        "20분",
        "90분",
        "2시간",
        "2시간 30분",
    ]
    assert wording.write_minutes(150, "en") == "2 h 30 min"
    assert wording.write_people(1500, "ko") == "1,500명"
    assert wording.write_people(1, "en") == "1 person"
    assert wording.write_people(1500, "en") == "1,500 people"
