"""What falls due, in the calendar: tasks and reports of visits, and commitments."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, Commitment, CommitmentStatus
from partnerships.models.base import Disclosure
from partnerships.models.types import latest
from partnerships.models.visit import NOT_HELD, Task, TaskStatus, Visit, VisitStatus
from partnerships.permissions import visible_to
from partnerships.queries.calendar.entry import Asked, CalendarEntry, CalendarKind
from partnerships.queries.calendar.visits import visits_asked
from partnerships.queries.finding import in_language

_UNDONE = (CommitmentStatus.OPEN, CommitmentStatus.UNDER_WAY)


def task_entries(asked: Asked) -> Iterator[CalendarEntry]:
    """Tasks that are still to be done, on the day on which they are due."""
    # A task may be somebody's who does not run the visit otherwise.
    conditions = visits_asked(replace(asked, mine=False))
    if asked.mine:
        conditions.append(func.coalesce(Task.owner_id, Visit.owner_id) == asked.viewer.id)
    rows = db.session.execute(
        select(
            Task.id,
            Task.version,
            Task.due_on,
            Visit.reference,
            Visit.created_at,
            Visit.disclosure,
            Visit.is_example,
            in_language(asked.language, Task.title_ko, Task.title_en).label("title"),
        )
        .join(Visit, Visit.id == Task.visit_id)
        .where(*conditions, Visit.status.not_in(NOT_HELD), Task.archived_at.is_(None), Task.status == TaskStatus.OPEN)
        .where(Task.due_on >= asked.first, Task.due_on <= asked.last)
        .order_by(Task.due_on, Task.id)
    )
    for row in rows:
        yield CalendarEntry(
            kind=CalendarKind.TASK,
            uid=f"{row.reference}-task-{row.id}",
            version=row.version,
            made_at=row.created_at,
            title=row.title,
            reference=f"{row.reference}/tasks",
            first=row.due_on,
            last=row.due_on,
            is_restricted=row.disclosure is Disclosure.RESTRICTED,
            is_example=row.is_example,
        )


def report_entries(asked: Asked) -> Iterator[CalendarEntry]:
    """The reports of visits that are over, until they are filed."""
    ended = func.coalesce(latest(Visit.ends), latest(Visit.starts))
    within = timedelta(days=asked.report_days)
    by_rule = Visit.report_due_on.is_(None), ended >= asked.first - within, ended <= asked.last - within
    set_by_hand = Visit.report_due_on >= asked.first, Visit.report_due_on <= asked.last
    rows = db.session.execute(
        select(
            Visit.reference,
            Visit.version,
            Visit.created_at,
            Visit.disclosure,
            Visit.is_example,
            Visit.report_due_on,
            ended.label("ended"),
            in_language(asked.language, Visit.title_ko, Visit.title_en).label("title"),
        )
        .where(*visits_asked(asked), Visit.status == VisitStatus.COMPLETED)
        .where(or_(and_(*by_rule), and_(*set_by_hand)))
        .order_by(Visit.id)
    )
    for row in rows:
        due: date = row.report_due_on or row.ended + within
        yield CalendarEntry(
            kind=CalendarKind.REPORT,
            uid=f"{row.reference}-report",
            version=row.version,
            made_at=row.created_at,
            title=row.title,
            reference=f"{row.reference}/after",
            first=due,
            last=due,
            is_restricted=row.disclosure is Disclosure.RESTRICTED,
            is_example=row.is_example,
        )


def commitment_entries(asked: Asked) -> Iterator[CalendarEntry]:
    """Commitments on the last day of what their due date can mean; those that recur have no such day."""
    if asked.visit_id is not None:
        return
    due = latest(Commitment.due)
    home, owner = (func.coalesce(getattr(Agreement, name), getattr(Visit, name)) for name in ("home_id", "owner_id"))
    conditions: list[ColumnElement[bool]] = []
    if asked.homes is not None:
        conditions.append(home.in_(asked.homes))
    if asked.mine:
        conditions.append(func.coalesce(Commitment.officer_id, owner) == asked.viewer.id)
    rows = db.session.execute(
        select(
            Commitment.number,
            Commitment.version,
            Commitment.due,
            Agreement.reference.label("agreement"),
            Visit.reference.label("visit"),
            func.coalesce(Agreement.created_at, Visit.created_at).label("created_at"),
            func.coalesce(Agreement.disclosure, Visit.disclosure).label("disclosure"),
            func.coalesce(Agreement.is_example, Visit.is_example).label("is_example"),
            in_language(asked.language, Commitment.text_ko, Commitment.text_en).label("text"),
        )
        .outerjoin(Agreement, Agreement.id == Commitment.agreement_id)
        .outerjoin(Visit, Visit.id == Commitment.visit_id)
        .where(or_(_seen(asked, Agreement), _seen(asked, Visit)), *conditions)
        .where(Commitment.archived_at.is_(None), Commitment.status.in_(_UNDONE))
        .where(due >= asked.first, due <= asked.last)
        .order_by(due, Commitment.id)
    )
    for row in rows:
        parent = row.agreement or f"{row.visit}/commitments"
        yield CalendarEntry(
            kind=CalendarKind.COMMITMENT,
            uid=f"{row.agreement or row.visit}-commitment-{row.number}",
            version=row.version,
            made_at=row.created_at,
            title=row.text,
            reference=f"{parent}/{row.number}",
            first=row.due.latest,
            last=row.due.latest,
            is_restricted=row.disclosure == Disclosure.RESTRICTED,
            is_example=row.is_example,
            is_vague=row.due.day is None,
        )


def _seen(asked: Asked, model: type[Agreement] | type[Visit]) -> ColumnElement[bool]:
    ids = select(model.id).where(visible_to(asked.viewer, model), model.archived_at.is_(None))
    return model.id.in_(ids)
