"""How to reach the team of a visit: told to those who run it and to coordinators, and to nobody else on any page."""

import pytest

from partnerships.commands.visit import add_team_member
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.visit import TeamMember, Visit
from partnerships.permissions import SYSTEM
from partnerships.queries.visit import get_visit
from tests.client import Client
from tests.factories.account import make_user
from tests.factories.city import make_city
from tests.factories.organisation import make_organisation
from tests.factories.today import make_item_on, make_visit_on
from tests.factories.visit import make_delegation, make_member

PHONE = "010-0000-0002"
OFFICE = "02-2133-5285"


@pytest.fixture
def visit(home: City, officer: User) -> Visit:
    """A visit that an officer runs with a driver; an office receives the guests."""
    office = make_organisation(name_ko="서울시설공단", phone=OFFICE)
    visit = make_visit_on(home, owner=officer, department=office)
    make_item_on(visit, host=office)
    add_team_member(SYSTEM, get_visit(SYSTEM, visit.reference), name="이기사", duty_ko="차량", phone=PHONE)
    return visit


@pytest.fixture
def pages(visit: Visit) -> list[str]:
    """Every page that tells whom to call."""
    guest = make_member(make_delegation(visit, make_city()))
    address = f"/visits/{visit.reference}"
    return [
        address,
        f"{address}/history",
        f"{address}/today",
        "/today",
        f"{address}/book",
        f"{address}/members/{guest.id}/programme",
    ]


def test_who_runs_the_visit_reads_the_numbers(
    client: Client, officer: User, coordinator: User, pages: list[str]
) -> None:
    for user in (officer, coordinator):
        client.sign_in(user)
        assert [page for page in pages if PHONE not in client.get(page)] == []


def test_nobody_else_does(client: Client, viewer_user: User, home: City, pages: list[str]) -> None:
    colleague = make_user(role="officer", homes=[home])
    for user in (viewer_user, colleague):
        client.sign_in(user)
        assert [page for page in pages if PHONE in client.get(page)] == []


def test_papers_say_what_they_leave_out_and_keep_the_offices(
    client: Client, viewer_user: User, officer: User, pages: list[str]
) -> None:
    for address in pages[-2:]:
        paper = client.sign_in(viewer_user).get(address, {"language": "en"})
        assert "Phone numbers of the team" in paper.text
        assert "이기사" in paper.text
        assert OFFICE in paper.text
        assert "Phone numbers of the team" not in client.sign_in(officer).get(address, {"language": "en"}).text


def test_a_colleague_changes_an_entry_without_reading_or_losing_the_number(
    client: Client, home: City, visit: Visit
) -> None:
    [driver] = get_visit(SYSTEM, visit.reference).team
    address = f"/visits/{visit.reference}/team/{driver.id}/edit"
    page = client.sign_in(make_user(role="officer", homes=[home])).get(address)
    assert PHONE not in page
    page.submit({"duty_ko": "운전"}, "저장").follow()
    [driver] = get_visit(SYSTEM, visit.reference).team
    assert isinstance(driver, TeamMember)
    assert (driver.duty_ko, driver.phone) == ("운전", PHONE)


def test_a_number_sent_past_the_form_changes_nothing(client: Client, home: City, visit: Visit) -> None:
    [driver] = get_visit(SYSTEM, visit.reference).team
    address = f"/visits/{visit.reference}/team/{driver.id}/edit"
    client.sign_in(make_user(role="officer", homes=[home])).get(address).submit({"name": "박기사"}, "저장").follow()
    client.post(address, {"name": "최기사", "phone": "010-9999-9999", "version": "2"})
    [driver] = get_visit(SYSTEM, visit.reference).team
    assert driver.phone == PHONE
