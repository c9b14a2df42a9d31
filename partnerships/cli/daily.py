"""What the calendar brings about, from a terminal or a timer: agreements begin, renew and end, personal data goes."""

from datetime import date, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from partnerships.adapters.clock import today_in
from partnerships.commands.agreement.daily import record_date_driven_moves
from partnerships.commands.visit import erase_due_personal_data
from partnerships.commands.watch import raise_notices
from partnerships.config import Settings
from partnerships.models.agreement import AgreementStatus
from partnerships.permissions import SYSTEM
from partnerships.queries.database import is_prepared


@click.command("daily")
@click.option(
    "--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="As of this day instead of today; never one to come."
)
@with_appcontext
def daily(day: datetime | None) -> None:
    """Record what dates have brought about by today; late or twice, it comes to the same."""
    settings: Settings = current_app.config["SETTINGS"]
    if not is_prepared():
        raise click.ClickException("The database has no tables yet; run: flask --app wsgi db upgrade")
    today = today_in(settings.home_zone)
    wanted = day.date() if day else today
    if wanted > today:
        raise click.ClickException(f"{wanted} is still to come; today is {today}.")
    click.echo(_moves_told(wanted))
    click.echo(f"{wanted}: notices of ends and reviews told {len(raise_notices(SYSTEM, wanted))}.")
    erased = erase_due_personal_data(SYSTEM, wanted, settings.personal_data_days)
    click.echo(f"{wanted}: visits whose participants' personal data was erased {erased}.")


def _moves_told(today: date) -> str:
    done = record_date_driven_moves(SYSTEM, today)
    moved = done.moved
    return (
        f"{today}: agreements in force {moved[AgreementStatus.IN_FORCE]}, expired {moved[AgreementStatus.EXPIRED]}, "
        f"terminated {moved[AgreementStatus.TERMINATED]}; terms renewed by themselves {done.renewals}."
    )


COMMANDS = (daily,)
