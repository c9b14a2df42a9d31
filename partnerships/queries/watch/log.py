"""The notice log of one agreement: what was told when, and how it was handled."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, WatchHandling, WatchNotice


@dataclass(frozen=True)
class WatchLog:
    """What was told of an agreement and what was done about it, each the latest first."""

    notices: Sequence[WatchNotice]
    handlings: Sequence[WatchHandling]


def watch_log_of(agreement: Agreement) -> WatchLog:
    """The log of ``agreement``; handlings that were undone are left out."""
    notices = select(WatchNotice).where(WatchNotice.agreement_id == agreement.id)
    handlings = (
        select(WatchHandling)
        .where(WatchHandling.agreement_id == agreement.id, WatchHandling.archived_at.is_(None))
        .options(joinedload(WatchHandling.by))
    )
    return WatchLog(
        db.session.scalars(notices.order_by(WatchNotice.told_on.desc(), WatchNotice.id.desc())).all(),
        db.session.scalars(handlings.order_by(WatchHandling.id.desc())).all(),
    )


def find_handling(agreement: Agreement, number: int) -> WatchHandling | None:
    """The handling with the id ``number`` of ``agreement``; ``None`` when there is none or it was undone."""
    statement = select(WatchHandling).where(
        WatchHandling.id == number, WatchHandling.agreement_id == agreement.id, WatchHandling.archived_at.is_(None)
    )
    return db.session.scalars(statement).one_or_none()
