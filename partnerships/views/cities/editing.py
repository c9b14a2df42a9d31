"""Recording a city, changing it, putting it away."""

from typing import Any

from flask import render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from partnerships.commands import city as commands
from partnerships.forms.city import CityForm, NewCityForm, RenamingForm
from partnerships.languages import N_
from partnerships.queries import city as queries
from partnerships.queries.gazetteer import details_of, find_in_gazetteer
from partnerships.views.cities.blueprint import ONE, blueprint
from partnerships.web.current import gazetteer, language, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route("/new", methods=["GET", "POST"])
@requires("city.write")
def create() -> Response | tuple[str, int]:
    """Record a city, filled in from the gazetteer or by hand."""
    form = NewCityForm(picker=ViewersPicker(), data=_found(request.args.get("geonames", type=int)))
    if form.validate_on_submit():
        with saving(form):
            try:
                city = commands.record_city(viewer(), **form.details())
            except commands.SameName as error:
                told = render_template("cities/_namesakes.html", namesakes=error.namesakes)
                form.offer_another_place(Markup(told))  # noqa: S704  # our own template
                raise
            return done(N_("Saved."), url_for("cities.show", reference=city.reference))
    wanted = request.args.get("gazetteer", "")
    matches = find_in_gazetteer(viewer(), gazetteer(), wanted, language())
    return show_form("cities/edit.html", form, wanted=wanted, matches=matches, cancel_url=url_for("cities.list"))


def _found(number: int | None) -> dict[str, Any]:
    """What the gazetteer knows of the city with this GeoNames number, by fields of the form."""
    place = gazetteer().find(number) if number else None
    return details_of(place, language()) if place else {}


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("city.write")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change a city; ``?geonames=…`` fills in from the gazetteer what is empty."""
    city = queries.get_city(viewer(), reference)
    form = CityForm(obj=city, picker=ViewersPicker())
    filled = not form.is_submitted() and form.fill_gaps(_found(request.args.get("geonames", type=int)))
    address = url_for("cities.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_city(viewer(), city, form.version.number, **form.details())
            return done(N_("Saved."), address)
        city = queries.get_city(viewer(), reference)
    wanted = request.args.get("gazetteer")
    matches = find_in_gazetteer(viewer(), gazetteer(), wanted or "", language(), city.country)
    return show_form("cities/edit.html", form, city, wanted=wanted, matches=matches, filled=filled, cancel_url=address)


@blueprint.route(f"{ONE}/new-name", methods=["GET", "POST"])
@requires("city.write")
def rename(reference: str) -> Response | tuple[str, int]:
    """Give a city a new name; the old one is kept."""
    city = queries.get_city(viewer(), reference)
    form = RenamingForm(obj=city, picker=ViewersPicker())
    address = url_for("cities.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.rename_city(viewer(), city, form.version.number, **form.details())
            return done(N_("Saved."), address)
        city = queries.get_city(viewer(), reference)
    return show_form("cities/rename.html", form, city, cancel_url=address)


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
