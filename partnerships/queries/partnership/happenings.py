"""Everything dated in the life of a tie, on one line: its founding, events, approvals, agreements and visits."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, case, func, select

from partnerships.extensions import db
from partnerships.models.agreement import AgreementKind, AgreementStatus, CommitmentKind, NoticeEffect
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.partnership import (
    FoundingClaim,
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    Side,
    Tier,
)
from partnerships.models.types import Bilingual, Choice, PartialDate
from partnerships.models.visit import Direction, VisitStatus
from partnerships.permissions import Viewer, built_once
from partnerships.queries.partnership.line import HappeningKind, line_of, line_of_what_took_place, took_place

# The turns with which a tie begins, or begins again.
BEGINNINGS = (PartnershipEventKind.ESTABLISHED, PartnershipEventKind.RESUMED)


@dataclass(frozen=True)
class Happening:
    """One thing that happened, or is to happen.

    ``what`` is a tier, a kind of event or of paper, a direction …, as ``kind`` has it; ``tier`` what an event or a
    claim is about; ``status`` that of a visit or the result of an approval, ``side`` that of an event, an approval or a
    notice; ``note`` a source, a reason or a vote; ``reference`` names a record that has a page of its own.
    """

    partnership_id: int
    kind: HappeningKind
    row_id: int
    what: Choice
    tier: Tier | None
    status: VisitStatus | ApprovalResult | None
    side: Side | None
    title: Bilingual
    note: str | None
    reference: str | None
    is_preferred: bool
    is_automatic: bool
    when: PartialDate | None


_WHAT: dict[str, Callable[[str], Choice]] = {
    HappeningKind.CLAIM: Tier,
    HappeningKind.APPROVAL: ApprovalKind,
    HappeningKind.EVENT: PartnershipEventKind,
    HappeningKind.AGREEMENT: AgreementKind,
    HappeningKind.RENEWAL: AgreementKind,
    HappeningKind.NOTICE: NoticeEffect,
    HappeningKind.ENDING: AgreementStatus,
    HappeningKind.VISIT: Direction,
    HappeningKind.EVIDENCE: CommitmentKind,
}


def list_happenings(viewer: Viewer, tie: Partnership, predecessors: Sequence[Partnership] = ()) -> Sequence[Happening]:
    """All of ``tie`` that is dated or at least told, by its earliest possible day; undated things come last.

    What happened in the ``predecessors`` that went over into it is told too, each thing once.
    """
    ids = [tie.id, *(older.id for older in predecessors)]
    rows = db.session.execute(_everything(viewer), {"ties": ids, "tie": tie.id})
    told: dict[tuple[Any, ...], Happening] = {}
    for row in rows:
        told.setdefault(_same(row), _happening(row))
    return list(told.values())


def _same(row: Any) -> tuple[Any, ...]:
    """What rows that tell the same have in common; a founding claim that was inherited is told as its first tie's."""
    if row.kind == HappeningKind.CLAIM:
        return (row.kind, row.words, row.what, row.title_ko, row.note)
    return (row.kind, row.row_id, row.reference)


def list_last_happenings(viewer: Viewer, tie_ids: Iterable[int], today: date) -> dict[int, Happening]:
    """{id of a tie: the last contact of its sides up to ``today``}, for the ties that have one."""
    rows = db.session.execute(_last_of_each(viewer, today), {"ties": list(tie_ids)})
    return {row.partnership_id: _happening(row) for row in rows}


@built_once
def _everything(viewer: Viewer) -> Select[Any]:
    """What happened in ``ties``, what is told of several ties first as that of ``tie``."""
    line = line_of(viewer, _ties())
    return select(line).order_by(
        line.c.earliest.is_(None),
        line.c.earliest,
        line.c.latest,
        line.c.rank,
        line.c.row_id,
        line.c.partnership_id != bindparam("tie"),
        line.c.partnership_id,
    )


@built_once
def _last_of_each(viewer: Viewer, today: date) -> Select[Any]:
    """The last that took place in each of ``ties``."""
    line = line_of_what_took_place(viewer, _ties())
    place = func.row_number().over(
        partition_by=line.c.partnership_id,
        order_by=(line.c.earliest.desc(), line.c.latest, line.c.rank.desc(), line.c.row_id.desc()),
    )
    numbered = select(line, place.label("place")).where(line.c.earliest <= today, took_place(line)).subquery()
    return select(numbered).where(numbered.c.place == 1)


def _ties() -> BindParameter[Any]:
    return bindparam("ties", expanding=True)


def ties_alive_since(viewer: Viewer, since: date, today: date, among: Select[Any] | None = None) -> Select[Any]:
    """The ids of the ties in which something took place, or can have, after ``since`` and up to ``today``.

    ``among`` selects the ids of those that are asked about, to spare the others.
    """
    line = line_of_what_took_place(viewer, among)
    # Nearly everything began before today: an index on that would only lead through the whole table in its order, which
    # takes three times as long as reading it. So the condition is put in a way that no index answers.
    has_begun = case((line.c.earliest <= today, 1), else_=0) == 1
    return select(line.c.partnership_id).where(line.c.latest > since, has_begun, took_place(line))


def ties_begun_since(since: date) -> Select[Any]:
    """Ids of the ties founded or taken up again after ``since``, or can have been: too young to be quiet."""
    claim, event = FoundingClaim.__table__.c, PartnershipEvent.__table__.c
    dates = [event[f"{name}_latest"] for name in ("effective", "decided", "notified", "announced")]
    founded = select(claim.partnership_id).where(claim.archived_at.is_(None), claim.founded_latest > since)
    taken_up = select(event.partnership_id).where(
        event.archived_at.is_(None), event.kind.in_(BEGINNINGS), func.coalesce(*dates) > since
    )
    return select(founded.union_all(taken_up).subquery().c.partnership_id)


def _happening(row: Any) -> Happening:
    return Happening(
        partnership_id=row.partnership_id,
        kind=HappeningKind(row.kind),
        row_id=row.row_id,
        what=_WHAT[row.kind](row.what),
        tier=Tier(row.tier) if row.tier else None,
        status=_status(row),
        side=Side(row.side) if row.side else None,
        title=Bilingual(row.title_ko, row.title_en),
        note=row.note,
        reference=row.reference,
        is_preferred=bool(row.is_preferred),
        is_automatic=bool(row.is_automatic),
        when=PartialDate.from_columns(row.words, row.earliest, row.latest, row.inferred),
    )


def _status(row: Any) -> VisitStatus | ApprovalResult | None:
    if not row.status:
        return None
    return ApprovalResult(row.status) if row.kind == HappeningKind.APPROVAL else VisitStatus(row.status)
