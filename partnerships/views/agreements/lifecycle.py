"""Moving an agreement on in its life, and taking a move back that was entered by mistake."""

from flask import render_template, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands.agreement.lifecycle import (
    allowed_moves,
    may_take_back,
    move_agreement,
    take_back_move,
)
from partnerships.forms.agreement.life import MoveForm, TakeBackForm
from partnerships.languages import N_
from partnerships.queries import agreement as queries
from partnerships.queries.agreement.life import read_life
from partnerships.views.agreements.blueprint import ONE, agreement_crumbs, blueprint
from partnerships.web.current import today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route(f"{ONE}/status", methods=["GET", "POST"])
@requires("agreement.write")
def move(reference: str) -> Response | tuple[str, int]:
    """Move an agreement on in its life, on a day and with a reason."""
    agreement = queries.get_agreement(viewer(), reference)
    moves = allowed_moves(viewer(), agreement, today())
    address = url_for("agreements.life", reference=reference)
    if not moves:
        return render_template(
            "errors/refused.html", message=gettext("From where it stands you cannot move it on."), back=address
        ), 422
    form = MoveForm(obj=agreement, picker=ViewersPicker())
    form.offer(moves, today())
    if form.validate_on_submit():
        with saving(form):
            version, details = form.version.number, form.details()
            move_agreement(viewer(), agreement, today=today(), version=version, **details)
            return done(N_("The status is changed."), address)
        agreement = queries.get_agreement(viewer(), reference)
    standing = agreement.status_on(today())
    return show_form("agreements/move.html", form, agreement, standing=standing, cancel_url=address)


@blueprint.route(f"{ONE}/status/take-back", methods=["GET", "POST"])
@requires("agreement.conclude")
def take_back(reference: str) -> Response | tuple[str, int]:
    """Take the last move back, with a reason."""
    agreement = queries.get_agreement(viewer(), reference)
    life = read_life(agreement)
    address = url_for("agreements.life", reference=reference)
    if not may_take_back(viewer(), agreement, life):
        message = gettext("Nobody has moved it yet: there is nothing to take back.")
        return render_template("errors/refused.html", message=message, back=address), 422
    form = TakeBackForm(obj=agreement)
    if form.validate_on_submit():
        with saving(form):
            take_back_move(viewer(), agreement, form.reason.data, form.version.number)
            return done(N_("The move is taken back."), address)
        agreement = queries.get_agreement(viewer(), reference)
    last = life.last_move_by_hand
    assert last is not None  # noqa: S101 — asked above
    note = gettext(
        "“%(to)s” goes back to “%(start)s”. Days and links recorded along with the move stay.",
        to=gettext(last.to_status.label),
        start=gettext(last.from_status.label),
    )
    return show_form(
        "agreements/life_form.html",
        form,
        agreement,
        title=N_("Take the last move back"),
        note=note,
        crumbs=agreement_crumbs(agreement),
        cancel_url=address,
    )
