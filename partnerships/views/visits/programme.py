"""The programme of a visit, day by day, with what clashes in it."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from partnerships.adapters.clock import utc_now
from partnerships.models.visit import ProgrammeItem, Visit, VisitStatus
from partnerships.queries import visit as queries
from partnerships.views.visits.blueprint import ONE, blueprint, visit_page
from partnerships.web.current import settings, viewer
from partnerships.web.guards import requires

_OVER = (VisitStatus.COMPLETED, VisitStatus.REPORTED)
_TIMED = (VisitStatus.CONFIRMED, VisitStatus.UNDER_WAY)


@dataclass(frozen=True)
class HomeTime:
    """An item's hours on the clocks of the home city, where they differ from those of the place."""

    starts: datetime
    ends: datetime | None


@blueprint.get(f"{ONE}/programme")
@requires("visit.read")
def programme(reference: str) -> str:
    """The programme by day: when, what, where, who and how many."""
    visit = queries.get_programme(viewer(), reference)
    days = queries.days_of(visit)
    items = [item for day in days for item in day.items]
    return visit_page(
        "visits/programme.html",
        visit,
        days=days,
        clashes=queries.clashes_of(visit),
        untimed=[item for item in items if item.starts_at is None] if visit.status in _TIMED else [],
        states={item.number: state_of(visit, item) for item in items},
        home_times={item.number: home_time_of(visit, item) for item in items},
    )


def state_of(visit: Visit, item: ProgrammeItem) -> str:
    """``done``, ``now``, ``next`` or ``cancelled``, as a time line marks it."""
    if visit.status is VisitStatus.CANCELLED:
        return "cancelled"
    if visit.status in _OVER:
        return "done"
    now, starts, ends = utc_now(), item.starts_utc, item.ends_utc or item.starts_utc
    if starts is None or ends is None or now < starts:
        return "next"
    return "done" if now > ends else "now"


def home_time_of(visit: Visit, item: ProgrammeItem) -> HomeTime | None:
    """The hours of ``item`` at home; ``None`` where the clocks agree or the hours are not known."""
    if item.starts_utc is None:
        return None
    home = ZoneInfo((visit.home.zone if visit.home else None) or settings().home_zone)
    starts = item.starts_utc.astimezone(home)
    if starts.utcoffset() == item.starts_utc.astimezone(ZoneInfo(item.zone)).utcoffset():
        return None
    return HomeTime(starts, item.ends_utc.astimezone(home) if item.ends_utc else None)
