"""Loading the demo from a terminal."""

import click
from flask import current_app
from flask.cli import with_appcontext

from partnerships.adapters.clock import today_in
from partnerships.config import Settings
from partnerships.demo.loading import load_demo
from partnerships.errors import DomainError


@click.command("load-demo")
@with_appcontext
def load() -> None:
    """Load the demo into an empty installation; its sign-ins are kept in instance/demo-sign-ins.txt."""
    settings: Settings = current_app.config["SETTINGS"]
    try:
        load_demo(settings.instance_path, today_in(settings.home_zone))
    except DomainError as error:
        raise click.ClickException(str(error)) from error


COMMANDS = (load,)
