"""How alive a tie is, explained by what is recorded, never by a score."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, Commitment, CommitmentStatus
from partnerships.models.partnership import Partnership, TieStatus
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.partnership.happenings import Happening, list_last_happenings

QUIET_AFTER_YEARS = 3


@dataclass(frozen=True)
class Vitality:
    """What speaks for the life of a tie.

    ``last`` is the last thing that took place, ``open`` and ``under_way`` count commitments, ``is_quiet`` says that
    nothing is recorded for :data:`QUIET_AFTER_YEARS` years in a tie that is meant to be alive.
    """

    last: Happening | None
    open: int
    under_way: int
    is_quiet: bool


def explain_vitality(viewer: Viewer, tie: Partnership, today: date) -> Vitality:
    """What is recorded of ``tie`` up to ``today``."""
    last = list_last_happenings(viewer, [tie.id], today).get(tie.id)
    counts = _count_commitments(viewer, tie)
    return Vitality(
        last=last,
        open=counts.get(CommitmentStatus.OPEN, 0),
        under_way=counts.get(CommitmentStatus.UNDER_WAY, 0),
        is_quiet=tie.home_status is TieStatus.ACTIVE and _is_long_ago(last, today),
    )


def _is_long_ago(last: Happening | None, today: date) -> bool:
    if last is None or last.when is None or last.when.latest is None:
        return True
    known = last.when.latest
    return (known.year + QUIET_AFTER_YEARS, known.month, known.day) <= (today.year, today.month, today.day)


def _count_commitments(viewer: Viewer, tie: Partnership) -> dict[CommitmentStatus, int]:
    rows = db.session.execute(
        select(Commitment.status, func.count())
        .join(Agreement, Agreement.id == Commitment.agreement_id)
        .where(Agreement.partnerships.any(Partnership.id == tie.id), visible_to(viewer, Agreement))
        .where(Agreement.archived_at.is_(None), Commitment.archived_at.is_(None))
        .group_by(Commitment.status)
    )
    return dict(rows.all())
