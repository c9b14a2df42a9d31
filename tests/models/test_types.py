"""Small values: dates as well as they are known, and texts in two languages."""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import product

import pytest
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from partnerships.models.account import User
from partnerships.models.types import Bilingual, NotADate, PartialDate
from tests.factories.account import make_sign_in_attempt
from tests.factories.city import make_city, make_fact

YEAR = (date(1976, 1, 1), date(1976, 12, 31))
MAY = (date(1976, 5, 1), date(1976, 5, 31))
DAY = (date(1976, 5, 18), date(1976, 5, 18))


@pytest.mark.parametrize(
    ("words", "bounds", "precision"),
    [
        ("1976", YEAR, "year"),
        ("1976년", YEAR, "year"),
        ("1976-05", MAY, "month"),
        ("1976-5", MAY, "month"),
        ("1976.5.", MAY, "month"),
        ("1976. 5", MAY, "month"),
        ("1976/05", MAY, "month"),
        ("1976년 5월", MAY, "month"),
        ("1976년5월", MAY, "month"),
        ("May 1976", MAY, "month"),
        ("1976-05-18", DAY, "day"),
        ("1976.5.18", DAY, "day"),
        ("1976. 5. 18.", DAY, "day"),
        ("1976. 5. 18.(화)", DAY, "day"),
        ("1976.05.18 화", DAY, "day"),
        ("1976년 5월 18일", DAY, "day"),
        ("18 May 1976", DAY, "day"),
        ("  18   MAY  1976 ", DAY, "day"),
        ("2014-H1", (date(2014, 1, 1), date(2014, 6, 30)), "half"),
        ("2014H2", (date(2014, 7, 1), date(2014, 12, 31)), "half"),
        ("2014년 상반기", (date(2014, 1, 1), date(2014, 6, 30)), "half"),
        ("2014년 하반기", (date(2014, 7, 1), date(2014, 12, 31)), "half"),
        ("2013-XX-21", (date(2013, 1, 21), date(2013, 12, 21)), "other"),
        ("2013-XX-31", (date(2013, 1, 31), date(2013, 12, 31)), "other"),
        ("XXXX-05-18", (None, None), "other"),
        ("xxxx-xx-18", (None, None), "other"),
        ("XXXX-02-29", (None, None), "other"),
        ("2000-02-29", (date(2000, 2, 29), date(2000, 2, 29)), "day"),
        ("2000-02", (date(2000, 2, 1), date(2000, 2, 29)), "month"),
        ("1900-02", (date(1900, 2, 1), date(1900, 2, 28)), "month"),
        ("0001", (date(1, 1, 1), date(1, 12, 31)), "year"),
        ("9999-12-31", (date(9999, 12, 31), date(9999, 12, 31)), "day"),
    ],
)
def test_a_date_is_read_as_well_as_it_is_known(
    words: str, bounds: tuple[date | None, date | None], precision: str
) -> None:
    read = PartialDate.parse(words)
    assert ((read.earliest, read.latest), read.precision) == (bounds, precision)
    assert read.words == " ".join(words.split())


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "soon",
        "76",
        "0000",
        "1976-13",
        "1976-00",
        "1976-05-32",
        "1976-05-00",
        "1975-02-29",
        "1900-02-29",
        "2013-XX-32",
        "2013-XX-00",
        "XXXX-02-30",
        "XXXX-13-01",
        "XXXX",
        "2014-H3",
        "2014년 중반기",
        "32 May 1976",
        "18 Mai 1976",
        "1976-05-18T09:00",
        "1976-05-18 to 1976-05-20",
        "19760518",
        "１９７６-05-18x",
    ],
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(NotADate):
        PartialDate.parse(words)


@pytest.mark.parametrize(
    ("one", "other", "is_before"),
    [
        ("2012", "2013-05", True),
        ("2013", "2013-05", False),
        ("2013-05", "2013", False),
        ("2013-05-20", "2013-05-21", True),
        ("2013-05-21", "2013-05-21", False),
        ("2014", "2013", False),
        ("XXXX-05-18", "2013", False),
        ("2013", "XXXX-05-18", False),
    ],
)
def test_a_date_lies_surely_before_another_where_no_reading_says_otherwise(
    one: str, other: str, is_before: bool
) -> None:
    assert PartialDate.parse(one).is_surely_before(PartialDate.parse(other)) is is_before


@pytest.mark.parametrize(
    ("words", "is_after"), [("2014", True), ("2013", False), ("2013-06", True), ("XXXX-06-01", False)]
)
def test_a_date_lies_surely_after_a_day_where_no_reading_says_otherwise(words: str, is_after: bool) -> None:
    assert PartialDate.parse(words).is_surely_after(date(2013, 5, 31)) is is_after


@pytest.mark.parametrize(("year", "month"), [*product((1896, 1900, 1976, 2000, 2013, 2100), range(1, 13))])
def test_every_way_of_writing_a_day_or_a_month_means_the_same(year: int, month: int) -> None:
    length = monthrange(year, month)[1]
    whole = {PartialDate.parse(words) for words in (f"{year}-{month:02}", f"{year}.{month}", f"{year}년 {month}월")}
    assert {(one.earliest, one.latest) for one in whole} == {(date(year, month, 1), date(year, month, length))}
    for day in range(1, length + 1):
        ways = (
            f"{year}-{month:02}-{day:02}",
            f"{year}.{month}.{day}",
            f"{year}. {month}. {day}.",
            f"{year}년 {month}월 {day}일",
            f"{day} {date(year, month, day):%B} {year}",
            f"{day} {date(year, month, day):%b} {year}",
        )
        assert {PartialDate.parse(words).day for words in ways} == {date(year, month, day)}
    with pytest.raises(NotADate):
        PartialDate.parse(f"{year}-{month:02}-{length + 1}")


def test_a_wider_date_holds_every_narrower_one() -> None:
    for month in range(1, 13):
        year, half = PartialDate.parse("2013"), PartialDate.parse(f"2013-H{1 if month < 7 else 2}")
        narrow = PartialDate.parse(f"2013-{month:02}")
        for wide in (year, half):
            assert wide.earliest is not None and wide.latest is not None
            assert narrow.earliest is not None and narrow.latest is not None
            assert wide.earliest <= narrow.earliest <= narrow.latest <= wide.latest


@pytest.mark.parametrize("words", ["1976", "1976-05", "1976.5.18", "2014-H2", "2013-XX-21", "XXXX-05-18", "1976년 5월"])
@pytest.mark.parametrize("inferred", [False, True])
def test_a_date_comes_back_from_the_database_as_it_was_written(session: Session, words: str, inferred: bool) -> None:
    fact = make_fact(make_city(), as_of=PartialDate.parse(words, inferred))
    session.refresh(fact)
    assert fact.as_of == PartialDate.parse(words, inferred)


def test_no_date_comes_back_as_none(session: Session) -> None:
    fact = make_fact(make_city(), as_of=None)
    session.refresh(fact)
    assert fact.as_of is None


@pytest.mark.parametrize(
    ("text", "korean", "other"),
    [
        (Bilingual("서울", "Seoul"), "서울", "Seoul"),
        (Bilingual("서울", None), "서울", ""),
        (Bilingual(None, "Seoul"), "Seoul", ""),
        (Bilingual("LA", "LA"), "LA", ""),
        (Bilingual(None, None), "", ""),
        (Bilingual("", "Seoul"), "Seoul", ""),
    ],
)
def test_where_one_language_is_missing_the_other_stands_in(text: Bilingual, korean: str, other: str) -> None:
    assert (text.text("ko"), text.other("ko")) == (korean, other)
    assert bool(text) == bool(korean)


def test_an_instant_comes_back_in_utc_from_every_database(session: Session) -> None:
    seoul = timezone(timedelta(hours=9))
    attempt = make_sign_in_attempt(at=datetime(2013, 10, 21, 9, 0, 0, 123456, tzinfo=seoul))
    session.refresh(attempt)
    assert attempt.at == datetime(2013, 10, 21, 0, 0, 0, 123456, tzinfo=UTC)
    assert attempt.at.tzinfo is UTC


def test_an_instant_without_a_zone_is_refused(session: Session, officer: User) -> None:
    with pytest.raises(StatementError, match="zone"):
        make_sign_in_attempt(at=datetime.fromisoformat("2013-10-21T09:00"))
