"""The audit trail's writer: a flush listener that keeps each changed value before and after."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlalchemy import Connection, event, insert, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from partnerships.adapters.clock import utc_now
from partnerships.models.account import OneTimeLink, SignInAttempt, User
from partnerships.models.agreement import WatchNotice
from partnerships.models.audit import AuditEntry
from partnerships.models.base import Base, Part, Record
from partnerships.models.calendar_feed import CalendarFeed
from partnerships.models.reference import ReferenceCounter
from partnerships.models.saved_view import SavedView

# Bookkeeping of the system's own, or told better elsewhere: not part of any record's history.
_UNWATCHED = (AuditEntry, CalendarFeed, ReferenceCounter, SignInAttempt, OneTimeLink, SavedView, WatchNotice)
_UNWATCHED_FIELDS = {"id", "version", "created_at", "search_names"}
# Kept out of the trail: it says that they changed, never what they were.
_SECRET_FIELDS = {"password_hash", "session_key"}


@dataclass(frozen=True)
class Act:
    """Who acts, what the act is called, and why."""

    actor_id: int | None
    name: str
    reason: str | None


class UnnamedAct(RuntimeError):
    """A record was changed outside of a transaction that names who acts."""


def watch(session_class: type[Session] | Any) -> None:
    """Have every flush of ``session_class`` write audit entries, and refuse bulk changes that would bypass them."""
    # Two applications in one process share the class; heard twice, each change would stand in the trail twice.
    if not event.contains(session_class, "after_flush", _write_entries):
        event.listen(session_class, "after_flush", _write_entries)
        event.listen(session_class, "do_orm_execute", _refuse_bulk_changes)


def note_act(session: Session, record: Any) -> None:
    """Put the running act into the trail of ``record`` although no field of it shows what was done."""
    act: Act = session.info["act"]
    table_name = record.__table__.name
    session.connection().execute(
        insert(AuditEntry).values(
            at=utc_now(),
            actor_id=act.actor_id,
            act=act.name,
            reason=act.reason,
            record_table=table_name,
            record_id=record.id,
            row_table=table_name,
            row_id=record.id,
            changes={},
        )
    )


def _write_entries(session: Session, _context: UOWTransaction) -> None:
    watched = [row for row in [*session.new, *session.dirty] if not isinstance(row, _UNWATCHED)]
    act: Act | None = session.info.get("act")
    entries: list[dict[str, Any]] = []
    for row in watched:
        changes = _changes_of(row)
        if not changes:
            continue
        if act is None:
            raise UnnamedAct(type(row).__name__)
        record_table, record_id = _record_of(session.connection(), row)
        entries.append(
            {
                "at": utc_now(),
                "actor_id": act.actor_id,
                "act": act.name,
                "reason": act.reason,
                "record_table": record_table,
                "record_id": record_id,
                "row_table": row.__table__.name,
                "row_id": row.id,
                "changes": changes,
            }
        )
    if entries:
        session.connection().execute(insert(AuditEntry), entries)


def _changes_of(row: Any) -> dict[str, list[Any]]:
    """{field: [before, after]} of what this flush writes; collections of other records by their references."""
    state = inspect(row)
    fresh = not state.persistent and (state.pending or state.key is None)
    changes: dict[str, list[Any]] = {}
    for attribute in state.mapper.column_attrs:
        if attribute.key in _UNWATCHED_FIELDS:
            continue
        history = state.attrs[attribute.key].history
        if not history.has_changes():
            continue
        before = history.deleted[0] if history.deleted else None
        after = history.added[0] if history.added else None
        if before == after or (fresh and after is None):
            continue
        if attribute.key in _SECRET_FIELDS:
            before = after = None
        changes[attribute.key] = [_plain(before), _plain(after)]
    for relationship in state.mapper.relationships:
        if relationship.secondary is None or relationship.viewonly:
            continue
        history = state.attrs[relationship.key].history
        if history.added or history.deleted:
            before_all = [*history.unchanged, *history.deleted]
            after_all = [*history.unchanged, *history.added]
            changes[relationship.key] = [_references(before_all), _references(after_all)]
    return changes


def _references(records: list[Any]) -> list[str]:
    return sorted(record.reference for record in records)


def _plain(value: Any) -> Any:
    """A value as JSON can keep it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value


def _record_of(connection: Connection, row: Any) -> tuple[str, int]:
    """The table and id of the record that ``row`` belongs to, walking up from a part to its record."""
    kind: Any = type(row)
    if issubclass(kind, Record | User):
        return kind.__table__.name, row.id
    if not issubclass(kind, Part):
        raise TypeError(kind.__name__)
    keys = {name: getattr(row, name) for name in _ways_up(kind)}
    while True:
        name, key = next((name, key) for name, key in keys.items() if key is not None)
        kind = _class_behind(kind, name)
        table = kind.__table__
        if issubclass(kind, Record):
            return table.name, key
        columns = [table.c[name] for name in _ways_up(kind)]
        keys = dict(connection.execute(select(*columns).where(table.c.id == key)).one()._mapping)


def _ways_up(part: Any) -> tuple[str, ...]:
    return (part.part_of,) if isinstance(part.part_of, str) else part.part_of


def _class_behind(part: Any, name: str) -> Any:
    """The class that the foreign key ``name`` of ``part`` points at."""
    foreign_key = next(iter(part.__table__.c[name].foreign_keys))
    return next(mapper.class_ for mapper in Base.registry.mappers if mapper.local_table is foreign_key.column.table)


def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    """An UPDATE or DELETE of many rows at once would pass the trail by."""
    if (state.is_update or state.is_delete) and state.bind_mapper is not None:
        if not issubclass(state.bind_mapper.class_, _UNWATCHED):
            raise UnnamedAct(f"bulk change of {state.bind_mapper.class_.__name__}")
