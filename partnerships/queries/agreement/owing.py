"""What is owed, in SQL: which evidence counts for a viewer, what is overdue, untouched, and when last touched."""

from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    ScalarSelect,
    and_,
    case,
    cast,
    exists,
    extract,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from partnerships.models.activity import Activity
from partnerships.models.agreement import SIGNED_STATUSES, Agreement, Cadence, Commitment, Evidence
from partnerships.models.document import Document
from partnerships.models.types import earliest, latest
from partnerships.models.visit import NOT_HELD, ProgrammeItem, Visit
from partnerships.permissions import Viewer, built_once, visible_to
from partnerships.queries.agreement.occurrences import FIRST_HALF, UNSETTLED
from partnerships.queries.agreement.origins import OF_AGREEMENT, Origin


class EvidenceTables:
    """The records that a piece of evidence may be, joined to it, and what is asked of them."""

    def __init__(self) -> None:
        # The columns of partial dates are no attributes that the type checker knows of.
        self.visit: Any = aliased(Visit)
        self.item: Any = aliased(ProgrammeItem)
        self.item_visit: Any = aliased(Visit)
        self.paper: Any = aliased(Agreement)
        self.document: Any = aliased(Document)
        self.activity: Any = aliased(Activity)

    def joined(self, statement: Any) -> Any:
        """``statement``, of evidence, with the records beside."""
        return (
            statement.outerjoin(self.visit, self.visit.id == Evidence.visit_id)
            .outerjoin(self.item, self.item.id == Evidence.programme_item_id)
            .outerjoin(self.item_visit, self.item_visit.id == self.item.visit_id)
            .outerjoin(self.paper, self.paper.id == Evidence.further_agreement_id)
            .outerjoin(self.document, self.document.id == Evidence.document_id)
            .outerjoin(self.activity, self.activity.id == Evidence.activity_id)
        )

    @property
    def day(self) -> ColumnElement[date | None]:
        """When it happened: as stated with the evidence, else by its record."""
        return func.coalesce(
            earliest(Evidence.happened),
            self.visit.starts_earliest,
            self.item.day,
            self.paper.signed_earliest,
            self.document.dated_on_earliest,
            self.activity.starts_earliest,
        )

    def is_seen(self, viewer: Viewer) -> ColumnElement[bool]:
        """Whether the viewer may know of the record that it is; words anybody may."""
        return and_(
            or_(Evidence.visit_id.is_(None), visible_to(viewer, self.visit)),
            or_(Evidence.programme_item_id.is_(None), visible_to(viewer, self.item_visit)),
            or_(Evidence.further_agreement_id.is_(None), visible_to(viewer, self.paper)),
            or_(Evidence.document_id.is_(None), _sees(viewer, Document, Evidence.document_id)),
            or_(Evidence.activity_id.is_(None), _sees(viewer, Activity, Evidence.activity_id)),
        )

    def counts(self, today: date) -> ColumnElement[bool]:
        """Whether it shows anything by ``today``: records put away, visits not held and days ahead do not."""
        return and_(
            Evidence.archived_at.is_(None),
            or_(self.day.is_(None), self.day <= today),
            or_(Evidence.visit_id.is_(None), _is_held(self.visit)),
            or_(Evidence.programme_item_id.is_(None), and_(self.item.archived_at.is_(None), _is_held(self.item_visit))),
            or_(
                Evidence.further_agreement_id.is_(None),
                and_(self.paper.archived_at.is_(None), self.paper.status.in_(SIGNED_STATUSES)),
            ),
            or_(Evidence.document_id.is_(None), self.document.archived_at.is_(None)),
            or_(Evidence.activity_id.is_(None), self.activity.archived_at.is_(None)),
        )


def _is_held(visit: Any) -> ColumnElement[bool]:
    return and_(visit.archived_at.is_(None), visit.status.not_in(NOT_HELD))


def _sees(viewer: Viewer, model: Any, key: Any) -> ColumnElement[bool]:
    """Whether the viewer may see the record behind ``key``: one whose disclosure follows what it belongs to."""
    return select(model.id).where(model.id == key, visible_to(viewer, model)).correlate(Evidence).exists()


def _evidence(viewer: Viewer, today: date, origin: Origin, *columns: Any, where: Any = None) -> Any:
    """A select of ``columns`` over the evidence of the commitment around it that counts for ``viewer``."""
    tables = EvidenceTables()
    chosen = [column(tables) if callable(column) else column for column in columns]
    statement = tables.joined(select(*chosen).select_from(Evidence)).where(
        Evidence.commitment_id == Commitment.id, tables.is_seen(viewer), tables.counts(today)
    )
    if where is not None:
        statement = statement.where(where(tables))
    return statement.correlate(Commitment, origin.model)


# What follows is asked of a statement in which the record of ``origin`` is joined to `Commitment`.


@built_once
def evidence_count(viewer: Viewer, today: date, origin: Origin = OF_AGREEMENT) -> ScalarSelect[int]:
    """How many pieces of evidence a commitment has."""
    return _evidence(viewer, today, origin, func.count(Evidence.id)).scalar_subquery()  # type: ignore[no-any-return]  # see _evidence


def is_owing(today: date, origin: Origin = OF_AGREEMENT) -> ColumnElement[bool]:
    """Whether anything is still owed, as `occurrences.is_owing` tells it."""
    return and_(Commitment.status.in_(UNSETTLED), origin.binds(today))


@built_once
def is_overdue(viewer: Viewer, today: date, origin: Origin = OF_AGREEMENT) -> ColumnElement[bool]:
    """Whether it is late, as `occurrences.is_overdue` tells it."""
    first, step = first_year(origin), years_between()
    begun = first + ((today.year - first) // step - 1) * step
    within = lambda tables: and_(_year(tables.day) >= begun, _year(tables.day) < begun + step)  # noqa: E731
    met = exists(_evidence(viewer, today, origin, literal(1), where=within))
    late = and_(step.is_(None), latest(Commitment.due) < today)
    missed = and_(step.is_not(None), today.year - first >= step, ~met)
    return and_(is_owing(today, origin), or_(late, missed))


def years_between() -> ColumnElement[int]:
    """After how many years it falls due again; null for what does not recur."""
    return case(
        (Commitment.cadence == Cadence.YEARLY, 1),
        (Commitment.cadence == Cadence.EVERY_N_YEARS, Commitment.cadence_years),
    )


def first_year(origin: Origin = OF_AGREEMENT) -> ColumnElement[int]:
    """The year of the first period, as `occurrences.first_year` counts it."""
    begins = origin.begins_on()
    return _year(begins) + case((cast(extract("month", begins), Integer) > FIRST_HALF, 1), else_=0)


@built_once
def last_touched(viewer: Viewer, today: date, origin: Origin = OF_AGREEMENT) -> ColumnElement[date | None]:
    """The day of the newest evidence or of the last decision on the status, whichever is later."""
    newest = _evidence(viewer, today, origin, lambda tables: func.max(tables.day)).scalar_subquery()
    decided = Commitment.status_since
    return case((newest.is_(None), decided), (decided > newest, decided), else_=newest)


@built_once
def is_untouched(viewer: Viewer, today: date, origin: Origin = OF_AGREEMENT) -> ColumnElement[bool]:
    """Whether nothing at all has come of it within a year: no evidence ever, and no decision for as long."""
    year_ago, begins = a_year_before(today), origin.begins_on()
    no_evidence = ~exists(_evidence(viewer, today, origin, literal(1)))
    long_ago = or_(begins.is_(None), begins <= year_ago)
    undecided = or_(Commitment.status_since.is_(None), Commitment.status_since <= year_ago)
    return and_(is_owing(today, origin), long_ago, undecided, no_evidence)


def a_year_before(day: date) -> date:
    """The same day a year earlier; 29 February becomes 28."""
    return day.replace(year=day.year - 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year - 1)


def _year(day: Any) -> ColumnElement[int]:
    return cast(extract("year", day), Integer)
