"""How far commitments have come, of an agreement or of a visit: evidence, periods, what is late, what is proposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, Commitment, CommitmentStatus, Evidence
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.agreement.evidence import Shown, days_that_count, evidence_of
from partnerships.queries.agreement.occurrences import (
    Period,
    PeriodState,
    Source,
    begins_on,
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
    viewer: Viewer, source: Source, commitments: Sequence[Commitment], today: date
) -> Mapping[int, Progress]:
    """The same of ``commitments``, all of one agreement or of one visit."""
    evidence = evidence_of(viewer, [one.id for one in commitments], today) if commitments else {}
    return {one.id: _progress(one, source, evidence.get(one.id, ()), today) for one in commitments}


def _progress(commitment: Commitment, source: Source, evidence: Sequence[Shown], today: date) -> Progress:
    days = days_that_count(evidence)
    periods = periods_of(commitment, source, days, today)
    pieces = sum(1 for one in evidence if one.counts)
    touched = [*days, *([commitment.status_since] if commitment.status_since else [])]
    return Progress(
        evidence=evidence,
        periods=periods,
        last_touched=max(touched, default=None),
        is_overdue=is_overdue(commitment, source, days, today),
        is_untouched=not pieces and _is_old(commitment, source, today),
        proposed=proposed_status(commitment, source, periods, pieces, today),
    )


def _is_old(commitment: Commitment, source: Source, today: date) -> bool:
    """`owing.is_untouched` says the same in SQL, of those without evidence."""
    year_ago, begins = a_year_before(today), begins_on(commitment, source)
    since = commitment.status_since
    undecided = since is None or since <= year_ago
    return is_owing(commitment, source, today) and undecided and (begins is None or begins <= year_ago)


def get_commitment(viewer: Viewer, reference: str, number: int) -> Commitment:
    """The commitment ``number`` of an agreement or a visit, with that and the records that are its evidence."""
    model: Any = Visit if reference.startswith(Visit.prefix) else Agreement
    source: Any = Commitment.visit if model is Visit else Commitment.agreement
    found = db.session.scalars(
        select(Commitment)
        .join(source)
        .where(model.reference == reference, Commitment.number == number, visible_to(viewer, model))
        .where(Commitment.archived_at.is_(None))
        .options(
            contains_eager(source),
            joinedload(Commitment.department),
            joinedload(Commitment.officer),
            selectinload(Commitment.areas),
            selectinload(Commitment.evidence).options(
                joinedload(Evidence.visit),
                joinedload(Evidence.programme_item).joinedload(ProgrammeItem.visit),
                joinedload(Evidence.further_agreement),
                joinedload(Evidence.document),
                joinedload(Evidence.activity),
            ),
        )
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise NotFound(N_("There is no such record."))
    return found
