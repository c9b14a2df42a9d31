"""Moving an agreement on in its life."""

from flask import render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import agreement as commands
from partnerships.forms.agreement import (
    MoveForm,
)
from partnerships.languages import N_
from partnerships.queries import agreement as queries
from partnerships.views.agreements.blueprint import (
    ONE,
    blueprint,
)
from partnerships.web.current import today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route(f"{ONE}/status", methods=["GET", "POST"])
@requires("agreement.write")
def move(reference: str) -> Response | tuple[str, int]:
    """Move an agreement on in its life, with a reason."""
    agreement = queries.get_agreement(viewer(), reference)
    moves = commands.allowed_moves(viewer(), agreement, today())
    address = url_for("agreements.show", reference=reference)
    if not moves:
        return render_template(
            "errors/refused.html", message=gettext("From where it stands you cannot move it on."), back=address
        ), 422
    form = MoveForm(obj=agreement, picker=ViewersPicker())
    form.offer(moves)
    if form.validate_on_submit():
        with saving(form):
            version, details = form.version.number, form.details()
            commands.move_agreement(viewer(), agreement, today=today(), version=version, **details)
            return done(N_("The status is changed."), address)
        agreement = queries.get_agreement(viewer(), reference)
    standing = agreement.status_on(today())
    return show_form("agreements/move.html", form, agreement, standing=standing, cancel_url=address)
