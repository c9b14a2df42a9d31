"""Prepares an installation before serving: its tables up to date, somebody who can sign in, the gazetteer's index."""

from flask import Flask
from flask.cli import ScriptInfo
from flask_migrate import upgrade

from partnerships import create_app
from partnerships.config import Settings
from partnerships.queries.account import has_any_user
from partnerships.queries.gazetteer import gazetteer_in


def run_command(app: Flask, name: str) -> None:
    """Carry out one of the commands of ``flask --app wsgi`` in this process."""
    app.cli.main([name], prog_name="flask", obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)


def prepare(settings: Settings) -> None:
    """Migrate; while nobody has an account, load the demo or, without it, print the first administrator's link.

    The gazetteer's index is made where it is missing.
    """
    app = create_app(settings)
    with app.app_context():
        upgrade()
        nobody = not has_any_user()
    if nobody:
        run_command(app, "load-demo" if settings.demo else "first-administrator")
    # Once in the life of an installation, so that nobody's request waits for it.
    gazetteer_in(settings.instance_path).prepare()


if __name__ == "__main__":
    prepare(Settings.from_environment())
