"""Forms that move a programme item about the board, and that copy a day of it."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import SelectField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import TimeField


class ColumnField(SelectField):
    """A column of the board by its key; ``columns`` are (key, label) pairs that the form hands in."""

    def __init__(self, label: Any = None, **settings: Any) -> None:
        super().__init__(label, choices=[], **settings)


class MoveForm(DetailsForm):
    """To which day and hours an item moves; no day stands for: not decided yet."""

    day = ColumnField(_("Day"))
    starts_at = TimeField(_("From"))
    ends_at = TimeField(_("To"))

    groups = (Group(_("When"), ("day", ("starts_at", "ends_at"))),)

    def __init__(self, *args: Any, columns: Sequence[tuple[str, str]] = (), **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.day.choices = list(columns)


class CopyDayForm(DetailsForm):
    """Which items of a day are copied, by their numbers, and onto which day."""

    chosen = SelectMultipleField(
        _("Items to copy"),
        coerce=int,
        choices=[],
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    to = ColumnField(_("Copy to"))

    groups = (Group(_("What is copied"), ("chosen", "to")),)

    def __init__(
        self,
        *args: Any,
        columns: Sequence[tuple[str, str]] = (),
        items: Sequence[tuple[int, str]] = (),
        **settings: Any,
    ) -> None:
        super().__init__(*args, **settings)
        self.to.choices = list(columns)
        self.chosen.choices = list(items)
