"""Everything dated in the life of a tie, on one line: claims of its founding, events, agreements signed, visits."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Subquery,
    case,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)

from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementKind
from partnerships.models.agreement.agreement import agreement_partnerships
from partnerships.models.partnership import (
    FoundingClaim,
    Partnership,
    PartnershipEvent,
    PartnershipEventKind,
    Side,
    Tier,
)
from partnerships.models.types import Bilingual, Choice, PartialDate
from partnerships.models.visit import Direction, Visit, VisitStatus
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, visible_to


class HappeningKind(Choice):
    """What kind of record a happening is told by."""

    CLAIM = "claim", N_("Founding")
    EVENT = "event", N_("Event")
    AGREEMENT = "agreement", N_("Agreement")
    VISIT = "visit", N_("Visit")


@dataclass(frozen=True)
class Happening:
    """One thing that happened, or is to happen.

    ``what`` is a tier, a kind of event or of agreement, or a direction, as ``kind`` has it; ``status`` is that of a
    visit, ``side`` that of an event; ``note`` a claim's source or an event's reason; ``reference`` names a record that
    has a page of its own.
    """

    partnership_id: int
    kind: HappeningKind
    what: Tier | PartnershipEventKind | AgreementKind | Direction
    status: VisitStatus | None
    side: Side | None
    title: Bilingual
    note: str | None
    reference: str | None
    is_preferred: bool
    when: PartialDate | None


_WHAT: dict[str, Callable[[str], Tier | PartnershipEventKind | AgreementKind | Direction]] = {
    HappeningKind.CLAIM: Tier,
    HappeningKind.EVENT: PartnershipEventKind,
    HappeningKind.AGREEMENT: AgreementKind,
    HappeningKind.VISIT: Direction,
}

# What really took place: a cancelled or a planned visit is no contact.
_TAKEN_PLACE = (VisitStatus.UNDER_WAY, VisitStatus.COMPLETED, VisitStatus.REPORTED)


def list_happenings(viewer: Viewer, tie: Partnership) -> Sequence[Happening]:
    """All of ``tie`` that is dated or at least told, by its earliest possible day; undated things come last."""
    line = _line(viewer)
    statement = select(line).where(line.c.partnership_id == tie.id)
    ordered = statement.order_by(line.c.earliest.is_(None), line.c.earliest, line.c.latest, line.c.rank, line.c.row_id)
    return [_happening(row) for row in db.session.execute(ordered)]


def list_last_happenings(viewer: Viewer, tie_ids: Iterable[int], today: date) -> dict[int, Happening]:
    """{id of a tie: the last thing that took place in it up to ``today``}, for the ties that have one."""
    line = _line(viewer)
    place = func.row_number().over(
        partition_by=line.c.partnership_id,
        order_by=(line.c.earliest.desc(), line.c.latest, line.c.rank.desc(), line.c.row_id.desc()),
    )
    numbered = (
        select(line, place.label("place"))
        .where(line.c.partnership_id.in_(list(tie_ids)), line.c.earliest <= today)
        .where(or_(line.c.kind != HappeningKind.VISIT, line.c.status.in_([str(status) for status in _TAKEN_PLACE])))
        .subquery()
    )
    rows = db.session.execute(select(numbered).where(numbered.c.place == 1))
    return {row.partnership_id: _happening(row) for row in rows}


def _happening(row: Any) -> Happening:
    return Happening(
        partnership_id=row.partnership_id,
        kind=HappeningKind(row.kind),
        what=_WHAT[row.kind](row.what),
        status=VisitStatus(row.status) if row.status else None,
        side=Side(row.side) if row.side else None,
        title=Bilingual(row.title_ko, row.title_en),
        note=row.note,
        reference=row.reference,
        is_preferred=bool(row.is_preferred),
        when=PartialDate.from_columns(row.words, row.earliest, row.latest, row.inferred),
    )


def _line(viewer: Viewer) -> Subquery:
    return union_all(_claims(), _events(), _agreements(viewer), _visits(viewer)).subquery("line")


def _claims() -> Select[Any]:
    return _told(
        HappeningKind.CLAIM,
        FoundingClaim,
        FoundingClaim.partnership_id,
        when=_date_columns(FoundingClaim, "founded"),
        what=FoundingClaim.tier,
        title=(FoundingClaim.wording, null()),
        note=FoundingClaim.source,
        is_preferred=FoundingClaim.is_preferred,
    )


def _events() -> Select[Any]:
    return _told(
        HappeningKind.EVENT,
        PartnershipEvent,
        PartnershipEvent.partnership_id,
        when=_first_of(PartnershipEvent, "effective", "decided", "notified", "announced"),
        what=PartnershipEvent.kind,
        side=PartnershipEvent.side,
        note=PartnershipEvent.reason,
    )


def _agreements(viewer: Viewer) -> Select[Any]:
    told = _told(
        HappeningKind.AGREEMENT,
        Agreement,
        agreement_partnerships.c.partnership_id,
        when=_date_columns(Agreement, "signed"),
        what=Agreement.kind,
        title=(Agreement.title_ko, Agreement.title_en),
        reference=Agreement.reference,
    )
    joined = told.join(agreement_partnerships, agreement_partnerships.c.agreement_id == Agreement.id)
    # An agreement is dated by its signing: a draft has not happened yet.
    return joined.where(visible_to(viewer, Agreement), Agreement.__table__.c.signed_words.is_not(None))


def _visits(viewer: Viewer) -> Select[Any]:
    told = _told(
        HappeningKind.VISIT,
        Visit,
        visit_partnerships.c.partnership_id,
        when=_date_columns(Visit, "starts"),
        what=Visit.direction,
        status=Visit.status,
        title=(Visit.title_ko, Visit.title_en),
        reference=Visit.reference,
    )
    joined = told.join(visit_partnerships, visit_partnerships.c.visit_id == Visit.id)
    return joined.where(visible_to(viewer, Visit))


Four = tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]


def _told(
    kind: HappeningKind,
    model: Any,
    tie_id: Any,
    *,
    when: Four,
    what: Any,
    status: Any = None,
    side: Any = None,
    title: tuple[Any, Any] = (None, None),
    note: Any = None,
    reference: Any = None,
    is_preferred: Any = None,
) -> Select[Any]:
    """The columns that every kind of happening answers with, in one order; ``rank`` orders them within a day."""

    def words(value: Any) -> ColumnElement[Any]:
        return type_coerce(null() if value is None else value, String)

    return (
        select(
            tie_id.label("partnership_id"),
            literal(str(kind)).label("kind"),
            literal(list(HappeningKind).index(kind)).label("rank"),
            model.id.label("row_id"),
            words(what).label("what"),
            words(status).label("status"),
            words(side).label("side"),
            words(title[0]).label("title_ko"),
            words(title[1]).label("title_en"),
            words(note).label("note"),
            words(reference).label("reference"),
            (literal(False) if is_preferred is None else is_preferred).label("is_preferred"),
            *(
                column.label(name)
                for column, name in zip(when, ("words", "earliest", "latest", "inferred"), strict=True)
            ),
        )
        .select_from(model)
        .where(model.archived_at.is_(None))
    )


def _date_columns(model: Any, name: str) -> Four:
    columns = model.__table__.c
    return (
        columns[f"{name}_words"],
        columns[f"{name}_earliest"],
        columns[f"{name}_latest"],
        columns[f"{name}_inferred"],
    )


def _first_of(model: Any, *names: str) -> Four:
    """The first of the dates that is recorded, as `PartnershipEvent.when` chooses it."""
    dates = [_date_columns(model, name) for name in names]
    first, second, third, fourth = (
        case(*((given[0].is_not(None), given[index]) for given in dates), else_=null()) for index in range(4)
    )
    return first, second, third, fourth
