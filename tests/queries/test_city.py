"""How cities are found, by whom."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from partnerships.errors import NotFound
from partnerships.languages import Language
from partnerships.models.account import Role, User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.permissions import SYSTEM, Viewer
from partnerships.queries.city import CityFilter, cities_listed, get_city, list_countries, list_homes
from partnerships.queries.listing import Reader, read_listed_page
from tests.factories.account import make_user
from tests.factories.city import make_city, make_fact, make_home, make_place


def found(viewer: Viewer, language: str = "ko", **wanted: object) -> list[str]:
    listed = cities_listed(Reader(viewer, Language(language), date(2013, 1, 1)), CityFilter(**wanted))  # type: ignore[arg-type]  # tests name what they want
    return [row.name for row in read_listed_page(listed, 1).rows]


def test_cities_stand_by_name_in_the_reader_s_language_the_home_first(officer: User) -> None:
    make_city(name_ko="하노이", name_en="Hanoi")
    make_city(name_ko="가오슝", name_en="Kaohsiung")
    make_city(name_ko=None, name_en="Anchorage")
    assert found(officer) == ["서울특별시", "Anchorage", "가오슝", "하노이"]
    assert found(officer, "en") == ["Seoul", "Anchorage", "Hanoi", "Kaohsiung"]


def test_archived_cities_stand_apart(session: Session, officer: User) -> None:
    from partnerships.commands.city import archive_city

    city = make_city(name_ko="하노이")
    archive_city(officer, city)
    assert found(officer) == ["서울특별시"]
    assert found(officer, archived=True) == ["하노이"]


@pytest.mark.parametrize(
    ("disclosure", "of_home", "circle"),
    [
        (Disclosure.PUBLIC, None, {"system", "viewer", "officer", "coordinator", "stranger"}),
        (Disclosure.PUBLIC, "own", {"system", "viewer", "officer", "coordinator", "stranger"}),
        (Disclosure.INTERNAL, None, {"system", "viewer", "officer", "coordinator", "stranger"}),
        (Disclosure.INTERNAL, "own", {"system", "viewer", "officer", "coordinator"}),
        (Disclosure.RESTRICTED, None, {"system", "coordinator", "stranger"}),
        (Disclosure.RESTRICTED, "own", {"system", "coordinator"}),
    ],
)
def test_each_circle_sees_what_it_may(
    viewer_user: User,
    officer: User,
    coordinator: User,
    home: City,
    disclosure: Disclosure,
    of_home: str,
    circle: set[str],
) -> None:
    # Somebody of another home side: the coordinator there, who sees all that is nobody's own.
    stranger = make_user(role=Role.COORDINATOR, homes=[make_home(name_ko="부산광역시", name_en="Busan")])
    city = make_city(name_ko="하노이", disclosure=disclosure, home=home if of_home else None)
    viewers = {
        "system": SYSTEM,
        "viewer": viewer_user,
        "officer": officer,
        "coordinator": coordinator,
        "stranger": stranger,
    }
    assert {name for name, viewer in viewers.items() if "하노이" in found(viewer)} == circle
    for name, viewer in viewers.items():
        if name in circle:
            assert get_city(viewer, city.reference).id == city.id
        else:
            with pytest.raises(NotFound):
                get_city(viewer, city.reference)


def test_the_owner_sees_the_own_restricted_city(officer: User, viewer_user: User) -> None:
    make_city(name_ko="하노이", disclosure=Disclosure.RESTRICTED, owner=officer)
    assert "하노이" in found(officer)
    assert "하노이" not in found(viewer_user)


def test_a_city_comes_with_all_that_its_page_shows(session: Session, officer: User, home: City) -> None:
    city = make_city(parent=home, owner=officer)
    make_fact(city)
    make_place(city)
    session.expire_all()
    read = get_city(officer, city.reference)
    assert (read.parent.reference if read.parent else None) == home.reference
    assert (len(read.facts), len(read.places)) == (1, 1)


def test_countries_are_those_of_visible_cities(officer: User) -> None:
    make_city(country="JP")
    make_city(country="JP")
    make_city(country="CN", disclosure=Disclosure.RESTRICTED)
    assert list(list_countries(officer)) == ["JP", "KR"]


def test_homes_stand_in_the_order_they_were_recorded(home: City) -> None:
    second = make_home(name_ko="가평군", name_en="Gapyeong")
    assert [city.id for city in list_homes()] == [home.id, second.id]
