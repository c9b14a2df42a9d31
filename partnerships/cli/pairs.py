"""Loading a list of paired places from a terminal."""

import sys
from pathlib import Path

import click
from flask.cli import with_appcontext

from partnerships.commands.pairs import Standing
from partnerships.errors import DomainError
from partnerships.models.partnership import Tier, TieStatus
from partnerships.permissions import SYSTEM
from partnerships.queries.countries import country_name
from partnerships.queries.pairs import count_shared_geonames, list_shared_geonames
from partnerships.transfer.pairs import Progress, load_list, write_shared_geonames

FIRST_FEW = 5


@click.command("load-pairs")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--tier",
    type=click.Choice([str(tier.value) for tier in Tier]),
    default=str(Tier.UNSPECIFIED.value),
    show_default=True,
    help="What the list says that all its ties are.",
)
@click.option(
    "--status",
    type=click.Choice([str(status.value) for status in TieStatus]),
    default=str(TieStatus.UNKNOWN.value),
    show_default=True,
    help="Where the list says that both sides of all its ties stand.",
)
@click.option(
    "--duplicates-to",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="Write all cities that share a GeoNames number to this file (CSV).",
)
@with_appcontext
def load(file: Path, tier: str, status: str, duplicates_to: Path | None) -> None:
    """Load the ties of FILE, a CSV of paired places; what is on record already is left as it is.

    The first line names the columns: city1, country1, city2, country2, and where known iso1, lat1, lon1, geonameid1,
    name_ko1 and the same with 2. The first city of a pair is the home side. A place is identified by its name and
    country, as the list writes them, and a tie by its two places, whichever comes first.

    Places and ties become public. A list of pairs tells neither how close a tie is nor whether it is still kept up:
    the tier is therefore “not stated” and both sides are “not known”, unless --tier and --status say otherwise. A
    country that cannot be told is recorded as not known, with the list's words beside it.

    Rows that cannot be read are told and skipped. Every thousand rows are saved together: Ctrl+C keeps what is saved,
    and loading the same file again goes on from there.
    """
    progress = Progress()
    try:
        for progress in load_list(SYSTEM, file, Standing(Tier(tier), TieStatus(status))):
            _tell(progress)
    except KeyboardInterrupt:
        _sum_up(progress)
        click.echo("Stopped. What is counted above is saved; load the file again to go on.", err=True)
        sys.exit(130)
    except DomainError as error:
        raise click.ClickException(str(error)) from error
    _sum_up(progress)
    _list_duplicates(duplicates_to)


def _tell(progress: Progress) -> None:
    for row in progress.bad:
        click.echo(f"line {row.line}: {row.reason}; skipped", err=True)
    tally = progress.tally
    click.echo(f"{progress.share:4.0%}  {progress.rows:,} rows, {tally.ties:,} ties, {tally.places:,} places", err=True)


def _sum_up(progress: Progress) -> None:
    tally = progress.tally
    click.echo(f"{progress.rows:,} rows: {tally.ties:,} ties and {tally.places:,} places recorded.")
    for count, what in (
        (tally.known, "ties that were on record before"),
        (tally.turned, "rows that name a tie of the list again, from its other side"),
        (tally.repeated, "rows that name a tie of the list again"),
        (progress.unreadable, "rows that could not be read"),
    ):
        if count:
            click.echo(f"{count:,} {what}.")


def _list_duplicates(duplicates_to: Path | None) -> None:
    count = count_shared_geonames()
    if not count:
        return
    click.echo(f"{count:,} GeoNames numbers stand at more than one place: possible duplicates.")
    for row in list_shared_geonames(FIRST_FEW):
        where = row.subdivision or country_name(row.country, "en")
        click.echo(f"  {row.geonames_id}  {row.reference}  {row.name_en or row.name_ko}, {where}")
    if duplicates_to is None:
        click.echo("  … --duplicates-to FILE.csv writes all of them." if count > FIRST_FEW else "")
        return
    write_shared_geonames(duplicates_to)
    click.echo(f"  All of them are in {duplicates_to}.")


COMMANDS = (load,)
