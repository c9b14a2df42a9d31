"""What is noted on the day: attendance, points and replies, notes; by a plain form, or by the phone's outbox.

The outbox asks for JSON. It sends what it kept until it hears that it was kept here, so each act may come twice.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from flask import jsonify, request, url_for
from werkzeug.wrappers import Response

from partnerships.adapters.clock import utc_now
from partnerships.commands.visit import during as commands
from partnerships.errors import Conflict, DomainError, Invalid, NotFound
from partnerships.languages import N_
from partnerships.models.visit import Attendance, ItemNote, ProgrammeItem, TalkingPoint
from partnerships.queries import visit as visits
from partnerships.queries.visit import during as queries
from partnerships.views.visits.blueprint import ITEM, blueprint
from partnerships.views.visits.today import today_page
from partnerships.web.current import language, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import done, told

Answer = Response | tuple[Response, int] | tuple[str, int]

# Two phones that note the same thing in the same instant: the second tries again on what the first has left.
_TRIES = 3
_RAISED = {"yes": True, "no": False, "open": None}
# An outbox that was forgotten in a drawer for longer than this has a clock that cannot be trusted.
_OLDEST = timedelta(days=60)


@blueprint.post(f"{ITEM}/attendance")
@requires("visit.write")
def attendance_note(reference: str, item: int) -> Answer:
    """Note who came: ``mark`` is ``<attendee>:<attendance>``, or ``rest:attended``."""
    who, _colon, value = request.form.get("mark", "").partition(":")

    def note(found: ProgrammeItem) -> None:
        if (who, value) == ("rest", Attendance.ATTENDED):
            commands.note_rest_attended(viewer(), found, _noted_at())
            return
        attendee = visits.find_attendee(found, int(who)) if who.isdecimal() else None
        if attendee is None or value not in list(Attendance):
            raise NotFound(N_("There is no such record."))
        commands.note_attendance(viewer(), found, attendee, Attendance(value), _noted_at())

    return _carry_out(reference, item, note)


@blueprint.post(f"{ITEM}/points/<int:number>/raised")
@requires("visit.write")
def point_note(reference: str, item: int, number: int) -> Answer:
    """Note whether a talking point was raised (``keep`` leaves that as it is), and what was replied."""

    def note(found: ProgrammeItem) -> None:
        point = _point(found, number)
        commands.note_point(viewer(), found, point, _noted_at(), **_point_note())

    return _carry_out(reference, item, note)


@blueprint.post(f"{ITEM}/notes")
@requires("visit.write")
def note_add(reference: str, item: int) -> Answer:
    """Keep a note of what happens."""

    def note(found: ProgrammeItem) -> None:
        key = request.form.get("client_key") or None
        commands.add_note(viewer(), found, request.form.get("text", ""), _noted_at(), key)

    return _carry_out(reference, item, note)


@blueprint.post(f"{ITEM}/notes/<int:number>/archive")
@requires("visit.write")
def note_archive(reference: str, item: int, number: int) -> Answer:
    """Take a note away."""
    return _carry_out(reference, item, lambda found: commands.archive_note(viewer(), found, _note(found, number)))


def _carry_out(reference: str, number: int, act: Callable[[ProgrammeItem], Any]) -> Answer:
    try:
        item = _try(reference, number, act)
    except (Invalid, Conflict) as error:
        return _refused(reference, number, error)
    if _by_outbox():
        return jsonify(kept=True)
    day = item.day.isoformat() if item.day else None
    back = url_for("visits.today", reference=reference, day=day, item=number, _anchor=f"item-{number}")
    return done(N_("Saved."), back)


def _try(reference: str, number: int, act: Callable[[ProgrammeItem], Any]) -> ProgrammeItem:
    for last in (*(False,) * (_TRIES - 1), True):
        item = _get(reference, number)
        try:
            act(item)
        except Conflict:
            if last:
                raise
        else:
            break
    return item


def _refused(reference: str, number: int, error: DomainError) -> Answer:
    code = 409 if isinstance(error, Conflict) else 422
    if _by_outbox():
        return jsonify(kept=False, message=told(error)), code
    typed = {name: request.form.get(name, "") for name in ("text", "reply")}
    field = error.field if isinstance(error, Invalid) else None
    point = (request.view_args or {}).get("number")
    refused = {"number": number, "point": point, "field": field, "message": told(error), **typed}
    visit = queries.get_during(viewer(), reference)
    return today_page(visit, next(item.day for item in visit.items if item.number == number), refused), code


def _get(reference: str, number: int) -> ProgrammeItem:
    visit = queries.get_during(viewer(), reference)
    found = next((item for item in visit.items if item.number == number), None)
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found


def _point(item: ProgrammeItem, number: int) -> TalkingPoint:
    found = queries.find_point(item, number)
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found


def _point_note() -> commands.PointNote:
    noted = commands.PointNote(language=language())
    said = request.form.get("raised", "keep")
    if said in _RAISED:
        noted["raised"] = _RAISED[said]
    if "reply" in request.form:
        noted["reply"] = request.form["reply"]
        noted["before"] = request.form.getlist("before")
    return noted


def _note(item: ProgrammeItem, number: int) -> ItemNote:
    found = queries.find_note(item, number)
    if found is None or found.is_archived:
        raise NotFound(N_("There is no such record."))
    return found


def _noted_at() -> datetime:
    """When it was noted: ``age`` is how many milliseconds ago by the phone's own clock, however wrong that goes."""
    age = request.form.get("age", 0, type=int)
    return utc_now() - min(timedelta(milliseconds=max(min(age, 10**13), 0)), _OLDEST)


def _by_outbox() -> bool:
    return request.accept_mimetypes.best == "application/json"
