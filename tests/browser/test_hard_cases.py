"""The hard cases of ties and agreements, each entered by an officer through the browser and read back from pages."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from partnerships.adapters.clock import today_in
from partnerships.models.account import User
from partnerships.models.agreement import last_day_of_term
from partnerships.models.city import City
from tests.browser.conftest import OpenPage
from tests.browser.desk import Desk, Value
from tests.factories.city import make_city
from tests.factories.organisation import make_organisation

pytestmark = pytest.mark.database("sqlite")

TODAY = today_in("Asia/Seoul")


def day(value: date) -> str:
    """A day as an officer types it."""
    return f"{value.year}.{value.month}.{value.day}"


def shown(value: date) -> str:
    """A day as a page shows it."""
    return f"{value.year}. {value.month}. {value.day}."


@pytest.fixture
def desk(open_page: OpenPage, coordinator: User) -> Desk:
    """The coordinator's desk, where ties are also ended and agreements concluded."""
    return Desk(open_page(coordinator))


def record_tie(desk: Desk, partner: City, **values: str) -> str:
    """The address of a new tie with ``partner``."""
    return desk.record("/partnerships/new", partner=partner.reference, **values)


def record_agreement(desk: Desk, **values: Value) -> str:
    """The address of a new agreement."""
    return desk.record("/agreements/new", **values)


def test_a_tie_upgraded_from_friendship_to_sister(desk: Desk) -> None:
    """The tier of today is another than that of the founding, and each stands where it belongs."""
    tie = record_tie(
        desk,
        make_city(name_ko="호놀룰루", name_en="Honolulu"),
        tier="friendship",
        founded="1962",
        founding_tier="friendship",
        founding_source="시 누리집",
    )
    desk.record(f"{tie}/events/new", kind="established", tier="friendship", effective="1962", sets_status=True)
    desk.record(
        f"{tie}/events/new",
        kind="tier_changed",
        tier="sister",
        effective="1973.10.4",
        basis="자매결연 협정",
        sets_status=True,
    )
    main = desk.open(tie)
    expect(main.locator(".facts").first).to_contain_text("자매도시")
    main = desk.open(f"{tie}/events")
    expect(main).to_contain_text("우호도시")
    expect(main).to_contain_text("1973. 10. 4.")


def test_a_tie_that_one_side_ended_and_the_other_counts(desk: Desk) -> None:
    """Each side has a status of its own, which the page says in words and the list filters by."""
    tie = record_tie(desk, make_city(name_ko="모스크바", name_en="Moscow", country="RU"), partner_status="active")
    desk.record(
        f"{tie}/events/new",
        kind="ended",
        side="home",
        decided="2022.3.10",
        effective="2022.3.15",
        reason="국제사회 제재에 동참",
        sets_status=True,
    )
    main = desk.open(tie)
    expect(main).to_contain_text("국제사회 제재에 동참")
    expect(desk.open("/partnerships?home_status=ended&partner_status=active")).to_contain_text("모스크바")
    expect(desk.open("/partnerships?home_status=active")).not_to_contain_text("모스크바")


def test_a_counterpart_that_was_merged_into_another_city(desk: Desk) -> None:
    """The tie goes on with the successor, in the open: both ties name each other."""
    old = make_city(name_ko="구청주군", name_en="Old County", country="KR")
    new = make_city(name_ko="통합청주시", name_en="New City", country="KR")
    tie = record_tie(desk, old, founded="1999", founding_source="군 누리집")
    desk.record(
        f"/cities/{old.reference}/successions/new",
        successor=new.reference,
        kind="merged",
        happened="2014.7.1",
        source="법률",
    )
    expect(desk.open(f"/cities/{old.reference}/partnerships")).to_contain_text("통합청주시")
    successor = desk.record(
        f"{tie}/succession?successor={new.reference}", effective="2014.7.1", reason="두 자치단체의 통합"
    )
    assert successor != tie
    expect(desk.open(successor)).to_contain_text("구청주군")
    expect(desk.open(tie)).to_contain_text("통합청주시")


def test_a_trilateral_agreement(desk: Desk, home: City) -> None:
    """Three cities are its parties, and it falls under two ties."""
    beijing, tokyo = make_city(name_ko="베이징", name_en="Beijing"), make_city(name_ko="도쿄", name_en="Tokyo")
    ties = [record_tie(desk, city) for city in (beijing, tokyo)]
    agreement = record_agreement(
        desk,
        kind="declaration",
        title_ko="베세토 공동선언",
        signed="1994",
        status="in_force",
        partnerships=[tie.rpartition("/")[2] for tie in ties],
    )
    desk.record(f"{agreement}/parties/several", ours=home.reference, theirs=f"{beijing.reference}\n{tokyo.reference}")
    main = desk.open(agreement)
    for name in ("서울특별시", "베이징", "도쿄"):
        expect(main).to_contain_text(name)
    for tie in ties:
        expect(desk.open(f"{tie}/agreements")).to_contain_text("베세토 공동선언")


def test_a_memorandum_signed_by_correspondence_on_two_dates(desk: Desk, home: City) -> None:
    """Each side signed at its own desk; the copies went out and came back."""
    partner = make_city(name_ko="타슈켄트", name_en="Tashkent", country="UZ")
    agreement = record_agreement(desk, kind="mou", title_ko="우호협력 양해각서", signed="2021.2.9", status="signed")
    desk.record(f"{agreement}/parties/several", ours=home.reference, theirs=partner.reference)
    for party, signed, title in ((0, "2021.1.18", "서울특별시장 권한대행"), (1, "2021.2.9", "타슈켄트시장")):
        desk.fill(f"{agreement}/signatures/new", title_ko=title, signed=signed, manner="correspondence")
        desk.page.locator("[name=party]").select_option(index=party + 1)
        if party == 0:
            desk.page.locator("[name=capacity]").select_option("acting")
            desk.page.locator("[name=sent]").fill("2021.1.20")
            desk.page.locator("[name=returned]").fill("2021.2.26")
        desk.save("title_ko")
    main = desk.open(agreement)
    for words in ("2021. 1. 18.", "2021. 2. 9.", "서면 교환", "2021. 1. 20.", "2021. 2. 26."):
        expect(main).to_contain_text(words)


def test_an_automatically_renewed_agreement_with_three_months_notice_crosses_a_renewal(desk: Desk) -> None:
    """Ten years passed eleven years ago: it runs in its second term, whose end and notice day are told."""
    begun = TODAY.replace(day=1).replace(year=TODAY.year - 11)
    agreement = record_agreement(
        desk,
        kind="cooperation_agreement",
        title_ko="우호협력 협정",
        signed=day(begun),
        effective=day(begun),
        status="signed",
        term_kind="months",
        term_months="120",
        renewal_kind="automatic",
        renewal_months="120",
        notice_kind="months",
        notice_months="3",
    )
    end = last_day_of_term(begun, 240)
    main = desk.open(agreement)
    expect(main).to_contain_text("발효")
    expect(main).to_contain_text(shown(end))
    desk.record(f"{agreement}/notice", side="partner", effect="non_renewal", given=day(TODAY), reason="재정 사정")
    main = desk.open(f"{agreement}/life")
    expect(main).to_contain_text("재정 사정")
    expect(main).to_contain_text(shown(end))


def test_a_five_year_agreement_that_lapses(desk: Desk) -> None:
    """Its term over, it has expired by its date alone; on its last day it stands on the watch until that is handled."""
    term = {"term_kind": "months", "term_months": "60", "renewal_kind": "none", "status": "in_force"}
    over = TODAY - timedelta(days=5 * 366 + 20)
    lapsed = record_agreement(desk, kind="mou", title_ko="지난 양해각서", signed=day(over), effective=day(over), **term)
    main = desk.open(lapsed)
    expect(main.locator(".record-line, .facts").first).to_contain_text("만료")
    expect(desk.open("/agreements?status=expired").locator("tbody")).to_contain_text("지난 양해각서")

    begun = (TODAY + timedelta(days=1)).replace(year=TODAY.year - 5)
    record_agreement(desk, kind="mou", title_ko="오늘까지의 양해각서", signed=day(begun), effective=day(begun), **term)
    main = desk.open("/watch")
    expect(main).to_contain_text("오늘까지의 양해각서")
    expect(main).not_to_contain_text("지난 양해각서")
    main.locator("tr", has_text="오늘까지의 양해각서").locator(".cell-act a").click()
    desk.page.locator("main [name=outcome][value=let_lapse]").check()
    desk.save("outcome")
    desk.page.wait_for_url("**/watch**")
    main = desk.open("/watch")
    expect(main.locator(".cell-act")).to_have_count(0)
    expect(main).to_contain_text("갱신하지 않고 만료")


def test_an_annual_work_list_that_implements_an_agreement(desk: Desk) -> None:
    """The yearly promise of the memorandum is met for the year by the work list that implements it."""
    begun = date(TODAY.year - 2, 1, 10)
    memorandum = record_agreement(
        desk, kind="mou", title_ko="교류 양해각서", signed=day(begun), effective=day(begun), status="in_force"
    )
    desk.record(f"{memorandum}/commitments/new", text_ko="매년 교류사업 목록을 정한다", cadence="yearly")
    year = TODAY.year - 1
    plan = record_agreement(
        desk, kind="action_plan", title_ko=f"{year}년 교류사업 목록", signed=f"{year}.2.1", status="in_force"
    )
    desk.record(f"{plan}/lineage/new", relation="implements", target=memorandum.rpartition("/")[2])
    expect(desk.open(f"{memorandum}/lineage")).to_contain_text(f"{year}년 교류사업 목록")
    desk.record(f"{memorandum}/1/evidence/new", further_agreement=plan.rpartition("/")[2])
    main = desk.open(f"{memorandum}/1")
    expect(main).to_contain_text(f"{year}년 교류사업 목록")
    expect(main).to_contain_text(str(TODAY.year - 2))


def test_a_tie_approved_by_one_council_and_not_yet_by_the_other(desk: Desk) -> None:
    """What one side still waits for is told where the tie stands."""
    council = make_organisation(name_ko="서울특별시의회", name_en="Seoul Metropolitan Council")
    tie = record_tie(
        desk,
        make_city(name_ko="루안다", name_en="Luanda", country="AO"),
        home_status="prospective",
        partner_status="prospective",
    )
    desk.record(f"{tie}/events/new", kind="proposed", side="both", announced="2025.3.2")
    approvals = desk.page.locator("main a[href$='/approvals/new']").first.get_attribute("href") or ""
    desk.record(
        approvals,
        kind="council_consent",
        side="home",
        organisation=council.reference,
        requested="2025.4.1",
        decided="2025.4.25",
        result="granted",
        vote="재석 87, 찬성 80",
    )
    desk.record(approvals, kind="council_consent", side="partner", body="루안다 주의회", requested="2025.5.2")
    main = desk.open(f"{tie}/events")
    for words in ("서울특별시의회", "재석 87, 찬성 80", "루안다 주의회", "진행 중"):
        expect(main).to_contain_text(words)


def test_an_approval_that_is_missing_holds_an_agreement_up(desk: Desk) -> None:
    """It is signed and its day has come, but it is not in force before the council consents."""
    agreement = record_agreement(
        desk,
        kind="protocol",
        title_ko="도서관 의정서",
        signed="2025.1.5",
        effective="2025.2.1",
        status="signed",
    )
    approval = desk.record(
        f"{agreement}/approvals/new", kind="council_consent", purpose="conclude", side="home", body="서울특별시의회",
        requested="2025.1.10",
    )  # fmt: skip
    expect(desk.open("/agreements?awaits_approval=yes").locator("tbody")).to_contain_text("도서관 의정서")
    expect(desk.open("/agreements?status=in_force").locator("tbody")).to_have_count(0)
    desk.page.goto(approval)
    edit = desk.page.locator("main a[href*='/approvals/'][href$='/edit']").first.get_attribute("href") or ""
    desk.record(edit, decided="2025.3.3", result="granted")
    expect(desk.open("/agreements?status=in_force").locator("tbody")).to_contain_text("도서관 의정서")
