"""Fields that understand what officers type: dates as known, times, numbers with commas, names of records."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol

from babel.numbers import format_decimal
from flask_babel import get_locale, gettext
from flask_babel import lazy_gettext as _
from wtforms import (
    BooleanField,
    Field,
    FileField,
    PasswordField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import Choice as Option  # type: ignore[attr-defined]  # the stubs are of WTForms 3.2
from wtforms.validators import Length
from wtforms.widgets import CheckboxInput, ListWidget

from partnerships.errors import DomainError
from partnerships.models.types import Choice, NotADate, PartialDate

__all__ = [
    "AreasField",
    "ChoiceField",
    "CountryField",
    "DayField",
    "DecimalField",
    "FileField",
    "LineField",
    "NumberField",
    "Option",
    "ParagraphField",
    "PartialDateField",
    "PasswordField",
    "PickerField",
    "PickersField",
    "RecordsField",
    "SwitchField",
    "TimeField",
]


def legible(text: str) -> str:
    """``text`` without NUL signs, which no keyboard types and PostgreSQL refuses."""
    return text.replace("\0", "")


class LineField(StringField):
    """One line of text, stripped; nothing typed is ``None``. ``longest`` is in characters."""

    def __init__(self, label: Any = None, longest: int = 200, validators: Sequence[Any] = (), **options: Any) -> None:
        super().__init__(label, [*validators, Length(max=longest)], **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = " ".join(legible(valuelist[0]).split()) or None


class ParagraphField(TextAreaField):
    """Lines of text; line ends are made alike and nothing typed is ``None``."""

    def __init__(
        self, label: Any = None, longest: int = 20_000, validators: Sequence[Any] = (), **options: Any
    ) -> None:
        super().__init__(label, [*validators, Length(max=longest)], **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = legible(valuelist[0]).replace("\r\n", "\n").strip() or None


class TypedField(StringField):
    """A line of text that stands for a value: what was typed is kept when it cannot be read."""

    message: Any = None
    data: Any

    def read(self, text: str) -> Any:
        """The value that ``text`` stands for; raises ``ValueError`` when it stands for none."""
        raise NotImplementedError

    def write(self, value: Any) -> str:
        """How ``value`` is typed."""
        raise NotImplementedError

    def process_formdata(self, valuelist: list[str]) -> None:
        if not valuelist:
            return
        text = valuelist[0].strip()
        self.data = None
        if text:
            try:
                self.data = self.read(text)
            except ValueError as error:
                raise ValueError(self.message) from error

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else self.write(self.data)


class PartialDateField(TypedField):
    """A date as well as it is known: `1976`, `1976-05`, `2013.10.21`, `2014-H2`."""

    message = _("Enter a date such as 2013, 2013-10 or 2013.10.21.")

    def read(self, text: str) -> PartialDate:
        # A trailing question mark says that nobody stated the date but that it follows from the context.
        inferred = text.endswith("?")
        try:
            return PartialDate.parse(text.rstrip("? "), inferred)
        except NotADate as error:
            raise ValueError(text) from error

    def write(self, value: PartialDate) -> str:
        return value.words + ("?" if value.inferred else "")


class DayField(TypedField):
    """A full date: `2013-10-21`, `2013.10.21`, `21 October 2013`."""

    message = _("Enter a full date such as 2013.10.21.")

    def read(self, text: str) -> date:
        try:
            day = PartialDate.parse(text).day
        except NotADate as error:
            raise ValueError(text) from error
        if day is None:
            raise ValueError(text)
        return day

    def write(self, value: date) -> str:
        return value.isoformat()


class TimeField(TypedField):
    """A time of day: `09:00`, `9:00`, `0900`, `9`."""

    message = _("Enter a time such as 09:00.")
    _pattern = re.compile(r"^(\d{1,2})(?::?(\d{2}))?$")

    def read(self, text: str) -> time:
        parts = self._pattern.match(text)
        if not parts:
            raise ValueError(text)
        return time(int(parts[1]), int(parts[2] or 0))

    def write(self, value: time) -> str:
        return value.strftime("%H:%M")


class NumberField(TypedField):
    """A whole number, with or without thousands commas; ``least`` and ``most`` are the bounds of what makes sense."""

    message = _("Enter a whole number.")

    def __init__(self, label: Any = None, least: int = 0, most: int = 2_000_000_000, **options: Any) -> None:
        super().__init__(label, **options)
        self.least, self.most = least, most

    def read(self, text: str) -> int:
        return int(text.replace(",", "").replace(" ", ""))

    def write(self, value: int) -> str:
        return str(value)

    def pre_validate(self, form: Any) -> None:
        if self.data is None:
            return
        if self.data < self.least:
            raise ValidationError(gettext("Enter a number from %(least)s.", least=self.least))
        if self.data > self.most:
            raise ValidationError(gettext("Enter a number up to %(most)s.", most=f"{self.most:,}"))


class DecimalField(TypedField):
    """A number with decimals, with or without thousands commas; ``least`` and ``most`` bound it."""

    message = _("Enter a number.")

    def __init__(
        self,
        label: Any = None,
        least: float | None = None,
        most: float | None = None,
        kind: type = Decimal,
        **options: Any,
    ) -> None:
        super().__init__(label, **options)
        self.least, self.most, self.kind = least, most, kind

    def read(self, text: str) -> Any:
        try:
            number = Decimal(text.replace(",", "").replace(" ", ""))
        except InvalidOperation as error:
            raise ValueError(text) from error
        if not number.is_finite() or abs(number) >= Decimal(10) ** 15:
            raise ValueError(text)
        return self.kind(number)

    def write(self, value: Any) -> str:
        return format_decimal(value, format="#,##0.######", locale=get_locale() or "en")

    def pre_validate(self, form: Any) -> None:
        if self.data is None:
            return
        too_small = self.least is not None and self.data < self.least
        if too_small or (self.most is not None and self.data > self.most):
            raise ValidationError(self._bounds_told())

    def _bounds_told(self) -> str:
        if self.most is None:
            return str(gettext("Enter a number of %(least)s or more.", least=f"{self.least:g}"))
        return str(gettext("Enter a number from %(least)s to %(most)s.", least=self.least, most=self.most))


class ChoiceField(SelectField):
    """One member of a :class:`Choice`; ``optional`` adds an empty first line, whose data is ``None``.

    What is ``withheld`` is offered only where it stands already: it comes about in another way than by choosing it.
    """

    def __init__(
        self,
        label: Any,
        choices: Iterable[Choice],
        optional: bool = False,
        withheld: Collection[Choice] = (),
        **options: Any,
    ) -> None:
        self.members = {member.value: member for member in choices}
        self.optional = optional
        self.withheld = withheld
        super().__init__(
            label,
            coerce=self._member,
            choices=[],
            validate_choice=False,
            **options,
        )

    def _member(self, value: Any) -> Choice | None:
        return self.members.get(value) if value else None

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = self._member(valuelist[0])
            if self.data is None and (valuelist[0] or not self.optional):
                raise ValueError(gettext("Choose one of the list."))

    def iter_choices(self) -> Iterator[Option]:
        if self.optional or self.data is None:
            yield Option("", gettext("Select"), self.data is None, {})
        for member in self.members.values():
            if member == self.data or member not in self.withheld:
                yield Option(member.value, gettext(member.label), member == self.data, {})


class CountryField(SelectField):
    """A country by its ISO 3166-1 code, named in the reader's language."""

    def __init__(self, label: Any, names: Callable[[], Sequence[tuple[str, str]]], **options: Any) -> None:
        self.names = names
        super().__init__(label, choices=[], validate_choice=False, **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = valuelist[0] or None
            if self.data and self.data not in dict(self.names()):
                raise ValueError(gettext("Choose one of the list."))

    def iter_choices(self) -> Iterator[Option]:
        yield Option("", gettext("Select"), not self.data, {})
        for code, name in self.names():
            yield Option(code, name, code == self.data, {})


class SwitchField(BooleanField):
    """Yes or no."""


class Picker(Protocol):
    """What a form is handed so that it can tell which record is meant; `queries.picking` answers it."""

    def pick(self, noun: str, text: str) -> Any: ...
    def suggest(self, noun: str, text: str) -> Sequence[str]: ...
    def line_of(self, record: Any) -> str: ...
    def shows(self, record: Any) -> bool: ...


class PickerField(StringField):
    """A record, by its name or reference, with suggestions while one types. The form hands in its ``picker``.

    A record that the reader may not see is not shown, and stays as long as nothing else is entered.
    """

    picker: Picker

    def __init__(self, label: Any, noun: str, **options: Any) -> None:
        super().__init__(label, **options)
        self.noun = noun

    def process_formdata(self, valuelist: list[str]) -> None:
        # Which record is meant is asked in ``pre_validate``: the field meets its picker only after it is made.
        pass

    def pre_validate(self, form: Any) -> None:
        if not self.raw_data:
            return
        text = str(self.raw_data[0]).strip()
        self.data = None
        if text == self._shown(self.object_data):
            # As it was: one that was put away meanwhile, or that is hidden from this reader, is kept.
            self.data = self.object_data
        elif text:
            try:
                self.data = self.picker.pick(self.noun, text)
            except DomainError as error:
                raise ValidationError(gettext(error.message, **error.values)) from error

    @property
    def suggestions(self) -> Sequence[str]:
        """What the list of suggestions holds before anything is typed, for a browser without scripts."""
        return self.picker.suggest(self.noun, "")

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return self._shown(self.data)

    def _shown(self, record: Any) -> str:
        return self.picker.line_of(record) if record is not None and self.picker.shows(record) else ""


class PickersField(Field):
    """Several records of one noun, each on a line of its own; an emptied line takes its record out.

    There is always an empty line, and a button that asks for ``SPARE`` more works without scripts. Records that the
    reader may not see are neither shown nor among the data: the command keeps them.
    """

    picker: Picker
    widget = ListWidget()
    SPARE = 2

    def __init__(self, label: Any, noun: str, more: Any = None, **options: Any) -> None:
        super().__init__(label, **options)
        self.noun = noun
        self.more = more or _("Add a line")
        self.wants_more = False

    def process_data(self, value: Any) -> None:
        self.data = list(value or [])

    def process_formdata(self, valuelist: list[str]) -> None:
        # Which records are meant is asked in ``pre_validate``: the field meets its picker only after it is made.
        pass

    def pre_validate(self, form: Any) -> None:
        if not self.raw_data:
            return
        # A record that was there before may have been put away since: it stays what it was.
        kept = {self.picker.line_of(record): record for record in self.object_data or () if self.picker.shows(record)}
        found, faults = [], []
        for line in self._typed():
            try:
                record = kept.get(line) or self.picker.pick(self.noun, line)
            except DomainError as error:
                faults.append(gettext(error.message, **error.values))
            else:
                found += [] if record in found else [record]
        self.data = found
        if faults:
            raise ValidationError(" ".join(faults))

    @property
    def lines(self) -> Sequence[str]:
        """What stands in the lines, and then at least one empty one."""
        if self.raw_data:
            lines = self._typed()
        else:
            lines = [self.picker.line_of(record) for record in self.data or () if self.picker.shows(record)]
        return [*lines, *[""] * (self.SPARE if self.wants_more or not lines else 1)]

    @property
    def suggestions(self) -> Sequence[str]:
        """What the list of suggestions holds before anything is typed, for a browser without scripts."""
        return self.picker.suggest(self.noun, "")

    def _typed(self) -> list[str]:
        lines = (" ".join(legible(str(line)).split()) for line in self.raw_data or ())
        return [line for line in lines if line]

    def _value(self) -> str:
        return ", ".join(line for line in self.lines if line)


class RecordsField(SelectMultipleField):
    """Several records of a short list, as boxes to tick. The form hands in ``options``: (record, label) pairs."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: Any = None, **options: Any) -> None:
        super().__init__(label, coerce=str, choices=[], validate_choice=False, **options)
        self.options: Sequence[tuple[Any, str]] = ()

    def process_data(self, value: Any) -> None:
        self.data = list(value or [])

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = list(valuelist)

    def pre_validate(self, form: Any) -> None:
        known = {record.reference: record for record, _label in self.options}
        chosen = [known.get(item) if isinstance(item, str) else item for item in self.data or ()]
        if None in chosen:
            raise ValidationError(gettext("Choose from the list."))
        self.data = chosen

    def iter_choices(self) -> Iterator[Option]:
        chosen = {item if isinstance(item, str) else item.reference for item in self.data or ()}
        for record, label in self.options:
            yield Option(record.reference, label, record.reference in chosen, {})


class AreasField(RecordsField):
    """Cooperation areas."""
