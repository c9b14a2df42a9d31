"""The day of the press release, 21 October 2013, run from the request to the report by an officer in the browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from partnerships.models.account import User
from partnerships.models.agreement import Agreement, AgreementKind, AgreementStatus
from partnerships.models.city import City
from partnerships.models.partnership import Side
from tests.browser.conftest import OpenPage
from tests.browser.desk import Desk
from tests.factories.agreement import make_agreement, make_party
from tests.factories.city import make_city, make_place
from tests.factories.partnership import make_partnership
from tests.factories.person import make_person

pytestmark = pytest.mark.database("sqlite")


@pytest.fixture
def desk(open_page: OpenPage, officer: User) -> Desk:
    return Desk(open_page(officer))


@pytest.fixture
def partner(home: City) -> City:
    return make_city(name_ko="샌프란시스코", name_en="San Francisco", zone="America/Los_Angeles")


@pytest.fixture
def memorandum(home: City, partner: City) -> Agreement:
    """The memorandum, negotiated and waiting for its signing."""
    tie = make_partnership(home, partner)
    paper = make_agreement(
        home,
        kind=AgreementKind.MOU,
        status=AgreementStatus.CLEARED,
        signed=None,
        title_ko="우호협력 강화 양해각서",
        partnerships=[tie],
    )
    make_party(paper, home)
    make_party(paper, partner, side=Side.PARTNER)
    return paper


def test_the_day_from_the_request_to_the_report(desk: Desk, home: City, partner: City, memorandum: Agreement) -> None:
    """Nothing is entered twice: what is prepared becomes what took place, and that becomes the report."""
    make_place(home, name_ko="간담회장", detail_ko="신청사 8층")
    park = make_person(name_ko="박원순", name_en="Park Won-soon")
    lee = make_person(name_ko="에드윈 리", name_en="Edwin M. Lee")
    visit = desk.record(
        "/visits/new",
        direction="inbound",
        title_ko="샌프란시스코시장 대표단 방문",
        outcome_ko="우호협력 강화 양해각서 체결",
        starts="2013.10.21",
        ends="2013.10.21",
    )
    prepare(desk, visit, home, partner, park.reference, lee.reference)
    for status in ("planned", "confirmed", "under_way"):
        move(desk, visit, status)
    sign(desk, visit, memorandum)
    note_the_day(desk, visit)
    move(desk, visit, "completed")
    follow_up(desk, visit, memorandum)
    report(desk, visit)
    move(desk, visit, "reported")
    expect(desk.open(visit).locator(".record-line, header").first).to_contain_text("보고")


def prepare(desk: Desk, visit: str, home: City, partner: City, park: str, lee: str) -> None:
    """Who comes, what is on, who attends, in which order, and what is to be said."""
    desk.record(f"{visit}/legs/new", city=home.reference, arrives_on="2013.10.21", departs_on="2013.10.21")
    for side, city, person, title in (
        ("partner", partner.reference, lee, "샌프란시스코시장"),
        ("home", home.reference, park, "서울특별시장"),
    ):
        desk.record(f"{visit}/delegations/new", side=side, city=city)
        people = desk.open(f"{visit}/people")
        new = people.locator("a[href*='/members/new']").nth(0 if side == "partner" else 1).get_attribute("href")
        assert new is not None
        desk.record(new, person=person, title_ko=title, role="head")
    desk.record(
        f"{visit}/items/new", kind="lecture", title_ko="희망서울 아카데미 특강", day="2013.10.21", starts_at="08:00"
    )
    desk.record(
        f"{visit}/items/new",
        kind="signing_ceremony",
        title_ko="우호협력 강화 MOU 체결",
        day="2013.10.21",
        starts_at="09:00",
        ends_at="09:20",
        seating="facing",
    )
    main = desk.open(f"{visit}/2/attendees/pick")
    for box in main.locator("input[name=member]").all():
        box.check()
    desk.save("member")
    desk.record(f"{visit}/2/steps/new", title_ko="서명과 교환", minutes="10")
    desk.record(f"{visit}/2/points/new", topic_ko="직원 상호 파견", point_ko="6개월씩 서로 파견할 것을 제안")
    sheet = desk.open(f"{visit}/2")
    expect(sheet).to_contain_text("박원순")
    expect(sheet).to_contain_text("에드윈 리")
    expect(sheet.locator("svg").first).to_be_visible()


def move(desk: Desk, visit: str, status: str) -> None:
    """Press the button that leads to ``status``."""
    main = desk.open(visit)
    main.locator(f"form:has(input[name=status][value={status}]) button").first.click()
    expect(desk.page.locator("main .notice-error")).to_have_count(0)


def sign(desk: Desk, visit: str, memorandum: Agreement) -> None:
    """The memorandum is signed where and when it was, by the two heads; with that it stands as signed."""
    desk.record(f"{visit}/2/agreements/new", agreement=memorandum.reference)
    desk.open(f"{visit}/2").get_by_role("link", name="서명 기록").click()
    desk.page.locator("main form button.button-primary[type=submit]").first.click()
    expect(desk.page.locator("main")).to_contain_text("체결 협정")
    paper = desk.open(f"/agreements/{memorandum.reference}")
    expect(paper).to_contain_text("2013. 10. 21.")
    expect(paper).to_contain_text("에드윈 리")
    expect(paper).to_contain_text("우호협력 강화 MOU 체결")


def note_the_day(desk: Desk, visit: str) -> None:
    """On the phone page: who came, and what was replied."""
    page = desk.page
    desk.open(f"{visit}/today?day=2013-10-21")
    open_item(page, 2)
    item = page.locator("#item-2")
    item.get_by_role("button", name="전원 참석").click()
    expect(page.locator("#item-2")).to_contain_text("2")
    open_item(page, 2)
    item.locator("[name=text]").first.fill("파견 시기는 내년에 다시 협의")
    item.locator("form:has([name=text]) button[type=submit]").first.click()
    expect(page.locator("#item-2")).to_contain_text("파견 시기는 내년에 다시 협의")


def open_item(page: Page, number: int) -> None:
    """Unfold an item of the day unless it is."""
    item = page.locator(f"#item-{number}")
    if item.get_attribute("open") is None:
        item.locator("summary").first.click()


def follow_up(desk: Desk, visit: str, memorandum: Agreement) -> None:
    """What was agreed becomes a commitment under the memorandum; a gift and the letters of thanks are listed."""
    desk.record(f"{visit}/outcomes/new", text_ko="직원 상호 파견을 추진하기로 함", kind="agreed", owed_by="both")
    after = desk.open(f"{visit}/after")
    after.locator("details.outcome-step").first.locator("summary").click()
    form = after.locator("form[action$='/outcomes/1/commitment']")
    form.locator("[name=agreement]").select_option(label=memorandum.title_ko)
    form.locator("button[type=submit]").click()
    expect(desk.page.locator("main")).to_contain_text("우호협력 강화 양해각서 이행과제 1")
    desk.record(
        f"/gifts/new?visit={visit.rsplit('/', 1)[1]}&way=received", title_ko="금문교 모형", value="80", currency="USD"
    )
    after = desk.open(f"{visit}/after")
    expect(after).to_contain_text("금문교 모형")
    after.locator("#letters form button[type=submit]").last.click()
    expect(desk.page.locator("#letters")).to_contain_text("에드윈 리")
    desk.record(f"{visit}/after/assessment", assessment_ko="선언에 머물던 우호가 약속으로 구체화됨")


def report(desk: Desk, visit: str) -> None:
    """The report has filled itself; issued, it is kept word for word."""
    main = desk.open(f"{visit}/report")
    for words in (
        "직원 상호 파견을 추진하기로 함",
        "파견 시기는 내년에 다시 협의",
        "금문교 모형",
        "선언에 머물던 우호가 약속으로 구체화됨",
    ):
        expect(main.locator(".sheet")).to_contain_text(words)
    book = desk.open(f"{visit}/book")
    expect(book.locator(".sheet")).to_contain_text("샌프란시스코시장 대표단 방문")
    main = desk.open(f"{visit}/report")
    main.get_by_text("발행", exact=True).first.click()
    desk.page.locator(
        "dialog[open] button[type=submit], form[action$='/report/issue'] button[type=submit]"
    ).last.click()
    expect(desk.page).to_have_url(re.compile("/briefs/BRF-"), timeout=60_000)
