"""How far each commitment of an agreement has come: its evidence, its periods, what is late, what is proposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, selectinload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, Commitment, CommitmentStatus, Evidence
from partnerships.models.visit import ProgrammeItem
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.agreement.evidence import Shown, days_that_count, evidence_of
from partnerships.queries.agreement.occurrences import (
    Period,
    PeriodState,
    is_overdue,
    is_owing,
    periods_of,
    proposed_status,
)
from partnerships.queries.agreement.owing import a_year_before


@dataclass(frozen=True)
class Progress:
    """What has come of one commitment by a day, as one viewer may know it."""

    evidence: Sequence[Shown]
    periods: Sequence[Period]
    last_touched: date | None
    is_overdue: bool
    is_untouched: bool
    proposed: CommitmentStatus | None

    @property
    def pieces(self) -> int:
        """How many pieces of evidence count."""
        return sum(1 for one in self.evidence if one.counts)

    @property
    def current(self) -> Period | None:
        """The period that runs, or the next one."""
        coming = (period for period in self.periods if period.state in (PeriodState.RUNNING, PeriodState.AHEAD))
        return next(coming, None)


def progress_of(viewer: Viewer, agreement: Agreement, today: date) -> Mapping[int, Progress]:
    """{id of a commitment: its progress}; ``commitments`` of the agreement must be loaded."""
    return progress_of_some(viewer, agreement, [one for one in agreement.commitments if not one.is_archived], today)


def progress_of_some(
    viewer: Viewer, agreement: Agreement, commitments: Sequence[Commitment], today: date
) -> Mapping[int, Progress]:
    """The same of ``commitments``, all of ``agreement``."""
    evidence = evidence_of(viewer, [one.id for one in commitments], today) if commitments else {}
    return {one.id: _progress(one, agreement, evidence.get(one.id, ()), today) for one in commitments}


def _progress(commitment: Commitment, agreement: Agreement, evidence: Sequence[Shown], today: date) -> Progress:
    days = days_that_count(evidence)
    periods = periods_of(commitment, agreement, days, today)
    pieces = sum(1 for one in evidence if one.counts)
    touched = [*days, *([commitment.status_since] if commitment.status_since else [])]
    return Progress(
        evidence=evidence,
        periods=periods,
        last_touched=max(touched, default=None),
        is_overdue=is_overdue(commitment, agreement, days, today),
        is_untouched=not pieces and _is_old(commitment, agreement, today),
        proposed=proposed_status(commitment, agreement, periods, pieces, today),
    )


def _is_old(commitment: Commitment, agreement: Agreement, today: date) -> bool:
    """`owing.is_untouched` says the same in SQL, of those without evidence."""
    year_ago = a_year_before(today)
    dates = (commitment.begins, agreement.effective, agreement.signed)
    begins = next((day.earliest for day in dates if day and day.earliest), None)
    since = commitment.status_since
    undecided = since is None or since <= year_ago
    return is_owing(commitment, agreement, today) and undecided and (begins is None or begins <= year_ago)


def get_commitment(viewer: Viewer, reference: str, number: int) -> Commitment:
    """The commitment ``number`` of an agreement, with the agreement and the records that are its evidence."""
    found = db.session.scalars(
        select(Commitment)
        .join(Commitment.agreement)
        .where(Agreement.reference == reference, Commitment.number == number, visible_to(viewer, Agreement))
        .where(Commitment.archived_at.is_(None))
        .options(
            contains_eager(Commitment.agreement),
            selectinload(Commitment.evidence).joinedload(Evidence.visit),
            selectinload(Commitment.evidence).joinedload(Evidence.programme_item).joinedload(ProgrammeItem.visit),
            selectinload(Commitment.evidence).joinedload(Evidence.further_agreement),
            selectinload(Commitment.evidence).joinedload(Evidence.document),
        )
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found
