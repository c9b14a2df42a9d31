"""New cities from the gazetteer, cities of one name, and other names, through the pages."""

import pytest

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from tests.client import Client
from tests.factories.city import make_city, make_city_alias
from tests.factories.person import make_person


@pytest.mark.parametrize("name", ["베이징", "북경", "Peking", "北京"])
def test_a_city_is_found_in_the_gazetteer_and_filled_in(client: Client, officer: User, name: str) -> None:
    page = client.sign_in(officer).get("/cities/new").submit({"gazetteer": name}, status=200)
    assert "GeoNames" in page and "CC BY 4.0" in page
    address = page.select(".gazetteer-list a")[0].get("href")
    assert address == "/cities/new?geonames=1816670"
    page = client.get(address)
    filled = dict(page.form(["name_ko"]).values())
    assert {key: filled[key] for key in ("name_ko", "name_en", "name_local", "country", "zone", "geonames_id")} == {
        "name_ko": "베이징",
        "name_en": "Beijing",
        "name_local": "北京市",
        "country": "CN",
        "zone": "Asia/Shanghai",
        "geonames_id": "1816670",
    }
    page = page.submit({"name_ko": "베이징"}).follow()
    assert page.heading == "베이징"
    assert "북경 한국어" in page.facts["다른 이름"]
    # What is recorded is not offered a second time.
    offered = client.get("/cities/new", {"gazetteer": name}).select(".gazetteer-list a")[0].get("href")
    assert offered == page.path


def test_namesakes_of_the_gazetteer_are_told_apart(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/cities/new", {"gazetteer": "Springfield"})
    places = page.texts(".gazetteer-where")
    assert any("일리노이주" in place for place in places) and any("매사추세츠주" in place for place in places)
    assert "없는 도시" in client.get("/cities/new", {"gazetteer": "zzzzzz"})


@pytest.mark.parametrize("number", ["1", "x", "-5", "99999999999999999999"])
def test_a_number_that_the_gazetteer_does_not_know_leaves_the_form_empty(
    client: Client, officer: User, number: str
) -> None:
    page = client.sign_in(officer).get("/cities/new", {"geonames": number})
    assert dict(page.form(["name_ko"]).values())["name_ko"] == ""


def test_a_second_city_of_the_same_name_is_asked_about_and_nothing_is_lost(client: Client, officer: User) -> None:
    first = make_city(name_ko="광주광역시", name_en="Gwangju", country="KR", aliases="광주", subdivision="전라도")
    page = client.sign_in(officer).get("/cities/new")
    assert "is_another_place" not in dict(page.form(["name_ko"]).values())
    typed = {"name_ko": "광주", "name_en": "Gwangju", "country": "KR", "subdivision": "경기도", "wikidata": "Q50414"}
    page = page.submit(typed, status=422)
    assert set(page.errors) == {"name_ko"}
    assert page.select(f'form a[href="/cities/{first.reference}"]') and "전라도" in page
    assert dict(page.form(["name_ko"]).values()).items() >= typed.items()
    # The box stays ticked while something else is refused.
    page = page.submit({"is_another_place": True, "zone": "Asia/Gwangju"}, status=422)
    assert set(page.errors) == {"zone"}
    page = page.submit({"zone": "Asia/Seoul"}).follow()
    assert page.heading == "광주"
    listed = client.get("/cities", {"q": "광주"})
    assert len(listed.rows) == 2 and "경기도" in listed and "전라도" in listed


def test_faults_of_a_web_address_stand_beside_it(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/cities/new")
    page = page.submit({"name_ko": "도쿄도", "country": "JP", "website": "metro.tokyo"}, status=422)
    assert set(page.errors) == {"website"}
    page = page.submit({"website": "https://www.metro.tokyo.lg.jp", "wikidata": "1490"}, status=422)
    assert set(page.errors) == {"wikidata"}
    page = page.submit({"wikidata": "Q1490"}).follow()
    assert page.select('a[href="https://www.metro.tokyo.lg.jp"]')
    assert page.select('a[href="https://www.wikidata.org/wiki/Q1490"]')


def test_another_name_of_a_city_is_added_changed_and_put_away(client: Client, officer: User) -> None:
    city = make_city(name_ko="서울")
    page = client.sign_in(officer).get(f"/cities/{city.reference}").click("다른 이름 추가")
    page = page.submit({"name": "경성", "language": "ja", "begins": "1910", "ends": "1909"}, status=422)
    assert set(page.errors) == {"ends"}
    page = page.submit({"ends": "1945-08-15", "note": "일제강점기"}).follow()
    assert "경성 일본어 · 1910년 ~ 1945. 8. 15. · 일제강점기" in page.facts["다른 이름"]
    assert client.get("/cities", {"q": "경성"}).rows
    page = page.click("수정 경성").submit({"name": "京城", "begins": ""}).follow()
    assert "1945. 8. 15.까지" in page.facts["다른 이름"]
    assert not client.get("/cities", {"q": "경성"}).rows
    page.click("수정 京城").submit(button="보관").follow()
    assert not client.get("/cities", {"q": "京城"}).rows
    assert "京城" in client.get(f"/cities/{city.reference}/history")


def test_another_name_of_a_person_is_added(client: Client, officer: User, viewer_user: User) -> None:
    person = make_person(name_ko="에드윈 리")
    page = client.sign_in(officer).get(f"/people/{person.reference}").click("다른 이름 추가")
    page = page.submit({"name": "", "language": "zh-Hant"}, status=422)
    assert set(page.errors) == {"name"}
    page = page.submit({"name": "李孟賢"}).follow()
    assert "李孟賢 중국어" in page.facts["다른 이름"]
    assert client.get("/people", {"q": "李孟賢"}).rows
    page = page.click("수정 李孟賢").submit({"ends": "2017"}).follow()
    assert "2017년까지" in page.facts["다른 이름"]
    page = client.sign_in(viewer_user).get(f"/people/{person.reference}")
    assert "李孟賢" in page and not [link for _name, link in page.links if "/names/" in link]


def test_a_name_belongs_to_its_own_city(client: Client, officer: User, home: City) -> None:
    alias = make_city_alias(home, name="한양")
    city = make_city()
    client.sign_in(officer).get(f"/cities/{city.reference}/names/{alias.id}/edit", status=404)
    client.get(f"/cities/{home.reference}/names/{alias.id}/edit")


def test_a_parent_that_the_reader_may_not_see_is_kept_and_not_named(
    client: Client, officer: User, coordinator: User
) -> None:
    hidden = make_city(name_ko="비공개도", disclosure=Disclosure.RESTRICTED)
    city = make_city(name_ko="공개시", parent=hidden)
    address = f"/cities/{city.reference}"
    client.sign_in(officer)
    for page in (client.get(address), client.get(f"{address}/edit"), client.get("/cities", {"q": "공개시"})):
        assert "비공개도" not in page.html and hidden.reference not in page.html
    client.get(f"{address}/edit").submit({"name_local": "공개"}).follow()
    assert city.parent_id == hidden.id
    assert client.sign_in(coordinator).get(address).facts["상위 지자체"] == "비공개도"
    client.get(f"{address}/edit").submit({"parent": ""}).follow()
    assert city.parent_id is None


def test_a_city_recorded_without_its_number_is_known_again_by_name_and_country(client: Client, officer: User) -> None:
    city = make_city(name_ko="베이징", name_en="Beijing", country="CN")
    make_city(name_ko="베이징", name_en="Beijing Town", country="JP")
    entry = client.sign_in(officer).get("/cities/new", {"gazetteer": "Beijing"}).texts(".gazetteer-list li")[0]
    assert f"이미 등록됨 · {city.reference}" in entry and "채우기" in entry
    make_city(name_ko="스프링필드", name_en="Springfield", country="US", geonames_id=4250542)
    told = client.get("/cities/new", {"gazetteer": "Springfield"}).texts(".gazetteer-list li")
    assert sum("이미 등록됨" in one for one in told) == 1


def test_the_gaps_of_a_recorded_city_are_filled_in_from_the_gazetteer(client: Client, officer: User) -> None:
    city = make_city(
        name_ko="베이징", name_en="Peking", country="CN", zone=None, latitude=None, longitude=None, subdivision="수도"
    )
    page = client.sign_in(officer).get(f"/cities/{city.reference}")
    assert page.facts["시간대"].startswith("미입력") and page.facts["좌표"].startswith("미입력")
    page = page.click("세계 도시 목록에서 채우기")
    chosen = [link for name, link in page.links if "geonames=1816670" in link]
    assert chosen and not page.select(f'.gazetteer-list a[href="/cities/{city.reference}"]')
    page = client.get(chosen[0])
    assert "비어 있던 항목" in page
    filled = dict(page.form(["name_ko"]).values())
    assert filled["name_en"] == "Peking" and filled["subdivision"] == "수도"
    assert (filled["zone"], filled["geonames_id"]) == ("Asia/Shanghai", "1816670")
    page = page.submit({"note": ""} if "note" in filled else {}).follow()
    assert page.facts["시간대"] == "Asia/Shanghai" and page.facts["좌표"].startswith("39.9")


def test_a_free_entry_takes_the_time_zone_of_what_it_is_part_of(client: Client, officer: User) -> None:
    parent = make_city(name_ko="기타큐슈시", name_en="Kitakyushu", country="JP", zone="Asia/Tokyo")
    page = client.sign_in(officer).get("/cities/new")
    typed = {"name_ko": "야하타니시구", "country": "JP", "parent": parent.reference, "latitude": "33.86"}
    page = page.submit(typed, status=422)
    assert set(page.errors) == {"longitude"}
    page = page.submit({"longitude": "130.76"}).follow()
    assert page.facts["시간대"] == "Asia/Tokyo"
    assert page.facts["좌표"] == "33.8600, 130.7600"
