"""Which record is meant by what an officer types: every name counts, and homonyms are told apart."""

import pytest

from partnerships.commands.alias import add_alias, archive_alias
from partnerships.commands.city import rename_city
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.types import PartialDate
from partnerships.queries.picking import NotPicked, line_of, pick, suggest
from tests.factories.city import make_city, make_succession
from tests.factories.person import make_person


@pytest.mark.parametrize("name", ["베이징", "북경", "Beijing", "北京", "beijing", " BEIJING "])
def test_a_city_is_picked_and_suggested_by_each_of_its_names(officer: User, name: str) -> None:
    city = make_city(name_ko="베이징", name_en="Beijing", country="CN", aliases="북경\n北京")
    assert pick(officer, "city", name).id == city.id
    assert [line.endswith(city.reference) for line in suggest(officer, "city", name, "ko")] == [True]


@pytest.mark.parametrize("name", ["São Paulo", "sao paulo", "SAO PAULO"])
def test_accents_do_not_matter(officer: User, name: str) -> None:
    city = make_city(name_ko="상파울루", name_en="São Paulo", country="BR")
    assert pick(officer, "city", name).id == city.id
    assert len(suggest(officer, "city", name, "en")) == 1


def test_a_suggestion_holds_what_was_typed_so_that_the_browser_offers_it(officer: User) -> None:
    city = make_city(name_ko="베이징", name_en="Beijing", country="CN", aliases="북경")
    assert suggest(officer, "city", "북경", "ko") == [f"베이징 (북경), 중국 · {city.reference}"]
    assert suggest(officer, "city", "bei", "en") == [f"Beijing, China · {city.reference}"]
    assert pick(officer, "city", suggest(officer, "city", "북경", "ko")[0]).id == city.id


def test_an_alias_that_two_cities_share_picks_neither(officer: User) -> None:
    make_city(name_ko="광주광역시", country="KR", aliases="광주")
    make_city(name_ko="광주시", country="KR", aliases="광주", subdivision="경기도")
    with pytest.raises(NotPicked, match="More than one"):
        pick(officer, "city", "광주")
    assert pick(officer, "city", "광주시").subdivision == "경기도"


def test_homonyms_are_told_apart_by_where_they_lie(officer: User) -> None:
    state = make_city(name_ko="일리노이주", name_en="Illinois")
    one = make_city(name_ko="스프링필드", name_en="Springfield", parent=state)
    other = make_city(name_ko="스프링필드", name_en="Springfield", subdivision="Missouri")
    assert suggest(officer, "city", "springfield", "en") == [
        f"Springfield, Illinois, United States · {one.reference}",
        f"Springfield, Missouri, United States · {other.reference}",
    ]
    for line in suggest(officer, "city", "springfield", "ko"):
        assert line_of(pick(officer, "city", line), "ko").split(" · ")[1] in line


def test_a_parent_that_the_reader_may_not_see_is_not_named(officer: User, coordinator: User) -> None:
    hidden = make_city(name_ko="비공개도", disclosure=Disclosure.RESTRICTED)
    make_city(name_ko="공개시", parent=hidden)
    assert "비공개도" not in suggest(officer, "city", "공개시", "ko")[0]
    assert "비공개도" in suggest(coordinator, "city", "공개시", "ko")[0]


def test_a_city_that_is_no_more_is_suggested_with_what_it_became(officer: User) -> None:
    county, city = make_city(name_ko="청원군", country="KR"), make_city(name_ko="청주시", country="KR")
    make_succession(county, city)
    assert suggest(officer, "city", "청원군", "ko") == [f"청원군 → 청주시, 대한민국 · {county.reference}"]


def test_a_city_is_found_by_a_name_as_long_as_it_is_recorded(officer: User) -> None:
    city = make_city(name_ko="아스타나", name_en="Astana", country="KZ")
    alias = add_alias(officer, city, name="Akmola")
    assert pick(officer, "city", "akmola").id == city.id
    archive_alias(officer, city, alias)
    with pytest.raises(NotPicked):
        pick(officer, "city", "Akmola")
    rename_city(officer, city, name_ko="누르술탄", name_en="Nur-Sultan", renamed=PartialDate.parse("2019-03-23"))
    assert {pick(officer, "city", name).id for name in ("Astana", "누르술탄", "아스타나")} == {city.id}


def test_wild_signs_are_taken_as_typed(officer: User) -> None:
    make_city(name_ko="도쿄도", country="JP")
    for text in ("%", "_", "도_도"):
        assert suggest(officer, "city", text, "ko") == []
        with pytest.raises(NotPicked):
            pick(officer, "city", text)


def test_a_person_is_picked_by_another_name(officer: User) -> None:
    person = make_person(name_ko="에드윈 리", name_en="Edwin M. Lee")
    add_alias(officer, person, name="李孟賢", language="zh-Hant")
    assert pick(officer, "person", "李孟賢").id == person.id
    assert suggest(officer, "person", "李孟", "ko") == [f"에드윈 리 (李孟賢) · {person.reference}"]
