"""Administration of accounts: the list, an account with its sign-ins and history, its form and its one-time links."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from partnerships.adapters.clock import utc_now
from partnerships.commands import account as commands
from partnerships.commands.password import issue_password_link
from partnerships.errors import Invalid
from partnerships.forms.account import LANGUAGE_NAMES, AccountForm
from partnerships.languages import N_
from partnerships.models.account import Role, User
from partnerships.queries import account as queries
from partnerships.queries.audit import history_of
from partnerships.queries.city import list_homes
from partnerships.web.current import language, page_number, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form, told

blueprint = Blueprint("accounts", __name__, url_prefix="/accounts")

ONE = "/<reference('USR'):reference>"


@blueprint.get("", endpoint="list")
@requires("account.manage")
def list_all() -> str:
    """Accounts, narrowed by the address."""
    roles = [role for role in Role if role == request.args.get("role")]
    wanted = queries.AccountFilter(
        text=request.args.get("q"),
        role=roles[0] if roles else None,
        administrators="administrators" in request.args,
        archived="archived" in request.args,
    )
    page = queries.list_accounts(viewer(), wanted, language(), page_number())
    return render_template("accounts/list.html", page=page, wanted=wanted, roles=Role)


@blueprint.get(ONE)
@requires("account.manage")
def show(reference: str) -> str:
    """An account and its latest sign-ins."""
    account = queries.get_account(viewer(), reference)
    sign_ins = queries.list_sign_ins(account)
    return render_template("accounts/show.html", **_frame(account), sign_ins=sign_ins)


@blueprint.get(f"{ONE}/history")
@requires("account.manage")
def history(reference: str) -> str:
    """Who changed what of an account."""
    account = queries.get_account(viewer(), reference)
    return render_template("accounts/history.html", **_frame(account), entries=history_of(account))


@blueprint.route("/new", methods=["GET", "POST"])
@requires("account.manage")
def create() -> Response | tuple[str, int]:
    """Open an account; its holder sets the password by a one-time link."""
    homes = list_homes()
    # Where there is one home city, nearly everybody belongs to it.
    form = AccountForm(picker=ViewersPicker(), options=_options(), data={"homes": homes if len(homes) == 1 else []})
    if form.validate_on_submit():
        with saving(form):
            account = commands.open_account(viewer(), **form.details())
            address = url_for("accounts.password_link", reference=account.reference)
            return done(N_("The account is open. Its holder now needs a link for setting a password."), address)
    return show_form("accounts/edit.html", form, cancel_url=url_for("accounts.list"))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("account.manage")
def edit(reference: str) -> Response | tuple[str, int]:
    """Change an account."""
    account = queries.get_account(viewer(), reference)
    form = AccountForm(obj=account, picker=ViewersPicker(), options=_options())
    address = url_for("accounts.show", reference=reference)
    if form.validate_on_submit():
        with saving(form):
            commands.revise_account(viewer(), account, form.version.number, **form.details())
            return done(N_("Saved."), address)
        account = queries.get_account(viewer(), reference)
    return show_form("accounts/edit.html", form, account, cancel_url=address)


@blueprint.post(f"{ONE}/close")
@requires("account.manage")
def close(reference: str) -> Response | tuple[str, int]:
    """Close an account."""
    address = url_for("accounts.show", reference=reference)
    try:
        commands.close_account(viewer(), queries.get_account(viewer(), reference))
    except Invalid as error:
        return render_template("errors/refused.html", message=told(error), back=address), 422
    return done(N_("The account is closed."), address)


@blueprint.post(f"{ONE}/reopen")
@requires("account.manage")
def reopen(reference: str) -> Response:
    """Open a closed account again."""
    commands.reopen_account(viewer(), queries.get_account(viewer(), reference))
    return done(N_("The account is open again."), url_for("accounts.show", reference=reference))


@blueprint.route(f"{ONE}/password-link", methods=["GET", "POST"])
@requires("account.manage")
def password_link(reference: str) -> Response | str:
    """Make a link for setting a password. It is shown in this one answer and never again, so there is no redirect."""
    account = queries.get_account(viewer(), reference)
    if account.is_archived:
        return redirect(url_for("accounts.show", reference=reference), 303)
    address = None
    if request.method == "POST":
        secret = issue_password_link(viewer(), account, utc_now())
        address = url_for("links.set_password", secret=secret, _external=True)
    return render_template("accounts/password_link.html", account=account, address=address)


def _frame(account: User) -> dict[str, Any]:
    """What the frame of an account's pages shows."""
    return {"account": account, "language_names": LANGUAGE_NAMES}


def _options() -> dict[str, Any]:
    return {"homes": [(city, city.name.text(language())) for city in list_homes()]}
