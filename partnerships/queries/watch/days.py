"""Counting months in SQL, alike on both databases."""

import calendar
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, case, cast, extract
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class Largest(FunctionElement[int]):
    """The largest of several numbers that are all known."""

    type = Integer()
    name = "largest"
    inherit_cache = True


@compiles(Largest, "sqlite")
def _for_sqlite(element: Largest, compiler: Any, **options: Any) -> str:
    return f"max({compiler.process(element.clauses, **options)})"


@compiles(Largest, "postgresql")
def _for_postgresql(element: Largest, compiler: Any, **options: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **options)})"


def months_until(first: Any, last: Any, *, beyond: bool = False) -> ColumnElement[int]:
    """The fewest whole months from ``first`` after which ``last`` is reached, or passed when ``beyond`` is asked."""
    whole = (_part("year", last) - _part("year", first)) * 12 + _part("month", last) - _part("month", first)
    one, other = _part("day", first), _part("day", last)
    return whole + case((one <= other if beyond else one < other, 1), else_=0)


def months_since(first: Any, today: date) -> ColumnElement[int]:
    """The whole months gone by from ``first`` up to ``today``."""
    whole = (today.year * 12 + today.month) - _part("year", first) * 12 - _part("month", first)
    # On the last day of a month also those are up whose own day this month lacks.
    is_month_end = today.day == calendar.monthrange(today.year, today.month)[1]
    return whole - case((_part("day", first) > (31 if is_month_end else today.day), 1), else_=0)


def steps_up(months: ColumnElement[int], step: Any) -> ColumnElement[int]:
    """How many steps of ``step`` months it takes to reach so many ``months``; at least none."""
    return Largest((months + step - 1) // step, 0)


def _part(part: str, day: Any) -> ColumnElement[int]:
    return cast(extract(part, day), Integer)
