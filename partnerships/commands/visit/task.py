"""How the tasks of a visit are made from a checklist, entered, done and given up, and follow the visit's days."""

from datetime import date
from typing import Any, TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.organisation import Organisation
from partnerships.models.visit import COMING, Anchor, ChecklistStep, ProgrammeItem, Task, TaskPhase, TaskStatus, Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit.tasks import AnchorDays, anchor_days_of, list_counted_tasks, list_steps_for


class TaskDetails(TypedDict, total=False):
    """What is said of a task. It is due on a day of its own, or so many days after the ``anchor``."""

    title_ko: str | None
    title_en: str | None
    phase: TaskPhase
    owner: User | None
    department: Organisation | None
    item: ProgrammeItem | None
    due_on: date | None
    anchor: Anchor | None
    offset_days: int | None
    note: str | None


def begin_checklist(actor: Viewer, visit: Visit, owner: User | None = None) -> int:
    """Make tasks of ``visit`` from the steps of its home city's checklist that fit it; returns how many are new.

    Due dates are counted from the first arrival and the last departure. A step that was made a task once is not made
    one again. All of them go to ``owner``; without one, to the officer in charge of the visit.
    """
    with transaction(actor, "begin_checklist"):
        ensure_may(actor, "visit.write", visit)
        if visit.status not in COMING:
            raise Invalid(None, N_("A checklist begins before a visit, not after it."))
        _check_owner(visit, owner)
        days = anchor_days_of(visit)
        steps = list_steps_for(visit)
        owner_id = owner.id if owner else visit.owner_id
        db.session.add_all([_task_of(visit, step, owner_id, days) for step in steps])
    return len(steps)


def _task_of(visit: Visit, step: ChecklistStep, owner_id: int | None, days: AnchorDays) -> Task:
    return Task(
        visit_id=visit.id,
        step_id=step.id,
        phase=step.phase,
        title_ko=step.title_ko,
        title_en=step.title_en,
        note=step.note,
        owner_id=owner_id,
        department_id=visit.department_id,
        anchor=step.anchor,
        offset_days=step.offset_days,
        due_on=days.due(step.anchor, step.offset_days),
        status=TaskStatus.OPEN,
    )


def follow_dates(visit: Visit) -> None:
    """Count the due dates of the open tasks of ``visit`` anew; one that was given a day of its own keeps it.

    Called within the act that moved the visit.
    """
    tasks = list_counted_tasks(visit)
    if not tasks:
        return
    days = anchor_days_of(visit)
    for task in tasks:
        if task.anchor is not None and task.offset_days is not None:
            assign(task, {"due_on": days.due(task.anchor, task.offset_days)})


def add_task(actor: Viewer, visit: Visit, **details: Unpack[TaskDetails]) -> Task:
    """Add a task to ``visit``."""
    with transaction(actor, "add_task"):
        ensure_may(actor, "visit.write", visit)
        task = Task(visit_id=visit.id, status=TaskStatus.OPEN, phase=TaskPhase.PREPARATION)
        _apply(visit, task, details)
        add(task)
    return task


def revise_task(
    actor: Viewer, visit: Visit, task: Task, version: int | None = None, **details: Unpack[TaskDetails]
) -> None:
    """Change a task, or hand it to somebody else. A day entered by hand is no longer moved with the visit."""
    with transaction(actor, "revise_task"):
        ensure_may(actor, "visit.write", visit)
        at_version(task, version)
        _apply(visit, task, details)


def archive_task(actor: Viewer, visit: Visit, task: Task) -> None:
    """Put a task away."""
    with transaction(actor, "archive_task"):
        ensure_may(actor, "visit.write", visit)
        put_away(task)


def finish_task(actor: Viewer, visit: Visit, task: Task, today: date) -> None:
    """Say that a task is done; one that is done already stays as it is."""
    with transaction(actor, "finish_task"):
        ensure_may(actor, "visit.write", visit)
        if task.status is not TaskStatus.DONE:
            assign(task, {"status": TaskStatus.DONE, "status_reason": None, "done_on": today})


def drop_task(actor: Viewer, visit: Visit, task: Task, reason: str | None) -> None:
    """Say that a task is not needed, and why."""
    reason = (reason or "").strip() or None
    with transaction(actor, "drop_task", reason):
        ensure_may(actor, "visit.write", visit)
        if not reason:
            raise Invalid("reason", N_("Enter the reason."))
        assign(task, {"status": TaskStatus.DROPPED, "status_reason": reason, "done_on": None})


def reopen_task(actor: Viewer, visit: Visit, task: Task) -> None:
    """Take back that a task is done or not needed; what is counted from the visit's days is counted anew."""
    with transaction(actor, "reopen_task"):
        ensure_may(actor, "visit.write", visit)
        assign(task, {"status": TaskStatus.OPEN, "status_reason": None, "done_on": None})
        follow_dates(visit)


def take_on_task(actor: Viewer, visit: Visit, task: Task) -> None:
    """Make the actor the owner of a task."""
    with transaction(actor, "take_on_task"):
        ensure_may(actor, "visit.write", visit)
        assign(task, {"owner_id": actor.id})


def _apply(visit: Visit, task: Task, details: TaskDetails) -> None:
    asked = ("title_ko", "title_en", "due_on", "anchor", "offset_days")
    after: dict[str, Any] = {**{name: getattr(task, name) for name in asked}, **details}
    require_either(after, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
    _check_owner(visit, details.get("owner"))
    item = details.get("item")
    if item is not None and item.visit_id != visit.id:
        raise Invalid("item", N_("This programme item belongs to another visit."))
    assign(task, {**details, **_due(visit, task, after)})


def _due(visit: Visit, task: Task, after: dict[str, Any]) -> dict[str, Any]:
    """The due date and what it is counted from: of the two the one that was changed, when both were one is refused."""
    anchor, offset = after["anchor"], after["offset_days"]
    if (anchor is None) != (offset is None):
        missing = "anchor" if anchor is None else "offset_days"
        raise Invalid(missing, N_("A due date is counted as so many days from the arrival or the departure."))
    own_day = after["due_on"] if after["due_on"] != task.due_on else None
    if anchor is None:
        return {"due_on": after["due_on"], "anchor": None, "offset_days": None}
    is_counted_anew = (anchor, offset) != (task.anchor, task.offset_days)
    if own_day and is_counted_anew:
        raise Invalid("due_on", N_("Enter a day, or what it is counted from, not both."))
    if own_day:
        return {"due_on": own_day, "anchor": None, "offset_days": None}
    return {"due_on": anchor_days_of(visit).due(anchor, offset), "anchor": anchor, "offset_days": offset}


def _check_owner(visit: Visit, owner: User | None) -> None:
    if owner is not None and visit.home_id not in owner.home_ids:
        raise Invalid("owner", N_("This account is not of the visit's home city."))
