"""Evidence read from either end: what shows that a commitment was kept, and which commitments a record shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, exists, false, or_, select, true
from sqlalchemy.orm import contains_eager, joinedload

from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.activity import Activity, activity_partnerships
from partnerships.models.agreement import SIGNED_STATUSES, Agreement, AgreementLink, Commitment, Evidence
from partnerships.models.agreement.agreement import agreement_partnerships
from partnerships.models.agreement.evidence import EVIDENCE
from partnerships.models.base import Disclosure
from partnerships.models.document import Document
from partnerships.models.partnership import Partnership
from partnerships.models.types import Bilingual, PartialDate
from partnerships.models.visit import NOT_HELD, ProgrammeItem, Visit
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, may
from partnerships.queries.agreement.occurrences import UNSETTLED
from partnerships.queries.agreement.origins import OF_AGREEMENT, OF_VISIT, ORIGINS, Origin, action_to_write
from partnerships.queries.agreement.owing import EvidenceTables

# What may be evidence of a commitment, from its own page.
Showing = Visit | ProgrammeItem | Agreement | Document | Activity


@dataclass(frozen=True)
class Shown:
    """One piece of evidence as a page shows it: ``why_not`` says, as a message, why it does not count.

    ``is_early`` tells that it surely happened before the agreement was signed, which counts but wants a look.
    """

    id: int
    commitment_id: int
    when: PartialDate | None
    what: Bilingual
    reference: str | None
    kind: str
    note: str | None
    source: str | None
    why_not: str | None = None
    is_early: bool = False
    # Of the record; what is told in words alone has none.
    disclosure: Disclosure | None = None

    @property
    def counts(self) -> bool:
        """Whether it shows anything."""
        return self.why_not is None


def why_no_evidence(record: Any, today: date) -> str | None:
    """Why ``record`` is no evidence of anything, as a message; ``None`` when it is some."""
    if record is None:
        return None
    visit = record.visit if isinstance(record, ProgrammeItem) else record
    if record.is_archived or visit.is_archived:
        return N_("It was archived.")
    if isinstance(visit, Visit) and visit.status in NOT_HELD:
        return N_("The visit was cancelled or postponed.")
    if isinstance(record, Agreement) and record.status not in SIGNED_STATUSES:
        return N_("The agreement is not signed.")
    when = date_of(record)
    if when and when.is_surely_after(today):
        return N_("It still lies ahead.")
    return None


def date_of(record: Any) -> PartialDate | None:
    """When a record took place."""
    if isinstance(record, Visit | Activity):
        return record.starts
    if isinstance(record, ProgrammeItem):
        return PartialDate.of(record.day) if record.day else None
    return record.signed if isinstance(record, Agreement) else record.dated_on if record else None


def evidence_of(viewer: Viewer, commitment_ids: Collection[int], today: date) -> Mapping[int, Sequence[Shown]]:
    """{id of a commitment: its evidence, the newest first}, of what the viewer may know of."""
    tables = EvidenceTables()
    rows = db.session.scalars(
        tables.joined(select(Evidence))
        .where(Evidence.commitment_id.in_(commitment_ids), Evidence.archived_at.is_(None), tables.is_seen(viewer))
        .order_by(tables.day.desc().nulls_last(), Evidence.id.desc())
        .options(
            joinedload(Evidence.commitment).joinedload(Commitment.agreement),
            joinedload(Evidence.visit),
            joinedload(Evidence.programme_item).joinedload(ProgrammeItem.visit),
            joinedload(Evidence.further_agreement),
            joinedload(Evidence.document),
            joinedload(Evidence.activity),
        )
    )
    found: dict[int, list[Shown]] = {}
    for row in rows:
        found.setdefault(row.commitment_id, []).append(_shown(row, today))
    return found


def _shown(row: Evidence, today: date) -> Shown:
    kind = next((name for name in EVIDENCE if getattr(row, name)), None)
    record = getattr(row, kind) if kind else None
    why_not = why_no_evidence(record, today)
    if why_not is None and row.happened and row.happened.is_surely_after(today):
        why_not = N_("It still lies ahead.")
    agreement = row.commitment.agreement
    when, signed = row.happened or date_of(record), agreement.signed if agreement else None
    return Shown(
        id=row.id,
        commitment_id=row.commitment_id,
        when=when,
        what=record.title if record else row.told,
        reference=reference_of(record),
        kind=kind or "told",
        note=row.note,
        source=row.source,
        why_not=why_not,
        is_early=bool(when and signed and when.is_surely_before(signed)),
        disclosure=getattr(record.visit if isinstance(record, ProgrammeItem) else record, "disclosure", None),
    )


def reference_of(record: Any) -> str | None:
    """By what a record is called in addresses: ``VIS-2013-001``, ``VIS-2013-001/2``."""
    if record is None:
        return None
    return f"{record.visit.reference}/{record.number}" if isinstance(record, ProgrammeItem) else record.reference


def days_that_count(shown: Sequence[Shown]) -> list[date]:
    """The days of the evidence that counts."""
    return [one.when.earliest for one in shown if one.counts and one.when and one.when.earliest]


def find_evidence(commitment: Commitment, number: int) -> Evidence | None:
    """The piece of evidence with the id ``number``; ``evidence`` must be loaded."""
    return next((one for one in commitment.evidence if one.id == number), None)


def shows_already(commitment: Commitment, record: Showing) -> bool:
    """Whether ``record`` is linked to ``commitment`` as evidence."""
    linked = Evidence.commitment_id == commitment.id, _is(record), Evidence.archived_at.is_(None)
    return bool(db.session.scalar(select(exists().where(*linked))))


def list_shown_by(viewer: Viewer, record: Showing) -> Sequence[Commitment]:
    """The commitments that ``record`` is evidence of, as far as the viewer sees what they come of."""
    linked = Commitment.id.in_(select(Evidence.commitment_id).where(*_linked(record)))
    return [one for origin in ORIGINS for one in db.session.scalars(_commitments(viewer, origin).where(linked))]


def list_open_for(viewer: Viewer, record: Showing) -> Sequence[Commitment]:
    """The unsettled commitments that ``record`` may be evidence of: of its ties, its own agreements, its own visit."""
    found = (
        db.session.scalars(
            _commitments(viewer, origin).where(
                Commitment.status.in_(UNSETTLED),
                _concerned(record, origin),
                ~exists().where(Evidence.commitment_id == Commitment.id, *_linked(record)),
            )
        )
        for origin in ORIGINS
    )
    return [one for some in found for one in some if may(viewer, action_to_write(one.came_of), one.came_of)]


def _commitments(viewer: Viewer, origin: Origin) -> Select[Any]:
    """Commitments with what they come of."""
    source: Any = Commitment.visit if origin is OF_VISIT else Commitment.agreement
    statement = origin.joined(viewer, select(Commitment)).options(contains_eager(source))
    return statement.order_by(origin.model.reference.desc(), Commitment.number)


def _is(record: Showing) -> ColumnElement[bool]:
    columns = {
        Visit: Evidence.visit_id,
        ProgrammeItem: Evidence.programme_item_id,
        Agreement: Evidence.further_agreement_id,
        Document: Evidence.document_id,
        Activity: Evidence.activity_id,
    }
    return columns[type(record)] == record.id


def _linked(record: Showing) -> tuple[ColumnElement[bool], ...]:
    return _is(record), Evidence.archived_at.is_(None)


def _concerned(record: Showing, origin: Origin) -> ColumnElement[bool]:
    """Whether ``record`` may have to do with what a commitment comes of: by a tie, or by itself."""
    of_itself = _own_agreements(record) if origin is OF_AGREEMENT else _own_visits(record)
    return and_(_is_another(record, origin), or_(origin.under_ties(_ties_of(record)), of_itself))


def _is_another(record: Showing, origin: Origin) -> ColumnElement[bool]:
    """What promises is not what shows that the promise was kept."""
    if origin is OF_AGREEMENT:
        return Agreement.id != record.id if isinstance(record, Agreement) else true()
    visit_id = (
        record.visit_id if isinstance(record, ProgrammeItem) else record.id if isinstance(record, Visit) else None
    )
    return true() if visit_id is None else Visit.id != visit_id


def _own_agreements(record: Showing) -> ColumnElement[bool]:
    """Those signed at an item, those that an agreement elaborates or implements, and the one a document belongs to."""
    if isinstance(record, ProgrammeItem):
        return Agreement.signed_at_item_id == record.id
    if isinstance(record, Agreement):
        targets = select(AgreementLink.target_id).where(
            AgreementLink.agreement_id == record.id, AgreementLink.archived_at.is_(None)
        )
        return Agreement.id.in_(targets)
    if isinstance(record, Document) and record.agreement_id:
        return Agreement.id == record.agreement_id
    return false()


def _own_visits(record: Showing) -> ColumnElement[bool]:
    """The visit that an activity came of, and the one that a document belongs to."""
    if isinstance(record, Activity) and record.visit_id:
        return Visit.id == record.visit_id
    if isinstance(record, Document) and (record.visit_id or record.programme_item_id):
        return and_(Visit.id == _visit_of(record))
    return false()


def _visit_of(record: Document) -> Any:
    """The id of the visit that a document belongs to, or whose item it belongs to."""
    return record.visit_id or (
        select(ProgrammeItem.visit_id).where(ProgrammeItem.id == record.programme_item_id).scalar_subquery()
    )


def _ties_of(record: Showing) -> Select[int]:
    """The ids of the ties that ``record`` belongs to; a document to those of what it belongs to."""
    if isinstance(record, Document):
        return _ties_of_document(record)
    if isinstance(record, Agreement):
        return _ties_in(agreement_partnerships, "agreement_id", record.id)
    if isinstance(record, Activity):
        return _ties_in(activity_partnerships, "activity_id", record.id)
    return _ties_in(visit_partnerships, "visit_id", record.id if isinstance(record, Visit) else record.visit_id)


def _ties_of_document(record: Document) -> Select[int]:
    if record.agreement_id:
        return _ties_in(agreement_partnerships, "agreement_id", record.agreement_id)
    if record.visit_id or record.programme_item_id:
        return _ties_in(visit_partnerships, "visit_id", _visit_of(record))
    if record.activity_id:
        return _ties_in(activity_partnerships, "activity_id", record.activity_id)
    if record.city_id:
        return select(Partnership.id).where(Partnership.partner_id == record.city_id)
    return select(Partnership.id).where(Partnership.id == (record.partnership_id or 0))


def _ties_in(table: Table, key: str, record_id: Any) -> Select[int]:
    return select(table.c.partnership_id).where(table.c[key] == record_id)
