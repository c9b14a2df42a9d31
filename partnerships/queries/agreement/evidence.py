"""Evidence read from either end: what shows that a commitment was kept, and which commitments a record shows."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import SIGNED_STATUSES, Agreement, AgreementLink, Commitment, Evidence
from partnerships.models.agreement.agreement import agreement_partnerships
from partnerships.models.document import Document
from partnerships.models.partnership import Partnership
from partnerships.models.types import Bilingual, PartialDate
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, may, visible_to
from partnerships.queries.agreement.occurrences import UNSETTLED
from partnerships.queries.agreement.owing import NOT_HELD, EvidenceTables

# What may be evidence of a commitment, from its own page.
Showing = Visit | ProgrammeItem | Agreement | Document


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
    if isinstance(record, Visit):
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
        )
    )
    found: dict[int, list[Shown]] = {}
    for row in rows:
        found.setdefault(row.commitment_id, []).append(_shown(row, today))
    return found


def _shown(row: Evidence, today: date) -> Shown:
    record = row.visit or row.programme_item or row.further_agreement or row.document
    kind = next(
        (name for name in ("visit", "programme_item", "further_agreement", "document") if getattr(row, name)), ""
    )
    why_not = why_no_evidence(record, today)
    if why_not is None and row.happened and row.happened.is_surely_after(today):
        why_not = N_("It still lies ahead.")
    when, signed = row.happened or date_of(record), row.commitment.agreement.signed
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
    """The commitments that ``record`` is evidence of, as far as the viewer sees their agreements."""
    return db.session.scalars(
        _commitments(viewer).where(Commitment.id.in_(select(Evidence.commitment_id).where(*_linked(record))))
    ).all()


def list_open_for(viewer: Viewer, record: Showing) -> Sequence[Commitment]:
    """The unsettled commitments that ``record`` may be evidence of: those of its ties and of its own agreements."""
    found = db.session.scalars(
        _commitments(viewer).where(
            Commitment.status.in_(UNSETTLED),
            or_(*_concerned(record)),
            ~exists().where(Evidence.commitment_id == Commitment.id, *_linked(record)),
        )
    )
    return [one for one in found if may(viewer, "agreement.write", one.agreement)]


def _commitments(viewer: Viewer) -> Any:
    return (
        select(Commitment)
        .join(Commitment.agreement)
        .where(Commitment.archived_at.is_(None), Agreement.archived_at.is_(None), visible_to(viewer, Agreement))
        .options(contains_eager(Commitment.agreement))
        .order_by(Agreement.reference.desc(), Commitment.number)
    )


def _is(record: Showing) -> ColumnElement[bool]:
    columns = {
        Visit: Evidence.visit_id,
        ProgrammeItem: Evidence.programme_item_id,
        Agreement: Evidence.further_agreement_id,
        Document: Evidence.document_id,
    }
    return columns[type(record)] == record.id


def _linked(record: Showing) -> tuple[ColumnElement[bool], ...]:
    return _is(record), Evidence.archived_at.is_(None)


def _concerned(record: Showing) -> list[ColumnElement[bool]]:
    """Which agreements ``record`` may have to do with."""
    if isinstance(record, Visit):
        return [_of_ties(select(visit_partnerships.c.partnership_id).where(visit_partnerships.c.visit_id == record.id))]
    if isinstance(record, ProgrammeItem):
        signed_here = select(Agreement.id).where(Agreement.signed_at_item_id == record.id).scalar_subquery()
        ties = select(visit_partnerships.c.partnership_id).where(visit_partnerships.c.visit_id == record.visit_id)
        return [_of_ties(ties), Agreement.id.in_(signed_here)]
    if isinstance(record, Agreement):
        return _concerned_by_agreement(record)
    return _concerned_by_document(record)


def _concerned_by_agreement(record: Agreement) -> list[ColumnElement[bool]]:
    """The other agreements of its ties, and those that it elaborates or implements."""
    ties = select(agreement_partnerships.c.partnership_id).where(agreement_partnerships.c.agreement_id == record.id)
    targets = select(AgreementLink.target_id).where(
        AgreementLink.agreement_id == record.id, AgreementLink.archived_at.is_(None)
    )
    others = Agreement.id != record.id
    return [others & _of_ties(ties), others & Agreement.id.in_(targets)]


def _concerned_by_document(record: Document) -> list[ColumnElement[bool]]:
    """What the record that the document belongs to has to do with."""
    if record.agreement_id:
        ties = select(agreement_partnerships.c.partnership_id).where(
            agreement_partnerships.c.agreement_id == record.agreement_id
        )
        return [_of_ties(ties), Agreement.id == record.agreement_id]
    if record.visit_id or record.programme_item_id:
        visit_id: Any = record.visit_id or (
            select(ProgrammeItem.visit_id).where(ProgrammeItem.id == record.programme_item_id).scalar_subquery()
        )
        return [_of_ties(select(visit_partnerships.c.partnership_id).where(visit_partnerships.c.visit_id == visit_id))]
    if record.partnership_id:
        return [_of_ties(select(Partnership.id).where(Partnership.id == record.partnership_id))]
    if record.city_id:
        return [_of_ties(select(Partnership.id).where(Partnership.partner_id == record.city_id))]
    return [Agreement.id.is_(None)]


def _of_ties(ties: Any) -> ColumnElement[bool]:
    """Whether an agreement falls under one of ``ties``, a select of their ids."""
    falling = select(agreement_partnerships.c.agreement_id).where(agreement_partnerships.c.partnership_id.in_(ties))
    return Agreement.id.in_(falling)
