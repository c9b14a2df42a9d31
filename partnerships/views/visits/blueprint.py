"""The blueprint that the pages of visits share, the addresses of a visit and of an item, and how a page is shown."""

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext

from partnerships.commands import visit as commands
from partnerships.errors import Invalid, NotAllowed
from partnerships.languages import N_
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.queries.visit import report_state
from partnerships.queries.visit.privacy import is_of_another_side
from partnerships.web.current import language, settings, today, viewer
from partnerships.web.guards import action_of
from partnerships.web.saving import told

blueprint = Blueprint("visits", __name__, url_prefix="/visits")

# The actions of pages that change a visit, or something that comes of it.
WRITING = ("visit.write", "visit.erase", "activity.write")

ONE = "/<reference('VIS'):reference>"
ITEM = f"{ONE}/<int:item>"


@blueprint.before_request
def refuse_other_sides() -> None:
    """Forms of a visit hold what is said among colleagues: those of another home side do not come as far as these."""
    action, reference = action_of(request.endpoint or ""), (request.view_args or {}).get("reference")
    if action in WRITING and reference and is_of_another_side(viewer(), reference):
        raise NotAllowed(N_("Your account may not do this."))


def visit_page(template: str, visit: Visit, **context: object) -> str:
    """A page of ``visit`` within the frame that all of them share: its names, its moves, its facts and its tabs."""
    report = report_state(visit, settings().visit_report_days, today())
    return render_template(template, visit=visit, moves=commands.MOVES[visit.status], report=report, **context)


def refused(error: Invalid, back: str) -> tuple[str, int]:
    """The page of an act that could not be done: why, and the way back."""
    return render_template("errors/refused.html", message=told(error), back=back), 422


def visit_crumbs(visit: Visit) -> list[tuple[str, str]]:
    """The pages above a part of ``visit``."""
    return [
        (gettext("Visits"), url_for("visits.list")),
        (visit.title.text(language()), url_for("visits.show", reference=visit.reference)),
    ]


def people_crumbs(visit: Visit) -> list[tuple[str, str]]:
    """The pages above a delegation and its members."""
    return [*visit_crumbs(visit), (gettext("Delegations"), url_for("visits.people", reference=visit.reference))]


def item_crumbs(item: ProgrammeItem) -> list[tuple[str, str]]:
    """The pages above a part of ``item``; its visit must be loaded."""
    reference = item.visit.reference
    return [
        *visit_crumbs(item.visit),
        (gettext("Programme"), url_for("visits.programme", reference=reference)),
        (item.title.text(language()), url_for("visits.item", reference=reference, number=item.number)),
    ]
