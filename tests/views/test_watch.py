"""The watch as an officer works with it: what is flagged, how it is handled, what nobody knows."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from partnerships.adapters.clock import utc_now
from partnerships.models.account import User
from partnerships.models.agreement import AgreementApproval, AgreementStatus, TermKind, WatchKind, WatchOutcome
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import EventApproval, Side
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.partnership import make_claim, make_partnership, make_partnership_event
from tests.factories.saving import save, save_again
from tests.factories.watch import make_ending, make_evergreen, make_handling, make_renewing, make_watched


@pytest.fixture
def today(home: City) -> date:
    return utc_now().astimezone(ZoneInfo("Asia/Seoul")).date()


def test_an_empty_office_is_told_what_to_do(client: Client, officer: User) -> None:
    page = client.sign_in(officer).get("/watch")
    assert "180일 안에 다가오는 기일이 없습니다." in page
    assert "기간을 모두 알고 있습니다" in client.get("/watch/unknown-terms")
    assert "2년 안에 다가오는 기일이 없습니다." in client.get("/watch/calendar")
    assert "기다리는 승인이 없습니다." in client.get("/watch/approvals")
    assert "다가오는 기념일이 없습니다." in client.get("/watch/anniversaries")


def test_what_comes_up_stands_under_its_urgency(client: Client, officer: User, home: City, today: date) -> None:
    make_ending(home, today - timedelta(days=2), title_ko="지난 협정")
    make_ending(home, today + timedelta(days=10), title_ko="곧 끝나는 협정")
    make_ending(home, today + timedelta(days=60), title_ko="두 달 남은 협정")
    make_ending(home, today + timedelta(days=200), title_ko="먼 협정")
    page = client.sign_in(officer).get("/watch")
    assert page.texts("main section h2") == ["기한 지남 1", "30일 이내 1", "90일 이내 1"]
    assert "2일 전" in page
    assert "10일 후" in page
    assert "먼 협정" not in page.text
    narrowed = client.get("/watch", {"when": "overdue"})
    assert "지난 협정" in narrowed
    assert "곧 끝나는 협정" not in narrowed.text


def test_the_notice_period_is_told_in_words(client: Client, officer: User, home: City, today: date) -> None:
    begun = date(today.year - 10, today.month, 1) + timedelta(days=92)
    make_renewing(home, begun)
    page = client.sign_in(officer).get("/watch")
    assert "3개월 전" in page
    assert "자동 갱신" in page


def test_letting_lapse_settles_it_and_can_be_undone(client: Client, officer: User, home: City, today: date) -> None:
    agreement = make_ending(home, today + timedelta(days=10), title_ko="곧 끝나는 협정", owner=officer)
    page = client.sign_in(officer).get("/watch").click("기간 만료")
    page = page.submit({"outcome": "let_lapse", "note": "상대도시와 합의"}).follow()
    assert "처리 기록" not in page.text
    assert page.texts("main section h2") == ["최근 처리"]
    assert "상대도시와 합의" in page
    assert "갱신하지 않고 만료" in client.get(f"/watch/{agreement.reference}/end/{today + timedelta(days=10)}")
    page = client.get("/watch").submit({}, button="되돌리기").follow()
    assert page.texts("main section h2") == ["30일 이내 1"]


def test_a_choice_must_be_made(client: Client, officer: User, home: City, today: date) -> None:
    make_ending(home, today + timedelta(days=10))
    page = client.sign_in(officer).get("/watch").click("기간 만료")
    page = page.submit({"note": "적어 둔 말"}, status=422)
    assert page.errors == {"outcome": "어떻게 처리했는지 고르십시오."}
    assert "적어 둔 말" in page


def test_what_is_in_talks_stands_apart(client: Client, officer: User, home: City, today: date) -> None:
    agreement = make_ending(home, today + timedelta(days=10))
    make_handling(agreement, WatchKind.END, today + timedelta(days=10))
    page = client.sign_in(officer).get("/watch")
    assert page.texts("main section h2") == ["협의 중 1"]


def test_who_may_only_read_handles_nothing(client: Client, viewer_user: User, home: City, today: date) -> None:
    agreement = make_ending(home, today + timedelta(days=10))
    page = client.sign_in(viewer_user).get("/watch").click("기간 만료")
    assert not page.select("form [name=outcome]")
    path = f"/watch/{agreement.reference}/end/{today + timedelta(days=10)}"
    client.post(path, {"outcome": "let_lapse"}, status=403)


def test_what_does_not_come_up_is_not_found(client: Client, officer: User, home: City, today: date) -> None:
    agreement = make_ending(home, today)
    hidden = make_ending(home, today, disclosure=Disclosure.RESTRICTED)
    client.sign_in(officer)
    for path in (
        f"{agreement.reference}/end/{today + timedelta(days=1)}",
        f"{agreement.reference}/review/{today}",
        f"{agreement.reference}/nothing/{today}",
        f"{agreement.reference}/end/tomorrow",
        f"{hidden.reference}/end/{today}",
        "calendar/2026-13",
    ):
        client.get(f"/watch/{path}", status=404)


def test_the_calendar_leads_to_a_month(client: Client, officer: User, home: City, today: date) -> None:
    later = today.replace(day=1) + timedelta(days=100)
    for number in range(14):
        make_ending(home, later, title_ko=f"협정 {number:02}")
    page = client.sign_in(officer).get("/watch/calendar")
    assert "협정 00" in page
    assert "협정 13" not in page.text
    assert "협정 13" in page.click("이 달의 14건 모두 보기")


def test_an_unknown_term_is_resolved_from_its_paper(client: Client, officer: User, home: City) -> None:
    make_watched(home, title_ko="기간 모르는 협정", status=AgreementStatus.IN_FORCE)
    page = client.sign_in(officer).get("/watch/unknown-terms")
    assert "기간 모르는 협정" in page
    form = page.click("기간 입력 기간 모르는 협정")
    refused = form.submit({"term_kind": "months"}, status=422)
    assert refused.errors == {"term_months": "개월 수를 입력하십시오."}
    page = refused.submit({"term_kind": "months", "term_months": "600"}).follow()
    assert "기간 모르는 협정" not in page.text


def test_a_paper_that_truly_says_nothing_is_reviewed_instead(
    client: Client, officer: User, home: City, today: date
) -> None:
    signed = PartialDate.of(date(today.year - 3, today.month, 1) + timedelta(days=40))
    agreement = make_watched(home, title_ko="말 없는 협정", status=AgreementStatus.IN_FORCE, signed=signed)
    page = client.sign_in(officer).get("/watch/unknown-terms").click("기간 입력 말 없는 협정")
    page = page.submit({}, button="문안에 없음").follow()
    assert "말 없는 협정" not in page.text
    page = client.get("/watch")
    assert "말 없는 협정" in page
    assert "36개월마다" in page
    assert agreement.term_kind is TermKind.NOT_STATED
    client.post(f"/watch/unknown-terms/{agreement.reference}/not-stated", status=422)


def pending(home: City, **details: Any) -> None:
    agreement = make_watched(home, **details)
    save(
        AgreementApproval(
            agreement_id=agreement.id,
            kind=ApprovalKind.COUNCIL_CONSENT,
            body="시의회",
            requested=PartialDate.parse("2026-01-05"),
        )
    )


def test_approvals_are_awaited_until_they_are_given(client: Client, officer: User, home: City, today: date) -> None:
    pending(home, title_ko="동의를 기다리는 협정")
    pending(home, title_ko="비공개 협정", disclosure=Disclosure.RESTRICTED)
    event = make_partnership_event(make_partnership(home, make_city(name_ko="하노이시")))
    asked = EventApproval(event_id=event.id, kind=ApprovalKind.MINISTRY_CONSULTATION, side=Side.PARTNER, body="외교부")
    save(asked)
    page = client.sign_in(officer).get("/watch/approvals")
    assert "동의를 기다리는 협정" in page
    assert f"{(today - date(2026, 1, 5)).days}일째 대기" in page
    assert "서울특별시 – 하노이시" in page
    assert "비공개" not in page.text
    assert "하노이시" not in client.get("/watch/approvals", {"side": "home"}).text
    assert "동의를 기다리는 협정" in client.get("/")
    asked.result = ApprovalResult.GRANTED
    save_again(asked)
    assert "하노이시" not in client.get("/watch/approvals").text


def test_anniversaries_are_told_a_year_ahead(client: Client, officer: User, home: City, today: date) -> None:
    tie = make_partnership(home, make_city(name_ko="하노이시"))
    founded = date(today.year - 29, today.month, 1)
    make_claim(tie, founded=PartialDate.of(founded))
    page = client.sign_in(officer).get("/watch/anniversaries")
    assert page.link("서울특별시 – 하노이시") == f"/partnerships/{tie.reference}"
    assert "30주년" in page
    assert "하노이시" in client.get("/")


def test_restricted_agreements_are_neither_shown_nor_counted(
    client: Client, officer: User, home: City, today: date
) -> None:
    make_ending(home, today, title_ko="비공개 협정", disclosure=Disclosure.RESTRICTED)
    make_watched(home, title_ko="비공개 무기한", status=AgreementStatus.IN_FORCE, disclosure=Disclosure.RESTRICTED)
    client.sign_in(officer)
    assert "비공개" not in client.get("/watch").text
    assert "비공개" not in client.get("/watch/unknown-terms").text
    assert "비공개" not in client.get("/watch/calendar").text


def test_a_review_is_settled_and_the_next_one_comes_in_its_turn(
    client: Client, officer: User, home: City, today: date
) -> None:
    due = today + timedelta(days=20)
    agreement = make_evergreen(home, due.replace(year=due.year - 4), review_months=48)
    page = client.sign_in(officer).get("/watch").click("점검 예정")
    page.submit({"outcome": WatchOutcome.REVIEWED.value}).follow()
    assert agreement.reference not in "".join(client.get("/watch").texts("#results"))
