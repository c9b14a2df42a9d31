"""Recording a tie, changing it, putting it away."""

from typing import Any

from flask import url_for
from werkzeug.wrappers import Response

from partnerships.commands import partnership as commands
from partnerships.forms.partnership import NewPartnershipForm, PartnershipForm
from partnerships.languages import N_
from partnerships.queries import partnership as queries
from partnerships.queries.city import list_homes
from partnerships.views.partnerships.blueprint import ONE, blueprint
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route("/new", methods=["GET", "POST"])
@requires("partnership.write")
def create() -> Response | tuple[str, int]:
    """Record a tie, with the first claim of its founding."""
    form = NewPartnershipForm(picker=ViewersPicker(), data={"home": _own_home()})
    existing = None
    if form.validate_on_submit():
        with saving(form):
            try:
                tie = commands.record_partnership(viewer(), **form.details())
            except commands.AlreadyTied as error:
                existing = error.reference
                raise
            return done(N_("Saved."), url_for("partnerships.show", reference=tie.reference))
    return show_form("partnerships/edit.html", form, existing=existing, cancel_url=url_for("partnerships.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("partnership.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change a tie."""
    tie = queries.get_partnership(viewer(), reference)
    form = PartnershipForm(obj=tie, picker=ViewersPicker())
    address = url_for("partnerships.show", reference=reference)
    existing = None
    if form.validate_on_submit():
        with saving(form):
            try:
                commands.revise_partnership(viewer(), tie, form.version.number, **form.details())
            except commands.AlreadyTied as error:
                existing = error.reference
                raise
            return done(N_("Saved."), address)
        tie = queries.get_partnership(viewer(), reference)
    return show_form("partnerships/edit.html", form, tie, existing=existing, cancel_url=address)


@blueprint.post(f"{ONE}/archive")
@requires("partnership.write")
def archive(reference: str) -> Response:
    """Put a tie away."""
    commands.archive_partnership(viewer(), queries.get_partnership(viewer(), reference))
    return done(N_("Archived."), url_for("partnerships.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("partnership.write")
def restore(reference: str) -> Response:
    """Bring a tie back."""
    commands.restore_partnership(viewer(), queries.get_partnership(viewer(), reference))
    return done(N_("Restored."), url_for("partnerships.show", reference=reference))


def _own_home() -> Any:
    """The home side that a new tie most likely has: the first of the officer's own."""
    return next((home for home in list_homes() if home.id in viewer().home_ids), None)
