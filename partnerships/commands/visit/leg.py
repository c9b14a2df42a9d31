"""How the legs of a visit change: each stay, how they come to it and go on, and who receives them there."""

from datetime import date, datetime, time
from functools import cmp_to_key
from typing import Any, TypedDict, Unpack
from zoneinfo import available_timezones

from partnerships.adapters.clock import to_utc
from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.clock import derive_instants
from partnerships.commands.visit.task import follow_dates
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.visit import Leg, Visit
from partnerships.permissions import Viewer, ensure_may


class LegDetails(TypedDict, total=False):
    """What is said of one stay; an empty ``zone`` is taken from the city. Times are on the clocks there."""

    city: City | None
    arrives_on: date | None
    departs_on: date | None
    zone: str | None
    arrives_at: time | None
    departs_at: time | None
    arrives_by: str | None
    departs_by: str | None
    hotel: str | None
    counterpart: Organisation | None
    note: str | None


_ASKED = ("city", "arrives_on", "departs_on", "zone", "arrives_at", "departs_at")


def add_leg(actor: Viewer, visit: Visit, **details: Unpack[LegDetails]) -> Leg:
    """Add a stay in a city to ``visit``."""
    with transaction(actor, "add_leg"):
        ensure_may(actor, "visit.write", visit)
        leg = Leg(visit_id=visit.id, position=0)
        _apply(visit, leg, details)
        add(leg)
        follow_dates(visit)
    return leg


def revise_leg(
    actor: Viewer, visit: Visit, leg: Leg, version: int | None = None, **details: Unpack[LegDetails]
) -> None:
    """Change a stay; programme items that kept its clock follow to the new zone."""
    with transaction(actor, "revise_leg"):
        ensure_may(actor, "visit.write", visit)
        at_version(leg, version)
        before = leg.zone
        _apply(visit, leg, details)
        for item in visit.items:
            if item.leg_id == leg.id and item.zone == before != leg.zone:
                item.zone = leg.zone
                derive_instants(item)
        follow_dates(visit)


def archive_leg(actor: Viewer, visit: Visit, leg: Leg) -> None:
    """Put a stay away, once no programme item hangs on it."""
    with transaction(actor, "archive_leg"):
        ensure_may(actor, "visit.write", visit)
        if any(item.leg_id == leg.id and not item.is_archived for item in visit.items):
            raise Invalid(None, N_("Programme items belong to this stay. Move them to another one first."))
        put_away(leg)
        follow_dates(visit)


def _apply(visit: Visit, leg: Leg, details: LegDetails) -> None:
    after: dict[str, Any] = {**{name: getattr(leg, name) for name in _ASKED}, **details}
    if after["city"] is None:
        raise Invalid("city", N_("Choose a city."))
    zone = after["zone"] or after["city"].zone
    if not zone:
        raise Invalid("zone", N_("No time zone is recorded of this city. Enter it, such as Asia/Seoul."))
    if zone not in available_timezones():
        raise Invalid("zone", N_("“%(zone)s” is no time zone. Zones are named like Asia/Seoul."), zone=zone)
    _check_order(after)
    assign(leg, {**details, "zone": zone})
    _order_legs(visit, leg)


def _check_order(after: dict[str, Any]) -> None:
    """Within one stay all clocks are the same, so that the departure cannot come before the arrival."""
    for day, at in (("arrives_on", "arrives_at"), ("departs_on", "departs_at")):
        if after[at] is not None and after[day] is None:
            raise Invalid(day, N_("A time needs its day."))
    arrives, departs = after["arrives_on"], after["departs_on"]
    if arrives and departs and departs < arrives:
        raise Invalid("departs_on", N_("The departure lies before the arrival."))
    comes, goes = after["arrives_at"], after["departs_at"]
    if arrives and arrives == departs and comes and goes and goes < comes:
        raise Invalid("departs_at", N_("The departure lies before the arrival."))


def _order_legs(visit: Visit, leg: Leg) -> None:
    """Stays follow their arrivals; one without a day keeps its place."""
    legs = [one for one in visit.legs if one is not leg and not one.is_archived]
    if not leg.position:
        leg.position = max((one.position for one in legs), default=0) + 1
    legs = sorted([*legs, leg], key=lambda one: one.position)
    dated = iter(sorted((one for one in legs if one.arrives_on), key=cmp_to_key(_by_arrival)))
    ordered = [next(dated) if one.arrives_on else one for one in legs]
    for place, one in enumerate(ordered, start=1):
        if one.position != place:
            one.position = place


def _by_arrival(one: Leg, other: Leg) -> int:
    """Below 0 when ``one`` is reached first: by the instants where they are known, for there a calendar misleads.

    Who flies east over the date line arrives, by the calendar, before having left.
    """
    first, second = _arrival(one), _arrival(other)
    if first and second:
        return (first > second) - (first < second)
    day, next_day = one.arrives_on or date.max, other.arrives_on or date.max
    return (day > next_day) - (day < next_day)


def _arrival(leg: Leg) -> datetime | None:
    if leg.arrives_on is None or leg.arrives_at is None:
        return None
    return to_utc(datetime.combine(leg.arrives_on, leg.arrives_at), leg.zone)
