"""A public visit, seen from another home side: what took place, and nothing of what is said among colleagues."""

import pytest

from partnerships.commands.visit.points import revise_point
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.visit import Seating, Visit, VisitStatus
from partnerships.permissions import SYSTEM
from partnerships.queries.visit import get_item
from tests.client import Client
from tests.factories.account import make_user
from tests.factories.city import make_city
from tests.factories.outcome import make_note, make_outcome
from tests.factories.saving import save_again
from tests.factories.today import make_item_on, make_visit_on
from tests.factories.visit import make_attendee, make_delegation, make_member, make_point, make_question

SECRETS = {
    "topic": "직원 맞교환 제안",
    "point": "내년부터 서로 보냅시다",
    "background": "지난번에는 거절당함",
    "question": "비용 부담 주체 질의",
    "answer": "보내는 쪽이 부담",
    "note": "상대가 웃음",
    "reply": "검토하겠다고 답변",
    "assessment": "기대에 미치지 못함",
    "outcome": "양해각서 체결 목표",
    "needs": "땅콩 알레르기",
    "remark": "왼쪽 귀가 어두움",
    "of an outcome": "내부 확인 필요",
}


@pytest.fixture
def visit(home: City) -> Visit:
    """A public visit that is on, with something internal wherever there can be."""
    visit = make_visit_on(
        home,
        disclosure=Disclosure.PUBLIC,
        title_ko="공개 방문",
        outcome_ko=SECRETS["outcome"],
        outcome_en=None,
        assessment_ko=SECRETS["assessment"],
        purpose_ko="우의 증진",
    )
    item = make_item_on(visit, title_ko="시장 접견", seating=Seating.FACING)
    guest = make_member(make_delegation(visit, make_city()), needs=SECRETS["needs"])
    make_attendee(item, member_id=guest.id, note=SECRETS["remark"])
    point = make_point(
        item, topic_ko=SECRETS["topic"], point_ko=SECRETS["point"], background_ko=SECRETS["background"], raised=True
    )
    make_question(item, question_ko=SECRETS["question"], answer_ko=SECRETS["answer"])
    make_note(item, text=SECRETS["note"])
    make_outcome(visit, text_ko="우호협력 합의", note=SECRETS["of an outcome"], point_id=point.id)
    loaded = get_item(SYSTEM, visit.reference, item.number)
    revise_point(SYSTEM, loaded, loaded.points[0], reply_ko=SECRETS["reply"])
    return visit


@pytest.fixture
def guest_member(visit: Visit) -> int:
    return int(get_item(SYSTEM, visit.reference, 1).visit.delegations[0].members[0].id)


@pytest.fixture
def abroad() -> User:
    """An officer of another home side."""
    other = make_city(name_ko="부산", name_en="Busan", is_home=True)
    return make_user(role="officer", homes=[other])


PAGES = (
    *("", "/1", "/after", "/today", "/programme", "/programme?view=columns", "/history", "/people", "/tasks"),
    *("/documents", "/briefs", "/book", "/book?edition=internal", "/report?edition=internal"),
    *("/1/event-summary?edition=internal",),
)


def test_nothing_internal_is_on_any_page(client: Client, abroad: User, visit: Visit) -> None:
    client.sign_in(abroad)
    found = {}
    for page in PAGES:
        text = client.get(f"/visits/{visit.reference}{page}")
        found[page] = [name for name, secret in SECRETS.items() if secret in text]
    assert {page: names for page, names in found.items() if names} == {}


def test_what_took_place_is_there(client: Client, abroad: User, visit: Visit) -> None:
    page = client.sign_in(abroad).get(f"/visits/{visit.reference}")
    assert "우의 증진" in page
    assert "시장 접견" in client.get(f"/visits/{visit.reference}/programme")
    assert "우호협력 합의" in client.get(f"/visits/{visit.reference}/after")


def test_colleagues_read_it_all(client: Client, coordinator: User, visit: Visit) -> None:
    client.sign_in(coordinator)
    read = {
        name
        for page in PAGES
        for name, secret in SECRETS.items()
        if secret in client.get(f"/visits/{visit.reference}{page}")
    }
    assert read == set(SECRETS)


def test_seats_and_forms_are_closed(client: Client, abroad: User, officer: User, visit: Visit) -> None:
    item = get_item(SYSTEM, visit.reference, 1)
    address = f"/visits/{visit.reference}"
    forms = [
        f"{address}/edit",
        f"{address}/after/assessment",
        f"{address}/1/edit",
        f"{address}/1/points/{item.points[0].id}/edit",
        f"{address}/1/questions/{item.questions[0].id}/edit",
        f"{address}/1/attendees/{item.attendees[0].id}/edit",
        f"{address}/outcomes/new",
    ]
    client.sign_in(abroad)
    client.get(f"{address}/1/seating", status=404)
    client.get(f"{address}/1/name-plates.pdf", status=404)
    for form in forms:
        client.get(form, status=403)
    client.sign_in(officer).get(f"{address}/1/seating")
    for form in forms:
        client.get(form)


def test_of_papers_there_is_the_public_edition(
    client: Client, abroad: User, officer: User, visit: Visit, guest_member: int
) -> None:
    visit.status = VisitStatus.COMPLETED
    save_again(visit)
    address = f"/visits/{visit.reference}/members/{guest_member}/programme"
    page = client.sign_in(abroad).get(address, {"edition": "internal"})
    assert [one.get("value") for one in page.select("select[name=edition] option")] == ["public"]
    page = client.sign_in(officer).get(address)
    assert [one.get("value") for one in page.select("select[name=edition] option")] == ["internal", "public"]
