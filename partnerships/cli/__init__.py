"""The same acts from a terminal, and serving."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def register(app: "Flask") -> None:
    """Add the ``COMMANDS`` of every module here to ``flask --app wsgi``."""
    # Imported here: the supervisor lies in this package too, and starts without Flask.
    from importlib import import_module
    from pkgutil import iter_modules

    for found in iter_modules(__path__):
        if found.name not in {"gunicorn_settings", "prepare", "serve"}:
            for command in getattr(import_module(f"{__name__}.{found.name}"), "COMMANDS", ()):
                app.cli.add_command(command)
