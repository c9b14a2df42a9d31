"""The approvals of an agreement; while one that it needs is missing it waits to come into force."""

from typing import Unpack

from partnerships.commands.agreement.course import keep_to_dates
from partnerships.commands.approval import ApprovalDetails, apply_approval
from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.models.agreement import Agreement, AgreementApproval, ApprovalPurpose, Duty
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.side import Side
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement.life import Life, read_life


class AgreementApprovalDetails(ApprovalDetails, total=False):
    """What an officer says of an approval of an agreement."""

    purpose: ApprovalPurpose


def add_agreement_approval(
    actor: Viewer, agreement: Agreement, **details: Unpack[AgreementApprovalDetails]
) -> AgreementApproval:
    """Record an approval that is needed, asked for or decided."""
    with transaction(actor, "add_agreement_approval"):
        ensure_may(actor, "agreement.write", agreement)
        approval = AgreementApproval(
            agreement_id=agreement.id,
            purpose=ApprovalPurpose.CONCLUDE,
            side=Side.HOME,
            result=ApprovalResult.PENDING,
            is_required=True,
        )
        apply_approval(approval, details)
        add(approval)
        keep_awaiting(agreement)
    return approval


def revise_agreement_approval(
    actor: Viewer,
    agreement: Agreement,
    approval: AgreementApproval,
    version: int | None = None,
    **details: Unpack[AgreementApprovalDetails],
) -> None:
    """Change an approval: most often, record how it was decided."""
    with transaction(actor, "revise_agreement_approval"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(approval, version)
        apply_approval(approval, details)
        keep_awaiting(agreement)


def archive_agreement_approval(actor: Viewer, agreement: Agreement, approval: AgreementApproval) -> None:
    """Put an approval away; nothing waits for it any more."""
    with transaction(actor, "archive_agreement_approval"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(approval)
        keep_awaiting(agreement)


def keep_awaiting(agreement: Agreement) -> None:
    """Note whether ``agreement`` waits for an approval, and follow up what its dates make of that."""
    assign(agreement, {"awaits_approval": bool(read_life(agreement).missing(ApprovalPurpose.CONCLUDE))})
    keep_to_dates(agreement)


def suggest_approval(agreement: Agreement, life: Life) -> ApprovalKind | None:
    """What the text calls for and nobody has recorded: consent where it binds or costs, else a report to the council.

    A hint only: what a council must be asked for is for the office to decide.
    """
    binds = agreement.duty is Duty.BINDING or agreement.costs_note
    if not binds and agreement.duty is Duty.NOT_STATED:
        return None
    kind = ApprovalKind.COUNCIL_CONSENT if binds else ApprovalKind.COUNCIL_REPORT
    asked = {one.kind for one in life.approvals if one.purpose is ApprovalPurpose.CONCLUDE and one.side is Side.HOME}
    # Who asked for consent has told the council, too.
    return None if asked & {kind, ApprovalKind.COUNCIL_CONSENT} else kind


def add_suggested_approval(actor: Viewer, agreement: Agreement, kind: ApprovalKind) -> AgreementApproval:
    """Record what :func:`suggest_approval` proposes, of the home side's own council; a report holds nothing up."""
    home = agreement.home.name if agreement.home else None
    body = f"{home.ko}의회" if home and home.ko else f"{home.en} Council" if home else None
    return add_agreement_approval(
        actor, agreement, kind=kind, body=body, is_required=kind is ApprovalKind.COUNCIL_CONSENT
    )
