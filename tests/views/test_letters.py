"""Pages of the register of letters, as an officer uses them."""

from datetime import date

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.letter import LetterKind, LetterStatus
from partnerships.models.visit import MemberRole
from partnerships.queries.letter import letters_of_visit
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.letter import make_letter
from tests.factories.person import make_person
from tests.factories.visit import make_delegation, make_member, make_visit


def test_an_officer_takes_a_letter_from_its_draft_to_the_post(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get("/letters/new")
    entries = {
        "kind": "invitation",
        "title_ko": "시장 초청 서한",
        "addressee_told": "샌프란시스코 시장",
        "due_on": "2099-01-02",
    }
    page = page.submit(entries).follow()
    assert page.facts["발송 기한"] == "2099. 1. 2."
    page = page.submit(button="초안 완료").follow()
    refused = page.click("발송 처리…").submit({"dated_on": ""}, status=422)
    assert list(refused.errors) == ["dated_on"]
    page = refused.submit({"dated_on": "2013-09-02"}).follow()
    assert page.facts["서한 일자"] == "2013. 9. 2."
    assert "발송 처리…" not in page


def test_a_letter_that_came_in_has_no_next_step(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get("/letters/new")
    entries = {
        "kind": "invitation",
        "status": "received",
        "title_ko": "초청장",
        "sender_told": "도쿄도",
        "dated_on": "2013-08",
    }
    page = page.submit(entries).follow()
    assert "발송 기한" not in page.facts
    assert not page.has_link("발송 처리…")


def test_a_refused_letter_keeps_what_was_typed(client: Client, officer: User, home: City) -> None:
    page = (
        client.sign_in(officer).get("/letters/new").submit({"title_ko": "초청 서한", "kind": "invitation"}, status=422)
    )
    assert list(page.errors) == ["addressee"]
    assert page.select("input[name=title_ko]")[0].get("value") == "초청 서한"


def test_the_register_finds_what_should_be_out(client: Client, officer: User, home: City) -> None:
    to_write = {"status": LetterStatus.TO_WRITE, "dated_on": None}
    late = make_letter(home, **to_write, due_on=date(2013, 10, 30))
    make_letter(home, **to_write, due_on=date(2099, 10, 30))
    make_letter(home, due_on=date(2013, 10, 30))
    rows = client.sign_in(officer).get("/letters", {"overdue": 1}).rows
    assert [row[0] for row in rows] == [late.reference]
    assert "기한 경과" in " ".join(rows[0])
    assert "발송 기한(2013. 10. 30.)이 지났습니다" in client.get(f"/letters/{late.reference}")


def test_the_register_is_narrowed_by_kind_city_and_name(client: Client, officer: User, home: City) -> None:
    city, mayor = make_city(), make_person(name_ko="에드윈 리")
    mine = make_letter(home, kind=LetterKind.CONDOLENCE, partner=city, addressee=mayor)
    make_letter(home)
    client.sign_in(officer)
    for asked in ({"kind": "condolence"}, {"city": city.reference}, {"q": "에드윈"}):
        assert [row[0] for row in client.get("/letters", asked).rows] == [mine.reference]


def test_a_restricted_addressee_is_not_named(client: Client, officer: User, home: City) -> None:
    letter = make_letter(home, addressee=make_person(name_ko="숨은 사람", disclosure=Disclosure.RESTRICTED))
    client.sign_in(officer)
    assert "숨은 사람" not in client.get(f"/letters/{letter.reference}")
    assert "숨은 사람" not in client.get("/letters")


def test_an_impossible_move_is_refused(client: Client, officer: User, home: City) -> None:
    letter = make_letter(home)
    client.sign_in(officer)
    client.post(f"/letters/{letter.reference}/status", {"status": "dropped"}, status=422)
    client.post(f"/letters/{letter.reference}/status", {"status": "burnt"}, status=404)


def test_a_move_of_what_a_colleague_moved_meanwhile_conflicts(client: Client, officer: User, home: City) -> None:
    letter = make_letter(home, status=LetterStatus.TO_WRITE, dated_on=None)
    client.sign_in(officer)
    step = {"status": "drafted", "version": letter.version}
    client.post(f"/letters/{letter.reference}/status", step)
    client.post(f"/letters/{letter.reference}/status", {**step, "status": "dropped"}, status=409)


def test_thanks_are_listed_from_the_visit(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    mayor = make_person()
    make_member(make_delegation(visit, make_city()), mayor, role=MemberRole.HEAD)
    client.sign_in(officer)
    address = f"/letters/thanks-for/{visit.reference}"
    client.post(address, {}, status=422)
    client.post(address, {"thanks": mayor.reference})
    assert [letter.addressee for letter in letters_of_visit(officer, visit)] == [mayor]


def test_letters_of_thanks_go_out_from_the_page_of_the_visit(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    mayor, deputy = make_person(name_ko="에드윈 리"), make_person(name_ko="부시장")
    for place, person in enumerate((mayor, deputy)):
        delegation = make_delegation(visit, make_city(), position=place)
        make_member(delegation, person, role=MemberRole.HEAD)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/after")
    page = page.submit({"thanks": [mayor.reference]}, button="감사 서한 작성 목록에 올리기").follow()
    assert "서한 1건을 작성 목록에 올렸습니다." in page
    # Whom the officer took out stays proposed.
    assert [one.get("value") for one in page.select("input[name=thanks]")] == [deputy.reference]
    page = page.submit(button="초안 완료").follow()
    page = page.click("발송 처리…").submit({"dated_on": "2013-10-28"}).follow()
    assert page.heading == visit.title_ko
    assert [letter.status for letter in letters_of_visit(officer, visit)] == [LetterStatus.SENT]


def test_a_viewer_lists_no_thanks(client: Client, viewer_user: User, home: City) -> None:
    visit = make_visit(home)
    client.sign_in(viewer_user).post(f"/letters/thanks-for/{visit.reference}", {"thanks": "PER-00001"}, status=403)


def test_letters_leave_the_register_and_come_back(client: Client, officer: User, home: City) -> None:
    letter = make_letter(home)
    client.sign_in(officer)
    client.post(f"/letters/{letter.reference}/archive")
    assert client.get("/letters").rows == []
    client.post(f"/letters/{letter.reference}/restore")
    assert len(client.get("/letters").rows) == 1


def test_the_text_of_a_letter_is_its_document(client: Client, officer: User, home: City) -> None:
    letter = make_letter(home)
    page = client.sign_in(officer).get(f"/letters/{letter.reference}/documents").click("문서 추가")
    page = page.submit({"title_ko": "감사 서한 서명본", "kind": "letter"}).follow()
    assert page.facts["소속 기록"] == letter.title_ko
    assert "감사 서한 서명본" in client.get(f"/letters/{letter.reference}/documents")


def test_the_history_tells_the_moves_in_words(client: Client, officer: User, home: City) -> None:
    letter = make_letter(home, status=LetterStatus.TO_WRITE, dated_on=None)
    client.sign_in(officer).post(f"/letters/{letter.reference}/status", {"status": "drafted"})
    assert "서한 초안 작성" in client.get(f"/letters/{letter.reference}/history")
