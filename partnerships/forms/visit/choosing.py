"""One of a few parts of a record: a stay of the visit, a place in its city."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext
from wtforms import SelectField, ValidationError
from wtforms.fields.choices import Choice as Option  # type: ignore[attr-defined]  # the stubs are of WTForms 3.2

from partnerships.forms.details import DetailsForm


class PartField(SelectField):
    """One of ``options``, (part, label) pairs that the form hands in, or none."""

    def __init__(self, label: Any = None, **settings: Any) -> None:
        super().__init__(label, choices=[], validate_choice=False, **settings)
        self.options: Sequence[tuple[Any, str]] = ()

    def process_data(self, value: Any) -> None:
        self.data = value

    def process_formdata(self, valuelist: list[str]) -> None:
        # Which part is meant is asked in ``pre_validate``: the field gets its options only after it is made.
        pass

    def pre_validate(self, form: Any) -> None:
        if not self.raw_data:
            return
        chosen = str(self.raw_data[0])
        found = [part for part, _label in self.options if str(part.id) == chosen]
        self.data = found[0] if found else None
        if chosen and not found:
            raise ValidationError(gettext("Choose one of the list."))

    def iter_choices(self) -> Iterator[Option]:
        chosen = str(self.raw_data[0]) if self.raw_data else str(self.data.id) if self.data else ""
        yield Option("", gettext("Select"), not chosen, {})
        for part, label in self.options:
            yield Option(str(part.id), label, str(part.id) == chosen, {})


class ChoosingForm(DetailsForm):
    """A form with part fields; ``options`` fills them too."""

    def __init__(
        self, *args: Any, options: Mapping[str, Sequence[tuple[Any, str]]] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, options=options, **kwargs)
        for field in self:
            if isinstance(field, PartField):
                field.options = (options or {}).get(field.name, ())
