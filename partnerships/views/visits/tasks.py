"""The tasks of a visit: what presses, ticked off, given up, and begun from the checklist."""

from collections.abc import Callable
from typing import Any

from flask import url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from partnerships.commands import visit as commands
from partnerships.errors import Invalid, NotFound
from partnerships.forms.visit import BeginChecklistForm, DropTaskForm, TaskForm
from partnerships.languages import N_
from partnerships.models.visit import COMING, Task, Visit
from partnerships.queries import visit as queries
from partnerships.views.visits.blueprint import ONE, blueprint, refused, visit_crumbs, visit_page
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import ViewersPicker, done, saving, show_form

TASKS = f"{ONE}/tasks"
TASK = f"{TASKS}/<int:number>"


@blueprint.get(TASKS)
@requires("visit.read")
def tasks(reference: str) -> str:
    """What has to be done for a visit, by phase and by how much it presses; the steps that its checklist would add."""
    visit = queries.get_visit(viewer(), reference)
    is_ahead = visit.status in COMING and not visit.is_archived
    return visit_page(
        "visits/tasks.html",
        visit,
        phases=queries.phases_of(queries.list_tasks(visit), today()),
        steps=queries.list_steps_for(visit) if is_ahead else [],
        days=queries.anchor_days_of(visit),
        form=BeginChecklistForm(picker=ViewersPicker()),
    )


@blueprint.post(f"{TASKS}/checklist")
@requires("visit.write")
def checklist_begin(reference: str) -> Response | tuple[str, int]:
    """Make tasks of the steps of the checklist that fit."""
    visit = queries.get_visit(viewer(), reference)
    address = url_for("visits.tasks", reference=reference)
    form = BeginChecklistForm(picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            count = commands.begin_checklist(viewer(), visit, form.details()["owner"])
            return done(ngettext("%(num)s task added.", "%(num)s tasks added.", count), address)
        visit = queries.get_visit(viewer(), reference)
    title = N_("Begin the checklist")
    return show_form("visits/task_form.html", form, title=title, crumbs=_crumbs(visit), cancel_url=address)


@blueprint.post(f"{TASK}/done")
@requires("visit.write")
def task_done(reference: str, number: int) -> Response | tuple[str, int]:
    """Tick a task off."""
    return _act(reference, number, lambda visit, task: commands.finish_task(viewer(), visit, task, today()))


@blueprint.post(f"{TASK}/reopen")
@requires("visit.write")
def task_reopen(reference: str, number: int) -> Response | tuple[str, int]:
    """Take back that a task is done or not needed."""
    return _act(reference, number, lambda visit, task: commands.reopen_task(viewer(), visit, task))


@blueprint.post(f"{TASK}/take-on")
@requires("visit.write")
def task_take_on(reference: str, number: int) -> Response | tuple[str, int]:
    """Make a task one's own."""
    return _act(reference, number, lambda visit, task: commands.take_on_task(viewer(), visit, task))


@blueprint.route(f"{TASK}/drop", methods=["GET", "POST"])
@requires("visit.write")
def task_drop(reference: str, number: int) -> Response | tuple[str, int]:
    """Say that a task is not needed, and why."""
    visit, task = _load(reference, number)
    form = DropTaskForm()
    if form.validate_on_submit():
        with saving(form):
            commands.drop_task(viewer(), visit, task, form.details()["reason"])
            return done(N_("Saved."), _address(reference, number))
        visit, task = _load(reference, number)
    title = gettext("Not needed: %(task)s", task=task.title.text(language()))
    return show_form(
        "visits/task_form.html", form, title=title, crumbs=_crumbs(visit), cancel_url=_address(reference, number)
    )


def _load(reference: str, number: int) -> tuple[Visit, Task]:
    visit = queries.get_visit(viewer(), reference)
    task = queries.find_task(visit, number)
    if task is None or task.is_archived:
        raise NotFound(N_("There is no such record."))
    return visit, task


def _act(reference: str, number: int, act: Callable[[Visit, Task], None]) -> Response | tuple[str, int]:
    visit, task = _load(reference, number)
    try:
        act(visit, task)
    except Invalid as error:
        return refused(error, _address(reference, number))
    return done(N_("Saved."), _address(reference, number))


def _address(reference: str, number: int) -> str:
    """Back to the very line of the list."""
    return url_for("visits.tasks", reference=reference, _anchor=f"task-{number}")


def _crumbs(visit: Visit) -> list[tuple[str, str]]:
    return [*visit_crumbs(visit), (gettext("Preparation"), url_for("visits.tasks", reference=visit.reference))]


def _options(visit: Visit) -> dict[str, Any]:
    items = [item for item in visit.items if not item.is_archived]
    return {"item": [(item, item.title.text(language())) for item in items]}


add_part_pages(
    blueprint,
    TASKS,
    PartPages(
        name="task",
        action="visit.write",
        form=TaskForm,
        load=queries.get_visit,
        find=queries.find_task,
        add=commands.add_task,
        revise=commands.revise_task,
        archive=commands.archive_task,
        crumbs=_crumbs,
        title_new=N_("Add a task"),
        title_edit=N_("Change a task"),
        options=_options,
        initial=lambda visit: {"owner": viewer(), "department": visit.department},
    ),
)
