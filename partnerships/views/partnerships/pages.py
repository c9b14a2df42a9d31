"""The pages of one tie: where it stands, how alive it is, what befell it."""

from flask import request

from partnerships.languages import N_
from partnerships.queries import partnership as queries
from partnerships.queries.audit import history_of
from partnerships.queries.partnership import HappeningKind
from partnerships.views.partnerships.blueprint import (
    ONE,
    blueprint,
    list_agreements,
    list_visits,
    show_page,
    show_tie,
)
from partnerships.web.addresses import record_url
from partnerships.web.current import today, viewer
from partnerships.web.guards import requires

# What a time line is narrowed to: (key, label, kinds of happenings).
_CHIPS = (
    ("founding", N_("Founding"), (HappeningKind.CLAIM,)),
    ("events", N_("Events"), (HappeningKind.EVENT,)),
    ("approvals", N_("Approvals"), (HappeningKind.APPROVAL,)),
    (
        "agreements",
        N_("Agreements"),
        (HappeningKind.AGREEMENT, HappeningKind.RENEWAL, HappeningKind.NOTICE, HappeningKind.ENDING),
    ),
    ("visits", N_("Visits"), (HappeningKind.VISIT,)),
    ("evidence", N_("What was done"), (HappeningKind.EVIDENCE,)),
)


@blueprint.get(ONE)
@requires("partnership.read")
def show(reference: str) -> str:
    """A tie: where it stands, how alive it is, its founding, and everything that happened, on one line."""
    tie = queries.get_partnership(viewer(), reference)
    agreements, visits = list_agreements(tie), list_visits(tie)
    predecessors = queries.list_predecessors(viewer(), tie)
    happenings = queries.list_happenings(viewer(), tie, predecessors)
    chosen = request.args.get("show")
    kinds = next((kinds for key, _label, kinds in _CHIPS if key == chosen), tuple(HappeningKind))
    newest_first = request.args.get("order") == "newest"
    told = [one for one in happenings if one.kind in kinds]
    return show_tie(
        "partnerships/show.html",
        tie,
        agreements,
        visits,
        vitality=queries.explain_vitality(viewer(), tie, today(), agreements, visits, predecessors),
        ties={one.id: one for one in (tie, *predecessors)},
        all_told=len(happenings),
        happenings=told[::-1] if newest_first else told,
        chips=[
            (key, label, count)
            for key, label, kinds in _CHIPS
            if (count := sum(1 for one in happenings if one.kind in kinds))
        ],
        chosen=chosen,
        newest_first=newest_first,
        record_url=record_url,
        recent_years=queries.QUIET_AFTER_YEARS,
    )


@blueprint.get(f"{ONE}/events")
@requires("partnership.read")
def events(reference: str) -> str:
    """What befell a tie, with reasons and bases."""
    tie = queries.get_partnership(viewer(), reference)
    told = queries.events_in_order(tie)
    return show_tie("partnerships/events.html", tie, list_agreements(tie), list_visits(tie), told=told)


@blueprint.get(f"{ONE}/agreements")
@requires("partnership.read")
def agreements(reference: str) -> str:
    """The agreements under a tie, and how they descend from one another."""
    return show_page("partnerships/agreements.html", reference)


@blueprint.get(f"{ONE}/visits")
@requires("partnership.read")
def visits(reference: str) -> str:
    """The visits under a tie."""
    return show_page("partnerships/visits.html", reference)


@blueprint.get(f"{ONE}/documents")
@requires("partnership.read")
def documents(reference: str) -> str:
    """The documents of a tie."""
    return show_page("partnerships/documents.html", reference)


@blueprint.get(f"{ONE}/history")
@requires("partnership.read")
def history(reference: str) -> str:
    """Who changed what of a tie."""
    entries = history_of(queries.get_partnership(viewer(), reference))
    return show_page("partnerships/history.html", reference, entries=entries)
