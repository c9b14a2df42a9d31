"""The commitments of an agreement or a visit: what somebody owes, numbered once and for all."""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict, Unpack

from partnerships.adapters.clock import today_in, utc_now
from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, refuse_all
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.agreement import (
    Cadence,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    TextBasis,
)
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement import last_commitment_number
from partnerships.queries.agreement.occurrences import Source
from partnerships.queries.agreement.origins import action_to_write


class CommitmentDetails(TypedDict, total=False):
    """What is said of one commitment."""

    clause: str | None
    text_ko: str | None
    text_en: str | None
    text_basis: TextBasis
    source: str | None
    kind: CommitmentKind
    areas: list[CooperationArea]
    owed_by: Side
    department: Organisation | None
    officer: User | None
    counterpart: str | None
    begins: PartialDate | None
    due: PartialDate | None
    cadence: Cadence
    cadence_years: int | None
    hosts_alternate: bool
    condition: str | None
    cost_share: str | None
    status: CommitmentStatus
    status_reason: str | None


def add_commitment(actor: Viewer, parent: Source, **details: Unpack[CommitmentDetails]) -> Commitment:
    """Add a commitment under the next number of the agreement, or of the visit at which it was made."""
    with transaction(actor, "add_commitment"):
        ensure_may(actor, action_to_write(parent), parent)
        return _add(parent, details, last_commitment_number(parent) + 1)


def add_commitments(actor: Viewer, parent: Source, clauses: Sequence[CommitmentDetails]) -> list[Commitment]:
    """Add several commitments at once, all or none; a refusal says of which (``clauses-2``) and of which field."""
    with transaction(actor, "add_commitments"):
        ensure_may(actor, action_to_write(parent), parent)
        if not clauses:
            raise Invalid(None, N_("Tick at least one clause."))
        number = last_commitment_number(parent)
        faults: list[Invalid] = []
        added = []
        for place, details in enumerate(clauses):
            try:
                added.append(_add(parent, details, number + place + 1))
            except Invalid as refused:
                faults += [Invalid(f"clauses-{place}-{one.field}", one.message, **one.values) for one in refused.all]
        refuse_all(faults)
    return added


def _add(parent: Source, details: CommitmentDetails, number: int) -> Commitment:
    commitment = Commitment(
        **{"visit_id" if isinstance(parent, Visit) else "agreement_id": parent.id},
        number=number,
        # Nobody signs what is promised at a visit.
        text_basis=TextBasis.AS_REPORTED if isinstance(parent, Visit) else TextBasis.AS_SIGNED,
        kind=CommitmentKind.OTHER,
        owed_by=Side.BOTH,
        cadence=Cadence.NOT_STATED,
        hosts_alternate=False,
        status=CommitmentStatus.OPEN,
    )
    _apply(parent, commitment, details)
    add(commitment)
    return commitment


def revise_commitment(
    actor: Viewer,
    parent: Source,
    commitment: Commitment,
    version: int | None = None,
    **details: Unpack[CommitmentDetails],
) -> None:
    """Change a commitment; its number stays."""
    with transaction(actor, "revise_commitment"):
        ensure_may(actor, action_to_write(parent), parent)
        at_version(commitment, version)
        _apply(parent, commitment, details)


def mark_under_way(actor: Viewer, parent: Source, commitment: Commitment) -> None:
    """Decide that a commitment is being carried out."""
    with transaction(actor, "mark_under_way"):
        ensure_may(actor, action_to_write(parent), parent)
        _settle(parent, commitment, CommitmentStatus.UNDER_WAY)


def mark_fulfilled(actor: Viewer, parent: Source, commitment: Commitment) -> None:
    """Decide that a commitment is fulfilled."""
    with transaction(actor, "mark_fulfilled"):
        ensure_may(actor, action_to_write(parent), parent)
        _settle(parent, commitment, CommitmentStatus.FULFILLED)


def drop_commitment(actor: Viewer, parent: Source, commitment: Commitment, reason: str | None) -> None:
    """Decide that a commitment will not be kept, and say why."""
    with transaction(actor, "drop_commitment", reason):
        ensure_may(actor, action_to_write(parent), parent)
        _settle(parent, commitment, CommitmentStatus.DROPPED, reason)


def _settle(parent: Source, commitment: Commitment, status: CommitmentStatus, reason: str | None = None) -> None:
    if commitment.is_archived:
        raise Invalid(None, N_("The commitment was archived."))
    _apply(parent, commitment, {"status": status, "status_reason": (reason or "").strip() or None})


def archive_commitment(actor: Viewer, parent: Source, commitment: Commitment) -> None:
    """Put a commitment away; its number is not given again."""
    with transaction(actor, "archive_commitment"):
        ensure_may(actor, action_to_write(parent), parent)
        put_away(commitment)


def _apply(parent: Source, commitment: Commitment, details: CommitmentDetails) -> None:
    names = (
        "text_ko",
        "text_en",
        "text_basis",
        "source",
        "cadence",
        "cadence_years",
        "status",
        "status_reason",
        "begins",
        "due",
    )
    after = {name: getattr(commitment, name) for name in names} | dict(details)
    require_either(after, "text_ko", "text_en", message=N_("Enter the text in Korean or in English."))
    if after["text_basis"] is TextBasis.AS_REPORTED and not after["source"]:
        raise Invalid("source", N_("Enter who reported these words."))
    if after["status"] is CommitmentStatus.DROPPED and not after["status_reason"]:
        raise Invalid("status_reason", N_("Enter why it was dropped."))
    begins, due = after["begins"], after["due"]
    if begins and due and due.is_surely_before(begins):
        raise Invalid("due", N_("It falls due before it begins."))
    recurs = after["cadence"] is Cadence.EVERY_N_YEARS
    if recurs and not after["cadence_years"]:
        raise Invalid("cadence_years", N_("Enter after how many years it falls due again."))
    if not recurs and after["cadence_years"]:
        raise Invalid("cadence_years", N_("This goes only with “every few years”."))
    if commitment.id is not None and after["status"] is not commitment.status:
        commitment.status_since = _today(parent)
    assign(commitment, details)


def _today(parent: Source) -> date:
    home = db.session.get(City, parent.home_id)
    return today_in(home.zone) if home and home.zone else utc_now().date()
