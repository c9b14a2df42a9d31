"""The page of a visit's delegations: who comes in which order, and who may read what they need."""

from datetime import date, timedelta
from io import BytesIO

import pytest

from partnerships.adapters.clock import utc_now
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.models.visit import Delegation, MemberRole, TeamMember, Visit, VisitStatus
from partnerships.transfer.sheets import read_file
from tests.client import Client
from tests.factories.account import make_user
from tests.factories.city import make_city
from tests.factories.person import make_person
from tests.factories.saving import save, save_again
from tests.factories.visit import make_delegation, make_leg, make_member, make_visit
from tests.page import Page

PRIVATE = ("견과류 알레르기", "KE023 14:05", "KE024 19:30", "시청 앞 호텔")


@pytest.fixture
def visit(home: City) -> Visit:
    """A visit that is being prepared."""
    day = utc_now().date() + timedelta(days=30)
    return make_visit(
        home, status=VisitStatus.PLANNED, starts=PartialDate.parse(str(day)), ends=PartialDate.parse(str(day))
    )


@pytest.fixture
def delegation(visit: Visit) -> Delegation:
    """The guests: a head with everything that is personal, two members, and a group."""
    city = make_city(name_ko="샌프란시스코", name_en="San Francisco")
    guests = make_delegation(visit, city)
    head = make_person(name_ko="에드윈 리", name_en="Edwin Lee", name_local="李孟賢")
    make_member(
        guests,
        head,
        role=MemberRole.HEAD,
        title_ko="시장",
        title_en="Mayor",
        needs=PRIVATE[0],
        arrival=PRIVATE[1],
        departure=PRIVATE[2],
        hotel=PRIVATE[3],
        language="영어",
        consented_on=date(2026, 3, 2),
    )
    make_member(guests, title_ko="국제국장", title_en="Director", position=2)
    make_member(guests, title_ko="의전관", title_en="Protocol officer", position=3)
    make_member(guests, title_ko="기업인", title_en="Business people", count=12, position=4)
    return guests


def address(visit: Visit, rest: str = "") -> str:
    return f"/visits/{visit.reference}/people{rest}"


def titles(page: Page) -> list[str]:
    """Names or posts in the order of the page."""
    return [row.split()[0] for row in page.texts(".members tbody th")]


def test_the_head_stands_first_and_all_are_counted(
    client: Client, officer: User, visit: Visit, delegation: Delegation
) -> None:
    page = client.sign_in(officer).get(address(visit))
    assert titles(page) == ["에드윈", "국제국장", "의전관", "기업인"]
    assert "Edwin Lee · 李孟賢" in page
    assert page.texts(".people-total") == ["15명 이상 단장 1 단원 14"]


def test_members_move_up_and_down(client: Client, officer: User, visit: Visit, delegation: Delegation) -> None:
    client.sign_in(officer)
    order = f"/visits/{visit.reference}/delegations/{delegation.id}/order"
    third = client.get(address(visit)).tree.findall(".//tr[@id]")[2].get("id", "").removeprefix("member-")
    page = client.post(order, {"up": third}).follow()
    assert titles(page) == ["에드윈", "의전관", "국제국장", "기업인"]
    client.post(order, {"down": third})
    client.post(order, {"down": third})
    assert titles(client.get(address(visit))) == ["에드윈", "국제국장", "기업인", "의전관"]
    client.post(order, {"up": "99999"}, status=404)
    client.post(order, {}, status=404)


def test_nobody_moves_above_the_head(client: Client, officer: User, visit: Visit, delegation: Delegation) -> None:
    client.sign_in(officer)
    second = client.get(address(visit)).tree.findall(".//tr[@id]")[1].get("id", "").removeprefix("member-")
    client.post(f"/visits/{visit.reference}/delegations/{delegation.id}/order", {"up": second})
    assert titles(client.get(address(visit)))[0] == "에드윈"


def test_a_reader_changes_nothing(client: Client, viewer_user: User, visit: Visit, delegation: Delegation) -> None:
    page = client.sign_in(viewer_user).get(address(visit))
    assert titles(page) and not page.has_link("단원 추가 샌프란시스코")
    client.post(f"/visits/{visit.reference}/delegations/{delegation.id}/order", {"up": "1"}, status=403)
    client.get(address(visit, "/import"), status=403)


def test_needs_and_travel_are_for_the_team_and_coordinators_only(
    client: Client, officer: User, coordinator: User, home: City, visit: Visit, delegation: Delegation
) -> None:
    pages = (address(visit), f"/visits/{visit.reference}", f"/visits/{visit.reference}/history")
    client.sign_in(officer)
    for page in pages:
        assert not any(text in client.get(page) for text in PRIVATE)
    assert not any(text in _file(client, visit) for text in PRIVATE)
    head = client.get(address(visit)).link("수정 에드윈 리")
    form = client.get(head)
    assert form.select("[name=needs], [name=arrival], [name=departure], [name=hotel]") == []
    # Saving what one may see leaves the rest as it is.
    form.submit({"language": "중국어"})
    client.post(head, {"role": "head", "title_ko": "시장", "needs": "없음"})

    colleague = make_user(name="정동료", homes=[home], role=officer.role)
    save(TeamMember(visit_id=visit.id, user_id=colleague.id, position=1))
    for somebody in (coordinator, colleague):
        client.sign_out().sign_in(somebody)
        assert all(text in client.get(address(visit)) for text in PRIVATE)
        assert all(text in client.get(f"/visits/{visit.reference}/history") for text in PRIVATE)
        assert all(text in _file(client, visit) for text in PRIVATE)


def _file(client: Client, visit: Visit) -> str:
    page = client.get(address(visit, ".xlsx"))
    return str([sheet.lines for sheet in read_file(BytesIO(page.data))])


def test_who_is_in_charge_reads_the_needs(client: Client, officer: User, visit: Visit, delegation: Delegation) -> None:
    visit.owner_id = officer.id
    save_again(visit)
    page = client.sign_in(officer).get(address(visit))
    assert all(text in page for text in PRIVATE)
    page = client.get(page.link("수정 에드윈 리")).submit({"needs": "채식", "consented_on": "2026.3.3."}).follow()
    assert page.path == address(visit) and "채식" in page and "2026. 3. 3." in page


def test_consent_cannot_lie_ahead(client: Client, coordinator: User, visit: Visit, delegation: Delegation) -> None:
    page = client.sign_in(coordinator).get(address(visit))
    ahead = utc_now().date() + timedelta(days=3)
    page = client.get(page.link("수정 에드윈 리")).submit({"consented_on": ahead.isoformat()}, status=422)
    assert set(page.errors) == {"consented_on"}


def test_a_coordinator_erases_what_is_personal(
    client: Client, coordinator: User, officer: User, home: City, visit: Visit, delegation: Delegation
) -> None:
    make_leg(visit, home)
    client.sign_in(coordinator)
    page = client.get(address(visit)).submit({}, "지금 파기").follow()
    for place in (address(visit), f"/visits/{visit.reference}/history"):
        assert not any(text in client.get(place) for text in PRIVATE)
    assert "파기" in page and "파기됨" in client.get(f"/visits/{visit.reference}/history")
    assert "에드윈 리" in page and "영어" in page
    client.sign_out().sign_in(officer).post(address(visit, "/erase"), status=403)


def test_it_is_told_ahead_when_personal_data_goes(
    client: Client, coordinator: User, visit: Visit, delegation: Delegation
) -> None:
    client.sign_in(coordinator)
    goes = visit.starts.earliest + timedelta(days=180)
    assert f"{goes.year}. {goes.month}. {goes.day}." in client.get(address(visit))
    long_ago = str(utc_now().date() - timedelta(days=200))
    visit.starts = visit.ends = PartialDate.parse(long_ago)
    save_again(visit)
    assert "보유 기간이 지났습니다" in client.get(address(visit))


def test_one_or_a_hundred_and_twenty_members_need_no_more_statements(
    client: Client, coordinator: User, visit: Visit, home: City
) -> None:
    guests = make_delegation(visit, make_city(name_ko="도쿄도"))
    make_member(guests, make_person(name_ko="한 사람"))
    client.sign_in(coordinator)
    few = len(client.get(address(visit)).statements)
    for number in range(2, 121):
        make_member(guests, make_person(name_ko=f"단원 {number}"), position=number)
    page = client.get(address(visit))
    assert len(titles(page)) == 120
    assert len(page.statements) == few
