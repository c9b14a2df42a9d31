"""Pages of cooperation areas: the managed list, an area with what falls under it, and its form."""

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from partnerships.commands import cooperation_area as commands
from partnerships.forms.cooperation_area import AreaForm
from partnerships.languages import N_
from partnerships.queries import cooperation_area as queries
from partnerships.queries.audit import history_of
from partnerships.web.addresses import record_url
from partnerships.web.current import language, page_number, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("areas", __name__, url_prefix="/cooperation-areas")

ONE = "/<reference('ARE'):reference>"


@blueprint.get("", endpoint="list")
@requires("area.read")
def list_all() -> str:
    """Cooperation areas in their order."""
    wanted = queries.AreaFilter(text=request.args.get("q"), archived="archived" in request.args)
    page = queries.list_areas(viewer(), wanted, language(), page_number())
    return render_template("areas/list.html", page=page, wanted=wanted)


@blueprint.get(ONE)
@requires("area.read")
def show(reference: str) -> str:
    """An area: what it is divided into, and the agreements that name it."""
    area = queries.get_area(viewer(), reference)
    return render_template(
        "areas/show.html",
        area=area,
        narrower=queries.list_narrower(viewer(), area),
        agreements=queries.list_agreements_in(viewer(), area, language()),
        record_url=record_url,
    )


@blueprint.get(f"{ONE}/history")
@requires("area.read")
def history(reference: str) -> str:
    """Who changed what of an area."""
    area = queries.get_area(viewer(), reference)
    return render_template("areas/history.html", area=area, entries=history_of(area))


@blueprint.route("/new", methods=["GET", "POST"])
@requires("area.manage")
def create() -> Response | tuple[str, int]:
    """Add an area to the list."""
    form = AreaForm(picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            area = commands.record_area(viewer(), **form.details())
            return done(N_("Saved."), url_for("areas.show", reference=area.reference))
    return show_form("areas/edit.html", form, cancel_url=url_for("areas.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("area.manage")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change an area."""
    area = queries.get_area(viewer(), reference)
    form = AreaForm(obj=area, picker=ViewersPicker())
    address = url_for("areas.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_area(viewer(), area, form.version.number, **form.details())
            return done(N_("Saved."), address)
        area = queries.get_area(viewer(), reference)
    return show_form("areas/edit.html", form, area, cancel_url=address)


@blueprint.post(f"{ONE}/archive")
@requires("area.manage")
def archive(reference: str) -> Response:
    """Put an area away."""
    commands.archive_area(viewer(), queries.get_area(viewer(), reference))
    return done(N_("Archived."), url_for("areas.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("area.manage")
def restore(reference: str) -> Response:
    """Bring an area back."""
    commands.restore_area(viewer(), queries.get_area(viewer(), reference))
    return done(N_("Restored."), url_for("areas.show", reference=reference))
