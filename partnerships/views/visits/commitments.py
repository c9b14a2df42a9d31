"""What was promised at a visit: entered by hand or from an outcome, with the pages of each commitment."""

from typing import Any

from flask import url_for
from flask_babel import gettext

from partnerships.commands import agreement as commands
from partnerships.forms.agreement import VisitCommitmentForm
from partnerships.languages import N_
from partnerships.models.agreement import Commitment
from partnerships.models.visit import Visit
from partnerships.queries import agreement as queries
from partnerships.queries.cooperation_area import area_choices
from partnerships.queries.visit import get_visit
from partnerships.views.visits.blueprint import ONE, blueprint, visit_crumbs, visit_page
from partnerships.web.commitments import CommitmentPages, add_commitment_pages
from partnerships.web.current import language, viewer
from partnerships.web.parts import PartPages, add_part_pages


def _crumbs(visit: Visit) -> list[tuple[str, str]]:
    return [*visit_crumbs(visit), (gettext("Outcomes"), url_for("visits.after", reference=visit.reference))]


def _find(visit: Visit, number: int) -> Commitment | None:
    return next((one for one in queries.commitments_of_visit(visit) if one.number == number), None)


def _initial(visit: Visit) -> dict[str, Any]:
    """The visit itself is where it is known from, and who runs it answers for it."""
    source = f"{visit.reference} {visit.title.text(language())}"
    return {"source": source, "department": visit.department, "officer": visit.owner}


WITHIN = f"{ONE}/commitments"
add_commitment_pages(
    blueprint,
    WITHIN,
    CommitmentPages(
        read="visit.read",
        write="visit.write",
        template="visits/commitment.html",
        load=get_visit,
        find=_find,
        show=visit_page,
        crumbs=_crumbs,
    ),
)
add_part_pages(
    blueprint,
    WITHIN,
    PartPages(
        name="commitment",
        action="visit.write",
        form=VisitCommitmentForm,
        load=get_visit,
        find=_find,
        add=commands.add_commitment,
        revise=commands.revise_commitment,
        archive=commands.archive_commitment,
        crumbs=_crumbs,
        title_new=N_("Add a commitment"),
        title_edit=N_("Change a commitment"),
        options=lambda visit: {"areas": area_choices(viewer(), language())},
        initial=_initial,
    ),
)
