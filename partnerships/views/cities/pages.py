"""The pages of one city: what is known of it, its ties, its people, its documents."""

from flask import render_template

from partnerships.models.city import City
from partnerships.permissions import may_see
from partnerships.queries import city as queries
from partnerships.queries.audit import history_of
from partnerships.queries.document import documents_of
from partnerships.queries.listing import Named, Reader, read_listed_page
from partnerships.queries.organisation import OrganisationFilter, organisations_listed
from partnerships.queries.person import list_posts_in
from partnerships.views.cities.blueprint import ONE, blueprint
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires


@blueprint.get(ONE)
@requires("city.read")
def show(reference: str) -> str:
    """A city: what is known of it, with its sources."""
    city = queries.get_city(viewer(), reference)
    return render_template("cities/show.html", city=city, matters=queries.read_profile(city.facts))


@blueprint.get(f"{ONE}/partnerships")
@requires("city.read")
def partnerships(reference: str) -> str:
    """The ties of a city."""
    city = queries.get_city(viewer(), reference)
    return render_template(
        "cities/partnerships.html",
        city=city,
        ties=queries.list_ties_of(viewer(), city, language()),
        successors=_successors(city),
    )


def _successors(city: City) -> list[City]:
    """The cities that took the place of ``city``, to which its ties can be carried over."""
    followed = [one.successor for one in city.successions if not one.is_archived]
    return [one for one in followed if not one.is_archived and may_see(viewer(), one)]


@blueprint.get(f"{ONE}/people")
@requires("city.read")
def people(reference: str) -> str:
    """The people with posts in a city, and its organisations."""
    there = OrganisationFilter(city=Named(reference, reference))
    city = queries.get_city(viewer(), reference)
    return render_template(
        "cities/people.html",
        city=city,
        posts=list_posts_in(viewer(), language(), today(), city=city),
        page=read_listed_page(organisations_listed(Reader(viewer(), language(), today()), there), 1),
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
