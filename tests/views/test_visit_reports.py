"""One participant's programme and the after-action report, as they are previewed, and what editions leave out."""

from datetime import date, time
from decimal import Decimal

import pytest

from partnerships.adapters.clock import utc_now
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.gift import Gift, GiftWay
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    Attendance,
    Delegation,
    ItemNote,
    Member,
    MemberRole,
    Outcome,
    OutcomeKind,
    TalkingPoint,
    Task,
    TaskPhase,
    TeamMember,
    Visit,
)
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.person import make_person
from tests.factories.saving import save, save_again
from tests.factories.visit import make_attendee, make_delegation, make_item, make_member, make_visit

DAY = date(2013, 10, 21)


@pytest.fixture
def visit(home: City, officer: User) -> Visit:
    return make_visit(home, title_ko="시장 대표단 방문", owner_id=officer.id)


@pytest.fixture
def delegation(visit: Visit) -> Delegation:
    return make_delegation(visit, make_city(name_ko="샌프란시스코"))


@pytest.fixture
def head(delegation: Delegation) -> Member:
    person = make_person(name_ko="에드윈 리", name_en="Edwin M. Lee")
    return make_member(delegation, person, title_ko="샌프란시스코시장", role=MemberRole.HEAD)


def test_a_participant_reads_what_they_attend_and_nothing_else(
    client: Client, officer: User, visit: Visit, delegation: Delegation, head: Member
) -> None:
    other = make_member(delegation, None, title_ko="시의원", position=2)
    call, council, tour = (
        make_item(visit, number, title_ko=title, day=DAY, starts_at=time(8 + number), ends_at=None)
        for number, title in enumerate(("시장 접견", "의회 방문", "한강 시찰"), start=1)
    )
    make_attendee(call, head.person, side=Side.PARTNER)
    make_attendee(call, None, side=Side.HOME, title_ko="서울특별시장")
    make_attendee(council, None, side=Side.PARTNER, title_ko="시의원", title_en="Director")
    save(TeamMember(visit_id=visit.id, name="박기사", duty_ko="차량", phone="010-0000-0003"))
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/members/{head.id}/programme")
    assert "샌프란시스코시장 에드윈 리(Edwin M. Lee)" in page
    assert "시장 접견" in page
    assert "상대: 서울특별시장" in page
    assert "의회 방문" not in page.text
    # Nobody is listed at the tour, so the whole delegation goes.
    assert "한강 시찰" in page
    assert "대표단 전원" in page
    assert "010-0000-0003" in page
    theirs = client.get(f"/visits/{visit.reference}/members/{other.id}/programme")
    assert "의회 방문" in theirs
    assert "시장 접견" not in theirs.text
    assert tour.title_ko in theirs


def test_how_somebody_travels_is_read_by_who_runs_the_visit(
    client: Client, officer: User, viewer_user: User, visit: Visit, head: Member
) -> None:
    head.arrival, head.hotel = "KE024 17:20", "시청 옆 호텔"
    save_again(head)
    address = f"/visits/{visit.reference}/members/{head.id}/programme"
    assert "KE024 17:20" in client.sign_in(officer).get(address)
    public = client.get(address, {"edition": "public"})
    assert "시청 옆 호텔" not in " ".join(public.texts(".sheet"))
    assert "교통편과 숙소" in " ".join(public.texts(".sheet-omissions"))
    hidden = client.sign_in(viewer_user).get(address)
    assert "KE024" not in hidden.text
    assert "시청 옆 호텔" not in hidden.text


def test_somebody_of_another_visit_has_no_programme_here(
    client: Client, officer: User, home: City, visit: Visit, head: Member
) -> None:
    other = make_visit(home)
    client.sign_in(officer).get(f"/visits/{other.reference}/members/{head.id}/programme", status=404)


@pytest.fixture
def told(visit: Visit, head: Member, officer: User) -> Visit:
    """The visit with what was noted while it went on, and what came of it."""
    item = make_item(visit, title_ko="시장 접견", day=DAY, starts_at=time(9), ends_at=time(9, 30))
    make_attendee(item, head.person, attendance=Attendance.ATTENDED)
    make_attendee(item, None, side=Side.HOME, title_ko="기획조정실장", attendance=Attendance.EXCUSED)
    save(
        TalkingPoint(
            item_id=item.id, topic_ko="직원 파견", point_ko="6개월 제안", raised=True, reply_ko="내년 3월에 답함"
        )
    )
    save(ItemNote(item_id=item.id, text="통역 이어폰 한 개 고장", by_id=officer.id, written_at=utc_now()))
    task = save(
        Task(
            visit_id=visit.id,
            title_ko="후보자 명단 송부",
            phase=TaskPhase.FOLLOW_UP,
            due_on=date(2013, 11, 20),
            owner_id=officer.id,
        )
    )
    save(Outcome(visit_id=visit.id, number=1, kind=OutcomeKind.AGREED, text_ko="직원 상호 파견 합의", task_id=task.id))
    save(
        Gift(
            home_id=visit.home_id,
            visit_id=visit.id,
            way=GiftWay.RECEIVED,
            title_ko="금문교 모형",
            value=Decimal(80),
            currency="USD",
            happened=PartialDate.of(DAY),
        ),
        DAY,
    )
    visit.assessment_ko = "직원 파견의 길이 열림"
    visit.return_owed = True
    return save_again(visit)


def test_the_report_fills_itself_from_programme_and_notes(client: Client, officer: User, told: Visit) -> None:
    page = client.sign_in(officer).get(f"/visits/{told.reference}/report")
    for words in (
        "직원 상호 파견 합의", "업무: 후보자 명단 송부", "직원 파견", "내년 3월에 답함", "통역 이어폰 한 개 고장",
        "참석 1명", "사유 불참 1명", "기획조정실장", "금문교 모형", "80 USD", "직원 파견의 길이 열림",
        "우리 측 답방 필요",
    ):  # fmt: skip
        assert words in page, words
    assert "기한 지남" in page


def test_a_public_report_tells_what_took_place_and_says_what_it_leaves_out(
    client: Client, coordinator: User, told: Visit
) -> None:
    page = client.sign_in(coordinator).get(f"/visits/{told.reference}/report", {"edition": "public"})
    sheet = " ".join(page.texts(".sheet"))
    assert "직원 상호 파견 합의" in sheet
    for words in ("내년 3월에 답함", "통역 이어폰", "금문교", "직원 파견의 길이 열림", "후보자 명단", "기획조정실장"):
        assert words not in sheet, words
    for left_out in ("언급한 말씀과 답변, 메모", "후속조치", "선물과 서한", "평가 및 시사점"):
        assert left_out in sheet


def test_a_report_of_which_nothing_is_noted_says_what_is_missing(client: Client, officer: User, visit: Visit) -> None:
    item = make_item(visit, title_ko="시장 접견")
    make_attendee(item, None, title_ko="시장", attendance=Attendance.INVITED)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/report")
    for gap in ("성과 미기재", "평가 미작성", "참석 여부 미기재"):
        assert gap in page, gap


def test_a_report_once_issued_keeps_its_words(client: Client, officer: User, told: Visit) -> None:
    page = client.sign_in(officer).get(f"/visits/{told.reference}/report")
    issued = page.submit({}, button="발행").follow()
    told.assessment_ko = "다르게 고침"
    save_again(told)
    again = client.get(issued.path)
    assert "직원 파견의 길이 열림" in again
    assert "다르게 고침" not in again.text
    assert "다르게 고침" in client.get(f"/visits/{told.reference}/report")
