"""Pages of the checklists for visits: what each home city's visits begin with, by the days before and after."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from partnerships.commands import visit as commands
from partnerships.errors import Invalid
from partnerships.forms.visit import ChecklistStepForm
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.visit import ChecklistStep, Direction, VisitKind
from partnerships.queries import visit as queries
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import done, told

blueprint = Blueprint("visit_checklists", __name__, url_prefix="/visit-checklists")

HOME = "/<reference('CTY'):reference>"


@blueprint.get("", endpoint="list")
@requires("checklist.read")
def list_all() -> str:
    """The checklist of each home city of one's own, all of it or what fits a direction and a kind of visit."""
    direction = _chosen(Direction, "direction")
    kind = _chosen(VisitKind, "kind")
    steps = [step for step in queries.list_checklist(viewer().home_ids) if _fits(step, direction, kind)]
    return render_template(
        "visit_checklists/list.html",
        homes=[(home, [step for step in steps if step.home_id == home.id]) for home in viewer().homes],
        direction=direction,
        kind=kind,
        directions=Direction,
        kinds=VisitKind,
    )


@blueprint.post(f"{HOME}/starter")
@requires("checklist.manage")
def starter(reference: str) -> Response | tuple[str, int]:
    """Begin with the built-in checklist."""
    home = queries.get_checklist_home(viewer(), reference)
    address = url_for("visit_checklists.list")
    try:
        count = commands.take_over_starter_list(viewer(), home)
    except Invalid as error:
        return render_template("errors/refused.html", message=told(error), back=address), 422
    return done(ngettext("%(num)s step taken over.", "%(num)s steps taken over.", count), address)


def _chosen(choices: Any, key: str) -> Any:
    return next((one for one in choices if one == request.args.get(key)), None)


def _fits(step: ChecklistStep, direction: Direction | None, kind: VisitKind | None) -> bool:
    return (not direction or step.direction in (None, direction)) and (not kind or step.kind in (None, kind))


def _crumbs(_home: City) -> list[tuple[str, str]]:
    return [(gettext("Visit checklists"), url_for("visit_checklists.list"))]


add_part_pages(
    blueprint,
    HOME,
    PartPages(
        name="step",
        action="checklist.manage",
        form=ChecklistStepForm,
        load=queries.get_checklist_home,
        find=queries.find_checklist_step,
        add=commands.add_checklist_step,
        revise=commands.revise_checklist_step,
        archive=commands.archive_checklist_step,
        crumbs=_crumbs,
        title_new=N_("Add a step to the checklist"),
        title_edit=N_("Change a step of the checklist"),
    ),
)
