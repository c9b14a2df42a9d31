"""The parts of a visit and of its items: stays, delegations, members, attendees, steps of a ceremony."""

from typing import Any

from partnerships.commands import visit as commands
from partnerships.forms.visit import AttendeeForm, DelegationForm, LegForm, MemberForm, MemberWithNeedsForm, StepForm
from partnerships.languages import N_
from partnerships.models.partnership import Side
from partnerships.models.visit import Delegation, ProgrammeItem, Visit
from partnerships.permissions import Viewer, may
from partnerships.queries import visit as queries
from partnerships.views.visits.blueprint import ITEM, ONE, blueprint, item_crumbs, people_crumbs, visit_crumbs
from partnerships.web.current import viewer
from partnerships.web.parts import PartPages, add_part_pages


def _member_form(delegation: Delegation) -> type[MemberForm]:
    return MemberWithNeedsForm if may(viewer(), "visit.read_private", delegation.visit) else MemberForm


def _load_delegation(who: Viewer, reference: str, delegation: int) -> Delegation:
    return queries.get_delegation(who, reference, delegation)


def _load_item(who: Viewer, reference: str, item: int) -> ProgrammeItem:
    return queries.get_item(who, reference, item)


def _new_leg(visit: Visit) -> dict[str, Any]:
    """Whoever visits the home city stays there for the whole visit, as a rule."""
    starts, ends = visit.starts, visit.ends
    return {
        "city": visit.home if visit.direction == "inbound" and not visit.legs else None,
        "arrives_on": starts.day if starts else None,
        "departs_on": ends.day if ends else None,
    }


def _new_attendee(item: ProgrammeItem) -> dict[str, Any]:
    """The host's people are entered one by one; the guests are mostly taken over from their delegation."""
    return {"attendance": commands.usual_attendance(item), "side": Side.HOME}


add_part_pages(
    blueprint,
    f"{ONE}/legs",
    PartPages(
        name="leg",
        action="visit.write",
        form=LegForm,
        load=queries.get_visit,
        find=queries.find_leg,
        add=commands.add_leg,
        revise=commands.revise_leg,
        archive=commands.archive_leg,
        crumbs=visit_crumbs,
        title_new=N_("Add a stay"),
        title_edit=N_("Change a stay"),
        initial=_new_leg,
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/delegations",
    PartPages(
        name="delegation",
        action="visit.write",
        form=DelegationForm,
        load=queries.get_visit,
        find=queries.find_delegation,
        add=commands.add_delegation,
        revise=commands.revise_delegation,
        archive=commands.archive_delegation,
        crumbs=people_crumbs,
        title_new=N_("Add a delegation"),
        title_edit=N_("Change a delegation"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/delegations/<int:delegation>/members",
    PartPages(
        name="member",
        action="visit.write",
        form=MemberForm,
        load=_load_delegation,
        find=queries.find_member,
        add=commands.add_member,
        revise=commands.revise_member,
        archive=commands.archive_member,
        crumbs=lambda delegation: people_crumbs(delegation.visit),
        title_new=N_("Add a member"),
        title_edit=N_("Change a member"),
        form_for=_member_form,
    ),
)
add_part_pages(
    blueprint,
    f"{ITEM}/attendees",
    PartPages(
        name="attendee",
        action="visit.write",
        form=AttendeeForm,
        load=_load_item,
        find=queries.find_attendee,
        add=commands.add_attendee,
        revise=commands.revise_attendee,
        archive=commands.archive_attendee,
        crumbs=item_crumbs,
        title_new=N_("Add an attendee"),
        title_edit=N_("Change an attendee"),
        initial=_new_attendee,
    ),
)
add_part_pages(
    blueprint,
    f"{ITEM}/steps",
    PartPages(
        name="step",
        action="visit.write",
        form=StepForm,
        load=_load_item,
        find=queries.find_step,
        add=commands.add_step,
        revise=commands.revise_step,
        archive=commands.archive_step,
        crumbs=item_crumbs,
        title_new=N_("Add a step"),
        title_edit=N_("Change a step"),
    ),
)
