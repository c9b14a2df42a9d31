"""Commitments on a board, a column for each status or for each cooperation area."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select, union_all

from partnerships.extensions import db
from partnerships.models.agreement import Commitment, CommitmentStatus
from partnerships.models.cooperation_area import CooperationArea
from partnerships.permissions import visible_to
from partnerships.queries.agreement.commitments import CommitmentFilter, ids_by_origin, in_area, rows_of
from partnerships.queries.listing import Reader
from partnerships.queries.pages import COUNT_CAP

CARDS = 30


@dataclass(frozen=True)
class Column:
    """One column of the board: ``total`` is exact up to a cap; beyond it ``is_capped`` is true."""

    key: str
    label: Any
    rows: Sequence[Any]
    total: int
    is_capped: bool


Choices = Sequence[tuple[str, Any, ColumnElement[bool]]]


def board_by_status(reader: Reader, wanted: CommitmentFilter) -> list[Column]:
    """A column for each status, of the wanted one only where one is wanted."""
    statuses = [one for one in CommitmentStatus if wanted.status in (None, one)]
    return _columns(reader, wanted, [(one.value, one, Commitment.status == one) for one in statuses])


def board_by_area(reader: Reader, wanted: CommitmentFilter) -> list[Column]:
    """A column for each area that anything wanted falls under, in their order, and one for what falls under none."""
    areas = db.session.scalars(
        select(CooperationArea)
        .where(CooperationArea.archived_at.is_(None), visible_to(reader.viewer, CooperationArea))
        .order_by(CooperationArea.position, CooperationArea.id)
    )
    choices: list[tuple[str, Any, ColumnElement[bool]]] = [
        (area.reference, area.name, in_area(CooperationArea.id == area.id))
        for area in areas
        if wanted.area in (None, area.reference)
    ]
    if wanted.area is None:
        choices.append(("", None, ~in_area(CooperationArea.archived_at.is_(None))))
    return [column for column in _columns(reader, wanted, choices) if column.total]


def _columns(reader: Reader, wanted: CommitmentFilter, choices: Choices) -> list[Column]:
    """All columns in two statements and a few for what their cards show, however many there are."""
    if not choices:
        return []
    bases = [ids for _origin, ids in ids_by_origin(reader, wanted)]
    found = _first_cards(bases, choices)
    totals = _totals(bases, choices)
    ids = list(dict.fromkeys(one for some in found.values() for one in some))
    rows = {row.id: row for row in rows_of(reader, ids)} if ids else {}
    return [
        Column(key, label, [rows[one] for one in found.get(place, ())], min(total, COUNT_CAP), total > COUNT_CAP)
        for place, ((key, label, _condition), total) in enumerate(zip(choices, totals, strict=True))
    ]


def _first_cards(bases: Sequence[Select[Any]], choices: Choices) -> dict[int, list[int]]:
    """{place of a column: the ids of its cards, the newest first}."""
    first = [_first_of(base, place, condition) for place, (*_rest, condition) in enumerate(choices) for base in bases]
    found: dict[int, list[int]] = {}
    for place, commitment_id in db.session.execute(union_all(*first)):
        found.setdefault(place, []).append(commitment_id)
    return {place: sorted(some, reverse=True)[:CARDS] for place, some in found.items()}


def _first_of(base: Select[Any], place: int, condition: ColumnElement[bool]) -> Any:
    """The newest first: their ids are in the order in which they were recorded, so none needs to be sorted."""
    cut = base.where(condition).order_by(Commitment.id.desc()).limit(CARDS).subquery()
    return select(literal(place), cut.c.id)


def _totals(bases: Sequence[Select[Any]], choices: Choices) -> list[int]:
    """How many each column holds, up to a little more than the cap."""
    counts = [
        _count_of(base, condition).label(f"c{place}_{number}")
        for place, (*_rest, condition) in enumerate(choices)
        for number, base in enumerate(bases)
    ]
    counted = db.session.execute(select(*counts)).one()
    step = len(bases)
    return [sum(counted[place * step : (place + 1) * step]) for place in range(len(choices))]


def _count_of(base: Select[Any], condition: ColumnElement[bool]) -> Any:
    cut = base.where(condition).limit(COUNT_CAP + 1).subquery()
    return select(func.count()).select_from(cut).scalar_subquery()
