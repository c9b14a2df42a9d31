"""Messages in the language of the page, found quickly: a page asks for hundreds of them."""

from typing import Any

from flask import Flask, g
from flask_babel import get_translations


def bind_words(app: Flask) -> None:
    """Have the templates of ``app`` ask the catalogue that this request has found, instead of finding it each time."""
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # of Jinja's own extension
        gettext=lambda message: catalogue().ugettext(message),
        ngettext=lambda one, many, count: catalogue().ungettext(one, many, count),
        pgettext=lambda context, message: catalogue().upgettext(context, message),
        npgettext=lambda context, one, many, count: catalogue().unpgettext(context, one, many, count),
        newstyle=True,
    )


def catalogue() -> Any:
    """The messages in the language of the page; for one request it stays the same."""
    if "catalogue" not in g:
        g.catalogue = get_translations()
    return g.catalogue
