"""Ends, notice days and reviews of agreements in the calendar, and the anniversaries of ties."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select

from partnerships.extensions import db
from partnerships.models.agreement import Agreement
from partnerships.models.base import Disclosure
from partnerships.models.partnership import Partnership
from partnerships.queries.calendar.entry import Asked, CalendarEntry, CalendarKind
from partnerships.queries.partnership.anniversary import list_anniversaries
from partnerships.queries.watch.listing import WatchFilter, list_between


def expiry_entries(asked: Asked) -> Iterator[CalendarEntry]:
    """What comes up for agreements of one's own home sides and is not settled."""
    if asked.visit_id is not None:
        return
    found = list_between(
        asked.viewer, WatchFilter(mine=asked.mine), asked.first, asked.last, asked.today, asked.language
    )
    about = _about([coming.agreement_id for coming in found])
    for coming in found:
        disclosure, home_id, version, made_at = about[coming.agreement_id]
        if coming.is_settled() or (asked.homes is not None and home_id not in asked.homes):
            continue
        yield CalendarEntry(
            kind=CalendarKind.EXPIRY,
            uid=f"{coming.reference}-{coming.kind}-{coming.day.isoformat()}",
            version=version,
            made_at=made_at,
            title=coming.title,
            reference=coming.reference,
            first=coming.day,
            last=coming.day,
            word=coming.kind,
            is_restricted=disclosure is Disclosure.RESTRICTED,
            is_example=coming.is_example,
        )


def anniversary_entries(asked: Asked) -> Iterator[CalendarEntry]:
    """Round anniversaries of ties that are known to the day or the month."""
    if asked.visit_id is not None or asked.mine:
        return
    # Those gone by are history and stand with the tie.
    years = max(asked.last.year - asked.today.year + 1, 1)
    found = [
        one
        for one in list_anniversaries(asked.viewer, asked.today, years)
        if one.anniversary.when.precision in ("day", "month")
        and one.anniversary.begins_by(asked.last)
        and one.anniversary.is_on_or_after(asked.first)
    ]
    ties = _ties([one.reference for one in found])
    for one in found:
        when, (disclosure, home_id, version, made_at) = one.anniversary.when, ties[one.reference]
        if when.earliest is None or when.latest is None:
            continue
        if asked.homes is not None and home_id not in asked.homes:
            continue
        yield CalendarEntry(
            kind=CalendarKind.ANNIVERSARY,
            uid=f"{one.reference}-{one.anniversary.years}",
            version=version,
            made_at=made_at,
            title=one.partner.text(asked.language),
            reference=one.reference,
            first=when.earliest,
            last=when.latest,
            years=one.anniversary.years,
            is_restricted=disclosure is Disclosure.RESTRICTED,
            is_vague=when.day is None,
        )


_About = tuple[Disclosure, int | None, int, datetime]


def _about(ids: list[int]) -> dict[int, _About]:
    columns = Agreement.id, Agreement.disclosure, Agreement.home_id, Agreement.version, Agreement.created_at
    rows = db.session.execute(select(*columns).where(Agreement.id.in_(ids)))
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def _ties(references: list[str]) -> dict[str, _About]:
    columns = (
        Partnership.reference,
        Partnership.disclosure,
        Partnership.home_id,
        Partnership.version,
        Partnership.created_at,
    )
    rows = db.session.execute(select(*columns).where(Partnership.reference.in_(references)))
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}
