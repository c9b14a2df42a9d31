"""What is owed under an agreement: the tab, the page of one commitment, the decisions on it, and its evidence."""

from typing import Any

from flask import abort, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import agreement as commands
from partnerships.errors import Invalid
from partnerships.forms.agreement import EvidenceForm
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, Commitment, Evidence
from partnerships.queries import agreement as queries
from partnerships.queries.agreement.progress import get_commitment, progress_of, progress_of_some
from partnerships.views.agreements.blueprint import ONE, blueprint, commitment_crumbs, show_page
from partnerships.web.addresses import record_url
from partnerships.web.current import today, viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import done, told

COMMITMENT = f"{ONE}/<int:number>"


@blueprint.get(f"{ONE}/commitments")
@requires("agreement.read")
def commitments(reference: str) -> str:
    """What is owed under an agreement, by kind, and what has come of it."""
    agreement = queries.get_agreement(viewer(), reference)
    return show_page("agreements/commitments.html", agreement, progress=progress_of(viewer(), agreement, today()))


@blueprint.get(COMMITMENT)
@requires("agreement.read")
def commitment(reference: str, number: int) -> str:
    """One commitment: what was promised, its periods, the evidence, and what is to be decided."""
    agreement, found = _load(reference, number)
    progress = progress_of_some(viewer(), agreement, [found], today())[found.id]
    return show_page(
        "agreements/commitment.html", agreement, commitment=found, progress=progress, record_url=record_url
    )


@blueprint.post(f"{COMMITMENT}/under-way")
@requires("agreement.write")
def commitment_under_way(reference: str, number: int) -> Response | tuple[str, int]:
    """Decide that a commitment is being carried out."""
    return _decide(reference, number, commands.mark_under_way)


@blueprint.post(f"{COMMITMENT}/fulfilled")
@requires("agreement.write")
def commitment_fulfilled(reference: str, number: int) -> Response | tuple[str, int]:
    """Decide that a commitment is fulfilled."""
    return _decide(reference, number, commands.mark_fulfilled)


@blueprint.post(f"{COMMITMENT}/dropped")
@requires("agreement.write")
def commitment_dropped(reference: str, number: int) -> Response | tuple[str, int]:
    """Decide that a commitment will not be kept, with the reason."""
    return _decide(reference, number, commands.drop_commitment, reason=request.form.get("reason"))


def _load(reference: str, number: int) -> tuple[Agreement, Commitment]:
    agreement = queries.get_agreement(viewer(), reference)
    found = queries.find_commitment(agreement, number)
    if found is None:
        abort(404)
    return agreement, found


def _decide(reference: str, number: int, act: Any, **details: Any) -> Response | tuple[str, int]:
    agreement, found = _load(reference, number)
    back = url_for("agreements.commitment", reference=reference, number=number)
    try:
        act(viewer(), agreement, found, **details)
    except Invalid as error:
        return render_template("errors/refused.html", message=told(error), back=back), 422
    return done(N_("Saved."), back)


def _load_commitment(actor: Any, reference: str, commitment: int) -> Commitment:
    return get_commitment(actor, reference, commitment)


def _find_evidence(commitment: Commitment, number: int) -> Evidence | None:
    """A piece of evidence that the viewer may know of."""
    seen = queries.evidence_of(viewer(), [commitment.id], today()).get(commitment.id, ())
    return queries.find_evidence(commitment, number) if number in {one.id for one in seen} else None


def _evidence_crumbs(commitment: Commitment) -> list[tuple[str, str]]:
    agreement = commitment.agreement
    address = url_for("agreements.commitment", reference=agreement.reference, number=commitment.number)
    label = gettext("Commitment %(number)s", number=commitment.number)
    return [*commitment_crumbs(agreement), (label, address)]


add_part_pages(
    blueprint,
    f"{ONE}/<int:commitment>/evidence",
    PartPages(
        name="evidence",
        action="agreement.write",
        form=EvidenceForm,
        load=_load_commitment,
        find=_find_evidence,
        add=lambda actor, parent, **details: commands.add_evidence(actor, parent, today(), **details),
        revise=lambda actor, parent, evidence, **details: commands.revise_evidence(
            actor, parent, evidence, today(), **details
        ),
        archive=commands.archive_evidence,
        crumbs=_evidence_crumbs,
        title_new=N_("Add evidence"),
        title_edit=N_("Change evidence"),
    ),
)
