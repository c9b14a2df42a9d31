"""Small values that many records share: choices with labels, bilingual text, partial dates, UTC instants."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Self, TypeVar

from sqlalchemy import Boolean, Date, DateTime, Dialect, Enum, String, TypeDecorator
from sqlalchemy.orm import Composite, InstrumentedAttribute, MappedColumn, composite, mapped_column
from sqlalchemy.sql import ColumnElement

from partnerships.languages import Language


class Choice(StrEnum):
    """One of a fixed list of values, each with an English ``label``, a msgid: ``NAME = "value", N_("Label")``."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


ChoiceType = TypeVar("ChoiceType", bound=Choice)


def choice_column(choices: type[ChoiceType], name: str, **options: Any) -> MappedColumn[ChoiceType]:
    """A column that holds one of ``choices``, as its value, with a CHECK named after the column."""
    kind = Enum(
        choices,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=40,
        values_callable=lambda members: [member.value for member in members],
    )
    return mapped_column(name, kind, **options)


@dataclass(frozen=True)
class Bilingual:
    """A text in Korean and English; where one is missing the other stands in for it."""

    ko: str | None
    en: str | None

    def text(self, language: str) -> str:
        """The text in ``language`` or, failing that, in the other one; empty when there is none."""
        first, second = (self.ko, self.en) if language == Language.KOREAN else (self.en, self.ko)
        return first or second or ""

    def other(self, language: str) -> str:
        """The text in the language that ``text(language)`` did not show; empty when it is missing or the same."""
        if not (self.ko and self.en) or self.ko == self.en:
            return ""
        return self.en if language == Language.KOREAN else self.ko

    def __bool__(self) -> bool:
        return bool(self.ko or self.en)


_ISO = re.compile(r"^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_HALF = re.compile(r"^(\d{4})\s*-?\s*H([12])$", re.IGNORECASE)
_KOREAN = re.compile(r"^(\d{4})년(?:\s*(\d{1,2})월(?:\s*(\d{1,2})일)?)?$")
_KOREAN_HALF = re.compile(r"^(\d{4})년\s*(상|하)반기$")
_DOTTED = re.compile(r"^(\d{4})\s*[./]\s*(\d{1,2})(?:\s*[./]\s*(\d{1,2}))?\s*\.?(?:\s*\(?[월화수목금토일]\)?)?$")
_GAPPED = re.compile(r"^(\d{4}|XXXX)-(\d{1,2}|XX)-(\d{1,2})$", re.IGNORECASE)
_ENGLISH = re.compile(r"^(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})$")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}


class NotADate(ValueError):
    """The words cannot be read as a date, whole or partial."""


@dataclass(frozen=True)
class PartialDate:
    """A date as well as it is known.

    ``words`` is what was written, ``earliest`` and ``latest`` the days that it can mean (``None`` when not even the
    year is known), ``inferred`` marks a date that nobody stated but that follows from the context.
    """

    words: str
    earliest: date | None
    latest: date | None
    inferred: bool = False

    @classmethod
    def parse(cls, words: str, inferred: bool = False) -> Self:
        """Read `1976`, `1976-05`, `2013.10.21`, `2014-H2`, `1976년 5월`, `May 1976`, `2013-XX-21`, `XXXX-05-18`.

        Raises :class:`NotADate` when the words are none of these or the day does not exist.
        """
        words = " ".join(words.split())
        try:
            earliest, latest = _bounds(words)
        except ValueError as error:
            raise NotADate(words) from error
        return cls(words, earliest, latest, inferred)

    @classmethod
    def of(cls, day: date) -> Self:
        """A day that is fully known."""
        return cls(day.isoformat(), day, day)

    @classmethod
    def from_columns(
        cls, words: str | None, earliest: date | None, latest: date | None, inferred: bool | None
    ) -> Self | None:
        """What the database holds, back as a value; ``None`` where no date is recorded."""
        return None if words is None else cls(words, earliest, latest, bool(inferred))

    def __composite_values__(self) -> tuple[str, date | None, date | None, bool]:
        return self.words, self.earliest, self.latest, self.inferred

    @property
    def day(self) -> date | None:
        """The day, when it is fully known."""
        return self.earliest if self.earliest == self.latest else None

    def is_surely_before(self, other: "PartialDate") -> bool:
        """Whether each day that it can mean lies before each that ``other`` can: 2012 before 2013-05, not 2013."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def is_surely_after(self, day: date) -> bool:
        """Whether each day that it can mean lies after ``day``."""
        return self.earliest is not None and self.earliest > day

    @property
    def iso(self) -> str:
        """The one way of writing it, whatever was typed: ``1976``, ``1976-05``, ``1976-05-18``, ``2014-H2``.

        A day whose month or year is unknown stays as it was written.
        """
        first = self.earliest
        if first is None or self.precision == "other":
            return self.words
        written = {
            "day": first.isoformat(),
            "month": f"{first:%Y-%m}",
            "half": f"{first.year}-H{1 if first.month == 1 else 2}",
            "year": str(first.year),
        }
        return written[self.precision]

    @property
    def precision(self) -> str:
        """``day``, ``month``, ``half``, ``year`` or ``other`` (a day whose month or year is unknown)."""
        if self.earliest is None or self.latest is None:
            return "other"
        if self.earliest == self.latest:
            return "day"
        if _GAPPED.match(self.words):
            return "other"
        months = self.latest.month - self.earliest.month + 1
        return {1: "month", 6: "half", 12: "year"}.get(months, "other")


def _bounds(words: str) -> tuple[date | None, date | None]:
    if half := _HALF.match(words) or _KOREAN_HALF.match(words):
        year, second = int(half[1]), half[2] in ("2", "하")
        return (date(year, 7, 1), date(year, 12, 31)) if second else (date(year, 1, 1), date(year, 6, 30))
    if gapped := _GAPPED.match(words):
        if not (gapped[1].isdecimal() and gapped[2].isdecimal()):
            return _gapped_bounds(gapped[1].upper(), gapped[2].upper(), int(gapped[3]))
    if parts := _ISO.match(words) or _KOREAN.match(words) or _DOTTED.match(words):
        return _span(int(parts[1]), *(int(part) if part else None for part in (parts[2], parts[3])))
    if parts := _ENGLISH.match(words):
        if (month := _MONTHS.get(parts[2].lower())) is not None:
            return _span(int(parts[3]), month, int(parts[1]) if parts[1] else None)
    raise ValueError(words)


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and the last day; a part that was not written is ``None``, while a written zero is no date."""
    if month is not None and day is not None:
        return date(year, month, day), date(year, month, day)
    if month is not None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _gapped_bounds(year: str, month: str, day: int) -> tuple[date | None, date | None]:
    if year == "XXXX":
        # A leap year, so that 29 February is accepted as a day whose year is unknown.
        date(2000, 1 if month == "XX" else int(month), day)
        return None, None
    possible = [
        date(int(year), number, day) for number in range(1, 13) if day <= calendar.monthrange(int(year), number)[1]
    ]
    if not day >= 1 or not possible:
        raise ValueError(day)
    return possible[0], possible[-1]


def partial_date(name: str) -> Composite[PartialDate | None]:
    """Four columns, ``{name}_words``, ``_earliest``, ``_latest`` and ``_inferred``, read and written as one value."""
    return composite(
        PartialDate.from_columns,
        mapped_column(f"{name}_words", String(60), nullable=True),
        mapped_column(f"{name}_earliest", Date, nullable=True, index=True),
        mapped_column(f"{name}_latest", Date, nullable=True),
        mapped_column(f"{name}_inferred", Boolean, nullable=True),
        return_none_on=lambda words, *_: words is None,
    )


def earliest(attribute: InstrumentedAttribute[PartialDate | None]) -> ColumnElement[date | None]:
    """The column that a partial date sorts and filters by from below."""
    return attribute.property.columns[1]  # type: ignore[no-any-return]  # the composite's columns are untyped


def latest(attribute: InstrumentedAttribute[PartialDate | None]) -> ColumnElement[date | None]:
    """The column that a partial date filters by from above."""
    return attribute.property.columns[2]  # type: ignore[no-any-return]  # the composite's columns are untyped


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, always aware and in UTC, on databases that keep zones and on those that do not."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("An instant needs a zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
