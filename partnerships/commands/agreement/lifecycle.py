"""The life of an agreement: which moves are allowed from where, by whom, on which day and with which reason."""

from collections.abc import Sequence
from datetime import date

from partnerships.adapters.clock import utc_now
from partnerships.commands.agreement.course import follow_dates, keep_to_dates
from partnerships.commands.agreement.lineage import add_link
from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import (
    SIGNED_STATUSES,
    Agreement,
    AgreementMove,
    AgreementStatus,
    ApprovalPurpose,
    Relation,
)
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may, may
from partnerships.queries.agreement.life import Life, read_life

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
# What each of these waits for before an agreement may move there.
_WAITS = {
    _S.CLEARED: ApprovalPurpose.CONCLUDE,
    _S.IN_FORCE: ApprovalPurpose.CONCLUDE,
    _S.TERMINATED: ApprovalPurpose.END,
}


def allowed_moves(actor: Viewer, agreement: Agreement, today: date) -> Sequence[AgreementStatus]:
    """Where ``actor`` may move ``agreement`` from where it stands on ``today``."""
    if agreement.is_archived or not may(actor, "agreement.write", agreement):
        return ()
    concludes = may(actor, "agreement.conclude", agreement)
    return [to for to in MOVES[agreement.status_on(today)] if concludes or to not in _ENDS]


def may_take_back(actor: Viewer, agreement: Agreement, life: Life) -> bool:
    """Whether ``actor`` may take back what somebody moved last."""
    return (
        not agreement.is_archived and life.last_move_by_hand is not None and may(actor, "agreement.conclude", agreement)
    )


def move_agreement(
    actor: Viewer,
    agreement: Agreement,
    to: AgreementStatus,
    today: date,
    reason: str | None,
    moved: PartialDate | None = None,
    signed: PartialDate | None = None,
    effective: PartialDate | None = None,
    superseded_by: Agreement | None = None,
    version: int | None = None,
) -> None:
    """Move ``agreement`` on to ``to`` as of the day ``moved`` (else ``today``); ends are the coordinator's.

    ``signed`` and ``effective`` are recorded along where they are given; ``superseded_by`` becomes lineage.
    """
    with transaction(actor, "move_agreement", reason):
        ensure_may(actor, "agreement.write", agreement)
        if to in _ENDS:
            ensure_may(actor, "agreement.conclude", agreement)
        at_version(agreement, version)
        _check_move(agreement, to, today, reason)
        follow_dates(agreement, read_life(agreement), today)
        life = read_life(agreement)
        ensure_approved(life, _WAITS.get(to), "to")
        day = moved or PartialDate.of(today)
        _check_day(life, day, today)
        given = {"signed": signed, "effective": effective}
        assign(agreement, {name: value for name, value in given.items() if value})
        write_move(actor, agreement, to, day, reason)
        _check_outcome(agreement, today)
        if superseded_by is not None:
            _link_successor(actor, agreement, to, superseded_by)


def take_back_move(
    actor: Viewer, agreement: Agreement, reason: str | None, version: int | None = None
) -> AgreementStatus:
    """Undo what somebody moved last, entered by mistake: the status returns to where it came from."""
    with transaction(actor, "take_back_move", reason):
        ensure_may(actor, "agreement.conclude", agreement)
        at_version(agreement, version)
        life = read_life(agreement)
        last = life.last_move_by_hand
        if last is None:
            raise Invalid(None, N_("Nobody has moved it yet: there is nothing to take back."))
        if not reason:
            raise Invalid("reason", N_("Enter the reason."))
        # What dates did since then followed from it.
        for move in (last, *life.moves_by_dates):
            put_away(move)
        before = next((one for one in reversed(life.moves) if one.id < last.id and not one.is_automatic), None)
        assign(agreement, {"status": last.from_status, "status_reason": before.reason if before else None})
        keep_to_dates(agreement)
    return last.from_status


def write_move(
    actor: Viewer, agreement: Agreement, to: AgreementStatus, moved: PartialDate, reason: str | None
) -> None:
    """Set the status of ``agreement`` and keep the move, within a transaction that has asked the rules."""
    add(
        AgreementMove(
            agreement_id=agreement.id,
            from_status=agreement.status,
            to_status=to,
            moved=moved,
            reason=reason,
            by_id=actor.id,
            recorded_at=utc_now(),
        )
    )
    assign(agreement, {"status": to, "status_reason": reason})


def ensure_approved(life: Life, purpose: ApprovalPurpose | None, field: str | None) -> None:
    """Raise :class:`Invalid` beside ``field`` while an approval that ``purpose`` needs is missing."""
    missing = life.missing(purpose) if purpose else []
    if missing:
        first = missing[0]
        body = first.body or (first.organisation.name if first.organisation else "")
        message = N_("An approval that this needs is missing: %(kind)s, %(body)s. Record its decision first.")
        raise Invalid(field, message, kind=first.kind, body=body)


def ensure_past(field: str, day: PartialDate | None, today: date) -> None:
    """Raise :class:`Invalid` beside ``field`` when ``day`` certainly lies in the future."""
    if day and day.is_surely_after(today):
        raise Invalid(field, N_("This day is still to come. Enter today or an earlier day."))


def _check_move(agreement: Agreement, to: AgreementStatus, today: date, reason: str | None) -> None:
    if to not in MOVES[agreement.status_on(today)]:
        raise Invalid("to", N_("This move is not possible from where the agreement stands."))
    if not reason:
        raise Invalid("reason", N_("Enter the reason."))


def _check_day(life: Life, day: PartialDate, today: date) -> None:
    ensure_past("moved", day, today)
    last = life.moves[-1].moved if life.moves else None
    if last and day.is_surely_before(last):
        raise Invalid("moved", N_("Its last move was on %(day)s; this one cannot lie before it."), day=last)


def _check_outcome(agreement: Agreement, today: date) -> None:
    if agreement.status in SIGNED_STATUSES and agreement.signed is None:
        raise Invalid("signed", N_("Enter when it was signed, as well as it is known."))
    if agreement.status is _S.IN_FORCE and agreement.status_on(today) is not _S.IN_FORCE:
        message = N_("By what is recorded its term has ended. Record the new term or another end first.")
        raise Invalid("to", message)


def _link_successor(actor: Viewer, agreement: Agreement, to: AgreementStatus, newer: Agreement) -> None:
    if to is not _S.SUPERSEDED:
        raise Invalid("superseded_by", N_("Only a superseded agreement has another in its place. Leave this empty."))
    if not may(actor, "agreement.write", newer):
        raise Invalid("superseded_by", N_("Choose from the list."))
    try:
        add_link(actor, newer, relation=Relation.SUPERSEDES, target=agreement)
    except Invalid as refused:
        raise Invalid("superseded_by", refused.message, **refused.values) from refused
