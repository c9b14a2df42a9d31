"""Forms of saved views: their name, who sees them, and whether one of the same name gives way."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField

from partnerships.forms.fields import LineField, SwitchField


class SavedViewForm(FlaskForm):  # type: ignore[misc]
    """One's own saved view; ``homes`` are (reference, label) pairs of those with whom it may be shared."""

    name = LineField(_("Name of the view"))
    shared_with = SelectField(_("Who sees it"), choices=[], validate_choice=False)

    def __init__(self, *args: Any, homes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.shared_with.choices = [("", _("I alone")), *homes]
        self.name.flags.required = True
        if not homes:
            del self.shared_with

    @property
    def home(self) -> str:
        """The reference of the home side with whose colleagues it is shared; empty for nobody."""
        return str(self.shared_with.data or "") if "shared_with" in self else ""

    def refuse(self, field_name: str | None, message: str) -> None:
        """Put ``message`` beside the field it is about, or above the form."""
        if field_name in self._fields:
            self[field_name].errors = [*self[field_name].errors, message]
        else:
            self.form_errors.append(message)

    @property
    def http_status(self) -> int:
        """422 with errors."""
        return 422 if self.errors else 200


class NewSavedViewForm(SavedViewForm):
    """A view to be saved: of which list, and with which conditions."""

    listing = HiddenField()
    query = HiddenField()
    replaces = SwitchField(_("Replace the view of this name"))
