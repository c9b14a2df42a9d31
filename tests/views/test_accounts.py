"""Administration of accounts, and the pages behind one-time links."""

from urllib.parse import urlsplit

import pytest
from flask import Flask

from partnerships.adapters.clock import utc_now
from partnerships.commands.account import invite_first_administrator
from partnerships.languages import Language
from partnerships.models.account import Role, User
from partnerships.models.city import City
from partnerships.models.organisation import OrganisationKind
from partnerships.queries.account import find_by_email
from tests.client import Client
from tests.factories.account import PASSWORD, make_user
from tests.factories.city import make_home
from tests.factories.organisation import make_organisation

NEW = "several words of mine"


@pytest.fixture
def english(administrator: User, app: Flask) -> Client:
    """The administrator's browser, in English where a test reads what a page says."""
    client = Client(app, language="en").sign_in(administrator)
    client.get("/account").submit({"language": "en"})
    return client


def test_the_list_shows_who_may_do_what(english: Client, officer: User, home: City) -> None:
    department = make_organisation(
        kind=OrganisationKind.DEPARTMENT, city=home, name_ko="국제교류과", name_en="International Relations Division"
    )
    make_user(name="박서준", email="park@seoul.example", password_hash=None, department=department, homes=[home])
    rows = {row[0]: row[1:] for row in english.get("/accounts").rows}
    assert rows["김하늘 officer@seoul.example"][:4] == ["Officer", "–", "Seoul", "Never"]
    assert rows["박서준 park@seoul.example"][:4] == [
        "Viewer",
        "International Relations Division",
        "Seoul",
        "Waits for its password",
    ]
    assert rows["최관리 administrator@seoul.example"][0] == "Viewer Administrator"


def test_the_list_is_narrowed_by_the_address(client: Client, administrator: User, officer: User) -> None:
    closed = make_user(name="퇴직자", archived_at=utc_now())
    client.sign_in(administrator)

    def names(query: str) -> list[str]:
        return [row[0].split()[0] for row in client.get(f"/accounts{query}").rows]

    assert names("") == ["김하늘", "최관리"]
    assert names("?q=OFFICER@") == ["김하늘"]
    assert names("?role=officer") == ["김하늘"]
    assert names("?administrators=1") == ["최관리"]
    assert names("?archived=1") == [closed.name]
    assert names("?role=nonsense&q=%25") == []


def test_an_account_is_opened_and_its_holder_sets_the_password(
    app: Flask, client: Client, administrator: User, home: City
) -> None:
    page = client.sign_in(administrator).get("/accounts/new")
    page = page.submit(
        {"name": "김하늘", "email": "Haneul@Seoul.Example", "role": "officer", "language": "en"}
    ).follow()
    page = page.submit(status=200)
    address = urlsplit(page.texts(".one-time-link")[0]).path
    # The link was shown once: the page before offers to make another one instead.
    assert not client.get("/accounts/USR-00002/password-link").select(".one-time-link")

    theirs = Client(app)
    page = theirs.get(address)
    assert "김하늘" in page
    theirs.get(address).submit({"password": NEW, "again": NEW}).follow().submit(
        {"email": "haneul@seoul.example", "password": NEW}
    )
    page = theirs.get("/account")
    assert page.facts["Role"] == "Officer"
    # The only home city was ticked already.
    assert page.facts["Home cities"] == "Seoul"
    user = find_by_email("haneul@seoul.example")
    assert user is not None and user.language == Language.ENGLISH and not user.is_administrator


def test_homes_and_department_are_chosen(client: Client, administrator: User, officer: User, home: City) -> None:
    other = make_home(name_ko="부산광역시", name_en="Busan")
    department = make_organisation(kind=OrganisationKind.DEPARTMENT, city=home, name_ko="국제교류과")
    client.sign_in(administrator)
    page = client.get(f"/accounts/{officer.reference}/edit")
    page.submit({"homes": [home.reference, other.reference], "department": department.reference})
    page = client.get(f"/accounts/{officer.reference}")
    assert "서울특별시, 부산광역시" in page and "국제교류과" in page


def test_a_second_account_with_the_address_is_refused_beside_the_field(
    client: Client, administrator: User, officer: User
) -> None:
    page = client.sign_in(administrator).get("/accounts/new")
    page = page.submit({"name": "다른 사람", "email": "OFFICER@seoul.example"}, status=422)
    assert set(page.errors) == {"email"}
    page = page.submit({"name": "다른 사람", "email": "no address"}, status=422)
    assert set(page.errors) == {"email"}


def test_a_new_role_holds_from_the_next_page_on(app: Flask, client: Client, administrator: User, officer: User) -> None:
    theirs = Client(app).sign_in(officer)
    theirs.get("/cities/new")
    client.sign_in(administrator).get(f"/accounts/{officer.reference}/edit").submit({"role": "viewer"})
    theirs.get("/cities/new", status=403)
    assert officer.role is Role.VIEWER


def test_the_last_administrator_cannot_be_lost(client: Client, administrator: User) -> None:
    client.sign_in(administrator)
    page = client.get(f"/accounts/{administrator.reference}/edit")
    page = page.submit({"is_administrator": False}, status=422)
    assert set(page.errors) == {"is_administrator"}
    client.post(f"/accounts/{administrator.reference}/close", status=422)
    assert client.get("/accounts").rows


def test_two_administrators_who_change_one_account_are_told(
    app: Flask, client: Client, administrator: User, officer: User
) -> None:
    page = client.sign_in(administrator).get(f"/accounts/{officer.reference}/edit")
    second = Client(app).sign_in(make_user(is_administrator=True))
    second.get(f"/accounts/{officer.reference}/edit").submit({"role": "coordinator"})
    page = page.submit({"role": "viewer"}, status=409)
    assert page.rows
    page.submit({"role": "viewer"})
    assert officer.role is Role.VIEWER


def test_a_closed_account_is_out_at_once_and_comes_back(
    app: Flask, client: Client, administrator: User, officer: User
) -> None:
    theirs = Client(app).sign_in(officer)
    client.sign_in(administrator).post(f"/accounts/{officer.reference}/close")
    theirs.get("/account", status=302)
    page = theirs.get("/sign-in").submit({"email": officer.email, "password": PASSWORD}, status=422)
    assert page.alerts
    # No link is made for a closed account.
    client.get(f"/accounts/{officer.reference}/password-link", status=303)
    client.get(f"/accounts/{officer.reference}")
    client.post(f"/accounts/{officer.reference}/reopen")
    theirs.get("/sign-in").submit({"email": officer.email, "password": PASSWORD})


def test_the_history_tells_of_links_and_passwords_but_never_shows_them(english: Client, officer: User) -> None:
    english.get(f"/accounts/{officer.reference}/password-link").submit(status=200)
    page = english.get(f"/accounts/{officer.reference}/history")
    assert "Issue password link" in page
    assert "argon2" not in page.html and officer.session_key not in page.html


@pytest.mark.parametrize("path", ["", "/new", "/USR-00001", "/USR-00001/edit", "/USR-00001/history"])
def test_accounts_are_the_administrators_business(
    client: Client, administrator: User, coordinator: User, path: str
) -> None:
    client.sign_in(coordinator).get(f"/accounts{path}", status=403)


@pytest.mark.parametrize("act", ["close", "reopen", "password-link"])
def test_nobody_else_acts_on_accounts(client: Client, administrator: User, coordinator: User, act: str) -> None:
    client.sign_in(coordinator).post(f"/accounts/{administrator.reference}/{act}", status=403)
    assert not administrator.is_archived


def test_there_is_no_page_for_an_account_that_does_not_exist(client: Client, administrator: User) -> None:
    client.sign_in(administrator).get("/accounts/USR-99999", status=404)


def test_the_first_administrator_begins_in_the_browser(client: Client) -> None:
    address = f"/first-administrator/{invite_first_administrator(utc_now())}"
    entries = {"name": "최관리", "email": "first@seoul.example", "password": NEW, "again": NEW}
    page = client.get(address).submit({**entries, "name_ko": "", "name_en": ""}, status=422)
    assert "name_ko" in page.errors
    page = client.get(address).submit({**entries, "name_ko": "서울특별시", "name_en": "Seoul"})
    page = page.follow().submit({"email": "first@seoul.example", "password": NEW})
    page = client.get("/accounts/USR-00001")
    assert "서울특별시" in page
    client.get("/accounts/USR-00001/history")
    client.get(address, status=410)
