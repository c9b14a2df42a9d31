"""The periods that a cadence implies, and that SQL and Python agree on what is overdue."""

from datetime import date
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.agreement import (
    Agreement,
    AgreementStatus,
    Cadence,
    Commitment,
    CommitmentStatus,
    NoticeEffect,
    TermKind,
)
from partnerships.models.city import City
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.queries.agreement import owing
from partnerships.queries.agreement.evidence import days_that_count, evidence_of
from partnerships.queries.agreement.occurrences import (
    PeriodState,
    first_year,
    is_overdue,
    periods_of,
    proposed_status,
)
from tests.factories.agreement import make_agreement, make_commitment, make_evidence

TODAY = date(2017, 3, 1)
parse = PartialDate.parse


def paper(**details: Any) -> Agreement:
    """A three-year memorandum signed on 21 October 2013, not saved."""
    defaults: dict[str, Any] = {
        "status": AgreementStatus.IN_FORCE,
        "signed": parse("2013-10-21"),
        "term_kind": TermKind.NOT_STATED,
    }
    return Agreement(**{**defaults, **details})


def promise(**details: Any) -> Commitment:
    defaults = {
        "cadence": Cadence.YEARLY,
        "status": CommitmentStatus.OPEN,
        "owed_by": Side.BOTH,
        "hosts_alternate": False,
    }
    return Commitment(**{**defaults, **details})


def told(periods: Any) -> list[tuple[str, str]]:
    return [(period.label, period.state.value) for period in periods]


@pytest.mark.parametrize(
    ("begins", "effective", "signed", "year"),
    [
        (None, None, "2013-10-21", 2014),
        (None, None, "2013-06-30", 2013),
        (None, None, "2013-07-01", 2014),
        (None, "2014-03", "2013-10-21", 2014),
        ("2016-05", "2014-03", "2013-10-21", 2016),
        ("2016-H2", None, "2013-10-21", 2017),
        (None, None, "1976", 1976),
        (None, None, None, None),
        (None, None, "XXXX-05-18", None),
    ],
)
def test_the_first_year_is_that_of_the_beginning_or_the_next(
    begins: str | None, effective: str | None, signed: str | None, year: int | None
) -> None:
    dates = {
        name: parse(words) if words else None
        for name, words in {"begins": begins, "effective": effective, "signed": signed}.items()
    }
    assert first_year(promise(begins=dates.pop("begins")), paper(**dates)) == year


def test_each_year_is_met_missed_running_or_ahead() -> None:
    days = [date(2014, 5, 1), date(2014, 9, 1), date(2016, 1, 1)]
    assert told(periods_of(promise(), paper(), days, TODAY)) == [
        ("2014", "met"),
        ("2015", "missed"),
        ("2016", "met"),
        ("2017", "running"),
        ("2018", "ahead"),
        ("2019", "ahead"),
    ]


def test_every_few_years_make_periods_of_so_many() -> None:
    every_two = promise(cadence=Cadence.EVERY_N_YEARS, cadence_years=2, hosts_alternate=True)
    periods = periods_of(every_two, paper(), [date(2015, 12, 31)], TODAY)
    assert told(periods[:3]) == [("2014–2015", "met"), ("2016–2017", "running"), ("2018–2019", "ahead")]
    assert [period.host for period in periods[:3]] == [Side.HOME, Side.PARTNER, Side.HOME]
    every_two.owed_by = Side.PARTNER
    assert periods_of(every_two, paper(), [], TODAY)[0].host is Side.PARTNER


@pytest.mark.parametrize(
    ("until", "years"), [("2016-10-20", "2014 2015 2016"), ("2016-06-30", "2014 2015"), ("2013-12-31", "")]
)
def test_periods_end_with_the_agreement(until: str, years: str) -> None:
    ended = paper(term_kind=TermKind.UNTIL_DATE, term_until=date.fromisoformat(until))
    periods = periods_of(promise(), ended, [], TODAY)
    assert " ".join(period.label for period in periods) == years
    assert {period.state for period in periods} <= {PeriodState.MISSED}


def test_what_does_not_recur_has_no_periods() -> None:
    for cadence in (Cadence.ONCE, Cadence.NOT_STATED):
        assert periods_of(promise(cadence=cadence), paper(), [date(2014, 1, 1)], TODAY) == ()


def test_an_old_tie_has_a_bounded_number_of_periods() -> None:
    assert len(periods_of(promise(), paper(signed=parse("1800")), [], TODAY)) == 120


def test_nothing_is_overdue_under_an_agreement_that_is_over_or_when_settled() -> None:
    late = promise(cadence=Cadence.ONCE, due=parse("2015"))
    assert is_overdue(late, paper(), [], TODAY)
    assert is_overdue(promise(), paper(), [], TODAY)
    over = paper(term_kind=TermKind.UNTIL_DATE, term_until=date(2016, 10, 20))
    for one in (late, promise()):
        assert not is_overdue(one, over, [], TODAY)
        assert not is_overdue(one, paper(status=AgreementStatus.SUPERSEDED), [], TODAY)
        assert not is_overdue(one, paper(status=AgreementStatus.NEGOTIATING), [], TODAY)
        for status in (CommitmentStatus.FULFILLED, CommitmentStatus.DROPPED):
            one.status = status
            assert not is_overdue(one, paper(), [], TODAY)


def test_the_evidence_proposes_a_status_and_decides_nothing() -> None:
    once = promise(cadence=Cadence.ONCE)
    assert proposed_status(once, paper(), (), 0, TODAY) is None
    assert proposed_status(once, paper(), (), 1, TODAY) is CommitmentStatus.FULFILLED
    yearly, days = promise(), [date(year, 5, 1) for year in (2014, 2015, 2016)]
    assert proposed_status(yearly, paper(), periods_of(yearly, paper(), days, TODAY), 3, TODAY) is (
        CommitmentStatus.UNDER_WAY
    )
    ends = paper(term_kind=TermKind.UNTIL_DATE, term_until=date(2016, 10, 20))
    assert proposed_status(yearly, ends, periods_of(yearly, ends, days, TODAY), 3, TODAY) is CommitmentStatus.FULFILLED
    missed = periods_of(yearly, ends, days[:2], TODAY)
    assert proposed_status(yearly, ends, missed, 2, TODAY) is CommitmentStatus.UNDER_WAY
    yearly.status = CommitmentStatus.UNDER_WAY
    assert proposed_status(yearly, ends, missed, 2, TODAY) is None


BEGINNINGS = (None, "2010", "2013-06", "2013-10-21", "2016-12", "XXXX-05-18")
CADENCES = (
    (Cadence.NOT_STATED, None),
    (Cadence.ONCE, None),
    (Cadence.YEARLY, None),
    (Cadence.EVERY_N_YEARS, 2),
    (Cadence.EVERY_N_YEARS, 5),
)
DUES = (None, "2014-H2", "2017-03-01", "2017-02-28", "2018")
EVIDENCE = ((), ("2014-05",), ("2016-12-31",), ("2016-01-01",), ("2015",), ("2017-02-01",), ("2030",), ("XXXX-05-18",))


@pytest.mark.parametrize("today", [TODAY, date(2016, 12, 31), date(2017, 1, 1), date(2020, 2, 29)])
def test_sql_and_python_tell_the_same_of_what_is_overdue(home: City, administrator: User, today: date) -> None:
    papers = [
        make_agreement(home, status=AgreementStatus.SIGNED, signed=parse("2013-10-21")),
        make_agreement(home, status=AgreementStatus.IN_FORCE, signed=parse("1976-05-18"), effective=parse("2015-07")),
        make_agreement(
            home, status=AgreementStatus.IN_FORCE, term_kind=TermKind.UNTIL_DATE, term_until=date(2016, 12, 31)
        ),
        make_agreement(
            home, status=AgreementStatus.SIGNED, ends_by_notice=date(2016, 5, 1), notice_effect=NoticeEffect.TERMINATION
        ),
        make_agreement(home, status=AgreementStatus.SUPERSEDED),
        make_agreement(home, status=AgreementStatus.NEGOTIATING, signed=None),
    ]
    made: list[tuple[Agreement, Commitment]] = []
    cases = list(product(BEGINNINGS, CADENCES, DUES, EVIDENCE))
    for number, (begins, (cadence, years), due, evidence) in enumerate(cases[:: max(len(cases) // 220, 1)]):
        agreement = papers[number % len(papers)]
        commitment = make_commitment(
            agreement,
            number + 1,
            cadence=cadence,
            cadence_years=years,
            begins=parse(begins) if begins else None,
            due=parse(due) if due else None,
            status=list(CommitmentStatus)[number % 5 % 2],
        )
        for words in evidence:
            make_evidence(commitment, happened=parse(words))
        made.append((agreement, commitment))
    statement = select(Commitment.id).join(Commitment.agreement)
    overdue = set(db.session.scalars(statement.where(owing.is_overdue(administrator, today))))
    shown = evidence_of(administrator, [commitment.id for _agreement, commitment in made], today)
    expected = {
        commitment.id
        for agreement, commitment in made
        if is_overdue(commitment, agreement, days_that_count(shown.get(commitment.id, ())), today)
    }
    assert overdue == expected
    assert 0 < len(overdue) < len(made)
