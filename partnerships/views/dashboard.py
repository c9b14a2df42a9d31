"""The first page after signing in."""

from flask import Blueprint, render_template

from partnerships.queries.dashboard import VISIT_HORIZON, read_morning
from partnerships.web.addresses import record_url
from partnerships.web.current import language, settings, today, viewer
from partnerships.web.guards import requires

blueprint = Blueprint("dashboard", __name__)


@blueprint.get("/")
@requires("dashboard.read")
def show() -> str:
    """What an officer's morning needs: today, this week, what waits, what ends, what is going quiet."""
    return render_template(
        "dashboard/show.html",
        morning=read_morning(viewer(), language(), today(), settings().visit_report_days),
        visits_soon={"from": today().isoformat(), "to": (today() + VISIT_HORIZON).isoformat()},
        record_url=record_url,
    )
