"""What is on today, of all visits; and the page and the worker that stand in while there is no connection."""

from flask import Blueprint, Response, render_template

from partnerships.adapters.clock import utc_now
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.queries.visit import during as queries
from partnerships.web.assets import asset_text
from partnerships.web.current import settings, viewer
from partnerships.web.guards import requires

blueprint = Blueprint("today", __name__)


@blueprint.get("/today")
@requires("visit.read")
def show() -> str:
    """The visits that are on, one's own first: what goes on, what comes next, whom to call."""
    now = utc_now()
    visits = queries.list_visits_on(viewer(), now, settings().home_zone)
    moments = {visit.id: queries.moment_of(_present_items(visit), now) for visit in visits}
    shown = [item for moment in moments.values() for item in (*moment.now, *moment.next)]
    return render_template(
        "today/show.html",
        visits=visits,
        own={visit.id for visit in visits if queries.is_own(viewer(), visit)},
        moments=moments,
        heads={item.id: queries.heads_of(item) for item in shown},
        contacts={visit.id: queries.contacts_of(viewer(), visit, []) for visit in visits},
    )


@blueprint.get("/today/offline")
@requires("visit.read")
def offline() -> str:
    """What the browser shows while there is no connection: what it keeps and has not sent yet, and no record."""
    return render_template("today/offline.html")


@blueprint.get("/today-worker.js")
@requires("visit.read")
def worker() -> Response:
    """The script that shows the page above; at the root, so that it stands in for the pages of today alone."""
    return Response(asset_text("today_worker.js"), mimetype="text/javascript")


def _present_items(visit: Visit) -> list[ProgrammeItem]:
    now = utc_now()
    return [item for item in visit.items if item.day == queries.local_day(item, now)]
