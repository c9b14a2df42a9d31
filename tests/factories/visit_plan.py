"""What has to be done for a visit: tasks, and the steps of the checklist that they come from."""

from datetime import date
from typing import Any

from partnerships.models.city import City
from partnerships.models.visit import Anchor, ChecklistStep, Task, TaskPhase, TaskStatus, Visit
from tests.factories.saving import number, save, with_defaults


def make_task(visit: Visit, **details: Any) -> Task:
    """An open task with a due date of its own and no owner."""
    defaults = {
        "title_ko": f"초청장 발송 {number()}",
        "phase": TaskPhase.PREPARATION,
        "status": TaskStatus.OPEN,
        "due_on": date(2013, 9, 1),
    }
    return save(Task(visit_id=visit.id, **with_defaults(defaults, details)))


def make_checklist_step(home: City, **details: Any) -> ChecklistStep:
    """A step for all visits, thirty days before the arrival."""
    defaults = {
        "title_ko": f"통역사 섭외 {number()}",
        "phase": TaskPhase.PREPARATION,
        "anchor": Anchor.ARRIVAL,
        "offset_days": -30,
        "position": number(),
    }
    return save(ChecklistStep(home_id=home.id, **with_defaults(defaults, details)))
