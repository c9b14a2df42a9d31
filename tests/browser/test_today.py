"""The phone of an officer in a hall: without a connection, beside a colleague's, signed out, and without scripts."""

import re

import pytest
from playwright.sync_api import Page, Route, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.commands.visit import archive_visit
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.visit import Attendance, Attendee, ItemNote, ProgrammeItem, TalkingPoint, Visit
from tests.browser.checks import accessibility_faults, overflow
from tests.browser.conftest import OpenPage, sign_in
from tests.factories.outcome import make_point
from tests.factories.today import make_item_on, make_visit_on
from tests.factories.visit import make_attendee

pytestmark = pytest.mark.database("sqlite")

# What the browser says of a request without a connection, or of one that is refused since nobody is signed in.
BAD_LINE = ("net::ERR_", "status of 400", "behind a redirect", "fetching the script")


@pytest.fixture
def visit(home: City) -> Visit:
    """A visit that is on."""
    return make_visit_on(home, title_ko="시장 대표단 방한")


@pytest.fixture
def item(visit: Visit) -> ProgrammeItem:
    """The meeting that goes on: two who are expected, and a point to make."""
    item = make_item_on(visit)
    make_attendee(item, title_ko="시장", attendance=Attendance.CONFIRMED)
    make_attendee(item, title_ko="국장", attendance=Attendance.INVITED, position=2)
    make_point(item)
    return item


def open_day(open_page: OpenPage, user: User, visit: Visit, **options: object) -> Page:
    page = open_page(user, width=390, meant=BAD_LINE, **options)
    page.goto(f"/visits/{visit.reference}/today")
    return page


def mark(page: Page, title: str, label: str) -> None:
    """Tap ``label`` beside whoever is called ``title``."""
    page.get_by_role("group", name=title).get_by_role("button", name=label, exact=True).click()


def write_note(page: Page, text: str) -> None:
    page.get_by_label("새 메모").fill(text)
    page.get_by_role("button", name="메모 저장").click()


def notes(session: Session) -> list[str]:
    session.rollback()
    return list(session.scalars(select(ItemNote.text).order_by(ItemNote.id)))


def attendances(session: Session) -> list[Attendance]:
    session.rollback()
    return list(session.scalars(select(Attendee.attendance).order_by(Attendee.position)))


def test_offline_for_a_minute_nothing_is_lost_and_all_arrives_once(
    open_page: OpenPage, officer: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    page = open_day(open_page, officer, visit)
    status = page.get_by_role("status").filter(has_text=re.compile("미전송|전송되었"))
    page.context.set_offline(True)
    mark(page, "시장", "참석")
    mark(page, "국장", "불참")
    page.get_by_role("button", name="언급함").click()
    page.get_by_label("상대측 답변").fill("3월까지 회신하기로 함")
    page.get_by_role("button", name="답변 저장").click()
    write_note(page, "서명 완료")
    expect(status).to_contain_text("미전송 4건")
    expect(status).to_contain_text("연결이 끊겼습니다")
    expect(page.locator("[data-unsent-notes]")).to_contain_text("서명 완료")
    assert (notes(session), attendances(session)) == ([], [Attendance.CONFIRMED, Attendance.INVITED])
    page.context.set_offline(False)
    expect(status).to_have_text("모두 전송되었습니다.")
    expect(page.locator(f"#notes-{item.number}")).to_contain_text("서명 완료")
    # One tap more, to see that nothing is sent twice.
    mark(page, "국장", "참석")
    expect(page.locator(f"#summary-{item.number}")).to_contain_text("2건 중 2건 참석")
    assert (notes(session), attendances(session)) == (["서명 완료"], [Attendance.ATTENDED] * 2)
    point = session.scalars(select(TalkingPoint)).one()
    assert (point.raised, point.reply_ko) == (True, "3월까지 회신하기로 함")


def test_an_answer_that_got_lost_makes_no_second_note(
    open_page: OpenPage, officer: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    page = open_day(open_page, officer, visit)
    sent = []

    def lose_the_answer(route: Route) -> None:
        # The server has it; what comes back is no word of the server's, as behind a hotel's own sign-in.
        sent.append(route.request.post_data or "")
        route.fetch()
        route.fulfill(status=200, content_type="text/html", body="<p>Welcome to our network</p>")

    page.route("**/notes", lose_the_answer, times=1)
    write_note(page, "서명 완료")
    expect(page.locator("#outbox")).to_contain_text("미전송 1건")
    page.get_by_role("button", name="지금 전송").click()
    expect(page.locator("#outbox")).to_contain_text("모두 전송되었습니다")
    assert notes(session) == ["서명 완료"]
    assert "client_key=" in sent[0]


def test_what_is_kept_survives_the_closing_of_the_page(
    open_page: OpenPage, officer: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    page = open_day(open_page, officer, visit)
    stand_in_is_kept(page)
    page.context.set_offline(True)
    write_note(page, "회담 요지")
    page.get_by_label("새 메모").fill("쓰다 만 메모")
    expect(page.locator("#outbox")).to_contain_text("미전송 1건")
    # Without a connection the page itself cannot come; another says what is kept, and shows no record.
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("연결 없음")
    kept = page.locator("[data-entries] li")
    expect(kept).to_have_count(2)
    expect(kept.first).to_contain_text("회담 요지")
    expect(page.locator("body")).not_to_contain_text("시장 대표단 방한")
    assert overflow(page) == 0
    assert accessibility_faults(page) == []
    page.context.set_offline(False)
    # It opens by itself, sends what waited, and has the words that were begun.
    expect(page.get_by_role("heading", level=1)).to_have_text("시장 대표단 방한")
    expect(page.locator(f"#notes-{item.number}")).to_contain_text("회담 요지")
    expect(page.get_by_label("새 메모")).to_have_value("쓰다 만 메모")
    assert notes(session) == ["회담 요지"]


def stand_in_is_kept(page: Page) -> None:
    """Wait until the browser has the page that stands in."""
    kept = """async () => {
        await navigator.serviceWorker.ready;
        for (;;) {
            if (await caches.match('/today/offline', { ignoreSearch: true })) return true;
            await new Promise(requestAnimationFrame);
        }
    }"""
    assert page.evaluate(kept)


def test_two_phones_at_once(
    open_page: OpenPage, officer: User, coordinator: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    first, second = open_day(open_page, officer, visit), open_day(open_page, coordinator, visit)
    first.context.set_offline(True)
    mark(first, "시장", "불참")
    first.get_by_label("상대측 답변").fill("첫째: 검토하겠다고 함")
    first.get_by_role("button", name="답변 저장").click()
    write_note(first, "첫째의 메모")
    expect(first.locator("#outbox")).to_contain_text("미전송 3건")
    # Later, and there at once: what the first phone noted before must not overrule it.
    mark(second, "시장", "참석")
    second.get_by_label("상대측 답변").fill("둘째: 3월에 회신")
    second.get_by_role("button", name="답변 저장").click()
    write_note(second, "둘째의 메모")
    expect(second.locator(f"#notes-{item.number}")).to_contain_text("둘째의 메모")
    first.context.set_offline(False)
    expect(first.locator("#outbox")).to_contain_text("모두 전송되었습니다")
    lists = first.locator(f"#notes-{item.number}")
    expect(lists).to_contain_text("첫째의 메모")
    expect(lists).to_contain_text("둘째의 메모")
    pressed = first.get_by_role("group", name="시장").get_by_role("button", name="참석", exact=True)
    expect(pressed).to_have_attribute("aria-pressed", "true")
    assert attendances(session)[0] is Attendance.ATTENDED
    assert sorted(notes(session)) == ["둘째의 메모", "첫째의 메모"]
    reply = session.scalars(select(TalkingPoint)).one().reply_ko
    assert reply == "둘째: 3월에 회신\n\n첫째: 검토하겠다고 함"


def test_signed_out_meanwhile_it_waits_for_the_same_account(
    open_page: OpenPage, officer: User, coordinator: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    page = open_day(open_page, officer, visit)
    page.context.clear_cookies()
    write_note(page, "로그인 만료 뒤 메모")
    expect(page.locator("#outbox")).to_contain_text("로그인이 만료되었습니다")
    assert notes(session) == []
    # Somebody else at this phone neither sees nor sends it.
    sign_in(page, coordinator)
    page.goto(f"/visits/{visit.reference}/today")
    expect(page.locator("#outbox")).to_be_hidden()
    write_note(page, "다른 사람의 메모")
    expect(page.locator(f"#notes-{item.number}")).to_contain_text("다른 사람의 메모")
    assert notes(session) == ["다른 사람의 메모"]
    page.context.clear_cookies()
    sign_in(page, officer)
    page.goto(f"/visits/{visit.reference}/today")
    expect(page.locator(f"#notes-{item.number}")).to_contain_text("로그인 만료 뒤 메모")
    assert notes(session) == ["다른 사람의 메모", "로그인 만료 뒤 메모"]


def test_what_is_refused_stays_to_be_copied(
    open_page: OpenPage, officer: User, coordinator: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    page = open_day(open_page, officer, visit)
    archive_visit(coordinator, visit)
    write_note(page, "너무 늦은 메모")
    outbox = page.locator("#outbox")
    expect(outbox).to_contain_text("너무 늦은 메모")
    expect(outbox).to_contain_text("세부일정에서 빠진 항목입니다")
    page.reload()
    expect(outbox).to_contain_text("너무 늦은 메모")
    assert accessibility_faults(page) == []
    outbox.get_by_role("button", name="버리기").click()
    expect(outbox).to_be_hidden()
    assert notes(session) == []


def test_without_scripts(
    open_page: OpenPage, officer: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    page = open_day(open_page, officer, visit, scripts=False)
    mark(page, "시장", "참석")
    page.get_by_role("button", name="나머지 전원 참석").click()
    page.get_by_label("상대측 답변").fill("긍정적")
    page.get_by_role("button", name="언급함").click()
    write_note(page, "서명 완료")
    expect(page.locator(f"#notes-{item.number}")).to_contain_text("서명 완료")
    assert attendances(session) == [Attendance.ATTENDED] * 2
    point = session.scalars(select(TalkingPoint)).one()
    assert (point.raised, point.reply_ko) == (True, "긍정적")


def test_a_browser_without_a_database_keeps_it_too(
    open_page: OpenPage, officer: User, session: Session, visit: Visit, item: ProgrammeItem
) -> None:
    page = open_page(officer, width=390, meant=BAD_LINE)
    page.add_init_script("Object.defineProperty(window, 'indexedDB', { value: undefined })")
    page.goto(f"/visits/{visit.reference}/today")
    page.context.set_offline(True)
    write_note(page, "보관된 메모")
    expect(page.locator("#outbox")).to_contain_text("미전송 1건")
    page.context.set_offline(False)
    expect(page.locator(f"#notes-{item.number}")).to_contain_text("보관된 메모")
    assert notes(session) == ["보관된 메모"]
