"""An agreement's life put in order to be told: why it stands where it does, how its end is computed, what happened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from partnerships.models.agreement import (
    Agreement,
    AgreementApproval,
    AgreementNotice,
    AgreementStatus,
    ApprovalPurpose,
    RenewalKind,
    TermKind,
)
from partnerships.models.approval import ApprovalResult
from partnerships.models.types import PartialDate
from partnerships.queries.agreement.course import Term, terms_until, turns_until
from partnerships.queries.agreement.life import Life

_S = AgreementStatus


@dataclass(frozen=True)
class Why:
    """Why it stands where it does: a ``cause`` that the page puts into words, with the day and the rows it names.

    Causes: waits, begins, no_beginning, until, noticed, renews, open, event, unknown, lapsed, not_renewed, terminated,
    cut, said.
    """

    cause: str
    day: date | None = None
    deadline: date | None = None
    approvals: Sequence[AgreementApproval] = ()
    notice: AgreementNotice | None = None


@dataclass(frozen=True)
class End:
    """How the end of the running term comes about, step by step."""

    first: PartialDate | None
    stated: date | None
    agreed: Sequence[date]
    renewals: Sequence[Term]
    running: date | None
    deadline: date | None


@dataclass(frozen=True)
class Step:
    """One thing that happened: ``kind`` says what ``row`` is, ``when`` may not be known."""

    kind: str
    when: PartialDate | None
    row: Any = None


@dataclass(frozen=True)
class Ahead:
    """What comes next, by day."""

    kind: str
    day: date


def explain_standing(agreement: Agreement, life: Life, today: date) -> Why:
    """Why ``agreement`` stands where it does on ``today``."""
    stands = agreement.status_on(today)
    waiting = life.missing(ApprovalPurpose.CONCLUDE)
    if waiting and stands in (_S.NEGOTIATING, _S.CLEARED, _S.SIGNED, _S.DRAFTING):
        return Why("waits", approvals=waiting)
    if stands is _S.SIGNED:
        begins = agreement.effective.latest if agreement.effective else None
        return Why("begins", begins) if begins else Why("no_beginning")
    if stands is _S.IN_FORCE:
        return _why_in_force(agreement, life, today)
    turns = turns_until(agreement, life, today)
    if turns and turns[-1].to_status is stands:
        return _why_ended(agreement, life)
    return Why("said")


def explain_end(agreement: Agreement, life: Life, today: date) -> End:
    """How the end of the running term follows from term, renewals and notice."""
    return End(
        first=agreement.effective or agreement.signed,
        stated=agreement.stated_end,
        agreed=[renewal.ends for renewal in life.agreed_renewals if renewal.ends],
        renewals=terms_until(agreement, life, today),
        running=agreement.running_term_ends(today),
        deadline=agreement.notice_deadline(today),
    )


def list_steps(agreement: Agreement, life: Life, today: date) -> list[Step]:
    """All that happened in the life of ``agreement``, the earliest first; the same before and after the daily run."""
    steps = [*_approvals(life), *_signatures(agreement), *_moves(agreement, life, today)]
    steps += [Step("renewal", PartialDate.of(one.begins), one) for one in life.agreed_renewals]
    steps += [Step("term", PartialDate.of(one.begins), one) for one in terms_until(agreement, life, today)]
    steps += [Step("notice", one.given, one) for one in life.notices]
    # Within a day, what was decided and signed comes before what it brought about; what has no date stands first.
    return sorted(steps, key=lambda step: (step.when.earliest if step.when else None) or date.min)


def list_ahead(agreement: Agreement, today: date) -> list[Ahead]:
    """The next days that its dates hold, the nearest first."""
    if agreement.status_on(today) not in (_S.SIGNED, _S.IN_FORCE):
        return []
    begins = agreement.effective.latest if agreement.effective else None
    running, deadline = agreement.running_term_ends(today), agreement.notice_deadline(today)
    ends = "renewal" if running and not agreement.ends else "end"
    days = [("begin", begins), ("deadline", deadline), (ends, running)]
    return sorted((Ahead(kind, day) for kind, day in days if day and day >= today), key=lambda one: one.day)


def _why_in_force(agreement: Agreement, life: Life, today: date) -> Why:
    if agreement.ends_override:
        return Why("until", agreement.ends_override)
    if agreement.ends_by_notice:
        return Why("noticed", agreement.ends_by_notice, notice=_notice(agreement, life))
    running = agreement.running_term_ends(today)
    if running:
        renews = agreement.renewal_kind is RenewalKind.AUTOMATIC
        return Why("renews" if renews else "until", running, agreement.notice_deadline(today))
    if agreement.term_kind is TermKind.UNTIL_EVENT:
        return Why("event")
    return Why("open" if agreement.term_kind is TermKind.INDEFINITE else "unknown")


def _why_ended(agreement: Agreement, life: Life) -> Why:
    if agreement.ends_override:
        return Why("cut", agreement.ends_override)
    if agreement.ends_by_notice:
        ended = agreement.status_on(agreement.ends_by_notice + timedelta(days=1)) is _S.TERMINATED
        return Why("terminated" if ended else "not_renewed", agreement.ends_by_notice, notice=_notice(agreement, life))
    return Why("lapsed", agreement.ends)


def _notice(agreement: Agreement, life: Life) -> AgreementNotice | None:
    alike = (one for one in life.notices if one.takes_effect == agreement.ends_by_notice)
    return next((one for one in alike if one.effect is agreement.notice_effect), None)


def _moves(agreement: Agreement, life: Life, today: date) -> Iterator[Step]:
    by_dates = life.moves_by_dates
    for move in life.moves:
        if move not in by_dates:
            yield Step("move", move.moved, move)
    turns = turns_until(agreement, life, today)
    for turn in turns:
        yield Step("turn", PartialDate.of(turn.on), turn)
    told = {move.to_status for move in life.moves} | {turn.to_status for turn in turns}
    past = agreement.effective and agreement.effective.earliest and agreement.effective.earliest <= today
    # Recorded at a later state, so that no move tells of it.
    if past and _S.IN_FORCE not in told and agreement.status not in (_S.SIGNED, _S.ABANDONED):
        yield Step("effective", agreement.effective)


def _approvals(life: Life) -> Iterator[Step]:
    for approval in life.approvals:
        if approval.requested:
            yield Step("asked", approval.requested, approval)
        if approval.decided or approval.result is ApprovalResult.WITHDRAWN:
            yield Step("decided", approval.decided, approval)


def _signatures(agreement: Agreement) -> Iterator[Step]:
    """Each signature under its own day; ``signatures`` must be loaded. Without any, the agreement's own date."""
    signatures = [one for one in agreement.signatures if not one.is_archived]
    for signature in signatures:
        yield Step("signature", signature.signed or agreement.signed, signature)
    if not signatures and agreement.signed:
        yield Step("signed", agreement.signed)
