"""Papers from a terminal: a draft into a file, or issued under an officer's name."""

from datetime import date
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from partnerships.adapters.clock import today_in
from partnerships.adapters.files import FileStore
from partnerships.briefs.kinds import KINDS, PaperKind
from partnerships.commands import brief as commands
from partnerships.config import Settings
from partnerships.errors import DomainError
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.brief import Edition
from partnerships.permissions import SYSTEM, Viewer
from partnerships.queries.account import find_by_email
from partnerships.queries.database import is_prepared

group = AppGroup("brief", help="Make papers.")
COMMANDS = (group,)


def _add_command(kind: PaperKind) -> None:
    """``brief <kind>``: one paper into a file."""
    metavar = f"VISIT/{kind.numbered.upper()}" if kind.numbered else "VISIT"

    def command(subject: str, language: str, output: Path, edition: str, issue: bool, email: str | None) -> None:
        settings: Settings = current_app.config["SETTINGS"]
        if not is_prepared():
            raise click.ClickException(
                "There is no database here yet. Set INSTANCE_PATH or DATABASE_URL as for the server, or start it first."
            )
        if not output.parent.is_dir():
            raise click.BadParameter(f"There is no folder {output.parent}.", param_hint="--output")
        reference, _, number = subject.partition("/")
        if bool(kind.numbered) is not number.isdecimal():
            example = "VIS-2013-001/2" if kind.numbered else "VIS-2013-001"
            raise click.BadParameter(f"Name {metavar}, such as {example}.")
        actor = _actor(email) if issue else None
        target = reference, int(number or 0)
        try:
            content = _make(
                settings, kind, actor, target, Language(language), Edition(edition), today_in(settings.home_zone)
            )
        except DomainError as error:
            raise click.ClickException(str(error)) from error
        output.write_bytes(content)
        click.echo(f"{output}: {len(content)} bytes")

    languages, editions = [str(one) for one in Language], [str(one) for one in Edition]
    group.add_command(
        click.Command(
            kind.paper.KIND,
            callback=command,
            help=f"Write the {kind.paper.NAME.lower()} of {metavar} as a PDF.{_NUMBERS.get(kind.numbered or '', '')}",
            params=[
                click.Argument(["subject"], metavar=metavar),
                click.Option(["--language"], type=click.Choice(languages), default="ko", show_default=True),
                click.Option(
                    ["--output"],
                    type=click.Path(dir_okay=False, path_type=Path),
                    required=True,
                    help="The PDF to write.",
                ),
                click.Option(["--edition"], type=click.Choice(editions), default="internal", show_default=True),
                click.Option(["--issue"], is_flag=True, help="Issue the paper instead of drafting it; needs --as."),
                click.Option(["--as", "email"], metavar="EMAIL", help="The account that issues it."),
            ],
        )
    )


_NUMBERS = {
    "item": " ITEM is its number in the programme.",
    "member": " MEMBER is the number in the address of the member's page.",
}


def _actor(email: str | None) -> User:
    if not email:
        raise click.UsageError("--issue needs --as EMAIL: an issued paper bears the name of who issued it.")
    user = find_by_email(email)
    if user is None or not user.is_active:
        raise click.BadParameter(f"There is no account {email}.", param_hint="--as")
    return user


def _make(
    settings: Settings,
    kind: PaperKind,
    actor: User | None,
    target: tuple[str, int],
    language: Language,
    edition: Edition,
    today: date,
) -> bytes:
    viewer: Viewer = actor or SYSTEM
    subject = kind.gather(viewer, *target)
    if actor is None:
        paper = commands.draft(kind, subject, language, edition, today)
        return commands.print_paper(paper, settings.renderer_socket)
    store = FileStore(settings.file_store, settings.upload_limit)
    brief = commands.issue(
        actor,
        kind,
        subject,
        language=language,
        edition=edition,
        as_of=today,
        store=store,
        renderer=settings.renderer_socket,
    )
    return store.path_of(brief.sha256).read_bytes()


for _kind in KINDS.values():
    _add_command(_kind)
