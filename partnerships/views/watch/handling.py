"""Handling one thing that comes up, and taking that back."""

from datetime import date

from flask import abort, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import watch as commands
from partnerships.errors import NotFound
from partnerships.forms.watch import HandleForm
from partnerships.languages import N_
from partnerships.models.agreement import WatchKind, WatchOutcome
from partnerships.queries import agreement as agreements
from partnerships.queries import watch as queries
from partnerships.views.watch.blueprint import ONE, blueprint
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import done, saving, show_form

# What each outcome comes to, in words; the short label alone would leave too much open.
_MEANINGS = {
    WatchOutcome.IN_TALKS: N_("In talks: it waits here and is flagged again on the day itself"),
    WatchOutcome.RENEWED: N_("Renewed by another paper"),
    WatchOutcome.LET_LAPSE: N_("Let lapse: it ends on its day"),
    WatchOutcome.CONTINUES: N_("Goes on as it is"),
    WatchOutcome.REVIEWED: N_("Reviewed; the next review comes up in its turn"),
}


@blueprint.route(f"{ONE}/<kind>/<day>", methods=["GET", "POST"])
@requires("watch.read")
def handle(reference: str, kind: str, day: str) -> Response | tuple[str, int]:
    """One thing that comes up: what it is about, what was told, and how it is handled."""
    what, when = _kind(kind), _day(day)
    agreement = agreements.get_agreement(viewer(), reference)
    coming = queries.find_coming(viewer(), agreement, what, when, today(), language())
    if coming is None:
        raise NotFound(N_("There is no such record."))
    form = HandleForm()
    _offer(form, coming)
    if form.validate_on_submit():
        with saving(form):
            commands.handle(viewer(), agreement, what, when, form.chosen, form.note.data, today())
            return done(N_("Noted."), url_for("watch.show"))
        agreement = agreements.get_agreement(viewer(), reference)
        coming = queries.find_coming(viewer(), agreement, what, when, today(), language()) or coming
        _offer(form, coming)
    return show_form(
        "watch/handle.html",
        form,
        agreement=agreement,
        coming=coming,
        log=queries.watch_log_of(agreement),
        default_review_months=queries.DEFAULT_REVIEW_MONTHS,
    )


@blueprint.post(f"{ONE}/handlings/<int:number>/undo")
@requires("watch.handle")
def undo(reference: str, number: int) -> Response:
    """Take back how something was handled."""
    agreement = agreements.get_agreement(viewer(), reference)
    handling = queries.find_handling(agreement, number)
    if handling is None:
        raise NotFound(N_("There is no such record."))
    commands.undo_handling(viewer(), agreement, handling)
    return done(N_("Taken back: it comes up again."), url_for("watch.show"))


def _offer(form: HandleForm, coming: queries.Coming) -> None:
    labels = {outcome: gettext(words) for outcome, words in _MEANINGS.items()}
    form.offer(commands.possible_outcomes(coming, today()), labels)


def _kind(text: str) -> WatchKind:
    return next((kind for kind in WatchKind if kind == text), None) or abort(404)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        abort(404)
