"""From a signed paper to a complete record: two steps, all or nothing, nothing typed lost."""

from io import BytesIO

import pytest
from sqlalchemy import func, select

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.agreement import (
    Agreement,
    AgreementParty,
    AgreementStatus,
    AgreementText,
    Commitment,
    RenewalKind,
    Signature,
    TermKind,
)
from partnerships.models.city import City
from partnerships.models.document import Document
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.agreement import make_agreement
from tests.factories.city import make_city
from tests.factories.cooperation_area import make_area
from tests.factories.partnership import make_partnership
from tests.factories.person import make_person, make_post

TEXT = """제1조(목적) 이 양해각서는 두 도시의 협력을 목적으로 한다.
제2조(협력) 양 도시는 다음을 추진한다.
1. 전자정부 우수사례를 공유한다.
2. 매년 공무원을 상호 파견한다.
제3조(비용) 비용은 각자 부담한다."""
PAPER = {
    "title_ko": "우호협력 강화에 관한 양해각서",
    "kind": "mou",
    "signed": "2013.10.21",
    "term_kind": "months",
    "term_months": "36",
    "renewal_kind": "automatic",
    "notice_kind": "months",
    "notice_months": "3",
    "pasted": TEXT,
}
NEXT, SAVE, BACK = "다음", "협정 저장", "문서로 돌아가기"


@pytest.fixture
def partner(home: City) -> City:
    """San Francisco with its mayor of the day, a tie with Seoul, and Seoul's own mayor."""
    city = make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")
    make_partnership(home, city)
    for name, where, title in (("에드윈 리", city, "시장"), ("박원순", home, "서울특별시장")):
        make_post(
            make_person(name_ko=name), city=where, title_ko=title, held_from=PartialDate.parse("2011"), held_to=None
        )
    make_area(name_ko="전자정부", name_en="E-government")
    make_area(name_ko="스포츠", name_en="Sports")
    return city


def count(model: type) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_from_the_signed_paper_to_the_whole_record(client: Client, officer: User, home: City, partner: City) -> None:
    page = client.sign_in(officer).get("/agreements/log")
    assert page.select("a[href='/cities/new']")
    page = page.submit({**PAPER, "theirs": "샌프란시스코"}, button=NEXT, status=200)
    assert "박원순" in page.html and "에드윈 리" in page.html
    kept = [one.get("name") for one in page.select("input[name$=-keep][checked]")]
    texts = page.texts("textarea[name^=commitments-]")
    assert "전자정부 우수사례를 공유한다." in texts and len(kept) < len(texts)
    chosen = {one.get("value") for one in page.select("input[name=areas][checked]")}
    assert len(chosen) == 1
    page = page.submit(
        {"file": (BytesIO(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"), "서명본.pdf"),
         "texts-0-originals": "2", "texts-0-prevails": True},
        button=SAVE,
    ).follow()  # fmt: skip
    assert page.heading == PAPER["title_ko"]
    paper = db.session.scalars(select(Agreement)).one()
    assert (paper.status, paper.term_kind, paper.term_months) == (AgreementStatus.SIGNED, TermKind.MONTHS, 36)
    assert (count(AgreementParty), count(Signature), count(AgreementText), count(Document)) == (2, 2, 1, 1)
    assert {one.title_ko for one in db.session.scalars(select(Signature))} == {"서울특별시장", "시장"}
    assert count(Commitment) == len(kept)
    assert PAPER["title_ko"] in client.get(f"/agreements/{paper.reference}/documents").texts(".tab-body")[0]


def test_all_faults_of_the_paper_come_at_once_and_nothing_is_lost(
    client: Client, officer: User, home: City, partner: City
) -> None:
    page = client.sign_in(officer).get("/agreements/log")
    terms = {"term_kind": "months", "notice_kind": "none", "notice_months": "3"}
    page = page.submit({**terms, "signed": "가을", "theirs": "없는 도시", "pasted": TEXT}, button=NEXT, status=422)
    assert set(page.errors) == {"title_ko", "kind", "signed", "term_months", "notice_months", "theirs"}
    sent = dict(page.form(["pasted"]).values())
    assert sent["signed"] == "가을" and sent["pasted"].replace("\r", "") == TEXT
    assert ("theirs", "없는 도시") in page.form(["pasted"]).values()


def test_going_back_and_forth_keeps_what_was_put_right(
    client: Client, officer: User, home: City, partner: City
) -> None:
    page = client.sign_in(officer).get("/agreements/log")
    page = page.submit({**PAPER, "theirs": "샌프란시스코"}, button=NEXT, status=200)
    page = page.submit({"signatures-1-title_ko": "시장 대행", "commitments-0-due": "내년"}, button=BACK, status=200)
    page = page.submit({"title_ko": "고친 제목"}, button=NEXT, status=422)
    sent = dict(page.form(["file"]).values())
    assert (sent["signatures-1-title_ko"], sent["commitments-0-due"]) == ("시장 대행", "내년")
    assert sent["title_ko"] == "고친 제목"
    page = page.submit({"commitments-0-due": "2014"}, button=SAVE).follow()
    assert page.heading == "고친 제목" and "시장 대행" in page


def test_nothing_is_saved_by_half(client: Client, officer: User, home: City, partner: City) -> None:
    page = client.sign_in(officer).get("/agreements/log")
    page = page.submit({**PAPER, "theirs": "샌프란시스코"}, button=NEXT, status=200)
    row = next(iter(page.select("input[name$=-keep][checked]"))).get("name").removesuffix("-keep")
    entries = {
        f"{row}-cadence": "every_n_years",
        f"{row}-cadence_years": "",
        "signatures-0-capacity": "on_behalf",
        "texts-1-originals": "2",
    }
    page = page.submit(entries, button=SAVE, status=422)
    assert {f"{row}-cadence_years", "signatures-0-on_behalf_of", "texts-1-language"} <= set(page.errors)
    for model in (Agreement, AgreementParty, Signature, Commitment, AgreementText, Document):
        assert count(model) == 0
    page = page.submit(
        {f"{row}-cadence_years": "2", "signatures-0-on_behalf_of": "서울시의회", "texts-1-language": "en"}, button=SAVE
    )
    assert count(Agreement) == 1


def test_nobody_signs_whom_neither_the_text_nor_a_post_confirms(
    client: Client, officer: User, home: City, partner: City
) -> None:
    """The mayor of 2011 has no known end; the paper of 2022 is signed by another one."""
    page = client.sign_in(officer).get("/agreements/log")
    signed = f"{TEXT}\n2022년 5월 2일\n서울특별시장 오세훈"
    page = page.submit(
        {**PAPER, "signed": "2022.5.2", "theirs": "샌프란시스코", "pasted": signed}, button=NEXT, status=200
    )
    sent = dict(page.form(["file"]).values())
    assert (sent["signatures-0-person"], sent["signatures-0-title_ko"]) == ("", "서울특별시장")
    assert (sent["signatures-1-person"], sent["signatures-1-title_ko"]) == ("", "")
    assert "서울특별시장 오세훈" in page and "박원순" in page and "에드윈 리" in page
    page.submit({}, button=SAVE)
    [signature] = db.session.scalars(select(Signature)).all()
    assert (signature.person_id, signature.title_ko) == (None, "서울특별시장")


def test_the_name_in_the_pasted_text_picks_the_person_in_post(
    client: Client, officer: User, home: City, partner: City
) -> None:
    mayor = make_person(name_ko="오세훈")
    make_post(mayor, city=home, title_ko="서울시장", title_en="Mayor", held_from=None)
    page = client.sign_in(officer).get("/agreements/log")
    signed = f"{TEXT}\n서울특별시장 오세훈"
    page = page.submit({**PAPER, "theirs": "샌프란시스코", "pasted": signed}, button=NEXT, status=200)
    sent = dict(page.form(["file"]).values())
    assert mayor.reference in sent["signatures-0-person"]
    assert sent["signatures-0-title_ko"] == "서울특별시장"


TERM = "제4조(기간) 서명일로부터 5년간 유효하며, 만료 3개월 전까지 서면으로 통보하지 않는 한 1년씩 자동 연장된다."
SILENT = {"term_kind": "not_stated", "term_months": "", "renewal_kind": "not_stated"}


def test_what_the_text_says_of_its_term_is_offered_where_nothing_was_said(
    client: Client, officer: User, home: City, partner: City
) -> None:
    """The notice was entered by hand as four months: the text does not change it."""
    page = client.sign_in(officer).get("/agreements/log")
    entries = {**PAPER, **SILENT, "notice_months": "4", "pasted": f"{TEXT}\n{TERM}", "theirs": "샌프란시스코"}
    page = page.submit(entries, button=NEXT, status=200)
    sent = dict(page.form(["file"]).values())
    assert (sent["term_kind"], sent["term_months"]) == ("months", "60")
    assert (sent["renewal_kind"], sent["renewal_months"]) == ("automatic", "12")
    assert (sent["notice_kind"], sent["notice_months"]) == ("months", "4")
    # It takes effect with the signature, as the text has it.
    assert sent["effective"] == entries["signed"]
    assert TERM in page
    page = page.submit({"term_months": "36", "commitments-0-due": "언젠가"}, button=SAVE, status=422)
    assert dict(page.form(["file"]).values())["term_months"] == "36"
    page.submit({"renewal_kind": "not_stated", "renewal_months": "", "commitments-0-due": ""}, button=SAVE)
    paper = db.session.scalars(select(Agreement)).one()
    assert (paper.term_months, paper.renewal_kind, paper.notice_months) == (36, RenewalKind.NOT_STATED, 4)


def test_terms_entered_by_hand_are_left_alone(client: Client, officer: User, home: City, partner: City) -> None:
    page = client.sign_in(officer).get("/agreements/log")
    entries = {**PAPER, "effective": "2014.1.1", "pasted": f"{TEXT}\n{TERM}", "theirs": "샌프란시스코"}
    page = page.submit(entries, button=NEXT, status=200)
    assert not page.select(".log-said")
    page.submit({}, button=SAVE)
    assert db.session.scalars(select(Agreement)).one().term_months == 36


def test_a_day_of_signing_without_a_signatory_is_not_dropped_unsaid(
    client: Client, officer: User, home: City, partner: City
) -> None:
    page = client.sign_in(officer).get("/agreements/log")
    page = page.submit({**PAPER, "theirs": "샌프란시스코"}, button=NEXT, status=200)
    nobody = {f"signatures-1-{name}": "" for name in ("person", "title_ko", "title_en")}
    typed = {**nobody, "signatures-1-signed": "2013.11.2", "signatures-1-manner": "correspondence"}
    page = page.submit(typed, button=SAVE, status=422)
    assert set(page.errors) == {"signatures-1-title_ko"} and count(Agreement) == 0
    assert ("signatures-1-signed", "2013.11.2") in page.form(["file"]).values()
    page.submit({"signatures-1-signed": "", "signatures-1-manner": "not_stated"}, button=SAVE)
    assert count(Signature) == 1


def test_a_file_that_is_no_document_rolls_everything_back(
    client: Client, officer: User, home: City, partner: City
) -> None:
    page = client.sign_in(officer).get("/agreements/log")
    page = page.submit({**PAPER, "theirs": "샌프란시스코"}, button=NEXT, status=200)
    page = page.submit({"file": (BytesIO(b"MZ\x00\x01"), "서명본.exe")}, button=SAVE, status=422)
    assert set(page.errors) == {"file"} and count(Agreement) == 0
    page.submit({"no_file": True}, button=SAVE)
    assert [one.sha256 for one in db.session.scalars(select(Document))] == [None]


def test_a_likely_duplicate_is_shown_and_overridden(client: Client, officer: User, home: City, partner: City) -> None:
    recorded = make_agreement(home, title_ko="우호협력 강화에 관한 양해각서")
    page = client.sign_in(officer).get("/agreements/log")
    page = page.submit({**PAPER, "theirs": "샌프란시스코"}, button=NEXT, status=200)
    assert page.link(str(recorded.title_ko)) == f"/agreements/{recorded.reference}"
    page = page.submit({}, button=SAVE, status=422)
    assert set(page.errors) == {"is_another"}
    page.submit({"is_another": True}, button=SAVE)
    assert count(Agreement) == 2


def test_three_cities_and_a_council_without_a_text(client: Client, officer: User, home: City, partner: City) -> None:
    make_city(name_ko="도쿄도", country="JP")
    page = client.sign_in(officer).get("/agreements/log", {"partner": partner.reference})
    page = page.submit({"theirs": ["샌프란시스코", ""], "pasted": ""}, button="상대측 당사자 추가", status=200)
    assert len(page.select("input[name=theirs]")) >= 3
    page = page.submit({**PAPER, "pasted": "", "theirs": ["샌프란시스코", "도쿄도"]}, button=NEXT, status=200)
    page.submit({"signatures-2-title_ko": "지사"}, button=SAVE)
    assert (count(AgreementParty), count(Signature), count(Commitment)) == (3, 3, 0)


def test_a_viewer_logs_nothing(client: Client, viewer_user: User) -> None:
    client.sign_in(viewer_user).get("/agreements/log", status=403)
