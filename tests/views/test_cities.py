"""Pages of cities."""

from partnerships.models.account import User
from partnerships.models.city import City
from tests.client import Client
from tests.factories.city import make_city


def test_the_list_names_each_city_and_links_it(client: Client, officer: User, home: City) -> None:
    city = make_city(name_ko="샌프란시스코", name_en="San Francisco")
    page = client.sign_in(officer).get("/cities")
    assert "서울특별시" in page and "샌프란시스코" in page
    assert page.select(f'a[href="/cities/{city.reference}"]')


def test_an_officer_records_a_city_through_its_form(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/cities/new")
    page = page.submit({"name_ko": "도쿄도", "name_en": "Tokyo", "country": "JP"}).follow()
    assert page.heading == "도쿄도"


def test_faults_stand_beside_their_fields(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/cities/new")
    page = page.submit({"latitude": "91", "country": "JP", "name_ko": "도쿄도"}, status=422)
    assert set(page.errors) == {"latitude"}
    assert page.form(["name_ko"]).values().count(("name_ko", "도쿄도")) == 1
