"""What queries share: one record by its reference, matching of what was typed, names in the reader's language."""

import re
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, func, or_

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_, Language
from partnerships.models.alias import folded
from partnerships.permissions import Viewer, visible_to

Found = TypeVar("Found")


def get_visible(viewer: Viewer, statement: Select[Found], model: Any, reference: str) -> Found:
    """The record of ``model`` with ``reference`` as ``statement`` loads it.

    Raises :class:`NotFound` alike when there is none and when the viewer may not know of it. A record that the
    session already holds is read again, so that it is as it stands in the database.
    """
    found = db.session.scalars(
        statement.where(model.reference == reference, visible_to(viewer, model)).execution_options(
            populate_existing=True
        )
    ).one_or_none()
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found


def contains(text: str, *columns: Any) -> ColumnElement[bool]:
    """Whether any of ``columns`` contains ``text``, whatever its case; wild signs of LIKE are taken as typed."""
    pattern = "%" + re.sub(r"([\\%_])", r"\\\1", text.strip().lower()) + "%"
    return or_(*(func.lower(column).like(pattern, escape="\\") for column in columns))


def is_called(text: str, model: Any) -> ColumnElement[bool]:
    """Whether any name of ``model`` (a city or a person, or an alias of their table), aliases too, contains ``text``.

    Case and accents do not matter: ``search_names`` is folded alike.
    """
    pattern = re.sub(r"([\\%_])", r"\\\1", folded(text))
    return model.search_names.like(f"%{pattern}%", escape="\\")  # type: ignore[no-any-return]  # models are passed as Any


def is_named(text: str, model: Any) -> ColumnElement[bool]:
    """Whether one of the names of ``model``, aliases too, is ``text``, whatever its case and accents."""
    names = "\n" + model.search_names + "\n"
    return names.contains(f"\n{folded(text)}\n", autoescape=True)  # type: ignore[no-any-return]  # models are passed as Any


def in_language(language: str, korean: Any, english: Any) -> ColumnElement[str]:
    """The column of the reader's ``language``, or the other one where that is empty."""
    first, second = (korean, english) if language == Language.KOREAN else (english, korean)
    return func.coalesce(first, second)
