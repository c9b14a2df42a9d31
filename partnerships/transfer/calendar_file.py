"""The calendar as other calendars read it: iCalendar (RFC 5545), the same bytes for the same records."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from partnerships.briefs.catalogue import translations_of
from partnerships.languages import N_, Language
from partnerships.queries.calendar import CalendarEntry, CalendarKind, Certainty

PRODUCT = "-//Partnerships//International Relations Desk//EN"
# What neither blocks anybody's time nor is a meeting.
_REMINDERS = frozenset(CalendarKind) - {CalendarKind.VISIT, CalendarKind.ITEM}
_LONGEST_SUMMARY = 200
# Records that are older than the noting of their making.
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_STATUS = {
    Certainty.TENTATIVE: "TENTATIVE",
    Certainty.CONFIRMED: "CONFIRMED",
    Certainty.CANCELLED: "CANCELLED",
}


def write_calendar(
    entries: Sequence[CalendarEntry], name: str, language: Language, host: str, address_of: Callable[[str], str]
) -> bytes:
    """``entries`` as a file of the media type ``text/calendar``, UTF-8.

    Hours are written in UTC, which every calendar turns into its reader's own; the hours on the spot stand in the
    description. A restricted entry tells nothing but that the time is taken. ``host`` makes identities worldwide
    unique, ``address_of`` gives the address of a reference.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry, language, host, address_of))
    content: bytes = calendar.to_ical(sorted=False)
    return content


def _event(entry: CalendarEntry, language: Language, host: str, address_of: Callable[[str], str]) -> Event:
    word = translations_of(language).gettext
    event = Event()
    event.add("uid", f"{entry.uid}@{host}")
    event.add("dtstamp", entry.made_at or _LONG_AGO)
    event.add("sequence", entry.version)
    if entry.starts:
        event.add("dtstart", entry.starts)
        if entry.ends and entry.ends > entry.starts:
            event.add("dtend", entry.ends)
    else:
        event.add("dtstart", entry.first)
        # The end of a whole day is, to the format, the beginning of the next.
        event.add("dtend", entry.last + timedelta(days=1))
    event.add("status", _STATUS[entry.certainty])
    is_free = entry.kind in _REMINDERS or entry.certainty is Certainty.CANCELLED
    event.add("transp", "TRANSPARENT" if is_free else "OPAQUE")
    if entry.is_restricted:
        event.add("summary", word(N_("Busy")))
        event.add("class", "PRIVATE")
        return event
    event.add("summary", summary_of(entry, language)[:_LONGEST_SUMMARY])
    event.add("categories", [word(entry.kind.label)])
    if entry.place:
        event.add("location", entry.place)
    event.add("description", "\n".join(_description(entry, language)))
    event.add("url", address_of(entry.reference))
    return event


def summary_of(entry: CalendarEntry, language: Language) -> str:
    """The one line by which an entry is known: of reminders, what they remind of comes first."""
    catalogue = translations_of(language)
    if entry.kind is CalendarKind.ANNIVERSARY and entry.years:
        # Only round ones are kept, from the fifth on: all of them end in "th".
        told: str = catalogue.gettext(N_("%(num)sth anniversary: %(city)s"))
        return told % {"num": entry.years, "city": entry.title}
    if entry.kind is CalendarKind.EXPIRY and entry.word:
        return f"{catalogue.gettext(entry.word.label)}: {entry.title}"
    if entry.kind in (CalendarKind.TASK, CalendarKind.REPORT, CalendarKind.COMMITMENT):
        return f"{catalogue.gettext(entry.kind.label)}: {entry.title}"
    return entry.title


def _description(entry: CalendarEntry, language: Language) -> list[str]:
    word = translations_of(language).gettext
    lines = [f"{word(entry.word.label)} · {entry.reference}" if entry.word else entry.reference]
    if entry.starts and entry.zone:
        zone = ZoneInfo(entry.zone)
        hours = [f"{instant.astimezone(zone):%H:%M}" for instant in (entry.starts, entry.ends) if instant]
        lines.append(word(N_("On the spot: %(hours)s (%(zone)s)")) % {"hours": "–".join(hours), "zone": entry.zone})
    if entry.is_vague:
        lines.append(word(N_("The day is not fixed yet.")))
    if entry.is_example:
        lines.append(word(N_("Example")))
    return lines
