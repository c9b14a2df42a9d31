"""The first page after signing in."""

from flask import Blueprint, render_template

from partnerships.queries.dashboard import read_morning
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires

blueprint = Blueprint("dashboard", __name__)


@blueprint.get("/")
@requires("dashboard.read")
def show() -> str:
    """What an officer's morning needs: today, soon, due, ending."""
    return render_template("dashboard/show.html", morning=read_morning(viewer(), language(), today()))
