"""Ways into the application from a terminal on the server: the first administrator, and a lost password."""

import click
from flask import current_app
from flask.cli import with_appcontext

from partnerships.adapters.clock import utc_now
from partnerships.commands.account import invite_first_administrator
from partnerships.commands.password import issue_password_link
from partnerships.config import Settings
from partnerships.errors import DomainError
from partnerships.permissions import SYSTEM
from partnerships.queries.account import find_by_email

address_option = click.option("--address", help="Where browsers reach the application, such as https://desk.example.")


@click.command("first-administrator")
@address_option
@with_appcontext
def first_administrator(address: str | None) -> None:
    """Print a link that creates the first administrator; it works once, for 48 hours, while nobody has an account."""
    try:
        secret = invite_first_administrator(utc_now())
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    click.echo("\n  Nobody has an account yet. Create the administrator in a browser, within 48 hours:")
    click.echo(f"  {_base(address)}/first-administrator/{secret}\n")


@click.command("password-link")
@click.argument("email")
@address_option
@with_appcontext
def password_link(email: str, address: str | None) -> None:
    """Print a link with which the holder of the account EMAIL sets a new password; it works once, for 48 hours."""
    user = find_by_email(email)
    if user is None:
        raise click.ClickException(f"There is no account with the e-mail address {email}.")
    try:
        secret = issue_password_link(SYSTEM, user, utc_now())
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{_base(address)}/set-password/{secret}")


def _base(address: str | None) -> str:
    """The address given, else the one that the settings have the server listen at."""
    if address:
        return address.rstrip("/")
    settings: Settings = current_app.config["SETTINGS"]
    host = "127.0.0.1" if settings.host in {"0.0.0.0", "::"} else settings.host  # noqa: S104 — only recognised here
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


COMMANDS = (first_administrator, password_link)
