"""Entering several parties at once, and setting the agreement's date by its signatures."""

from datetime import date

from flask import render_template, request, url_for
from werkzeug.wrappers import Response

from partnerships.commands import agreement as commands
from partnerships.errors import Invalid
from partnerships.forms.agreement import PartiesForm
from partnerships.languages import N_
from partnerships.queries import agreement as queries
from partnerships.views.agreements.blueprint import ONE, agreement_crumbs, blueprint
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form, told


@blueprint.route(f"{ONE}/parties/several", methods=["GET", "POST"])
@requires("agreement.write")
def parties(reference: str) -> Response | tuple[str, int]:
    """Add several parties at once: a city and its districts, two councils and a foundation."""
    agreement = queries.get_agreement(viewer(), reference)
    form = PartiesForm(picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            commands.add_parties(viewer(), agreement, **form.details())
            return done(N_("Saved."), url_for("agreements.show", reference=reference))
        agreement = queries.get_agreement(viewer(), reference)
    return show_form(
        "layouts/part.html",
        form,
        crumbs=agreement_crumbs(agreement),
        title=N_("Add several parties"),
        archive_url=None,
    )


@blueprint.post(f"{ONE}/signed-date")
@requires("agreement.write")
def date_by_signatures(reference: str) -> Response | tuple[str, int]:
    """Let the agreement bear the day on which the last party signed."""
    agreement = queries.get_agreement(viewer(), reference)
    address = url_for("agreements.show", reference=reference)
    try:
        day = request.form.get("day", "")
        commands.date_by_signatures(viewer(), agreement, date.fromisoformat(day) if day else date.min)
    except (Invalid, ValueError) as error:
        refusal = error if isinstance(error, Invalid) else Invalid(None, N_("Enter a full date such as 2013.10.21."))
        return render_template("errors/refused.html", message=told(refusal), back=address), 422
    return done(N_("Saved."), address)
