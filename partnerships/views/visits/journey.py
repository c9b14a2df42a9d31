"""The team that runs a visit, and the visit in return."""

from typing import Any

from flask import request, url_for
from werkzeug.wrappers import Response

from partnerships.commands import visit as commands
from partnerships.errors import Invalid, NotFound
from partnerships.forms.visit import NewVisitForm, TeamForm, TeamWithPhoneForm
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.visit import Direction, Visit
from partnerships.permissions import may
from partnerships.queries import visit as queries
from partnerships.views.visits.blueprint import ONE, blueprint, refused, visit_crumbs
from partnerships.views.visits.visit import tie_options
from partnerships.web.current import viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import ViewersPicker, done, saving, show_form


def _team_form(visit: Visit) -> type[TeamForm]:
    """Whoever enters somebody knows the number; to read one that is there is for those who run the visit."""
    is_new = "number" not in (request.view_args or {})
    return TeamWithPhoneForm if is_new or may(viewer(), "visit.read_private", visit) else TeamForm


add_part_pages(
    blueprint,
    f"{ONE}/team",
    PartPages(
        name="team_member",
        action="visit.write",
        form=TeamForm,
        load=queries.get_visit,
        find=queries.find_team_member,
        add=commands.add_team_member,
        revise=commands.revise_team_member,
        archive=commands.archive_team_member,
        crumbs=visit_crumbs,
        title_new=N_("Add to the team"),
        title_edit=N_("Change the entry of the team"),
        form_for=_team_form,
    ),
)

_OWED = {"owed": True, "not_owed": False, "open": None}
_REVERSED = {Direction.INBOUND: Direction.OUTBOUND, Direction.OUTBOUND: Direction.INBOUND}


@blueprint.post(f"{ONE}/return-owed")
@requires("visit.write")
def return_owed(reference: str) -> Response | tuple[str, int]:
    """Say whether a visit is owed one in return, or take back what was said."""
    visit = queries.get_visit(viewer(), reference)
    said = request.form.get("owed", "")
    if said not in _OWED:
        raise NotFound(N_("There is no such record."))
    address = url_for("visits.show", reference=reference)
    try:
        commands.note_return_owed(viewer(), visit, _OWED[said])
    except Invalid as error:
        return refused(error, address)
    return done(N_("Saved."), address)


@blueprint.route(f"{ONE}/return-visit", methods=["GET", "POST"])
@requires("visit.write")
def return_visit(reference: str) -> Response | tuple[str, int]:
    """Plan the visit that answers this one: the other way round, under the same ties, to the city of the guests."""
    visit = queries.get_visit(viewer(), reference)
    if visit.direction is Direction.ONLINE:
        raise NotFound(N_("There is no such record."))
    form = NewVisitForm(picker=ViewersPicker(), options=tie_options(visit), data=_turned_round(visit))
    if form.validate_on_submit():
        with saving(form):
            made = commands.record_return_visit(viewer(), visit, _cities(visit), **form.details())
            return done(N_("Saved."), url_for("visits.show", reference=made.reference))
        visit = queries.get_visit(viewer(), reference)
    cancel_url = url_for("visits.show", reference=reference)
    return show_form("visits/return_visit.html", form, cancel_url=cancel_url, answered=visit, cities=_cities(visit))


def _turned_round(visit: Visit) -> dict[str, Any]:
    return {
        "direction": _REVERSED[visit.direction],
        "kind": visit.kind,
        "home": visit.home,
        "returns_visit": visit,
        "partnerships": visit.partnerships,
        "department": visit.department,
        "owner": viewer(),
        "disclosure": visit.disclosure,
    }


def _cities(visit: Visit) -> list[City]:
    """Where the visit in return goes: home after an outbound one, else to the guests' cities or those of the ties."""
    if visit.direction is Direction.OUTBOUND:
        return [visit.home] if visit.home else []
    guests = [one.city for one in visit.delegations if one.side is not Side.HOME and not one.is_archived and one.city]
    partners = guests or [tie.partner for tie in visit.partnerships if not tie.is_archived]
    return list(dict.fromkeys(city for city in partners if city.id != visit.home_id))
