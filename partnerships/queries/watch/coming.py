"""What comes up for agreements in force, in SQL: ends of running terms, last days of notice, reviews.

One row for each agreement, kind and day, whether it has been handled or not. Nothing is written by reading: the answer
on a day is the same whether or not the daily command has run.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Select,
    and_,
    case,
    cast,
    false,
    func,
    literal,
    null,
    or_,
    select,
    true,
    type_coerce,
    union_all,
)

from partnerships.languages import N_
from partnerships.models.agreement import (
    Agreement,
    AgreementMove,
    AgreementStatus,
    NoticeKind,
    RenewalKind,
    TermKind,
    WatchHandling,
    WatchKind,
    WatchOutcome,
)
from partnerships.models.types import Choice, latest
from partnerships.permissions import SYSTEM, Viewer, visible_to
from partnerships.queries.agreement.standing import (
    DayAfter,
    LastDayOfTerm,
    MonthsBefore,
    ends_on,
    first_end,
    renewal_step,
    renews,
    standing,
)
from partnerships.queries.watch.days import Largest, months_since, months_until, steps_up

# Days before a day at which it is told.
STAGES = (180, 90, 30, 0)
AHEAD = STAGES[0]
# How often a paper without an end is looked at again where it does not say so itself: the office's own rule.
DEFAULT_REVIEW_MONTHS = 36

_ALIVE = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)


class Urgency(Choice):
    """How near something is; what is in talks waits by itself until its day."""

    OVERDUE = "overdue", N_("Overdue")
    SOON = "within_30", N_("Within 30 days")
    QUARTER = "within_90", N_("Within 90 days")
    HALF = "within_180", N_("Within 180 days")
    TALKS = "in_talks", N_("In talks")


@dataclass(frozen=True)
class Coming:
    """One thing that comes up, as the pages show it.

    ``term_end`` and ``notice_day`` are those of the term it is about. ``renewed_itself`` marks the end of a term that a
    further one has already followed. ``outcome`` is how it was handled so far, ``handling_id`` by which entry.
    """

    agreement_id: int
    reference: str
    title: str
    is_example: bool
    kind: WatchKind
    day: date
    term_end: date | None
    notice_day: date | None
    notice_months: int | None
    renewal_kind: RenewalKind
    term_kind: TermKind
    review_months: int | None
    renewed_itself: bool
    by_notice: bool
    outcome: WatchOutcome | None
    handling_id: int | None
    department: str | None
    owner: str | None
    standing: AgreementStatus

    def days_left(self, today: date) -> int:
        """Days until it; below nought once it has passed."""
        return (self.day - today).days

    def is_settled(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.by_notice or self.outcome not in (None, WatchOutcome.IN_TALKS)

    def urgency(self, today: date) -> Urgency | None:
        """Under which heading it stands on ``today``; ``None`` while it is settled or too far ahead."""
        left = self.days_left(today)
        if self.is_settled() or left > AHEAD:
            return None
        if self.outcome is WatchOutcome.IN_TALKS and left > 0:
            return Urgency.TALKS
        bounds = ((0, Urgency.OVERDUE), (31, Urgency.SOON), (91, Urgency.QUARTER))
        return next((urgency for bound, urgency in bounds if left < bound), Urgency.HALF)


def stage_of(days_left: int) -> int:
    """The stage that is reached so many days before: the smallest that is not less, and 0 from the day on."""
    return min((stage for stage in STAGES if stage >= days_left), default=AHEAD)


def coming_up(
    viewer: Viewer, today: date, until: date | None = None, narrowed: Sequence[ColumnElement[bool]] = ()
) -> CTE:
    """All that comes up for agreements of the viewer's own home sides.

    ``until`` lets what surely ends later be passed over, ``narrowed`` are conditions on the agreement: both spare the
    work of counting terms that nobody asks for.

    Columns: agreement_id, kind, day, term_end, notice_day, renewed_itself, by_notice, standing.
    """
    terms = _terms(_counted(_watched(viewer, today, until, narrowed), today))
    own = terms.c.standing.in_(_ALIVE)
    lapsed = and_(
        terms.c.standing == AgreementStatus.EXPIRED, terms.c.created_on <= terms.c.running, ~terms.c.by_notice
    )
    end = _kind(terms, WatchKind.END, terms.c.running, terms.c.running).where(
        terms.c.running.is_not(None), or_(own, lapsed)
    )
    # A term that ended and renewed itself is told once more, so that nobody misses it.
    renewed = _kind(terms, WatchKind.END, terms.c.previous, terms.c.previous, renewed_itself=True).where(
        own, terms.c.previous >= terms.c.created_on
    )
    notice_day = _notice_day(terms, terms.c.running)
    notice = _kind(terms, WatchKind.NOTICE, notice_day, terms.c.running).where(
        own, ~terms.c.is_fixed, terms.c.notice_asked, terms.c.running.is_not(None), notice_day >= terms.c.created_on
    )
    review = _kind(terms, WatchKind.REVIEW, terms.c.review_day, cast(null(), Date)).where(
        own, terms.c.running.is_(None), terms.c.review_day.is_not(None)
    )
    return union_all(end, renewed, notice, review).cte("coming")


def own_side(viewer: Viewer) -> ColumnElement[bool]:
    """The agreements that the viewer's office answers for."""
    return true() if viewer is SYSTEM else Agreement.home_id.in_(viewer.home_ids)


def is_evergreen() -> ColumnElement[bool]:
    """Whether a paper has no end to wait for, so that it is reviewed instead; its beginning must be known."""
    silent = and_(Agreement.term_kind == TermKind.NOT_STATED, _reviews().exists())
    open_ended = Agreement.term_kind.in_((TermKind.INDEFINITE, TermKind.UNTIL_EVENT))
    return and_(or_(open_ended, silent), _begins().is_not(None))


def _begins() -> ColumnElement[date | None]:
    return func.coalesce(latest(Agreement.effective), latest(Agreement.signed))


def _reviews() -> Select[Any]:
    """The days whose review has been handled, of the agreement of the statement around it."""
    return (
        select(WatchHandling.day)
        .where(WatchHandling.agreement_id == Agreement.id, WatchHandling.archived_at.is_(None))
        .where(WatchHandling.kind == WatchKind.REVIEW, WatchHandling.outcome != WatchOutcome.IN_TALKS)
        .correlate(Agreement)
    )


def _watched(viewer: Viewer, today: date, until: date | None, narrowed: Sequence[ColumnElement[bool]]) -> CTE:
    """Agreements in force, and those that their dates alone have ended, with what their terms are counted from."""
    moved_by_date = (
        select(AgreementMove.is_automatic)
        .where(AgreementMove.agreement_id == Agreement.id, AgreementMove.archived_at.is_(None))
        .order_by(AgreementMove.id.desc())
        .limit(1)
        .correlate(Agreement)
        .scalar_subquery()
    )
    last_review = _reviews().with_only_columns(func.max(WatchHandling.day)).scalar_subquery()
    fixed = or_(Agreement.ends_override.is_not(None), Agreement.ends_by_notice.is_not(None))
    goes_on = and_(renews(), ~fixed)
    asked = and_(Agreement.notice_kind == NoticeKind.MONTHS, Agreement.renewal_kind != RenewalKind.NONE)
    statement = (
        select(
            Agreement.id.label("agreement_id"),
            standing(today).label("standing"),
            type_coerce(func.date(Agreement.created_at), Date).label("created_on"),
            ends_on().label("ends"),
            case((goes_on, first_end()), else_=null()).label("first_end"),
            case((goes_on, renewal_step()), else_=null()).label("step"),
            fixed.label("is_fixed"),
            and_(Agreement.ends_override.is_(None), Agreement.ends_by_notice.is_not(None)).label("by_notice"),
            asked.label("notice_asked"),
            Agreement.notice_months.label("notice_months"),
            case((is_evergreen(), _begins()), else_=null()).label("reviewed_from"),
            func.coalesce(Agreement.review_months, DEFAULT_REVIEW_MONTHS).label("cadence"),
            last_review.label("last_review"),
        )
        .where(visible_to(viewer, Agreement), own_side(viewer), Agreement.archived_at.is_(None))
        .where(
            or_(
                Agreement.status.in_(_ALIVE),
                and_(Agreement.status == AgreementStatus.EXPIRED, moved_by_date),
            )
        )
    )
    if until:
        # A notice falls due before its end, so those with a notice period are counted whenever they end.
        near = or_(ends_on() <= until, and_(asked, ends_on().is_not(None)))
        statement = statement.where(or_(near, goes_on, is_evergreen()))
    return statement.where(*narrowed).cte("watched").prefix_with("MATERIALIZED")


def _counted(watched: CTE, today: date) -> CTE:
    """How many months of renewals have run by ``today``, and how many of reviews."""
    c = watched.c
    needed = months_until(DayAfter(c.first_end), literal(today, Date), beyond=True)
    renewal_months = case((c.first_end < today, steps_up(needed, c.step) * c.step), else_=0)
    gone = months_since(c.reviewed_from, today) // c.cadence
    entered = steps_up(months_until(c.reviewed_from, c.created_on), c.cadence)
    handled = case(
        (c.last_review.is_(None), 1),
        else_=steps_up(months_until(c.reviewed_from, c.last_review, beyond=True), c.cadence),
    )
    reviews = Largest(gone, entered, handled, 1)
    statement = select(
        *(c[name] for name in c.keys()),  # noqa: SIM118 - a collection of columns, not a dictionary
        renewal_months.label("renewal_months"),
        (reviews * c.cadence).label("review_months"),
    )
    return statement.cte("counted").prefix_with("MATERIALIZED")


def _terms(counted: CTE) -> CTE:
    """The end of the running term, that of one before it which renewed itself, and the day of the next review."""
    c = counted.c
    begins = DayAfter(c.first_end)
    running = case(
        (c.ends.is_not(None), c.ends),
        (and_(c.first_end.is_not(None), c.step.is_not(None)), LastDayOfTerm(begins, c.renewal_months)),
        else_=null(),
    )
    previous = case(
        (c.renewal_months > c.step, LastDayOfTerm(begins, c.renewal_months - c.step)),
        (c.renewal_months == c.step, c.first_end),
        else_=null(),
    )
    statement = select(
        *(c[name] for name in ("agreement_id", "standing", "created_on", "is_fixed", "by_notice")),
        c.notice_asked,
        c.notice_months,
        type_coerce(running, Date).label("running"),
        type_coerce(previous, Date).label("previous"),
        MonthsBefore(c.reviewed_from, -c.review_months).label("review_day"),
    )
    return statement.cte("terms").prefix_with("MATERIALIZED")


def _notice_day(terms: CTE, term_end: ColumnElement[Any]) -> ColumnElement[date]:
    """The last day on which a notice is in time: so many months, counted backwards from the end of the term."""
    return MonthsBefore(term_end, terms.c.notice_months)


def _kind(
    terms: CTE,
    kind: WatchKind,
    day: ColumnElement[date],
    term_end: ColumnElement[Any],
    *,
    renewed_itself: bool = False,
) -> Select[Any]:
    return select(
        terms.c.agreement_id,
        literal(kind, WatchHandling.kind.type).label("kind"),
        type_coerce(day, Date).label("day"),
        type_coerce(term_end, Date).label("term_end"),
        case((terms.c.notice_asked, _notice_day(terms, term_end)), else_=null()).label("notice_day"),
        (literal(True) if renewed_itself else false()).label("renewed_itself"),
        terms.c.by_notice,
        terms.c.standing,
    )
