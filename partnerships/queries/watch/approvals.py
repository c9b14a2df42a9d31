"""Approvals that were asked for and not yet given, of agreements and of turns in the life of ties."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    Subquery,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, AgreementApproval
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.city import City
from partnerships.models.partnership import EventApproval, Partnership, PartnershipEvent, PartnershipEventKind, Side
from partnerships.models.types import PartialDate
from partnerships.permissions import SYSTEM, Viewer, built_once, visible_to
from partnerships.queries.finding import in_language
from partnerships.queries.pages import PAGE_SIZE, Page, read_page


@dataclass(frozen=True)
class PendingFilter:
    """What the list is narrowed to: one side, or ``None`` for both."""

    side: Side | None = None


@dataclass(frozen=True)
class Pending:
    """One approval that is waited for: of the agreement or the tie with ``reference``, since ``requested``."""

    reference: str
    title: str
    is_example: bool
    kind: ApprovalKind
    event: PartnershipEventKind | None
    side: Side
    body: str | None
    number: str | None
    is_required: bool
    requested: PartialDate | None

    def days_waiting(self, today: date) -> int | None:
        """Days since it was asked for at the latest; ``None`` when that day is not known."""
        since = self.requested.latest if self.requested else None
        return (today - since).days if since and since <= today else None


def list_pending_approvals(
    viewer: Viewer, wanted: PendingFilter, language: str, page: int = 1, size: int = PAGE_SIZE
) -> Page:
    """What is waited for longest comes first; its rows are :class:`Pending`."""
    line = _line(viewer, language)
    statement = select(line).order_by(line.c.earliest.is_(None), line.c.earliest, line.c.source, line.c.row_id)
    if wanted.side:
        statement = statement.where(or_(line.c.side == str(wanted.side), line.c.side == str(Side.BOTH)))
    found = read_page(statement, page, size)
    rows = [
        Pending(
            row.reference,
            row.title,
            bool(row.is_example),
            ApprovalKind(row.kind),
            PartnershipEventKind(row.event) if row.event else None,
            Side(row.side),
            row.body,
            row.number,
            bool(row.is_required),
            PartialDate.from_columns(row.words, row.earliest, row.latest, row.inferred),
        )
        for row in found.rows
    ]
    return replace(found, rows=rows)


def count_pending_approvals(viewer: Viewer, language: str) -> int:
    """How many approvals are waited for."""
    return db.session.scalar(select(func.count()).select_from(_line(viewer, language))) or 0


@built_once
def _line(viewer: Viewer, language: str) -> Subquery:
    return union_all(_of_agreements(viewer, language), _of_ties(viewer, language)).subquery("pending")


def _of_agreements(viewer: Viewer, language: str) -> Select[Any]:
    title = in_language(language, Agreement.title_ko, Agreement.title_en)
    return (
        select(
            literal(0, Integer).label("source"),
            *_columns(AgreementApproval, Agreement, title),
            type_coerce(null(), String).label("event"),
        )
        .join(Agreement, Agreement.id == AgreementApproval.agreement_id)
        .where(*_shown(viewer, AgreementApproval, Agreement))
    )


def _of_ties(viewer: Viewer, language: str) -> Select[Any]:
    home = aliased(City)
    partner = in_language(language, City.name_ko, City.name_en)
    title = in_language(language, home.name_ko, home.name_en).concat(" – ").concat(partner)
    return (
        select(
            literal(1, Integer).label("source"),
            *_columns(EventApproval, Partnership, title),
            type_coerce(PartnershipEvent.kind, String).label("event"),
        )
        .join(PartnershipEvent, PartnershipEvent.id == EventApproval.event_id)
        .join(Partnership, Partnership.id == PartnershipEvent.partnership_id)
        .join(City, City.id == Partnership.partner_id)
        .join(home, home.id == Partnership.home_id)
        .where(PartnershipEvent.archived_at.is_(None), *_shown(viewer, EventApproval, Partnership))
    )


def _columns(approval: Any, record: Any, title: Any) -> list[Any]:
    table = approval.__table__.c
    return [
        approval.id.label("row_id"),
        record.reference.label("reference"),
        title.label("title"),
        record.is_example.label("is_example"),
        type_coerce(approval.kind, String).label("kind"),
        type_coerce(approval.side, String).label("side"),
        approval.body.label("body"),
        approval.number.label("number"),
        approval.is_required.label("is_required"),
        table.requested_words.label("words"),
        type_coerce(table.requested_earliest, Date).label("earliest"),
        type_coerce(table.requested_latest, Date).label("latest"),
        table.requested_inferred.label("inferred"),
    ]


def _shown(viewer: Viewer, approval: Any, record: Any) -> list[ColumnElement[bool]]:
    own = [] if viewer is SYSTEM else [record.home_id.in_(viewer.home_ids)]
    return [
        visible_to(viewer, record),
        record.archived_at.is_(None),
        approval.archived_at.is_(None),
        approval.result == ApprovalResult.PENDING,
        *own,
    ]
