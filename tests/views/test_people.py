"""Pages of people and their posts."""

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.models.visit import VisitStatus
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.document import make_document
from tests.factories.person import make_person, make_post
from tests.factories.visit import make_delegation, make_member, make_visit


def test_an_officer_records_the_mayor_with_his_post(client: Client, officer: User) -> None:
    city = make_city(name_ko="샌프란시스코", name_en="San Francisco")
    page = client.sign_in(officer).get("/people/new")
    entries = {
        "name_ko": "에드윈 리",
        "name_en": "Edwin M. Lee",
        "name_local": "李孟賢",
        "aliases": "에드윈 M. 리\nEd Lee",
        "form_of_address_ko": "시장님",
        "languages": "영어",
        "biography_ko": "아시아계로서는 최초로 샌프란시스코 시장에 당선돼 2012년 취임",
        "died": "2017-12-12",
        "source": "서울시 새소식 2013-10-21",
    }
    page = page.submit(entries).follow()
    address = page.path
    assert page.heading == "에드윈 리" and "李孟賢" in page and "Ed Lee" in page and "2012년 취임" in page
    page = client.get(f"{address}/posts/new")
    entries = {
        "title_ko": "샌프란시스코시장",
        "title_en": "Mayor of San Francisco",
        "city": city.reference,
        "held_from": "2012",
        "held_to": "2017.12.12",
        "protocol_rank": "1",
    }
    page = page.submit(entries).follow()
    assert "샌프란시스코시장" in page and "2012년" in page and "2017. 12. 12." in page
    assert "샌프란시스코시장" in client.get(f"/cities/{city.reference}/people")


def test_posts_stand_in_order_of_time_the_latest_first(client: Client, officer: User) -> None:
    person = make_person()
    make_post(person, title_ko="인권변호사", held_from=PartialDate.parse("1979"), held_to=PartialDate.parse("1989"))
    make_post(person, title_ko="시장", held_from=PartialDate.parse("2012"))
    make_post(person, title_ko="시 행정관", held_from=PartialDate.parse("2005"), held_to=PartialDate.parse("2011"))
    titles = client.sign_in(officer).get(f"/people/{person.reference}").texts(".timeline-title > span:first-child")
    assert titles == ["시장", "시 행정관", "인권변호사"]


def test_a_post_cannot_end_before_it_began(client: Client, officer: User) -> None:
    person = make_person()
    page = client.sign_in(officer).get(f"/people/{person.reference}/posts/new")
    page = page.submit({"title_ko": "시장", "held_from": "2012", "held_to": "2011"}, status=422)
    assert set(page.errors) == {"held_to"}
    page.submit({"held_to": "2012-03"})


def test_a_post_is_changed_and_put_away(client: Client, officer: User) -> None:
    person = make_person()
    post = make_post(person, title_ko="부시장")
    address = f"/people/{person.reference}/posts/{post.id}"
    page = client.sign_in(officer).get(f"{address}/edit").submit({"title_ko": "제1부시장"}).follow()
    assert "제1부시장" in page
    client.post(f"{address}/archive")
    assert "제1부시장" not in client.get(f"/people/{person.reference}")
    client.get(f"{address}/edit", status=404)


def test_the_list_shows_the_present_post_of_each(client: Client, officer: User) -> None:
    city = make_city(name_ko="도쿄도")
    person = make_person(name_ko="고이케 유리코")
    make_post(person, title_ko="환경대신", held_from=PartialDate.parse("2003"), held_to=PartialDate.parse("2006"))
    make_post(person, title_ko="도지사", city=city, held_from=PartialDate.parse("2016"))
    late = make_person(name_ko="에드윈 리", died=PartialDate.parse("2017-12-12"))
    make_post(late, title_ko="시장")
    page = client.sign_in(officer).get("/people")
    rows = {row[0].split("  ")[0].split(" E")[0]: row[1:3] for row in page.rows}
    assert rows["고이케 유리코"] == ["도지사", "도쿄도"]
    assert rows["에드윈 리"] == ["", ""]
    assert "고이케 유리코" in client.get("/people", {"q": "도지사"})
    page = client.get("/people", {"city": city.reference})
    assert "고이케 유리코" in page and "에드윈 리" not in page


def test_contacts_are_for_officers_only(client: Client, officer: User, viewer_user: User) -> None:
    person = make_person(email="mayor@sf.example", phone="+1-415-554-6141")
    private = ("mayor@sf.example", "+1-415-554-6141")
    address = f"/people/{person.reference}"
    page = client.sign_in(officer).get(address)
    assert all(text in page for text in private)
    client.get(f"{address}/edit").submit({"phone": "+1-415-554-0000"})
    assert "+1-415-554-0000" in client.get(f"{address}/history")
    client.sign_out().sign_in(viewer_user)
    for place in (address, f"{address}/history"):
        assert not any(text in client.get(place) for text in (*private, "+1-415-554-0000"))
    assert client.get("/people", {"q": private[0]}).rows == []
    client.post(f"{address}/edit", {"name_ko": "에드윈 리", "phone": "없음"}, status=403)
    assert "+1-415-554-0000" in client.sign_out().sign_in(officer).get(address)


def test_needs_are_for_coordinators_and_those_who_run_a_visit(
    client: Client, officer: User, coordinator: User, home: City
) -> None:
    person = make_person(needs="땅콩 알레르기")
    address = f"/people/{person.reference}"
    client.sign_in(coordinator).get(f"{address}/edit").submit({"needs": "견과류 알레르기"})
    assert "견과류 알레르기" in client.get(address) and "땅콩 알레르기" in client.get(f"{address}/history")
    client.sign_out().sign_in(officer)
    for place in (address, f"{address}/edit", f"{address}/history"):
        assert "알레르기" not in client.get(place)
    # Saving what one may see leaves the rest as it is.
    client.get(f"{address}/edit").submit({"languages": "영어"})
    visit = make_visit(home, owner_id=officer.id, status=VisitStatus.PLANNED)
    make_member(make_delegation(visit, make_city()), person)
    assert "견과류 알레르기" in client.get(address)
    client.get(f"{address}/edit").submit({"needs": "채식"})
    assert "채식" in client.get(f"{address}/history")


def test_a_restricted_person_is_there_for_nobody_else(client: Client, viewer_user: User, coordinator: User) -> None:
    city = make_city()
    person = make_person(name_ko="홍길동", disclosure=Disclosure.RESTRICTED)
    make_post(person, city=city)
    make_document(person=person, title_ko="홍길동 약력", disclosure=Disclosure.PUBLIC)
    client.sign_in(viewer_user)
    for place in ("", "/documents", "/history"):
        client.get(f"/people/{person.reference}{place}", status=404)
    for place in ("/people", f"/cities/{city.reference}/people", "/documents"):
        assert "홍길동" not in client.get(place)
    assert "홍길동" in client.sign_out().sign_in(coordinator).get("/people")


def test_a_person_is_put_away_and_brought_back(client: Client, officer: User, home: City) -> None:
    person = make_person(name_ko="박원순")
    client.sign_in(officer).post(f"/people/{person.reference}/archive")
    assert "박원순" not in client.get("/people")
    client.post(f"/people/{person.reference}/restore")
    assert "박원순" in client.get("/people")
