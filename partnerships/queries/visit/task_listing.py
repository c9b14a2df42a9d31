"""Tasks of all visits in a list, and those that wait for one officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.organisation import Organisation
from partnerships.models.visit import NOT_HELD, Task, TaskPhase, TaskStatus, Visit, VisitStatus
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, in_language
from partnerships.queries.listing import Listed, Named, Order, Reader, is_account, is_organisation, ordered

# Nothing waits for a visit that does not take place, or of which nobody knows when.
WAITING_HORIZON = timedelta(days=14)


@dataclass(frozen=True)
class TaskFilter:
    """What a list of tasks is narrowed to; ``None`` leaves a matter open.

    ``overdue`` asks for open tasks whose day has passed, ``since`` and ``until`` for the days on which they are due.
    """

    text: str | None = None
    status: TaskStatus | None = None
    phase: TaskPhase | None = None
    visit: Named | None = None
    overdue: bool = False
    since: date | None = None
    until: date | None = None
    department: Named | None = None
    officer: Named | None = None
    mine: bool = False
    homes: frozenset[int] | None = None


@dataclass(frozen=True)
class TaskRow:
    """One line of a list of tasks."""

    id: int
    title: str
    status: TaskStatus
    phase: TaskPhase
    due_on: date | None
    done_on: date | None
    is_overdue: bool
    owner: str | None
    department: str
    visit_reference: str
    visit_title: str
    visit_status: VisitStatus
    is_example: bool


ORDERS = ("due", "title", "owner", "visit", "status")


def tasks_listed(reader: Reader, wanted: TaskFilter, order: str = "due") -> Listed:
    """Tasks as :class:`TaskRow` in one of :data:`ORDERS`; those of visits that were put away or called off are none."""
    orders = {
        # What is settled comes after what is still to be done.
        "due": Order((case((Task.status == TaskStatus.OPEN, 0), else_=1), Task.due_on)),
        "title": Order((in_language(reader.language, Task.title_ko, Task.title_en),)),
        "owner": Order((User.name,), ((User, User.id == Task.owner_id),)),
        "visit": Order((Visit.reference, Task.due_on)),
        "status": Order((Task.status, Task.due_on)),
    }
    ids = (
        select(Task.id)
        .join(Visit, Visit.id == Task.visit_id)
        .where(visible_to(reader.viewer, Visit), Visit.archived_at.is_(None), Task.archived_at.is_(None))
        .where(Visit.status != VisitStatus.CANCELLED, *_conditions(reader, wanted))
    )
    return Listed(ordered(ids, orders, order, "due", Task.id), lambda found: _rows(reader, found))


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[TaskRow]:
    language = reader.language
    rows = db.session.execute(
        select(
            Task.id,
            in_language(language, Task.title_ko, Task.title_en).label("title"),
            Task.status,
            Task.phase,
            Task.due_on,
            Task.done_on,
            _is_overdue(reader.today).label("is_overdue"),
            User.name.label("owner"),
            func.coalesce(in_language(language, Organisation.name_ko, Organisation.name_en), "").label("department"),
            Visit.reference.label("visit_reference"),
            in_language(language, Visit.title_ko, Visit.title_en).label("visit_title"),
            Visit.status.label("visit_status"),
            Visit.is_example,
        )
        .select_from(Task)
        .join(Visit, Visit.id == Task.visit_id)
        .outerjoin(User, User.id == Task.owner_id)
        .outerjoin(Organisation, and_(Organisation.id == Task.department_id, visible_to(reader.viewer, Organisation)))
        .where(Task.id.in_(ids))
    )
    return [TaskRow(**{**row._mapping, "is_overdue": bool(row.is_overdue)}) for row in rows]


def _is_overdue(today: date) -> ColumnElement[bool]:
    """Whether an open task's day has passed, of a visit that is not put off."""
    return func.coalesce(
        and_(Task.status == TaskStatus.OPEN, Task.due_on < today, Visit.status.not_in(NOT_HELD)), False
    )


def _conditions(reader: Reader, wanted: TaskFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.text:
        conditions.append(contains(wanted.text, Task.title_ko, Task.title_en, Visit.title_ko, Visit.title_en))
    if wanted.status:
        conditions.append(Task.status == wanted.status)
    if wanted.phase:
        conditions.append(Task.phase == wanted.phase)
    if wanted.visit:
        named = wanted.visit
        by_name = contains(named.text, Visit.title_ko, Visit.title_en)
        conditions.append(Visit.reference == named.reference if named.reference else by_name)
    if wanted.overdue:
        conditions.append(_is_overdue(reader.today))
    if wanted.since:
        conditions.append(Task.due_on >= wanted.since)
    if wanted.until:
        conditions.append(Task.due_on <= wanted.until)
    if wanted.department:
        units = select(Organisation.id).where(
            is_organisation(wanted.department), visible_to(reader.viewer, Organisation)
        )
        conditions.append(Task.department_id.in_(units))
    if wanted.officer:
        conditions.append(Task.owner_id.in_(select(User.id).where(is_account(wanted.officer))))
    if wanted.mine:
        conditions.append(Task.owner_id == reader.viewer.id)
    if wanted.homes is not None:
        conditions.append(Visit.home_id.in_(wanted.homes))
    return conditions


def list_waiting_tasks(viewer: Viewer, language: Language, today: date, most: int) -> Sequence[Any]:
    """The viewer's own open tasks that are overdue or due within :data:`WAITING_HORIZON`, the most urgent first.

    Each with id, title, due_on, visit_reference, visit_title, is_example.
    """
    return db.session.execute(
        select(
            Task.id,
            in_language(language, Task.title_ko, Task.title_en).label("title"),
            Task.due_on,
            Visit.reference.label("visit_reference"),
            in_language(language, Visit.title_ko, Visit.title_en).label("visit_title"),
            Visit.is_example,
        )
        .join(Visit, Visit.id == Task.visit_id)
        .where(visible_to(viewer, Visit), Visit.archived_at.is_(None), Visit.status.not_in(NOT_HELD))
        .where(Task.owner_id == viewer.id, Task.archived_at.is_(None), Task.status == TaskStatus.OPEN)
        .where(Task.due_on <= today + WAITING_HORIZON)
        .order_by(Task.due_on, Task.id)
        .limit(most)
    ).all()
