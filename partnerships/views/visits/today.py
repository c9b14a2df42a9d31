"""A visit on the day, for the phone: what is now and next, who is there, whom to call."""

from datetime import date
from typing import Any
from uuid import uuid4

from flask import render_template, request

from partnerships.adapters.clock import utc_now
from partnerships.models.visit import Attendance, Visit
from partnerships.permissions import may
from partnerships.queries.visit import during as queries
from partnerships.views.visits.blueprint import ONE, blueprint
from partnerships.views.visits.programme import home_time_of
from partnerships.web.current import settings, viewer
from partnerships.web.guards import requires


@blueprint.get(f"{ONE}/today")
@requires("visit.read")
def today(reference: str) -> str:
    """One day of a visit: now and next, each item with attendance, points and notes, and whom to call."""
    return today_page(queries.get_during(viewer(), reference), _day_asked())


def today_page(visit: Visit, asked: date | None = None, refused: dict[str, Any] | None = None) -> str:
    """The page of the day ``asked`` for; ``refused`` is what could not be noted, with what was typed."""
    now = utc_now()
    day = queries.day_shown(visit, asked, now, settings().home_zone)
    items = queries.items_on(visit, day)
    moment = queries.moment_of(items, now)
    current = [item.number for item in moment.now]
    opened = [refused["number"]] if refused else request.args.getlist("item", int)
    return render_template(
        "visits/today.html",
        visit=visit,
        day=day,
        days=queries.days_at(visit),
        items=items,
        moment=moment,
        has_come={item.number: not item.day or item.day <= queries.local_day(item, now) for item in items},
        over={item.number for item in items if item.starts_utc and queries.end_of(item, items) <= now},
        opened=opened or current,
        contacts=queries.contacts_of(viewer(), visit, items),
        hosts={item.number: queries.hosts_of(viewer(), item) for item in items},
        heads={item.number: queries.heads_of(item) for item in items},
        attendees={item.number: queries.attendees_in_order(item) for item in items},
        present={item.number: queries.present_of(item) for item in items},
        home_times={item.number: home_time_of(visit, item) for item in items},
        writable=may(viewer(), "visit.write", visit) and queries.takes_place(visit),
        client_key=lambda: str(uuid4()),
        attendances={str(one): one for one in Attendance},
        refused=refused,
    )


def _day_asked() -> date | None:
    try:
        return date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return None
