"""Pages of activities: the list, an activity with what it is evidence of, its documents, history and form."""

from typing import Any

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from partnerships.commands import activity as commands
from partnerships.forms.activity import ActivityForm
from partnerships.languages import N_
from partnerships.models.activity import ActivityDirection, ActivityKind
from partnerships.models.base import Disclosure
from partnerships.queries import activity as queries
from partnerships.queries.agreement.evidence import list_shown_by
from partnerships.queries.audit import history_of
from partnerships.queries.cooperation_area import area_choices
from partnerships.queries.document import documents_of
from partnerships.queries.visit import get_visit
from partnerships.web import listing
from partnerships.web.current import language, viewer
from partnerships.web.guards import requires
from partnerships.web.listing import Column
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("activities", __name__, url_prefix="/activities")

ONE = "/<reference('ACT'):reference>"


listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Activities"),
        action="activity.read",
        template="activities/list.html",
        filter=queries.ActivityFilter,
        listed=queries.activities_listed,
        conditions=(
            listing.Words("q", N_("Title of the activity"), "text", hint=N_("Title, place, outcome or number")),
            listing.choice("kind", N_("Kind"), ActivityKind),
            listing.Picked("city", N_("City"), noun="city"),
            listing.year(N_("Year"), lambda: queries.list_activity_years(viewer())),
            listing.cooperation_area(),
            listing.choice("direction", N_("Direction"), ActivityDirection),
            *listing.desk(),
            listing.MINE,
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="-latest",
        columns=(
            Column(N_("Number"), "reference", 15),
            Column(N_("Title of the activity"), "title", 44),
            Column(N_("Title in the other language"), listing.unlike("title_other", "title"), 44),
            Column(N_("Kind"), "kind", 16),
            Column(N_("Cities"), "cities", 24),
            Column(N_("Begins"), "starts", is_dated=True),
            Column(N_("Ends"), "ends", is_dated=True),
            Column(N_("Place"), "place", 24),
            Column(N_("Direction"), "direction", 14),
            Column(N_("Areas"), "areas", 24),
            Column(N_("People of the home side"), "home_people", 10),
            Column(N_("People of the other side"), "partner_people", 10),
            Column(N_("Costs"), "cost", 14),
            Column(N_("Currency"), "currency", 8),
            Column(N_("Came of the visit"), "visit_reference", 15),
            Column(N_("Home side"), "home_name", 18),
            Column(N_("Department"), "department", 22),
            Column(N_("Officer in charge"), "officer"),
            Column(N_("Example"), "is_example", 8),
        ),
    ),
)


@blueprint.get(ONE)
@requires("activity.read")
def show(reference: str) -> str:
    """An activity: with whom, on what, what came of it, and the commitments that it shows were kept."""
    activity = queries.get_activity(viewer(), reference)
    return render_template("activities/show.html", activity=activity, shown=list_shown_by(viewer(), activity))


@blueprint.get(f"{ONE}/documents")
@requires("activity.read")
def documents(reference: str) -> str:
    """The documents of an activity."""
    activity = queries.get_activity(viewer(), reference)
    found = documents_of(viewer(), activity)
    return render_template("activities/documents.html", activity=activity, owner=activity, documents=found)


@blueprint.get(f"{ONE}/history")
@requires("activity.read")
def history(reference: str) -> str:
    """Who changed what of an activity."""
    activity = queries.get_activity(viewer(), reference)
    return render_template("activities/history.html", activity=activity, entries=history_of(activity))


@blueprint.route("/new", methods=["GET", "POST"])
@requires("activity.write")
def create() -> Response | tuple[str, int]:
    """Record an activity; the address may name the visit that it came of."""
    form = ActivityForm(picker=ViewersPicker(), options=_options(), data=_initial())
    if form.validate_on_submit():
        with saving(form):
            activity = commands.record_activity(viewer(), **form.details())
            return done(N_("Saved."), url_for("activities.show", reference=activity.reference))
        form = _with_fresh_options(form)
    return show_form("activities/edit.html", form, cancel_url=url_for("activities.list"))


def _initial() -> dict[str, Any]:
    homes = viewer().homes
    initial: dict[str, Any] = {"home": homes[0] if homes else None, "owner": viewer()}
    if reference := request.args.get("visit"):
        visit = get_visit(viewer(), reference)
        initial |= {
            "visit": visit,
            "home": visit.home,
            "partnerships": queries.ties_of_visit(viewer(), visit),
            "department": visit.department,
            "disclosure": visit.disclosure.stricter(Disclosure.INTERNAL),
        }
    return initial


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("activity.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change an activity."""
    activity = queries.get_activity(viewer(), reference)
    form = ActivityForm(obj=activity, picker=ViewersPicker(), options=_options())
    address = url_for("activities.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_activity(viewer(), activity, form.version.number, **form.details())
            return done(N_("Saved."), address)
        activity = queries.get_activity(viewer(), reference)
        form = _with_fresh_options(form)
    return show_form("activities/edit.html", form, activity, cancel_url=address)


def _options() -> dict[str, Any]:
    return {"areas": area_choices(viewer(), language())}


def _with_fresh_options(form: ActivityForm) -> ActivityForm:
    """``form`` with boxes read again: a refusal rolled back the session in which the first ones stood."""
    form.areas.options = _options()["areas"]
    return form


@blueprint.post(f"{ONE}/archive")
@requires("activity.write")
def archive(reference: str) -> Response:
    """Put an activity away."""
    commands.archive_activity(viewer(), queries.get_activity(viewer(), reference))
    return done(N_("Archived."), url_for("activities.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("activity.write")
def restore(reference: str) -> Response:
    """Bring an activity back."""
    commands.restore_activity(viewer(), queries.get_activity(viewer(), reference))
    return done(N_("Restored."), url_for("activities.show", reference=reference))
