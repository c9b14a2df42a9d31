"""Recording a city, changing it, putting it away."""

from flask import url_for
from werkzeug.wrappers import Response

from partnerships.commands import city as commands
from partnerships.forms.city import CityForm, NewCityForm
from partnerships.languages import N_
from partnerships.queries import city as queries
from partnerships.views.cities.blueprint import ONE, blueprint
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route("/new", methods=["GET", "POST"])
@requires("city.write")
def create() -> Response | tuple[str, int]:
    """Record a city."""
    form = NewCityForm(picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            city = commands.record_city(viewer(), **form.details())
            return done(N_("Saved."), url_for("cities.show", reference=city.reference))
    return show_form("cities/edit.html", form, cancel_url=url_for("cities.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("city.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change a city."""
    city = queries.get_city(viewer(), reference)
    form = CityForm(obj=city, picker=ViewersPicker())
    address = url_for("cities.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_city(viewer(), city, form.version.number, **form.details())
            return done(N_("Saved."), address)
        city = queries.get_city(viewer(), reference)
    return show_form("cities/edit.html", form, city, cancel_url=address)


@blueprint.post(f"{ONE}/archive")
@requires("city.write")
def archive(reference: str) -> Response:
    """Put a city away."""
    commands.archive_city(viewer(), queries.get_city(viewer(), reference))
    return done(N_("Archived."), url_for("cities.show", reference=reference))


@blueprint.post(f"{ONE}/restore")
@requires("city.write")
def restore(reference: str) -> Response:
    """Bring a city back."""
    commands.restore_city(viewer(), queries.get_city(viewer(), reference))
    return done(N_("Restored."), url_for("cities.show", reference=reference))
