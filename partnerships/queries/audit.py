"""The audit trail read back: what happened to one record, and everything that happened."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Date, Enum, Select, Table, func, null, select, true
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.audit import AuditEntry, Erased
from partnerships.models.base import Base, Record
from partnerships.models.person import CONTACTS, NEEDS
from partnerships.models.types import UtcDateTime
from partnerships.models.visit.delegation import PRIVATE_FIELDS
from partnerships.models.visit.team import TEAM_CONTACTS
from partnerships.permissions import SYSTEM, Viewer, ensure_may, may, visible_to
from partnerships.queries.pages import Page, read_page

# What the trail shows where only the fact of a change is kept.
HIDDEN = "•••"
# A partial date is four columns; its words say all that the others do.
_OF_PARTIAL_DATES = ("_earliest", "_latest", "_inferred")
# Personal data, by the table of its rows, and what one must be allowed to read it on the pages of people and visits.
_PERSONAL: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "people": (("person.read_private", CONTACTS), ("person.read_needs", (NEEDS,))),
    "members": (("visit.read_private", PRIVATE_FIELDS),),
    "team_members": (("visit.read_private", TEAM_CONTACTS),),
}

Change = tuple[str, Any, Any]
Names = dict[tuple[str, int], "Named"]


@dataclass(frozen=True)
class Named:
    """A record that the trail mentions: its number and what it is called, if it has a name of its own.

    ``is_hidden`` marks one that the reader may not see; it has no name then.
    """

    reference: str
    name: str | None
    is_hidden: bool = False

    def __str__(self) -> str:
        return f"{self.name} · {self.reference}" if self.name else self.reference


@dataclass(frozen=True)
class HistoryEntry:
    """One change of one row.

    ``who`` is empty where the system acted. ``changes`` lists (field, before, after): texts, numbers, dates, instants,
    members of a :class:`Choice`, or ``None``. ``record`` is what the row belongs to, ``record_table`` its kind.
    """

    at: datetime
    who: str
    act: str
    reason: str | None
    row_table: str
    changes: list[Change]
    record_table: str
    record: Named | None = None

    @property
    def is_withheld(self) -> bool:
        """Whether the record is restricted and the reader sees no more than that something was done."""
        return self.record is not None and self.record.is_hidden

    def without(self, fields: Iterable[str]) -> "HistoryEntry":
        """The same entry, with what ``fields`` held left out."""
        left_out = set(fields)
        return replace(self, changes=[change for change in self.changes if change[0] not in left_out])


@dataclass(frozen=True)
class TrailFilter:
    """What the trail is narrowed to; ``None`` leaves a matter open.

    ``actor`` is the reference of an account, ``by_system`` asks for what nobody in particular did, ``reference`` names
    a record. ``since`` and ``until`` are instants, the latter excluded.
    """

    actor: str | None = None
    by_system: bool = False
    reference: str | None = None
    act: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def history_of(record: Any, limit: int = 200) -> Sequence[HistoryEntry]:
    """What happened to ``record`` and its parts, the latest first; linked records are named by their references."""
    entries = db.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.record_table == record.__table__.name, AuditEntry.record_id == record.id)
        .options(joinedload(AuditEntry.actor))
        .order_by(AuditEntry.id.desc())
        .limit(limit)
    ).all()
    names = _names(_linked(entries))
    return [_told(entry, names) for entry in entries]


def last_change_of(record: Any) -> datetime | None:
    """When ``record`` or one of its parts was last changed; ``None`` where the trail does not tell."""
    return db.session.scalar(
        select(func.max(AuditEntry.at)).where(
            AuditEntry.record_table == record.__table__.name, AuditEntry.record_id == record.id
        )
    )


def list_entries(viewer: Viewer, wanted: TrailFilter, page: int = 1) -> Page:
    """The whole trail, the latest first, as rows of :class:`HistoryEntry` with their records."""
    ensure_may(viewer, "audit.read")
    statement = _narrowed(select(AuditEntry).options(joinedload(AuditEntry.actor)), wanted)
    found = read_page(statement.order_by(AuditEntry.id.desc()), page)
    entries = [row[0] for row in found.rows]
    records = [(entry.record_table, entry.record_id) for entry in entries]
    names = _names([*_linked(entries), *records], viewer)
    return replace(found, rows=[_as_seen_by(viewer, _told(entry, names)) for entry in entries])


def list_acts(viewer: Viewer) -> Sequence[str]:
    """Every act that the trail holds."""
    ensure_may(viewer, "audit.read")
    return db.session.scalars(select(AuditEntry.act).distinct().order_by(AuditEntry.act)).all()


def list_actors(viewer: Viewer) -> Sequence[tuple[str, str]]:
    """(reference, name) of every account, closed ones too: each may have acted."""
    ensure_may(viewer, "audit.read")
    rows = db.session.execute(select(User.reference, User.name).order_by(User.name, User.id))
    return [(reference, name) for reference, name in rows]


def _as_seen_by(viewer: Viewer, entry: HistoryEntry) -> HistoryEntry:
    """An administrator sees that something was done; what, only of records and data that the role may read."""
    if entry.is_withheld:
        return replace(entry, changes=[], reason=None)
    hidden = [fields for action, fields in _PERSONAL.get(entry.row_table, ()) if not may(viewer, action)]
    private = {field for fields in hidden for field in fields}
    shown = [(field, HIDDEN, HIDDEN) if field in private else (field, *values) for field, *values in entry.changes]
    return replace(entry, changes=shown)


def _narrowed(statement: Select[AuditEntry], wanted: TrailFilter) -> Select[AuditEntry]:
    if wanted.actor:
        actor = select(User.id).where(User.reference == wanted.actor).scalar_subquery()
        statement = statement.where(AuditEntry.actor_id == actor)
    if wanted.by_system:
        statement = statement.where(AuditEntry.actor_id.is_(None))
    if wanted.reference:
        table, number = _find_record(wanted.reference)
        statement = statement.where(AuditEntry.record_table == table, AuditEntry.record_id == number)
    if wanted.act:
        statement = statement.where(AuditEntry.act == wanted.act)
    if wanted.since:
        statement = statement.where(AuditEntry.at >= wanted.since)
    if wanted.until:
        statement = statement.where(AuditEntry.at < wanted.until)
    return statement


def _find_record(reference: str) -> tuple[str, int]:
    """Table and id of the record with ``reference``; an id that no record has where there is none."""
    wanted = reference.strip().upper()
    for mapper in Base.registry.mappers:
        model = mapper.class_
        if wanted.startswith(f"{getattr(model, 'prefix', None)}-"):
            return model.__tablename__, db.session.scalar(select(model.id).where(model.reference == wanted)) or 0
    return "", 0


def _told(entry: AuditEntry, names: Names) -> HistoryEntry:
    return HistoryEntry(
        at=entry.at,
        who=entry.actor.name if entry.actor else "",
        act=entry.act,
        reason=entry.reason,
        row_table=entry.row_table,
        changes=list(_changes_of(entry, names)),
        record_table=entry.record_table,
        record=names.get((entry.record_table, entry.record_id)),
    )


def _changes_of(entry: AuditEntry, names: Names) -> Iterator[Change]:
    for field, (before, after) in entry.changes.items():
        stem = next((field.removesuffix(end) for end in _OF_PARTIAL_DATES if field.endswith(end)), None)
        if stem is not None and f"{stem}_words" in entry.changes:
            continue
        if field == "session_key" and len(entry.changes) > 1:
            # It only follows from what else was done.
            continue
        if before is None and after is None:
            yield field, HIDDEN, HIDDEN
            continue
        shown = (_read(names, entry.row_table, field, value) for value in (before, after))
        yield field.removesuffix("_words"), next(shown), next(shown)


def _column(table_name: str, field: str) -> Column[Any] | None:
    table = Base.metadata.tables.get(table_name)
    return None if table is None else table.c.get(field)


def _linked_table(row_table: str, field: str) -> str | None:
    column = _column(row_table, field)
    if column is None or not column.foreign_keys:
        return None
    return str(next(iter(column.foreign_keys)).column.table.name)


def _linked(entries: Sequence[AuditEntry]) -> Iterator[tuple[str, int]]:
    """Table and id of all records that the entries' foreign keys point at."""
    for entry in entries:
        for field, values in entry.changes.items():
            if table := _linked_table(entry.row_table, field):
                yield from ((table, value) for value in values if isinstance(value, int))


def _names(wanted: Iterable[tuple[str, int]], viewer: Viewer = SYSTEM) -> Names:
    """Numbers and names of the records that are ``wanted`` by table and id, one query a table."""
    ids: dict[str, set[int]] = {}
    for table_name, number in wanted:
        ids.setdefault(table_name, set()).add(number)
    names: Names = {}
    for table_name, numbers in ids.items():
        model = _model_of(table_name)
        table = Base.metadata.tables[table_name]
        if model is None:
            continue
        visible = visible_to(viewer, model) if issubclass(model, Record) else true()
        rows = db.session.execute(
            select(table.c.id, table.c.reference, _name_of(table), visible).where(table.c.id.in_(numbers))
        )
        for number, reference, name, is_visible in rows:
            names[table_name, number] = Named(reference, name if is_visible else None, not is_visible)
    return names


def _model_of(table_name: str) -> type[Any] | None:
    """The class of the records that ``table_name`` holds; ``None`` where its rows have no number of their own."""
    mapped = (mapper.class_ for mapper in Base.registry.mappers)
    return next((one for one in mapped if one.__tablename__ == table_name and hasattr(one, "reference")), None)


def _name_of(table: Table) -> ColumnElement[Any]:
    """What the records of ``table`` are called, in Korean or else in English."""
    for stem in ("name", "title"):
        if f"{stem}_ko" in table.c:
            return func.coalesce(table.c[f"{stem}_ko"], table.c[f"{stem}_en"])
    return table.c["name"] if "name" in table.c else null()


def _read(names: Names, row_table: str, field: str, value: Any) -> Any:
    """A value of the trail as what it was before it became JSON."""
    column = _column(row_table, field)
    if value == Erased.mark():
        return Erased.ERASED
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if value is None or column is None:
        return value
    if isinstance(value, int) and (table := _linked_table(row_table, field)):
        return str(names.get((table, value), value))
    if isinstance(column.type, Enum) and column.type.enum_class is not None:
        known = {member.value: member for member in column.type.enum_class}
        return known.get(value, value)
    if (row_table, field) == ("users", "language"):
        return Language(value)
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    return value
