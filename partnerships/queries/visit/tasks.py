"""How the tasks of a visit are found, the days they are counted from, and the checklists they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.visit import (
    Anchor,
    ChecklistStep,
    Leg,
    Task,
    TaskPhase,
    TaskStatus,
    Visit,
)
from partnerships.permissions import Viewer

WEEK = timedelta(days=7)
# Visits that still lie ahead: only these begin a checklist, a past one raises no duties.


@dataclass(frozen=True)
class AnchorDays:
    """The days from which due dates are counted; ``None`` as long as they are not known to the day."""

    arrival: date | None
    departure: date | None

    def day_of(self, anchor: Anchor) -> date | None:
        """The day that ``anchor`` stands for."""
        return self.arrival if anchor is Anchor.ARRIVAL else self.departure

    def due(self, anchor: Anchor, offset_days: int) -> date | None:
        """The day ``offset_days`` after the ``anchor``."""
        day = self.day_of(anchor)
        return day + timedelta(days=offset_days) if day else None


@dataclass(frozen=True)
class TaskGroup:
    """Tasks that press alike; ``name`` is one of :data:`GROUPS`."""

    name: str
    tasks: Sequence[Task]


@dataclass(frozen=True)
class Phase:
    """The tasks of one phase of a visit, in the groups that are not empty."""

    phase: TaskPhase
    groups: Sequence[TaskGroup]

    @property
    def total(self) -> int:
        """How many tasks count: those not needed do not."""
        return sum(len(group.tasks) for group in self.groups if group.name != "dropped")

    @property
    def done(self) -> int:
        return sum(len(group.tasks) for group in self.groups if group.name == "done")


GROUPS = ("overdue", "week", "later", "undated", "done", "dropped")


def list_tasks(visit: Visit) -> Sequence[Task]:
    """The tasks of ``visit`` by due date, those without one last, with owner, department and item."""
    return db.session.scalars(
        select(Task)
        .where(Task.visit_id == visit.id, Task.archived_at.is_(None))
        .options(joinedload(Task.owner), joinedload(Task.department), joinedload(Task.item))
        .order_by(Task.due_on.is_(None), Task.due_on, Task.id)
    ).all()


def find_task(visit: Visit, number: int) -> Task | None:
    """The task of ``visit`` with the id ``number``, with all that its form shows."""
    return db.session.scalars(
        select(Task)
        .where(Task.visit_id == visit.id, Task.id == number)
        .options(joinedload(Task.owner), joinedload(Task.department), joinedload(Task.item))
    ).one_or_none()


def phases_of(tasks: Sequence[Task], today: date) -> Sequence[Phase]:
    """``tasks`` by phase and by how much they press on ``today``; phases without any are left out."""
    phases = []
    for phase in TaskPhase:
        of_phase = [task for task in tasks if task.phase is phase]
        groups = [TaskGroup(name, [one for one in of_phase if _group_of(one, today) == name]) for name in GROUPS]
        if of_phase:
            phases.append(Phase(phase, [group for group in groups if group.tasks]))
    return phases


def _group_of(task: Task, today: date) -> str:
    if task.status is not TaskStatus.OPEN:
        return "done" if task.status is TaskStatus.DONE else "dropped"
    if task.due_on is None:
        return "undated"
    if task.due_on < today:
        return "overdue"
    return "week" if task.due_on <= today + WEEK else "later"


def anchor_days_of(visit: Visit) -> AnchorDays:
    """The first arrival and the last departure of the stays; without any, the days of the visit itself."""
    arrival, departure = db.session.execute(
        select(func.min(Leg.arrives_on), func.max(Leg.departs_on)).where(
            Leg.visit_id == visit.id, Leg.archived_at.is_(None)
        )
    ).one()
    starts, ends = visit.starts, visit.ends
    return AnchorDays(arrival or (starts.day if starts else None), departure or (ends.day if ends else None))


def list_counted_tasks(visit: Visit) -> Sequence[Task]:
    """The open tasks of ``visit`` whose due dates are counted from its days."""
    return db.session.scalars(
        select(Task).where(
            Task.visit_id == visit.id,
            Task.archived_at.is_(None),
            Task.status == TaskStatus.OPEN,
            Task.anchor.is_not(None),
        )
    ).all()


def list_checklist(home_ids: frozenset[int]) -> Sequence[ChecklistStep]:
    """The steps of these home cities in the order of their days: before the arrival, then after the departure."""
    return db.session.scalars(
        select(ChecklistStep)
        .where(ChecklistStep.home_id.in_(home_ids), ChecklistStep.archived_at.is_(None))
        .order_by(ChecklistStep.anchor, ChecklistStep.offset_days, ChecklistStep.position, ChecklistStep.id)
    ).all()


def get_checklist_home(viewer: Viewer, reference: str) -> City:
    """A home city of the ``viewer``'s own, whose checklist it is. Raises :class:`NotFound`."""
    wanted = select(City).where(City.reference == reference, City.is_home, City.id.in_(viewer.home_ids))
    home = db.session.scalars(wanted).one_or_none()
    if home is None:
        raise NotFound(N_("There is no such record."))
    return home


def find_checklist_step(home: City, number: int) -> ChecklistStep | None:
    """The step of ``home`` with the id ``number``."""
    return db.session.scalars(
        select(ChecklistStep).where(ChecklistStep.home_id == home.id, ChecklistStep.id == number)
    ).one_or_none()


def list_steps_for(visit: Visit) -> Sequence[ChecklistStep]:
    """The steps of its home city's checklist that fit ``visit`` and are no task of it yet, put away ones included."""
    taken = select(Task.step_id).where(Task.visit_id == visit.id, Task.step_id.is_not(None))
    return db.session.scalars(
        select(ChecklistStep)
        .where(ChecklistStep.home_id == visit.home_id, ChecklistStep.archived_at.is_(None))
        .where(or_(ChecklistStep.direction.is_(None), ChecklistStep.direction == visit.direction))
        .where(or_(ChecklistStep.kind.is_(None), ChecklistStep.kind == visit.kind))
        .where(ChecklistStep.id.not_in(taken))
        .order_by(ChecklistStep.anchor, ChecklistStep.offset_days, ChecklistStep.position, ChecklistStep.id)
    ).all()
