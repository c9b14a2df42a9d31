"""Pages of cities: the list, a city with its facts, places, documents and history, and their forms."""

from flask import Blueprint, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import city as commands
from partnerships.forms.city import CityForm, FactForm, NewCityForm, PlaceForm
from partnerships.languages import N_
from partnerships.models.city import City, CityLevel
from partnerships.queries import city as queries
from partnerships.queries.audit import history_of
from partnerships.queries.countries import country_name
from partnerships.queries.document import documents_of
from partnerships.queries.organisation import OrganisationFilter, list_organisations
from partnerships.queries.person import list_posts_in
from partnerships.web.current import language, page_number, today, viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("cities", __name__, url_prefix="/cities")

ONE = "/<reference('CTY'):reference>"


@blueprint.get("", endpoint="list")
@requires("city.read")
def list_all() -> str:
    """Cities, narrowed by the address."""
    levels = [level for level in CityLevel if level == request.args.get("level")]
    wanted = queries.CityFilter(
        text=request.args.get("q"),
        country=request.args.get("country"),
        level=levels[0] if levels else None,
        archived="archived" in request.args,
    )
    page = queries.list_cities(viewer(), wanted, language(), page_number())
    countries = sorted((country_name(code, language()), code) for code in queries.list_countries(viewer()))
    return render_template("cities/list.html", page=page, wanted=wanted, countries=countries, levels=CityLevel)


@blueprint.get(ONE)
@requires("city.read")
def show(reference: str) -> str:
    """A city: what is known of it, with its sources."""
    return render_template("cities/show.html", city=queries.get_city(viewer(), reference))


@blueprint.get(f"{ONE}/partnerships")
@requires("city.read")
def partnerships(reference: str) -> str:
    """The ties of a city."""
    city = queries.get_city(viewer(), reference)
    return render_template("cities/partnerships.html", city=city, ties=queries.list_ties_of(viewer(), city, language()))


@blueprint.get(f"{ONE}/people")
@requires("city.read")
def people(reference: str) -> str:
    """The people with posts in a city, and its organisations."""
    city = queries.get_city(viewer(), reference)
    return render_template(
        "cities/people.html",
        city=city,
        posts=list_posts_in(viewer(), language(), today(), city=city),
        page=list_organisations(viewer(), OrganisationFilter(city=reference), language()),
    )


@blueprint.get(f"{ONE}/documents")
@requires("city.read")
def documents(reference: str) -> str:
    """The documents of a city."""
    city = queries.get_city(viewer(), reference)
    return render_template("cities/documents.html", city=city, owner=city, documents=documents_of(viewer(), city))


@blueprint.get(f"{ONE}/history")
@requires("city.read")
def history(reference: str) -> str:
    """Who changed what of a city."""
    city = queries.get_city(viewer(), reference)
    return render_template("cities/history.html", city=city, entries=history_of(city))


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


def _crumbs(city: City) -> list[tuple[str, str]]:
    return [
        (gettext("Cities"), url_for("cities.list")),
        (city.name.text(language()), url_for("cities.show", reference=city.reference)),
    ]


add_part_pages(
    blueprint,
    f"{ONE}/facts",
    PartPages(
        name="fact",
        action="city.write",
        form=FactForm,
        load=queries.get_city,
        find=queries.find_fact,
        add=commands.add_fact,
        revise=commands.revise_fact,
        archive=commands.archive_fact,
        crumbs=_crumbs,
        title_new=N_("Add to the profile"),
        title_edit=N_("Change an entry of the profile"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/places",
    PartPages(
        name="place",
        action="city.write",
        form=PlaceForm,
        load=queries.get_city,
        find=queries.find_place,
        add=commands.add_place,
        revise=commands.revise_place,
        archive=commands.archive_place,
        crumbs=_crumbs,
        title_new=N_("Add a place"),
        title_edit=N_("Change a place"),
    ),
)
