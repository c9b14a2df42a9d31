"""Pages of cities."""

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.partnership import make_claim, make_partnership


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


def test_a_city_shows_its_ties_from_either_end(client: Client, viewer_user: User, home: City) -> None:
    city = make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")
    tie = make_partnership(home, city)
    make_claim(tie, founded=PartialDate.parse("1976"))
    make_claim(tie, founded=PartialDate.parse("1975"), is_preferred=False)
    hidden = make_partnership(home, make_city(name_ko="비공개시"), disclosure=Disclosure.RESTRICTED)
    client.sign_in(viewer_user)
    for one, other in ((home, "샌프란시스코"), (city, "서울특별시")):
        page = client.get(f"/cities/{one.reference}/partnerships")
        assert page.select(f'a[href="/partnerships/{tie.reference}"]')
        assert len(page.rows) == 1 and page.rows[0][0].startswith(other)
        assert "1976" in page.rows[0][2] and hidden.reference not in page
