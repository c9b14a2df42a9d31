"""What dates do to an agreement by themselves, as a calculation: its moves into force and to its end, its renewals."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from partnerships.models.agreement import (
    Agreement,
    AgreementStatus,
    ApprovalPurpose,
    NoticeEffect,
    RenewalKind,
    last_day_of_term,
)
from partnerships.queries.agreement.life import Life

_DAY = timedelta(days=1)
_OPEN = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)


@dataclass(frozen=True)
class Turn:
    """A move that follows from dates, on the day on which it happens."""

    from_status: AgreementStatus
    to_status: AgreementStatus
    on: date


@dataclass(frozen=True)
class Term:
    """A further term that comes about by itself."""

    begins: date
    ends: date


def status_by_hand(agreement: Agreement, life: Life) -> AgreementStatus:
    """Where somebody put ``agreement`` last, before its dates moved it on."""
    moved = life.moves_by_dates
    return moved[0].from_status if moved else agreement.status


def turns_until(agreement: Agreement, life: Life, today: date) -> list[Turn]:
    """What dates have moved by ``today``, from where somebody put it last; `Agreement.status_on` tells the outcome."""
    stands, ends, turns = status_by_hand(agreement, life), agreement.ends, []
    begun = _begun(agreement, life, today) if stands is AgreementStatus.SIGNED else None
    if begun and not (ends and ends < begun):
        turns.append(Turn(stands, AgreementStatus.IN_FORCE, begun))
        stands = AgreementStatus.IN_FORCE
    if stands in _OPEN and ends and ends < today:
        by_notice = not agreement.ends_override and agreement.notice_effect is NoticeEffect.TERMINATION
        over = AgreementStatus.TERMINATED if by_notice else AgreementStatus.EXPIRED
        turns.append(Turn(stands, over, ends + _DAY))
    return turns


def terms_until(agreement: Agreement, life: Life, today: date) -> list[Term]:
    """The further terms that have begun by themselves by ``today``, between and after those agreed on."""
    step = agreement.renewal_months or agreement.term_months
    if agreement.renewal_kind is not RenewalKind.AUTOMATIC or not step or agreement.awaits_approval:
        return []
    terms: list[Term] = []
    end = agreement.stated_end
    for renewal in life.agreed_renewals:
        terms += _following(end, step, renewal.begins - _DAY)
        end = max(filter(None, (end, renewal.ends)), default=None)
    return [*terms, *_following(end, step, min(today, agreement.ends or today))]


def _begun(agreement: Agreement, life: Life, today: date) -> date | None:
    """The day on which a signed agreement came into force: its day, unless signature or approval came only later."""
    effective = agreement.effective.latest if agreement.effective else None
    if effective is None or effective > today or agreement.awaits_approval:
        return None
    decided = [one.decided for one in life.approvals if one.purpose is ApprovalPurpose.CONCLUDE and one.is_required]
    others = [one.earliest for one in (agreement.signed, *decided) if one and one.earliest]
    return min(max([effective, *others]), today)


def _following(end: date | None, step: int, last: date) -> Iterator[Term]:
    """The terms after ``end`` that begin by ``last``."""
    if end is None:
        return
    first, count = end + _DAY, 1
    begins = first
    while begins <= last:
        ends = last_day_of_term(first, count * step)
        yield Term(begins, ends)
        begins, count = ends + _DAY, count + 1
