"""What comes up, as the pages of the watch list it: by urgency, by month, one alone, and what was handled lately."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import CTE, ColumnElement, Integer, Select, and_, case, cast, extract, func, or_, select
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.agreement import (
    Agreement,
    RenewalKind,
    WatchHandling,
    WatchKind,
    WatchNotice,
    WatchOutcome,
)
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.permissions import SYSTEM, Viewer, built_once, visible_to
from partnerships.queries.finding import in_language
from partnerships.queries.pages import PAGE_SIZE, Page, read_page
from partnerships.queries.watch.coming import AHEAD, Coming, Urgency, coming_up, own_side

CALENDAR_MONTHS = 24
_MOST_A_MONTH = 12
_HANDLED_LATELY = timedelta(days=30)


@dataclass(frozen=True)
class WatchFilter:
    """What the watch is narrowed to; ``None`` leaves a matter open. ``department`` and ``home`` are references."""

    mine: bool = False
    department: str | None = None
    kind: WatchKind | None = None
    home: str | None = None
    when: Urgency | None = None


@dataclass(frozen=True)
class Month:
    """One month of the calendar: how many things come up, and the first of them."""

    first: date
    count: int
    rows: Sequence[Coming]


def list_coming(
    viewer: Viewer, wanted: WatchFilter, today: date, language: str, page: int = 1, size: int = PAGE_SIZE
) -> Page:
    """What is flagged on ``today`` or in talks, the most urgent first, talks last; its rows are :class:`Coming`."""
    return _page_of_coming(read_page(_flagged(viewer, wanted, today, language), page, size))


@built_once
def _flagged(viewer: Viewer, wanted: WatchFilter, today: date, language: str) -> Select[Any]:
    line = _Line(viewer, today, today + timedelta(days=AHEAD), narrowed_to(viewer, wanted))
    statement = line.told(language).where(*line.is_flagged(), *line.conditions(wanted))
    return statement.order_by(line.rests(), line.day, Agreement.id, line.kind)


def count_urgencies(viewer: Viewer, wanted: WatchFilter, today: date) -> dict[Urgency, int]:
    """{urgency: how many things stand under it}, for ``wanted`` but whatever its ``when``."""
    rows = db.session.execute(_urgencies(viewer, wanted, today))
    counted = {Urgency(value): count for value, count in rows}
    return {urgency: counted.get(urgency, 0) for urgency in Urgency}


@built_once
def _urgencies(viewer: Viewer, wanted: WatchFilter, today: date) -> Select[Any]:
    line = _Line(viewer, today, today + timedelta(days=AHEAD), narrowed_to(viewer, wanted))
    return (
        line.joined(select(line.urgency().label("urgency"), func.count()))
        .where(*line.is_flagged(), *line.conditions(wanted, with_when=False))
        .group_by("urgency")
    )


def list_untold(today: date) -> Sequence[tuple[int, WatchKind, date, int]]:
    """(agreement id, kind, day, stage) of all that is flagged on ``today`` and was not yet told at its stage."""
    line = _Line(SYSTEM, today, today + timedelta(days=AHEAD))
    left = [(line.day <= today, 0)]
    left += [(line.day <= today + timedelta(days=stage), stage) for stage in (30, 90)]
    stage = case(*left, else_=AHEAD)
    told = (
        select(WatchNotice.id)
        .where(WatchNotice.agreement_id == line.coming.c.agreement_id, WatchNotice.kind == line.kind)
        .where(WatchNotice.day == line.day, WatchNotice.stage == stage)
        .correlate(line.coming)
    )
    statement = (
        line.joined(select(Agreement.id, line.kind, line.day, stage))
        .where(*line.is_flagged(), line.rests() == 0, ~told.exists())
        .order_by(line.day, Agreement.id)
    )
    return [(row[0], row[1], row[2], row[3]) for row in db.session.execute(statement)]


def find_coming(
    viewer: Viewer, agreement: Agreement, kind: WatchKind, day: date, today: date, language: str
) -> Coming | None:
    """What comes up for ``agreement`` on ``day``, handled or not; ``None`` when nothing of that ``kind`` does."""
    line = _Line(viewer, today, narrowed=[Agreement.id == agreement.id])
    statement = line.told(language).where(line.kind == kind, line.day == day)
    row = db.session.execute(statement).one_or_none()
    return _coming(row) if row else None


def list_calendar(viewer: Viewer, wanted: WatchFilter, today: date, language: str) -> Sequence[Month]:
    """The months from the present one, each with its count and its first rows, handled ones too."""
    start = today.replace(day=1)
    first = start.year * 12 + start.month - 1
    end = _month(first + CALENDAR_MONTHS)
    line = _Line(viewer, today, end, narrowed_to(viewer, wanted))
    month = cast(extract("year", line.day), Integer) * 12 + cast(extract("month", line.day), Integer) - 1
    narrowed = [line.day >= start, line.day < end, *line.conditions(wanted, with_when=False)]
    counted = line.joined(select(month.label("month"), func.count())).where(*narrowed).group_by("month")
    counts: dict[int, int] = {row[0]: row[1] for row in db.session.execute(counted)}
    place = func.row_number().over(partition_by=month, order_by=(line.day, Agreement.id, line.kind)).label("place")
    placed = line.told(language).add_columns(place, month.label("month")).where(*narrowed).subquery()
    rows: dict[int, list[Coming]] = {}
    for row in db.session.execute(
        select(placed).where(placed.c.place <= _MOST_A_MONTH).order_by(placed.c.month, placed.c.place)
    ):
        rows.setdefault(row.month, []).append(_coming(row))
    return [
        Month(_month(number), counts.get(number, 0), rows.get(number, ()))
        for number in range(first, first + CALENDAR_MONTHS)
    ]


def list_month(viewer: Viewer, wanted: WatchFilter, month: date, today: date, language: str, page: int = 1) -> Page:
    """All that comes up in the month that begins on ``month``, handled ones too; its rows are :class:`Coming`."""
    end = _month(month.year * 12 + month.month)
    line = _Line(viewer, today, end, narrowed_to(viewer, wanted))
    statement = line.told(language).where(line.day >= month, line.day < end, *line.conditions(wanted, with_when=False))
    return _page_of_coming(read_page(statement.order_by(line.day, Agreement.id, line.kind), page))


def list_between(
    viewer: Viewer, wanted: WatchFilter, first: date, last: date, today: date, language: str
) -> Sequence[Coming]:
    """All that comes up from the day ``first`` to the day ``last``, handled ones too, by day."""
    line = _Line(viewer, today, last, narrowed_to(viewer, wanted))
    statement = line.told(language).where(line.day >= first, line.day <= last, *line.conditions(wanted))
    return [_coming(row) for row in db.session.execute(statement.order_by(line.day, Agreement.id, line.kind))]


def list_handled_lately(viewer: Viewer, today: date, language: str) -> Sequence[Any]:
    """What was settled in the last month, newest first.

    Columns: id, kind, day, outcome, note, handled_on, by, reference, home_id, title.
    """
    statement = (
        select(
            WatchHandling.id,
            WatchHandling.kind,
            WatchHandling.day,
            WatchHandling.outcome,
            WatchHandling.note,
            WatchHandling.handled_on,
            User.name.label("by"),
            Agreement.reference,
            Agreement.home_id,
            in_language(language, Agreement.title_ko, Agreement.title_en).label("title"),
        )
        .join(Agreement, Agreement.id == WatchHandling.agreement_id)
        .outerjoin(User, User.id == WatchHandling.by_id)
        .where(visible_to(viewer, Agreement), own_side(viewer), Agreement.archived_at.is_(None))
        .where(WatchHandling.archived_at.is_(None), WatchHandling.handled_on >= today - _HANDLED_LATELY)
        .where(WatchHandling.outcome != WatchOutcome.IN_TALKS)
        .order_by(WatchHandling.handled_on.desc(), WatchHandling.id.desc())
        .limit(8)
    )
    return db.session.execute(statement).all()


def list_departments(viewer: Viewer, language: str) -> Sequence[tuple[str, str]]:
    """(reference, name) of the departments that agreements of the viewer's own home sides belong to."""
    name = in_language(language, Organisation.name_ko, Organisation.name_en)
    kept = select(Agreement.department_id).where(
        visible_to(viewer, Agreement), own_side(viewer), Agreement.archived_at.is_(None)
    )
    rows = db.session.execute(
        select(Organisation.reference, name).where(Organisation.id.in_(kept)).order_by(name, Organisation.id)
    )
    return [(reference, shown) for reference, shown in rows]


def list_own_homes(viewer: Viewer, language: str) -> Sequence[tuple[str, str]]:
    """(reference, name) of the home sides that the account belongs to."""
    name = in_language(language, City.name_ko, City.name_en)
    rows = db.session.execute(
        select(City.reference, name).where(City.is_home, City.id.in_(viewer.home_ids)).order_by(City.id)
    )
    return [(reference, shown) for reference, shown in rows]


def narrowed_to(viewer: Viewer, wanted: WatchFilter) -> list[ColumnElement[bool]]:
    """What ``wanted`` asks of the agreement."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.mine:
        conditions.append(Agreement.owner_id == viewer.id)
    if wanted.department:
        conditions.append(Agreement.department.has(Organisation.reference == wanted.department))
    if wanted.home:
        conditions.append(Agreement.home.has(City.reference == wanted.home))
    return conditions


def _page_of_coming(page: Page) -> Page:
    return replace(page, rows=[_coming(row) for row in page.rows])


def _month(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


class _Line:
    """What comes up, joined to its agreement and to how it was handled last."""

    def __init__(
        self, viewer: Viewer, today: date, until: date | None = None, narrowed: Sequence[ColumnElement[bool]] = ()
    ) -> None:
        self.today = today
        self.coming: CTE = coming_up(viewer, today, until, narrowed)
        self.handling = aliased(WatchHandling)
        self.day: Any = self.coming.c.day
        self.kind: Any = self.coming.c.kind

    def joined(self, statement: Any) -> Select[Any]:
        joined: Select[Any] = (
            statement.select_from(self.coming)
            .join(Agreement, Agreement.id == self.coming.c.agreement_id)
            .outerjoin(self.handling, self.handling.id == self._last_handling())
        )
        return joined

    def told(self, language: str) -> Select[Any]:
        """The columns of :class:`Coming`."""
        c = self.coming.c
        statement = self.joined(
            select(
                c.agreement_id,
                Agreement.reference,
                in_language(language, Agreement.title_ko, Agreement.title_en).label("title"),
                Agreement.is_example,
                c.kind,
                c.day,
                c.term_end,
                c.notice_day,
                Agreement.notice_months,
                Agreement.renewal_kind,
                Agreement.term_kind,
                Agreement.review_months,
                c.renewed_itself,
                c.by_notice,
                self.handling.outcome,
                self.handling.id.label("handling_id"),
                in_language(language, Organisation.name_ko, Organisation.name_en).label("department"),
                User.name.label("owner"),
                c.standing,
            )
        )
        return statement.outerjoin(Organisation, Organisation.id == Agreement.department_id).outerjoin(
            User, User.id == Agreement.owner_id
        )

    def is_open(self) -> ColumnElement[bool]:
        """Not settled: neither by a notice given nor by an officer."""
        outcome = self.handling.outcome
        return and_(~self.coming.c.by_notice, or_(outcome.is_(None), outcome == WatchOutcome.IN_TALKS))

    def is_flagged(self) -> tuple[ColumnElement[bool], ...]:
        """Open and near enough to be told of, in talks or not."""
        return self.day <= self.today + timedelta(days=AHEAD), self.is_open()

    def rests(self) -> ColumnElement[int]:
        """1 for what is in talks and waits for its day, 0 for what is flagged."""
        return case((and_(self.handling.outcome == WatchOutcome.IN_TALKS, self.day > self.today), 1), else_=0)

    def urgency(self) -> ColumnElement[str]:
        bounds = ((0, Urgency.OVERDUE), (31, Urgency.SOON), (91, Urgency.QUARTER))
        whens = [(self.day < self.today + timedelta(days=bound), urgency.value) for bound, urgency in bounds]
        return case((self.rests() == 1, Urgency.TALKS.value), *whens, else_=Urgency.HALF.value)

    def conditions(self, wanted: WatchFilter, *, with_when: bool = True) -> list[ColumnElement[bool]]:
        """What ``wanted`` asks of what comes up, not of the agreement."""
        conditions: list[ColumnElement[bool]] = []
        if wanted.kind:
            conditions.append(self.kind == wanted.kind)
        if wanted.when and with_when:
            conditions.append(self.urgency() == wanted.when.value)
        return conditions

    def _last_handling(self) -> Any:
        """The entry that tells how it was handled: what settled it before talks, the latest of several.

        The end of a term and the last day of notice for it are one matter: settling either settles both.
        """
        c, one = self.coming.c, WatchHandling
        same_term = or_(
            and_(one.kind == WatchKind.END, one.day == c.term_end),
            and_(one.kind == WatchKind.NOTICE, one.day == c.notice_day),
        )
        matter = case(
            (c.kind == WatchKind.REVIEW, and_(one.kind == WatchKind.REVIEW, one.day == c.day)), else_=same_term
        )
        return (
            select(one.id)
            .where(one.agreement_id == c.agreement_id, one.archived_at.is_(None), matter)
            .order_by(one.outcome == WatchOutcome.IN_TALKS, one.id.desc())
            .limit(1)
            .correlate(self.coming)
            .scalar_subquery()
        )


def _coming(row: Any) -> Coming:
    names = Coming.__dataclass_fields__
    values = {name: getattr(row, name) for name in names}
    values["renewed_itself"], values["by_notice"] = bool(row.renewed_itself), bool(row.by_notice)
    values["renewal_kind"] = RenewalKind(row.renewal_kind)
    return Coming(**values)
