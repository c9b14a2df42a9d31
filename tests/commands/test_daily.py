"""Date-driven moves: written on any day, late or twice, they change nothing of what is told at request time."""

import random
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from partnerships.adapters.clock import utc_now
from partnerships.commands.agreement.agreement import revise_agreement
from partnerships.commands.agreement.approval import add_agreement_approval, revise_agreement_approval
from partnerships.commands.agreement.daily import record_date_driven_moves
from partnerships.commands.agreement.notice import give_notice
from partnerships.commands.agreement.renewal import renew_agreement
from partnerships.commands.transaction import transaction
from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.agreement import (
    Agreement,
    AgreementKind,
    AgreementMove,
    AgreementRenewal,
    AgreementStatus,
    NoticeEffect,
    NoticeKind,
    RenewalKind,
    TermKind,
)
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.city import City
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.life import read_life
from partnerships.queries.agreement.standing import ends_on, notice_deadline_on, running_ends_on, standing
from tests.factories.agreement import make_agreement, make_approval

S = AgreementStatus
TODAY = date(2026, 11, 22)
FIVE_YEARS: dict[str, Any] = {"term_kind": TermKind.MONTHS, "term_months": 60}
RENEWING: dict[str, Any] = {
    **FIVE_YEARS,
    "status": S.IN_FORCE,
    "renewal_kind": RenewalKind.AUTOMATIC,
    "notice_kind": NoticeKind.MONTHS,
    "notice_months": 3,
}


def _moves(agreement: Agreement) -> list[tuple[S, S, str, bool]]:
    moves = read_life(agreement).moves
    return [(one.from_status, one.to_status, one.moved.iso if one.moved else "", one.is_automatic) for one in moves]


def _terms(agreement: Agreement) -> list[tuple[date, date | None]]:
    return [(one.begins, one.ends) for one in read_life(agreement).renewals if one.is_automatic]


def test_each_move_stands_under_the_day_on_which_it_happened(home: City) -> None:
    agreement = make_agreement(home, effective=PartialDate.parse("2014-01-01"), **FIVE_YEARS)
    done = record_date_driven_moves(SYSTEM, TODAY)
    assert (dict(done.moved), done.renewals) == ({S.EXPIRED: 1}, 0)
    assert agreement.status is S.EXPIRED
    assert _moves(agreement) == [
        (S.SIGNED, S.IN_FORCE, "2014-01-01", True),
        (S.IN_FORCE, S.EXPIRED, "2019-01-01", True),
    ]


def test_running_it_twice_or_on_every_day_gives_the_same(home: City) -> None:
    late, early = (make_agreement(home, effective=PartialDate.parse("2014-01-01"), **FIVE_YEARS) for _ in range(2))
    for day in (date(2013, 12, 31), date(2014, 1, 1), date(2015, 1, 1), date(2018, 12, 31), date(2019, 1, 1)):
        record_date_driven_moves(SYSTEM, day)
    assert _moves(early) == _moves(late)
    record_date_driven_moves(SYSTEM, TODAY)
    again = record_date_driven_moves(SYSTEM, TODAY)
    assert (again.moved.total(), again.renewals, len(_moves(early))) == (0, 0, 2)


def test_it_comes_into_force_on_the_day_of_the_last_approval(officer: User, home: City) -> None:
    agreement = make_agreement(home, effective=PartialDate.parse("2014-01-01"))
    approval = add_agreement_approval(officer, agreement, kind=ApprovalKind.COUNCIL_CONSENT, body="시의회")
    assert record_date_driven_moves(SYSTEM, TODAY).moved.total() == 0
    decided = {"result": ApprovalResult.GRANTED, "decided": PartialDate.parse("2014-03-11")}
    revise_agreement_approval(officer, agreement, approval, **decided)
    record_date_driven_moves(SYSTEM, TODAY)
    assert _moves(agreement) == [(S.SIGNED, S.IN_FORCE, "2014-03-11", True)]
    add_agreement_approval(officer, agreement, kind=ApprovalKind.RATIFICATION, body="상대 의회")
    assert (agreement.status, agreement.status_on(TODAY), _moves(agreement)) == (S.SIGNED, S.SIGNED, [])


def test_renewals_that_came_about_by_themselves_are_written(officer: User, home: City) -> None:
    agreement = make_agreement(home, **RENEWING)
    done = record_date_driven_moves(SYSTEM, TODAY)
    first, second = (date(2018, 10, 21), date(2023, 10, 20)), (date(2023, 10, 21), date(2028, 10, 20))
    assert (done.renewals, _terms(agreement)) == (2, [first, second])
    assert (agreement.ends, agreement.renewed_until, agreement.status) == (None, None, S.IN_FORCE)
    assert record_date_driven_moves(SYSTEM, date(2028, 10, 20)).renewals == 0
    assert record_date_driven_moves(SYSTEM, date(2028, 10, 21)).renewals == 1
    # Learnt only now: notice had been given in time, so it was renewed but once.
    give_notice(officer, agreement, TODAY, Side.PARTNER, NoticeEffect.NON_RENEWAL, PartialDate.parse("2023-07-20"))
    assert _terms(agreement) == [first]
    record_date_driven_moves(SYSTEM, TODAY)
    assert _moves(agreement) == [(S.IN_FORCE, S.EXPIRED, "2023-10-21", True)]


def test_a_notice_of_termination_ends_it_on_its_day(coordinator: User, home: City) -> None:
    agreement = make_agreement(home, **RENEWING)
    given = PartialDate.parse("2026-06-30")
    give_notice(coordinator, agreement, TODAY, Side.HOME, NoticeEffect.TERMINATION, given)
    record_date_driven_moves(SYSTEM, TODAY)
    assert _moves(agreement) == [(S.IN_FORCE, S.TERMINATED, "2026-10-01", True)]
    assert _terms(agreement)[-1] == (date(2023, 10, 21), date(2028, 10, 20))


def test_corrected_dates_take_back_what_they_had_moved(officer: User, home: City) -> None:
    agreement = make_agreement(home, effective=PartialDate.parse("2014-01-01"), **FIVE_YEARS)
    record_date_driven_moves(SYSTEM, TODAY)
    revise_agreement(officer, agreement, term_months=240)
    assert agreement.status is agreement.status_on(TODAY) is S.IN_FORCE
    assert _moves(agreement) == [(S.SIGNED, S.IN_FORCE, "2014-01-01", True)]
    revise_agreement(officer, agreement, effective=PartialDate.parse("2027-01-01"))
    assert agreement.status is agreement.status_on(TODAY) is S.SIGNED


def test_a_correction_beside_the_dates_leaves_them(officer: User, home: City) -> None:
    agreement = make_agreement(home, **RENEWING)
    record_date_driven_moves(SYSTEM, TODAY)
    revise_agreement(officer, agreement, title_ko="고친 제목")
    assert len(_terms(agreement)) == 2


def test_a_gap_before_a_renewal_stays_on_record(officer: User, home: City) -> None:
    agreement = make_agreement(home, status=S.IN_FORCE, **FIVE_YEARS)
    record_date_driven_moves(SYSTEM, TODAY)
    renew_agreement(officer, agreement, TODAY, begins=date(2020, 1, 1), ends=date(2024, 12, 31), basis="서한")
    record_date_driven_moves(SYSTEM, TODAY)
    assert [(to, on) for _from, to, on, _by_itself in _moves(agreement)] == [
        (S.EXPIRED, "2018-10-21"),
        (S.IN_FORCE, "2020-01-01"),
        (S.EXPIRED, "2025-01-01"),
    ]


def test_archived_agreements_and_final_ones_are_left_alone(home: City) -> None:
    make_agreement(home, effective=PartialDate.parse("2014-01-01"), archived_at=utc_now())
    make_agreement(home, status=S.TERMINATED, **FIVE_YEARS)
    assert record_date_driven_moves(SYSTEM, TODAY).moved.total() == 0


def _answers(today: date) -> dict[int, list[Any]]:
    told = select(Agreement.id, standing(today), ends_on(), running_ends_on(today), notice_deadline_on(today))
    return {one: list(answers) for one, *answers in db.session.execute(told)}


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_told_at_request_time_is_the_same_before_and_after(home: City, seed: int) -> None:
    chance = random.Random(seed)
    with transaction(SYSTEM, "record_agreement"):
        for number in range(250):
            db.session.add(_any_agreement(home, number, chance))
    for one in db.session.scalars(select(Agreement).where(Agreement.awaits_approval)).all():
        make_approval(one)
    for today in (date(2014, 6, 1), date(2018, 10, 21), date(2019, 1, 31), date(2023, 10, 20), TODAY):
        before = _answers(today)
        record_date_driven_moves(SYSTEM, today)
        assert _answers(today) == before
        recorded = {row.id: row.status for row in db.session.execute(select(Agreement.id, Agreement.status))}
        assert recorded == {one: answers[0] for one, answers in before.items()}
        written = [len(db.session.scalars(select(kind.id)).all()) for kind in (AgreementMove, AgreementRenewal)]
        again = record_date_driven_moves(SYSTEM, today)
        assert (again.moved.total(), again.renewals) == (0, 0)
        assert written == [len(db.session.scalars(select(kind.id)).all()) for kind in (AgreementMove, AgreementRenewal)]


def _any_agreement(home: City, number: int, chance: random.Random) -> Agreement:
    days = ["2013", "2013-10-21", "2014-01-31", "2012-02-29", "2016-H2", "2030-01-01"]
    ends = [None, None, None, date(2016, 2, 29), date(2018, 10, 20)]
    override, by_notice = chance.choice(ends), chance.choice(ends)
    agreement = Agreement(
        home_id=home.id,
        kind=AgreementKind.MOU,
        title_ko=f"협정 {number}",
        reference=f"AGR-2013-{number + 9000}",
        created_at=utc_now(),
        status=chance.choice([S.SIGNED, S.SIGNED, S.IN_FORCE, S.IN_FORCE, S.TERMINATED, S.DRAFTING]),
        term_kind=TermKind.MONTHS,
        term_months=chance.choice([1, 12, 36, 60, 120]),
        renewal_kind=chance.choice([RenewalKind.AUTOMATIC, RenewalKind.AUTOMATIC, RenewalKind.NONE]),
        renewal_months=chance.choice([None, 7, 12, 60]),
        notice_kind=NoticeKind.MONTHS,
        notice_months=chance.choice([1, 3, 6]),
        ends_by_notice=by_notice,
        notice_effect=chance.choice(list(NoticeEffect)) if by_notice else None,
        ends_override=override,
        ends_override_reason="교환각서" if override else None,
        awaits_approval=chance.random() < 0.2,
    )
    agreement.signed = PartialDate.parse(chance.choice(days[:4]))
    agreement.effective = PartialDate.parse(day) if (day := chance.choice(["", *days])) else None
    return agreement
