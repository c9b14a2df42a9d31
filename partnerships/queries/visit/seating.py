"""Who sits at a programme item: both sides in order of precedence, and who of them interprets."""

from collections.abc import Sequence

from partnerships.models.partnership import Side
from partnerships.models.visit import Attendance, Attendee, MemberRole, ProgrammeItem
from partnerships.queries.visit.participants import people_in_order

_INTERPRETERS = ("통역", "interpret")
_AWAY = (Attendance.ABSENT, Attendance.EXCUSED)


def seating_of(item: ProgrammeItem) -> tuple[Sequence[Attendee], Sequence[Attendee]]:
    """(home, guests) of ``item`` by precedence; who is of both sides sits with the home side, after it.

    ``attendees`` with ``person`` and ``member`` must be loaded.
    """
    attendees: list[Attendee] = people_in_order(item.attendees)
    guests = [one for one in attendees if one.side is Side.PARTNER]
    home = [one for one in attendees if one.side is Side.HOME]
    return [*home, *(one for one in attendees if one.side is Side.BOTH)], guests


def interprets(attendee: Attendee) -> bool:
    """Whether they interpret: by their role in the delegation, or by their title; ``member`` must be loaded."""
    if attendee.member is not None:
        return attendee.member.role is MemberRole.INTERPRETER
    if attendee.count not in (None, 1):
        return False
    title = f"{attendee.title_ko or ''} {attendee.title_en or ''}".lower()
    return any(word in title for word in _INTERPRETERS)


def stays_away(attendee: Attendee) -> bool:
    """Whether they do not come, or did not."""
    return attendee.attendance in _AWAY
