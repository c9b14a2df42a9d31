"""What every list can do: narrow by the address, order, tell what it does not understand, keep views, give files."""

import csv
import io
from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest

from partnerships.adapters.clock import today_in
from partnerships.models.account import Role, User
from partnerships.models.agreement import AgreementStatus, Cadence, NoticeKind, RenewalKind, TermKind
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side, Tier, TieStatus
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.account import make_user
from tests.factories.agreement import make_agreement, make_commitment, make_party
from tests.factories.city import make_city, make_home
from tests.factories.cooperation_area import make_area
from tests.factories.document import make_document, make_filed_document
from tests.factories.organisation import make_organisation
from tests.factories.partnership import make_claim, make_partnership
from tests.factories.person import make_person
from tests.factories.visit import make_visit
from tests.page import Page

LISTS = ("partnerships", "agreements", "cities", "visits", "organisations", "people", "documents")
TODAY = today_in("Asia/Seoul")


def day(year: int, month: int, number: int) -> datetime:
    """A date as a workbook gives it back."""
    return datetime.combine(date(year, month, number), time())


def titles(client: Client, place: str, **query: Any) -> list[str]:
    return client.get(place, query).texts("tbody th a")


def sheet_of(page: Page, number: int = 0) -> list[list[Any]]:
    book = openpyxl.load_workbook(io.BytesIO(page.data))
    return [list(row) for row in book.worksheets[number].iter_rows(values_only=True)]


def lines_of(page: Page) -> list[list[str]]:
    assert page.data.startswith(b"\xef\xbb\xbf")
    text = page.data.decode("utf-8-sig")
    assert "\r\n" in text
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.fixture
def ties(home: City, officer: User) -> None:
    """Three ties: with Tokyo since 1988, with Paris since 1991 and with Atlanta, of which nothing is known."""
    tokyo = make_partnership(home, make_city(name_ko="도쿄도", country="JP", aliases="東京"), owner=officer)
    make_claim(tokyo, founded=PartialDate.parse("1988"))
    paris = make_partnership(home, make_city(name_ko="파리", country="FR"), tier=Tier.FRIENDSHIP)
    make_claim(paris, founded=PartialDate.parse("1991-11-19"))
    make_partnership(home, make_city(name_ko="애틀랜타", country="US"), partner_status=TieStatus.SUSPENDED)


def test_ties_are_narrowed(client: Client, officer: User, home: City, ties: None) -> None:
    client.sign_in(officer)
    everyone = ["도쿄도", "애틀랜타", "파리"]
    assert titles(client, "/partnerships") == everyone
    for query, found in (
        ({"q": "東京"}, ["도쿄도"]),
        ({"q": "TIE-1976-002"}, ["파리"]),
        ({"region": "030"}, ["도쿄도"]),
        ({"region": "150"}, ["파리"]),
        ({"region": "155", "country": "FR"}, ["파리"]),
        ({"country": "VN"}, []),
        ({"decade": "1980"}, ["도쿄도"]),
        ({"decade": "1990"}, ["파리"]),
        ({"partner_status": "suspended"}, ["애틀랜타"]),
        ({"home_status": "suspended"}, []),
        ({"mine": "1"}, ["도쿄도"]),
        ({"officer": officer.reference}, ["도쿄도"]),
        ({"officer": "김하"}, ["도쿄도"]),
        ({"agreement": "no"}, everyone),
        ({"agreement": "yes"}, []),
        ({"quiet": "1"}, everyone),
        ({"dormant": "1"}, []),
    ):
        assert titles(client, "/partnerships", **query) == found, query


def test_ties_are_found_by_what_their_agreements_are_about(client: Client, officer: User, home: City) -> None:
    area = make_area(name_ko="공유경제")
    tie = make_partnership(home, make_city(name_ko="샌프란시스코"))
    make_partnership(home, make_city(name_ko="파리"))
    make_agreement(home, partnerships=[tie], areas=[area])
    client.sign_in(officer)
    assert titles(client, "/partnerships", area=area.reference) == ["샌프란시스코"]
    assert titles(client, "/partnerships", agreement="yes") == ["샌프란시스코"]


def test_a_hidden_agreement_counts_for_no_tie(client: Client, viewer_user: User, home: City) -> None:
    tie = make_partnership(home, make_city(name_ko="샌프란시스코"))
    make_agreement(home, partnerships=[tie], disclosure=Disclosure.RESTRICTED)
    client.sign_in(viewer_user)
    assert titles(client, "/partnerships", agreement="yes") == []


def test_an_anniversary_within_a_year_is_found(client: Client, officer: User, home: City) -> None:
    for name, founded in (
        ("열흘뒤", date(TODAY.year - 50, TODAY.month, 1) + timedelta(days=40)),
        ("지난달", date(TODAY.year - 49, TODAY.month, 1) + timedelta(days=40)),
    ):
        make_claim(make_partnership(home, make_city(name_ko=name)), founded=PartialDate.of(founded))
    assert titles(client.sign_in(officer), "/partnerships", anniversary="1") == ["열흘뒤"]


def test_what_is_not_known_comes_last_either_way(client: Client, officer: User, ties: None) -> None:
    client.sign_in(officer)
    assert titles(client, "/partnerships", sort="founded") == ["도쿄도", "파리", "애틀랜타"]
    assert titles(client, "/partnerships", sort="-founded") == ["파리", "도쿄도", "애틀랜타"]
    head = client.get("/partnerships", {"sort": "founded", "region": "030"})
    assert head.texts("th[aria-sort=ascending]") == ["결연일"]
    assert "region=030" in head.link("결연일") and "sort=-founded" in head.link("결연일")


def test_every_order_of_every_list_can_be_had(client: Client, coordinator: User, home: City, ties: None) -> None:
    make_agreement(home)
    make_visit(home)
    make_document(city=home)
    make_organisation()
    make_person()
    client.sign_in(coordinator)
    for place in LISTS:
        heads = [href for _name, href in client.get(f"/{place}").links if "sort=" in href]
        assert len(heads) >= 2
        for href in heads:
            client.get(href)


def test_agreements_are_narrowed(client: Client, officer: User, home: City) -> None:
    soon, later = TODAY + timedelta(days=20), TODAY + timedelta(days=100)
    until = {"status": AgreementStatus.IN_FORCE, "term_kind": TermKind.UNTIL_DATE}
    tokyo = make_city(name_ko="도쿄도", country="JP")
    first = make_agreement(home, title_ko="곧 끝남", term_until=soon, signed=PartialDate.parse("1995"), **until)
    make_party(first, tokyo, side=Side.PARTNER)
    make_agreement(home, title_ko="나중에 끝남", term_until=later, signed=PartialDate.parse("1988-03"), **until)
    make_agreement(home, title_ko="이미 끝남", term_until=TODAY - timedelta(days=1), signed=None, **until)
    open_one = make_agreement(
        home, title_ko="기간 없음", signed=PartialDate.parse("1976"), renewal_kind=RenewalKind.AUTOMATIC,
        awaits_approval=True, partnerships=[make_partnership(home, make_city(country="FR"))],
    )  # fmt: skip
    make_filed_document(agreement=open_one)
    client.sign_in(officer)
    for query, found in (
        ({"ending": "30"}, ["곧 끝남"]),
        ({"ending": "180", "sort": "ends"}, ["곧 끝남", "나중에 끝남"]),
        ({"status": "expired"}, ["이미 끝남"]),
        ({"partner": "도쿄"}, ["곧 끝남"]),
        ({"partner": f"도쿄도 · {tokyo.reference}"}, ["곧 끝남"]),
        ({"region": "030"}, ["곧 끝남"]),
        ({"region": "150"}, ["기간 없음"]),
        ({"country": "JP"}, ["곧 끝남"]),
        ({"decade": "1980"}, ["나중에 끝남"]),
        ({"year": "1976"}, ["기간 없음"]),
        ({"renewal": "automatic"}, ["기간 없음"]),
        ({"awaits_approval": "1"}, ["기간 없음"]),
        ({"term_unknown": "1"}, ["기간 없음"]),
        ({"tie": "yes"}, ["기간 없음"]),
        ({"tie": "no", "ending": "30"}, ["곧 끝남"]),
        ({"file": "yes"}, ["기간 없음"]),
        ({"file": "no", "status": "expired"}, ["이미 끝남"]),
    ):
        assert titles(client, "/agreements", **query) == found, query


def test_cities_visits_and_organisations_are_narrowed(client: Client, officer: User, home: City) -> None:
    tokyo = make_city(name_ko="도쿄도", country="JP")
    make_partnership(home, tokyo)
    make_city(name_ko="파리", country="FR")
    unit = make_organisation(name_ko="국제교류과", city=home)
    make_organisation(name_ko="도쿄도립대", city=tokyo)
    make_visit(home, title_ko="방문 하나", department=unit, starts=PartialDate.parse("2015-03"), ends=None)
    make_visit(home, title_ko="방문 둘", starts=PartialDate.parse("2014-03"), ends=None)
    client.sign_in(officer)
    assert titles(client, "/cities", region="142", tie="yes") == ["서울특별시", "도쿄도"]
    assert titles(client, "/cities", tie="no") == ["파리"]
    assert titles(client, "/cities", home="1") == ["서울특별시"]
    assert titles(client, "/visits", department="교류과") == ["방문 하나"]
    assert titles(client, "/visits", year="2014") == ["방문 둘"]
    assert titles(client, "/organisations", city="도쿄") == ["도쿄도립대"]


def test_what_is_not_understood_is_left_aside_and_told(client: Client, officer: User, ties: None) -> None:
    page = client.sign_in(officer).get("/partnerships", {"tier": "brother", "decade": "199x", "foo": "1", "sort": "x"})
    assert len(page.rows) == 3
    assert page.texts(".notice-warning") == ["이해하지 못해 제외한 조건: brother · 199x · foo=1 · x"]
    for place in LISTS:
        wild = dict.fromkeys(("kind", "region", "year", "sort", "home"), "�'\"<%_\\")
        client.get(f"/{place}", {name: value.encode("utf-8", "replace") for name, value in wild.items()})
        client.get(f"/{place}", {"year": "²", "decade": "９９９０", "ending": "-1", "page": "9" * 30})


def test_what_is_set_is_shown_and_taken_away(client: Client, officer: User, ties: None) -> None:
    page = client.sign_in(officer).get("/partnerships", {"region": "030", "decade": "1980", "q": "", "sort": "-name"})
    assert page.texts(".condition") == ["권역: 동아시아 ×", "결연 연대: 1980년대 ×"]
    assert page.select("details[open]")
    page = page.click("조건 해제: 결연 연대: 1980년대")
    assert page.texts(".condition") == ["권역: 동아시아 ×"]
    assert not page.select("details[open]")
    assert dict(page.form(["q"]).values())["sort"] == "-name"


def test_of_several_home_sides_the_own_comes_first(client: Client, officer: User, home: City) -> None:
    other = make_home(name_ko="종로구", name_en="Jongno")
    make_partnership(home, make_city(name_ko="도쿄도"))
    make_partnership(other, make_city(name_ko="파리"), disclosure=Disclosure.PUBLIC)
    client.sign_in(officer)
    assert titles(client, "/partnerships") == ["도쿄도"]
    assert titles(client, "/partnerships", home="all") == ["도쿄도", "종로구 – 파리"]
    assert titles(client, "/partnerships", home=other.reference) == ["종로구 – 파리"]


def test_ties_of_foreign_cities_among_themselves_are_not_in_the_way(client: Client, officer: User, home: City) -> None:
    """As a long list of pairs brings them: their home side is none of this installation's."""
    make_partnership(home, make_city(name_ko="도쿄도"))
    assert not client.sign_in(officer).get("/partnerships").select("[name=home]")
    make_partnership(make_city(name_ko="베라트"), make_city(name_ko="페르모"), disclosure=Disclosure.PUBLIC)
    assert titles(client, "/partnerships") == ["도쿄도"]
    assert titles(client, "/partnerships", home="all") == ["도쿄도", "베라트 – 페르모"]


def save(client: Client, name: str, **query: str) -> Page:
    page = client.get("/partnerships", query)
    return page.submit({"보기 이름": name}, button="보기 저장")


def test_a_view_is_saved_replaced_renamed_and_deleted(client: Client, officer: User, ties: None) -> None:
    client.sign_in(officer)
    page = save(client, "동아시아", region="030").follow()
    assert page.texts("tbody th a") == ["도쿄도"]
    assert page.texts(".saved-views li a[aria-current]") == ["동아시아"]
    refused = client.get("/partnerships", {"region": "155"}).submit(
        {"보기 이름": "동아시아"}, button="보기 저장", status=422
    )
    assert set(refused.errors) == {"name"}
    page = refused.submit({"replaces": True}, button="보기 저장").follow()
    assert page.texts("tbody th a") == ["파리"]
    page = client.get("/saved-views").click("동아시아 수정").submit({"name": "서유럽"}).follow()
    assert page.texts("tbody th a") == ["서유럽"]
    page = page.submit(button="삭제").follow()
    assert page.texts("tbody th a") == []
    assert not client.get("/partnerships").select(".saved-views")


def test_views_are_shared_with_colleagues_of_the_own_side_only(
    client: Client, officer: User, viewer_user: User, home: City, ties: None
) -> None:
    elsewhere = make_user(role=Role.OFFICER, homes=[make_home(name_ko="종로구")])
    client.sign_in(officer)
    save(client, "나만 보기", region="030")
    page = client.get("/partnerships", {"region": "155"})
    page.submit({"보기 이름": "함께 보기", "공개 범위": "서울특별시 직원 모두"}, button="보기 저장")
    assert client.get("/partnerships").texts(".saved-views li a") == ["나만 보기", "함께 보기 공유"]
    number = client.get("/saved-views").link("나만 보기 수정").split("/")[2]
    client.sign_out().sign_in(viewer_user)
    assert client.get("/partnerships").texts(".saved-views li a") == ["함께 보기 김하늘"]
    assert client.get("/agreements").texts(".saved-views li a") == []
    client.get(f"/saved-views/{number}/edit", status=404)
    client.post(f"/saved-views/{number}/delete", status=404)
    client.post("/saved-views", {"listing": "partnerships.list", "name": "몰래", "shared_with": home.reference})
    client.post("/saved-views", {"listing": "accounts.list", "name": "없는 목록"}, status=404)
    assert client.sign_out().sign_in(elsewhere).get("/partnerships").texts(".saved-views li a") == []
    assert "몰래" not in client.sign_out().sign_in(officer).get("/partnerships")


def test_a_view_outlives_its_conditions(client: Client, officer: User, ties: None) -> None:
    client.sign_in(officer).get("/partnerships")
    kept = {"listing": "partnerships.list", "name": "옛 보기", "query": "colour=red&region=030"}
    page = client.post("/saved-views", kept).follow()
    assert page.texts("tbody th a") == ["도쿄도"]
    assert "colour=red" in page.texts(".notice-warning")[0]


def test_the_workbook_holds_what_the_list_says(client: Client, officer: User, home: City, ties: None) -> None:
    client.sign_in(officer)
    query = {"sort": "founded"}
    page = client.get("/partnerships.xlsx", query)
    heads, *rows = sheet_of(page)
    assert [row[1] for row in rows] == titles(client, "/partnerships", **query)
    founded = heads.index("결연일")
    assert heads[founded : founded + 3] == ["결연일", "결연일: 가장 이른 날", "결연일: 가장 늦은 날"]
    assert rows[0][founded : founded + 3] == ["1988년", day(1988, 1, 1), day(1988, 12, 31)]
    assert rows[1][founded : founded + 3] == [day(1991, 11, 19)] * 3
    assert rows[2][founded : founded + 3] == [None] * 3
    assert rows[0][heads.index("교류 구분")] == "자매도시"
    book = openpyxl.load_workbook(io.BytesIO(page.data))
    sheet = book.worksheets[0]
    last = sheet.cell(len(rows) + 1, len(heads)).coordinate
    assert (sheet.title, sheet.freeze_panes, sheet.auto_filter.ref) == ("교류관계", "B2", f"A1:{last}")
    narrowed = dict(row[:2] for row in sheet_of(client.get("/partnerships.xlsx", {"region": "030"}), 1))
    assert (narrowed["조건"], narrowed["행 수"], narrowed["작성 계정"]) == ("권역: 동아시아", 1, "김하늘")


def test_files_are_named_in_the_reader_s_language(client: Client, officer: User) -> None:
    client.sign_in(officer)
    for kind, media in (("xlsx", "spreadsheetml"), ("csv", "text/csv")):
        page = client.get(f"/agreements.{kind}")
        plain, full = page.headers["Content-Disposition"].split("; ")[1:]
        assert plain == f'filename="agreements_{TODAY}.{kind}"'
        assert unquote(full) == f"filename*=UTF-8''협정_{TODAY}.{kind}"
        assert media in page.headers["Content-Type"]
        assert page.headers["Cache-Control"] == "no-store"


HOSTILE = ("=1+1", "+82 2 120", "@x", "-2+3", "\tx", "=cmd|' /C calc'!A0")


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_becomes_a_formula(client: Client, officer: User, home: City, name: str) -> None:
    make_partnership(home, make_city(name_ko=name, name_en="https://example.org"))
    client.sign_in(officer)
    book = openpyxl.load_workbook(io.BytesIO(client.get("/partnerships.xlsx").data))
    cell = book.worksheets[0]["B2"]
    assert (cell.value, cell.data_type) == (name, "s")
    assert book.worksheets[0]["C2"].hyperlink is None
    assert lines_of(client.get("/partnerships.csv"))[1][1] == f"'{name}"


def test_numbers_and_dates_stay_what_they_are(client: Client, officer: User) -> None:
    make_city(name_ko="시드니", country="AU", latitude=-33.87, longitude=151.2)
    client.sign_in(officer)
    heads, _home, row = lines_of(client.get("/cities.csv"))
    assert row[heads.index("위도")] == "-33.87"
    heads, _home, row = sheet_of(client.get("/cities.xlsx"))
    assert row[heads.index("위도")] == -33.87


@pytest.mark.parametrize("place", LISTS)
def test_files_hold_what_the_list_holds_and_nothing_hidden(
    client: Client, viewer_user: User, coordinator: User, home: City, place: str
) -> None:
    hidden = {"disclosure": Disclosure.RESTRICTED}
    make_partnership(home, make_city(name_ko="숨은 도시", **hidden), **hidden)
    make_partnership(home, make_city(name_ko="보이는 도시"))
    make_agreement(home, title_ko="숨은 협정", **hidden)
    make_agreement(home, title_ko="보이는 협정")
    make_visit(home, title_ko="숨은 방문", **hidden)
    make_visit(home, title_ko="보이는 방문")
    make_organisation(name_ko="숨은 기관", **hidden)
    make_organisation(name_ko="보이는 기관", phone="02-000-1234")
    make_person(name_ko="숨은 사람", **hidden)
    make_person(name_ko="보이는 사람", email="secret@sf.example", phone="010-0000-1234", needs="채식")
    make_document(city=home, title_ko="숨은 문서", **hidden)
    make_document(city=home, title_ko="보이는 문서")
    client.sign_in(viewer_user)
    shown = titles(client, f"/{place}")
    lines = lines_of(client.get(f"/{place}.csv"))
    assert [line[1] for line in lines[1:]] == shown
    assert [row[1] for row in sheet_of(client.get(f"/{place}.xlsx"))[1:]] == shown
    assert "숨은" not in str(lines)
    client.sign_out().sign_in(coordinator)
    assert "숨은" in str(lines_of(client.get(f"/{place}.csv")))
    for private in ("secret@sf.example", "010-0000-1234", "채식", "02-000-1234"):
        assert private not in str(lines_of(client.get(f"/{place}.csv")))


def test_files_hold_every_row_and_not_a_page(client: Client, officer: User) -> None:
    for number in range(60):
        make_city(name_ko=f"도시 {number:02}", country="JP")
    client.sign_in(officer)
    lines = lines_of(client.get("/cities.csv", {"country": "JP", "page": 2, "sort": "-name"}))
    assert [line[1] for line in lines[1:]] == [f"도시 {number:02}" for number in reversed(range(60))]
    page = client.get("/cities", {"country": "JP", "page": 2})
    assert page.link("이 목록의 Excel 파일") == "/cities.xlsx?country=JP"


def test_the_terms_of_agreements_stand_in_their_file_with_their_numbers(
    client: Client, officer: User, home: City
) -> None:
    make_agreement(
        home,
        title_ko="우호협정",
        title_en=None,
        signed=PartialDate.parse("2024-05-01"),
        effective=PartialDate.parse("2024-05-01"),
        term_kind=TermKind.MONTHS,
        term_months=60,
        renewal_kind=RenewalKind.AUTOMATIC,
        renewal_months=36,
        notice_kind=NoticeKind.MONTHS,
        notice_months=3,
    )
    heads, row = sheet_of(client.sign_in(officer).get("/agreements.xlsx"))
    found = dict(zip(heads, row, strict=True))
    assert (found["유효 기간"], found["갱신"], found["통보 기간"]) == ("60개월", "자동 갱신 (36개월)", "3개월")
    assert (found["현 기간 종료일"], found["통보 마감일"]) == (day(2029, 4, 30), day(2029, 1, 30))
    assert found["다른 언어 제목"] is None
    heads, row = lines_of(client.get("/agreements.csv"))
    assert row[heads.index("통보 마감일")] == "2029-01-30"


def test_how_often_a_commitment_falls_due_stands_in_its_file(client: Client, officer: User, home: City) -> None:
    make_commitment(make_agreement(home), cadence=Cadence.EVERY_N_YEARS, cadence_years=2)
    heads, row = lines_of(client.sign_in(officer).get("/commitments.csv"))
    assert row[heads.index("주기")] == "2년마다"


def test_no_file_goes_out_of_conditions_that_are_not_understood(client: Client, officer: User, ties: None) -> None:
    client.sign_in(officer)
    for kind in ("xlsx", "csv"):
        page = client.get(f"/partnerships.{kind}", {"tier": "brother", "country": "JP", "foo": "1"}, status=400)
        assert "Content-Disposition" not in page.headers
        assert page.heading == "파일을 만들지 않았습니다" and "brother · foo=1" in page


def test_years_to_choose_from_read_as_years(client: Client, officer: User, home: City) -> None:
    make_agreement(home, signed=PartialDate.parse("2014-05-01"))
    page = client.sign_in(officer).get("/agreements", {"year": "2014"})
    assert "2014년" in page.texts('select[name="year"] option')
    assert [text for text in page.texts("main a") if "2014년" in text]


@pytest.mark.parametrize(
    "place", ["partnerships", "agreements", "commitments", "cities", "visits", "organisations", "people", "documents"]
)
def test_only_who_may_record_is_told_to_record(client: Client, officer: User, viewer_user: User, place: str) -> None:
    query = {"q": "없는 것"}
    assert "조건을 넓혀 보십시오." in client.sign_in(viewer_user).get(f"/{place}", query)
    page = client.sign_in(officer).get(f"/{place}", query)
    assert "조건을 넓히거나" in page and "조건을 넓혀 보십시오." not in page
