"""Visits that are on while the test runs, whatever its hour: they take place where it is about noon."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from partnerships.adapters.clock import utc_now
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.models.visit import ProgrammeItem, Visit, VisitStatus
from tests.factories.saving import with_defaults
from tests.factories.visit import make_item, make_visit


def noon_zone() -> str:
    """A zone where it is between 11:30 and 13:00, so that hours around now lie on one day."""
    offset = 12 - utc_now().hour
    # The names of these zones count westwards.
    return f"Etc/GMT{-offset:+d}" if offset else "Etc/GMT"


def make_visit_on(home: City, **details: Any) -> Visit:
    """A visit that is under way: since yesterday, until tomorrow."""
    day = utc_now().astimezone(ZoneInfo(noon_zone())).date()
    defaults = {
        "status": VisitStatus.UNDER_WAY,
        "starts": PartialDate.parse((day - timedelta(days=1)).isoformat()),
        "ends": PartialDate.parse((day + timedelta(days=1)).isoformat()),
    }
    return make_visit(home, **with_defaults(defaults, details))


def make_item_on(visit: Visit, number: int = 1, begins: int = -10, lasts: int = 40, **details: Any) -> ProgrammeItem:
    """An item that begins so many minutes from now and lasts so many; by default it goes on."""
    zone = noon_zone()
    starts = (utc_now() + timedelta(minutes=begins)).astimezone(ZoneInfo(zone)).replace(second=0, microsecond=0)
    ends = starts + timedelta(minutes=lasts)
    when = {"day": starts.date(), "starts_at": starts.time(), "ends_at": ends.time(), "zone": zone}
    return make_item(visit, number, **with_defaults(when, details))
