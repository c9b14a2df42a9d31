"""Whether a programme has changed since somebody looked at it, and who changed it last."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.models.audit import AuditEntry
from partnerships.models.visit import Attendee, Delegation, Leg, Member, ProgrammeItem, TeamMember, Visit

_OF_THE_BOARD = (ProgrammeItem, Leg, Attendee)


@dataclass(frozen=True)
class LatestChange:
    """Who did what last (the system, when there is no ``who``); ``item`` is the number of the item it was done to."""

    who: str
    act: str
    at: datetime
    item: int | None


def stamp_of(visit: Visit) -> str:
    """A word that changes with every change of what the board shows: rows are counted, and their versions only grow."""
    items = select(ProgrammeItem.id).where(ProgrammeItem.visit_id == visit.id)
    delegations = select(Delegation.id).where(Delegation.visit_id == visit.id)
    numbers = db.session.execute(
        select(
            _state(Visit, Visit.id == visit.id),
            _state(ProgrammeItem, ProgrammeItem.visit_id == visit.id),
            _state(Leg, Leg.visit_id == visit.id),
            _state(TeamMember, TeamMember.visit_id == visit.id),
            _state(Attendee, Attendee.item_id.in_(items)),
            _state(Member, Member.delegation_id.in_(delegations)),
        )
    ).one()
    return "-".join(str(number or 0) for number in numbers)


def latest_change(visit: Visit, item: ProgrammeItem | None = None) -> LatestChange | None:
    """The last thing done to the programme of ``visit``, or to ``item`` of it alone."""
    statement: Select[AuditEntry] = (
        select(AuditEntry)
        .where(
            AuditEntry.record_table == Visit.__tablename__,
            AuditEntry.record_id == visit.id,
            AuditEntry.row_table.in_([model.__tablename__ for model in _OF_THE_BOARD]),
        )
        .options(joinedload(AuditEntry.actor))
        .order_by(AuditEntry.id.desc())
        .limit(1)
    )
    if item is not None:
        statement = statement.where(AuditEntry.row_table == ProgrammeItem.__tablename__, AuditEntry.row_id == item.id)
    entry = db.session.scalar(statement)
    if entry is None:
        return None
    numbers = {one.id: one.number for one in visit.items}
    number = numbers.get(entry.row_id) if entry.row_table == ProgrammeItem.__tablename__ else None
    return LatestChange(entry.actor.name if entry.actor else "", entry.act, entry.at, number)


def _state(model: Any, condition: ColumnElement[bool]) -> ScalarSelect[int]:
    # Every version is at least 1, so a new row raises the sum as a change of an old one does.
    return select(func.sum(model.version)).where(condition).scalar_subquery()
