"""What comes up for agreements: ends of running terms, last days of notice, reviews, and what settles each."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from partnerships.adapters.clock import utc_now
from partnerships.models.account import User
from partnerships.models.agreement import (
    AgreementMove,
    AgreementStatus,
    NoticeEffect,
    NoticeKind,
    RenewalKind,
    TermKind,
    WatchKind,
    WatchOutcome,
)
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.watch import (
    Coming,
    Urgency,
    WatchFilter,
    count_unknown_terms,
    count_urgencies,
    list_calendar,
    list_coming,
    list_unknown_terms,
    stage_of,
)
from tests.factories.agreement import make_agreement
from tests.factories.city import make_home
from tests.factories.organisation import make_department
from tests.factories.saving import save, save_again
from tests.factories.watch import make_ending, make_evergreen, make_handling, make_renewing, make_watched

TODAY = date(2026, 3, 2)


def coming(viewer: User, today: date = TODAY, **wanted: object) -> list[Coming]:
    return list(list_coming(viewer, WatchFilter(**wanted), today, "ko").rows)  # type: ignore[arg-type]


def told(rows: Iterable[Coming]) -> list[tuple[WatchKind, date]]:
    return [(row.kind, row.day) for row in rows]


@pytest.mark.parametrize(
    ("left", "stage"),
    [(180, 180), (179, 180), (91, 180), (90, 90), (31, 90), (30, 30), (1, 30), (0, 0), (-1, 0), (-400, 0)],
)
def test_the_stage_is_the_last_one_that_was_reached(left: int, stage: int) -> None:
    assert stage_of(left) == stage


@pytest.mark.parametrize(
    ("left", "urgency"),
    [
        (181, None),
        (180, Urgency.HALF),
        (91, Urgency.HALF),
        (90, Urgency.QUARTER),
        (31, Urgency.QUARTER),
        (30, Urgency.SOON),
        (0, Urgency.SOON),
        (-1, Urgency.OVERDUE),
        (-900, Urgency.OVERDUE),
    ],
)
def test_an_end_comes_up_half_a_year_before_and_stays(
    officer: User, home: City, left: int, urgency: Urgency | None
) -> None:
    make_ending(home, TODAY + timedelta(days=left))
    rows = coming(officer)
    assert [row.urgency(TODAY) for row in rows] == ([urgency] if urgency else [])
    counted = count_urgencies(officer, WatchFilter(), TODAY)
    assert {one: count for one, count in counted.items() if count} == ({urgency: 1} if urgency else {})


def test_what_had_ended_before_it_was_entered_asks_for_nothing(officer: User, home: City) -> None:
    ended = TODAY - timedelta(days=40)
    make_ending(home, ended, entered=TODAY - timedelta(days=39))
    make_ending(home, ended, status=AgreementStatus.EXPIRED)
    make_ending(home, ended, status=AgreementStatus.TERMINATED)
    make_ending(home, ended, status=AgreementStatus.SUPERSEDED)
    assert coming(officer) == []
    late = make_ending(home, ended, entered=TODAY - timedelta(days=41))
    assert [row.reference for row in coming(officer)] == [late.reference]


def test_an_end_that_the_daily_command_recorded_stays_as_well(officer: User, home: City) -> None:
    ended = TODAY - timedelta(days=3)
    agreement = make_ending(home, ended)
    before = coming(officer)
    agreement.status = AgreementStatus.EXPIRED
    save_again(agreement)
    save(
        AgreementMove(
            agreement_id=agreement.id,
            from_status=AgreementStatus.IN_FORCE,
            to_status=AgreementStatus.EXPIRED,
            is_automatic=True,
            recorded_at=utc_now(),
        )
    )
    assert coming(officer) == before
    save(
        AgreementMove(
            agreement_id=agreement.id,
            from_status=AgreementStatus.IN_FORCE,
            to_status=AgreementStatus.EXPIRED,
            reason="종료하기로 함",
            recorded_at=utc_now(),
        )
    )
    assert coming(officer) == []


def test_notice_is_counted_back_from_the_end_of_the_running_term(officer: User, home: City) -> None:
    # Ten years from 2 August 2006, then by five: the term that runs in 2026 ends on 1 August 2026.
    make_renewing(home, date(2006, 8, 2), entered=date(2024, 1, 8))
    assert told(coming(officer)) == [(WatchKind.NOTICE, date(2026, 5, 1)), (WatchKind.END, date(2026, 8, 1))]
    # The day of notice has passed: it stays while its term runs, and then the end that renewed itself.
    assert told(coming(officer, date(2026, 6, 1))) == [
        (WatchKind.NOTICE, date(2026, 5, 1)),
        (WatchKind.END, date(2026, 8, 1)),
    ]
    later = coming(officer, date(2026, 8, 2))
    assert told(later) == [(WatchKind.END, date(2026, 8, 1))]
    assert later[0].renewed_itself
    assert told(coming(officer, date(2031, 3, 2))) == [
        (WatchKind.END, date(2026, 8, 1)),
        (WatchKind.NOTICE, date(2031, 5, 1)),
        (WatchKind.END, date(2031, 8, 1)),
    ]


def test_a_notice_period_without_automatic_renewal_counts_too_but_not_where_none_is_possible(
    officer: User, home: City
) -> None:
    notice = {"notice_kind": NoticeKind.MONTHS, "notice_months": 3}
    make_ending(home, date(2026, 8, 31), renewal_kind=RenewalKind.NONE, **notice)
    assert told(coming(officer, date(2026, 3, 4))) == [(WatchKind.END, date(2026, 8, 31))]
    make_ending(home, date(2026, 5, 31), **notice)
    assert (WatchKind.NOTICE, date(2026, 2, 28)) in told(coming(officer))


def test_settling_the_notice_settles_the_end_of_the_same_term_and_not_of_the_next(officer: User, home: City) -> None:
    agreement = make_renewing(home, date(2006, 8, 2), entered=date(2024, 1, 8))
    make_handling(agreement, WatchKind.NOTICE, date(2026, 5, 1), outcome=WatchOutcome.CONTINUES)
    for day in (TODAY, date(2026, 8, 1), date(2026, 8, 2), date(2030, 1, 1)):
        assert coming(officer, day) == []
    assert told(coming(officer, date(2031, 5, 1))) == [
        (WatchKind.NOTICE, date(2031, 5, 1)),
        (WatchKind.END, date(2031, 8, 1)),
    ]


def test_a_renewal_gives_a_new_day_that_comes_up_anew(officer: User, home: City) -> None:
    agreement = make_ending(home, TODAY + timedelta(days=20))
    make_handling(agreement, WatchKind.END, TODAY + timedelta(days=20), outcome=WatchOutcome.RENEWED)
    assert coming(officer) == []
    agreement.renewed_until = date(2028, 3, 22)
    save_again(agreement)
    assert coming(officer) == []
    assert told(coming(officer, date(2028, 1, 2))) == [(WatchKind.END, date(2028, 3, 22))]


def test_what_is_in_talks_rests_until_the_day_itself(officer: User, home: City) -> None:
    end = TODAY + timedelta(days=20)
    agreement = make_ending(home, end)
    make_handling(agreement, WatchKind.END, end)
    assert [row.urgency(TODAY) for row in coming(officer)] == [Urgency.TALKS]
    assert [row.urgency(end) for row in coming(officer, end)] == [Urgency.SOON]
    after = end + timedelta(days=1)
    assert [row.urgency(after) for row in coming(officer, after)] == [Urgency.OVERDUE]
    assert count_urgencies(officer, WatchFilter(), TODAY)[Urgency.TALKS] == 1


def test_a_notice_that_was_given_settles_the_end(officer: User, home: City) -> None:
    make_renewing(home, date(2016, 5, 2), ends_by_notice=date(2026, 5, 1), notice_effect=NoticeEffect.NON_RENEWAL)
    assert coming(officer) == []
    assert coming(officer, date(2026, 6, 1)) == []


def test_evergreen_papers_are_reviewed_instead(officer: User, home: City) -> None:
    agreement = make_evergreen(home, date(2014, 5, 31), entered=date(2025, 1, 6))
    assert told(coming(officer)) == [(WatchKind.REVIEW, date(2026, 5, 31))]
    assert [row.urgency(date(2026, 7, 1)) for row in coming(officer, date(2026, 7, 1))] == [Urgency.OVERDUE]
    make_handling(agreement, WatchKind.REVIEW, date(2026, 5, 31), outcome=WatchOutcome.REVIEWED)
    assert coming(officer, date(2026, 7, 1)) == []
    assert told(coming(officer, date(2028, 2, 1))) == [(WatchKind.REVIEW, date(2028, 5, 31))]


def test_reviews_missed_for_years_are_asked_for_once(officer: User, home: City) -> None:
    make_evergreen(home, date(2012, 2, 29), entered=date(2012, 3, 5), review_months=12)
    assert told(coming(officer)) == [(WatchKind.REVIEW, date(2026, 2, 28))]


def test_without_a_cadence_of_its_own_the_offices_counts(officer: User, home: City) -> None:
    make_evergreen(
        home, date(2020, 4, 15), entered=date(2025, 1, 6), review_months=None, term_kind=TermKind.UNTIL_EVENT,
        term_event="축제가 끝날 때",
    )  # fmt: skip
    assert told(coming(officer)) == [(WatchKind.REVIEW, date(2026, 4, 15))]


def test_only_what_the_viewer_may_see_of_the_own_home_counts(officer: User, coordinator: User, home: City) -> None:
    make_ending(home, TODAY, disclosure=Disclosure.RESTRICTED)
    make_ending(make_home(name_ko="부산광역시", name_en="Busan"), TODAY, disclosure=Disclosure.PUBLIC)
    assert coming(officer) == []
    assert sum(count_urgencies(officer, WatchFilter(), TODAY).values()) == 0
    assert sum(month.count for month in list_calendar(officer, WatchFilter(), TODAY, "ko")) == 0
    assert len(coming(coordinator)) == 1
    assert len(list_coming(SYSTEM, WatchFilter(), TODAY, "ko").rows) == 2


def test_filters(officer: User, home: City) -> None:
    department = make_department(home)
    mine = make_ending(home, TODAY, owner=officer)
    theirs = make_ending(home, TODAY + timedelta(days=50), department=department)
    make_evergreen(home, date(2024, 4, 1))
    assert [row.reference for row in coming(officer, mine=True)] == [mine.reference]
    assert [row.reference for row in coming(officer, department=department.reference)] == [theirs.reference]
    assert told(coming(officer, kind=WatchKind.REVIEW)) == [(WatchKind.REVIEW, date(2026, 4, 1))]
    assert [row.reference for row in coming(officer, when=Urgency.QUARTER)] == [theirs.reference]
    assert len(coming(officer, home=home.reference)) == 3


def test_the_calendar_holds_two_years_with_what_was_handled(officer: User, home: City) -> None:
    agreement = make_ending(home, date(2026, 3, 31))
    make_handling(agreement, WatchKind.END, date(2026, 3, 31), outcome=WatchOutcome.LET_LAPSE)
    make_ending(home, date(2028, 2, 29))
    make_ending(home, date(2028, 3, 1))
    months = list_calendar(officer, WatchFilter(), TODAY, "ko")
    assert [month.first for month in months][:2] == [date(2026, 3, 1), date(2026, 4, 1)]
    assert len(months) == 24
    assert {month.first: month.count for month in months if month.count} == {date(2026, 3, 1): 1, date(2028, 2, 1): 1}
    assert months[0].rows[0].outcome is WatchOutcome.LET_LAPSE


def test_unknown_terms_are_those_in_force_without_end_or_review(officer: User, home: City) -> None:
    silent = make_watched(home, status=AgreementStatus.IN_FORCE)
    # Renews itself, by nobody knows how long.
    endless = make_ending(home, date(2026, 9, 1), renewal_kind=RenewalKind.AUTOMATIC)
    undated = make_watched(
        home,
        status=AgreementStatus.IN_FORCE,
        term_kind=TermKind.INDEFINITE,
        signed=PartialDate.parse("XXXX-05-18"),
    )
    for known in (make_ending(home, TODAY), make_renewing(home, date(2020, 1, 1)), make_evergreen(home, TODAY)):
        assert known.id
    make_agreement(home, status=AgreementStatus.EXPIRED)
    make_watched(home, status=AgreementStatus.IN_FORCE, disclosure=Disclosure.RESTRICTED)
    page = list_unknown_terms(officer, WatchFilter(), TODAY, "ko")
    assert {row.reference for row in page.rows} == {silent.reference, endless.reference, undated.reference}
    assert count_unknown_terms(officer, TODAY) == 3
