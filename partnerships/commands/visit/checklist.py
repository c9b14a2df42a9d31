"""How the checklist of a home city changes: the steps that every visit of a kind begins with."""

from typing import Any, TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.starter import STARTER
from partnerships.errors import Invalid
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.visit import Anchor, ChecklistStep, Direction, TaskPhase, VisitKind
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit.tasks import list_checklist

# Further away than this nothing is counted from the days of a visit.
MOST_DAYS = 730


class ChecklistStepDetails(TypedDict, total=False):
    """What is said of a step; without a direction or a kind it is for all. -60 days is two months before."""

    title_ko: str | None
    title_en: str | None
    direction: Direction | None
    kind: VisitKind | None
    phase: TaskPhase
    anchor: Anchor
    offset_days: int | None
    position: int | None
    note: str | None


def add_checklist_step(actor: Viewer, home: City, **details: Unpack[ChecklistStepDetails]) -> ChecklistStep:
    """Add a step to the checklist of ``home``."""
    with transaction(actor, "add_checklist_step"):
        step = ChecklistStep(home_id=home.id, phase=TaskPhase.PREPARATION, anchor=Anchor.ARRIVAL, position=0)
        # Asked of the step: the home city itself, as every city, is nobody's own.
        ensure_may(actor, "checklist.manage", step)
        _apply(step, details)
        add(step)
    return step


def revise_checklist_step(
    actor: Viewer, home: City, step: ChecklistStep, version: int | None = None, **details: Unpack[ChecklistStepDetails]
) -> None:
    """Change a step; tasks that were made from it before stay as they are."""
    with transaction(actor, "revise_checklist_step"):
        ensure_may(actor, "checklist.manage", step)
        at_version(step, version)
        _apply(step, details)


def archive_checklist_step(actor: Viewer, home: City, step: ChecklistStep) -> None:
    """Take a step out of the checklist; visits keep the tasks that were made from it."""
    with transaction(actor, "archive_checklist_step"):
        ensure_may(actor, "checklist.manage", step)
        put_away(step)


def take_over_starter_list(actor: Viewer, home: City) -> int:
    """Give ``home`` the built-in checklist to begin with, once it has none of its own; returns how many steps."""
    with transaction(actor, "take_over_starter_list"):
        steps = [
            ChecklistStep(
                home_id=home.id,
                direction=one.direction,
                kind=one.kind,
                phase=one.phase,
                anchor=one.anchor,
                offset_days=one.days,
                title_ko=one.ko,
                title_en=one.en,
                note=one.note,
                position=place,
            )
            for place, one in enumerate(STARTER, start=1)
        ]
        ensure_may(actor, "checklist.manage", steps[0])
        if list_checklist(frozenset({home.id})):
            raise Invalid(None, N_("This home city already has a checklist."))
        db.session.add_all(steps)
    return len(steps)


def _apply(step: ChecklistStep, details: ChecklistStepDetails) -> None:
    said: dict[str, Any] = dict(details)
    after = {
        **{name: getattr(step, name) for name in ("title_ko", "title_en", "anchor", "phase", "offset_days")},
        **said,
    }
    require_either(after, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
    if after["anchor"] is None:
        raise Invalid("anchor", N_("Choose what the days are counted from."))
    if after["offset_days"] is None:
        raise Invalid("offset_days", N_("Enter the days, such as -60 for two months before."))
    if abs(after["offset_days"]) > MOST_DAYS:
        raise Invalid("offset_days", N_("Enter no more than two years."))
    if said.get("position", 0) is None:
        said["position"] = step.position or 0
    assign(step, said)
