"""The sheet of a programme item: attendees picked in one go, the order on the clock, talking points and questions."""

from datetime import time

import pytest

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.visit import MemberRole, Visit, VisitStatus
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.person import make_person, make_post
from tests.factories.visit import (
    make_attendee,
    make_delegation,
    make_item,
    make_member,
    make_point,
    make_question,
    make_step,
    make_team_member,
    make_visit,
)
from tests.page import Page


@pytest.fixture
def visit(home: City) -> Visit:
    """A visit under way with a delegation of three: 1 their mayor, 2 a director, 3 the others of them."""
    found = make_visit(home, status=VisitStatus.CONFIRMED)
    delegation = make_delegation(found, make_city(name_ko="도쿄도"))
    make_member(delegation, make_person(name_ko="고이케"), title_ko="지사", role=MemberRole.HEAD)
    make_member(delegation, title_ko="국장", title_en=None, position=2)
    make_member(delegation, title_ko="수행원", title_en=None, count=8, position=3)
    make_item(found)
    return found


def address(visit: Visit, rest: str = "") -> str:
    return f"/visits/{visit.reference}/1{rest}"


def attendees(page: Page) -> list[str]:
    return page.texts(".side .people-line")


def test_attendees_are_picked_in_the_order_of_their_delegation(client: Client, officer: User, visit: Visit) -> None:
    client.sign_in(officer)
    page = client.get(address(visit)).click("참석자 선택").submit({"member": ["수행원 8명"]}, "저장").follow()
    assert "참석자 1명을 추가했습니다." in page.alerts
    # The governor comes later and stands first all the same.
    form = page.click("참석자 선택")
    assert len(form.select("input[name=member][checked]")) == 1
    page = form.submit({"member": ["고이케 지사 단장", "수행원 8명"]}, "저장").follow()
    assert [line.split()[0] for line in attendees(page)] == ["고이케", "수행원"]
    page = page.click("참석자 선택").submit({"member": ["고이케 지사 단장"]}, "저장").follow()
    assert "참석자 1명을 제외했습니다." in page.alerts
    assert [line.split()[0] for line in attendees(page)] == ["고이케"]
    page = page.click("참석자 선택").submit({}, "저장").follow()
    assert "변경된 내용이 없습니다." in page.alerts


def test_what_a_colleague_has_ticked_meanwhile_stays(client: Client, officer: User, visit: Visit) -> None:
    client.sign_in(officer)
    mine = client.get(address(visit, "/attendees/pick"))
    colleagues = client.get(address(visit, "/attendees/pick"))
    colleagues.submit({"member": ["국장"]}, "저장").follow()
    page = mine.submit({"member": ["고이케 지사 단장"]}, "저장").follow()
    assert [line.split()[0] for line in attendees(page)] == ["고이케", "국장"]


def test_the_team_and_further_people_come_to_the_home_side(client: Client, officer: User, visit: Visit) -> None:
    make_team_member(visit, name="이통역", duty_ko="통역", duty_en="Interpreter")
    make_post(make_person(name_ko="박원순"), title_ko="서울특별시장", title_en=None)
    form = client.sign_in(officer).get(address(visit, "/attendees/pick"))
    page = form.submit({"colleague": ["이통역 통역"], "people": ["박원순"]}, "저장").follow()
    assert page.texts(".side h3") == ["서울특별시"]
    assert [line.split()[0] for line in attendees(page)] == ["통역", "박원순"]
    assert "서울특별시장" in attendees(page)[1]
    # Picked a second time they are there once, and the one of the team can be unticked.
    page = page.click("참석자 선택").submit({"colleague": [], "people": ["박원순"]}, "저장").follow()
    assert len(attendees(page)) == 1


def test_a_name_that_nobody_has_is_refused_and_the_boxes_stay(client: Client, officer: User, visit: Visit) -> None:
    form = client.sign_in(officer).get(address(visit, "/attendees/pick"))
    page = form.submit({"member": ["국장"], "people": ["아무도 아님"]}, "저장", status=422)
    assert page.errors
    assert len(page.select("input[name=member][checked]")) == 1
    assert not attendees(client.get(address(visit)))


def test_a_member_of_another_visit_is_not_picked(client: Client, officer: User, home: City, visit: Visit) -> None:
    other = make_member(make_delegation(make_visit(home), make_city()), title_ko="다른 사람")
    client.sign_in(officer).get(address(visit, "/attendees/pick"))
    page = client.post(address(visit, "/attendees/pick"), {"member": str(other.id)}, status=422)
    assert "대표단에서 빠진 사람이 있습니다" in page
    assert not attendees(client.get(address(visit)))


def test_restricted_names_are_not_offered_by_name(client: Client, officer: User, home: City, visit: Visit) -> None:
    secret = make_person(name_ko="비공개 인사", disclosure=Disclosure.RESTRICTED)
    make_member(make_delegation(visit, make_city(), position=2), secret, title_ko="특사", position=1)
    assert "비공개 인사" not in client.sign_in(officer).get(address(visit, "/attendees/pick"))


def test_the_order_of_ceremony_runs_on_the_clock(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit, starts_at=time(23, 50), ends_at=time(23, 59))
    for position, minutes in enumerate((5, 6, None, 2), start=1):
        make_step(item, position=position, minutes=minutes)
    page = client.sign_in(officer).get(address(visit))
    # After a step whose length is not known nobody can tell when the next begins.
    assert page.texts(".people-clock") == ["23:50", "23:55", "00:01", "시각 미정"]
    assert "총 13분" in page and "일정 시간보다 4분 초과" in page


def test_talking_points_are_written_put_in_order_and_taken_out(client: Client, officer: User, visit: Visit) -> None:
    client.sign_in(officer)
    page = client.get(address(visit)).click("말씀자료 추가")
    assert page.submit({"point_ko": "말씀"}, "저장", status=422).errors["topic_ko"]
    page = page.submit({"topic_ko": "직원 파견", "likelihood": "certain", "point_ko": "하나\n둘"}, "저장").follow()
    page = (
        page.click("말씀자료 추가")
        .submit(
            {"topic_ko": "관광", "likelihood": "defensive", "background_ko": "작년에 논의", "position": "1"}, "저장"
        )
        .follow()
    )
    assert page.texts(".point-head h3") == ["관광", "직원 파견"]
    assert "말씀 요지가 작성되지 않았습니다." in page and "작년에 논의" in page
    page = page.click("수정 직원 파견").submit({"position": "1", "point_en": "One"}, "저장").follow()
    assert page.texts(".point-head h3") == ["직원 파견", "관광"]
    page = page.click("수정 관광").submit({}, "보관").follow()
    assert page.texts(".point-head h3") == ["직원 파견"]


def test_what_was_raised_and_replied_is_told(client: Client, officer: User, visit: Visit) -> None:
    item = make_item(visit, 2)
    make_point(item, raised=True, reply_ko="긍정적으로 검토하겠습니다.")
    make_point(item, raised=False)
    make_point(item)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/2")
    assert [words for words in page.texts(".point-head .badge") if "거론" in words] == ["거론함", "거론 안 함"]
    assert "긍정적으로 검토하겠습니다." in page


def test_more_points_than_can_be_raised_are_advised_against(client: Client, officer: User, visit: Visit) -> None:
    item = make_item(visit, 2)
    for _ in range(6):
        make_point(item)
    client.sign_in(officer)
    assert "모두 거론하기 어렵습니다" not in client.get(f"/visits/{visit.reference}/2")
    make_point(item)
    assert "모두 거론하기 어렵습니다" in client.get(f"/visits/{visit.reference}/2")


def test_questions_are_written_and_taken_out(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get(address(visit)).click("예상 질의 추가")
    assert page.submit({"answer_ko": "답"}, "저장", status=422).errors["question_ko"]
    page = page.submit({"question_ko": "비용은?"}, "저장").follow()
    assert "비용은?" in page and "답변이 작성되지 않았습니다." in page
    page = page.click("수정 비용은?").submit({"answer_ko": "우리가 부담합니다."}, "저장").follow()
    assert "우리가 부담합니다." in page
    page = page.click("수정 비용은?").submit({}, "보관").follow()
    assert "비용은?" not in page


def test_host_materials_and_seating_are_of_the_form(client: Client, officer: User, visit: Visit) -> None:
    make_person(name_ko="박원순")
    page = client.sign_in(officer).get(address(visit)).click("수정")
    page = page.submit({"host_person": "박원순", "materials_ko": "- 국기\n펜", "seating": "facing"}, "저장").follow()
    assert page.facts["영접 인사"] == "박원순"
    assert page.texts(".thoughts li") == ["국기", "펜"]


def test_readers_see_the_sheet_and_change_nothing(client: Client, viewer_user: User, visit: Visit) -> None:
    item = make_item(visit, 2)
    make_point(item, topic_ko="관광")
    make_question(item)
    make_attendee(item, make_person(), side=Side.HOME)
    page = client.sign_in(viewer_user).get(f"/visits/{visit.reference}/2")
    assert "관광" in page
    assert not page.has_link("말씀자료 추가") and not page.has_link("참석자 선택")
    for rest in ("/attendees/pick", "/points/new", "/questions/new"):
        client.get(f"/visits/{visit.reference}/2{rest}", status=403)
