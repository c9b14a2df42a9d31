"""What the pages of the watch share: the filter in the address, the tabs with their counts."""

from typing import Any

from flask import Blueprint, render_template, request

from partnerships.models.agreement import WatchKind
from partnerships.queries import watch as queries
from partnerships.queries.partnership import count_anniversaries
from partnerships.web.current import language, today, viewer

blueprint = Blueprint("watch", __name__, url_prefix="/watch")

ONE = "/<reference('AGR'):reference>"


def wanted_from_address() -> queries.WatchFilter:
    """What the address narrows the page to."""
    return queries.WatchFilter(
        mine="mine" in request.args,
        department=request.args.get("department") or None,
        kind=next((kind for kind in WatchKind if kind == request.args.get("kind")), None),
        home=request.args.get("home") or None,
        when=next((when for when in queries.Urgency if when == request.args.get("when")), None),
    )


def show_page(template: str, **context: Any) -> str:
    """A page of the watch with its tabs."""
    return render_template(
        template,
        unknown_terms=queries.count_unknown_terms(viewer(), today()),
        pending_approvals=queries.count_pending_approvals(viewer(), language()),
        anniversaries_ahead=count_anniversaries(viewer(), today()),
        **context,
    )


def filter_choices() -> dict[str, Any]:
    """What the filter bar offers."""
    return {
        "departments": queries.list_departments(viewer(), language()),
        "homes": queries.list_own_homes(viewer(), language()),
        "kinds": WatchKind,
        "urgencies": queries.Urgency,
    }
