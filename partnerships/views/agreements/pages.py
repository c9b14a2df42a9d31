"""The pages of one agreement: what it says, what it descends from."""

from partnerships.queries import agreement as queries
from partnerships.queries.agreement.evidence import list_shown_by
from partnerships.queries.audit import history_of
from partnerships.queries.document import documents_of
from partnerships.views.agreements.blueprint import ONE, blueprint, role_of_home, show_page
from partnerships.views.agreements.drawing import family_drawing
from partnerships.views.agreements.missing import missing_from
from partnerships.web.current import viewer
from partnerships.web.guards import requires


@blueprint.get(ONE)
@requires("agreement.read")
def show(reference: str) -> str:
    """An agreement: its parties and signatures, its term, the ties that it falls under."""
    agreement = queries.get_agreement(viewer(), reference)
    return show_page(
        "agreements/show.html",
        agreement,
        completed=queries.completed_otherwise(agreement),
        late=queries.signed_late(agreement),
        role_of_home=role_of_home(agreement),
        missing=missing_from(agreement, documents_of(viewer(), agreement)),
        shown=list_shown_by(viewer(), agreement),
    )


@blueprint.get(f"{ONE}/lineage")
@requires("agreement.read")
def lineage(reference: str) -> str:
    """What an agreement descends from, and what descends from it."""
    agreement = queries.get_agreement(viewer(), reference)
    family = queries.list_family(viewer(), agreement)
    return show_page("agreements/lineage.html", agreement, family=family, drawing=family_drawing(agreement, family))


@blueprint.get(f"{ONE}/documents")
@requires("agreement.read")
def documents(reference: str) -> str:
    """The documents of an agreement."""
    return show_page("agreements/documents.html", queries.get_agreement(viewer(), reference))


@blueprint.get(f"{ONE}/history")
@requires("agreement.read")
def history(reference: str) -> str:
    """Who changed what of an agreement."""
    agreement = queries.get_agreement(viewer(), reference)
    return show_page("agreements/history.html", agreement, entries=history_of(agreement))
