"""People and posts as lists show them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.queries.listing import Named, Reader, read_listed_page
from partnerships.queries.person import PersonFilter, get_person, list_posts_in, people_listed
from tests.factories.city import make_city
from tests.factories.organisation import make_organisation
from tests.factories.person import make_person, make_post


def people(viewer: User, day: date, **wanted: Any) -> Sequence[Any]:
    return read_listed_page(people_listed(Reader(viewer, Language.KOREAN, day), PersonFilter(**wanted)), 1).rows


def held_on(viewer: User, day: date) -> dict[str, str | None]:
    return {row.name: row.title for row in people(viewer, day)}


def test_the_list_and_the_person_agree_on_the_post_of_a_day(officer: User) -> None:
    person = make_person(name_ko="에드윈 리", died=PartialDate.parse("2017-12-12"))
    make_post(
        person,
        title_ko="시 행정관",
        held_from=PartialDate.parse("2005"),
        held_to=PartialDate.parse("2011"),
        protocol_rank=3,
    )
    make_post(person, title_ko="시장", held_from=PartialDate.parse("2011-01-11"), protocol_rank=1)
    make_post(person, title_ko="명예 위원", held_from=None, protocol_rank=None)
    loaded = get_person(officer, person.reference)
    for day, title in (
        (date(2004, 5, 1), "명예 위원"),
        (date(2010, 5, 1), "시 행정관"),
        (date(2013, 10, 21), "시장"),
        (date(2018, 1, 1), None),
    ):
        post = loaded.post_on(day)
        assert held_on(officer, day) == {"에드윈 리": title}
        assert (post.title_ko if post else None) == title


def test_posts_in_a_city_take_in_those_of_its_organisations(officer: User, home: City) -> None:
    city = make_city()
    committee = make_organisation(city=city, name_ko="자매도시위원회")
    make_post(make_person(name_ko="시장"), city=city, protocol_rank=1)
    make_post(make_person(name_ko="위원장"), organisation=committee, protocol_rank=5)
    make_post(make_person(name_ko="전임"), city=city, held_to=PartialDate.parse("2010"), protocol_rank=1)
    make_post(make_person(name_ko="다른 도시"), city=home)
    posts = list_posts_in(officer, "ko", date(2013, 10, 21), city=city)
    assert [(post.name, post.is_held) for post in posts] == [("시장", True), ("위원장", True), ("전임", False)]
    assert [post.name for post in list_posts_in(officer, "ko", date(2013, 10, 21), organisation=committee)] == [
        "위원장"
    ]


def test_a_post_in_a_hidden_organisation_is_shown_without_it(viewer_user: User) -> None:
    city = make_city(name_ko="도쿄도")
    hidden = make_organisation(city=city, name_ko="비공개추진단", disclosure=Disclosure.RESTRICTED)
    make_post(make_person(name_ko="단원"), organisation=hidden, title_ko="단장")
    (row,) = people(viewer_user, date(2013, 1, 1))
    assert (row.title, row.organisation_name, row.city_name) == ("단장", None, None)
    assert people(viewer_user, date(2013, 1, 1), city=Named(city.reference, "")) == []
    assert list_posts_in(viewer_user, "ko", date(2013, 1, 1), city=city) == []
