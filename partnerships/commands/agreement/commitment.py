"""The commitments of an agreement: what somebody owes, numbered once and for all."""

from typing import TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
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
        commitment = Commitment(
            agreement_id=agreement.id,
            text_basis=TextBasis.AS_SIGNED,
            kind=CommitmentKind.OTHER,
            owed_by=Side.BOTH,
            cadence=Cadence.NOT_STATED,
            hosts_alternate=False,
            status=CommitmentStatus.OPEN,
        )
        _apply(commitment, details)
        commitment.number = last_commitment_number(agreement) + 1
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
        _apply(commitment, details)


def archive_commitment(actor: Viewer, agreement: Agreement, commitment: Commitment) -> None:
    """Put a commitment away; its number is not given again."""
    with transaction(actor, "archive_commitment"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(commitment)


def _apply(commitment: Commitment, details: CommitmentDetails) -> None:
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
    if begins and due and begins.earliest and due.latest and due.latest < begins.earliest:
        raise Invalid("due", N_("It falls due before it begins."))
    recurs = after["cadence"] is Cadence.EVERY_N_YEARS
    if recurs and not after["cadence_years"]:
        raise Invalid("cadence_years", N_("Enter after how many years it falls due again."))
    if not recurs and after["cadence_years"]:
        raise Invalid("cadence_years", N_("This goes only with “every few years”."))
    assign(commitment, details)
