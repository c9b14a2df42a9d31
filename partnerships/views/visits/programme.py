"""The programme of a visit as columns or as a list, with what clashes in it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import render_template, request, url_for

from partnerships.adapters.clock import utc_now
from partnerships.models.visit import OVER, ProgrammeItem, Visit, VisitStatus
from partnerships.permissions import may
from partnerships.queries import visit as queries
from partnerships.queries.visit import board as boards
from partnerships.queries.visit import clashes as checks
from partnerships.views.visits.blueprint import ONE, blueprint, visit_page
from partnerships.web.current import language, settings, viewer
from partnerships.web.filters import short_day
from partnerships.web.guards import requires

_SETTLED = (*OVER, VisitStatus.CANCELLED)
_TIMED = (VisitStatus.CONFIRMED, VisitStatus.UNDER_WAY)
COLUMNS, LIST = "columns", "list"


@dataclass(frozen=True)
class HomeTime:
    """An item's hours on the clocks of the home city, where they differ from those of the place."""

    starts: datetime
    ends: datetime | None


@blueprint.get(f"{ONE}/programme")
@requires("visit.read")
def programme(reference: str) -> str:
    """The programme: when, what, where, who and how many, and what clashes."""
    return programme_page(queries.get_programme(viewer(), reference), view=request.args.get("view"))


@blueprint.get(f"{ONE}/programme/board")
@requires("visit.read")
def programme_board(reference: str) -> tuple[str, int]:
    """The board alone, for a page that is open already; 204 when nothing changed since the stamp that it has."""
    visit = queries.get_programme(viewer(), reference)
    if boards.stamp_of(visit) == request.args.get("since"):
        return "", 204
    return render_template("visits/_board.html", visit=visit, **board_context(visit)), 200


def programme_page(visit: Visit, view: str | None = None, **context: Any) -> str:
    """The page of the programme. Unless the address says, it is a board to plan with, a list once there is no plan."""
    if view not in (COLUMNS, LIST):
        planned = visit.status not in _SETTLED and may(viewer(), "visit.write", visit) and not visit.is_archived
        view = COLUMNS if planned else LIST
    shown: dict[str, Any] = {"days": queries.days_of(visit)} if view == LIST else {}
    shown["stays"] = queries.itinerary_of(visit)
    return visit_page("visits/programme.html", visit, view=view, **board_context(visit), **shown, **context)


def board_context(visit: Visit) -> dict[str, Any]:
    """What the board and the list show of ``visit`` as :func:`get_programme` loads it."""
    items = [item for item in visit.items if not item.is_archived]
    board = board_of(visit)
    clashes = checks.clashes_of(visit, checks.list_elsewhere(viewer(), visit))
    marks = defaultdict(list)
    for place, clash in enumerate(clashes, start=1):
        for item in {clash.first, clash.second} - {None}:
            if item is not None and item.visit_id == visit.id:
                marks[item.number].append((place, clash))
    return {
        "board": board,
        "choices": column_choices(board),
        "clashes": clashes,
        "marks": marks,
        "stamp": boards.stamp_of(visit),
        "latest": boards.latest_change(visit),
        "untimed": [item for item in items if item.starts_at is None] if visit.status in _TIMED else [],
        "states": {item.number: state_of(visit, item) for item in items},
        "home_times": {item.number: home_time_of(visit, item) for item in items},
        "back": url_for("visits.programme", reference=visit.reference),
    }


def board_of(visit: Visit) -> boards.Board:
    """The board of ``visit``; the journey begins on the clocks of its home city."""
    return boards.board_of(visit, _home_zone(visit))


def column_choices(board: boards.Board) -> Sequence[tuple[str, str]]:
    """(key, label) of each column, with the city where there are several."""
    several = len([band for band in board.bands if band.leg]) > 1
    return [(column.key, column_label(column, several)) for column in board.columns]


def column_label(column: boards.Column, with_city: bool) -> str:
    """What a column is called: its day, and the city."""
    city = column.leg.city.name.text(language()) if column.leg and with_city else ""
    return " ".join(filter(None, (short_day(column.day), city)))


def state_of(visit: Visit, item: ProgrammeItem) -> str:
    """``done``, ``now``, ``next`` or ``cancelled``, as a time line marks it."""
    if visit.status is VisitStatus.CANCELLED:
        return "cancelled"
    if visit.status in OVER:
        return "done"
    now, starts, ends = utc_now(), item.starts_utc, item.ends_utc or item.starts_utc
    if starts is None or ends is None or now < starts:
        return "next"
    return "done" if now > ends else "now"


def home_time_of(visit: Visit, item: ProgrammeItem) -> HomeTime | None:
    """The hours of ``item`` at home; ``None`` where the clocks agree or the hours are not known."""
    if item.starts_utc is None:
        return None
    home = ZoneInfo(_home_zone(visit))
    starts = item.starts_utc.astimezone(home)
    if starts.utcoffset() == item.starts_utc.astimezone(ZoneInfo(item.zone)).utcoffset():
        return None
    return HomeTime(starts, item.ends_utc.astimezone(home) if item.ends_utc else None)


def _home_zone(visit: Visit) -> str:
    return (visit.home.zone if visit.home else None) or settings().home_zone
