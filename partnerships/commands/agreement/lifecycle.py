"""The life of an agreement: which moves are allowed from where, by whom, with which reason."""

from collections.abc import Sequence
from datetime import date

from partnerships.commands.records import assign, at_version
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import SIGNED_STATUSES, Agreement, AgreementStatus
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may, may

_S = AgreementStatus

MOVES: dict[AgreementStatus, tuple[AgreementStatus, ...]] = {
    _S.DRAFTING: (_S.NEGOTIATING, _S.ABANDONED),
    # Approval may follow signing, so talks may lead to a signature before the clearance.
    _S.NEGOTIATING: (_S.CLEARED, _S.SIGNED, _S.DRAFTING, _S.ABANDONED),
    _S.CLEARED: (_S.SIGNED, _S.NEGOTIATING, _S.ABANDONED),
    _S.SIGNED: (_S.IN_FORCE, _S.ABANDONED),
    _S.IN_FORCE: (_S.EXPIRED, _S.TERMINATED, _S.SUPERSEDED),
    # By a renewal.
    _S.EXPIRED: (_S.IN_FORCE,),
    _S.TERMINATED: (),
    _S.SUPERSEDED: (),
    _S.ABANDONED: (),
}

_ENDS = (_S.TERMINATED, _S.SUPERSEDED, _S.ABANDONED)


def allowed_moves(actor: Viewer, agreement: Agreement, today: date) -> Sequence[AgreementStatus]:
    """Where ``actor`` may move ``agreement`` from where it stands on ``today``."""
    if agreement.is_archived or not may(actor, "agreement.write", agreement):
        return ()
    concludes = may(actor, "agreement.conclude", agreement)
    return [to for to in MOVES[agreement.status_on(today)] if concludes or to not in _ENDS]


def move_agreement(
    actor: Viewer,
    agreement: Agreement,
    to: AgreementStatus,
    today: date,
    reason: str | None,
    signed: PartialDate | None = None,
    effective: PartialDate | None = None,
    version: int | None = None,
) -> None:
    """Move ``agreement`` on to ``to``, with the ``reason`` kept in the trail; ends are the coordinator's.

    ``signed`` and ``effective`` are recorded along where they are given.
    """
    with transaction(actor, "move_agreement", reason):
        ensure_may(actor, "agreement.write", agreement)
        if to in _ENDS:
            ensure_may(actor, "agreement.conclude", agreement)
        at_version(agreement, version)
        if to not in MOVES[agreement.status_on(today)]:
            raise Invalid("to", N_("This move is not possible from where the agreement stands."))
        if not reason:
            raise Invalid("reason", N_("Enter the reason."))
        if signed:
            assign(agreement, {"signed": signed})
        if effective:
            assign(agreement, {"effective": effective})
        assign(agreement, {"status": to, "status_reason": reason})
        _check(agreement, today)


def _check(agreement: Agreement, today: date) -> None:
    if agreement.status in SIGNED_STATUSES and agreement.signed is None:
        raise Invalid("signed", N_("Enter when it was signed, as well as it is known."))
    if agreement.status is AgreementStatus.IN_FORCE and agreement.status_on(today) is AgreementStatus.EXPIRED:
        message = N_("By what is recorded its term has ended. Record the new term or another end first.")
        raise Invalid("to", message)
