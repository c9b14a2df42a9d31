"""The page of one commitment, the decisions on it and its evidence, alike for an agreement's and for a visit's."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext
from werkzeug.wrappers import Response

from partnerships.commands import agreement as commands
from partnerships.errors import Invalid
from partnerships.forms.agreement import EvidenceForm
from partnerships.languages import N_
from partnerships.models.agreement import Commitment, Evidence
from partnerships.queries import agreement as queries
from partnerships.queries.agreement.progress import get_commitment, progress_of_some
from partnerships.web.addresses import commitment_url, record_url
from partnerships.web.current import today, viewer
from partnerships.web.guards import requires
from partnerships.web.parts import PartPages, add_part_pages
from partnerships.web.saving import done, told


@dataclass(frozen=True)
class CommitmentPages:
    """What differs between the commitments of agreements and those of visits.

    ``load(viewer, reference)`` gives the agreement or the visit, ``find(parent, number)`` the commitment,
    ``show(template, parent, …)`` the page within the parent's frame, and ``crumbs(parent)`` the pages above it.
    """

    read: str
    write: str
    template: str
    load: Callable[..., Any]
    find: Callable[[Any, int], Commitment | None]
    show: Callable[..., str]
    crumbs: Callable[[Any], list[tuple[str, str]]]


def add_commitment_pages(blueprint: Blueprint, within: str, pages: CommitmentPages) -> None:
    """Register ``{within}/<number>`` and what is done there; the endpoint of the page is ``commitment``."""

    def load(reference: str, number: int) -> tuple[Any, Commitment]:
        parent = pages.load(viewer(), reference)
        found = pages.find(parent, number)
        if found is None:
            abort(404)
        return parent, found

    @requires(pages.read)
    def commitment(reference: str, number: int) -> str:
        parent, found = load(reference, number)
        progress = progress_of_some(viewer(), parent, [found], today())[found.id]
        return pages.show(pages.template, parent, commitment=found, progress=progress, record_url=record_url)

    def decide(reference: str, number: int, act: Callable[..., None], **details: Any) -> Response | tuple[str, int]:
        parent, found = load(reference, number)
        back = commitment_url(reference, number)
        try:
            act(viewer(), parent, found, **details)
        except Invalid as error:
            return render_template("errors/refused.html", message=told(error), back=back), 422
        return done(N_("Saved."), back)

    @requires(pages.write)
    def under_way(reference: str, number: int) -> Response | tuple[str, int]:
        return decide(reference, number, commands.mark_under_way)

    @requires(pages.write)
    def fulfilled(reference: str, number: int) -> Response | tuple[str, int]:
        return decide(reference, number, commands.mark_fulfilled)

    @requires(pages.write)
    def dropped(reference: str, number: int) -> Response | tuple[str, int]:
        return decide(reference, number, commands.drop_commitment, reason=request.form.get("reason"))

    one = f"{within}/<int:number>"
    blueprint.add_url_rule(one, "commitment", commitment)
    blueprint.add_url_rule(f"{one}/under-way", "commitment_under_way", under_way, methods=["POST"])
    blueprint.add_url_rule(f"{one}/fulfilled", "commitment_fulfilled", fulfilled, methods=["POST"])
    blueprint.add_url_rule(f"{one}/dropped", "commitment_dropped", dropped, methods=["POST"])
    _add_evidence_pages(blueprint, within, pages)


def _add_evidence_pages(blueprint: Blueprint, within: str, pages: CommitmentPages) -> None:
    def load(actor: Any, reference: str, commitment: int) -> Commitment:
        return get_commitment(actor, reference, commitment)

    def crumbs(commitment: Commitment) -> list[tuple[str, str]]:
        parent = commitment.came_of
        label = gettext("Commitment %(number)s", number=commitment.number)
        return [*pages.crumbs(parent), (label, commitment_url(parent.reference, commitment.number))]

    add_part_pages(
        blueprint,
        f"{within}/<int:commitment>/evidence",
        PartPages(
            name="evidence",
            action=pages.write,
            form=EvidenceForm,
            load=load,
            find=_find_evidence,
            add=lambda actor, parent, **details: commands.add_evidence(actor, parent, today(), **details),
            revise=lambda actor, parent, evidence, **details: commands.revise_evidence(
                actor, parent, evidence, today(), **details
            ),
            archive=commands.archive_evidence,
            crumbs=crumbs,
            title_new=N_("Add evidence"),
            title_edit=N_("Change evidence"),
        ),
    )


def _find_evidence(commitment: Commitment, number: int) -> Evidence | None:
    """A piece of evidence that the viewer may know of."""
    seen = queries.evidence_of(viewer(), [commitment.id], today()).get(commitment.id, ())
    return queries.find_evidence(commitment, number) if number in {one.id for one in seen} else None
