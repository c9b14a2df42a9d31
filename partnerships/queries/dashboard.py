"""An officer's morning: what is on today and soon, what is due, what ends, what was issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.agreement import Agreement, AgreementStatus, Commitment, CommitmentStatus
from partnerships.models.brief import Brief
from partnerships.models.partnership import Partnership, TieStatus
from partnerships.models.types import earliest, latest
from partnerships.models.visit import ProgrammeItem, Visit, VisitStatus
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.agreement.standing import ends_on, standing
from partnerships.queries.finding import in_language

VISIT_HORIZON = timedelta(days=30)
DUE_HORIZON = timedelta(days=30)
END_HORIZON = timedelta(days=180)
_COMING = (VisitStatus.REQUESTED, VisitStatus.PLANNED, VisitStatus.CONFIRMED, VisitStatus.UNDER_WAY)
_UNDONE = (CommitmentStatus.OPEN, CommitmentStatus.UNDER_WAY)
_MOST = 8


@dataclass(frozen=True)
class Morning:
    """What the first page shows; each list holds named rows, the most urgent first."""

    # reference, title, status, direction, starts (earliest day), ends, is_example
    visits: Sequence[Any]
    # visit_reference, number, title, starts_at, ends_at, kind
    today: Sequence[Any]
    # agreement_reference, number, text, due (latest day), is_example
    due: Sequence[Any]
    # reference, title, ends, is_example
    ending: Sequence[Any]
    # reference, title, issued_at, issued_by
    briefs: Sequence[Any]
    active_ties: int


def read_morning(viewer: Viewer, language: str, today: date) -> Morning:
    """All of it for ``viewer`` on ``today``; commitments overdue come before those that are due."""
    return Morning(
        visits=_rows(_visits(viewer, language, today)),
        today=_rows(_items_today(viewer, language, today)),
        due=_rows(_due(viewer, language, today)),
        ending=_rows(_ending(viewer, language, today)),
        briefs=_rows(_briefs(viewer)),
        active_ties=_count_active_ties(viewer),
    )


def _rows(statement: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    return db.session.execute(statement.limit(_MOST)).all()


def _visits(viewer: Viewer, language: str, today: date) -> Select[*tuple[Any, ...]]:
    starts, ends = earliest(Visit.starts), latest(Visit.ends)
    return (
        select(
            Visit.reference,
            in_language(language, Visit.title_ko, Visit.title_en).label("title"),
            Visit.status,
            Visit.direction,
            starts.label("starts"),
            ends.label("ends"),
            Visit.is_example,
        )
        .where(visible_to(viewer, Visit), Visit.archived_at.is_(None), Visit.status.in_(_COMING))
        .where(starts <= today + VISIT_HORIZON, func.coalesce(ends, starts) >= today)
        .order_by(starts, Visit.id)
    )


def _items_today(viewer: Viewer, language: str, today: date) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Visit.reference.label("visit_reference"),
            ProgrammeItem.number,
            in_language(language, ProgrammeItem.title_ko, ProgrammeItem.title_en).label("title"),
            ProgrammeItem.starts_at,
            ProgrammeItem.ends_at,
            ProgrammeItem.kind,
        )
        .join(Visit, Visit.id == ProgrammeItem.visit_id)
        .where(visible_to(viewer, Visit), Visit.archived_at.is_(None), ProgrammeItem.archived_at.is_(None))
        .where(ProgrammeItem.day == today, Visit.status.in_(_COMING))
        .order_by(ProgrammeItem.starts_at, ProgrammeItem.number)
    )


def _due(viewer: Viewer, language: str, today: date) -> Select[*tuple[Any, ...]]:
    due = latest(Commitment.due)
    return (
        select(
            Agreement.reference.label("agreement_reference"),
            Commitment.number,
            in_language(language, Commitment.text_ko, Commitment.text_en).label("text"),
            due.label("due"),
            Agreement.is_example,
        )
        .join(Agreement, Agreement.id == Commitment.agreement_id)
        .where(visible_to(viewer, Agreement), Agreement.archived_at.is_(None), Commitment.archived_at.is_(None))
        .where(Commitment.status.in_(_UNDONE), due <= today + DUE_HORIZON)
        .order_by(due, Commitment.id)
    )


def _ending(viewer: Viewer, language: str, today: date) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Agreement.reference,
            in_language(language, Agreement.title_ko, Agreement.title_en).label("title"),
            ends_on().label("ends"),
            Agreement.is_example,
        )
        .where(visible_to(viewer, Agreement), Agreement.archived_at.is_(None))
        .where(standing(today).in_((AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)))
        .where(ends_on() <= today + END_HORIZON)
        .order_by(ends_on(), Agreement.id)
    )


def _briefs(viewer: Viewer) -> Select[*tuple[Any, ...]]:
    return (
        select(Brief.reference, Brief.title, Brief.issued_at, User.name.label("issued_by"))
        .join(User, User.id == Brief.issued_by_id)
        .where(visible_to(viewer, Brief))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    )


def _count_active_ties(viewer: Viewer) -> int:
    statement = select(func.count(Partnership.id)).where(
        visible_to(viewer, Partnership), Partnership.archived_at.is_(None), Partnership.home_status == TieStatus.ACTIVE
    )
    return db.session.scalar(statement) or 0
