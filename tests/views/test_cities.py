"""Pages of cities."""

import re

import pytest

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City, CityLevel, FactKind
from tests.client import Client
from tests.factories.city import make_city, make_fact, make_place


@pytest.fixture
def san_francisco(home: City) -> City:
    """A partner as the seed knows it."""
    return make_city(
        name_ko="샌프란시스코",
        name_en="San Francisco",
        country="US",
        aliases="桑港\nFrisco",
        subdivision="캘리포니아주",
    )


def names(rows: list[list[str]]) -> list[str]:
    return [row[0].split()[0] for row in rows]


def test_the_list_names_each_city_in_both_languages_and_links_it(
    client: Client, officer: User, san_francisco: City
) -> None:
    page = client.sign_in(officer).get("/cities")
    assert names(page.rows) == ["서울특별시", "샌프란시스코"]
    assert "San Francisco" in page and "미국" in page
    assert page.select(f'a[href="/cities/{san_francisco.reference}"]')


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "francisco"}, ["샌프란시스코"]),
        ({"q": "桑港"}, ["샌프란시스코"]),
        ({"q": " FRISCO "}, ["샌프란시스코"]),
        ({"q": "CTY-00001"}, ["서울특별시"]),
        ({"q": "%"}, []),
        ({"q": "_"}, []),
        ({"country": "KR"}, ["서울특별시"]),
        ({"country": "KR", "q": "francisco"}, []),
        ({"level": "metropolitan"}, ["서울특별시"]),
        ({"level": "nonsense"}, ["서울특별시", "샌프란시스코"]),
        ({"page": "0"}, ["서울특별시", "샌프란시스코"]),
        ({"page": "x"}, ["서울특별시", "샌프란시스코"]),
    ],
)
def test_the_address_narrows_the_list(
    client: Client, officer: User, san_francisco: City, query: dict[str, str], found: list[str]
) -> None:
    assert names(client.sign_in(officer).get("/cities", query).rows) == found


def test_filters_keep_what_was_chosen(client: Client, officer: User, san_francisco: City) -> None:
    page = client.sign_in(officer).get("/cities", {"q": "샌", "country": "US"})
    chosen = {name: value for name, value in page.form(["q"]).values() if value}
    assert chosen == {"q": "샌", "country": "US"}


def test_a_long_list_comes_in_pages(client: Client, officer: User) -> None:
    for number in range(55):
        make_city(name_ko=f"도시 {number:02}", country="JP")
    first = client.sign_in(officer).get("/cities", {"country": "JP"})
    assert len(first.rows) == 50
    second = client.get("/cities", {"country": "JP", "page": 2})
    assert len(second.rows) == 5
    assert {name for name, *_rest in first.rows}.isdisjoint(name for name, *_rest in second.rows)
    # The way on keeps the filters.
    assert any("country=JP" in address and "page=2" in address for _name, address in first.links)


def test_a_list_needs_as_many_statements_however_long_it_is(client: Client, officer: User) -> None:
    client.sign_in(officer)
    short = len(client.get("/cities").statements)
    for _city in range(40):
        make_city()
    assert len(client.get("/cities").statements) == short


def test_an_officer_records_a_city_through_its_form(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/cities/new")
    page = page.submit(
        {
            "name_ko": " 도쿄도 ",
            "name_en": "Tokyo",
            "name_local": "東京都",
            "aliases": "동경\nEdo",
            "country": "일본",
            "level": CityLevel.PREFECTURE,
            "parent": "서울특별시 · CTY-00001",
            "latitude": "35.6895",
            "longitude": "139.6917",
            "zone": "Asia/Tokyo",
            "website": "https://www.metro.tokyo.example",
            "disclosure": "internal",
        }
    ).follow()
    assert page.heading == "도쿄도"
    assert "저장" in " ".join(page.alerts)
    assert {"일본", "東京都", "Asia/Tokyo", "서울특별시", "https://www.metro.tokyo.example"} <= set(page.facts.values())
    assert "동경 한국어" in page.facts["다른 이름"] and "Edo" in page.facts["다른 이름"]


def test_faults_stand_beside_their_fields_and_what_was_typed_stays(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/cities/new")
    typed = {"latitude": "91", "longitude": "동경", "zone": "Asia/Edo", "country": "JP", "name_ko": "도쿄도"}
    page = page.submit(typed, status=422)
    assert set(page.errors) == {"latitude", "longitude"}
    assert dict(page.form(["name_ko"]).values()).items() >= typed.items()
    # Rules of the domain come after the shapes are right.
    page = page.submit({"latitude": "35", "longitude": "139"}, status=422)
    assert set(page.errors) == {"zone"}
    assert page.submit({"zone": "Asia/Tokyo"}).follow().heading == "도쿄도"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"name_ko": "가" * 201, "country": "JP"}, "name_ko"),
        ({"country": "JP"}, "name_ko"),
        ({"name_ko": "도쿄도"}, "country"),
        ({"name_ko": "도쿄도", "country": "JP", "parent": "없는 도시"}, "parent"),
        ({"name_ko": "도쿄도", "country": "JP", "department": "CTY-00001"}, "department"),
    ],
)
def test_what_cannot_be_saved_is_told(client: Client, officer: User, typed: dict[str, str], field: str) -> None:
    page = client.sign_in(officer).get("/cities/new").submit(typed, status=422)
    assert set(page.errors) == {field}


def test_a_country_that_is_none_is_refused(client: Client, officer: User) -> None:
    page = client.sign_in(officer).post(
        "/cities/new", {"name_ko": "도쿄도", "country": "ZZ", "level": "city"}, status=422
    )
    assert "country" in page.errors


def test_a_city_is_changed_and_its_history_told(client: Client, officer: User, san_francisco: City) -> None:
    page = client.sign_in(officer).get(f"/cities/{san_francisco.reference}/edit")
    page.submit({"name_local": "SF"}).follow()
    assert san_francisco.name_local == "SF"
    history = client.get(f"/cities/{san_francisco.reference}/history")
    assert "김하늘" in history and "SF" in history


def test_two_officers_at_once_are_told_and_lose_nothing(
    client: Client, officer: User, coordinator: User, san_francisco: City
) -> None:
    address = f"/cities/{san_francisco.reference}/edit"
    mine = client.sign_in(officer).get(address)
    Client(client.app).sign_in(coordinator).get(address).submit({"name_local": "SF"})
    page = mine.submit({"name_local": "S.F."}, status=409)
    assert "SF" in page.texts(".conflict")[0] and "S.F." in page.texts(".conflict")[0]
    assert san_francisco.name_local == "SF"
    page.submit({})
    assert san_francisco.name_local == "S.F."


def test_a_city_leaves_the_list_and_comes_back(client: Client, officer: User, san_francisco: City) -> None:
    address = f"/cities/{san_francisco.reference}"
    page = client.sign_in(officer).get(address).submit(button="보관").follow()
    assert names(client.get("/cities").rows) == ["서울특별시"]
    page.submit(button="복원").follow()
    assert names(client.get("/cities").rows) == ["서울특별시", "샌프란시스코"]


def test_what_is_known_stands_with_its_source(client: Client, officer: User, san_francisco: City) -> None:
    address = f"/cities/{san_francisco.reference}"
    page = client.sign_in(officer).get(f"{address}/facts/new")
    page = page.submit(
        {"kind": FactKind.POPULATION, "number": "837,442", "unit": "명", "as_of": "2013년", "source": "미국 인구조사국"}
    ).follow()
    assert "837,442 명" in page and "미국 인구조사국" in page and "2013년" in page
    fact = re.search(rf"{address}/facts/\d+/edit", page.html)
    assert fact
    page = client.get(fact[0])
    assert dict(page.form(["number"]).values())["number"] == "837,442"
    page = page.submit(button="보관").follow()
    assert "837,442" not in page
    client.get(fact[0], status=404)


def test_a_place_is_added_and_changed(client: Client, officer: User, home: City) -> None:
    place = make_place(home, name_ko="간담회장", capacity=40)
    page = client.sign_in(officer).get(f"/cities/{home.reference}/places/{place.id}/edit")
    page = page.submit({"capacity": "1,040"}).follow()
    assert "1,040" in page
    page = client.get(f"/cities/{home.reference}/places/{place.id}/edit")
    assert set(page.submit({"capacity": "0"}, status=422).errors) == {"capacity"}


def test_a_part_is_found_in_its_own_city_only(client: Client, officer: User, home: City, san_francisco: City) -> None:
    place, fact = make_place(home), make_fact(home)
    client.sign_in(officer)
    client.get(f"/cities/{san_francisco.reference}/places/{place.id}/edit", status=404)
    client.get(f"/cities/{san_francisco.reference}/facts/{fact.id}/edit", status=404)


def test_who_may_only_read_is_shown_no_way_to_change(client: Client, viewer_user: User, san_francisco: City) -> None:
    make_fact(san_francisco)
    client.sign_in(viewer_user)
    for address in ("/cities", f"/cities/{san_francisco.reference}"):
        page = client.get(address)
        assert not [link for _name, link in page.links if re.search("/(new|edit)$", link)]
        assert [form.action for form in page.forms if form.action.startswith("/cities/")] == []


def test_a_restricted_city_is_not_there_for_others(
    client: Client, officer: User, coordinator: User, home: City
) -> None:
    city = make_city(name_ko="비공개시", disclosure=Disclosure.RESTRICTED)
    client.sign_in(officer).get(f"/cities/{city.reference}", status=404)
    assert "비공개시" not in client.get("/cities")
    client.get(f"/cities/{city.reference}/edit", status=404)
    client.post(f"/cities/{city.reference}/archive", status=404)
    assert "비공개시" in client.sign_in(coordinator).get("/cities")
    assert client.get(f"/cities/{city.reference}").heading == "비공개시"


def test_the_page_reads_in_english_too(client: Client, officer: User, san_francisco: City) -> None:
    client.sign_in(officer).get(f"/cities/{san_francisco.reference}").submit(button="English")
    page = client.get(f"/cities/{san_francisco.reference}")
    assert page.tree.get("lang") == "en"
    assert page.heading == "San Francisco"
    assert "샌프란시스코" in page.text


def test_what_was_typed_is_shown_as_typed(client: Client, officer: User) -> None:
    wicked = "<script>alert(1)</script> & \"'"
    page = client.sign_in(officer).get("/cities/new").submit({"name_ko": wicked, "country": "JP"}).follow()
    assert page.heading == wicked
    assert not list(page.main.iter("script"))


def test_a_city_lies_in_no_circle(client: Client, officer: User) -> None:
    state = make_city(name_ko="캘리포니아주")
    county = make_city(name_ko="앨러미다군", parent=state)
    make_city(name_ko="오클랜드", parent=county)
    page = client.sign_in(officer).get(f"/cities/{state.reference}/edit").submit({"parent": "오클랜드"}, status=422)
    assert set(page.errors) == {"parent"}


def test_signs_that_no_database_reads_are_kept_out(client: Client, officer: User) -> None:
    client.sign_in(officer)
    client.get("/cities?q=%00", status=400)
    page = client.get("/cities/new").submit({"name_ko": "부\0산", "country": "KR"}).follow()
    assert "부산" in page.heading
