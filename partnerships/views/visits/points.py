"""What is to be said at a programme item: its talking points, and the questions that are expected."""

from partnerships.commands.visit import points as commands
from partnerships.forms.visit.points import PointForm, QuestionForm
from partnerships.languages import N_
from partnerships.models.visit import ProgrammeItem
from partnerships.permissions import Viewer
from partnerships.queries import visit as queries
from partnerships.queries.visit.points import find_point, find_question
from partnerships.views.visits.blueprint import ITEM, blueprint, item_crumbs
from partnerships.web.parts import PartPages, add_part_pages


def _load_item(viewer: Viewer, reference: str, item: int) -> ProgrammeItem:
    return queries.get_item(viewer, reference, item)


add_part_pages(
    blueprint,
    f"{ITEM}/points",
    PartPages(
        name="point",
        action="visit.write",
        form=PointForm,
        load=_load_item,
        find=find_point,
        add=commands.add_point,
        revise=commands.revise_point,
        archive=commands.archive_point,
        crumbs=item_crumbs,
        title_new=N_("Add a talking point"),
        title_edit=N_("Change a talking point"),
    ),
)
add_part_pages(
    blueprint,
    f"{ITEM}/questions",
    PartPages(
        name="question",
        action="visit.write",
        form=QuestionForm,
        load=_load_item,
        find=find_question,
        add=commands.add_question,
        revise=commands.revise_question,
        archive=commands.archive_question,
        crumbs=item_crumbs,
        title_new=N_("Add an anticipated question"),
        title_edit=N_("Change an anticipated question"),
    ),
)
