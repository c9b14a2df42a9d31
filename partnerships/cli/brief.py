"""Papers from a terminal: a draft into a file, or issued under an officer's name."""

from datetime import date
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from partnerships.adapters.clock import today_in
from partnerships.adapters.files import FileStore
from partnerships.commands import brief as commands
from partnerships.config import Settings
from partnerships.errors import DomainError
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.brief import Edition
from partnerships.permissions import SYSTEM, Viewer
from partnerships.queries import brief as queries
from partnerships.queries.account import find_by_email
from partnerships.queries.database import is_prepared

group = AppGroup("brief", help="Make papers.")
COMMANDS = (group,)


@group.command("event-summary")
@click.argument("event", metavar="VISIT/ITEM")
@click.option("--language", type=click.Choice([str(one) for one in Language]), default="ko", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The PDF to write.")
@click.option("--edition", type=click.Choice([str(one) for one in Edition]), default="internal", show_default=True)
@click.option("--issue", is_flag=True, help="Issue the paper instead of drafting it; needs --as.")
@click.option("--as", "email", metavar="EMAIL", help="The account that issues it.")
def event_summary(event: str, language: str, output: Path, edition: str, issue: bool, email: str | None) -> None:
    """Write the event summary of VISIT/ITEM (as VIS-2013-001/2; ITEM is its number in the programme) as a PDF."""
    settings: Settings = current_app.config["SETTINGS"]
    if not is_prepared():
        raise click.ClickException(
            "There is no database here yet. Set INSTANCE_PATH or DATABASE_URL as for the server, or start it first."
        )
    if not output.parent.is_dir():
        raise click.BadParameter(f"There is no folder {output.parent}.", param_hint="--output")
    reference, _, number = event.partition("/")
    if not number.isdecimal():
        raise click.BadParameter("Name the visit and the item's number, such as VIS-2013-001/2.")
    actor = _actor(email) if issue else None
    try:
        content = _make(
            settings, actor, reference, int(number), Language(language), Edition(edition), today_in(settings.home_zone)
        )
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    output.write_bytes(content)
    click.echo(f"{output}: {len(content)} bytes")


def _actor(email: str | None) -> User:
    if not email:
        raise click.UsageError("--issue needs --as EMAIL: an issued paper bears the name of who issued it.")
    user = find_by_email(email)
    if user is None or not user.is_active:
        raise click.BadParameter(f"There is no account {email}.", param_hint="--as")
    return user


def _make(
    settings: Settings, actor: User | None, visit: str, number: int, language: Language, edition: Edition, today: date
) -> bytes:
    viewer: Viewer = actor or SYSTEM
    event = queries.get_event(viewer, visit, number)
    if actor is None:
        summary = commands.draft_event_summary(event, language, edition, today)
        return commands.print_event_summary(summary, settings.renderer_socket)
    store = FileStore(settings.file_store, settings.upload_limit)
    brief = commands.issue_event_summary(
        actor, event, language=language, edition=edition, as_of=today, store=store, renderer=settings.renderer_socket
    )
    return store.path_of(brief.sha256).read_bytes()
