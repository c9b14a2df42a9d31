"""How an agreement descends from earlier papers: steps up only, and never in a circle."""

from typing import TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementLink, Relation
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement import descends_from


class LinkDetails(TypedDict, total=False):
    """One step from an agreement to an earlier one, or to a paper outside the system named as text."""

    relation: Relation
    target: Agreement | None
    target_text: str | None
    note: str | None


def add_link(actor: Viewer, agreement: Agreement, **details: Unpack[LinkDetails]) -> AgreementLink:
    """Say what ``agreement`` does to an earlier paper."""
    with transaction(actor, "add_link"):
        ensure_may(actor, "agreement.write", agreement)
        link = AgreementLink(agreement_id=agreement.id)
        _apply(agreement, link, details)
        add(link)
    return link


def revise_link(
    actor: Viewer,
    agreement: Agreement,
    link: AgreementLink,
    version: int | None = None,
    **details: Unpack[LinkDetails],
) -> None:
    """Change a step of lineage."""
    with transaction(actor, "revise_link"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(link, version)
        _apply(agreement, link, details)


def archive_link(actor: Viewer, agreement: Agreement, link: AgreementLink) -> None:
    """Put a step of lineage away."""
    with transaction(actor, "archive_link"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(link)


def _apply(agreement: Agreement, link: AgreementLink, details: LinkDetails) -> None:
    if details.get("relation", link.relation) is None:
        raise Invalid("relation", N_("Choose what it does to the earlier paper."))
    target = details.get("target", link.target)
    text = details.get("target_text", link.target_text)
    if (target is None) == (text is None):
        raise Invalid("target", N_("Enter either an agreement recorded here or the name of another paper."))
    if target is not None:
        _check_target(agreement, target)
    assign(link, details)


def _check_target(agreement: Agreement, target: Agreement) -> None:
    if target.id == agreement.id:
        raise Invalid("target", N_("An agreement does not descend from itself."))
    if descends_from(target, agreement):
        message = N_("%(reference)s descends from this agreement already: this would close a circle.")
        raise Invalid("target", message, reference=target.reference)
    ours, theirs = agreement.signed, target.signed
    if ours and theirs and ours.is_surely_before(theirs):
        raise Invalid("target", N_("That paper was signed later. Record the relation there instead."))
