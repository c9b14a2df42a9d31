"""Turns of a tie that are more than an entry: taken over by a successor city, called dormant or awake."""

from collections.abc import Sequence
from typing import Any

from flask import request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import partnership as commands
from partnerships.forms.partnership import DormancyForm, SuccessionForm
from partnerships.languages import N_
from partnerships.models.city import CitySuccession
from partnerships.models.partnership import Partnership
from partnerships.queries import partnership as queries
from partnerships.queries.city import find_city
from partnerships.views.partnerships.blueprint import ONE, blueprint, tie_crumbs
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route(f"{ONE}/succession", methods=["GET", "POST"])
@requires("partnership.conclude")
def succeed(reference: str) -> Response | tuple[str, int]:
    """Carry a tie over to the city that takes it over; ``?successor=CTY-…`` names it beforehand."""
    tie = queries.get_partnership(viewer(), reference)
    known = queries.list_city_successors(tie)
    form = SuccessionForm(picker=ViewersPicker(), data=_foreseen(tie, known))
    if form.validate_on_submit():
        with saving(form):
            # Words that are kept are written once, in the language of whoever carries the tie over.
            note = gettext("Inherited from the former tie with %(name)s (%(reference)s)", **_former(tie))
            going_on = commands.succeed_tie(
                viewer(), tie, version=form.version.number, claims_note=note, **form.details()
            )
            return done(N_("The tie was carried over."), url_for("partnerships.show", reference=going_on.reference))
        tie = queries.get_partnership(viewer(), reference)
        known = queries.list_city_successors(tie)
    return show_form("partnerships/succession.html", form, tie=tie, crumbs=tie_crumbs(tie), known=known)


@blueprint.route(f"{ONE}/dormant", methods=["GET", "POST"])
@requires("partnership.write")
def mark_dormant(reference: str) -> Response | tuple[str, int]:
    """Say that a tie is dormant, and why."""
    return _say(reference, is_dormant=True)


@blueprint.route(f"{ONE}/awake", methods=["GET", "POST"])
@requires("partnership.write")
def keep_awake(reference: str) -> Response | tuple[str, int]:
    """Say that a tie is not dormant, and why."""
    return _say(reference, is_dormant=False)


def _say(reference: str, *, is_dormant: bool) -> Response | tuple[str, int]:
    tie = queries.get_partnership(viewer(), reference)
    form = DormancyForm(data={"version": tie.version})
    if form.validate_on_submit():
        with saving(form):
            command = commands.mark_dormant if is_dormant else commands.keep_awake
            command(viewer(), tie, today(), form.version.number, **form.details())
            return done(N_("Saved."), tie_crumbs(tie)[-1][1])
        tie = queries.get_partnership(viewer(), reference)
    return show_form("partnerships/dormancy.html", form, tie=tie, crumbs=tie_crumbs(tie), is_dormant=is_dormant)


def _former(tie: Partnership) -> dict[str, str]:
    return {"name": tie.partner.name.text(language()), "reference": tie.reference}


def _foreseen(tie: Partnership, known: Sequence[CitySuccession]) -> dict[str, Any]:
    """The successor that the address names, else the only one that is recorded of the city, with its date."""
    named = request.args.get("successor")
    successor = find_city(viewer(), named) if named else None
    if successor is None and len(known) == 1:
        successor = known[0].successor
    happened = next((one.happened for one in known if successor and one.successor_id == successor.id), None)
    return {"version": tie.version, "successor": successor, "effective": happened, "carries_agreements": True}
