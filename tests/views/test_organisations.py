"""Pages of organisations."""

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.organisation import OrganisationKind
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.document import make_document
from tests.factories.organisation import make_department, make_organisation
from tests.factories.person import make_person, make_post


def test_an_officer_records_the_sister_city_committee(client: Client, officer: User) -> None:
    city = make_city(name_ko="샌프란시스코", name_en="San Francisco")
    page = client.sign_in(officer).get(f"/organisations/new?city={city.reference}")
    entries = {
        "name_ko": "샌프란시스코-서울 자매도시 위원회",
        "name_en": "San Francisco–Seoul Sister City Committee",
        "kind": "committee",
    }
    page = page.submit(entries).follow()
    assert page.heading == "샌프란시스코-서울 자매도시 위원회"
    assert page.select(f'a[href="/cities/{city.reference}"]')
    assert "샌프란시스코-서울 자매도시 위원회" in client.get(f"/cities/{city.reference}/people")


def test_the_list_is_narrowed_by_text_kind_and_city(client: Client, officer: User, home: City) -> None:
    make_department(home, name_ko="국제교류담당관")
    make_organisation(name_ko="서울시립대학교", kind=OrganisationKind.UNIVERSITY)
    client.sign_in(officer)
    page = client.get("/organisations", {"q": "교류"})
    assert "국제교류담당관" in page and "서울시립대학교" not in page
    page = client.get("/organisations", {"kind": "university"})
    assert "서울시립대학교" in page and page.rows[0][0].startswith("서울시립대학교") and len(page.rows) == 1
    page = client.get("/organisations", {"city": home.reference})
    assert [row[0].split()[0] for row in page.rows] == ["국제교류담당관"]


def test_a_page_shows_units_people_and_documents(client: Client, officer: User, home: City) -> None:
    office = make_department(home, name_ko="기획조정실")
    make_department(home, name_ko="국제교류담당관", parent=office)
    make_post(make_person(name_ko="김실장"), organisation=office, title_ko="기획조정실장")
    make_document(organisation=office, title_ko="조직도")
    page = client.sign_in(officer).get(f"/organisations/{office.reference}")
    assert "국제교류담당관" in page and "김실장" in page and "기획조정실장" in page
    assert "조직도" in client.get(f"/organisations/{office.reference}/documents")


def test_an_organisation_cannot_lie_below_itself(client: Client, officer: User, home: City) -> None:
    office = make_department(home, name_ko="기획조정실")
    division = make_department(home, name_ko="국제교류담당관", parent=office)
    team = make_department(home, name_ko="국제협력팀", parent=division)
    page = client.sign_in(officer).get(f"/organisations/{office.reference}/edit")
    page = page.submit({"parent": team.reference}, status=422)
    assert set(page.errors) == {"parent"}


def test_a_second_save_of_an_old_page_shows_both_versions(client: Client, officer: User, home: City) -> None:
    office = make_department(home, name_ko="기획조정실")
    old = client.sign_in(officer).get(f"/organisations/{office.reference}/edit")
    client.get(f"/organisations/{office.reference}/edit").submit({"phone": "02-731-0000"})
    page = old.submit({"phone": "02-120"}, status=409)
    assert "02-731-0000" in page and "02-120" in page
    page = page.submit({"phone": "02-120"}).follow()
    assert "02-120" in page


def test_an_archived_organisation_leaves_the_list_and_comes_back(client: Client, officer: User, home: City) -> None:
    office = make_department(home, name_ko="기획조정실")
    address = f"/organisations/{office.reference}"
    client.sign_in(officer).post(f"{address}/archive")
    assert "기획조정실" not in client.get("/organisations")
    assert "기획조정실" in client.get("/organisations?archived=1")
    client.post(f"{address}/restore")
    assert "기획조정실" in client.get("/organisations")
    assert len(client.get(f"{address}/history").select("li")) >= 3


def test_a_restricted_organisation_is_there_for_nobody_else(client: Client, viewer_user: User, home: City) -> None:
    city = make_city()
    secret = make_organisation(name_ko="비공개추진단", city=city, disclosure=Disclosure.RESTRICTED)
    unit = make_organisation(name_ko="공개팀", parent=secret)
    make_post(make_person(name_ko="홍길동"), organisation=secret)
    client.sign_in(viewer_user).get(f"/organisations/{secret.reference}", status=404)
    for address in (
        "/organisations",
        "/people",
        f"/cities/{city.reference}/people",
        f"/organisations/{unit.reference}",
        f"/people?city={city.reference}",
    ):
        assert "비공개추진단" not in client.get(address)


def test_a_viewer_reads_and_changes_nothing(client: Client, viewer_user: User, home: City) -> None:
    office = make_department(home)
    page = client.sign_in(viewer_user).get(f"/organisations/{office.reference}")
    assert not page.select('a[href$="/edit"]') and not page.select('a[href*="/documents/new"]')
    client.get("/organisations/new", status=403)
    client.post(f"/organisations/{office.reference}/archive", status=403)
