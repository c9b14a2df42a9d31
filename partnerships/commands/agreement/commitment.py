"""The commitments of an agreement: what somebody owes, numbered once and for all."""

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
    Agreement,
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
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement import last_commitment_number


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


def add_commitment(actor: Viewer, agreement: Agreement, **details: Unpack[CommitmentDetails]) -> Commitment:
    """Add a commitment under the next number of the agreement."""
    with transaction(actor, "add_commitment"):
        ensure_may(actor, "agreement.write", agreement)
        return _add(agreement, details, last_commitment_number(agreement) + 1)


def add_commitments(actor: Viewer, agreement: Agreement, clauses: Sequence[CommitmentDetails]) -> list[Commitment]:
    """Add several commitments at once, all or none; a refusal says of which (``clauses-2``) and of which field."""
    with transaction(actor, "add_commitments"):
        ensure_may(actor, "agreement.write", agreement)
        if not clauses:
            raise Invalid(None, N_("Tick at least one clause."))
        number = last_commitment_number(agreement)
        faults: list[Invalid] = []
        added = []
        for place, details in enumerate(clauses):
            try:
                added.append(_add(agreement, details, number + place + 1))
            except Invalid as refused:
                faults += [Invalid(f"clauses-{place}-{one.field}", one.message, **one.values) for one in refused.all]
        refuse_all(faults)
    return added


def _add(agreement: Agreement, details: CommitmentDetails, number: int) -> Commitment:
    commitment = Commitment(
        agreement_id=agreement.id,
        number=number,
        text_basis=TextBasis.AS_SIGNED,
        kind=CommitmentKind.OTHER,
        owed_by=Side.BOTH,
        cadence=Cadence.NOT_STATED,
        hosts_alternate=False,
        status=CommitmentStatus.OPEN,
    )
    _apply(agreement, commitment, details)
    add(commitment)
    return commitment


def revise_commitment(
    actor: Viewer,
    agreement: Agreement,
    commitment: Commitment,
    version: int | None = None,
    **details: Unpack[CommitmentDetails],
) -> None:
    """Change a commitment; its number stays."""
    with transaction(actor, "revise_commitment"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(commitment, version)
        _apply(agreement, commitment, details)


def mark_under_way(actor: Viewer, agreement: Agreement, commitment: Commitment) -> None:
    """Decide that a commitment is being carried out."""
    with transaction(actor, "mark_under_way"):
        ensure_may(actor, "agreement.write", agreement)
        _settle(agreement, commitment, CommitmentStatus.UNDER_WAY)


def mark_fulfilled(actor: Viewer, agreement: Agreement, commitment: Commitment) -> None:
    """Decide that a commitment is fulfilled."""
    with transaction(actor, "mark_fulfilled"):
        ensure_may(actor, "agreement.write", agreement)
        _settle(agreement, commitment, CommitmentStatus.FULFILLED)


def drop_commitment(actor: Viewer, agreement: Agreement, commitment: Commitment, reason: str | None) -> None:
    """Decide that a commitment will not be kept, and say why."""
    with transaction(actor, "drop_commitment", reason):
        ensure_may(actor, "agreement.write", agreement)
        _settle(agreement, commitment, CommitmentStatus.DROPPED, reason)


def _settle(agreement: Agreement, commitment: Commitment, status: CommitmentStatus, reason: str | None = None) -> None:
    if commitment.is_archived:
        raise Invalid(None, N_("The commitment was archived."))
    _apply(agreement, commitment, {"status": status, "status_reason": (reason or "").strip() or None})


def archive_commitment(actor: Viewer, agreement: Agreement, commitment: Commitment) -> None:
    """Put a commitment away; its number is not given again."""
    with transaction(actor, "archive_commitment"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(commitment)


def _apply(agreement: Agreement, commitment: Commitment, details: CommitmentDetails) -> None:
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
        commitment.status_since = _today(agreement)
    assign(commitment, details)


def _today(agreement: Agreement) -> date:
    home = db.session.get(City, agreement.home_id)
    return today_in(home.zone) if home and home.zone else utc_now().date()
