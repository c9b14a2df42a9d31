"""The same acts from a terminal, and serving."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask


def register(app: "Flask") -> None:
    """Add every command to ``flask --app wsgi``."""
    # Commands are imported here: the supervisor lies in this package too, and starts without Flask.
