"""The same acts from a terminal, and serving."""

from flask import Flask


def register(app: Flask) -> None:
    """Add every command to ``flask --app wsgi``."""
