"""How dates, times, lengths and numbers are written on paper, in Korean official style and in English."""

import re
from datetime import date, datetime, time, timedelta
from typing import Final

from partnerships.languages import Language

_KOREAN_DAYS: Final = "월화수목금토일"
_ENGLISH_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PARTIAL: Final = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|H([12])))?")


def write_date(day: date, language: str) -> str:
    """``2013. 10. 21.(월)`` or ``Monday 21 October 2013``."""
    if language == Language.KOREAN:
        return f"{day.year}. {day.month}. {day.day}.({_KOREAN_DAYS[day.weekday()]})"
    return f"{_ENGLISH_DAYS[day.weekday()]} {day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def write_short_date(day: date, language: str) -> str:
    """A date where its weekday does not matter: ``2013. 10. 21.`` or ``21 October 2013``."""
    return write_partial_date(day.isoformat(), language)


def write_day(day: date, language: str) -> str:
    """A date whose year is known from around it: ``10. 21.`` or ``21 Oct``."""
    if language == Language.KOREAN:
        return f"{day.month}. {day.day}."
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1][:3]}"


def write_partial_date(words: str, language: str) -> str:
    """A date as precise as it is known, from ``1976``, ``1976-05``, ``1976-05-18`` or ``2014-H2``.

    Anything else is already in words ("18th, month not legible") and is written as it came.
    """
    match = _PARTIAL.fullmatch(words)
    if match is None:
        return words
    year, month, day, half = match.groups()
    if language == Language.KOREAN:
        if day:
            return f"{year}. {int(month)}. {int(day)}."
        if month:
            return f"{year}. {int(month)}."
        return f"{year}년 {'상반기' if half == '1' else '하반기'}" if half else f"{year}년"
    if month:
        named = f"{_ENGLISH_MONTHS[int(month) - 1]} {year}"
        return f"{int(day)} {named}" if day else named
    return f"{'first' if half == '1' else 'second'} half of {year}" if half else year


def write_period(starts: str, ends: str, language: str) -> str:
    """From one partial date to another; whole days with their weekdays, and nothing twice that they share.

    ``2013. 10. 20.(일) ~ 10. 23.(수)`` or ``Sunday 20 – Wednesday 23 October 2013``.
    """
    days = [_whole_day(words) for words in (starts, ends or starts)]
    first, last = days
    if first is None or last is None:
        told = dict.fromkeys(write_partial_date(words, language) for words in (starts, ends) if words)
        return (" ~ " if language == Language.KOREAN else " – ").join(told)
    if first == last:
        return write_date(first, language)
    if language == Language.KOREAN:
        year = "" if first.year == last.year else f"{last.year}. "
        return f"{write_date(first, language)} ~ {year}{last.month}. {last.day}.({_KOREAN_DAYS[last.weekday()]})"
    shared = write_date(first, language).split(" ")
    if first.year == last.year:
        shared = shared[:-1] if first.month != last.month else shared[:-2]
    return f"{' '.join(shared)} – {write_date(last, language)}"


def _whole_day(words: str) -> date | None:
    match = _PARTIAL.fullmatch(words)
    return date.fromisoformat(words) if match and match[3] else None


def write_time(moment: time) -> str:
    """``09:00``, in both languages."""
    return f"{moment:%H:%M}"


def write_times(starts: time | None, ends: time | None) -> str:
    """``09:00 ~ 09:20``, ``09:00 ~`` when the end is open, and nothing when the start is not known."""
    if starts is None:
        return ""
    return f"{write_time(starts)} ~ {write_time(ends)}" if ends else f"{write_time(starts)} ~"


def write_english_times(starts: time | None, ends: time | None) -> str:
    """``09:00–09:20``, ``from 09:00``, or nothing."""
    if starts is None:
        return ""
    return f"{write_time(starts)}–{write_time(ends)}" if ends else f"from {write_time(starts)}"


def write_span(starts: time | None, ends: time | None, language: str) -> str:
    """The hours of something in the given language's own signs."""
    return write_times(starts, ends) if language == Language.KOREAN else write_english_times(starts, ends)


def write_minutes(minutes: int, language: str) -> str:
    """A length: ``20분`` or ``20 min``; from two hours on also in hours, ``2시간 30분`` or ``2 h 30 min``."""
    hours, rest = divmod(minutes, 60) if minutes >= 120 else (0, minutes)
    units = ("시간", "분") if language == Language.KOREAN else (" h", " min")
    parts = [f"{count}{unit}" for count, unit in zip((hours, rest), units, strict=True) if count]
    return " ".join(parts)


def minutes_between(starts: time, ends: time) -> int:
    """Minutes from ``starts`` to ``ends``, over midnight where the end is the earlier of the two."""
    anchor = date(2000, 1, 1)
    length = datetime.combine(anchor, ends) - datetime.combine(anchor, starts)
    return int((length % timedelta(days=1)).total_seconds()) // 60


def write_number(number: int) -> str:
    """``8,050,300``, in both languages."""
    return f"{number:,}"


def write_people(count: int, language: str) -> str:
    """A count of people: ``500명`` or ``500 people``."""
    if language == Language.KOREAN:
        return f"{write_number(count)}명"
    return f"{write_number(count)} {'person' if count == 1 else 'people'}"


def write_moment(moment: datetime, language: str) -> str:
    """A day and its hour: ``2013. 10. 21.(월) 09:00`` or ``Monday 21 October 2013, 09:00``."""
    gap = " " if language == Language.KOREAN else ", "
    return f"{write_date(moment.date(), language)}{gap}{write_time(moment.time())}"
