"""What becomes of a city, and what its profile tells over time, through the pages."""

from decimal import Decimal

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City, FactKind, SuccessionKind
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.city import make_city, make_fact, make_succession
from tests.factories.partnership import make_partnership


def test_a_merger_is_told_at_both_ends_with_its_date_and_source(client: Client, officer: User) -> None:
    county, city = make_city(name_ko="청원군", country="KR"), make_city(name_ko="청주시", country="KR")
    page = client.sign_in(officer).get(f"/cities/{county.reference}").click("통합·분리 등록")
    page = page.submit({"successor": "", "happened": "2014-07-01"}, status=422)
    assert set(page.errors) == {"successor"}
    page = page.submit({"successor": "청주시", "source": "관보", "note": "주민투표로 결정"}).follow()
    for address in (county.reference, city.reference):
        page = client.get(f"/cities/{address}")
        assert "2014. 7. 1." in page and "청원군, 청주시에 통합됨" in page and "관보" in page
    # Whatever is looked at of the one that is no more, it says so first.
    for tab in ("", "/partnerships", "/people", "/documents", "/history"):
        assert "통합됨" in client.get(f"/cities/{county.reference}{tab}").texts(".notice-warning")[0]
    assert not client.get(f"/cities/{city.reference}").texts(".notice-warning")


def test_a_succession_runs_in_no_circle(client: Client, officer: User) -> None:
    first, second = make_city(name_ko="가시"), make_city(name_ko="나시")
    make_succession(first, second)
    page = client.sign_in(officer).get(f"/cities/{second.reference}/successions/new")
    page = page.submit({"successor": first.reference, "note": "적은 것"}, status=422)
    assert set(page.errors) == {"successor"} and "적은 것" in page.html


def test_a_succession_is_corrected_and_put_away(client: Client, officer: User) -> None:
    first, second = make_city(name_ko="가시"), make_city(name_ko="나시")
    step = make_succession(first, second)
    address = f"/cities/{first.reference}/successions/{step.id}/edit"
    page = client.sign_in(officer).get(address)
    page = page.submit({"kind": SuccessionKind.SPLIT, "happened": "2015"}).follow()
    assert "가시에서 나시 분리됨" in page and "2015년" in page
    page = client.get(address).submit(button="보관").follow()
    assert "분리됨" not in page and not page.texts(".notice-warning")


def test_the_other_end_is_not_named_to_those_who_may_not_see_it(
    client: Client, officer: User, coordinator: User
) -> None:
    first, second = make_city(name_ko="가시"), make_city(name_ko="비공개시", disclosure=Disclosure.RESTRICTED)
    make_succession(first, second)
    page = client.sign_in(officer).get(f"/cities/{first.reference}")
    assert "비공개시" not in page.html and second.reference not in page.html and "통합됨" in page
    assert "비공개시" in client.sign_in(coordinator).get(f"/cities/{first.reference}")


def test_ties_left_with_a_merged_city_lead_to_their_carrying_over(client: Client, officer: User, home: City) -> None:
    county, city = make_city(name_ko="청원군", country="CN"), make_city(name_ko="청주시", country="CN")
    tie = make_partnership(home, county)
    make_succession(county, city)
    page = client.sign_in(officer).get(f"/cities/{county.reference}/partnerships")
    wanted = f"/partnerships/{tie.reference}/succession?successor={city.reference}"
    assert wanted in [link for _name, link in page.links]
    assert "succession" not in client.get(f"/cities/{city.reference}/partnerships").html


def test_a_new_name_keeps_the_old_one_and_the_city_is_found_by_both(client: Client, officer: User) -> None:
    city = make_city(name_ko="아스타나", name_en="Astana", country="KZ")
    page = client.sign_in(officer).get(f"/cities/{city.reference}").click("명칭 변경")
    assert dict(page.form(["name_ko"]).values())["name_ko"] == "아스타나"
    page = page.submit({"renamed": "2019-03-23"}, status=422)
    assert set(page.errors) == {"name_ko"}
    page = page.submit({"name_ko": "누르술탄", "name_en": "Nur-Sultan", "source": "대통령령"}).follow()
    assert page.heading == "누르술탄"
    assert "아스타나 한국어 · 2019. 3. 23.까지 · 대통령령" in page.facts["다른 이름"]
    assert "이때까지의 명칭: 아스타나" in page
    for name in ("astana", "아스타나", "nur-sultan", "누르술탄"):
        assert [row[-1] for row in client.get("/cities", {"q": name}).rows] == [city.reference]


def test_the_latest_value_comes_first_and_the_earlier_ones_as_its_history(client: Client, officer: User) -> None:
    city = make_city()
    for number, year in ((805_235, "2010"), (837_442, "2013"), (776_733, "2000")):
        make_fact(city, number=Decimal(number), as_of=PartialDate.parse(year), source=f"{year} 통계")
    page = client.sign_in(officer).get(f"/cities/{city.reference}")
    assert page.texts(".entries-figure") == ["837,442 명 +32,207 (+4%)"]
    rows = [(row[0], row[1], row[2]) for row in page.rows]
    assert rows == [("2010년", "805,235 명 +28,502 (+3.7%)", "2010 통계"), ("2000년", "776,733 명", "2000 통계")]
    assert "이전 값 2건" in page


def test_sources_that_disagree_stand_side_by_side(client: Client, officer: User) -> None:
    city = make_city()
    make_fact(city, number=Decimal(837_442), as_of=PartialDate.parse("2013"), source="인구조사국")
    make_fact(city, number=Decimal(825_863), as_of=PartialDate.parse("2013-07"), source="시 누리집")
    make_fact(city, number=Decimal(805_235), as_of=PartialDate.parse("2010"), source="인구조사국")
    page = client.sign_in(officer).get(f"/cities/{city.reference}")
    assert len(page.texts(".entries-figure")) == 2 and "출처별로 다름" in page
    assert [row[0] for row in page.rows] == ["2010년"]


def test_matters_and_units_are_kept_apart_and_old_ones_marked(client: Client, officer: User) -> None:
    city = make_city()
    make_fact(city, kind=FactKind.GDP, number=Decimal(500), unit="억 달러", as_of=PartialDate.parse("2013"))
    make_fact(city, kind=FactKind.GDP, number=Decimal(9), unit="만 달러(1인당)", as_of=PartialDate.parse("2013"))
    for text in ("하나", "둘"):
        make_fact(city, kind=FactKind.OTHER, number=None, unit=None, text_ko=text, as_of=PartialDate.parse("2013"))
    page = client.sign_in(officer).get(f"/cities/{city.reference}")
    assert len(page.texts(".entries-figure")) == 2 and "출처별로 다름" not in page
    assert len(page.texts(".badge-pending")) == 4
    assert not page.rows


def test_a_value_without_a_date_stands_behind_those_with_one(client: Client, officer: User) -> None:
    city = make_city()
    make_fact(city, number=Decimal(1), as_of=None, source="말")
    make_fact(city, number=Decimal(2), as_of=PartialDate.parse("1990"))
    page = client.sign_in(officer).get(f"/cities/{city.reference}")
    assert page.texts(".entries-figure") == ["2 명 +1 (+100%)"]
    assert [row[0] for row in page.rows] == ["미입력"]
