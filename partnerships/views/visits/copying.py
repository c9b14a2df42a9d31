"""Copying a visit from an earlier one."""

from flask import url_for
from werkzeug.wrappers import Response

from partnerships.commands import visit as commands
from partnerships.forms.visit import CopyForm
from partnerships.languages import N_
from partnerships.queries.visit.copying import get_visit_to_copy, span_of
from partnerships.views.visits.blueprint import ONE, blueprint, visit_crumbs
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.saving import done, saving, show_form


@blueprint.route(f"{ONE}/copy", methods=["GET", "POST"])
@requires("visit.write")
def copy(reference: str) -> Response | tuple[str, int]:
    """Record a visit like this one on other days."""
    source = get_visit_to_copy(viewer(), reference)
    form = CopyForm(data={"title_ko": source.title_ko, "title_en": source.title_en})
    if form.validate_on_submit():
        with saving(form):
            made = commands.copy_visit(viewer(), source, **form.details())
            return done(N_("Copied."), url_for("visits.show", reference=made.reference))
        source = get_visit_to_copy(viewer(), reference)
    cancel_url = url_for("visits.show", reference=reference)
    span = span_of(source)
    return show_form("visits/copy.html", form, cancel_url=cancel_url, crumbs=visit_crumbs(source), span=span)
