"""The pages of one tie: its founding, how alive it is, what befell it."""

from partnerships.queries import partnership as queries
from partnerships.queries.audit import history_of
from partnerships.views.partnerships.blueprint import ONE, blueprint, show_page
from partnerships.web.current import today, viewer
from partnerships.web.guards import requires


@blueprint.get(ONE)
@requires("partnership.read")
def show(reference: str) -> str:
    """A tie: its founding, how alive it is, and everything that happened, on one line."""
    tie = queries.get_partnership(viewer(), reference)
    return show_page(
        "partnerships/show.html",
        reference,
        vitality=queries.explain_vitality(viewer(), tie, today()),
        happenings=queries.list_happenings(viewer(), tie),
    )


@blueprint.get(f"{ONE}/events")
@requires("partnership.read")
def events(reference: str) -> str:
    """What befell a tie, with reasons and bases."""
    return show_page("partnerships/events.html", reference)


@blueprint.get(f"{ONE}/agreements")
@requires("partnership.read")
def agreements(reference: str) -> str:
    """The agreements under a tie, and how they descend from one another."""
    return show_page("partnerships/agreements.html", reference)


@blueprint.get(f"{ONE}/visits")
@requires("partnership.read")
def visits(reference: str) -> str:
    """The visits under a tie."""
    return show_page("partnerships/visits.html", reference)


@blueprint.get(f"{ONE}/documents")
@requires("partnership.read")
def documents(reference: str) -> str:
    """The documents of a tie."""
    return show_page("partnerships/documents.html", reference)


@blueprint.get(f"{ONE}/history")
@requires("partnership.read")
def history(reference: str) -> str:
    """Who changed what of a tie."""
    entries = history_of(queries.get_partnership(viewer(), reference))
    return show_page("partnerships/history.html", reference, entries=entries)
