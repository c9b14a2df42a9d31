"""Cities in a list."""

from flask import render_template, request

from partnerships.models.city import CityLevel
from partnerships.queries import city as queries
from partnerships.queries.countries import country_name
from partnerships.views.cities.blueprint import blueprint
from partnerships.web.current import language, page_number, viewer
from partnerships.web.guards import requires


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
