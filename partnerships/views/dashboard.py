"""The first page after signing in."""

from flask import Blueprint, render_template

from partnerships.web.guards import requires

blueprint = Blueprint("dashboard", __name__)


@blueprint.get("/")
@requires("dashboard.read")
def show() -> str:
    """What an officer's morning needs."""
    return render_template("dashboard/show.html")
