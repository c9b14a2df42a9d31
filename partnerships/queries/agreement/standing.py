"""Where an agreement stands on a day, as an expression that lists can filter by; nothing is written by reading."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, Integer, and_, case, cast, extract, func, literal, null, or_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from partnerships.models.agreement import (
    Agreement,
    AgreementStatus,
    NoticeEffect,
    NoticeKind,
    RenewalKind,
    TermKind,
)
from partnerships.models.types import latest


class LastDayOfTerm(FunctionElement[date]):
    """The last day of a term of so many months from a day, as `models.agreement.last_day_of_term` counts it."""

    type = Date()
    name = "last_day_of_term"
    inherit_cache = True


@compiles(LastDayOfTerm, "sqlite")
def _for_sqlite(element: LastDayOfTerm, compiler: Any, **options: Any) -> str:
    first, months = (compiler.process(clause, **options) for clause in element.clauses)
    # SQLite lets 31 January and one month run over into March: the end of the wanted month is the bound.
    day_before = f"date({first}, '+' || ({months}) || ' months', '-1 day')"
    month_end = f"date({first}, 'start of month', '+' || (({months}) + 1) || ' months', '-1 day')"
    return f"min({day_before}, {month_end})"


@compiles(LastDayOfTerm, "postgresql")
def _for_postgresql(element: LastDayOfTerm, compiler: Any, **options: Any) -> str:
    first, months = (compiler.process(clause, **options) for clause in element.clauses)
    month = f"date_trunc('month', {first})"
    # The days are counted from the first of the month, to run over its end as on SQLite.
    days = f"CAST(extract(day FROM {first}) AS integer) - 2"
    day_before = f"{month} + make_interval(months => {months}, days => {days})"
    month_end = f"{month} + make_interval(months => {months} + 1, days => -1)"
    return f"CAST(least({day_before}, {month_end}) AS date)"


class MonthsBefore(FunctionElement[date]):
    """The same day so many months earlier, as `models.agreement.months_before` counts it."""

    type = Date()
    name = "months_before"
    inherit_cache = True


@compiles(MonthsBefore, "sqlite")
def _before_for_sqlite(element: MonthsBefore, compiler: Any, **options: Any) -> str:
    day, months = (compiler.process(clause, **options) for clause in element.clauses)
    month_end = f"date({day}, 'start of month', (1 - ({months})) || ' months', '-1 day')"
    return f"min(date({day}, (-({months})) || ' months'), {month_end})"


@compiles(MonthsBefore, "postgresql")
def _before_for_postgresql(element: MonthsBefore, compiler: Any, **options: Any) -> str:
    day, months = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST({day} - make_interval(months => {months}) AS date)"


class DayAfter(FunctionElement[date]):
    """The next day."""

    type = Date()
    name = "day_after"
    inherit_cache = True


@compiles(DayAfter, "sqlite")
def _after_for_sqlite(element: DayAfter, compiler: Any, **options: Any) -> str:
    return f"date({compiler.process(element.clauses, **options)}, '+1 day')"


@compiles(DayAfter, "postgresql")
def _after_for_postgresql(element: DayAfter, compiler: Any, **options: Any) -> str:
    return f"(({compiler.process(element.clauses, **options)}) + 1)"


class FirstOfYear(FunctionElement[date]):
    """The first day of the year of a day."""

    type = Date()
    name = "first_of_year"
    inherit_cache = True


@compiles(FirstOfYear, "sqlite")
def _first_for_sqlite(element: FirstOfYear, compiler: Any, **options: Any) -> str:
    return f"date({compiler.process(element.clauses, **options)}, 'start of year')"


@compiles(FirstOfYear, "postgresql")
def _first_for_postgresql(element: FirstOfYear, compiler: Any, **options: Any) -> str:
    return f"CAST(date_trunc('year', {compiler.process(element.clauses, **options)}) AS date)"


def standing(today: date) -> ColumnElement[AgreementStatus]:
    """The status on ``today``, as `Agreement.status_on` tells it of one loaded agreement."""
    begins = latest(Agreement.effective)
    kind = Agreement.status.type
    over = and_(Agreement.status.in_((AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)), ends_on() < today)
    by_notice = and_(Agreement.ends_override.is_(None), Agreement.notice_effect == NoticeEffect.TERMINATION)
    has_begun = and_(Agreement.status == AgreementStatus.SIGNED, begins <= today, ~Agreement.awaits_approval)
    return case(
        (and_(over, by_notice), literal(AgreementStatus.TERMINATED, kind)),
        (over, literal(AgreementStatus.EXPIRED, kind)),
        (has_begun, literal(AgreementStatus.IN_FORCE, kind)),
        else_=Agreement.status,
    )


def ends_on() -> ColumnElement[date | None]:
    """The day an agreement ends, as `Agreement.ends` tells it; null where it is open, not stated or renews itself."""
    agreed = case((renews(), null()), else_=first_end())
    return func.coalesce(Agreement.ends_override, Agreement.ends_by_notice, agreed)


def has_term() -> ColumnElement[bool]:
    """Whether an end can be told at all: where this does not hold, `running_ends_on` answers null."""
    stated = Agreement.term_kind.in_((TermKind.UNTIL_DATE, TermKind.MONTHS))
    known = (Agreement.ends_override, Agreement.ends_by_notice, Agreement.renewed_until)
    return or_(stated, *(day.is_not(None) for day in known))


def running_ends_on(today: date) -> ColumnElement[date | None]:
    """The end of the term that runs on ``today``, as `Agreement.running_term_ends` tells it."""
    return func.coalesce(ends_on(), case((renews(), _renewed_end(today)), else_=null()))


def notice_deadline_on(today: date) -> ColumnElement[date | None]:
    """The last day to keep the running term from renewing itself, as `Agreement.notice_deadline` tells it."""
    open_to_notice = and_(renews(), ends_on().is_(None), Agreement.notice_kind != NoticeKind.NOT_STATED)
    return case(
        (open_to_notice, MonthsBefore(_renewed_end(today), func.coalesce(Agreement.notice_months, 0))), else_=null()
    )


def renews() -> ColumnElement[bool]:
    """Whether it renews itself."""
    return Agreement.renewal_kind == RenewalKind.AUTOMATIC


def renewal_step() -> ColumnElement[int | None]:
    """The months of a further term that comes about by itself."""
    return func.coalesce(Agreement.renewal_months, Agreement.term_months)


def _renewed_end(today: date) -> ColumnElement[date | None]:
    """The end of the term that runs on ``today`` of one that renews itself; null where no length is known any more."""
    first, step = first_end(), renewal_step()
    begins = DayAfter(first)
    # As many whole terms as there are months for; the last of them may still end before today within its month.
    months = today.year * 12 + today.month - _number("year", begins) * 12 - _number("month", begins)
    renewals = months // step
    end = LastDayOfTerm(begins, renewals * step)
    return case((first >= today, first), (end >= today, end), else_=LastDayOfTerm(begins, (renewals + 1) * step))


def first_end() -> ColumnElement[date | None]:
    """The end of the last term agreed on, or of the first one, before any renewal that comes about by itself."""
    first = func.coalesce(latest(Agreement.effective), latest(Agreement.signed))
    return case(
        (Agreement.renewed_until.is_not(None), Agreement.renewed_until),
        (Agreement.term_kind == TermKind.UNTIL_DATE, Agreement.term_until),
        (Agreement.term_kind == TermKind.MONTHS, LastDayOfTerm(first, Agreement.term_months)),
        else_=null(),
    )


def _number(part: str, day: Any) -> ColumnElement[int]:
    return cast(extract(part, day), Integer)
