"""The life of an agreement on its pages: its course, approvals, renewals, notices, and moves taken back."""

from datetime import timedelta
from typing import Any

import pytest

from partnerships.adapters.clock import today_in
from partnerships.commands.agreement.daily import record_date_driven_moves
from partnerships.commands.agreement.notice import give_notice
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.agreement import (
    Agreement,
    AgreementStatus,
    Duty,
    NoticeEffect,
    NoticeKind,
    RenewalKind,
    TermKind,
)
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from tests.client import Client
from tests.factories.account import make_user
from tests.factories.agreement import make_agreement, make_approval, make_move, make_party, make_renewal, make_signature
from tests.factories.city import make_city

S = AgreementStatus
FIVE_YEARS: dict[str, Any] = {"term_kind": TermKind.MONTHS, "term_months": 60}
RENEWING: dict[str, Any] = {
    **FIVE_YEARS,
    "status": S.IN_FORCE,
    "renewal_kind": RenewalKind.AUTOMATIC,
    "notice_kind": NoticeKind.MONTHS,
    "notice_months": 3,
}


def _address(agreement: Agreement, tab: str = "life") -> str:
    return f"/agreements/{agreement.reference}/{tab}"


def _steps(client: Client, agreement: Agreement) -> list[tuple[str, str]]:
    page = client.get(_address(agreement))
    days, titles = page.texts(".timeline-when"), page.texts(".timeline-title > :first-child")
    return list(zip(days, titles, strict=True))


def test_a_move_is_made_on_its_day_and_told_with_who_and_why(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.NEGOTIATING, signed=None)
    form = client.sign_in(officer).get(_address(agreement, "status"))
    assert form.select("input[name=moved]")[0].get("value") == today_in("Asia/Seoul").isoformat()
    tomorrow = (today_in("Asia/Seoul") + timedelta(days=1)).isoformat()
    entries = {"to": "signed", "reason": "시청에서 서명", "signed": "2013.10.21"}
    assert set(form.submit({**entries, "moved": tomorrow}, status=422).errors) == {"moved"}
    page = form.submit({**entries, "moved": "2013.10.21"}).follow()
    assert "시청에서 서명" in page and "김하늘" in page
    assert ("2013. 10. 21.", "서명") in _steps(client, agreement)


def test_only_what_goes_with_the_moves_on_offer_is_asked(client: Client, officer: User, home: City) -> None:
    drafted = make_agreement(home, status=S.DRAFTING, signed=None)
    page = client.sign_in(officer).get(_address(drafted, "status"))
    assert not page.select("input[name=signed], input[name=effective], input[name=superseded_by]")
    signed = make_agreement(home)
    page = client.get(_address(signed, "status"))
    assert page.select("input[name=effective]") and not page.select("input[name=signed]")


def test_a_coordinator_takes_a_final_status_back(client: Client, officer: User, coordinator: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE)
    newer = make_agreement(home, title_ko="새 양해각서", signed=PartialDate.parse("2020"))
    form = client.sign_in(coordinator).get(_address(agreement, "status"))
    form.submit({"to": "superseded", "reason": "새 양해각서", "superseded_by": newer.reference})
    assert "새 양해각서" in client.get(f"/agreements/{newer.reference}/lineage")
    client.sign_in(officer).get(_address(agreement, "status/take-back"), status=403)
    form = client.sign_in(coordinator).get(_address(agreement)).click("마지막 상태 변경 되돌리기")
    assert set(form.submit({"reason": ""}, status=422).errors) == {"reason"}
    form.submit({"reason": "다른 협정과 혼동"})
    assert agreement.status is S.IN_FORCE
    client.get(_address(agreement, "status/take-back"), status=422)
    assert "다른 협정과 혼동" in client.get(_address(agreement, "history"))


def test_what_is_missing_is_named_where_it_stands(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, effective=PartialDate.parse("2014-01-01"))
    page = client.sign_in(officer).get(_address(agreement, "approvals/new"))
    assert set(page.submit({"body": "시의회"}, status=422).errors) == {"kind"}
    page = page.submit({"kind": "council_consent", "side": "partner", "body": "샌프란시스코 시의회"}).follow()
    assert "의회 동의(샌프란시스코 시의회)" in page.facts["상태"]
    form = client.get(_address(agreement, "status"))
    assert "샌프란시스코 시의회" in form.submit({"to": "in_force", "reason": "발효"}, status=422).errors["to"]
    change = client.get(_address(agreement)).select(".approvals a.entries-act")[0].get("href") or ""
    client.get(change).submit({"result": "granted", "decided": "2014.3.11"})
    assert ("2014. 3. 11.", "발효 중") in _steps(client, agreement)


@pytest.mark.parametrize(("duty", "kind"), [(Duty.BINDING, "의회 동의"), (Duty.EFFORT, "의회 보고")])
def test_what_the_council_is_asked_is_added_by_one_click(
    client: Client, officer: User, home: City, duty: Duty, kind: str
) -> None:
    agreement = make_agreement(home, status=S.NEGOTIATING, signed=None, duty=duty)
    page = client.sign_in(officer).get(_address(agreement))
    page = page.submit({}, button=f"추가: {kind}").follow()
    assert "서울특별시의회" in page.texts(".approvals")[0]
    assert not page.select("form.suggestion")


def test_an_expired_one_is_renewed_and_the_renewal_can_be_put_away(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE, **FIVE_YEARS)
    client.sign_in(officer)
    assert "2018. 10. 20." in client.get(_address(agreement)).facts["상태"]
    form = client.get(_address(agreement)).click("갱신 기록")
    values = {name: form.select(f"input[name={name}]")[0].get("value") for name in ("begins", "ends")}
    assert values == {"begins": "2018-10-21", "ends": "2023-10-20"}
    assert set(form.submit({"ends": "2018.10.01"}, status=422).errors) == {"ends"}
    assert set(form.submit({}, status=422).errors) == {"basis"}
    form.submit({"ends": "2030.12.31", "agreed": "2018.9.1", "basis": "양 도시의 서한"})
    assert ("2018. 10. 21.", "합의로 2030. 12. 31.까지 갱신") in _steps(client, agreement)
    assert agreement.status_on(today_in("Asia/Seoul")) is S.IN_FORCE
    renewal = make_renewal(agreement)
    client.post(_address(agreement, f"renewal/{renewal.id}/archive"))
    client.post(_address(agreement, "renewal/0/archive"), status=404)


def test_notice_too_late_names_the_day_that_it_can_hold_for(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, **RENEWING)
    form = client.sign_in(officer).get(_address(agreement, "notice"))
    entries = {"side": "partner", "effect": "non_renewal", "given": "2023.8.1"}
    page = form.submit(entries, status=422)
    for day in ("2023. 10. 20.", "2023. 7. 20.", "2028. 10. 20."):
        assert day in page.errors["takes_effect"]
    page = page.submit({"takes_effect": "2028.10.20"}).follow()
    assert "2028. 10. 20." in page.facts["상태"]
    assert [text for text in page.texts(".timeline a.entries-act") if text.startswith("통보 철회 또는 입력 취소")]
    withdrawal = client.get(page.select(".timeline a.entries-act")[0].get("href") or "")
    assert set(withdrawal.submit({}, status=422).errors) == {"reason"}
    withdrawal.submit({"reason": "상대 도시가 철회"})
    assert agreement.ends is None


def test_its_life_is_told_in_order_and_the_same_after_the_daily_run(
    client: Client, viewer_user: User, home: City
) -> None:
    partner = make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")
    agreement = make_agreement(home, **{**RENEWING, "status": S.SIGNED}, effective=PartialDate.parse("2013-11-01"))
    make_signature(make_party(agreement, home))
    make_signature(
        make_party(agreement, partner, side=Side.PARTNER), signed=PartialDate.parse("2013-10-25"), person=None
    )
    make_approval(agreement)
    make_move(agreement, moved=PartialDate.parse("2013-10-25"))
    client.sign_in(viewer_user)
    before = _steps(client, agreement)
    assert before == [
        ("2013년 9월", "의회 동의 요청"),
        ("2013. 10. 21.", "서울특별시 서명"),
        ("2013. 10. 25.", "샌프란시스코 서명"),
        ("2013. 10. 25.", "서명"),
        ("2013. 11. 1.", "발효 중"),
        ("2018. 11. 1.", "2023. 10. 31.까지 자동 갱신"),
        ("2023. 11. 1.", "2028. 10. 31.까지 자동 갱신"),
    ]
    record_date_driven_moves(SYSTEM, today_in("Asia/Seoul"))
    assert _steps(client, agreement) == before
    page = client.get(_address(agreement))
    assert page.texts(".reckoning li")[0].startswith("2013. 11. 1.부터 5년")
    assert "2028. 7. 31." in page.texts(".reckoning")[0]


def test_every_cause_is_told_in_both_languages(client: Client, home: City, coordinator: User) -> None:
    override = {"ends_override": today_in("Asia/Seoul"), "ends_override_reason": "교환각서"}
    ended = make_agreement(home, **RENEWING)
    give_notice(
        coordinator,
        ended,
        today_in("Asia/Seoul"),
        Side.HOME,
        NoticeEffect.TERMINATION,
        PartialDate.parse("2020-01-01"),
    )
    stopped = make_agreement(home, **RENEWING)
    give_notice(
        SYSTEM,
        stopped,
        today_in("Asia/Seoul"),
        Side.PARTNER,
        NoticeEffect.NON_RENEWAL,
        PartialDate.parse("2023-01-01"),
    )
    papers = [
        (ended, "Terminated by notice as of 1 Apr 2020"),
        (stopped, "Not renewed by notice: its term ended on 20 Oct 2023"),
        (make_agreement(home, status=S.IN_FORCE, **FIVE_YEARS), "Its term ended on 20 Oct 2018"),
        (make_agreement(home, status=S.IN_FORCE, **override), "In force until"),
        (make_agreement(home, status=S.IN_FORCE, term_kind=TermKind.INDEFINITE), "In force without an end"),
        (make_agreement(home, status=S.IN_FORCE), "Its end cannot be computed"),
        (make_agreement(home), "The day of coming into force is not stated"),
        (make_agreement(home, effective=PartialDate.parse("2099-01-01")), "Comes into force on 1 Jan 2099"),
        (make_agreement(home, **RENEWING), "notice by 20 Jul 2028"),
        (make_agreement(home, status=S.ABANDONED, status_reason="재협의"), "재협의"),
    ]
    english = make_user(homes=[home], language=Language.ENGLISH)
    korean = make_user(homes=[home], language=Language.KOREAN)
    for paper, told in papers:
        assert told in client.sign_in(english).get(_address(paper)).facts["Status"]
        assert client.sign_in(korean).get(_address(paper)).facts["상태"]


def test_what_cannot_be_renewed_or_ended_by_notice_says_so(client: Client, officer: User, home: City) -> None:
    drafted = make_agreement(home, status=S.DRAFTING, signed=None)
    for tab in ("renewal", "notice"):
        client.sign_in(officer).get(_address(drafted, tab), status=422)


def test_a_hidden_agreement_tells_nothing_of_its_life(client: Client, viewer_user: User, home: City) -> None:
    hidden = make_agreement(home, disclosure=Disclosure.RESTRICTED)
    client.sign_in(viewer_user).get(_address(hidden), status=404)
    client.get(_address(hidden, "notice"), status=403)
