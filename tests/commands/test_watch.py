"""What is done about what comes up: handled once, told once a stage, the same with and without the daily run."""

from datetime import date, timedelta

import pytest

from partnerships.commands.agreement.daily import record_date_driven_moves
from partnerships.commands.agreement.renewal import renew_agreement
from partnerships.commands.watch import confirm_not_stated, handle, possible_outcomes, raise_notices, undo_handling
from partnerships.errors import Invalid, NotAllowed
from partnerships.models.account import User
from partnerships.models.agreement import AgreementStatus, WatchKind, WatchOutcome
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM
from partnerships.queries.agreement import get_agreement
from partnerships.queries.watch import WatchFilter, count_unknown_terms, list_coming, watch_log_of
from tests.factories.watch import make_ending, make_evergreen, make_handling, make_renewing, make_watched

TODAY = date(2026, 3, 2)
END = TODAY + timedelta(days=20)


def days_coming(viewer: User, today: date = TODAY) -> list[tuple[WatchKind, date]]:
    return [(row.kind, row.day) for row in list_coming(viewer, WatchFilter(), today, "ko").rows]


def test_what_is_handled_does_not_come_back_unless_it_is_undone(officer: User, home: City) -> None:
    agreement = make_ending(home, END)
    handling = handle(officer, agreement, WatchKind.END, END, WatchOutcome.LET_LAPSE, "협의 결과", TODAY)
    assert (handling.by_id, handling.handled_on, handling.note) == (officer.id, TODAY, "협의 결과")
    assert days_coming(officer) == []
    assert days_coming(officer, END + timedelta(days=400)) == []
    with pytest.raises(Invalid):
        handle(officer, agreement, WatchKind.END, END, WatchOutcome.RENEWED, None, TODAY)
    undo_handling(officer, agreement, handling)
    assert days_coming(officer) == [(WatchKind.END, END)]


def test_a_recorded_renewal_settles_the_end_and_the_next_one_comes_up(officer: User, home: City) -> None:
    reference = make_ending(home, END).reference
    agreement = get_agreement(officer, reference)
    renew_agreement(officer, agreement, TODAY, ends=date(2029, 3, 22), basis="서한 교환")
    assert days_coming(officer) == []
    assert days_coming(officer, END + timedelta(days=1)) == []
    assert days_coming(officer, date(2029, 3, 1)) == [(WatchKind.END, date(2029, 3, 22))]


def test_talks_are_handled_further_and_are_not_begun_on_the_day(officer: User, home: City) -> None:
    agreement = make_ending(home, END)
    handle(officer, agreement, WatchKind.END, END, WatchOutcome.IN_TALKS, None, TODAY)
    with pytest.raises(Invalid) as refused:
        handle(officer, agreement, WatchKind.END, END, WatchOutcome.IN_TALKS, None, END)
    assert refused.value.field == "outcome"
    handle(officer, agreement, WatchKind.END, END, WatchOutcome.RENEWED, "새 양해각서", END)
    assert days_coming(officer, END) == []


def test_what_renews_itself_is_not_let_lapse_without_a_notice(officer: User, home: City) -> None:
    make_renewing(home, date(2016, 5, 2))
    coming = list_coming(officer, WatchFilter(), TODAY, "ko").rows
    assert {row.kind for row in coming} == {WatchKind.NOTICE, WatchKind.END}
    for row in coming:
        assert WatchOutcome.LET_LAPSE not in possible_outcomes(row, TODAY)
        assert WatchOutcome.CONTINUES in possible_outcomes(row, TODAY)


@pytest.mark.parametrize(
    ("kind", "day", "outcome", "field"),
    [
        (WatchKind.END, END + timedelta(days=1), WatchOutcome.LET_LAPSE, None),
        (WatchKind.REVIEW, END, WatchOutcome.REVIEWED, None),
        (WatchKind.END, END, WatchOutcome.REVIEWED, "outcome"),
        (WatchKind.END, END, None, "outcome"),
    ],
)
def test_what_cannot_be(
    officer: User, home: City, kind: WatchKind, day: date, outcome: WatchOutcome | None, field: str | None
) -> None:
    agreement = make_ending(home, END)
    with pytest.raises(Invalid) as refused:
        handle(officer, agreement, kind, day, outcome, None, TODAY)
    assert refused.value.field == field
    assert days_coming(officer) == [(WatchKind.END, END)]


def test_only_officers_of_the_home_handle(viewer_user: User, home: City) -> None:
    agreement = make_ending(home, END)
    with pytest.raises(NotAllowed):
        handle(viewer_user, agreement, WatchKind.END, END, WatchOutcome.LET_LAPSE, None, TODAY)


def test_each_stage_is_told_once(home: City) -> None:
    agreement = make_ending(home, date(2026, 12, 31))
    told = []
    day = date(2026, 6, 1)
    while day <= date(2027, 1, 20):
        told += [(notice.told_on, notice.stage) for notice in raise_notices(SYSTEM, day)]
        assert raise_notices(SYSTEM, day) == []
        day += timedelta(days=1)
    assert told == [
        (date(2026, 7, 4), 180),
        (date(2026, 10, 2), 90),
        (date(2026, 12, 1), 30),
        (date(2026, 12, 31), 0),
    ]
    assert [notice.stage for notice in watch_log_of(agreement).notices] == [0, 30, 90, 180]


def test_of_stages_passed_while_nobody_ran_it_the_present_one_is_told(home: City) -> None:
    make_ending(home, TODAY + timedelta(days=20))
    make_ending(home, TODAY - timedelta(days=20))
    assert sorted(notice.stage for notice in raise_notices(SYSTEM, TODAY)) == [0, 30]
    assert raise_notices(SYSTEM, TODAY + timedelta(days=1)) == []


def test_nothing_is_told_of_what_is_settled_or_in_talks(home: City) -> None:
    talks, settled = make_ending(home, END), make_ending(home, END)
    make_handling(talks, WatchKind.END, END)
    make_handling(settled, WatchKind.END, END, outcome=WatchOutcome.LET_LAPSE)
    assert raise_notices(SYSTEM, TODAY) == []
    assert [notice.agreement_id for notice in raise_notices(SYSTEM, END)] == [talks.id]


def test_only_the_system_and_officers_raise_notices(viewer_user: User, home: City) -> None:
    with pytest.raises(NotAllowed):
        raise_notices(viewer_user, TODAY)


def test_the_watch_is_the_same_whether_or_not_the_daily_command_ran(officer: User, home: City) -> None:
    make_ending(home, TODAY - timedelta(days=3))
    make_renewing(home, date(2006, 2, 15), entered=date(2025, 1, 6))
    make_evergreen(home, date(2024, 4, 1))
    days = [TODAY + timedelta(days=step) for step in (0, 1, 40, 200, 2000)]
    before = {day: list_coming(officer, WatchFilter(), day, "ko").rows for day in days}
    for day in days:
        record_date_driven_moves(SYSTEM, day)
        raise_notices(SYSTEM, day)
        assert list_coming(officer, WatchFilter(), day, "ko").rows == before[day]
    assert before[TODAY]


def test_a_paper_that_names_no_term_is_reviewed_at_the_offices_pace(officer: User, home: City) -> None:
    signed = PartialDate.parse("2023-04-10")
    reference = make_watched(home, status=AgreementStatus.IN_FORCE, signed=signed).reference
    agreement = get_agreement(officer, reference)
    assert (count_unknown_terms(officer, TODAY), days_coming(officer)) == (1, [])
    handling = confirm_not_stated(officer, agreement, "원문 확인", TODAY)
    assert (count_unknown_terms(officer, TODAY), days_coming(officer)) == (0, [(WatchKind.REVIEW, date(2026, 4, 10))])
    with pytest.raises(Invalid):
        confirm_not_stated(officer, agreement, None, TODAY)
    undo_handling(officer, agreement, handling)
    assert (count_unknown_terms(officer, TODAY), days_coming(officer)) == (1, [])


def test_a_review_needs_a_day_to_count_from(officer: User, home: City) -> None:
    signed = PartialDate.parse("XXXX-05-18")
    reference = make_watched(home, status=AgreementStatus.IN_FORCE, signed=signed).reference
    with pytest.raises(Invalid) as refused:
        confirm_not_stated(officer, get_agreement(officer, reference), None, TODAY)
    assert refused.value.field == "effective"
