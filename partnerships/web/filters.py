"""How values read on a page: dates as well as they are known, times, instants, numbers, countries, labels."""

from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_skeleton, format_timedelta
from babel.numbers import format_decimal
from flask_babel import gettext

from partnerships.adapters.clock import utc_now
from partnerships.forms.account import LANGUAGE_NAMES
from partnerships.languages import Language
from partnerships.models.alias import Alias
from partnerships.models.types import Bilingual, Choice, PartialDate
from partnerships.queries.countries import country_name
from partnerships.queries.languages import language_name
from partnerships.web.current import language, settings
from partnerships.web.naming import act_in_words, field_in_words
from partnerships.web.words import catalogue


def text(value: Bilingual | None) -> str:
    """A bilingual text in the language of the page."""
    return value.text(language()) if value else ""


def other(value: Bilingual | None) -> str:
    """The same text in the other language, where it differs."""
    return value.other(language()) if value else ""


def label(choice: Choice | None) -> str:
    """The label of a choice; empty for none."""
    return str(catalogue().ugettext(choice.label)) if choice else ""


def day(value: date | None) -> str:
    """A full date with its weekday: ``2013. 10. 21.(월)``, ``Mon 21 October 2013``."""
    if value is None:
        return ""
    if language() == Language.KOREAN:
        return format_date(value, "y. M. d.(EEE)", locale="ko")
    return format_date(value, "EEE d MMMM y", locale="en_GB")


def short_day(value: date | None) -> str:
    """A day of a year that is plain from its surroundings: ``10. 21.(월)``, ``Mon 21 Oct``."""
    if value is None:
        return ""
    if language() == Language.KOREAN:
        return format_date(value, "M. d.(EEE)", locale="ko")
    return format_date(value, "EEE d MMM", locale="en_GB")


def plain_day(value: date | None) -> str:
    """A full date without its weekday, for tables: ``2013. 10. 21.``, ``21 Oct 2013``."""
    if value is None:
        return ""
    return _plain_day(value, language())


@lru_cache(maxsize=4096)
def _plain_day(value: date, language: Language) -> str:
    return format_date(value, *(("y. M. d.", "ko") if language == Language.KOREAN else ("d MMM y", "en_GB")))


def month(value: date | None) -> str:
    """The month of a day: ``2013년 10월``, ``October 2013``."""
    if value is None:
        return ""
    return format_skeleton("yMMMM", value, locale="ko" if language() == Language.KOREAN else "en_GB")


def partial(value: PartialDate | None) -> str:
    """A date as well as it is known: ``1976년``, ``May 1976``, ``21 Oct 2013``; inferred ones say so."""
    if value is None:
        return ""
    read = _partial(value)
    return str(gettext("%(date)s (inferred)", date=read)) if value.inferred else read


def _partial(value: PartialDate) -> str:
    korean = language() == Language.KOREAN
    first = value.earliest
    if value.precision == "day":
        return plain_day(first)
    if first is None or value.precision == "other":
        return value.words
    if value.precision == "month":
        return format_skeleton("yMMMM", first, locale="ko" if korean else "en_GB")
    if value.precision == "half":
        half = gettext("first half of %(year)s") if first.month == 1 else gettext("second half of %(year)s")
        return str(half % {"year": first.year})
    return f"{first.year}년" if korean else str(first.year)


def clock(value: time | None) -> str:
    """A time of day on the 24-hour clock."""
    return value.strftime("%H:%M") if value else ""


def clock_in(value: datetime | None, zone: str | None) -> str:
    """The wall clock of an instant in ``zone``, by default the home city's."""
    return clock(value.astimezone(ZoneInfo(zone or settings().home_zone)).time()) if value else ""


def weekday(value: date) -> str:
    """The short name of a day's weekday."""
    return format_date(value, "EEE", locale=str(language()))


def instant(value: datetime | None) -> str:
    """An instant in the home city's zone, to the minute."""
    if value is None:
        return ""
    here = value.astimezone(ZoneInfo(settings().home_zone))
    if language() == Language.KOREAN:
        return format_datetime(here, "y. M. d. HH:mm", locale="ko")
    return format_datetime(here, "d MMM y, HH:mm", locale="en_GB")


def from_now(value: datetime | None) -> str:
    """How far off an instant is, in minutes up to two hours: ``25분 후``, ``in 25 minutes``; today.js says the same."""
    if value is None:
        return ""
    away = value - utc_now()
    return format_timedelta(away, granularity="minute", threshold=2, add_direction=True, locale=str(language()))


def number(value: int | float | Decimal | None) -> str:
    """A number with thousands commas and no needless decimals."""
    return "" if value is None else format_decimal(value, format="#,##0.####", locale=str(language()))


def size(value: int | None) -> str:
    """A file's size in kB or MB."""
    if value is None:
        return ""
    return f"{value / 1_000_000:.1f} MB" if value >= 1_000_000 else f"{max(value // 1000, 1)} kB"


def country(code: str | None) -> str:
    """The name of a country by its code, in the language of the page."""
    return country_name(code, language()) if code else ""


def language_label(tag: str | None) -> str:
    """The name of a language by its BCP 47 tag, in the language of the page."""
    return language_name(tag, language()) if tag else ""


def years(alias: Alias) -> str:
    """From when to when a name was borne, as well as that is known: ``1910년 ~ 1945년``, ``until 1979``."""
    begun, ended = partial(alias.begins), partial(alias.ends)
    if begun and ended:
        return f"{begun} ~ {ended}"
    if ended:
        return str(gettext("until %(date)s", date=ended))
    return str(gettext("since %(date)s", date=begun)) if begun else ""


def act_label(act: str) -> str:
    """What a command is called in the history."""
    return str(gettext(act_in_words(act)))


def history_value(value: Any) -> str:
    """A value of the audit trail: choices by their labels, dates as dates, yes and no as such."""
    if isinstance(value, Choice):
        return label(value)
    if isinstance(value, Language):
        return LANGUAGE_NAMES[value]
    if isinstance(value, bool):
        return str(gettext("Yes") if value else gettext("No"))
    if isinstance(value, datetime):
        return instant(value)
    if isinstance(value, date):
        return plain_day(value)
    return "" if value is None else str(value)


def field_label(field: str) -> str:
    """What a field is called in the history."""
    return str(gettext(field_in_words(field)))


FILTERS: dict[str, Any] = {
    "act_label": act_label,
    "clock": clock,
    "clock_in": clock_in,
    "country": country,
    "day": day,
    "field_label": field_label,
    "filesize": size,
    "from_now": from_now,
    "history_value": history_value,
    "instant": instant,
    "label": label,
    "month": month,
    "language_name": language_label,
    "number": number,
    "other": other,
    "partial": partial,
    "plain_day": plain_day,
    "short_day": short_day,
    "text": text,
    "weekday": weekday,
    "years": years,
}
