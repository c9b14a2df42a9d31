"""The audit trail read back: what happened to one record, and everything that happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.models.audit import AuditEntry
from partnerships.models.base import Base
from partnerships.queries.pages import Page, read_page
from partnerships.models.account import User


@dataclass(frozen=True)
class HistoryEntry:
    """One change of one row; ``changes`` lists (field, before, after) in words."""

    at: datetime
    who: str
    act: str
    reason: str | None
    row_table: str
    changes: list[tuple[str, str, str]]


def history_of(record: Any, limit: int = 200) -> Sequence[HistoryEntry]:
    """What happened to ``record`` and its parts, the latest first; linked records are named by their references."""
    entries = db.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.record_table == record.__table__.name, AuditEntry.record_id == record.id)
        .options(joinedload(AuditEntry.actor))
        .order_by(AuditEntry.id.desc())
        .limit(limit)
    ).all()
    names = _names_of_linked(entries)
    return [
        HistoryEntry(
            at=entry.at,
            who=entry.actor.name if entry.actor else "",
            act=entry.act,
            reason=entry.reason,
            row_table=entry.row_table,
            changes=[
                (field, _shown(names, entry.row_table, field, before), _shown(names, entry.row_table, field, after))
                for field, (before, after) in entry.changes.items()
            ],
        )
        for entry in entries
    ]


def list_entries(page: int = 1) -> Page:
    """The whole trail, the latest first: at, who, act, reason, record_table, record_id, row_table, changed (count)."""
    statement = (
        select(
            AuditEntry.at,
            func.coalesce(User.name, "").label("who"),
            AuditEntry.act,
            AuditEntry.reason,
            AuditEntry.record_table,
            AuditEntry.record_id,
            AuditEntry.row_table,
            AuditEntry.changes,
        )
        .outerjoin(User, User.id == AuditEntry.actor_id)
        .order_by(AuditEntry.id.desc())
    )
    return read_page(statement, page)


Names = dict[tuple[str, int], str]


def _linked_table(row_table: str, field: str) -> str | None:
    column = Base.metadata.tables[row_table].c.get(field)
    if column is None or not column.foreign_keys:
        return None
    return next(iter(column.foreign_keys)).column.table.name


def _names_of_linked(entries: Sequence[AuditEntry]) -> Names:
    """References of all records that the entries' foreign keys point at, one query a table."""
    wanted: dict[str, set[int]] = {}
    for entry in entries:
        for field, values in entry.changes.items():
            if table := _linked_table(entry.row_table, field):
                wanted.setdefault(table, set()).update(value for value in values if isinstance(value, int))
    names: Names = {}
    for table_name, ids in wanted.items():
        table = Base.metadata.tables[table_name]
        if "reference" not in table.c:
            continue
        shown = table.c.get("name_ko", table.c.get("title_ko", table.c.get("name", table.c.reference)))
        rows = db.session.execute(select(table.c.id, table.c.reference, shown).where(table.c.id.in_(ids)))
        names |= {(table_name, id_): f"{name} · {reference}" if name else reference for id_, reference, name in rows}
    return names


def _shown(names: Names, row_table: str, field: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, int) and (table := _linked_table(row_table, field)):
        return names.get((table, value), str(value))
    return str(value)
