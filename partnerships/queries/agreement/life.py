"""The life of agreements as it is recorded: their moves, renewals, notices and approvals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import and_, case, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload

from partnerships.extensions import db
from partnerships.models.agreement import (
    Agreement,
    AgreementApproval,
    AgreementMove,
    AgreementNotice,
    AgreementRenewal,
    AgreementStatus,
    ApprovalPurpose,
)
from partnerships.queries.agreement.standing import ends_on, first_end, renewal_step, renews, standing

Row = TypeVar("Row", AgreementMove, AgreementRenewal, AgreementNotice, AgreementApproval)


@dataclass(frozen=True)
class Life:
    """What is recorded of one agreement's life and not put away, each in the order of entry."""

    moves: list[AgreementMove] = field(default_factory=list)
    renewals: list[AgreementRenewal] = field(default_factory=list)
    notices: list[AgreementNotice] = field(default_factory=list)
    approvals: list[AgreementApproval] = field(default_factory=list)

    @property
    def moves_by_dates(self) -> list[AgreementMove]:
        """The automatic moves since somebody last moved it."""
        count = next((number for number, move in enumerate(reversed(self.moves)) if not move.is_automatic), None)
        return self.moves[len(self.moves) - count :] if count is not None else list(self.moves)

    @property
    def last_move_by_hand(self) -> AgreementMove | None:
        """What somebody moved last."""
        return next((move for move in reversed(self.moves) if not move.is_automatic), None)

    @property
    def agreed_renewals(self) -> list[AgreementRenewal]:
        """The renewals that were agreed on, by the day on which they begin."""
        agreed = [renewal for renewal in self.renewals if not renewal.is_automatic]
        return sorted(agreed, key=lambda renewal: renewal.begins)

    def missing(self, purpose: ApprovalPurpose) -> list[AgreementApproval]:
        """The approvals that ``purpose`` still waits for."""
        return [approval for approval in self.approvals if approval.purpose is purpose and approval.holds_up]


def read_life(agreement: Agreement) -> Life:
    """The life of one agreement."""
    return read_lives([agreement.id])[agreement.id]


def read_lives(agreement_ids: Iterable[int]) -> dict[int, Life]:
    """{id of an agreement: its life}."""
    ids = list(agreement_ids)
    lives = {one: Life() for one in ids}
    for move in _rows(AgreementMove, ids, AgreementMove.by):
        lives[move.agreement_id].moves.append(move)
    for renewal in _rows(AgreementRenewal, ids, AgreementRenewal.basis_agreement):
        lives[renewal.agreement_id].renewals.append(renewal)
    for notice in _rows(AgreementNotice, ids):
        lives[notice.agreement_id].notices.append(notice)
    for approval in _rows(AgreementApproval, ids, AgreementApproval.organisation):
        lives[approval.agreement_id].approvals.append(approval)
    return lives


def find_approval(agreement: Agreement, number: int) -> AgreementApproval | None:
    """The approval of ``agreement`` with the id ``number``."""
    return next((one for one in read_life(agreement).approvals if one.id == number), None)


def find_notice(agreement: Agreement, number: int) -> AgreementNotice | None:
    """The notice of ``agreement`` with the id ``number``."""
    return next((one for one in read_life(agreement).notices if one.id == number), None)


def find_renewal(agreement: Agreement, number: int) -> AgreementRenewal | None:
    """The renewal of ``agreement`` with the id ``number``."""
    return next((one for one in read_life(agreement).renewals if one.id == number), None)


def list_behind(today: date, after: int, limit: int) -> Sequence[int]:
    """Ids above ``after`` of agreements whose record says less than their dates have brought about by ``today``."""
    open_ = Agreement.status.in_((AgreementStatus.SIGNED, AgreementStatus.IN_FORCE))
    # A term that ends is renewed no further than its end.
    last = case((ends_on() < today, ends_on()), else_=literal(today))
    recorded = (
        select(AgreementRenewal.id)
        .where(AgreementRenewal.agreement_id == Agreement.id, AgreementRenewal.archived_at.is_(None))
        .where(AgreementRenewal.is_automatic, AgreementRenewal.begins <= last, AgreementRenewal.ends >= last)
        .exists()
    )
    renewed = and_(
        renews(),
        ~Agreement.awaits_approval,
        renewal_step() > 0,
        first_end() < last,
        ~recorded,
    )
    return db.session.scalars(
        select(Agreement.id)
        .where(Agreement.id > after, Agreement.archived_at.is_(None))
        .where(open_, or_(standing(today) != Agreement.status, func.coalesce(renewed, False)))
        .order_by(Agreement.id)
        .limit(limit)
    ).all()


def _rows(kind: type[Row], ids: list[int], *along: InstrumentedAttribute[Any]) -> Sequence[Row]:
    return db.session.scalars(
        select(kind)
        .where(kind.agreement_id.in_(ids), kind.archived_at.is_(None))
        .options(*(joinedload(one) for one in along))
        .order_by(kind.id)
    ).all()
