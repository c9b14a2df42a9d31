"""Sessions in the browser: begun and ended whole, and no further address that leads out of the site."""

from flask import request, session, url_for
from flask_login import login_user, logout_user

from partnerships.models.account import User


def begin_session(user: User) -> None:
    """Sign ``user`` in with a new session, so that one planted before is worth nothing, until the browser closes."""
    session.clear()
    login_user(user)


def end_session() -> None:
    """End this session; only the language stays, so that the sign-in page can still be read."""
    language = session.get("language")
    logout_user()
    session.clear()
    if language:
        session["language"] = language


def within_the_site(address: str | None) -> str:
    """``address`` if it is a path of this site, else the first page: a link must not send a visitor elsewhere."""
    # Browsers take a backslash for a slash and drop control characters, so that neither may stand in a path.
    is_path = address is not None and address.startswith("/") and not address.startswith("//")
    if address is None or not is_path or "\\" in address or not address.isprintable():
        return url_for("dashboard.show")
    return address


def caller_address() -> str:
    """The network address that the request came from."""
    return request.remote_addr or ""
