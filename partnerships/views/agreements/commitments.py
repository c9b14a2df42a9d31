"""What is owed under an agreement: the tab, and the pages of one commitment."""

from partnerships.queries import agreement as queries
from partnerships.queries.agreement.progress import progress_of
from partnerships.views.agreements.blueprint import ONE, blueprint, commitment_crumbs, show_page
from partnerships.web.commitments import CommitmentPages, add_commitment_pages
from partnerships.web.current import today, viewer
from partnerships.web.guards import requires


@blueprint.get(f"{ONE}/commitments")
@requires("agreement.read")
def commitments(reference: str) -> str:
    """What is owed under an agreement, by kind, and what has come of it."""
    agreement = queries.get_agreement(viewer(), reference)
    return show_page("agreements/commitments.html", agreement, progress=progress_of(viewer(), agreement, today()))


add_commitment_pages(
    blueprint,
    ONE,
    CommitmentPages(
        read="agreement.read",
        write="agreement.write",
        template="agreements/commitment.html",
        load=queries.get_agreement,
        find=queries.find_commitment,
        show=show_page,
        crumbs=commitment_crumbs,
    ),
)
