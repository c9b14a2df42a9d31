"""Signing in and out, and one's own account."""

from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_login import current_user, login_user, logout_user
from werkzeug.wrappers import Response

from partnerships.adapters.clock import utc_now
from partnerships.commands.account import set_language, sign_in as sign_in_with
from partnerships.errors import Invalid
from partnerships.forms.account import SignInForm
from partnerships.languages import Language
from partnerships.web.current import viewer
from partnerships.web.guards import OPEN, requires
from partnerships.web.saving import told

blueprint = Blueprint("account", __name__)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@requires(OPEN)
def sign_in() -> Response | tuple[str, int]:
    """Sign in with an e-mail address and a password."""
    form = SignInForm()
    if form.validate_on_submit():
        try:
            user = sign_in_with(form.email.data, form.password.data, request.remote_addr or "", utc_now())
        except Invalid as error:
            form.form_errors.append(told(error))
        else:
            # A new session, so that one planted before signing in is worth nothing.
            session.clear()
            login_user(user)
            return redirect(_within_the_site(request.args.get("next")), 303)
    return render_template("account/sign_in.html", form=form), 422 if form.errors else 200


@blueprint.post("/sign-out")
@requires("account.own")
def sign_out() -> Response:
    """End this session."""
    logout_user()
    session.clear()
    return redirect(url_for("account.sign_in"), 303)


@blueprint.get("/account")
@requires("account.own")
def show() -> str:
    """One's own account."""
    return render_template("account/show.html")


@blueprint.post("/language")
@requires(OPEN)
def choose_language() -> Response:
    """Read on in the other language; kept with the account, before signing in with the session."""
    wanted = request.form.get("language")
    if wanted in list(Language):
        if current_user.is_authenticated:
            set_language(viewer(), Language(wanted))
        else:
            session["language"] = wanted
    return redirect(_within_the_site(request.form.get("next")), 303)


def _within_the_site(address: str | None) -> str:
    """``address`` if it is a path of this site, else the first page: a link must not send a visitor elsewhere."""
    parts = urlsplit(address or "")
    is_path = bool(address) and not parts.scheme and not parts.netloc and parts.path.startswith("/")
    is_path = is_path and not str(address).startswith("//") and "\\" not in str(address)
    return str(address) if is_path else url_for("dashboard.show")
