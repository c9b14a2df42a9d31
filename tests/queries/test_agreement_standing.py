"""Where an agreement stands by its dates: the expression that lists filter by and the page's own answer are one."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from partnerships.adapters.clock import utc_now
from partnerships.commands.transaction import transaction
from partnerships.extensions import db
from partnerships.models.agreement import (
    Agreement,
    AgreementKind,
    AgreementStatus,
    NoticeEffect,
    NoticeKind,
    RenewalKind,
    TermKind,
    months_before,
)
from partnerships.models.agreement.agreement import last_day_of_term
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement.standing import ends_on, notice_deadline_on, running_ends_on, standing
from tests.factories.agreement import make_agreement

MONTHS = {"term_kind": TermKind.MONTHS}
IN_FORCE, EXPIRED, SIGNED = AgreementStatus.IN_FORCE, AgreementStatus.EXPIRED, AgreementStatus.SIGNED


def _stands(agreement: Agreement, today: date) -> AgreementStatus:
    told = db.session.scalar(select(standing(today)).where(Agreement.id == agreement.id))
    assert told is agreement.status_on(today)
    return told


@pytest.mark.parametrize(
    ("details", "last_day"),
    [
        ({**MONTHS, "term_months": 36}, date(2016, 10, 20)),
        ({**MONTHS, "term_months": 36, "effective": PartialDate.parse("2014-01-01")}, date(2016, 12, 31)),
        ({**MONTHS, "term_months": 1, "effective": PartialDate.parse("2014-01-31")}, date(2014, 2, 28)),
        ({**MONTHS, "term_months": 12, "effective": PartialDate.parse("2012-02-29")}, date(2013, 2, 28)),
        ({**MONTHS, "term_months": 60, "signed": PartialDate.parse("1976")}, date(1981, 12, 30)),
        ({"term_kind": TermKind.UNTIL_DATE, "term_until": date(2015, 6, 30)}, date(2015, 6, 30)),
        ({"ends_override": date(2020, 1, 1), "ends_override_reason": "교환각서"}, date(2020, 1, 1)),
    ],
)
def test_it_expires_the_day_after_its_end(home: City, details: dict[str, Any], last_day: date) -> None:
    agreement = make_agreement(home, status=IN_FORCE, **details)
    assert agreement.ends == last_day
    assert _stands(agreement, last_day) is IN_FORCE
    assert _stands(agreement, last_day + timedelta(days=1)) is EXPIRED


def test_it_comes_into_force_on_its_day(home: City) -> None:
    agreement = make_agreement(home, effective=PartialDate.parse("2014-01-01"))
    assert _stands(agreement, date(2013, 12, 31)) is SIGNED
    assert _stands(agreement, date(2014, 1, 1)) is IN_FORCE


def test_one_that_renews_itself_does_not_expire(home: City) -> None:
    renewed = {**MONTHS, "term_months": 120, "renewal_kind": RenewalKind.AUTOMATIC, "renewal_months": 60}
    agreement = make_agreement(home, status=IN_FORCE, **renewed)
    assert _stands(agreement, date(2026, 1, 1)) is IN_FORCE
    assert agreement.running_term_ends(date(2023, 10, 20)) == date(2023, 10, 20)
    assert agreement.running_term_ends(date(2023, 10, 21)) == date(2028, 10, 20)
    assert agreement.running_term_ends(date(2029, 1, 1)) == date(2033, 10, 20)


@pytest.mark.parametrize("status", [AgreementStatus.DRAFTING, AgreementStatus.TERMINATED, AgreementStatus.ABANDONED])
def test_what_never_ran_or_has_ended_otherwise_stays(home: City, status: AgreementStatus) -> None:
    agreement = make_agreement(home, status=status, term_months=1, **MONTHS)
    assert _stands(agreement, date(2030, 1, 1)) is status


def test_a_term_ends_the_day_before_it_would_begin_again() -> None:
    assert last_day_of_term(date(2013, 10, 21), 36) == date(2016, 10, 20)
    assert last_day_of_term(date(2014, 1, 1), 12) == date(2014, 12, 31)
    assert last_day_of_term(date(2014, 8, 31), 6) == date(2015, 2, 28)


def test_a_notice_is_due_so_many_months_before_the_end() -> None:
    assert months_before(date(2028, 10, 20), 3) == date(2028, 7, 20)
    assert months_before(date(2028, 12, 31), 6) == date(2028, 6, 30)
    assert months_before(date(2028, 1, 31), 11) == date(2027, 2, 28)
    assert months_before(date(2027, 11, 30), -3) == date(2028, 2, 29)


def test_the_last_day_to_give_notice_moves_on_with_the_term(home: City) -> None:
    renewing = {**MONTHS, "term_months": 120, "renewal_kind": RenewalKind.AUTOMATIC, "renewal_months": 60}
    silent = make_agreement(home, status=IN_FORCE, **renewing)
    agreement = make_agreement(home, status=IN_FORCE, notice_kind=NoticeKind.MONTHS, notice_months=3, **renewing)
    assert agreement.notice_deadline(date(2023, 10, 20)) == date(2023, 7, 20)
    assert agreement.notice_deadline(date(2023, 10, 21)) == date(2028, 7, 20)
    assert silent.notice_deadline(date(2023, 10, 20)) is None


def _any_agreements(home: City, wanted: int) -> Iterator[dict[str, Any]]:
    """Agreements of every make, the same ones in each run."""
    chance = random.Random(20131021)
    days = [None, "2013", "2014-02", "2013-12-31", "2014-01-01", "2012-02-29", "2014-08-31", "2015-03-30", "2016-H2"]
    ends = [None, None, None, date(2015, 2, 28), date(2016, 2, 29), date(2018, 10, 20)]
    for _ in range(wanted):
        term = chance.choice(list(TermKind))
        notice = chance.choice(list(NoticeKind))
        override, by_notice = chance.choice(ends), chance.choice(ends)
        yield {
            "signed": PartialDate.parse(chance.choice(days[1:]) or ""),
            "effective": PartialDate.parse(day) if (day := chance.choice(days)) else None,
            "status": chance.choice([SIGNED, IN_FORCE, SIGNED, IN_FORCE, EXPIRED, AgreementStatus.NEGOTIATING]),
            "term_kind": term,
            "term_months": chance.choice([1, 5, 12, 36, 60]) if term is TermKind.MONTHS else None,
            "term_until": chance.choice(ends[3:]) if term is TermKind.UNTIL_DATE else None,
            "term_event": "시설의 완공" if term is TermKind.UNTIL_EVENT else None,
            "renewal_kind": chance.choice([*RenewalKind, RenewalKind.AUTOMATIC, RenewalKind.AUTOMATIC]),
            "renewal_months": chance.choice([None, 1, 7, 12, 24, 60]),
            "notice_kind": notice,
            "notice_months": chance.choice([1, 2, 3, 6]) if notice is NoticeKind.MONTHS else None,
            "renewed_until": chance.choice(ends),
            "ends_by_notice": by_notice,
            "notice_effect": chance.choice(list(NoticeEffect)) if by_notice else None,
            "ends_override": override,
            "ends_override_reason": "교환각서" if override else None,
            "awaits_approval": chance.random() < 0.3,
        }


def test_database_and_record_agree_on_every_day(home: City) -> None:
    with transaction(SYSTEM, "record_agreement"):
        for number, details in enumerate(_any_agreements(home, 400)):
            one = Agreement(home_id=home.id, kind=AgreementKind.MOU, title_ko=f"협정 {number}", **details)
            one.reference, one.created_at = f"AGR-2013-{number + 9000}", utc_now()
            db.session.add(one)
    days = [date(2014, 1, 1), date(2015, 2, 28), date(2016, 2, 29), date(2016, 3, 30), date(2018, 10, 21)]
    for today in [*days, date(2020, 1, 31), date(2026, 11, 22), date(2027, 8, 30), date(2031, 12, 31)]:
        told = select(Agreement, standing(today), ends_on(), running_ends_on(today), notice_deadline_on(today))
        wrong = [
            one.id
            for one, *answers in db.session.execute(told)
            if answers != [one.status_on(today), one.ends, one.running_term_ends(today), one.notice_deadline(today)]
        ]
        assert wrong == []


@pytest.mark.parametrize("step", [1, 5, 12])
def test_the_running_term_is_the_first_that_has_not_ended(home: City, step: int) -> None:
    for first in (date(2014, 1, 1), date(2014, 1, 31), date(2012, 2, 29), date(2014, 8, 31)):
        details = {**MONTHS, "term_months": 12, "renewal_kind": RenewalKind.AUTOMATIC, "renewal_months": step}
        agreement = make_agreement(home, effective=PartialDate.of(first), **details)
        begins = last_day_of_term(first, 12) + timedelta(days=1)
        ends = [last_day_of_term(begins, count * step) for count in range(40)]
        for today in (begins + timedelta(days=days) for days in range(0, 400, 3)):
            assert agreement.running_term_ends(today) == next(end for end in ends if end >= today)
