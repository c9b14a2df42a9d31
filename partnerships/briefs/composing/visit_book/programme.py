"""The journey and the days of a visit book."""

from collections.abc import Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from partnerships.briefs.composing.composer import Composer
from partnerships.briefs.paper import Edition
from partnerships.briefs.visit_book import DayEntry, ProgrammeDay, Stay
from partnerships.briefs.wording import write_people
from partnerships.languages import N_
from partnerships.models.visit import Leg, ProgrammeItem

# A day and the stay that it is part of: a journey over the date line has two stays on one day.
_Key = tuple[date | None, int | None]


def stays_of(pen: Composer) -> tuple[Stay, ...]:
    """The stays of the visit in their order."""
    return tuple(_stay(pen, leg) for leg in pen.visit.legs if not leg.is_archived)


def _stay(pen: Composer, leg: Leg) -> Stay:
    zone_words, offset = _clock(pen, leg)
    if pen.edition is Edition.PUBLIC:
        # How they travel and where they sleep is nobody's business outside.
        return Stay(
            city=pen.say(leg.city.name),
            arrives_on=leg.arrives_on,
            departs_on=leg.departs_on,
            zone_words=zone_words,
            offset=offset,
        )
    return Stay(
        city=pen.say(leg.city.name),
        arrives_on=leg.arrives_on,
        arrives_at=leg.arrives_at,
        arrives_by=leg.arrives_by or "",
        departs_on=leg.departs_on,
        departs_at=leg.departs_at,
        departs_by=leg.departs_by or "",
        hotel=leg.hotel or "",
        counterpart=pen.say(leg.counterpart.name) if leg.counterpart else "",
        zone_words=zone_words,
        offset=offset,
    )


def _clock(pen: Composer, leg: Leg) -> tuple[str, str]:
    """The clock of a stay in words and how far it is from the home side's; nothing where they agree."""
    noon = datetime.combine(leg.arrives_on or pen.as_of, time(12), ZoneInfo(leg.zone))
    here, home = noon.utcoffset(), noon.astimezone(ZoneInfo(pen.home_zone(leg.zone))).utcoffset()
    if here is None or home is None or here == home:
        return "", ""
    minutes = int((here - home).total_seconds()) // 60
    hours = f"{abs(minutes) // 60}" + (f":{abs(minutes) % 60:02d}" if minutes % 60 else "")
    words = N_("%(hours)s hours ahead of home time") if minutes > 0 else N_("%(hours)s hours behind home time")
    return pen.zone_words(leg.zone, leg.city), pen.word(words) % {"hours": hours}


def days_of(pen: Composer, numbers: Mapping[int, int]) -> tuple[ProgrammeDay, ...]:
    """The programme day by day; ``numbers`` tells which items (by id) have a sheet of their own."""
    items = [item for item in pen.visit.items if not item.is_archived]
    several = len([leg for leg in pen.visit.legs if not leg.is_archived]) > 1
    days: dict[_Key, list[ProgrammeItem]] = {}
    for item in sorted(items, key=_by_time):
        days.setdefault((item.day, item.leg_id if several else None), []).append(item)
    return tuple(
        ProgrammeDay(
            day=day,
            city=pen.say(some[0].leg.city.name) if several and some[0].leg else "",
            zone_words=next((words for item in some if (words := pen.home_time(item)[0])), ""),
            entries=tuple(_entry(pen, item, numbers.get(item.id)) for item in some),
        )
        for (day, _leg), some in sorted(days.items(), key=lambda pair: _by_day(*pair))
    )


def _by_time(item: ProgrammeItem) -> tuple[time, int]:
    return item.starts_at or time.max, item.number


def _by_day(key: _Key, items: list[ProgrammeItem]) -> tuple[date, float, int]:
    """By the calendar; two stays on one day by the real time at which their items begin."""
    starts = [item.starts_utc.timestamp() for item in items if item.starts_utc]
    return key[0] or date.max, min(starts, default=float("inf")), key[1] or 0


def _entry(pen: Composer, item: ProgrammeItem, meeting: int | None) -> DayEntry:
    _words, home_starts, home_ends = pen.home_time(item)
    notes = (
        write_people(item.audience_count, pen.language) if item.audience_count else "",
        pen.interpretation(item),
    )
    return DayEntry(
        title=pen.say(item.title),
        kind=pen.word(item.kind.label),
        starts=item.starts_at,
        ends=item.ends_at,
        home_starts=home_starts,
        home_ends=home_ends,
        place=pen.place(item),
        note=", ".join(filter(None, notes)),
        meeting=meeting,
    )
