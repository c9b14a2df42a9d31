"""The guard at the door: every route names its action, and nobody passes without being allowed it."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

from flask import abort, current_app, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from partnerships.errors import NotAllowed
from partnerships.languages import N_
from partnerships.permissions import may
from partnerships.permissions.map import RULES

View = TypeVar("View", bound=Callable[..., Any])

# What a route names instead of an action when it is open to everybody.
OPEN = "open"


def requires(action: str) -> Callable[[View], View]:
    """Name the action of the permission map that a route carries out, or :data:`OPEN`."""
    if action != OPEN and action not in RULES:
        raise KeyError(f"{action} is not in the permission map")

    def name(view: View) -> View:
        view.action = action  # type: ignore[attr-defined]  # a view is a function; it carries its action with it
        return view

    return name


def action_of(endpoint: str) -> str | None:
    """The action that the route at ``endpoint`` named, or ``None`` when it named none."""
    return getattr(current_app.view_functions[endpoint], "action", None)


def refuse_unreadable() -> None:
    """An address with a NUL sign was made by a machine to do harm; no database reads it."""
    if "\0" in request.path or any("\0" in value for values in request.args.lists() for value in values[1]):
        abort(400)


def guard() -> Any:
    """Before each request: pass, ask to sign in, or refuse. What is known of the record is asked by the command."""
    if request.endpoint is None or request.endpoint == "static":
        return None
    action = action_of(request.endpoint)
    if action == OPEN:
        return None
    if not current_user.is_authenticated:
        return _ask_to_sign_in()
    if action is None or not may(current_user, action):
        raise NotAllowed(N_("Your account may not do this."))
    return None


def _ask_to_sign_in() -> Any:
    """Send to the sign-in page and from there back to what was wanted."""
    if request.headers.get("HX-Request"):
        # A part of a page was asked for: the whole page has to go, or the sign-in form would appear in its midst.
        page = urlsplit(request.headers.get("HX-Current-URL", ""))
        wanted = f"{page.path}?{page.query}" if page.query else page.path
        answer = Response(status=204)
        answer.headers["HX-Redirect"] = url_for("account.sign_in", next=wanted or None)
        return answer
    wanted = request.full_path.rstrip("?") if request.method == "GET" else ""
    return redirect(url_for("account.sign_in", next=wanted if wanted not in ("", "/") else None))
