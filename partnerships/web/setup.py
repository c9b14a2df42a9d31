"""Binds all that pages share to the application: guard, converters, headers, filters, languages, error pages."""

from typing import Any

from flask import Flask
from flask_login import current_user

from partnerships.extensions import babel, login
from partnerships.permissions import may, may_read_internal, may_see
from partnerships.queries.account import find_signed_in
from partnerships.queries.city import list_homes
from partnerships.web.addresses import commitment_url
from partnerships.web.assets import asset
from partnerships.web.converters import ReferenceConverter
from partnerships.web.current import choose_language, language, today
from partnerships.web.error_pages import register_error_pages
from partnerships.web.filters import FILTERS
from partnerships.web.guards import guard, refuse_unreadable
from partnerships.web.headers import secure
from partnerships.web.navigation import navigation
from partnerships.web.tier_words import tie_word, tier_word
from partnerships.web.words import bind_words


def set_up_pages(app: Flask) -> None:
    """Bind to ``app`` what every page relies on."""
    app.url_map.converters["reference"] = ReferenceConverter
    babel.init_app(app, locale_selector=choose_language)
    bind_words(app)
    login.user_loader(find_signed_in)
    app.before_request(refuse_unreadable)
    app.before_request(guard)
    app.after_request(secure)
    app.jinja_env.filters.update(FILTERS)
    # Globals, not context: components are imported without the page's context.
    app.jinja_env.globals.update(asset=asset, may=_may, may_see=_may_see, tie_word=tie_word, tier_word=tier_word)
    app.jinja_env.globals.update(commitment_url=commitment_url, may_read_internal=_may_read_internal)
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.context_processor(_page_context)
    register_error_pages(app)


def _page_context() -> dict[str, Any]:
    signed_in = bool(current_user and current_user.is_authenticated)
    homes = list_homes() if signed_in else []
    return {
        "language": language(),
        "today": today(),
        "home_name": homes[0].name.text(language()) if homes else "",
        "navigation": navigation() if signed_in else [],
    }


def _may(action: str, record: Any = None) -> bool:
    """Whether the signed-in account may do ``action``, on ``record`` when one is given."""
    return may(current_user, action, record)


def _may_see(record: Any) -> bool:
    """Whether the signed-in account may see ``record`` by its own disclosure."""
    return may_see(current_user, record)


def _may_read_internal(record: Any) -> bool:
    """Whether the signed-in account may read what colleagues note for one another on ``record``."""
    return may_read_internal(current_user, record)
