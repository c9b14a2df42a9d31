"""The form that every record and part is entered with: its details, and the version that was on the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField

from partnerships.forms.fields import Picker, PickerField, PickersField, RecordsField

Row = str | tuple[str, ...]

# The button that asks for more lines of a field of several records carries this name, and the field's as its value.
MORE_LINES = "more_lines"


@dataclass(frozen=True)
class Group:
    """Fields that belong together under one legend; a tuple of names stands side by side."""

    legend: Any
    rows: tuple[Row, ...]
    hint: Any = None


@dataclass(frozen=True)
class Difference:
    """One field of which two versions exist: the one saved meanwhile and the one just typed."""

    label: str
    saved: str
    typed: str


class VersionField(HiddenField):
    """The version of the record that the form was filled from."""

    @property
    def number(self) -> int | None:
        """The version as a number; ``None`` in the form of a new record."""
        text = str(self.data or "")
        return int(text) if text.isdecimal() else None


class DetailsForm(FlaskForm):  # type: ignore[misc]
    """A form whose fields are named after what they are of the record.

    ``groups`` orders the fields on the page. ``picker`` answers the picker fields; ``options`` fills lists of boxes:
    {field: [(record, label)]}.
    """

    groups: ClassVar[tuple[Group, ...]]
    # What the command demands, marked on the page; of a name in two languages one is enough.
    needed: ClassVar[tuple[str, ...]] = ()

    version = VersionField()

    def __init__(
        self,
        *args: Any,
        picker: Picker | None = None,
        options: Mapping[str, Sequence[tuple[Any, str]]] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.conflict: str | None = None
        for name in self.needed:
            if name in self:
                self[name].flags.needed = True
                self[name].flags.required = not name.endswith(("_ko", "_en"))
        for field in self:
            if isinstance(field, PickerField | PickersField) and picker is not None:
                field.picker = picker
            if isinstance(field, RecordsField) and options is not None:
                field.options = options[field.name]

    def validate_on_submit(self, extra_validators: Any = None) -> bool:
        """Whether the form was sent to be saved and its fields could be read; asking for more lines saves nothing."""
        if self.is_submitted() and (wanted := request.form.get(MORE_LINES)):
            for field in self:
                if isinstance(field, PickersField) and field.name == wanted:
                    field.wants_more = True
                    return False
        return bool(super().validate_on_submit(extra_validators))

    def details(self) -> dict[str, Any]:
        """{name: value} of all that the form asks, as the commands take it."""
        return {field.name: field.data for field in self if field.name not in ("version", "csrf_token")}

    def refuse(self, field_name: str | None, message: str) -> None:
        """Put ``message`` beside the field it is about, or above the form."""
        field: Field | None = self._fields.get(field_name) if field_name else None
        if field is None:
            self.form_errors.append(message)
        else:
            field.errors = [*field.errors, message]

    def differences(self, saved: "DetailsForm") -> list[Difference]:
        """Where what was typed differs from what is ``saved`` now; takes over its version, to save again knowingly."""
        self.version.data = saved.version.data
        self.version.raw_data = None
        pairs = ((saved[field.name], field) for field in self if field.name not in ("version", "csrf_token"))
        shown = ((str(mine.label.text), _shown(theirs), _shown(mine)) for theirs, mine in pairs)
        return [Difference(label, saved_text, typed) for label, saved_text, typed in shown if saved_text != typed]

    @property
    def http_status(self) -> int:
        """The HTTP status of a page that shows this form: 200, 422 with errors, 409 in a conflict."""
        if self.conflict:
            return 409
        return 422 if self.errors else 200


def _shown(field: Field) -> str:
    """What a field shows, in words."""
    if hasattr(field, "iter_choices"):
        return ", ".join(str(label) for _value, label, chosen, *_rest in field.iter_choices() if chosen)
    if isinstance(field.data, bool):
        return "✓" if field.data else "–"
    return str(field._value()) if hasattr(field, "_value") else str(field.data or "")
