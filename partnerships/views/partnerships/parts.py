"""The parts of a tie: claims of its founding, labels, events and their approvals."""

from partnerships.commands import partnership as commands
from partnerships.forms.partnership import ClaimForm, EventApprovalForm, EventForm, LabelForm
from partnerships.languages import N_
from partnerships.queries import partnership as queries
from partnerships.views.partnerships.blueprint import ONE, approval_crumbs, blueprint, event_crumbs, tie_crumbs
from partnerships.web.parts import PartPages, add_part_pages

add_part_pages(
    blueprint,
    f"{ONE}/claims",
    PartPages(
        name="claim",
        action="partnership.write",
        form=ClaimForm,
        load=queries.get_partnership,
        find=queries.find_claim,
        add=commands.add_claim,
        revise=commands.revise_claim,
        archive=commands.archive_claim,
        crumbs=tie_crumbs,
        title_new=N_("Add a source for the founding"),
        title_edit=N_("Change a source for the founding"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/events",
    PartPages(
        name="event",
        action="partnership.write",
        form=EventForm,
        load=queries.get_partnership,
        find=queries.find_event,
        add=commands.add_event,
        revise=commands.revise_event,
        archive=commands.archive_event,
        crumbs=event_crumbs,
        title_new=N_("Add an event"),
        title_edit=N_("Change an event"),
        initial=lambda _tie: {"sets_status": True},
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/events/<int:event>/approvals",
    PartPages(
        name="approval",
        action="partnership.write",
        form=EventApprovalForm,
        load=queries.get_event,
        find=queries.find_approval,
        add=commands.add_event_approval,
        revise=commands.revise_event_approval,
        archive=commands.archive_event_approval,
        crumbs=approval_crumbs,
        title_new=N_("Add an approval"),
        title_edit=N_("Change an approval"),
    ),
)
add_part_pages(
    blueprint,
    f"{ONE}/labels",
    PartPages(
        name="label",
        action="partnership.write",
        form=LabelForm,
        load=queries.get_partnership,
        find=queries.find_label,
        add=commands.add_label,
        revise=commands.revise_label,
        archive=commands.archive_label,
        crumbs=tie_crumbs,
        title_new=N_("Add what a side calls the tie"),
        title_edit=N_("Change what a side calls the tie"),
    ),
)
