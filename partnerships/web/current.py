"""Who is looking, in which language, on which day: what a view passes on to queries and commands."""

from datetime import date
from typing import cast

from flask import current_app, g, request, session
from flask_babel import get_locale
from flask_login import current_user

from partnerships.adapters.clock import today_in
from partnerships.adapters.gazetteer import Gazetteer
from partnerships.config import Settings
from partnerships.languages import DEFAULT_LANGUAGE, Language
from partnerships.models.account import User
from partnerships.queries.city import list_homes
from partnerships.queries.gazetteer import gazetteer_in


def viewer() -> User:
    """The account that is signed in; views behind a guard may rely on there being one."""
    return cast(User, current_user._get_current_object())


def settings() -> Settings:
    """The settings of the running installation."""
    return cast(Settings, current_app.config["SETTINGS"])


def gazetteer() -> Gazetteer:
    """The gazetteer of the running installation."""
    return gazetteer_in(settings().instance_path)


def today() -> date:
    """The present day in the home city's zone."""
    return today_in(settings().home_zone)


def language() -> Language:
    """The language of the page; for one request it stays the same."""
    if "language" not in g:
        g.language = Language(str(get_locale()))
    found: Language = g.language
    return found


def home_name() -> str:
    """The name of the home city in the language of the page; empty while there is none."""
    homes = list_homes()
    return homes[0].name.text(language()) if homes else ""


def choose_language() -> str:
    """The account's language; before signing in the one chosen on the page, else the browser's, else Korean."""
    if current_user and current_user.is_authenticated:
        return str(current_user.language)
    chosen = session.get("language")
    if chosen in list(Language):
        return str(chosen)
    return request.accept_languages.best_match([str(known) for known in Language]) or str(DEFAULT_LANGUAGE)


def page_number() -> int:
    """The page of a list that the address asks for, from 1."""
    return max(request.args.get("page", 1, type=int), 1)
