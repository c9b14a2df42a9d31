"""What dates do to an agreement by themselves, written down; and taken back where the dates are corrected."""

from dataclasses import dataclass
from datetime import date

from partnerships.adapters.clock import utc_now
from partnerships.commands.records import add, assign, put_away
from partnerships.models.agreement import Agreement, AgreementMove, AgreementRenewal, AgreementStatus, NoticeEffect
from partnerships.models.types import PartialDate
from partnerships.queries.agreement.course import Term, Turn, status_by_hand, terms_until, turns_until
from partnerships.queries.agreement.life import Life, read_life


@dataclass(frozen=True)
class Followed:
    """What was written: the statuses it moved to, and how many renewals."""

    moved_to: tuple[AgreementStatus, ...] = ()
    renewals: int = 0


def follow_dates(agreement: Agreement, life: Life, until: date) -> Followed:
    """Write what the dates have brought about by ``until``, put away what does not follow from them; no more twice."""
    # What somebody has ended keeps the renewals that it had.
    runs = status_by_hand(agreement, life) in (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)
    renewals = _follow_terms(agreement, life, until) if runs else 0
    return Followed(_follow_turns(agreement, life, until), renewals)


def keep_ends(agreement: Agreement) -> None:
    """Compute anew what renewals and notices make of the end, and with it what followed from the dates."""
    life = read_life(agreement)
    renewed = [renewal.ends for renewal in life.agreed_renewals if renewal.ends]
    last_begun = max((renewal.begins for renewal in life.agreed_renewals), default=None)
    # Whoever agrees to go on after the term that was not to be renewed has left that notice behind.
    standing = [
        notice
        for notice in life.notices
        if notice.effect is NoticeEffect.TERMINATION or not (last_begun and last_begun > notice.takes_effect)
    ]
    first = min(standing, key=lambda one: (one.takes_effect, one.effect is not NoticeEffect.TERMINATION), default=None)
    assign(
        agreement,
        {
            "renewed_until": max(renewed, default=None),
            "ends_by_notice": first.takes_effect if first else None,
            "notice_effect": first.effect if first else None,
        },
    )
    keep_to_dates(agreement)


def keep_to_dates(agreement: Agreement) -> None:
    """After a change of dates: take back the automatic moves and renewals that no longer follow from them."""
    life = read_life(agreement)
    moved = [move.moved.latest for move in life.moves_by_dates if move.moved and move.moved.latest]
    if moved:
        _follow_turns(agreement, life, max(moved))
    renewed = [renewal.begins for renewal in life.renewals if renewal.is_automatic]
    if renewed:
        _follow_terms(agreement, life, max(renewed))


def _follow_turns(agreement: Agreement, life: Life, until: date) -> tuple[AgreementStatus, ...]:
    written, wanted = life.moves_by_dates, turns_until(agreement, life, until)
    kept = 0
    while kept < min(len(written), len(wanted)) and _is(written[kept], wanted[kept]):
        kept += 1
    if written or wanted:
        assign(agreement, {"status": wanted[-1].to_status if wanted else written[0].from_status})
    for move in written[kept:]:
        put_away(move)
    for turn in wanted[kept:]:
        add(
            AgreementMove(
                agreement_id=agreement.id,
                from_status=turn.from_status,
                to_status=turn.to_status,
                moved=PartialDate.of(turn.on),
                is_automatic=True,
                recorded_at=utc_now(),
            )
        )
    return tuple(turn.to_status for turn in wanted[kept:])


def _is(move: AgreementMove, turn: Turn) -> bool:
    day = move.moved.day if move.moved else None
    return (move.from_status, move.to_status, day) == (turn.from_status, turn.to_status, turn.on)


def _follow_terms(agreement: Agreement, life: Life, until: date) -> int:
    wanted = terms_until(agreement, life, until)
    written = [renewal for renewal in life.renewals if renewal.is_automatic]
    for renewal in written:
        if renewal.ends is None or Term(renewal.begins, renewal.ends) not in wanted:
            put_away(renewal)
    known = {(renewal.begins, renewal.ends) for renewal in written}
    fresh = [term for term in wanted if (term.begins, term.ends) not in known]
    for term in fresh:
        add(AgreementRenewal(agreement_id=agreement.id, begins=term.begins, ends=term.ends, is_automatic=True))
    return len(fresh)
