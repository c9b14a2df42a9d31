"""The seating plan of a programme item: its shapes, seats changed by officers, its table in words, name plates."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.visit import Attendance, Attendee, Seating, Visit
from tests.client import Client
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_item, make_visit
from tests.page import Page

ADDRESS = "/1/seating"


@pytest.fixture
def visit(home: City) -> Visit:
    """A meeting of three guests and two hosts who face each other."""
    found = make_visit(home)
    item = make_item(found, seating=Seating.FACING)
    for position, name in enumerate(("에드윈", "크리스티나", "마크"), start=1):
        make_attendee(item, make_person(name_ko=name, name_en=f"{name} E"), title_ko="국장", position=position)
    for position, name in enumerate(("박원순", "김영희"), start=1):
        person = make_person(name_ko=name, name_en=f"{name} E")
        make_attendee(item, person, side=Side.HOME, title_ko="국장", position=position)
    return found


def seats(page: Page) -> list[str]:
    return page.texts("table .cell-title")


def test_people_sit_by_precedence_until_an_officer_swaps_them(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get(f"/visits/{visit.reference}{ADDRESS}")
    assert seats(page) == ["에드윈", "크리스티나", "마크", "박원순", "김영희"]
    assert "서열순으로 되돌리기" not in page
    page = page.submit({"first": "1 · 에드윈", "second": "3 · 마크"}, "자리 바꾸기").follow()
    assert [name.split()[0] for name in seats(page)] == ["마크", "크리스티나", "에드윈", "박원순", "김영희"]
    # Across the table as well; all others stay.
    page = page.submit({"first": "2 · 크리스티나", "second": "2 · 김영희"}, "자리 바꾸기").follow()
    assert [name.split()[0] for name in seats(page)] == ["마크", "김영희", "에드윈", "박원순", "크리스티나"]
    page = page.submit({}, "서열순으로 되돌리기").follow()
    assert seats(page) == ["에드윈", "크리스티나", "마크", "박원순", "김영희"]


def test_swapped_back_they_sit_by_precedence_again(
    client: Client, officer: User, visit: Visit, session: Session
) -> None:
    page = client.sign_in(officer).get(f"/visits/{visit.reference}{ADDRESS}")
    page = page.submit({"first": "1 · 에드윈", "second": "3 · 마크"}, "자리 바꾸기").follow()
    page = page.submit({"first": "1 · 마크", "second": "3 · 에드윈"}, "자리 바꾸기").follow()
    assert "서열순으로 되돌리기" not in page
    assert session.scalars(select(Attendee.seat)).all() == [None] * 5


def test_whoever_joins_or_leaves_moves_nobody_who_was_swapped(
    client: Client, officer: User, visit: Visit, session: Session
) -> None:
    page = client.sign_in(officer).get(f"/visits/{visit.reference}{ADDRESS}")
    page.submit({"first": "1 · 에드윈", "second": "2 · 크리스티나"}, "자리 바꾸기")
    item = session.scalars(select(Attendee)).first()
    assert item is not None
    client.get(f"/visits/{visit.reference}/1").click("참석자 추가").submit(
        {"side": "home", "title_ko": "행정국장"}, "저장"
    )
    page = client.get(f"/visits/{visit.reference}{ADDRESS}")
    assert [name.split()[0] for name in seats(page)][:3] == ["크리스티나", "에드윈", "마크"]
    assert seats(page)[-1] == "행정국장"


def test_a_swap_needs_two_different_people(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get(f"/visits/{visit.reference}{ADDRESS}")
    refused = page.submit({"first": "1 · 에드윈"}, "자리 바꾸기", status=422)
    assert refused.errors == {"second": "누구와 바꿀지 선택하십시오."}
    assert refused.select("select[name=first] option[selected]")
    refused = page.submit({"first": "1 · 에드윈", "second": "1 · 에드윈"}, "자리 바꾸기", status=422)
    assert refused.errors == {"second": "서로 다른 두 사람을 선택하십시오."}
    assert page.submit({"second": "1 · 에드윈"}, "자리 바꾸기", status=422).errors["first"]


@pytest.mark.parametrize("shape", ["ㄷ자형", "원탁", "극장식", "마주 보기"])
def test_the_table_is_laid_in_each_shape(client: Client, officer: User, visit: Visit, shape: str) -> None:
    page = client.sign_in(officer).get(f"/visits/{visit.reference}{ADDRESS}")
    page = page.submit({"shape": shape}, "이 형태로 배치").follow()
    assert page.select("svg.seating")[0].get("aria-label") == f"좌석배치도: {shape}"
    assert len(page.select("svg .seating-seat")) == 5
    # The sheet shows the same in small.
    assert client.get(f"/visits/{visit.reference}/1").select("a.seating-thumbnail svg")


def test_without_a_shape_or_without_people_there_is_no_plan(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}{ADDRESS}")
    assert page.has_link("참석자 선택") and not page.select("svg.seating")
    client.post(f"/visits/{visit.reference}/1/seating/swap", {"first": "1", "second": "2"}, status=422)
    make_attendee(item)
    page = client.get(f"/visits/{visit.reference}{ADDRESS}")
    assert "배치 형태를 선택하면" in page
    client.post(f"/visits/{visit.reference}/1/seating/shape", {"shape": "hexagon"}, status=422)


def test_restricted_names_sit_by_their_post(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit, seating=Seating.ROUND)
    make_attendee(item, make_person(name_ko="비공개 인사", disclosure=Disclosure.RESTRICTED), title_ko="특사")
    page = client.sign_in(officer).get(f"/visits/{visit.reference}{ADDRESS}")
    assert "비공개 인사" not in page and seats(page) == ["특사"]


def test_readers_see_the_plan_and_change_nothing(client: Client, viewer_user: User, visit: Visit) -> None:
    page = client.sign_in(viewer_user).get(f"/visits/{visit.reference}{ADDRESS}")
    assert page.select("svg.seating") and not page.select("select[name=first], input[name=shape]")
    for rest in ("shape", "swap", "reset"):
        client.post(f"/visits/{visit.reference}/1/seating/{rest}", {"shape": "round"}, status=403)


def test_a_company_of_120_is_drawn_within_the_limits_of_a_page(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit, seating=Seating.ROUND)
    for position in range(1, 61):
        make_attendee(item, title_ko=f"손님 {position}", position=position)
        make_attendee(item, title_ko=f"직원 {position}", position=position, side=Side.HOME)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}{ADDRESS}")
    assert len(page.select("svg .seating-seat")) == len(seats(page)) == 120
    assert {row[-1] for row in page.rows} == {str(number) for number in range(1, 13)}


def test_name_plates_are_of_those_who_come_by_name_or_post(
    client: Client, officer: User, visit: Visit, session: Session
) -> None:
    client.sign_in(officer)
    for size in ("large", "medium", "small"):
        answer = client.get(f"/visits/{visit.reference}/1/name-plates.pdf?size={size}&language=en")
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.data.startswith(b"%PDF")
        assert answer.headers["Cache-Control"] == "private, no-store"
    client.get(f"/visits/{visit.reference}/1/name-plates.pdf?size=huge", status=404)
    empty = make_visit(visit.home)
    make_attendee(make_item(empty), title_ko="대표단 전원", count=12)
    make_attendee(make_item(empty, 2), make_person(), attendance=Attendance.EXCUSED)
    client.get(f"/visits/{empty.reference}/1/name-plates.pdf", status=404)
    client.get(f"/visits/{empty.reference}/2/name-plates.pdf", status=404)
