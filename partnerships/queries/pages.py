"""Pages of a list: column rows, not entities, with a count that is capped where counting would cost."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CompoundSelect, Select, func, select

from partnerships.extensions import db

PAGE_SIZE = 50
COUNT_CAP = 1_000
# Beyond it an offset is more than a database can count; nobody turns so many pages.
LAST_PAGE = 1_000_000

# A list found in one way, or in several.
Found = Select[Any] | CompoundSelect[Any]


@dataclass(frozen=True)
class Page:
    """One page of a list.

    ``rows`` are named tuples in the list's order, ``number`` counts from 1, ``total`` is exact up to ``COUNT_CAP``;
    beyond it ``is_capped`` is true and there are more.
    """

    rows: Sequence[Any]
    number: int
    size: int
    total: int
    is_capped: bool
    has_next: bool

    @property
    def first(self) -> int:
        """Number of the first row shown, from 1; 0 on an empty page."""
        return (self.number - 1) * self.size + 1 if self.rows else 0

    @property
    def last(self) -> int:
        """Number of the last row shown."""
        return self.first + len(self.rows) - 1 if self.rows else 0


def read_page(statement: Select[*tuple[Any, ...]], number: int, size: int = PAGE_SIZE) -> Page:
    """Read page ``number`` (from 1) of an ordered ``statement``."""
    return page_of(statement, number, size, lambda rows: rows)


def page_of(statement: Found, number: int, size: int, fill: Callable[[Sequence[Any]], Sequence[Any]]) -> Page:
    """Page ``number`` of an ordered ``statement``, whose rows ``fill`` makes into those of the list.

    One row more than the page holds tells whether a next one exists.
    """
    number = min(max(number, 1), LAST_PAGE)
    first = (number - 1) * size
    rows = db.session.execute(statement.limit(size + 1).offset(first)).all()
    total = _total(statement, first, len(rows), size)
    return Page(fill(rows[:size]), number, size, min(total, COUNT_CAP), total > COUNT_CAP, len(rows) > size)


def page_of_ids(statement: Found, number: int, size: int, fill: Callable[[Sequence[Any]], Sequence[Any]]) -> Page:
    """The same of a ``statement`` that finds ids alone, which are counted as they are read: they weigh nothing.

    Narrowing a long list costs more than reading a thousand numbers, so that it is done once and not twice.
    """
    first = (max(number, 1) - 1) * size
    if first + size > COUNT_CAP:
        return page_of(statement, number, size, fill)
    found = db.session.execute(statement.limit(COUNT_CAP + 1)).all()
    total, rows = len(found), found[first : first + size + 1]
    return Page(fill(rows[:size]), max(number, 1), size, min(total, COUNT_CAP), total > COUNT_CAP, len(rows) > size)


def _total(statement: Found, first: int, read: int, size: int) -> int:
    """How many there are, up to one more than are counted; what was ``read`` from ``first`` on may tell it already."""
    if read and (read <= size or first + read > COUNT_CAP):
        return first + read
    counted = select(func.count()).select_from(statement.order_by(None).limit(COUNT_CAP + 1).subquery())
    return db.session.scalar(counted) or 0
