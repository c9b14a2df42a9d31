"""Lists of records: ids are narrowed and ordered first, and only the rows that are shown are filled in."""

import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnClause, ColumnElement, Exists, Select, and_, column, or_, select, union_all

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.visit import Visit
from partnerships.permissions import Viewer
from partnerships.queries.finding import contains, is_called
from partnerships.queries.pages import PAGE_SIZE, Found, Page, page_of_ids

_REFERENCE = re.compile(r"\b[A-Z]{3}-\d+(?:-\d+)?\b")
# Rows of one statement while a whole list is read: few enough to weigh nothing, enough to make few statements.
CHUNK = 1_000


@dataclass(frozen=True)
class Reader:
    """For whom a list is read: what may be seen, in which language, on which day."""

    viewer: Viewer
    language: Language
    today: date


@dataclass(frozen=True)
class Listed:
    """A list: ``ids`` finds and orders its records, ``rows`` fills in those with the ids it is given, in any order.

    Each row has its record's ``id``.
    """

    ids: Found
    rows: Callable[[Sequence[int]], Sequence[Any]]


class Order(NamedTuple):
    """What a list can be ordered by; ``joins`` are (target, condition) pairs that only this order needs."""

    by: tuple[Any, ...]
    joins: tuple[tuple[Any, ColumnElement[bool]], ...] = ()
    undated_first: bool = False


class Named(NamedTuple):
    """A record as it was named in a condition: by its reference, or by a part of its name."""

    reference: str | None
    text: str


def reference_in(text: str) -> str | None:
    """The reference that ``text`` holds, as a picker writes it beside the name."""
    found = _REFERENCE.search(text)
    return found[0] if found else None


def read_listed_page(listed: Listed, number: int, size: int = PAGE_SIZE) -> Page:
    """Page ``number`` (from 1) of a list."""
    return page_of_ids(listed.ids, number, size, lambda found: fill_in(listed, [row[0] for row in found]))


def read_listed(listed: Listed) -> Iterator[Sequence[Any]]:
    """All rows of a list in its order, in chunks: what is held at once does not grow with the list.

    Of the list as a whole only the ids are kept, eight bytes for each record.
    """
    found = array("q", db.session.scalars(listed.ids.execution_options(yield_per=CHUNK)))
    for start in range(0, len(found), CHUNK):
        yield fill_in(listed, found[start : start + CHUNK])


def fill_in(listed: Listed, ids: Sequence[int]) -> Sequence[Any]:
    """The rows of ``ids``, in that order."""
    rows = {row.id: row for row in listed.rows(ids)} if ids else {}
    return [rows[one] for one in ids if one in rows]


def ordered(statement: Select[Any], orders: Mapping[str, Order], wanted: str, default: str, last: Any) -> Select[Any]:
    """``statement`` in the order ``wanted`` (``-name`` for downwards), else ``default``; ``last`` settles ties.

    What has no value comes last either way, so that turning a list around does not begin with gaps.
    """
    name, falling = _named(orders, wanted, default)
    order = orders[name]
    for target, condition in order.joins:
        statement = statement.outerjoin(target, condition)
    placed = _placed(order.by, falling, order.undated_first)
    return statement.order_by(*placed, last.desc() if falling else last.asc())


def ordered_union(
    arms: Sequence[tuple[Select[Any], Mapping[str, Order]]], wanted: str, default: str, last: Any
) -> Found:
    """The same of records that are found in several ways, each with its own columns to order by.

    Each arm is ordered by itself, along an index where it has one, and they are merged: one condition over all of the
    tables would leave a database no index to walk along.
    """
    if len(arms) == 1:
        return ordered(*arms[0], wanted, default, last)
    name, falling = _named(arms[0][1], wanted, default)
    first = arms[0][1][name]
    keys: list[ColumnClause[Any]] = [column(f"order_{place}") for place in range(len(first.by) + 1)]
    found = [
        statement.add_columns(*(by.label(key.name) for by, key in zip((*orders[name].by, last), keys, strict=True)))
        for statement, orders in arms
    ]
    placed = _placed(keys[:-1], falling, first.undated_first)
    return union_all(*found).order_by(*placed, keys[-1].desc() if falling else keys[-1].asc())


def _named(orders: Mapping[str, Order], wanted: str, default: str) -> tuple[str, bool]:
    """The name of the order that is asked for, and whether it goes downwards."""
    name = wanted if wanted.removeprefix("-") in orders else default
    return name.removeprefix("-"), name.startswith("-")


def _placed(by: Sequence[Any], falling: bool, undated_first: bool) -> list[Any]:
    columns = [one.desc() if falling else one.asc() for one in by]
    return [one.nulls_first() if undated_first else one.nulls_last() for one in columns]


def countries_with(*any_of_these: Callable[[ColumnElement[str]], Exists]) -> Select[str]:
    """Selects the countries for which a condition holds, each given the country: as many questions as countries.

    To look for one record in each of them is quicker than to look at every record.
    """
    every = select(City.country).distinct().subquery("every")
    held = or_(*(condition(every.c.country) for condition in any_of_these))
    return select(every.c.country).where(held)


def is_city(wanted: Named, city: Any = City) -> ColumnElement[bool]:
    """Whether ``city`` is the one that is named, or is called so."""
    return city.reference == wanted.reference if wanted.reference else is_called(wanted.text, city)


def is_organisation(wanted: Named) -> ColumnElement[bool]:
    """Whether an organisation is the one that is named, or is called so."""
    if wanted.reference:
        return Organisation.reference == wanted.reference
    return contains(wanted.text, Organisation.name_ko, Organisation.name_en, Organisation.name_local)


def is_visit(wanted: Named) -> ColumnElement[bool]:
    """Whether a visit is the one that is named, or is called so."""
    return (
        Visit.reference == wanted.reference
        if wanted.reference
        else contains(wanted.text, Visit.title_ko, Visit.title_en)
    )


def is_account(wanted: Named) -> ColumnElement[bool]:
    """Whether an account is the one that is named, or is called so."""
    return User.reference == wanted.reference if wanted.reference else contains(wanted.text, User.name)


def is_put_away(model: Any, wanted: bool) -> ColumnElement[bool]:
    """Whether a record of ``model`` is archived, or is not."""
    archived: ColumnElement[bool] = model.archived_at.is_not(None) if wanted else model.archived_at.is_(None)
    return archived


def within_years(column: ColumnElement[Any], first: int, last: int) -> ColumnElement[bool]:
    """Whether the day in ``column`` lies in one of the years ``first`` to ``last``."""
    return and_(column >= date(first, 1, 1), column <= date(last, 12, 31))


def within_decade(column: ColumnElement[Any], decade: int) -> ColumnElement[bool]:
    """Whether the day in ``column`` lies in the ten years from ``decade`` on."""
    return within_years(column, decade, decade + 9)


def any_of(conditions: Sequence[ColumnElement[bool]]) -> ColumnElement[bool]:
    """Whether one of ``conditions`` holds."""
    return or_(*conditions)
