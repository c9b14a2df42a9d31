"""What came of a visit: what happened, its outcomes and what they became, gifts and letters, the assessment."""

from typing import Any

from flask import request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands.visit import outcome as commands
from partnerships.errors import Invalid, NotFound
from partnerships.forms.activity import ActivityForm
from partnerships.forms.details import DetailsForm
from partnerships.forms.visit.outcome import (
    AssessmentForm,
    OutcomeCommitmentForm,
    OutcomeForm,
    OutcomeTaskForm,
)
from partnerships.languages import N_
from partnerships.models.side import Side
from partnerships.models.visit import Outcome, ProgrammeItem, TalkingPoint, Visit
from partnerships.queries.activity import ties_of_visit
from partnerships.queries.agreement import commitments_of_visit
from partnerships.queries.cooperation_area import area_choices
from partnerships.queries.gift import gifts_of_visit
from partnerships.queries.letter import letters_of_visit
from partnerships.queries.thanks import thanks_proposed
from partnerships.queries.visit import get_visit
from partnerships.queries.visit import outcomes as queries
from partnerships.views.visits.blueprint import ONE, blueprint, refused, visit_crumbs, visit_page
from partnerships.web.current import language, viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import ViewersPicker, done, saving, show_form

OUTCOMES = f"{ONE}/outcomes"
OUTCOME = f"{OUTCOMES}/<int:number>"


@blueprint.get(f"{ONE}/after")
@requires("visit.read")
def after(reference: str) -> str:
    """What was planned beside what happened, and what came of it."""
    visit = get_visit(viewer(), reference)
    outcomes = queries.list_outcomes(visit)
    from_outcomes = {one.commitment_id for one in outcomes}
    return visit_page(
        "visits/after.html",
        visit,
        happened=queries.list_happened(visit),
        outcomes=outcomes,
        promised=[one for one in commitments_of_visit(visit) if not one.is_archived and one.id not in from_outcomes],
        agreements=queries.list_agreements_concerned(viewer(), visit),
        colleagues=queries.colleagues_of(viewer(), visit),
        sides=list(Side),
        gifts=gifts_of_visit(viewer(), visit),
        letters=letters_of_visit(viewer(), visit),
        thanks=thanks_proposed(viewer(), visit),
    )


@blueprint.route(f"{ONE}/after/assessment", methods=["GET", "POST"])
@requires("visit.write")
def assessment(reference: str) -> Response | tuple[str, int]:
    """What the office makes of a visit."""
    visit = get_visit(viewer(), reference)
    form = AssessmentForm(obj=visit)
    if form.validate_on_submit():
        with saving(form):
            commands.assess_visit(viewer(), visit, form.version.number, **form.details())
            return done(N_("Saved."), _address(visit, "assessment"))
        visit = get_visit(viewer(), reference)
    return _show(form, visit, N_("Assessment"), visit)


@blueprint.route(f"{OUTCOME}/commitment", methods=["GET", "POST"])
@requires("visit.write")
def outcome_commitment(reference: str, number: int) -> Response | tuple[str, int]:
    """Make an outcome a commitment."""
    visit, outcome = _load(reference, number)
    form = OutcomeCommitmentForm(options=_commitment_options(visit), data={"owed_by": outcome.owed_by or Side.BOTH})
    if form.validate_on_submit():
        with saving(form):
            commands.make_commitment_of_outcome(viewer(), visit, outcome, **form.details())
            return done(N_("It is a commitment now."), _address(visit, number))
        visit, outcome = _load(reference, number)
    return _show(form, visit, N_("Make it a commitment"), about=outcome)


@blueprint.route(f"{OUTCOME}/task", methods=["GET", "POST"])
@requires("visit.write")
def outcome_task(reference: str, number: int) -> Response | tuple[str, int]:
    """Make an outcome a task of the follow-up."""
    visit, outcome = _load(reference, number)
    form = OutcomeTaskForm(options={"owner": _colleagues(visit)}, data={"owner": visit.owner})
    if form.validate_on_submit():
        with saving(form):
            commands.make_task_of_outcome(viewer(), visit, outcome, **form.details())
            return done(N_("It is a task now."), _address(visit, number))
        visit, outcome = _load(reference, number)
    return _show(form, visit, N_("Make it a task"), about=outcome)


@blueprint.route(f"{OUTCOME}/activity", methods=["GET", "POST"])
@requires("activity.write")
def outcome_activity(reference: str, number: int) -> Response | tuple[str, int]:
    """Record the activity that an outcome became."""
    visit, outcome = _load(reference, number)
    form = _activity_form(visit, outcome)
    if form.validate_on_submit():
        with saving(form):
            details: Any = form.details()
            commands.make_activity_of_outcome(viewer(), visit, outcome, details)
            return done(N_("It is an activity now."), _address(visit, number))
        visit, outcome = _load(reference, number)
        form.areas.options = area_choices(viewer(), language())
    return _show(form, visit, N_("Make it an activity"), about=outcome)


@blueprint.post(f"{OUTCOME}/<string:became>/take-back")
@requires("visit.write")
def outcome_taken_back(reference: str, number: int, became: str) -> Response | tuple[str, int]:
    """Take back what an outcome became."""
    visit, outcome = _load(reference, number)
    acts = {
        "commitment": commands.take_back_commitment,
        "task": commands.take_back_task,
        "activity": commands.take_back_activity,
    }
    if became not in acts:
        raise NotFound(N_("There is no such record."))
    try:
        acts[became](viewer(), visit, outcome)
    except Invalid as error:
        return refused(error, url_for("visits.after", reference=reference, _anchor=f"outcome-{number}"))
    return done(N_("Taken back."), _address(visit, number))


def _load(reference: str, number: int) -> tuple[Visit, Outcome]:
    visit = get_visit(viewer(), reference)
    outcome = queries.find_outcome(visit, number)
    if outcome is None:
        raise NotFound(N_("There is no such record."))
    return visit, outcome


def _address(visit: Visit, place: int | str) -> str:
    """Back to an outcome, or to a section of the page."""
    anchor = f"outcome-{place}" if isinstance(place, int) else place
    return url_for("visits.after", reference=visit.reference, _anchor=anchor)


def _show(
    form: DetailsForm, visit: Visit, title: str, record: Any = None, about: Outcome | None = None
) -> tuple[str, int]:
    crumbs = _crumbs(visit)
    return show_form(
        "visits/outcome_form.html",
        form,
        record,
        title=title,
        crumbs=crumbs,
        cancel_url=crumbs[-1][1] if about is None else _address(visit, about.number),
        outcome=about,
    )


def _crumbs(visit: Visit) -> list[tuple[str, str]]:
    return [*visit_crumbs(visit), (gettext("Outcomes"), url_for("visits.after", reference=visit.reference))]


def _colleagues(visit: Visit) -> list[tuple[Any, str]]:
    return [(one, one.name) for one in queries.colleagues_of(viewer(), visit)]


def _commitment_options(visit: Visit) -> dict[str, Any]:
    agreements = queries.list_agreements_concerned(viewer(), visit)
    named = [(one, f"{one.title.text(language())} · {one.reference}") for one in agreements]
    return {"agreement": named, "officer": _colleagues(visit)}


def _activity_form(visit: Visit, outcome: Outcome) -> ActivityForm:
    """The form of an activity, filled in from the outcome and its visit."""
    known = {
        "home": visit.home,
        "owner": visit.owner,
        "department": visit.department,
        "disclosure": visit.disclosure,
        "partnerships": ties_of_visit(viewer(), visit),
        "visit": visit,
        "title_ko": commands.as_title(outcome.text_ko),
        "title_en": commands.as_title(outcome.text_en),
    }
    return ActivityForm(picker=ViewersPicker(), options={"areas": area_choices(viewer(), language())}, data=known)


def _outcome_options(visit: Visit) -> dict[str, Any]:
    happened = queries.list_happened(visit)
    items = [(one.item, one.item.title.text(language())) for one in happened]
    points = [(point, _point_line(one.item, point)) for one in happened for point in one.points]
    return {"item": items, "point": points}


def _point_line(item: ProgrammeItem, point: TalkingPoint) -> str:
    return f"{item.title.text(language())}: {point.topic.text(language())}"


def _outcome_initial(visit: Visit) -> dict[str, Any]:
    """The item and the talking point that the address names, and the reply as the first words."""
    happened = queries.list_happened(visit)
    number, point_id = request.args.get("item", type=int), request.args.get("point", type=int)
    point = next((point for one in happened for point in one.points if point.id == point_id), None)
    item = next((one.item for one in happened if one.item.number == number), None)
    initial: dict[str, Any] = {"item": item, "point": point}
    if point is not None:
        initial |= {"text_ko": point.reply_ko, "text_en": point.reply_en}
    return initial


add_part_pages(
    blueprint,
    OUTCOMES,
    PartPages(
        name="outcome",
        action="visit.write",
        form=OutcomeForm,
        load=get_visit,
        find=queries.find_outcome,
        add=commands.add_outcome,
        revise=commands.revise_outcome,
        archive=commands.archive_outcome,
        crumbs=_crumbs,
        title_new=N_("Record an outcome"),
        title_edit=N_("Change an outcome"),
        options=_outcome_options,
        initial=_outcome_initial,
    ),
)
