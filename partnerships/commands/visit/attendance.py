"""How it is recorded who attends a programme item."""

from typing import TypedDict, Unpack

from partnerships.adapters.clock import utc_now
from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.order import place_in_order
from partnerships.commands.visit.title import with_title_held
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.visit import OVER, Attendance, Attendee, Member, ProgrammeItem
from partnerships.permissions import Viewer, ensure_may


class AttendeeDetails(TypedDict, total=False):
    """What is said of an attendee: a person, a post without a name, or a described group with a ``count``.

    ``position`` is the place in the order of precedence of the side, from 1.
    """

    side: Side
    person: Person | None
    title_ko: str | None
    title_en: str | None
    count: int | None
    attendance: Attendance
    position: int | None
    note: str | None


def add_attendee(actor: Viewer, item: ProgrammeItem, **details: Unpack[AttendeeDetails]) -> Attendee:
    """Add somebody to those who attend ``item``; an empty title is the one that the person held on that day."""
    with transaction(actor, "add_attendee"):
        ensure_may(actor, "visit.write", item.visit)
        attendee = Attendee(item_id=item.id, position=0, attendance=usual_attendance(item))
        _apply(item, attendee, details)
        add(attendee)
    return attendee


def revise_attendee(
    actor: Viewer,
    item: ProgrammeItem,
    attendee: Attendee,
    version: int | None = None,
    **details: Unpack[AttendeeDetails],
) -> None:
    """Change what is recorded of an attendee."""
    with transaction(actor, "revise_attendee"):
        ensure_may(actor, "visit.write", item.visit)
        at_version(attendee, version)
        _apply(item, attendee, details)


def archive_attendee(actor: Viewer, item: ProgrammeItem, attendee: Attendee) -> None:
    """Take somebody out of those who attend."""
    with transaction(actor, "archive_attendee"):
        ensure_may(actor, "visit.write", item.visit)
        put_away(attendee)


def usual_attendance(item: ProgrammeItem) -> Attendance:
    """What attendance begins with: of a visit that is over they attended, else they are invited."""
    return Attendance.ATTENDED if item.visit.status in OVER else Attendance.INVITED


def attendee_of(item: ProgrammeItem, side: Side, member: Member, place: int) -> Attendee:
    """A member of a delegation as an attendee of ``item``: named, titled and counted as there."""
    return Attendee(
        item_id=item.id,
        side=side,
        member_id=member.id,
        person_id=member.person_id,
        title_ko=member.title_ko,
        title_en=member.title_en,
        count=member.count,
        note=member.note,
        position=place,
        attendance=usual_attendance(item),
    )


def _apply(item: ProgrammeItem, attendee: Attendee, details: AttendeeDetails) -> None:
    side = details.get("side", attendee.side)
    if side is None:
        raise Invalid("side", N_("Choose a side."))
    starts = item.visit.starts
    day = item.day or (starts.earliest if starts else None) or utc_now().date()
    filled = with_title_held(attendee, dict(details), day)
    person = filled.get("person", attendee.person)
    if person is not None and any(
        other is not attendee and not other.is_archived and other.person_id == person.id for other in item.attendees
    ):
        raise Invalid("person", N_("This person is among the attendees already."))
    wanted = filled.pop("position", None)
    if attendee.id is not None and filled.get("attendance", attendee.attendance) is not attendee.attendance:
        # Set by hand now: what a phone noted before and sends later must not overrule it.
        filled["noted_at"] = utc_now()
    if attendee.side is not None and attendee.side is not side:
        attendee.position = 0
    assign(attendee, filled)
    place_in_order(attendee, [other for other in item.attendees if other.side is side], wanted)
