"""Where an agreement stands by its dates: the expression that lists filter by and the page's own answer are one."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, AgreementStatus, RenewalKind, TermKind
from partnerships.models.agreement.agreement import last_day_of_term
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.queries.agreement import standing
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
