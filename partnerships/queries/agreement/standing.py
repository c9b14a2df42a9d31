"""Where an agreement stands on a day, as an expression that lists can filter by; nothing is written by reading."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, and_, case, func, literal, null
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from partnerships.models.agreement import Agreement, AgreementStatus, NoticeEffect, RenewalKind, TermKind
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
    day_before = f"date({first}, '+' || {months} || ' months', '-1 day')"
    month_end = f"date({first}, 'start of month', '+' || ({months} + 1) || ' months', '-1 day')"
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
    first = func.coalesce(latest(Agreement.effective), latest(Agreement.signed))
    stated = case(
        (Agreement.renewal_kind == RenewalKind.AUTOMATIC, null()),
        (Agreement.renewed_until.is_not(None), Agreement.renewed_until),
        (Agreement.term_kind == TermKind.UNTIL_DATE, Agreement.term_until),
        (Agreement.term_kind == TermKind.MONTHS, LastDayOfTerm(first, Agreement.term_months)),
        else_=null(),
    )
    return func.coalesce(Agreement.ends_override, Agreement.ends_by_notice, stated)
