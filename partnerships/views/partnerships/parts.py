"""The parts of a tie: claims of its founding, events."""

from partnerships.commands import partnership as commands
from partnerships.forms.partnership import ClaimForm, EventForm
from partnerships.languages import N_
from partnerships.queries import partnership as queries
from partnerships.views.partnerships.blueprint import ONE, blueprint, event_crumbs, tie_crumbs
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
