"""Pages behind one-time links: setting a password, and creating the first administrator of an empty installation."""

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from partnerships.adapters.clock import utc_now
from partnerships.commands.account import FirstHome, create_first_administrator
from partnerships.commands.password import set_password as set_password_by_link
from partnerships.errors import NotFound
from partnerships.forms.account import FirstAdministratorForm, SetPasswordForm
from partnerships.languages import N_
from partnerships.queries.account import find_link, has_any_user
from partnerships.queries.city import list_homes
from partnerships.web.current import home_name, language, settings
from partnerships.web.guards import OPEN, requires
from partnerships.web.saving import done, saving, show_form
from partnerships.web.sessions import end_session

blueprint = Blueprint("links", __name__)


@blueprint.route("/set-password/<secret>", methods=["GET", "POST"])
@requires(OPEN)
def set_password(secret: str) -> Response | tuple[str, int]:
    """Set the password of the account that the link was made for; looking at the page does not use the link up."""
    link = find_link(secret, utc_now())
    if link is None or link.user is None:
        return _used_up()
    form = SetPasswordForm()
    if form.validate_on_submit():
        try:
            with saving(form):
                set_password_by_link(secret, form.password.data or "", utc_now())
                return _go_and_sign_in(N_("Your password is set. Sign in with it."))
        except NotFound:
            return _used_up()
        link = find_link(secret, utc_now())
        if link is None or link.user is None:
            return _used_up()
    return show_form("account/set_password.html", form, account=link.user, home_name=home_name())


@blueprint.route("/first-administrator/<secret>", methods=["GET", "POST"])
@requires(OPEN)
def first_administrator(secret: str) -> Response | tuple[str, int]:
    """Create the first administrator, and the home city where there is none yet."""
    link = find_link(secret, utc_now())
    if link is None or link.user_id is not None or has_any_user():
        return _used_up()
    needs_home = not list_homes()
    form = FirstAdministratorForm(data={"zone": settings().home_zone})
    if form.validate_on_submit():
        try:
            with saving(form):
                create_first_administrator(
                    secret,
                    utc_now(),
                    email=form.email.data or "",
                    name=form.name.data or "",
                    password=form.password.data or "",
                    language=language(),
                    home=_home_of(form) if needs_home else None,
                )
                return _go_and_sign_in(N_("Everything is ready. Sign in with your e-mail address and password."))
        except NotFound:
            return _used_up()
    return show_form("account/first_administrator.html", form, needs_home=needs_home, home_name=home_name())


def _home_of(form: FirstAdministratorForm) -> FirstHome:
    return FirstHome(
        name_ko=form.name_ko.data, name_en=form.name_en.data, country=form.country.data, zone=form.zone.data
    )


def _go_and_sign_in(message: str) -> Response:
    # Whoever was signed in at this desk before is not the holder of the link.
    end_session()
    return done(message, url_for("account.sign_in"))


def _used_up() -> tuple[str, int]:
    return render_template("account/link_used.html", home_name=home_name()), 410
