"""Who takes part in a visit: the delegations with their members in order of precedence, and their personal data."""

from datetime import date

from flask import redirect, request, url_for
from werkzeug.wrappers import Response

from partnerships.commands import visit as commands
from partnerships.errors import NotFound
from partnerships.languages import N_
from partnerships.models.visit import Visit
from partnerships.queries import visit as queries
from partnerships.views.visits.blueprint import ONE, blueprint, visit_page
from partnerships.web.current import settings, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import done

# The buttons of a row, and how many places each moves its member.
_STEPS = {"up": -1, "down": 1}


@blueprint.get(f"{ONE}/people")
@requires("visit.read")
def people(reference: str) -> str:
    """The delegations: who comes, as what, in which order, and what is to be thought of for each."""
    visit = queries.get_visit(viewer(), reference)
    members = {one.id: queries.members_of(one) for one in visit.delegations if not one.is_archived}
    return visit_page(
        "visits/people.html",
        visit,
        members=members,
        counts={number: queries.headcount(there) for number, there in members.items()},
        in_all=queries.headcount([member for there in members.values() for member in there]),
        erased_from=_erased_from(visit),
        days_kept=settings().personal_data_days,
        today=today(),
    )


@blueprint.post(f"{ONE}/delegations/<int:delegation>/order")
@requires("visit.write")
def member_move(reference: str, delegation: int) -> Response:
    """Move a member one place up or down in the order of precedence."""
    found = queries.get_delegation(viewer(), reference, delegation)
    way = next((name for name in _STEPS if name in request.form), None)
    member = queries.find_member(found, request.form.get(way, 0, type=int)) if way else None
    if way is None or member is None or member.is_archived:
        raise NotFound(N_("There is no such record."))
    commands.move_member(viewer(), found, member, _STEPS[way])
    return redirect(url_for("visits.people", reference=reference, _anchor=f"member-{member.id}"), 303)


@blueprint.post(f"{ONE}/people/erase")
@requires("visit.erase")
def personal_data_erase(reference: str) -> Response:
    """Erase the personal data of those who took part now, before its time is over."""
    commands.erase_personal_data(viewer(), queries.get_visit(viewer(), reference))
    return done(N_("The personal data is erased."), url_for("visits.people", reference=reference))


def _erased_from(visit: Visit) -> date | None:
    """The day from which on the personal data of ``visit`` is erased; ``None`` where there is none or no such day."""
    if not queries.holds_personal_data(visit):
        return None
    return queries.erasure_due(visit, settings().personal_data_days)
