"""The health check: 200 once the database answers."""

from flask import Blueprint

from partnerships.queries.database import ping
from partnerships.web.guards import OPEN, requires

blueprint = Blueprint("health", __name__)


@blueprint.get("/health")
@requires(OPEN)
def show() -> tuple[dict[str, str], int]:
    """``{"status": "ok"}``, for supervisors and load balancers."""
    ping()
    return {"status": "ok"}, 200
