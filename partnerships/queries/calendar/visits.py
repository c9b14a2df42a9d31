"""Visits and their programme in the calendar."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select

from partnerships.extensions import db
from partnerships.models.base import Disclosure
from partnerships.models.city import City, Place
from partnerships.models.types import PartialDate, earliest, latest
from partnerships.models.visit import NOT_HELD, Leg, ProgrammeItem, TeamMember, Visit, VisitStatus
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.calendar.entry import Asked, CalendarEntry, CalendarKind, Certainty
from partnerships.queries.finding import in_language

_TENTATIVE = (VisitStatus.REQUESTED, VisitStatus.PLANNED)


def visit_entries(asked: Asked) -> Iterator[CalendarEntry]:
    """Each visit from its first to its last day; a year alone is no day and is left out."""
    begins, ends = earliest(Visit.starts), func.coalesce(latest(Visit.ends), latest(Visit.starts))
    rows = db.session.execute(
        select(
            Visit.id,
            Visit.reference,
            Visit.version,
            Visit.created_at,
            Visit.starts,
            Visit.ends,
            Visit.status,
            Visit.disclosure,
            Visit.is_example,
            in_language(asked.language, Visit.title_ko, Visit.title_en).label("title"),
        )
        .where(*visits_asked(asked), begins <= asked.last, ends >= asked.first)
        .order_by(begins, Visit.id)
    ).all()
    places = _cities_of([row.id for row in rows], asked.language)
    for row in rows:
        days = _days(row.starts, row.ends)
        if days is None:
            continue
        yield CalendarEntry(
            kind=CalendarKind.VISIT,
            uid=row.reference,
            version=row.version,
            made_at=row.created_at,
            title=row.title,
            reference=row.reference,
            first=days[0],
            last=days[1],
            place=", ".join(places.get(row.id, ())),
            word=row.status,
            certainty=_certainty(row.status),
            is_restricted=row.disclosure is Disclosure.RESTRICTED,
            is_example=row.is_example,
            is_vague=row.starts.day is None or (row.ends is not None and row.ends.day is None),
        )


def item_entries(asked: Asked) -> Iterator[CalendarEntry]:
    """The items of programmes that have a day; those of visits that do not take place are left out."""
    rows = db.session.execute(
        select(
            Visit.reference,
            Visit.status,
            Visit.disclosure,
            Visit.is_example,
            Visit.created_at,
            ProgrammeItem.number,
            ProgrammeItem.version,
            ProgrammeItem.kind,
            ProgrammeItem.day,
            ProgrammeItem.starts_utc,
            ProgrammeItem.ends_utc,
            ProgrammeItem.zone,
            in_language(asked.language, ProgrammeItem.title_ko, ProgrammeItem.title_en).label("title"),
            in_language(asked.language, ProgrammeItem.place_ko, ProgrammeItem.place_en).label("place"),
            in_language(asked.language, Place.name_ko, Place.name_en).label("hall"),
        )
        .join(Visit, Visit.id == ProgrammeItem.visit_id)
        .outerjoin(Place, Place.id == ProgrammeItem.place_id)
        .where(*visits_asked(asked), Visit.status.not_in(NOT_HELD), ProgrammeItem.archived_at.is_(None))
        .where(ProgrammeItem.day >= asked.first, ProgrammeItem.day <= asked.last)
        .order_by(ProgrammeItem.day, ProgrammeItem.starts_utc, ProgrammeItem.visit_id, ProgrammeItem.number)
    )
    for row in rows:
        yield CalendarEntry(
            kind=CalendarKind.ITEM,
            uid=f"{row.reference}-{row.number}",
            version=row.version,
            made_at=row.created_at,
            title=row.title,
            reference=f"{row.reference}/{row.number}",
            first=row.day,
            last=row.day,
            starts=row.starts_utc,
            ends=row.ends_utc,
            zone=row.zone,
            place=row.hall or row.place or "",
            word=row.kind,
            certainty=_certainty(row.status),
            is_restricted=row.disclosure is Disclosure.RESTRICTED,
            is_example=row.is_example,
        )


def visits_asked(asked: Asked) -> list[ColumnElement[bool]]:
    """The conditions under which a visit is asked for."""
    conditions: list[ColumnElement[bool]] = [visible_to(asked.viewer, Visit), Visit.archived_at.is_(None)]
    if asked.homes is not None:
        conditions.append(Visit.home_id.in_(asked.homes))
    if asked.visit_id is not None:
        conditions.append(Visit.id == asked.visit_id)
    if asked.mine:
        conditions.append(is_run_by(asked.viewer))
    return conditions


def is_run_by(viewer: Viewer) -> ColumnElement[bool]:
    """Whether a visit is in the viewer's charge: as its officer, or in its team."""
    named = select(TeamMember.visit_id).where(TeamMember.user_id == viewer.id, TeamMember.archived_at.is_(None))
    return or_(Visit.owner_id == viewer.id, Visit.id.in_(named))


def _days(starts: PartialDate | None, ends: PartialDate | None) -> tuple[date, date] | None:
    if starts is None or starts.earliest is None or starts.latest is None or starts.precision in ("year", "half"):
        return None
    last = ends.latest if ends and ends.latest else starts.latest
    return starts.earliest, max(last, starts.earliest)


def _certainty(status: VisitStatus) -> Certainty:
    if status in NOT_HELD:
        return Certainty.CANCELLED
    return Certainty.TENTATIVE if status in _TENTATIVE else Certainty.CONFIRMED


def _cities_of(ids: list[int], language: str) -> dict[int, list[str]]:
    """{id of a visit: the cities of its stays, in their order}."""
    name: Any = in_language(language, City.name_ko, City.name_en)
    rows = db.session.execute(
        select(Leg.visit_id, name)
        .join(City, City.id == Leg.city_id)
        .where(Leg.visit_id.in_(ids), Leg.archived_at.is_(None))
        .order_by(Leg.visit_id, Leg.position, Leg.id)
    )
    cities: dict[int, list[str]] = {}
    for visit_id, city in rows:
        if city not in cities.setdefault(visit_id, []):
            cities[visit_id].append(city)
    return cities
