"""Pages of the register of gifts, as an officer uses them."""

from decimal import Decimal

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.gift import Declaration, GiftWay
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import MemberRole
from partnerships.queries.gift import gifts_of_visit
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.gift import make_gift
from tests.factories.person import make_person
from tests.factories.visit import make_delegation, make_item, make_member, make_visit


def test_an_officer_records_a_gift_that_is_to_be_declared(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get("/gifts/new")
    entries = {
        "title_ko": "은제 접시",
        "way": "received",
        "value": "150,000",
        "currency": "KRW",
        "happened": "2013-10-21",
    }
    page = page.submit(entries).follow()
    assert page.heading == "은제 접시"
    assert "GFT-2013-001" in page
    assert "신고 대상" in page
    assert "가액이 100,000 KRW 이상이면 신고 대상입니다" in page


def test_a_gift_of_less_is_not_marked(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get("/gifts/new")
    entries = {"title_ko": "기념 엽서", "way": "received", "value": "9,900", "currency": "KRW"}
    assert page.submit(entries).follow().facts["신고"].startswith("판단 전")


def test_a_refused_gift_keeps_what_was_typed(client: Client, officer: User, home: City) -> None:
    page = client.sign_in(officer).get("/gifts/new")
    page = page.submit({"title_ko": "은제 접시", "way": "received", "value": "150,000"}, status=422)
    assert list(page.errors) == ["currency"]
    assert page.select("input[name=title_ko]")[0].get("value") == "은제 접시"


def test_declaring_asks_for_the_day(client: Client, officer: User, home: City) -> None:
    gift = make_gift(home, value=Decimal(200), currency="USD", declaration=Declaration.REQUIRED)
    page = client.sign_in(officer).get(f"/gifts/{gift.reference}").click("신고 완료 처리…")
    refused = page.submit({"declared_on": "2013-10-20"}, status=422)
    assert list(refused.errors) == ["declared_on"]
    page = refused.submit({"declared_on": "2013-11-01"}).follow()
    assert page.facts["신고"] == "신고 완료2013. 11. 1."


def test_a_gift_is_recorded_from_its_visit(client: Client, officer: User, home: City) -> None:
    partner = make_city()
    # Whoever looks is the officer in charge, too: loading the visit reads the account anew.
    visit = make_visit(home, owner=officer)
    mayor, guest = make_person(name_ko="박원순"), make_person(name_ko="에드윈 리")
    make_member(make_delegation(visit, partner), guest, role=MemberRole.HEAD)
    make_member(make_delegation(visit, home, side=Side.HOME), mayor, role=MemberRole.HEAD)
    make_item(visit, 2)
    form = client.sign_in(officer).get("/gifts/new", {"visit": visit.reference, "item": 2, "way": "given"})
    form.submit({"title_ko": "나전칠기 함"})
    (gift,) = gifts_of_visit(officer, visit)
    assert (gift.way, gift.giver, gift.receiver, gift.partner) == (GiftWay.GIVEN, mayor, guest, partner)
    assert gift.item is not None
    assert (gift.item.number, gift.happened) == (2, PartialDate.parse("2013-10-21"))


def test_an_item_of_another_visit_is_refused(client: Client, officer: User, home: City) -> None:
    visit, other = make_visit(home), make_visit(home)
    make_item(other, 3)
    form = client.sign_in(officer).get("/gifts/new", {"visit": visit.reference, "way": "given"})
    refused = form.submit({"title_ko": "나전칠기 함", "item": f"{other.reference}/3"}, status=422)
    assert list(refused.errors) == ["item"]


def test_the_register_finds_what_is_still_to_be_declared(client: Client, officer: User, home: City) -> None:
    vase = make_gift(home, title_ko="화병", declaration=Declaration.REQUIRED)
    make_gift(home, title_ko="엽서")
    flag = make_gift(home, title_ko="깃발", way=GiftWay.GIVEN)
    page = client.sign_in(officer).get("/gifts", {"declaration": "required"})
    assert [row[0] for row in page.rows] == [vase.reference]
    assert [row[0] for row in client.get("/gifts", {"way": "given"}).rows] == [flag.reference]


def test_the_register_finds_by_who_gave_it(client: Client, officer: User, home: City) -> None:
    giver = make_person(name_ko="에드윈 리")
    gift = make_gift(home, giver=giver)
    make_gift(home)
    assert [row[0] for row in client.sign_in(officer).get("/gifts", {"q": "에드윈"}).rows] == [gift.reference]


def test_a_restricted_giver_is_not_named(client: Client, officer: User, home: City) -> None:
    giver = make_person(name_ko="숨은 사람", disclosure=Disclosure.RESTRICTED)
    gift = make_gift(home, giver=giver)
    client.sign_in(officer)
    assert "숨은 사람" not in client.get(f"/gifts/{gift.reference}")
    assert "숨은 사람" not in client.get("/gifts")
    assert client.get("/gifts", {"q": "숨은"}).rows == []


def test_a_gift_of_a_restricted_visit_is_hidden_with_it(client: Client, officer: User, home: City) -> None:
    gift = make_gift(home, visit_id=make_visit(home, disclosure=Disclosure.RESTRICTED).id)
    client.sign_in(officer).get(f"/gifts/{gift.reference}", status=404)
    assert client.get("/gifts").rows == []


def test_gifts_leave_the_register_and_come_back(client: Client, officer: User, home: City) -> None:
    gift = make_gift(home)
    client.sign_in(officer)
    client.post(f"/gifts/{gift.reference}/archive")
    assert client.get("/gifts").rows == []
    assert "보관" in client.get(f"/gifts/{gift.reference}")
    client.post(f"/gifts/{gift.reference}/restore")
    assert len(client.get("/gifts").rows) == 1


def test_the_second_of_two_officers_sees_both_versions(client: Client, officer: User, home: City) -> None:
    gift = make_gift(home)
    client.sign_in(officer)
    first = client.get(f"/gifts/{gift.reference}/edit")
    second = client.get(f"/gifts/{gift.reference}/edit")
    first.submit({"kept_at": "시장실"})
    conflict = second.submit({"kept_at": "전시실"}, status=409)
    assert "시장실" in conflict
    assert "전시실" in conflict


def test_a_document_hangs_on_a_gift(client: Client, officer: User, home: City) -> None:
    gift = make_gift(home)
    page = client.sign_in(officer).get(f"/gifts/{gift.reference}/documents").click("문서 추가")
    page = page.submit({"title_ko": "선물 신고서", "kind": "other"}).follow()
    assert page.facts["소속 기록"] == gift.title_ko
    assert (gift.title_ko or "") in client.get("/documents")


def test_a_viewer_reads_and_changes_nothing(client: Client, viewer_user: User, home: City) -> None:
    gift = make_gift(home)
    page = client.sign_in(viewer_user).get(f"/gifts/{gift.reference}")
    assert "변경" not in page.texts("a.button")
    client.get("/gifts/new", status=403)
