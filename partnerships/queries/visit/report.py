"""When the after-action report of a visit is due, and which reports wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, extract, func, or_, select

from partnerships.extensions import db
from partnerships.models.types import latest
from partnerships.models.visit import OVER, Visit, VisitStatus
from partnerships.permissions import Viewer, visible_to

# A report is told ahead by so many days.
AHEAD = timedelta(days=30)


@dataclass(frozen=True)
class ReportDue:
    """The report of ``visit``: the day it is due, and how many days it is late (0 when it is not)."""

    visit: Visit
    due: date
    days_late: int

    @property
    def is_filed(self) -> bool:
        return self.visit.status is VisitStatus.REPORTED


def report_due(visit: Visit, days: int) -> date | None:
    """The day on which the report of ``visit`` is due: as an officer set it, else ``days`` after its last day.

    ``None`` where no end is known, where it is not over, and for a past visit: one that was recorded when its report
    would have been due already owes none.
    """
    if visit.status not in OVER or visit.is_archived:
        return None
    if visit.report_due_on:
        return visit.report_due_on
    last = visit.ends or visit.starts
    if last is None or last.latest is None:
        return None
    due = last.latest + timedelta(days=days)
    return due if visit.created_at.date() <= due else None


def report_state(visit: Visit, days: int, today: date) -> ReportDue | None:
    """When the report of ``visit`` is due and how late it is, or was filed; ``None`` where none is owed."""
    due = report_due(visit, days)
    if due is None:
        return None
    reached = (visit.reported_on or due) if visit.status is VisitStatus.REPORTED else today
    return ReportDue(visit, due, max((reached - due).days, 0))


def list_reports_due(
    viewer: Viewer, days: int, today: date, *, mine: bool = False, most: int | None = None
) -> Sequence[ReportDue]:
    """The reports that are due within :data:`AHEAD` or overdue, of the viewer's own home sides, the latest first due.

    With ``mine`` only of the visits in the viewer's charge.
    """
    horizon = today + AHEAD
    statement = (
        select(Visit)
        .where(visible_to(viewer, Visit), Visit.home_id.in_(viewer.home_ids), Visit.archived_at.is_(None))
        .where(Visit.status == VisitStatus.COMPLETED)
        .where(or_(Visit.report_due_on <= horizon, and_(Visit.report_due_on.is_(None), _may_owe(days, horizon))))
    )
    if mine:
        statement = statement.where(Visit.owner_id == viewer.id)
    found = [state for visit in db.session.scalars(statement) if (state := report_state(visit, days, today))]
    return sorted(found, key=lambda one: (one.due, one.visit.id))[:most]


def _may_owe(days: int, horizon: date) -> ColumnElement[bool]:
    """Whether a report can be due by ``horizon``: most visits were recorded long after they were over and owe none."""
    last = func.coalesce(latest(Visit.ends), latest(Visit.starts))
    recorded = extract("year", Visit.created_at) - 1 - days // 365
    return and_(last <= horizon - timedelta(days=days), extract("year", last) >= recorded)
