"""Lists longer than a page: what is counted, where the count stops, and what filters offer."""

import pytest
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from partnerships.adapters.clock import utc_now
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City, CityLevel
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.queries.agreement import list_agreed_countries, list_signing_years
from partnerships.queries.listing import Listed, read_listed_page
from partnerships.queries.pages import COUNT_CAP, Page, read_page
from partnerships.queries.partnership import list_partner_countries
from tests.factories.agreement import make_agreement, make_party
from tests.factories.city import make_city
from tests.factories.organisation import make_organisation
from tests.factories.partnership import make_partnership


@pytest.fixture
def cities(session: Session, home: City) -> list[int]:
    """The ids of two cities more than are counted."""
    row = {"country": "JP", "level": CityLevel.CITY, "disclosure": Disclosure.PUBLIC, "created_at": utc_now()}
    more = range(COUNT_CAP + 1)
    session.execute(insert(City), [{**row, "reference": f"CTY-9{one:04}", "name_ko": f"도시 {one}"} for one in more])
    session.commit()
    return list(session.scalars(select(City.id).order_by(City.id)))


def both_ways(number: int, size: int, most: int | None = None) -> Page:
    """The page of a list of ids, after making sure that a list of rows is counted and cut alike."""
    ids = select(City.id).order_by(City.id)
    if most is not None:
        ids = ids.where(City.id.in_(select(City.id).order_by(City.id).limit(most)))
    listed = read_listed_page(Listed(ids, lambda found: [Row(one) for one in found]), number, size)
    plain = read_page(ids, number, size)
    assert [row.id for row in listed.rows] == [row.id for row in plain.rows]
    told = [(one.number, one.total, one.is_capped, one.has_next, one.first, one.last) for one in (listed, plain)]
    assert told[0] == told[1]
    return listed


class Row:
    def __init__(self, one: int) -> None:
        self.id = one


@pytest.mark.parametrize(
    ("number", "shown", "total", "is_capped", "has_next"),
    [(1, 400, 1000, True, True), (2, 400, 1000, True, True), (3, 202, 1000, True, False), (4, 0, 1000, True, False)],
)
def test_a_list_beyond_the_cap_says_that_there_are_more(
    cities: list[int], number: int, shown: int, total: int, is_capped: bool, has_next: bool
) -> None:
    page = both_ways(number, 400)
    assert (len(page.rows), page.total, page.is_capped, page.has_next) == (shown, total, is_capped, has_next)
    assert [row.id for row in page.rows] == cities[(number - 1) * 400 : number * 400]


@pytest.mark.parametrize("most", [0, 399, 400, 401, 999, 1000])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_list_within_the_cap_is_counted_to_the_end(cities: list[int], most: int, number: int) -> None:
    page = both_ways(number, 400, most)
    assert (page.total, page.is_capped) == (most, False)
    assert page.has_next == (most > number * 400)


def test_the_countries_offered_are_those_that_records_lead_to(officer: User, home: City) -> None:
    hidden_home = make_city(country="FR", is_home=True)
    make_city(country="AT")
    make_partnership(home, make_city(country="JP"))
    make_partnership(hidden_home, make_city(country="ES"), disclosure=Disclosure.INTERNAL)
    assert sorted(list_partner_countries(officer)) == ["JP"]

    make_party(make_agreement(home), city=make_city(country="US"), side=Side.PARTNER)
    body = make_organisation(city=make_city(country="CH"))
    make_party(make_agreement(home), organisation=body, side=Side.PARTNER)
    tied = make_partnership(home, make_city(country="MN"))
    make_agreement(home, partnerships=[tied])
    hidden = make_agreement(hidden_home, disclosure=Disclosure.INTERNAL)
    make_party(hidden, city=make_city(country="NO"), side=Side.PARTNER)
    make_party(make_agreement(home), city=home, side=Side.HOME)
    assert sorted(list_agreed_countries(officer)) == ["CH", "MN", "US"]


def test_the_years_offered_are_those_of_signings_the_latest_first(officer: User, home: City) -> None:
    assert list_signing_years(officer) == []
    for words in ("1976-05-18", "1976-01-01", "2013", "2013-12-31", "2014-01-01"):
        make_agreement(home, signed=PartialDate.parse(words))
    make_agreement(home, signed=None)
    make_agreement(make_city(is_home=True), signed=PartialDate.parse("1999"), disclosure=Disclosure.INTERNAL)
    assert list_signing_years(officer) == [2014, 2013, 1976]
