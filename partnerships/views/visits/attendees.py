"""Picking who attends a programme item, in one go, from the delegations, the team and the home side's people."""

from flask import url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from partnerships.commands.visit.attending import Ticks, is_colleague, pick_attendees
from partnerships.forms.visit.picking import PickForm
from partnerships.languages import N_
from partnerships.models.visit import Attendee, ProgrammeItem
from partnerships.queries import visit as queries
from partnerships.queries.visit.participants import is_same
from partnerships.views.visits.blueprint import ONE, blueprint, item_crumbs
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.saving import ViewersPicker, done, saving, show_form


@blueprint.route(f"{ONE}/<int:number>/attendees/pick", methods=["GET", "POST"])
@requires("visit.write")
def attendees_pick(reference: str, number: int) -> Response | tuple[str, int]:
    """All members of all delegations with boxes, those who attend already ticked."""
    item = queries.get_item(viewer(), reference, number)
    form = PickForm(picker=ViewersPicker(), data={"people": []})
    if form.validate_on_submit():
        with saving(form):
            picked = pick_attendees(
                viewer(),
                item,
                Ticks(form.shown("member"), form.ticked("member")),
                Ticks(form.shown("colleague"), form.ticked("colleague")),
                form.people.data,
            )
            return done(_told(picked.added, picked.removed), url_for("visits.item", reference=reference, number=number))
        item = queries.get_item(viewer(), reference, number)
    members, team = _there(item)
    sent = form.is_submitted()
    return show_form(
        "visits/attendees_pick.html",
        form,
        item=item,
        visit=item.visit,
        crumbs=item_crumbs(item),
        members_of=queries.members_of,
        before={"member": members, "colleague": team},
        ticked={"member": form.ticked("member"), "colleague": form.ticked("colleague")} if sent else None,
    )


def _there(item: ProgrammeItem) -> tuple[set[int], set[int]]:
    """(ids of members, ids of colleagues) who attend."""
    there: list[Attendee] = queries.people_in_order(item.attendees)
    members = {
        member.id
        for delegation in item.visit.delegations
        for member in delegation.members
        if any(is_same(member, one) for one in there)
    }
    team = {one.id for one in item.visit.team if any(is_colleague(one, attendee) for attendee in there)}
    return members, team


def _told(added: int, removed: int) -> str:
    if not added and not removed:
        return N_("Nothing was changed.")
    told = [ngettext("%(num)s attendee added.", "%(num)s attendees added.", added)] if added else []
    told += [ngettext("%(num)s attendee taken out.", "%(num)s attendees taken out.", removed)] if removed else []
    return " ".join(told)
