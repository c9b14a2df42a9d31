"""The audit trail: everything that happened, for the administrator."""

from datetime import date, datetime, time, timedelta

from flask import Blueprint, render_template, request, url_for

from partnerships.adapters.clock import to_utc
from partnerships.models.types import NotADate, PartialDate
from partnerships.queries import audit as queries
from partnerships.web.current import page_number, settings, viewer
from partnerships.web.filters import act_label
from partnerships.web.guards import requires

blueprint = Blueprint("audit", __name__, url_prefix="/audit-trail")

# Where a record's page is, by the table that the trail names it by.
_PAGES = {
    "agreements": "agreements.show",
    "briefs": "briefs.show",
    "cities": "cities.show",
    "cooperation_areas": "areas.show",
    "documents": "documents.show",
    "organisations": "organisations.show",
    "partnerships": "partnerships.show",
    "people": "people.show",
    "users": "accounts.show",
    "visits": "visits.show",
}
# The choice that stands for acts of nobody in particular, beside the references of accounts.
SYSTEM = "system"


@blueprint.get("", endpoint="list")
@requires("audit.read")
def list_all() -> str:
    """The trail, narrowed by the address, the latest first."""
    actor = request.args.get("person")
    first, last = _days("from"), _days("to")
    wanted = queries.TrailFilter(
        actor=None if actor == SYSTEM else actor,
        by_system=actor == SYSTEM,
        reference=request.args.get("record"),
        act=request.args.get("act"),
        since=_midnight(first[0]) if first else None,
        until=_midnight(last[1] + timedelta(days=1)) if last else None,
    )
    acts = sorted((act_label(act), act) for act in queries.list_acts(viewer()))
    return render_template(
        "audit/list.html",
        page=queries.list_entries(viewer(), wanted, page_number()),
        acts=[(act, label) for label, act in acts],
        people=queries.list_actors(viewer()),
        system=SYSTEM,
        record_url=_record_url,
    )


def _days(name: str) -> tuple[date, date] | None:
    """The first and the last day that a filter can mean: ``2026-08`` is a month. What is no date narrows nothing."""
    try:
        known = PartialDate.parse(request.args.get(name, ""))
    except NotADate:
        return None
    return (known.earliest, known.latest) if known.earliest and known.latest else None


def _midnight(day: date) -> datetime:
    """The instant at which ``day`` begins in the home city."""
    return to_utc(datetime.combine(day, time.min), settings().home_zone)


def _record_url(table_name: str, reference: str) -> str | None:
    """The address of a record's page, where it has one."""
    endpoint = _PAGES.get(table_name)
    return url_for(endpoint, reference=reference) if endpoint else None
