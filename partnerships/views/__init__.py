"""Pages: one blueprint a noun, found by its module, so that a new noun is one new file."""

from importlib import import_module
from pkgutil import iter_modules

from flask import Flask


def register(app: Flask) -> None:
    """Add the ``blueprint`` of every module here to ``app``."""
    for module in iter_modules(__path__):
        app.register_blueprint(import_module(f"{__name__}.{module.name}").blueprint)
