"""The pages of one city: what is known of it, its ties, its people, its documents."""

from flask import render_template

from partnerships.queries import city as queries
from partnerships.queries.audit import history_of
from partnerships.queries.document import documents_of
from partnerships.queries.organisation import OrganisationFilter, list_organisations
from partnerships.queries.person import list_posts_in
from partnerships.views.cities.blueprint import ONE, blueprint
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires


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
