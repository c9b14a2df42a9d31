"""Parties of any kind and number, signatures far apart, witnesses, and the texts of a paper."""

import pytest

from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.organisation import OrganisationKind
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.account import make_user
from tests.factories.agreement import make_agreement, make_party, make_signature, make_text, make_witness
from tests.factories.city import make_city
from tests.factories.document import make_document
from tests.factories.organisation import make_organisation
from tests.factories.person import make_person, make_post


def test_a_trilateral_agreement(client: Client, officer: User, home: City) -> None:
    for name, country in (("도쿄도", "JP"), ("베이징", "CN")):
        make_city(name_ko=name, country=country)
    paper = make_agreement(home)
    form = client.sign_in(officer).get(f"/agreements/{paper.reference}/parties/several")
    page = form.submit({"ours": "서울특별시", "theirs": "베이징\n도쿄도\n"}).follow()
    assert page.texts(".side-parties strong") == ["서울특별시", "베이징", "도쿄도"]
    assert page.texts(".party-side h3") == ["우리 측", "상대 측"]
    assert "서울특별시도 당사자입니다." in page


def test_two_councils_and_a_foundation(client: Client, officer: User, home: City) -> None:
    tokyo = make_city(name_ko="도쿄도", country="JP")
    make_organisation(name_ko="서울특별시의회", city=home, kind=OrganisationKind.COUNCIL)
    foundation = make_organisation(name_ko="한일문화재단", city=None, kind=OrganisationKind.OTHER)
    make_organisation(name_ko="도쿄도의회", city=tokyo, kind=OrganisationKind.COUNCIL)
    paper = make_agreement(home)
    form = client.sign_in(officer).get(f"/agreements/{paper.reference}/parties/several")
    page = form.submit({"ours": f"서울특별시의회\n{foundation.reference}", "theirs": "도쿄도의회"}).follow()
    assert page.texts(".side-parties strong") == ["서울특별시의회", "한일문화재단", "도쿄도의회"]
    assert "당사자 서울특별시의회의 상위 기관" in page


def test_a_paper_between_others_is_only_recorded_here(client: Client, viewer_user: User, home: City) -> None:
    paper = make_agreement(home)
    make_party(paper, make_city(name_ko="도쿄도", country="JP"), side=Side.PARTNER)
    assert "당사자가 아니며 기록만 관리" in client.sign_in(viewer_user).get(f"/agreements/{paper.reference}")


def test_a_city_and_nine_districts_and_each_line_that_names_none(client: Client, officer: User, home: City) -> None:
    berlin = make_city(name_ko="베를린", name_en="Berlin", country="DE")
    districts = [make_city(name_ko=f"{number}구", country="DE", parent_id=berlin.id) for number in range(1, 10)]
    make_party(paper := make_agreement(home), home)
    lines = ["베를린", *(str(district.name_ko) for district in districts)]
    form = client.sign_in(officer).get(f"/agreements/{paper.reference}/parties/several")
    wrong = [*lines[:4], "없는구", *lines[4:], "서울특별시"]
    refused = form.submit({"theirs": "\n".join(wrong)}, status=422)
    assert "5번째 줄" in refused.errors["theirs"] and "없는구" in refused.errors["theirs"]
    assert dict(refused.form(["theirs"]).values())["theirs"].split("\r\n") == wrong
    again = refused.submit({"theirs": "\n".join([*lines, "서울특별시"])}, status=422)
    assert home.reference in again.errors["theirs"]
    page = again.submit({"theirs": "\n".join(lines)}).follow()
    assert page.texts(".side-parties strong") == ["서울특별시", *lines]


def test_nothing_entered_and_a_party_on_both_sides_are_refused(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home)
    form = client.sign_in(officer).get(f"/agreements/{paper.reference}/parties/several")
    assert set(form.submit({}, status=422).errors) == {"ours"}
    assert set(form.submit({"ours": "서울특별시", "theirs": "Seoul"}, status=422).errors) == {"theirs"}


@pytest.fixture
def tokyo(home: City) -> City:
    return make_city(name_ko="도쿄도", country="JP")


def test_a_memorandum_signed_by_correspondence_on_two_dates(
    client: Client, officer: User, home: City, tokyo: City
) -> None:
    paper = make_agreement(home, signed=PartialDate.parse("2020-06-01"))
    make_party(paper, home)
    make_party(paper, tokyo, side=Side.PARTNER)
    address = f"/agreements/{paper.reference}"
    by_letter = {"manner": "correspondence", "title_ko": "시장"}
    form = client.sign_in(officer).get(f"{address}/signatures/new")
    page = form.submit({**by_letter, "party": "서울특별시", "signed": "2020.6.1"}).follow()
    assert "마지막 서명일" not in page
    entries = {**by_letter, "party": "도쿄도", "title_ko": "지사", "signed": "2020.6.22", "place_ko": "도쿄도청"}
    dates = {"sent": "2020.6.5", "returned": "2020.6.2"}
    assert set(form.submit({**entries, **dates}, status=422).errors) == {"returned"}
    assert set(form.submit({**entries, **dates, "manner": "in_person", "returned": ""}, status=422).errors) == {
        "manner"
    }
    page = form.submit({**entries, **dates, "returned": "2020.6.29"}).follow()
    row = page.rows[1]
    assert row[0] == "도쿄도" and "2020. 6. 22." in row[2] and "협정 체결일 이후" in row[2]
    assert row[3] == "도쿄도청" and "회수 2020. 6. 29." in row[4]
    page.submit(button="체결일을 2020. 6. 22.로 변경")
    assert paper.signed == PartialDate.parse("2020-06-22")
    page = client.get(address)
    assert "협정 체결일 이후" not in page and not page.select("#signed-date")
    client.post(f"{address}/signed-date", {"day": "2020-06-30"}, status=422)
    client.post(f"{address}/signed-date", {"day": "soon"}, status=422)


def test_who_signs_on_behalf_says_of_whom(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home)
    make_party(paper, home)
    form = client.sign_in(officer).get(f"/agreements/{paper.reference}/signatures/new")
    entries = {"party": "서울특별시", "title_ko": "부시장", "capacity": "on_behalf"}
    assert set(form.submit(entries, status=422).errors) == {"on_behalf_of"}
    assert (
        "서울특별시장" in form.submit({**entries, "on_behalf_of": "서울특별시장"}).follow().texts(".signing tbody")[0]
    )


def test_a_day_known_only_roughly_sets_no_date(client: Client, viewer_user: User, home: City) -> None:
    paper = make_agreement(home)
    make_signature(make_party(paper, home), signed=PartialDate.parse("2013-11"))
    page = client.sign_in(viewer_user).get(f"/agreements/{paper.reference}")
    assert "마지막 서명일" not in page and "협정 체결일 이후" in page


def test_witnesses_stand_apart_with_the_title_of_the_day(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home)
    make_signature(make_party(paper, home))
    chair = make_person(name_ko="김의장")
    make_post(chair, title_ko="의장", held_from=PartialDate.parse("2012"), held_to=PartialDate.parse("2014"))
    address = f"/agreements/{paper.reference}"
    form = client.sign_in(officer).get(f"{address}/witnesses/new")
    assert set(form.submit({}, status=422).errors) == {"title_ko"}
    page = form.submit({"person": "김의장", "side": "home", "note": "입회인으로 서명"}).follow()
    assert len(page.rows) == 1
    shown = page.texts(".witnesses-head + .entries")[0]
    assert "김의장" in shown and "의장" in shown and "입회인으로 서명" in shown
    other = make_witness(paper)
    client.get(f"{address}/witnesses/{other.id}/edit").submit({"title_ko": "국장"})
    client.post(f"{address}/witnesses/{other.id}/archive")
    assert "국장" not in client.get(address)


def test_one_text_prevails_at_most(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home)
    make_text(paper, "ko")
    document = make_document(agreement=paper, title_ko="영문 서명본")
    address = f"/agreements/{paper.reference}"
    page = client.sign_in(officer).get(address)
    assert "한국어" in page.texts(".texts li")[0] and "2부" in page.texts(".texts li")[0]
    form = client.get(f"{address}/texts/new")
    assert set(form.submit({"standing": "authentic"}, status=422).errors) == {"language"}
    entries = {"language": "en", "standing": "translation", "prevails": True}
    assert set(form.submit(entries, status=422).errors) == {"prevails"}
    page = form.submit({**entries, "standing": "authentic", "document": str(document.id)}).follow()
    assert page.link("영문 서명본") == f"/documents/{document.reference}"
    assert "우선하는지 명시되지" not in page
    refused = client.get(f"{address}/texts/new").submit({"language": "ja", "prevails": True}, status=422)
    assert set(refused.errors) == {"prevails"}
    assert len(client.get(address).select(".texts > li")) == 2


def test_two_texts_of_which_none_prevails(client: Client, home: City) -> None:
    paper = make_agreement(home)
    make_text(paper, "ko")
    make_text(paper, "en", originals=None)
    reader = make_user(homes=[home], language=Language.ENGLISH)
    page = client.sign_in(reader).get(f"/agreements/{paper.reference}")
    assert "Which text prevails is not stated." in page and "Number of originals not stated" in page


def test_what_is_missing_is_told_to_who_may_enter_it(
    client: Client, officer: User, viewer_user: User, home: City
) -> None:
    paper = make_agreement(home)
    make_party(paper, home)
    page = client.sign_in(officer).get(f"/agreements/{paper.reference}")
    assert page.link("서명된 문서").startswith("/documents/new")
    assert "서울특별시" in page.texts(".missing")[0]
    assert not client.sign_in(viewer_user).get(f"/agreements/{paper.reference}").select(".missing")


def test_ties_are_entered_line_by_line_without_scripts(client: Client, officer: User, home: City, tokyo: City) -> None:
    page = client.sign_in(officer).get("/agreements/new")
    more = page.submit({"partnerships": "도쿄도", "title_ko": "새 협정"}, button="줄 추가", status=200)
    assert dict(more.form(["kind"]).values())["title_ko"] == "새 협정"
    assert [one.get("value") for one in more.select("input[name=partnerships]")] == ["도쿄도", "", ""]
