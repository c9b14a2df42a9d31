"""How it is noted what happens at a programme item: who came, what was raised and replied, and notes.

Notes come from phones on bad lines: late, twice, or out of order. Each act carries the time at which somebody noted
it, and may be sent again without harm.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

from partnerships.adapters.clock import today_in, utc_now
from partnerships.commands.records import add, assign, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import DEFAULT_LANGUAGE, N_, Language
from partnerships.models.visit import Attendance, Attendee, ItemNote, ProgrammeItem, TalkingPoint
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit.during import NOT_TAKING_PLACE, find_note_by_key

# What nobody can have seen before the day has come.
_SEEN = (Attendance.ATTENDED, Attendance.ABSENT)
_STILL_OPEN = (Attendance.INVITED, Attendance.CONFIRMED)
# Longer than anybody writes on a phone; what is pasted by mistake is refused with its words kept.
LONGEST_NOTE = 10_000
# The same tap sent twice differs by the way it took; what is noted later than that was meant anew.
_SAME_TAP = timedelta(seconds=5)
_CLIENT_KEY = re.compile(r"[0-9a-f-]{32,36}")


class PointNote(TypedDict, total=False):
    """What is noted of a talking point: whether it was raised (``None`` takes that back), and the reply.

    ``before`` are the replies in the same ``language`` that stood on the writer's screen, one after the other.
    """

    raised: bool | None
    language: Language
    reply: str
    before: Sequence[str]


def note_attendance(
    actor: Viewer, item: ProgrammeItem, attendee: Attendee, attendance: Attendance, at: datetime | None = None
) -> bool:
    """Note whether ``attendee`` came, as seen ``at``; ``False`` where a later note stands already."""
    with transaction(actor, "note_attendance"):
        ensure_may(actor, "visit.write", item.visit)
        _ensure_open(item)
        if attendee.is_archived:
            raise Invalid("attendance", N_("This entry was taken out of the attendance list."))
        if attendance in _SEEN:
            _ensure_come(item, "attendance")
        return _note(attendee, "attendance", attendance, _not_ahead(at))


def note_rest_attended(actor: Viewer, item: ProgrammeItem, at: datetime | None = None) -> int:
    """Note that all came of whom nothing was noted yet; returns how many they are."""
    with transaction(actor, "note_attendance"):
        ensure_may(actor, "visit.write", item.visit)
        _ensure_open(item)
        _ensure_come(item, "attendance")
        rest = [one for one in item.attendees if not one.is_archived and one.attendance in _STILL_OPEN]
        return sum(_note(one, "attendance", Attendance.ATTENDED, _not_ahead(at)) for one in rest)


def note_point(
    actor: Viewer, item: ProgrammeItem, point: TalkingPoint, at: datetime | None = None, **details: Unpack[PointNote]
) -> bool:
    """Note whether ``point`` was raised and what was replied; ``False`` where a later note of the first stands already.

    Where a colleague has written another reply meanwhile, both are kept, one under the other; an empty one takes back
    only what the writer saw.
    """
    with transaction(actor, "note_point"):
        ensure_may(actor, "visit.write", item.visit)
        _ensure_open(item)
        if point.is_archived:
            raise Invalid("reply", N_("This point was taken out."))
        reply = _checked("reply", details.get("reply", ""))
        if reply or details.get("raised") is not None:
            _ensure_come(item, "reply")
        if "reply" in details:
            field = f"reply_{details.get('language', DEFAULT_LANGUAGE)}"
            saved = getattr(point, field) or ""
            assign(point, {field: merged(saved, [_plain(text) for text in details.get("before", ())], reply) or None})
        return "raised" not in details or _note(point, "raised", details["raised"], _not_ahead(at))


def add_note(
    actor: Viewer, item: ProgrammeItem, text: str, written_at: datetime | None = None, client_key: str | None = None
) -> ItemNote:
    """Keep a note of what happens at ``item``; sent again under the same ``client_key`` it is there already."""
    with transaction(actor, "add_note"):
        ensure_may(actor, "visit.write", item.visit)
        if client_key is not None and not _CLIENT_KEY.fullmatch(client_key):
            raise Invalid(None, N_("The page could not read what was sent."))
        known = find_note_by_key(client_key) if client_key else None
        if known is not None and (known.item_id, known.by_id) != (item.id, actor.id):
            raise Invalid(None, N_("The page could not read what was sent."))
        if known is not None:
            return known
        _ensure_open(item)
        words = _checked("text", text)
        if not words:
            raise Invalid("text", N_("Write the note first."))
        note = ItemNote(
            item_id=item.id, by_id=actor.id, written_at=_not_ahead(written_at), text=words, client_key=client_key
        )
        add(note)
    return note


def archive_note(actor: Viewer, item: ProgrammeItem, note: ItemNote) -> None:
    """Take a note away; what it said stays in the history of the visit."""
    with transaction(actor, "archive_note"):
        ensure_may(actor, "visit.write", item.visit)
        put_away(note)


def merged(saved: str, before: Sequence[str], new: str) -> str:
    """``new`` in place of what stood ``before`` in ``saved``, losing nothing that somebody else wrote meanwhile.

    A text that is none of those before is a colleague's: it stays, and the new one follows after an empty line.
    """
    if saved in ("", new, *before):
        return new
    blocks = f"\n\n{saved}\n\n"
    if new and f"\n\n{new}\n\n" in blocks:
        return saved
    own = next((text for text in reversed(before) if text and f"\n\n{text}\n\n" in blocks), None)
    if own is not None:
        return blocks.replace(f"\n\n{own}\n\n", f"\n\n{new}\n\n" if new else "\n\n", 1).strip("\n")
    return f"{saved}\n\n{new}" if new else saved


def _note(row: Attendee | TalkingPoint, field: str, value: Attendance | bool | None, at: datetime) -> bool:
    """Set ``field`` as noted ``at``; ``False``, and nothing is set, where a later note stands."""
    if row.noted_at and at < row.noted_at:
        return False
    if getattr(row, field) != value or (row.noted_at and at - row.noted_at > _SAME_TAP):
        assign(row, {field: value, "noted_at": at})
    return True


def _not_ahead(at: datetime | None) -> datetime:
    """Nobody has noted anything in the future: a clock that is ahead must not win for ever."""
    now = utc_now()
    return min(at, now) if at else now


def _ensure_open(item: ProgrammeItem) -> None:
    if item.is_archived or item.visit.is_archived:
        raise Invalid(None, N_("This item was taken out of the programme."))
    if item.visit.status in NOT_TAKING_PLACE:
        raise Invalid(None, N_("This visit is not taking place."))


def _ensure_come(item: ProgrammeItem, field: str) -> None:
    if item.day and item.day > today_in(item.zone):
        raise Invalid(field, N_("Its day has not come yet."))


def _checked(field: str, text: str) -> str:
    words = _plain(text)
    if len(words) > LONGEST_NOTE:
        raise Invalid(field, N_("This is too long: at most %(most)s characters."), most=LONGEST_NOTE)
    return words


def _plain(text: str) -> str:
    """As typed, but with one kind of line break, since browsers send another than they show."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
