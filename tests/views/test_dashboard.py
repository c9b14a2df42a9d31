"""The first page: what is on, what is due, what ends, as far as the account may know."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from partnerships.adapters.clock import utc_now
from partnerships.models.account import User
from partnerships.models.agreement import AgreementStatus, CommitmentStatus, TermKind
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.models.visit import VisitStatus
from tests.client import Client
from tests.factories.agreement import make_agreement, make_commitment
from tests.factories.visit import make_item, make_visit


@pytest.fixture
def today(home: City) -> date:
    return utc_now().astimezone(ZoneInfo("Asia/Seoul")).date()


def after(today: date, days: int) -> PartialDate:
    return PartialDate.of(today + timedelta(days=days))


def test_an_empty_office_is_told_so(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/")
    assert "30일 안에 예정된 방문이 없습니다." in page
    assert "30일 안에 기한이 오는 이행과제가 없습니다." in page


def test_visits_ahead_and_todays_programme(client: Client, officer: User, home: City, today: date) -> None:
    soon = make_visit(
        home, title_ko="곧 올 방문", status=VisitStatus.PLANNED, starts=after(today, 12), ends=after(today, 13)
    )
    now = make_visit(
        home, title_ko="오늘 방문", status=VisitStatus.UNDER_WAY, starts=after(today, 0), ends=after(today, 1)
    )
    make_visit(home, title_ko="먼 방문", status=VisitStatus.PLANNED, starts=after(today, 90), ends=after(today, 91))
    make_visit(home, title_ko="끝난 방문")
    make_item(now, 1, title_ko="시장 면담", day=today)
    page = client.sign_in(officer).get("/")
    assert page.link("곧 올 방문") == f"/visits/{soon.reference}"
    assert "12일 후" in page
    assert page.link("시장 면담") == f"/visits/{now.reference}/1"
    assert "먼 방문" not in page.text
    assert "끝난 방문" not in page.text


def test_what_is_due_comes_with_the_overdue_first(client: Client, officer: User, home: City, today: date) -> None:
    agreement = make_agreement(home)
    make_commitment(agreement, 1, text_ko="다음 주 일", due=after(today, 7), status=CommitmentStatus.OPEN)
    make_commitment(agreement, 2, text_ko="늦은 일", due=after(today, -3), status=CommitmentStatus.UNDER_WAY)
    make_commitment(agreement, 3, text_ko="다 한 일", due=after(today, -9), status=CommitmentStatus.FULFILLED)
    page = client.sign_in(officer).get("/")
    assert page.text.index("늦은 일") < page.text.index("다음 주 일")
    assert "3일 지남" in page
    assert "다 한 일" not in page.text


def test_agreements_that_end_within_half_a_year(client: Client, officer: User, home: City, today: date) -> None:
    details = {"status": AgreementStatus.IN_FORCE, "term_kind": TermKind.UNTIL_DATE, "term_months": None}
    make_agreement(home, title_ko="곧 끝나는 협정", term_until=today + timedelta(days=80), **details)
    make_agreement(home, title_ko="오래 가는 협정", term_until=today + timedelta(days=400), **details)
    page = client.sign_in(officer).get("/")
    assert "곧 끝나는 협정" in page
    assert "80일 후" in page
    assert "오래 가는 협정" not in page.text


def test_restricted_records_count_nowhere(client: Client, officer: User, home: City, today: date) -> None:
    make_visit(
        home,
        title_ko="비공개 방문",
        status=VisitStatus.PLANNED,
        starts=after(today, 5),
        ends=after(today, 6),
        disclosure=Disclosure.RESTRICTED,
    )
    page = client.sign_in(officer).get("/")
    assert "비공개 방문" not in page.text
    assert "30일 안에 예정된 방문이 없습니다." in page
