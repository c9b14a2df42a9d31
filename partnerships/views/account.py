"""Signing in and out, and one's own account."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from partnerships.adapters.clock import utc_now
from partnerships.commands import account as commands
from partnerships.commands.password import change_password
from partnerships.errors import Invalid
from partnerships.forms.account import PasswordForm, PreferencesForm, SignInForm
from partnerships.languages import N_, Language
from partnerships.queries.account import has_any_user, list_sign_ins
from partnerships.web.current import home_name, viewer
from partnerships.web.guards import OPEN, requires
from partnerships.web.saving import done, saving, show_form, told
from partnerships.web.sessions import begin_session, caller_address, end_session, within_the_site

blueprint = Blueprint("account", __name__)


@blueprint.route("/sign-in", methods=["GET", "POST"])
@requires(OPEN)
def sign_in() -> Response | tuple[str, int]:
    """Sign in with an e-mail address and a password."""
    wanted = within_the_site(request.args.get("next"))
    if request.method == "GET" and current_user.is_authenticated:
        return redirect(wanted, 303)
    form = SignInForm()
    if form.validate_on_submit():
        try:
            user = commands.sign_in(form.email.data or "", form.password.data or "", caller_address(), utc_now())
        except Invalid as error:
            form.form_errors.append(told(error))
        else:
            begin_session(user)
            return redirect(wanted, 303)
    page = render_template("account/sign_in.html", form=form, home_name=home_name(), is_new=not has_any_user())
    return page, 422 if form.errors else 200


@blueprint.post("/sign-out")
@requires("account.own")
def sign_out() -> Response:
    """End this session."""
    session["language"] = str(viewer().language)
    end_session()
    return redirect(url_for("account.sign_in"), 303)


@blueprint.route("/account", methods=["GET", "POST"])
@requires("account.own")
def show() -> Response | tuple[str, int]:
    """One's own account, and how one wants to see the product."""
    form = PreferencesForm(obj=viewer())
    if form.validate_on_submit():
        with saving(form):
            commands.set_preferences(viewer(), **form.details())
            return done(N_("Saved."), url_for("account.show"))
    return show_form("account/show.html", form, sign_ins=list_sign_ins(viewer()))


@blueprint.route("/account/password", methods=["GET", "POST"])
@requires("account.own")
def password() -> Response | tuple[str, int]:
    """Change one's own password; all other sessions end."""
    form = PasswordForm()
    if form.validate_on_submit():
        with saving(form):
            user = viewer()
            change_password(user, form.old_password.data or "", form.password.data or "", caller_address(), utc_now())
            begin_session(user)
            return done(N_("Your password is changed. You are signed out everywhere else."), url_for("account.show"))
    return show_form("account/password.html", form, cancel_url=url_for("account.show"))


@blueprint.post("/account/sign-out-everywhere")
@requires("account.own")
def sign_out_everywhere() -> Response:
    """End all sessions of one's own account, this one too."""
    session["language"] = str(viewer().language)
    commands.sign_out_everywhere(viewer())
    end_session()
    return done(N_("You are signed out everywhere."), url_for("account.sign_in"))


@blueprint.post("/language")
@requires(OPEN)
def choose_language() -> Response:
    """Read on in the other language; kept with the account, before signing in with the session."""
    wanted = request.form.get("language")
    if wanted in list(Language):
        if current_user.is_authenticated:
            commands.set_language(viewer(), Language(wanted))
        else:
            session["language"] = wanted
    return redirect(within_the_site(request.form.get("next")), 303)
