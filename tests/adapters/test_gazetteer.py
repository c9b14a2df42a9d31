"""The gazetteer of the world's cities: found by any name, with a Korean name that is in use."""

from pathlib import Path

import pytest

from partnerships.adapters.gazetteer import Gazetteer, subdivision_name
from partnerships.adapters.gazetteer.places import korean_name
from partnerships.models.alias import folded


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return Gazetteer(tmp_path_factory.mktemp("gazetteer"), folded)


@pytest.mark.parametrize("name", ["베이징", "북경", "Beijing", "北京", "Peking", "  BEIJING  ", "Пекин"])
def test_a_city_is_found_by_any_of_its_names(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.search(name)[0].geonames_id == 1816670


@pytest.mark.parametrize("name", ["São Paulo", "sao paulo", "SÃO PAULO", "상파울루"])
def test_case_and_accents_do_not_matter(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.search(name)[0].geonames_id == 3448439


def test_those_called_so_come_before_those_that_begin_so_the_largest_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.search("springfield")
    called = [place for place in found if place.name_en == "Springfield"]
    assert found[: len(called[:5])] == called[:5]
    assert [place.population for place in called[:5]] == sorted((p.population for p in called[:5]), reverse=True)
    assert {place.admin1 for place in called[:5]} >= {"MO", "MA", "IL"}
    assert any(place.name_en.startswith("Springfield ") for place in found)


@pytest.mark.parametrize("text", ["", "   ", "zzzzzz", "\x1f", "5391959", "Asia/Seoul", "%"])
def test_what_is_no_name_finds_nothing(gazetteer: Gazetteer, text: str) -> None:
    assert list(gazetteer.search(text)) == []


def test_a_place_comes_with_all_that_a_record_asks(gazetteer: Gazetteer) -> None:
    place = gazetteer.find(5391959)
    assert place is not None
    assert (place.name_en, place.name_ko, place.country, place.admin1) == ("San Francisco", "샌프란시스코", "US", "CA")
    assert place.zone == "America/Los_Angeles"
    assert (round(place.latitude, 1), round(place.longitude, 1)) == (37.8, -122.4)
    assert gazetteer.find(1) is None


@pytest.mark.parametrize(
    ("number", "korean"),
    [
        (1835848, "서울특별시"),
        (1841811, "광주광역시"),
        (1841810, "광주시"),
        (745044, "이스탄불"),
        (1850147, "도쿄"),
        (1853909, "오사카"),
        (1809858, "광저우"),
        (703448, "키이우"),
        (1566083, "호찌민"),
        (2988507, "파리"),
    ],
)
def test_the_korean_name_is_the_one_in_use(gazetteer: Gazetteer, number: int, korean: str) -> None:
    place = gazetteer.find(number)
    assert place is not None and place.name_ko == korean


def test_the_korean_name_is_the_same_whatever_the_order_of_the_names() -> None:
    names = ["경성", "한성", "서울시", "서울", "서울특별시"]
    assert {korean_name(1, "KR", "Asia/Seoul", "Seoul", order) for order in (names, names[::-1])} == {"서울특별시"}
    assert korean_name(1, "XX", "Etc/UTC", "Nowhere", []) is None


def test_the_index_is_made_once_and_whole(tmp_path: Path) -> None:
    Gazetteer(tmp_path, folded).prepare()
    made = list(tmp_path.iterdir())
    assert len(made) == 1
    before = made[0].stat().st_mtime_ns
    assert Gazetteer(tmp_path, folded).search("Seoul")[0].geonames_id == 1835848
    assert [one.stat().st_mtime_ns for one in tmp_path.iterdir()] == [before]


def test_subdivisions_are_named_where_they_are_known() -> None:
    assert subdivision_name("US", "CA", "ko") == "캘리포니아주"
    assert subdivision_name("US", "CA", "en") == "California"
    assert subdivision_name("JP", "40", "ko") == "도쿄도"
    assert subdivision_name("FR", "11", "ko") is None
