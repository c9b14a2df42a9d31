"""Error pages: what happened and what to do next, in the reader's language, never a traceback."""

from typing import Any

from flask import Flask, render_template
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

from partnerships.errors import Conflict, DomainError, NotAllowed, NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.web.saving import told

_TITLES = {
    400: N_("The page could not read what was sent"),
    403: N_("Your account may not do this"),
    404: N_("There is no such page or record"),
    405: N_("The page could not read what was sent"),
    409: N_("Somebody else was quicker"),
    413: N_("The file is too large"),
    422: N_("This cannot be done"),
    500: N_("Something went wrong on our side"),
}
_ADVICE = {
    400: N_("Go back, reload the page and try again."),
    403: N_("Ask a coordinator or an administrator if you need to."),
    404: N_("It may have moved, or it is restricted. Check the address or look for it in the list."),
    405: N_("Go back, reload the page and try again."),
    409: N_("Go back, reload the page and try again."),
    413: N_("Attach a smaller file."),
    422: N_("Go back and check what was entered."),
    500: N_("Nothing was saved. Try again; if it happens once more, tell the administrator when it was."),
}


def register_error_pages(app: Flask) -> None:
    """Have every error answered by a page of ours."""
    app.register_error_handler(NotFound, lambda _error: _page(404))
    app.register_error_handler(NotAllowed, lambda _error: _page(403))
    app.register_error_handler(Conflict, lambda error: _page(409, told(error)))
    app.register_error_handler(DomainError, lambda error: _page(422, told(error)))
    app.register_error_handler(CSRFError, _expired)
    app.register_error_handler(HTTPException, _http)


def _http(error: HTTPException) -> Any:
    if error.code is None or error.code < 400:
        return error
    if isinstance(error, InternalServerError):
        # The session may hold the half of an act that failed; the error page must not flush it.
        db.session.rollback()
    return _page(error.code)


def _expired(_error: CSRFError) -> tuple[str, int]:
    return _page(400, gettext("The form had been open for too long or in another sign-in."))


def _page(code: int, message: str | None = None) -> tuple[str, int]:
    title = gettext(_TITLES.get(code, _TITLES[400]))
    advice = gettext(_ADVICE.get(code, _ADVICE[400]))
    return render_template("errors/page.html", title=title, message=message, advice=advice), code
