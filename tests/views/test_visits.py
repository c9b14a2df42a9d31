"""Pages of visits: the visit of 21 October 2013 entered by hand as an officer does, and what the pages refuse."""

from datetime import date

import pytest

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import Direction, VisitStatus
from tests.client import Client
from tests.factories.agreement import make_agreement
from tests.factories.city import make_city, make_home, make_place
from tests.factories.partnership import make_partnership
from tests.factories.person import make_person, make_post
from tests.factories.visit import make_attendee, make_delegation, make_item, make_leg, make_visit
from tests.page import Page

TITLE = "샌프란시스코시장 대표단 방한"


@pytest.fixture
def partner(home: City) -> City:
    """샌프란시스코, a sister city of the home city."""
    city = make_city(name_ko="샌프란시스코", name_en="San Francisco")
    make_partnership(home, city)
    return city


@pytest.fixture
def places(home: City) -> None:
    """Where the visit of 2013 took place."""
    for name, detail in (
        ("다목적홀", "신청사 8층"),
        ("간담회장", "신청사 8층"),
        ("교통정보센터(TOPIS)", None),
        ("상암동 DMC", None),
        ("한강", None),
    ):
        make_place(home, name_ko=name, name_en=None, detail_ko=detail, detail_en=None)


@pytest.fixture
def mayors(home: City, partner: City) -> None:
    """Both mayors, with the posts that they held in 2013 and afterwards."""
    park = make_person(name_ko="박원순", name_en="Park Won-soon")
    make_post(park, title_ko="서울특별시장", title_en=None, city=home, held_from=PartialDate.parse("2011-10"))
    lee = make_person(name_ko="에드윈 리", name_en="Edwin M. Lee")
    make_post(lee, title_ko="샌프란시스코시장", title_en=None, city=partner, held_from=PartialDate.parse("2011"))


def enter(page: Page, link: str, **entries: object) -> Page:
    """Follow ``link``, fill in the form there, save, and return the page that comes then."""
    return page.click(link).submit(entries, "저장").follow()


def enter_visit(client: Client) -> Page:
    page = client.get("/visits/new")
    page = page.submit(
        {
            "title_ko": TITLE,
            "outcome_ko": "자매도시 우호협력 강화 양해각서 체결",
            "starts": "2013.10.21",
            "ends": "2013.10.21",
            "status": "completed",
            "partnerships": ["샌프란시스코 (자매도시)"],
            "source": "서울시 보도자료, 2013. 10. 21.",
        },
        "저장",
    ).follow()
    page = enter(page, "체류 추가", city="서울특별시", arrives_on="2013.10.21", departs_on="2013.10.21")
    return enter(page, "대표단 추가", side="partner", city="샌프란시스코")


def enter_members(page: Page) -> Page:
    page = enter(page, "단원 추가 샌프란시스코", person="에드윈 리", role="head")
    page = enter(page, "단원 추가 샌프란시스코", title_ko="자매도시위원장")
    return enter(page, "단원 추가 샌프란시스코", title_ko="시의원 등 대표단 전원")


def test_the_visit_of_2013_is_entered_by_hand(
    client: Client, officer: User, home: City, partner: City, places: None, mayors: None
) -> None:
    make_agreement(home, title_ko="자매도시 우호 협력강화 양해각서")
    page = enter_members(enter_visit(client.sign_in(officer))).click("개요")
    assert page.heading == TITLE
    assert page.path == "/visits/VIS-2013-001"
    assert page.facts["기간"] == "2013. 10. 21."
    assert page.facts["방향"].startswith("내방")
    # The head's title is the one held on the day of the visit, from the record of the post.
    assert "에드윈 리 Edwin M. Lee 샌프란시스코시장 단장" in page
    assert page.has_link("샌프란시스코")
    assert "시의원 등 대표단 전원" in page

    programme = page.click("일정 0")
    lecture = enter(
        programme,
        "일정 항목 추가",
        kind="lecture",
        title_ko="희망서울 아카데미 특강",
        starts_at="8",
        place="다목적홀 (신청사 8층)",
        audience_ko="서울시장단, 투자·출연기관장, 희망 직원 등",
        audience_count="500",
        interpretation="simultaneous",
    )
    assert lecture.path == "/visits/VIS-2013-001/1"
    assert lecture.facts["시간"] == "08:00"
    assert lecture.facts["통역"] == "동시통역"
    signing = enter(
        client.get("/visits/VIS-2013-001/programme"),
        "일정 항목 추가",
        kind="signing_ceremony",
        title_ko="우호협력 강화 MOU 체결",
        starts_at="09:00",
        ends_at="0920",
        place="간담회장 (신청사 8층)",
        contents_ko="다섯 분야의 교류협력 강화\n직원 상호 파견 합의",
    )
    assert signing.facts["장소"] == "간담회장(신청사 8층)"
    assert signing.texts(".thoughts li") == ["다섯 분야의 교류협력 강화", "직원 상호 파견 합의"]
    for title, place in (("TOPIS 견학", "교통정보센터(TOPIS)"), ("DMC 견학", "상암동 DMC"), ("한강 견학", "한강")):
        programme = client.get("/visits/VIS-2013-001/programme")
        enter(programme, "일정 항목 추가", kind="site_visit", title_ko=title, place=place)
    enter(client.get("/visits/VIS-2013-001/programme"), "일정 항목 추가", kind="briefing", title_ko="기업 설명회")

    programme = client.get("/visits/VIS-2013-001/programme")
    assert programme.texts(".programme h3") == ["2013. 10. 21.(월) 서울특별시"]
    assert programme.texts(".timeline-title a") == [
        "희망서울 아카데미 특강",
        "우호협력 강화 MOU 체결",
        "TOPIS 견학",
        "DMC 견학",
        "한강 견학",
        "기업 설명회",
    ]
    assert "500명" in programme and "동시통역" in programme

    everybody = ["에드윈 리 샌프란시스코시장 단장", "자매도시위원장", "시의원 등 대표단 전원"]
    page = enter(client.get("/visits/VIS-2013-001/2"), "참석자 선택", member=everybody)
    page = enter(page, "참석자 추가", side="home", person="박원순")
    for post in ("기획조정실장", "국제관계대사", "행정국장"):
        page = enter(page, "참석자 추가", side="home", title_ko=post)
    assert page.texts(".side .people-line") == [
        "박원순 Park Won-soon 서울특별시장",
        "기획조정실장",
        "국제관계대사",
        "행정국장",
        "에드윈 리 Edwin M. Lee 샌프란시스코시장",
        "자매도시위원장",
        "시의원 등 대표단 전원",
    ]
    page = enter(page, "식순 추가", title_ko="양해각서 서명", minutes="5")
    page = enter(page, "협정 선택", agreement="자매도시 우호 협력강화 양해각서")
    assert page.has_link("자매도시 우호 협력강화 양해각서")
    assert page.has_link("행사개요 PDF")
    assert client.get("/visits").rows[0][:5] == ["VIS-2013-001", TITLE, "샌프란시스코", "2013. 10. 21.", "내방"]


def test_the_life_of_a_visit_offers_only_what_may_follow(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, status=VisitStatus.PLANNED, starts=PartialDate.parse("2026-11"), ends=None)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}")
    buttons = {page.name_of(button) for form in page.forms for button in form.buttons}
    assert {"확정", "연기", "방문 취소"} <= buttons
    assert not {"방문 시작", "완료"} & buttons
    # A confirmed visit needs full dates.
    assert "전체 날짜" in page.submit({}, "확정", status=422)
    page = client.get(f"/visits/{visit.reference}/edit")
    page = page.submit({"starts": "2026.11.30", "ends": "2026.12.2"}, "저장").follow()
    page = page.submit({}, "확정").follow()
    assert page.texts(".record-line .badge") == ["확정"]


def test_cancelling_needs_a_reason_that_is_then_shown(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, status=VisitStatus.REQUESTED)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}")
    page.submit({}, "방문 취소", status=422)
    page = client.get(f"/visits/{visit.reference}")
    page = page.submit({"reason": "상대 도시 사정"}, "방문 취소").follow()
    assert "상대 도시 사정" in page
    assert "상대 도시 사정" in client.get(f"/visits/{visit.reference}/history")


def test_the_list_is_narrowed_by_its_address(client: Client, officer: User, home: City) -> None:
    tokyo, paris = make_city(name_ko="도쿄도"), make_city(name_ko="파리")
    east = make_visit(home, title_ko="도쿄 방문", starts=PartialDate.parse("2014-05"), ends=None)
    west = make_visit(
        home,
        title_ko="파리 출장",
        direction=Direction.OUTBOUND,
        status=VisitStatus.CANCELLED,
        status_reason="사정",
        starts=PartialDate.parse("2015-03-02"),
        ends=PartialDate.parse("2015-03-04"),
    )
    make_delegation(east, tokyo)
    make_leg(west, paris)
    client.sign_in(officer)

    def found(**query: str) -> list[str]:
        return [row[0] for row in client.get("/visits", query).rows]

    assert found() == [west.reference, east.reference]
    assert found(q="도쿄") == [east.reference]
    assert found(direction="outbound") == [west.reference]
    assert found(status="cancelled") == [west.reference]
    assert found(city=tokyo.reference) == [east.reference]
    assert found(**{"from": "2015"}) == [west.reference]
    assert found(to="2014-05") == [east.reference]
    assert found(**{"from": "2014-05-20", "to": "2014-05-21"}) == [east.reference]
    assert client.get("/visits", {"from": "어제"}).texts(".notice-warning") == ["이해하지 못해 제외한 조건: 어제"]


def test_the_clock_at_home_stands_beside_the_one_abroad(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, direction=Direction.OUTBOUND)
    leg = make_leg(visit, make_city(name_ko="샌프란시스코", zone="America/Los_Angeles"))
    make_item(visit, leg=leg, zone="America/Los_Angeles")
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme")
    assert "서울특별시 시각 2013. 10. 22.(화) 01:00~01:20" in page


def test_clashes_are_told_on_the_programme(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    place, person = make_place(home), make_person(name_ko="에드윈 리")
    first = make_item(visit, 1, title_ko="접견", place=place)
    second = make_item(visit, 2, title_ko="면담", place=place)
    make_attendee(first, person)
    make_attendee(second, person)
    leg = make_leg(visit, home, arrives_on=date(2013, 10, 21))
    make_item(visit, 3, title_ko="오찬", leg=leg, day=date(2013, 10, 20), starts_at=None, ends_at=None)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}/programme")
    told = page.texts(".clash")
    assert len(told) == 3
    assert any("오찬" in one for one in told)
    assert any("에드윈 리" in one for one in told)


def test_faults_stand_beside_their_fields(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    leg = make_leg(visit, home)
    client.sign_in(officer)
    page = client.get(f"/visits/{visit.reference}/items/new")
    page = page.submit({"title_ko": "만찬", "kind": "dinner", "day": "2013.10.25", "leg": str(leg.id)}, status=422)
    assert set(page.errors) == {"day"}
    page = client.get(f"/visits/{visit.reference}/items/new")
    entries = {"title_ko": "만찬", "kind": "dinner", "day": "2013.10.21", "starts_at": "19:00", "ends_at": "18:00"}
    assert set(page.submit(entries, status=422).errors) == {"ends_at"}
    page = client.get("/visits/new").submit({"title_ko": "방문", "status": "cancelled"}, status=422)
    assert set(page.errors) == {"status_reason"}


def test_a_restricted_visit_does_not_exist_for_others(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, disclosure=Disclosure.RESTRICTED)
    make_item(visit)
    client.sign_in(officer)
    assert client.get("/visits").rows == []
    for part in ("", "/programme", "/1", "/history"):
        client.get(f"/visits/{visit.reference}{part}", status=404)


def test_names_and_ties_that_are_restricted_stay_hidden(client: Client, officer: User, home: City) -> None:
    tie = make_partnership(home, make_city(name_ko="비밀시"), disclosure=Disclosure.RESTRICTED)
    visit = make_visit(home, partnerships=[tie])
    person = make_person(name_ko="홍길동", disclosure=Disclosure.RESTRICTED, home=home)
    item = make_item(visit)
    make_attendee(item, person, title_ko="대표", side=Side.HOME)
    client.sign_in(officer)
    assert "비밀시" not in client.get(f"/visits/{visit.reference}")
    page = client.get(f"/visits/{visit.reference}/1")
    assert "홍길동" not in page.html and "대표" in page


def test_another_home_sides_visit_cannot_be_changed(client: Client, officer: User) -> None:
    visit = make_visit(make_home(name_ko="부산광역시"), disclosure=Disclosure.PUBLIC)
    page = client.sign_in(officer).get(f"/visits/{visit.reference}")
    assert not page.has_link("수정")
    client.post(f"/visits/{visit.reference}/status", {"status": "reported"}, status=403)


def test_two_officers_are_told_of_each_other(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home, title_ko="방문")
    form = client.sign_in(officer).get(f"/visits/{visit.reference}/edit")
    client.get(f"/visits/{visit.reference}/edit").submit({"title_ko": "먼저 고친 제목"}, "저장")
    page = form.submit({"title_ko": "나중 제목"}, "저장", status=409)
    assert "먼저 고친 제목" in page and "나중 제목" in page


def test_an_archived_item_leaves_the_programme_and_keeps_its_number(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit, 1, title_ko="접견")
    client.sign_in(officer)
    client.get(f"/visits/{visit.reference}/1").submit({}, "보관")
    assert "접견" not in client.get(f"/visits/{visit.reference}/programme")
    page = client.get(f"/visits/{visit.reference}/items/new").submit({"title_ko": "오찬", "kind": "luncheon"})
    assert page.location == f"/visits/{visit.reference}/2"
    client.get(f"/visits/{visit.reference}/1").submit({}, "복원")
    assert "접견" in client.get(f"/visits/{visit.reference}/programme")
