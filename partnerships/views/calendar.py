"""The calendar: by month, by week and as a list; and the feeds through which other calendars read it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from babel import Locale
from flask import Blueprint, abort, flash, make_response, render_template, request, session, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from partnerships.commands import calendar_feed as commands
from partnerships.forms.calendar_feed import FeedForm
from partnerships.languages import N_, Language
from partnerships.models.calendar_feed import CalendarFeed, FeedScope
from partnerships.models.city import City
from partnerships.queries import calendar as queries
from partnerships.queries.calendar import Asked, CalendarEntry, CalendarKind
from partnerships.transfer.calendar_file import summary_of, write_calendar
from partnerships.web.addresses import record_url
from partnerships.web.current import language, settings, today, viewer
from partnerships.web.guards import OPEN, requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form

blueprint = Blueprint("calendar", __name__, url_prefix="/calendar")

VIEWS = ("month", "week", "list")
LIST_DAYS = 60
# How far a feed reaches back and ahead of the present day.
FEED_BACK, FEED_AHEAD = timedelta(days=365), timedelta(days=730)
# Programme items and tasks are many: a month leaves them out unless they are asked for.
_OF_A_MONTH = tuple(kind for kind in CalendarKind if kind not in (CalendarKind.ITEM, CalendarKind.TASK))
_MADE = "calendar-feed-made"


@dataclass(frozen=True)
class Day:
    """One day of a page: its entries, whether it belongs to the month shown, whether it is the present one."""

    date: date
    entries: Sequence[CalendarEntry]
    is_inside: bool = True
    is_today: bool = False


@blueprint.get("")
@requires("calendar.read")
def show() -> str:
    """What is on: a month, a week, or a list of the days to come."""
    wanted = request.args.get("view")
    view = wanted if wanted in VIEWS else "month"
    middle = _day_asked()
    first, last = _span(view, middle)
    kinds = _kinds_asked(view)
    home = _home_asked()
    entries = queries.read_calendar(
        _asked(first, last, mine=bool(request.args.get("mine")), homes=frozenset({home.id}) if home else None), kinds
    )
    days = [
        Day(
            date=one,
            entries=[entry for entry in entries if entry.touches(one)],
            is_inside=view != "month" or one.month == middle.month,
            is_today=one == today(),
        )
        for one in _each_day(first, last)
    ]
    return render_template(
        "calendar/show.html",
        view=view,
        views=[(one, _address(view=one, day=middle)) for one in VIEWS],
        middle=middle,
        first=first,
        last=last,
        weeks=[days[start : start + 7] for start in range(0, len(days), 7)],
        days=days,
        kinds=kinds,
        all_kinds=CalendarKind,
        home=home,
        earlier=_address(view=view, day=_moved(view, middle, -1)),
        later=_address(view=view, day=_moved(view, middle, 1)),
        now=_address(view=view, day=None),
        count=len(entries),
        words=lambda entry: summary_of(entry, language()),
        url_of=record_url,
    )


@blueprint.get("/feeds")
@requires("calendar.own")
def feeds() -> str:
    """One's own feeds; the address of the one just made is told this once."""
    return render_template(
        "calendar/feeds.html", feeds=queries.list_own_feeds(viewer()), made=session.pop(_MADE, None), today=today()
    )


@blueprint.route("/feeds/new", methods=["GET", "POST"])
@requires("calendar.own")
def feed_create() -> BaseResponse | tuple[str, int]:
    """Make a feed."""
    homes = [(home.reference, home.name.text(language())) for home in viewer().homes]
    initial = {
        "language": str(language()),
        "home": homes[0][0] if homes else "",
        "scope": _scope_asked(),
        "visit": ViewersPicker().pick("visit", request.args["visit"]) if request.args.get("visit") else None,
    }
    form = FeedForm(picker=ViewersPicker(), homes=homes, data=initial)
    if form.validate_on_submit():
        details = form.details()
        home = next((one for one in viewer().homes if one.reference == details["home"]), None)
        with saving(form):
            _feed, token = commands.make_feed(
                viewer(),
                name=details["name"] or "",
                scope=details["scope"],
                language=Language(details["language"]),
                visit=details["visit"],
                home=home,
            )
            session[_MADE] = url_for("calendar.feed", token=token, _external=True)
            return done(N_("The feed is made."), url_for("calendar.feeds"))
    return show_form("calendar/feed_edit.html", form, cancel_url=url_for("calendar.feeds"))


@blueprint.post("/feeds/<int:number>/revoke")
@requires("calendar.own")
def feed_revoke(number: int) -> BaseResponse:
    """Close a feed."""
    commands.revoke_feed(viewer(), queries.get_own_feed(viewer(), number))
    flash(gettext("The feed is revoked. Calendars that read it show nothing new from now on."), "success")
    return BaseResponse(status=303, headers={"Location": url_for("calendar.feeds")})


@blueprint.get("/<token>.ics")
@requires(OPEN)
def feed(token: str) -> BaseResponse:
    """A feed under its secret address, which is all that is asked for."""
    found = queries.find_feed(token)
    if found is None:
        abort(404)
    content = write_calendar(
        queries.read_calendar(_asked_by(found)),
        found.name,
        Language(found.language),
        request.host,
        lambda reference: request.host_url.rstrip("/") + record_url(reference),
    )
    response = make_response(content)
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Cache-Control"] = "private, no-cache"
    response.set_etag(hashlib.sha256(content).hexdigest())
    return response.make_conditional(request)


def _asked(first: date, last: date, **narrowed: Any) -> Asked:
    return Asked(
        viewer=viewer(),
        language=language(),
        today=today(),
        first=first,
        last=last,
        report_days=settings().visit_report_days,
        **narrowed,
    )


def _asked_by(feed: CalendarFeed) -> Asked:
    """What a feed asks, with the eyes of the account that made it."""
    return Asked(
        viewer=feed.user,
        language=Language(feed.language),
        today=today(),
        first=today() - FEED_BACK,
        last=today() + FEED_AHEAD,
        report_days=settings().visit_report_days,
        homes=frozenset({feed.home_id}) if feed.home_id else None,
        mine=feed.scope is FeedScope.MINE,
        visit_id=feed.visit_id,
    )


def _day_asked() -> date:
    try:
        asked = date.fromisoformat(request.args.get("day", ""))
    except ValueError:
        return today()
    # A month before and after must exist as well.
    return asked if 1900 <= asked.year <= 2200 else today()


def _home_asked() -> City | None:
    return next((home for home in viewer().homes if home.reference == request.args.get("home")), None)


def _scope_asked() -> FeedScope:
    return next((scope for scope in FeedScope if scope == request.args.get("scope")), FeedScope.MINE)


def _kinds_asked(view: str) -> tuple[CalendarKind, ...]:
    asked = request.args.getlist("kind")
    chosen = tuple(kind for kind in CalendarKind if kind in asked)
    return chosen or (_OF_A_MONTH if view == "month" else tuple(CalendarKind))


def _span(view: str, middle: date) -> tuple[date, date]:
    """The first and the last day of the page; whole weeks, as the reader's country begins them."""
    if view == "list":
        return middle, middle + timedelta(days=LIST_DAYS - 1)
    if view == "week":
        first = _week_of(middle)
        return first, first + timedelta(days=6)
    return _week_of(middle.replace(day=1)), _week_of(_next_month(middle) - timedelta(days=1)) + timedelta(days=6)


def _week_of(day: date) -> date:
    return day - timedelta(days=(day.weekday() - Locale.parse(str(language())).first_week_day) % 7)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _moved(view: str, middle: date, step: int) -> date:
    if view == "week":
        return middle + timedelta(days=7 * step)
    if view == "list":
        return middle + timedelta(days=LIST_DAYS * step)
    return _next_month(middle) if step > 0 else (middle.replace(day=1) - timedelta(days=1)).replace(day=1)


def _each_day(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _address(view: str, day: date | None) -> str:
    """The same page elsewhere: what it is narrowed to goes along."""
    narrowed = {name: request.args.getlist(name) for name in ("kind", "mine", "home") if request.args.get(name)}
    return url_for("calendar.show", view=view, day=day.isoformat() if day else None, **narrowed)  # type: ignore[arg-type]
