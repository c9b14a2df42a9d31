"""The audit trail as the administrator reads it."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from partnerships.commands.city import archive_city, revise_city
from partnerships.models.account import Role, User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from tests.client import Client
from tests.factories.account import make_user
from tests.factories.audit import make_entry
from tests.factories.city import make_city
from tests.factories.person import make_person


@pytest.fixture
def english(administrator: User, app: Flask) -> Client:
    """The administrator's browser, in English where a test reads what a page says."""
    client = Client(app, language="en").sign_in(administrator)
    client.get("/account").submit({"language": "en"})
    return client


@pytest.fixture
def city(home: City) -> City:
    """San Francisco."""
    return make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")


def test_an_entry_tells_who_did_what_to_which_record(english: Client, officer: User, city: City) -> None:
    revise_city(officer, city, website="https://sf.gov")
    page = english.get("/audit-trail", {"record": city.reference})
    _when, who, act, record, changes = page.rows[0]
    assert (who, act) == ("김하늘", "Revise city")
    assert record == f"샌프란시스코 {city.reference}"
    assert "https://sf.gov" in changes and "1 field changed" in changes
    assert page.link("샌프란시스코") == f"/cities/{city.reference}"


def test_the_latest_comes_first(english: Client, officer: User, city: City) -> None:
    revise_city(officer, city, website="https://sf.gov")
    archive_city(officer, city)
    acts = [row[2] for row in english.get("/audit-trail", {"record": city.reference}).rows if len(row) == 5]
    assert acts == ["Archive city", "Revise city", "Record city"]


def entries(page_rows: list[list[str]]) -> int:
    """How many entries a page shows, without the rows of their details."""
    return sum(len(row) == 5 for row in page_rows)


def test_the_trail_is_narrowed_by_person_and_act(english: Client, officer: User, city: City) -> None:
    revise_city(officer, city, website="https://sf.gov")
    archive_city(officer, city)
    assert entries(english.get("/audit-trail", {"person": officer.reference}).rows) == 2
    assert entries(english.get("/audit-trail", {"person": officer.reference, "act": "archive_city"}).rows) == 1
    assert entries(english.get("/audit-trail", {"person": "system", "record": city.reference}).rows) == 1
    assert entries(english.get("/audit-trail", {"person": "USR-99999"}).rows) == 0
    assert entries(english.get("/audit-trail", {"record": "CTY-99999"}).rows) == 0
    assert entries(english.get("/audit-trail", {"record": "nothing"}).rows) == 0


def test_days_are_those_of_the_home_city(english: Client, city: City) -> None:
    # Half past midnight of 2 August in Seoul is still 1 August in UTC.
    make_entry(city, at=datetime(2020, 8, 1, 15, 30, tzinfo=UTC))
    make_entry(city, at=datetime(2020, 8, 1, 14, 30, tzinfo=UTC))
    assert entries(english.get("/audit-trail", {"from": "2020-08-02", "to": "2020-08-02"}).rows) == 1
    assert entries(english.get("/audit-trail", {"from": "2020-08-01", "to": "2020.8.1"}).rows) == 1
    assert entries(english.get("/audit-trail", {"from": "2020-08", "to": "2020-08"}).rows) == 2
    assert entries(english.get("/audit-trail", {"to": "2019"}).rows) == 0
    assert entries(english.get("/audit-trail", {"from": "no day", "record": city.reference}).rows) == 3


def test_values_read_as_on_the_pages_of_records(english: Client, administrator: User, officer: User) -> None:
    english.get(f"/accounts/{officer.reference}/edit").submit({"role": "coordinator", "is_administrator": True})
    changes = english.get("/audit-trail", {"act": "revise_account"}).rows[0][4]
    assert "Officer Coordinator" in changes
    assert "No Yes" in changes


def test_of_a_restricted_record_only_a_coordinator_reads_what_was_changed(
    app: Flask, english: Client, home: City
) -> None:
    person = make_person(name_ko="홍길동", source="비공개 출처", disclosure=Disclosure.RESTRICTED, home=home)
    page = english.get("/audit-trail", {"record": person.reference})
    assert person.reference in page and "Restricted" in page
    assert "홍길동" not in page and "비공개 출처" not in page
    both = make_user(role=Role.COORDINATOR, is_administrator=True, homes=[home])
    page = Client(app).sign_in(both).get("/audit-trail", {"record": person.reference})
    assert "홍길동" in page and "비공개 출처" in page


def test_personal_data_is_for_those_who_may_read_it(app: Flask, english: Client, home: City) -> None:
    person = make_person(phone="02-000-0000")
    assert "02-000-0000" not in english.get("/audit-trail", {"record": person.reference})
    both = make_user(role=Role.OFFICER, is_administrator=True, homes=[home])
    assert "02-000-0000" in Client(app).sign_in(both).get("/audit-trail", {"record": person.reference})


def test_a_long_trail_comes_in_pages(english: Client, city: City) -> None:
    for _ in range(60):
        make_entry(city)
    page = english.get("/audit-trail", {"record": city.reference})
    assert entries(page.rows) == 50
    assert entries(english.get("/audit-trail", {"record": city.reference, "page": 2}).rows) == 11


def test_the_trail_is_the_administrators(client: Client, coordinator: User) -> None:
    client.sign_in(coordinator).get("/audit-trail", status=403)
