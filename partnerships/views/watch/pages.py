"""What comes up: by urgency, by month; approvals that are waited for; anniversaries ahead."""

from datetime import date
from itertools import groupby

from flask import abort, request

from partnerships.models.partnership import Side
from partnerships.queries import watch as queries
from partnerships.queries.agreement import list_parties_of
from partnerships.queries.partnership import list_anniversaries
from partnerships.views.watch.blueprint import blueprint, filter_choices, show_page, wanted_from_address
from partnerships.web.addresses import record_url
from partnerships.web.current import language, page_number, today, viewer
from partnerships.web.guards import requires


@blueprint.get("")
@requires("watch.read")
def show() -> str:
    """What is flagged today, the most urgent first, and what is in talks."""
    wanted = wanted_from_address()
    page = queries.list_coming(viewer(), wanted, today(), language(), page_number())
    return show_page(
        "watch/show.html",
        page=page,
        groups=[(urgency, list(rows)) for urgency, rows in groupby(page.rows, lambda row: row.urgency(today()))],
        wanted=wanted,
        counts=queries.count_urgencies(viewer(), wanted, today()),
        partners_of=list_parties_of([row.agreement_id for row in page.rows], language(), Side.PARTNER),
        handled=queries.list_handled_lately(viewer(), today(), language()),
        default_review_months=queries.DEFAULT_REVIEW_MONTHS,
        **filter_choices(),
    )


@blueprint.get("/calendar")
@requires("watch.read")
def calendar() -> str:
    """The coming two years, month by month."""
    wanted = wanted_from_address()
    months = queries.list_calendar(viewer(), wanted, today(), language())
    shown = [row.agreement_id for month in months for row in month.rows]
    return show_page(
        "watch/calendar.html",
        months=months,
        wanted=wanted,
        partners_of=list_parties_of(shown, language(), Side.PARTNER),
        **filter_choices(),
    )


@blueprint.get("/calendar/<int:year>-<int:number>")
@requires("watch.read")
def month(year: int, number: int) -> str:
    """One month of the calendar, with all that comes up in it."""
    if not (1 <= number <= 12 and 1900 <= year <= 9000):
        abort(404)
    wanted, first = wanted_from_address(), date(year, number, 1)
    page = queries.list_month(viewer(), wanted, first, today(), language(), page_number())
    return show_page(
        "watch/month.html",
        page=page,
        first=first,
        default_review_months=queries.DEFAULT_REVIEW_MONTHS,
        wanted=wanted,
        partners_of=list_parties_of([row.agreement_id for row in page.rows], language(), Side.PARTNER),
        **filter_choices(),
    )


@blueprint.get("/anniversaries")
@requires("watch.read")
def anniversaries() -> str:
    """The round anniversaries of the coming years, nearest first."""
    years = 3 if request.args.get("years") == "3" else 1
    return show_page(
        "watch/anniversaries.html", years=years, anniversaries=list_anniversaries(viewer(), today(), years)
    )


@blueprint.get("/approvals")
@requires("watch.read")
def approvals() -> str:
    """Approvals that were asked for and not yet given."""
    wanted = queries.PendingFilter(side=next((side for side in Side if side == request.args.get("side")), None))
    page = queries.list_pending_approvals(viewer(), wanted, language(), page_number())
    return show_page(
        "watch/approvals.html", page=page, wanted=wanted, sides=(Side.HOME, Side.PARTNER), record_url=record_url
    )
