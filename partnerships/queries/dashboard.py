"""An officer's morning: what is on today and this week, what waits, what ends, which ties are going quiet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, case, false, func, or_, select, union_all

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import Role, User
from partnerships.models.agreement import Commitment, CommitmentStatus
from partnerships.models.brief import Brief
from partnerships.models.partnership import Partnership, TieStatus
from partnerships.models.types import earliest, latest
from partnerships.models.visit import COMING, ProgrammeItem, Visit
from partnerships.permissions import visible_to
from partnerships.queries.agreement.commitments import CommitmentFilter, list_commitments
from partnerships.queries.agreement.origins import ORIGINS, Origin
from partnerships.queries.finding import in_language
from partnerships.queries.listing import Reader, read_listed_page
from partnerships.queries.pages import Page
from partnerships.queries.partnership.anniversary import AnniversaryOfTie, list_anniversaries
from partnerships.queries.partnership.happenings import Happening, list_last_happenings
from partnerships.queries.partnership.listing import PartnershipFilter, partnerships_listed
from partnerships.queries.visit.report import list_reports_due
from partnerships.queries.visit.task_listing import list_waiting_tasks
from partnerships.queries.watch import (
    PendingFilter,
    Urgency,
    WatchFilter,
    count_unknown_terms,
    count_urgencies,
    list_coming,
    list_pending_approvals,
)

VISIT_HORIZON = timedelta(days=30)
WEEK = timedelta(days=7)
DUE_HORIZON = timedelta(days=30)
_UNDONE = (CommitmentStatus.OPEN, CommitmentStatus.UNDER_WAY)
_MOST = 8
_FEW = 5


@dataclass(frozen=True)
class Waiting:
    """A task of the viewer's own, or with neither ``task`` nor ``title`` the report of a visit, and the day it is due.

    Reports are those of the visits in the viewer's charge, for a coordinator all of them.
    """

    due: date
    task: int | None
    title: str
    visit_reference: str
    visit_title: str
    is_example: bool


@dataclass(frozen=True)
class Morning:
    """What the first page shows of the viewer's own home sides; each list begins with the most urgent.

    ``visits``: reference, title, status, direction, starts (earliest day), ends, is_example. ``items``, of the week:
    visit_reference, number, title, day, starts_at, ends_at, kind. ``waiting`` are tasks and reports. ``due``, the
    viewer's own and the department's first: number, text, due (latest day), is_own, and reference, title and is_example
    of what it comes of. ``mine`` and ``ending`` are pages of the watch. ``quiet`` is a page of ties, with what happened
    last in ``last_of_tie``. ``briefs``: reference, title, issued_at, issued_by.
    """

    visits: Sequence[Any]
    items: Sequence[Any]
    waiting: Sequence[Waiting]
    due: Sequence[Any]
    overdue: int
    is_overdue_capped: bool
    mine: Page
    ending: Page
    urgencies: dict[Urgency, int]
    quiet: Page
    last_of_tie: dict[int, Happening]
    anniversaries: Sequence[AnniversaryOfTie]
    approvals: Page
    unknown_terms: int
    briefs: Sequence[Any]
    active_ties: int

    @property
    def flagged(self) -> int:
        """How many things of the watch wait to be handled."""
        return sum(count for urgency, count in self.urgencies.items() if urgency is not Urgency.TALKS)


def read_morning(viewer: User, language: Language, today: date, report_days: int) -> Morning:
    """All of it for ``viewer`` on ``today``; reports are due ``report_days`` after a visit."""
    reader, homes = Reader(viewer, language, today), viewer.home_ids
    quiet = read_listed_page(partnerships_listed(reader, PartnershipFilter(quiet=True, homes=homes)), 1, _FEW)
    overdue = list_commitments(viewer, CommitmentFilter(overdue=True, homes=homes), today, language, order="due")
    return Morning(
        visits=_rows(_visits(viewer, language, today)),
        items=_rows(_items_of_the_week(viewer, language, today)),
        waiting=_waiting(viewer, language, today, report_days),
        due=_due(viewer, language, today),
        overdue=overdue.total,
        is_overdue_capped=overdue.is_capped,
        mine=list_coming(viewer, WatchFilter(mine=True), today, language, size=_FEW),
        ending=list_coming(viewer, WatchFilter(), today, language, size=_MOST),
        urgencies=count_urgencies(viewer, WatchFilter(), today),
        quiet=quiet,
        last_of_tie=list_last_happenings(viewer, [row.id for row in quiet.rows], today),
        anniversaries=list_anniversaries(viewer, today, most=_FEW),
        approvals=list_pending_approvals(viewer, PendingFilter(), language, size=_FEW),
        unknown_terms=count_unknown_terms(viewer, today),
        briefs=_rows(_briefs(viewer)),
        active_ties=_count_active_ties(viewer),
    )


def _waiting(viewer: User, language: Language, today: date, report_days: int) -> Sequence[Waiting]:
    tasks = list_waiting_tasks(viewer, language, today, _MOST)
    all_of_home = viewer.role.includes(Role.COORDINATOR)
    reports = list_reports_due(viewer, report_days, today, mine=not all_of_home, most=_FEW)
    found = [
        *(Waiting(one.due_on, one.id, one.title, *one[3:]) for one in tasks),
        *(
            Waiting(one.due, None, "", one.visit.reference, one.visit.title.text(language), one.visit.is_example)
            for one in reports
        ),
    ]
    return sorted(found, key=lambda one: one.due)[:_MOST]


def _rows(statement: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    return db.session.execute(statement.limit(_MOST)).all()


def _visits(viewer: User, language: str, today: date) -> Select[*tuple[Any, ...]]:
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
        .where(visible_to(viewer, Visit), Visit.home_id.in_(viewer.home_ids), Visit.archived_at.is_(None))
        .where(Visit.status.in_(COMING), starts <= today + VISIT_HORIZON, func.coalesce(ends, starts) >= today)
        .order_by(starts, Visit.id)
    )


def _items_of_the_week(viewer: User, language: str, today: date) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Visit.reference.label("visit_reference"),
            ProgrammeItem.number,
            in_language(language, ProgrammeItem.title_ko, ProgrammeItem.title_en).label("title"),
            ProgrammeItem.day,
            ProgrammeItem.starts_at,
            ProgrammeItem.ends_at,
            ProgrammeItem.kind,
        )
        .join(Visit, Visit.id == ProgrammeItem.visit_id)
        .where(visible_to(viewer, Visit), Visit.home_id.in_(viewer.home_ids), Visit.archived_at.is_(None))
        .where(ProgrammeItem.archived_at.is_(None), Visit.status.in_(COMING))
        .where(ProgrammeItem.day >= today, ProgrammeItem.day < today + WEEK)
        .order_by(ProgrammeItem.day, ProgrammeItem.starts_at.is_(None), ProgrammeItem.starts_at, ProgrammeItem.number)
    )


def _due(viewer: User, language: Language, today: date) -> Sequence[Any]:
    arms = union_all(*(_due_of(viewer, language, today, origin) for origin in ORIGINS)).subquery()
    return db.session.execute(select(arms).order_by(arms.c.rank, arms.c.due, arms.c.id).limit(_MOST)).all()


def _due_of(viewer: User, language: Language, today: date, origin: Origin) -> Select[Any]:
    """What is due of the commitments that come of one kind of record."""
    due, source = latest(Commitment.due), origin.model
    is_mine = func.coalesce(Commitment.officer_id, source.owner_id) == viewer.id
    department = func.coalesce(Commitment.department_id, source.department_id)
    # Whoever belongs to no department has none whose commitments would be theirs.
    is_ours = department == viewer.department_id if viewer.department_id else false()
    columns = (
        Commitment.id,
        source.reference,
        in_language(language, source.title_ko, source.title_en).label("title"),
        Commitment.number,
        in_language(language, Commitment.text_ko, Commitment.text_en).label("text"),
        due.label("due"),
        source.is_example,
        or_(is_mine, is_ours).label("is_own"),
        case((is_mine, 0), (is_ours, 1), else_=2).label("rank"),
    )
    return origin.joined(viewer, select(*columns).select_from(Commitment)).where(
        source.home_id.in_(viewer.home_ids), Commitment.status.in_(_UNDONE), due <= today + DUE_HORIZON
    )


def _briefs(viewer: User) -> Select[*tuple[Any, ...]]:
    return (
        select(Brief.reference, Brief.title, Brief.issued_at, User.name.label("issued_by"))
        .join(User, User.id == Brief.issued_by_id)
        .where(visible_to(viewer, Brief))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    )


def _count_active_ties(viewer: User) -> int:
    statement = select(func.count(Partnership.id)).where(
        visible_to(viewer, Partnership),
        Partnership.home_id.in_(viewer.home_ids),
        Partnership.archived_at.is_(None),
        Partnership.home_status == TieStatus.ACTIVE,
    )
    return db.session.scalar(statement) or 0
