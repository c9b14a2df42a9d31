"""Participants from a spreadsheet: what the preview tells of each row, what it refuses, and what is saved."""

from collections.abc import Sequence
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import func, select

from partnerships.adapters.clock import utc_now
from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.person import Person, Post
from partnerships.models.types import PartialDate
from partnerships.models.visit import Delegation, Member, MemberRole, Visit, VisitStatus
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.organisation import make_organisation
from tests.factories.person import make_person, make_post
from tests.factories.sheets import make_workbook
from tests.factories.visit import make_delegation, make_member, make_visit
from tests.page import Page

HEADS = ["성명(한글)", "성명(로마자)", "직위(한글)", "역할", "언어", "배려 사항", "전자우편", "개인정보 동의일"]


@pytest.fixture
def visit(home: City, coordinator: User) -> Visit:
    """A visit that is being prepared, with one delegation."""
    day = PartialDate.parse(str(utc_now().date() + timedelta(days=30)))
    return make_visit(home, status=VisitStatus.PLANNED, starts=day, ends=day)


@pytest.fixture
def guests(visit: Visit) -> Delegation:
    """The delegation of the guests."""
    return make_delegation(visit, make_city(name_ko="샌프란시스코", name_en="San Francisco"))


def hand_in(client: Client, visit: Visit, rows: Sequence[Sequence[Any]], **entries: Any) -> Page:
    """The preview of a workbook with ``rows``."""
    page = client.get(f"/visits/{visit.reference}/people/import")
    return page.submit({"file": (make_workbook(rows), "명단.xlsx"), **entries}, status=200)


def members(visit: Visit) -> list[Member]:
    """The members of all delegations of ``visit`` as they are saved, by their place."""
    rows = db.session.scalars(
        select(Member)
        .join(Delegation)
        .where(Delegation.visit_id == visit.id, Member.archived_at.is_(None))
        .order_by(Delegation.position, Member.position)
        .execution_options(populate_existing=True)
    )
    return list(rows)


def counts(page: Page) -> dict[str, int]:
    """The figures above the preview."""
    terms, numbers = page.texts(".figures dt"), page.texts(".figures dd")
    return dict(zip(terms, map(int, numbers), strict=True))


def people_on_record() -> int:
    return db.session.scalar(select(func.count()).select_from(Person)) or 0


def test_a_list_becomes_members_in_one_step(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    page = hand_in(
        client.sign_in(coordinator),
        visit,
        [
            ["방문단 명단"],
            HEADS,
            ["김단원", "Kim Member", "과장", "", "영어", "", "", ""],
            ["이단장", "Lee Head", "시장", "단장", "영어", "채식", "head@sf.example", "2026-03-02"],
            ["", "", "기업인 일동", "", "", "", "", ""],
        ],
    )
    assert counts(page) == {"새 인사": 2, "성명 없이 등록": 1}
    assert people_on_record() == 0 and members(visit) == []
    page = page.submit({}, "3개 행 등록").follow()
    assert page.path == f"/visits/{visit.reference}/people" and "3건" in page
    head, member, group = members(visit)
    assert (head.role, head.title_ko, head.needs, str(head.consented_on)) == (
        MemberRole.HEAD,
        "시장",
        "채식",
        "2026-03-02",
    )
    assert (member.title_ko, member.language, member.position) == ("과장", "영어", 2)
    assert (group.person_id, group.title_ko) == (None, "기업인 일동")
    person = db.session.get(Person, head.person_id)
    assert person is not None and (person.name_ko, person.name_en, person.email) == (
        "이단장",
        "Lee Head",
        "head@sf.example",
    )
    post = db.session.scalars(select(Post).where(Post.person_id == person.id)).one()
    assert (post.title_ko, post.city_id, post.source) == ("시장", guests.city_id, visit.reference)
    assert "명단 등록" in client.get(f"/visits/{visit.reference}/history")


def test_titles_need_not_become_posts(client: Client, coordinator: User, visit: Visit, guests: Delegation) -> None:
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, ["김단원", "", "과장"]])
    page.submit({"with_posts": False}, "1개 행 등록")
    assert len(members(visit)) == 1
    assert db.session.scalars(select(Post)).all() == []


def test_sixty_rows_with_ten_faulty_ones(client: Client, coordinator: User, visit: Visit, guests: Delegation) -> None:
    rows: list[list[str]] = [
        [f"단원{n:02}", f"Member {n}", "과장", "", "", "", f"m{n}@sf.example", ""] for n in range(60)
    ]
    faulty = {
        3: (3, "마법사"),
        8: (6, "주소아님"),
        15: (7, "2026-13-40"),
        21: (7, "언젠가"),
        27: (3, "용사"),
        33: (6, "@"),
        39: (7, "작년"),
        44: (3, "?"),
        50: (6, "a b@c.d"),
    }
    for row, (column, text) in faulty.items():
        rows[row][column] = text
    rows[55] = list(rows[54])
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, *rows])
    assert counts(page) == {"바로잡을 행": 10, "새 인사": 50}
    assert len(page.select(".people-open")) == 10

    # Saving all the same saves nothing, and says why.
    page = page.submit({}, "확인하고 등록", status=422)
    assert page.alerts and people_on_record() == 0

    # Nine are put right, one is left out.
    corrected: dict[str, Any] = {f"rows-{row}-{_field(column)}": "" for row, (column, _text) in faulty.items()}
    corrected |= {f"rows-{row}-role": "member" for row, (column, _text) in faulty.items() if column == 3}
    page = page.submit({**corrected, "rows-55-take": False}, "다시 확인", status=200)
    assert counts(page) == {"새 인사": 59, "제외": 1}
    page.submit({}, "59개 행 등록")
    assert len(members(visit)) == 59 and people_on_record() == 59


def _field(column: int) -> str:
    return {3: "role", 6: "email", 7: "consented_on"}[column]


def test_the_rest_goes_without_the_faulty_rows(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, ["가", "", "과장"], ["나", "", "과장", "마법사"]])
    page.submit({}, "이 1개 행을 빼고 등록")
    assert [member.title_ko for member in members(visit)] == ["과장"]


def test_groups_without_a_name_go_beside_the_faulty_rows(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    rows = [
        ["성명(한글)", "직위(한글)", "직위(영문)", "역할", "인원", "언어"],
        ["", "직원", "Staff", "실무진", "5", "영어"],
        ["", "", "", "언론", "3명", ""],
        ["", "의전과장", "", "", "", "영어"],
        ["나", "과장", "", "마법사", "", ""],
    ]
    page = hand_in(client.sign_in(coordinator), visit, rows)
    assert counts(page) == {"바로잡을 행": 1, "성명 없이 등록": 3}
    page.submit({}, "이 1개 행을 빼고 등록")
    found = [(one.title_ko, one.title_en, one.role, one.count, one.language) for one in members(visit)]
    assert found == [
        ("직원", "Staff", MemberRole.STAFF, 5, "영어"),
        ("언론", "Press", MemberRole.PRESS, 3, None),
        ("의전과장", None, MemberRole.MEMBER, None, "영어"),
    ]
    assert people_on_record() == 0


def test_somebody_on_record_is_known_by_name_and_post(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    known = make_person(name_ko="에드윈 리", name_en=None, email=None)
    make_post(known, title_ko="시장", title_en=None)
    page = hand_in(
        client.sign_in(coordinator), visit, [HEADS, ["에드윈 리", "Edwin M. Lee", "시장", "", "", "", "lee@sf.example"]]
    )
    assert counts(page) == {"등록된 인사": 1}
    page.submit({}, "1개 행 등록")
    (member,) = members(visit)
    person = db.session.get(Person, known.id, populate_existing=True)
    assert member.person_id == known.id and people_on_record() == 1
    # What the record did not know is filled in.
    assert person is not None and (person.name_en, person.email) == ("Edwin M. Lee", "lee@sf.example")


def test_what_is_on_record_stays(client: Client, coordinator: User, visit: Visit, guests: Delegation) -> None:
    known = make_person(name_ko="에드윈 리", name_en="Edwin Lee", email="old@sf.example")
    make_post(known, title_ko="시장")
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, ["에드윈 리", "", "시장", "", "", "", "new@sf.example"]])
    assert "old@sf.example" in page
    page.submit({}, "1개 행 등록")
    person = db.session.get(Person, known.id, populate_existing=True)
    assert person is not None and person.email == "old@sf.example"


def test_who_bears_the_same_name_only_is_asked_for(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    known = make_person(name_ko="김민수", name_en=None)
    make_post(known, title_ko="교수")
    make_person(name_ko="김민수", name_en=None)
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, ["김민수", "", "과장"]])
    assert counts(page) == {"누구인지 확인": 1}
    again = page.submit({}, "확인하고 등록", status=422)
    page = again.submit({"rows-0-who": known.reference}, "다시 확인", status=200)
    assert counts(page) == {"등록된 인사": 1}
    page = page.submit({"rows-0-who": "new"}, "다시 확인", status=200)
    assert counts(page) == {"새 인사": 1}
    page.submit({}, "1개 행 등록")
    assert people_on_record() == 3


def test_the_title_held_then_stands_in_for_none(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    known = make_person(name_ko="에드윈 리", email="lee@sf.example")
    make_post(known, title_ko="시장", title_en="Mayor")
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, ["에드윈 리", "", "", "", "", "", "lee@sf.example"]])
    assert "당시 직위" in page and "시장" in page
    page.submit({}, "1개 행 등록")
    assert members(visit)[0].title_ko == "시장"


def test_a_second_list_changes_who_is_there_already(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    known = make_person(name_ko="에드윈 리", name_en="Edwin Lee", email=None)
    make_member(guests, known, title_ko="부시장", title_en="Deputy Mayor", needs="채식", language="영어")
    client.sign_in(coordinator)
    rows = [HEADS, ["에드윈 리", "Edwin Lee", "시장", "", "", "", "", ""]]
    page = hand_in(client, visit, rows)
    assert counts(page) == {"변경 내용": 1}
    page.submit({}, "1개 행 등록")
    (member,) = members(visit)
    assert (member.title_ko, member.needs, member.language) == ("시장", "채식", "영어")
    page = hand_in(client, visit, rows)
    assert counts(page) == {"변경 없음": 1}


def test_what_was_not_seen_is_not_saved(client: Client, coordinator: User, visit: Visit, guests: Delegation) -> None:
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, ["에드윈 리", "", "시장"]])
    make_post(make_person(name_ko="에드윈 리"), title_ko="시장")
    page = page.submit({}, "1개 행 등록", status=422)
    assert counts(page) == {"등록된 인사": 1} and members(visit) == []
    page.submit({}, "1개 행 등록")
    assert people_on_record() == 1
    # Pressed twice: the second time nothing is left to do.
    page = page.submit({}, "1개 행 등록", status=422)
    assert counts(page) == {"변경 없음": 1} and len(members(visit)) == 1


def test_each_row_goes_to_the_delegation_it_names(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    other = make_delegation(visit, make_city(name_ko="오클랜드", name_en="Oakland"), position=2)
    client.sign_in(coordinator)
    rows = [["대표단", "성명"], ["Oakland", "가"], ["", "나"], ["아틀란티스", "다"]]
    page = hand_in(client, visit, rows, delegation=str(guests.id))
    assert counts(page) == {"바로잡을 행": 1, "새 인사": 2}
    page = page.submit({"rows-2-delegation": str(guests.id)}, "다시 확인", status=200)
    page.submit({}, "3개 행 등록")
    assert [member.delegation_id for member in members(visit)] == [guests.id, guests.id, other.id]


def test_there_is_one_head(client: Client, coordinator: User, visit: Visit, guests: Delegation) -> None:
    make_member(guests, make_person(), role=MemberRole.HEAD)
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, ["가", "", "시장", "단장"]])
    assert set(page.errors) == {"rows-0-role"}


def test_somebody_in_another_delegation_is_not_taken_twice(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    known = make_person(name_ko="에드윈 리", email="lee@sf.example")
    make_member(make_delegation(visit, make_city(name_ko="오클랜드"), position=2), known)
    row = ["에드윈 리", "", "시장", "", "", "", "lee@sf.example"]
    page = hand_in(client.sign_in(coordinator), visit, [HEADS, row], delegation=str(guests.id))
    assert set(page.errors) == {"rows-0-delegation"}


def test_an_organisation_on_record_gets_the_post(
    client: Client, coordinator: User, visit: Visit, guests: Delegation
) -> None:
    port = make_organisation(name_ko="샌프란시스코항만공사", name_en="Port of San Francisco")
    rows = [["성명", "직위", "소속"], ["가", "사장", "샌프란시스코항만공사"], ["나", "부장", "모르는 회사"]]
    hand_in(client.sign_in(coordinator), visit, rows).submit({}, "2개 행 등록")
    assert [member.title_ko for member in members(visit)] == ["샌프란시스코항만공사 사장", "모르는 회사 부장"]
    posts = db.session.scalars(select(Post).order_by(Post.id)).all()
    assert [(post.title_ko, post.organisation_id) for post in posts] == [("사장", port.id), ("모르는 회사 부장", None)]


def test_an_officer_outside_the_team_enters_no_personal_data(
    client: Client, officer: User, visit: Visit, guests: Delegation
) -> None:
    page = hand_in(client.sign_in(officer), visit, [HEADS, ["가", "", "과장", "", "", "땅콩 알레르기"]])
    assert "배려 사항: 제외했습니다" in page
    page.submit({}, "1개 행 등록")
    assert members(visit)[0].needs is None


def test_cells_may_be_pasted(client: Client, coordinator: User, visit: Visit, guests: Delegation) -> None:
    page = client.sign_in(coordinator).get(f"/visits/{visit.reference}/people/import")
    page = page.submit({"pasted": "성명\t직위\n김하늘\t과장\n"}, status=200)
    page.submit({}, "1개 행 등록")
    assert members(visit)[0].title_ko == "과장"


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({}, "file"),
        ({"pasted": "가\t나\n"}, "pasted"),
        ({"file": (b"\x00\x01\x02" * 50, "명단.xlsx")}, "file"),
        ({"file": (bytes.fromhex("d0cf11e0") + b"x" * 50, "명단.xls")}, "file"),
    ],
)
def test_what_cannot_be_read_is_told_beside_it(
    client: Client, coordinator: User, visit: Visit, guests: Delegation, entries: dict[str, Any], field: str
) -> None:
    page = client.sign_in(coordinator).get(f"/visits/{visit.reference}/people/import")
    entries = {name: (BytesIO(one[0]), one[1]) if isinstance(one, tuple) else one for name, one in entries.items()}
    page = page.submit(entries, status=422)
    assert set(page.errors) == {field}


@pytest.mark.parametrize("tongue", ["ko", "en"])
def test_the_template_comes_back_as_it_went_out(
    client: Client, coordinator: User, visit: Visit, guests: Delegation, tongue: str
) -> None:
    page = client.sign_in(coordinator).get(f"/visits/{visit.reference}/people/import/{tongue}.xlsx")
    assert "attachment" in page.headers["Content-Disposition"]
    empty = client.get(f"/visits/{visit.reference}/people/import")
    again = empty.submit({"file": (BytesIO(page.data), "서식.xlsx")}, status=422)
    assert set(again.errors) == {"file"}


def test_without_a_delegation_there_is_nothing_to_take_over_into(
    client: Client, coordinator: User, visit: Visit
) -> None:
    page = client.sign_in(coordinator).request("GET", f"/visits/{visit.reference}/people/import")
    assert page.status == 303
