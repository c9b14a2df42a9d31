"""The life of an agreement: dated moves, approvals that hold it up, renewals, notices in time and too late."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from partnerships.commands.agreement.approval import (
    add_agreement_approval,
    add_suggested_approval,
    archive_agreement_approval,
    revise_agreement_approval,
    suggest_approval,
)
from partnerships.commands.agreement.lifecycle import allowed_moves, move_agreement, take_back_move
from partnerships.commands.agreement.notice import give_notice, withdraw_notice
from partnerships.commands.agreement.renewal import archive_renewal, next_term, renew_agreement
from partnerships.errors import Invalid, NotAllowed
from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.agreement import (
    Agreement,
    AgreementLink,
    AgreementStatus,
    ApprovalPurpose,
    Duty,
    NoticeEffect,
    NoticeKind,
    Relation,
    RenewalKind,
    TermKind,
)
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.city import City
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.queries.agreement.life import read_life
from tests.factories.agreement import make_agreement, make_approval

S = AgreementStatus
TODAY = date(2026, 11, 22)
FIVE_YEARS: dict[str, Any] = {"term_kind": TermKind.MONTHS, "term_months": 60}
# Ten years from 21 October 2013, renewed by five, with three months' notice.
RENEWING: dict[str, Any] = {
    "status": S.IN_FORCE,
    "term_kind": TermKind.MONTHS,
    "term_months": 120,
    "renewal_kind": RenewalKind.AUTOMATIC,
    "renewal_months": 60,
    "notice_kind": NoticeKind.MONTHS,
    "notice_months": 3,
}


def _moves(agreement: Agreement) -> list[tuple[S, S, str]]:
    return [(one.from_status, one.to_status, one.moved.iso if one.moved else "") for one in read_life(agreement).moves]


def _refused(field: str | None) -> Any:
    class Refused:
        def __enter__(self) -> Any:
            self.raises = pytest.raises(Invalid)
            self.found = self.raises.__enter__()
            return self.found

        def __exit__(self, *what: Any) -> Any:
            ended = self.raises.__exit__(*what)
            assert self.found.value.field == field, self.found.value
            return ended

    return Refused()


def test_a_move_keeps_its_day_its_reason_and_who_made_it(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.NEGOTIATING)
    move_agreement(officer, agreement, S.SIGNED, TODAY, "시청에서 서명", PartialDate.parse("2013-10-21"))
    move = read_life(agreement).moves[-1]
    assert (move.from_status, move.to_status, move.reason) == (S.NEGOTIATING, S.SIGNED, "시청에서 서명")
    assert (move.moved, move.by_id, move.is_automatic) == (PartialDate.parse("2013-10-21"), officer.id, False)
    with _refused("moved"):
        move_agreement(officer, agreement, S.IN_FORCE, TODAY, "발효", PartialDate.parse("2026-11-23"))
    with _refused("moved"):
        move_agreement(officer, agreement, S.IN_FORCE, TODAY, "발효", PartialDate.parse("2013-10-20"))
    move_agreement(officer, agreement, S.IN_FORCE, TODAY, "발효", PartialDate.parse("2013"))
    assert _moves(agreement)[1:] == [(S.SIGNED, S.IN_FORCE, "2013")]


def test_what_is_recorded_at_a_later_state_has_no_invented_moves(home: City) -> None:
    assert _moves(make_agreement(home, status=S.IN_FORCE)) == []


def test_a_move_after_the_dates_moved_it_keeps_both(officer: User, home: City) -> None:
    agreement = make_agreement(home, effective=PartialDate.parse("2013-11-01"), status=S.SIGNED)
    move_agreement(officer, agreement, S.EXPIRED, TODAY, "사업 종료", PartialDate.parse("2020-01-01"))
    assert _moves(agreement) == [(S.SIGNED, S.IN_FORCE, "2013-11-01"), (S.IN_FORCE, S.EXPIRED, "2020-01-01")]


def test_a_final_status_entered_by_mistake_is_taken_back(officer: User, coordinator: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE)
    move_agreement(coordinator, agreement, S.TERMINATED, TODAY, "다른 협정과 혼동")
    assert allowed_moves(coordinator, agreement, TODAY) == []
    with pytest.raises(NotAllowed):
        take_back_move(officer, agreement, "입력 착오")
    with _refused("reason"):
        take_back_move(coordinator, agreement, None)
    assert take_back_move(coordinator, agreement, "입력 착오") is S.IN_FORCE
    assert (agreement.status, agreement.status_reason, _moves(agreement)) == (S.IN_FORCE, None, [])
    with _refused(None):
        take_back_move(coordinator, agreement, "입력 착오")


def test_taking_a_signature_back_takes_back_what_the_dates_made_of_it(coordinator: User, home: City) -> None:
    agreement = make_agreement(home, status=S.NEGOTIATING, effective=PartialDate.parse("2013-11-01"), **FIVE_YEARS)
    move_agreement(coordinator, agreement, S.CLEARED, TODAY, "내부 결재", PartialDate.parse("2013-09"))
    move_agreement(coordinator, agreement, S.SIGNED, TODAY, "서명", PartialDate.parse("2013-10-21"))
    renew_agreement(coordinator, agreement, TODAY, begins=date(2020, 1, 1), months=12, basis="서한")
    assert [to for _from, to, _on in _moves(agreement)] == [S.CLEARED, S.SIGNED, S.IN_FORCE, S.EXPIRED, S.IN_FORCE]
    assert take_back_move(coordinator, agreement, "갱신 착오") is S.EXPIRED
    assert take_back_move(coordinator, agreement, "서명 착오") is S.CLEARED
    assert (agreement.status, agreement.status_reason) == (S.CLEARED, "내부 결재")


def test_a_superseded_agreement_names_the_one_in_its_place(officer: User, coordinator: User, home: City) -> None:
    older = make_agreement(home, status=S.IN_FORCE)
    newer = make_agreement(home, signed=PartialDate.parse("2020-01-01"), status=S.IN_FORCE)
    with _refused("superseded_by"):
        move_agreement(coordinator, older, S.SUPERSEDED, TODAY, "새 협정", superseded_by=older)
    move_agreement(coordinator, older, S.SUPERSEDED, TODAY, "새 협정", superseded_by=newer)
    link = db.session.scalars(select(AgreementLink)).one()
    assert (link.agreement_id, link.target_id, link.relation) == (newer.id, older.id, Relation.SUPERSEDES)


def test_a_missing_approval_holds_it_up(officer: User, home: City) -> None:
    agreement = make_agreement(home, effective=PartialDate.parse("2014-01-01"))
    assert agreement.status_on(TODAY) is S.IN_FORCE
    approval = add_agreement_approval(officer, agreement, kind=ApprovalKind.COUNCIL_CONSENT, body="샌프란시스코 시의회")
    assert agreement.awaits_approval and agreement.status_on(TODAY) is S.SIGNED
    with _refused("to") as refused:
        move_agreement(officer, agreement, S.IN_FORCE, TODAY, "발효")
    assert "샌프란시스코 시의회" in str(refused.value)
    revise_agreement_approval(
        officer, agreement, approval, result=ApprovalResult.REFUSED, decided=PartialDate.parse("2014-03-01")
    )
    assert agreement.status_on(TODAY) is S.SIGNED
    revise_agreement_approval(
        officer, agreement, approval, result=ApprovalResult.GRANTED, decided=PartialDate.parse("2014-03-11")
    )
    assert not agreement.awaits_approval and agreement.status_on(TODAY) is S.IN_FORCE


def test_clearance_waits_for_approvals_and_a_report_does_not_hold_up(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.NEGOTIATING, signed=None)
    add_agreement_approval(
        officer, agreement, kind=ApprovalKind.COUNCIL_REPORT, body="서울특별시의회", is_required=False
    )
    consent = add_agreement_approval(officer, agreement, kind=ApprovalKind.COUNCIL_CONSENT, body="서울특별시의회")
    with _refused("to"):
        move_agreement(officer, agreement, S.CLEARED, TODAY, "내부 결재")
    archive_agreement_approval(officer, agreement, consent)
    move_agreement(officer, agreement, S.CLEARED, TODAY, "내부 결재")
    assert agreement.status is S.CLEARED


def test_ending_waits_for_the_approval_that_it_needs(coordinator: User, home: City) -> None:
    agreement = make_agreement(home, **RENEWING)
    approval = add_agreement_approval(
        coordinator, agreement, purpose=ApprovalPurpose.END, kind=ApprovalKind.COUNCIL_CONSENT, body="서울특별시의회"
    )
    assert not agreement.awaits_approval
    with _refused("to"):
        move_agreement(coordinator, agreement, S.TERMINATED, TODAY, "종료")
    given = PartialDate.parse("2026-11-01")
    with _refused("effect"):
        give_notice(coordinator, agreement, TODAY, Side.HOME, NoticeEffect.TERMINATION, given)
    give_notice(coordinator, agreement, TODAY, Side.PARTNER, NoticeEffect.TERMINATION, given)
    revise_agreement_approval(
        coordinator, agreement, approval, result=ApprovalResult.GRANTED, decided=PartialDate.parse("2026-11-20")
    )
    move_agreement(coordinator, agreement, S.TERMINATED, TODAY, "종료")


@pytest.mark.parametrize(
    ("details", "kind", "is_required"),
    [
        ({"duty": Duty.BINDING}, ApprovalKind.COUNCIL_CONSENT, True),
        ({"costs_note": "우리 시가 부담"}, ApprovalKind.COUNCIL_CONSENT, True),
        ({"duty": Duty.EFFORT}, ApprovalKind.COUNCIL_REPORT, False),
        ({}, None, None),
    ],
)
def test_the_text_suggests_what_to_ask_the_council(
    officer: User, home: City, details: dict[str, Any], kind: ApprovalKind | None, is_required: bool | None
) -> None:
    agreement = make_agreement(home, status=S.NEGOTIATING, **details)
    assert suggest_approval(agreement, read_life(agreement)) is kind
    if kind:
        approval = add_suggested_approval(officer, agreement, kind)
        assert (approval.body, approval.kind, approval.is_required) == ("서울특별시의회", kind, is_required)
        assert suggest_approval(agreement, read_life(agreement)) is None


def test_a_renewal_follows_the_term_before(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE, **FIVE_YEARS)
    assert (next_term(agreement, date(2018, 1, 1)).begins, next_term(agreement, date(2018, 1, 1)).ends) == (
        date(2018, 10, 21),
        date(2023, 10, 20),
    )
    with _refused("ends"):
        renew_agreement(officer, agreement, date(2018, 1, 1), basis="서한")
    with _refused("basis"):
        renew_agreement(officer, agreement, date(2018, 1, 1), months=60)
    with _refused("months"):
        renew_agreement(officer, agreement, date(2018, 1, 1), months=60, ends=date(2020, 1, 1), basis="서한")
    with _refused("ends"):
        renew_agreement(officer, agreement, date(2018, 1, 1), ends=date(2018, 10, 20), basis="서한")
    first = renew_agreement(officer, agreement, date(2018, 1, 1), months=60, basis="서한")
    assert (first.begins, first.ends, agreement.ends) == (date(2018, 10, 21), date(2023, 10, 20), date(2023, 10, 20))
    second = renew_agreement(officer, agreement, date(2018, 1, 1), ends=date(2030, 12, 31), basis="서한")
    assert (second.begins, agreement.renewed_until) == (date(2023, 10, 21), date(2030, 12, 31))
    archive_renewal(officer, agreement, second)
    assert agreement.ends == date(2023, 10, 20)


def test_one_that_lapsed_comes_back_by_a_renewal(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE, **FIVE_YEARS)
    assert agreement.status_on(TODAY) is S.EXPIRED
    with _refused("begins"):
        renew_agreement(officer, agreement, TODAY, begins=date(2027, 1, 1), months=60, basis="양해각서 연장")
    renew_agreement(officer, agreement, TODAY, begins=date(2026, 1, 1), months=60, basis="양해각서 연장")
    assert agreement.status is agreement.status_on(TODAY) is S.IN_FORCE
    assert _moves(agreement) == [(S.IN_FORCE, S.EXPIRED, "2018-10-21"), (S.EXPIRED, S.IN_FORCE, "2026-01-01")]


def test_a_renewal_without_a_gap_that_was_only_entered_late_leaves_no_expiry(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE, **FIVE_YEARS)
    renew_agreement(officer, agreement, TODAY, months=120, basis="서한")
    assert (agreement.status, agreement.ends, _moves(agreement)) == (S.IN_FORCE, date(2028, 10, 20), [])


def test_a_renewal_agreed_after_the_end_hides_no_lapse_though_it_reaches_back(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE, **FIVE_YEARS)
    renewal = renew_agreement(
        officer, agreement, TODAY, agreed=PartialDate.parse("2026-03-02"), months=120, basis="서한"
    )
    assert renewal.begins == date(2018, 10, 21)
    assert _moves(agreement) == [(S.IN_FORCE, S.EXPIRED, "2018-10-21"), (S.EXPIRED, S.IN_FORCE, "2026-03-02")]
    assert agreement.status_on(TODAY) is S.IN_FORCE


def test_what_somebody_ended_is_not_renewed(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.TERMINATED, **FIVE_YEARS)
    with _refused(None):
        renew_agreement(officer, agreement, TODAY, months=60, basis="서한")


def test_a_renewal_waits_for_its_approval(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE, **FIVE_YEARS)
    make_approval(agreement, purpose=ApprovalPurpose.RENEW)
    with _refused(None):
        renew_agreement(officer, agreement, TODAY, months=120, basis="서한")


def test_notice_in_time_ends_the_running_term(officer: User, home: City) -> None:
    agreement = make_agreement(home, **RENEWING)
    assert agreement.notice_deadline(TODAY) == date(2028, 7, 20)
    notice = give_notice(
        officer, agreement, TODAY, Side.PARTNER, NoticeEffect.NON_RENEWAL, PartialDate.parse("2026-11-01")
    )
    assert (notice.takes_effect, agreement.ends) == (date(2028, 10, 20), date(2028, 10, 20))
    assert agreement.status_on(date(2028, 10, 20)) is S.IN_FORCE
    assert agreement.status_on(date(2028, 10, 21)) is S.EXPIRED
    withdraw_notice(officer, agreement, notice, "상대 도시가 철회")
    assert agreement.ends is None and agreement.status_on(date(2028, 10, 21)) is S.IN_FORCE


def test_notice_too_late_is_told_and_holds_for_the_next_term(officer: User, home: City) -> None:
    agreement, today = make_agreement(home, **RENEWING), date(2023, 9, 1)
    late = PartialDate.parse("2023-07-21")
    with _refused("takes_effect") as refused:
        give_notice(officer, agreement, today, Side.PARTNER, NoticeEffect.NON_RENEWAL, late)
    assert refused.value.values == {
        "end": date(2023, 10, 20),
        "deadline": date(2023, 7, 20),
        "next": date(2028, 10, 20),
    }
    with _refused("takes_effect"):
        give_notice(officer, agreement, today, Side.PARTNER, NoticeEffect.NON_RENEWAL, late, date(2025, 1, 1))
    give_notice(officer, agreement, today, Side.PARTNER, NoticeEffect.NON_RENEWAL, late, date(2028, 10, 20))
    assert agreement.ends == date(2028, 10, 20)
    in_time = PartialDate.parse("2023-07-20")
    give_notice(officer, agreement, today, Side.HOME, NoticeEffect.NON_RENEWAL, in_time)
    assert agreement.ends == date(2023, 10, 20)


def test_notice_of_termination_takes_effect_after_its_period(officer: User, coordinator: User, home: City) -> None:
    agreement = make_agreement(home, **RENEWING)
    given = PartialDate.parse("2026-11-01")
    with pytest.raises(NotAllowed):
        give_notice(officer, agreement, TODAY, Side.HOME, NoticeEffect.TERMINATION, given)
    with _refused("given"):
        give_notice(officer, agreement, TODAY, Side.PARTNER, NoticeEffect.TERMINATION, PartialDate.parse("2026-12-01"))
    give_notice(officer, agreement, TODAY, Side.PARTNER, NoticeEffect.TERMINATION, given)
    assert agreement.ends == date(2027, 2, 1)
    assert agreement.status_on(date(2027, 2, 1)) is S.IN_FORCE
    assert agreement.status_on(date(2027, 2, 2)) is S.TERMINATED
    with _refused(None):
        renew_agreement(officer, agreement, TODAY, months=60, basis="서한")


def test_where_no_period_is_stated_the_day_is_asked_for(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE, term_kind=TermKind.INDEFINITE)
    given = PartialDate.parse("2026-11-01")
    for effect in NoticeEffect:
        with _refused("takes_effect"):
            give_notice(officer, agreement, TODAY, Side.PARTNER, effect, given)
    with _refused("takes_effect"):
        give_notice(
            officer, agreement, TODAY, Side.PARTNER, NoticeEffect.TERMINATION, given, takes_effect=date(2026, 10, 1)
        )
    give_notice(officer, agreement, TODAY, Side.PARTNER, NoticeEffect.TERMINATION, given, date(2026, 12, 31))
    assert agreement.ends == date(2026, 12, 31)


def test_going_on_after_all_leaves_the_notice_behind(officer: User, home: City) -> None:
    agreement = make_agreement(home, **RENEWING)
    given = PartialDate.parse("2023-05-01")
    give_notice(officer, agreement, TODAY, Side.PARTNER, NoticeEffect.NON_RENEWAL, given)
    assert agreement.status_on(TODAY) is S.EXPIRED
    renew_agreement(officer, agreement, TODAY, months=60, basis="양 시장의 서한")
    assert (agreement.ends, agreement.running_term_ends(TODAY)) == (None, date(2028, 10, 20))
    assert agreement.status_on(TODAY) is S.IN_FORCE
