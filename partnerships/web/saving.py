"""From a form to a command and back: refusals stand beside their field, a stale version shows both versions."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from flask import flash, redirect, render_template
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.errors import Conflict, DomainError, Invalid
from partnerships.forms.details import DetailsForm
from partnerships.models.base import Record
from partnerships.models.types import Bilingual, Choice, PartialDate
from partnerships.permissions import may_see
from partnerships.queries import picking
from partnerships.web.current import language, viewer
from partnerships.web.filters import label, partial, plain_day, text


class ViewersPicker:
    """Picks records for the signed-in account, in the language of the page."""

    def pick(self, noun: str, text: str) -> Any:
        return picking.pick(viewer(), noun, text)

    def suggest(self, noun: str, text: str) -> Any:
        return picking.suggest(viewer(), noun, text, language())

    def line_of(self, record: Any) -> str:
        return picking.line_of(record, language())

    def shows(self, record: Any) -> bool:
        # Accounts and programme items have no disclosure of their own.
        return not isinstance(record, Record) or may_see(viewer(), record)


def told(error: DomainError) -> str:
    """What went wrong, in the reader's language; so are the days, choices and names that it speaks of."""
    return str(gettext(error.message, **{name: _read(value) for name, value in error.values.items()}))


def _read(value: Any) -> Any:
    """A value as pages show it."""
    if isinstance(value, PartialDate):
        return partial(value)
    if isinstance(value, date):
        return plain_day(value)
    if isinstance(value, Bilingual):
        return text(value)
    return label(value) if isinstance(value, Choice) else value


@contextmanager
def saving(form: DetailsForm) -> Iterator[None]:
    """Carry a command's refusal back to ``form``; what was typed stays typed."""
    try:
        yield
    except Invalid as error:
        for fault in error.all:
            form.refuse(fault.field, told(fault))
    except Conflict as error:
        form.conflict = told(error)


def done(message: str, address: str) -> Response:
    """Say that it is done and go on to ``address`` (303, so that reloading does not repeat it)."""
    flash(gettext(message), "success")
    return redirect(address, 303)


def show_form(template: str, form: DetailsForm, record: Any = None, **context: Any) -> tuple[str, int]:
    """The page of ``form`` with the status that fits; ``record`` is what is saved now, for a conflict."""
    differences = []
    if form.conflict and record is not None:
        saved = type(form)(formdata=None, obj=record, picker=ViewersPicker(), options=_options_of(form))
        differences = form.differences(saved)
    page = render_template(template, form=form, record=record, differences=differences, **context)
    return page, form.http_status


def _options_of(form: DetailsForm) -> dict[str, Any]:
    return {field.name: field.options for field in form if hasattr(field, "options")}
