"""The line of a tie's life in SQL: every kind of happening with the same columns, so that they sort as one."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    Subquery,
    and_,
    case,
    cast,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)

from partnerships.languages import N_
from partnerships.models.agreement import (
    Agreement,
    AgreementApproval,
    AgreementMove,
    AgreementNotice,
    AgreementRenewal,
    AgreementStatus,
    Commitment,
    Evidence,
)
from partnerships.models.agreement.agreement import agreement_partnerships
from partnerships.models.partnership import EventApproval, FoundingClaim, PartnershipEvent
from partnerships.models.types import Choice
from partnerships.models.visit import Visit, VisitStatus
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, visible_to


class HappeningKind(Choice):
    """What kind of record a happening is told by; on one day they stand in this order."""

    CLAIM = "claim", N_("Founding")
    APPROVAL = "approval", N_("Approval")
    EVENT = "event", N_("Event")
    AGREEMENT = "agreement", N_("Agreement")
    RENEWAL = "renewal", N_("Renewal")
    NOTICE = "notice", N_("Notice given")
    ENDING = "ending", N_("End of an agreement")
    VISIT = "visit", N_("Visit")
    EVIDENCE = "evidence", N_("Evidence")


# What really took place: a cancelled or a planned visit is no contact.
TAKEN_PLACE = (VisitStatus.UNDER_WAY, VisitStatus.COMPLETED, VisitStatus.REPORTED)
# Nor is an ending, a notice, an approval, a proposal, or what a source says of the founding.
_CONTACTS = (HappeningKind.AGREEMENT, HappeningKind.EVIDENCE)
_ENDINGS = (
    AgreementStatus.EXPIRED,
    AgreementStatus.TERMINATED,
    AgreementStatus.SUPERSEDED,
    AgreementStatus.ABANDONED,
)


def line_of(viewer: Viewer, ties: Any = None, kinds: Collection[HappeningKind] = tuple(HappeningKind)) -> Subquery:
    """The happenings of ``kinds`` that ``viewer`` may know of, in the ties whose ids are in ``ties``, or in all.

    ``ties`` is whatever a column can be looked up in: a parameter that is bound to ids, or a select of them.
    """
    parts = (
        (HappeningKind.CLAIM, _claims),
        (HappeningKind.APPROVAL, _event_approvals),
        (HappeningKind.EVENT, _events),
        (HappeningKind.AGREEMENT, _agreements),
        (HappeningKind.APPROVAL, _agreement_approvals),
        (HappeningKind.RENEWAL, _renewals),
        (HappeningKind.NOTICE, _notices),
        (HappeningKind.ENDING, _endings),
        (HappeningKind.VISIT, _visits),
        (HappeningKind.EVIDENCE, _evidence),
        (HappeningKind.EVIDENCE, _evidence_of_visits),
    )
    told = (part(viewer) for kind, part in parts if kind in kinds)
    # Each part is narrowed by itself: databases do not push the condition into a union below a window.
    narrowed = (part if ties is None else part.where(part.selected_columns[0].in_(ties)) for part in told)
    return union_all(*narrowed).subquery("line")


def line_of_what_took_place(viewer: Viewer, ties: Any = None) -> Subquery:
    """The parts of :func:`line_of` in which anything can be that :func:`took_place`."""
    return line_of(viewer, ties, (*_CONTACTS, HappeningKind.RENEWAL, HappeningKind.VISIT))


def took_place(line: Subquery) -> ColumnElement[bool]:
    """Whether people of the two sides had to do with each other: not what came about by itself, or fell through."""
    return or_(
        line.c.kind.in_([str(kind) for kind in _CONTACTS]),
        and_(line.c.kind == str(HappeningKind.RENEWAL), ~line.c.is_automatic),
        and_(line.c.kind == str(HappeningKind.VISIT), line.c.status.in_([str(status) for status in TAKEN_PLACE])),
    )


def _claims(_viewer: Viewer) -> Select[Any]:
    return _told(
        HappeningKind.CLAIM,
        FoundingClaim,
        FoundingClaim.partnership_id,
        when=_date_columns(FoundingClaim, "founded"),
        what=FoundingClaim.tier,
        tier=FoundingClaim.tier,
        title=(FoundingClaim.wording, null()),
        note=FoundingClaim.source,
        is_preferred=FoundingClaim.is_preferred,
    )


def _events(_viewer: Viewer) -> Select[Any]:
    return _told(
        HappeningKind.EVENT,
        PartnershipEvent,
        PartnershipEvent.partnership_id,
        when=_first_of(PartnershipEvent, "effective", "decided", "notified", "announced"),
        what=PartnershipEvent.kind,
        tier=PartnershipEvent.tier,
        side=PartnershipEvent.side,
        note=PartnershipEvent.reason,
    )


def _event_approvals(_viewer: Viewer) -> Select[Any]:
    told = _told(
        HappeningKind.APPROVAL,
        EventApproval,
        PartnershipEvent.partnership_id,
        when=_first_of(EventApproval, "decided", "requested"),
        what=EventApproval.kind,
        status=EventApproval.result,
        side=EventApproval.side,
        title=(EventApproval.body, null()),
        note=EventApproval.vote,
    )
    return told.join(PartnershipEvent, PartnershipEvent.id == EventApproval.event_id).where(
        PartnershipEvent.archived_at.is_(None)
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


def _agreement_approvals(viewer: Viewer) -> Select[Any]:
    told = _told(
        HappeningKind.APPROVAL,
        AgreementApproval,
        agreement_partnerships.c.partnership_id,
        when=_first_of(AgreementApproval, "decided", "requested"),
        what=AgreementApproval.kind,
        status=AgreementApproval.result,
        side=AgreementApproval.side,
        title=(Agreement.title_ko, Agreement.title_en),
        note=AgreementApproval.vote,
        reference=Agreement.reference,
    )
    return _under_agreement(viewer, told, AgreementApproval.agreement_id)


def _renewals(viewer: Viewer) -> Select[Any]:
    agreed = _date_columns(AgreementRenewal, "agreed")
    begins = AgreementRenewal.begins
    is_agreed = agreed[0].is_not(None)
    told = _told(
        HappeningKind.RENEWAL,
        AgreementRenewal,
        agreement_partnerships.c.partnership_id,
        when=(
            case((is_agreed, agreed[0]), else_=cast(begins, String)),
            case((is_agreed, agreed[1]), else_=begins),
            case((is_agreed, agreed[2]), else_=begins),
            agreed[3],
        ),
        what=Agreement.kind,
        title=(Agreement.title_ko, Agreement.title_en),
        note=AgreementRenewal.basis,
        reference=Agreement.reference,
        is_automatic=AgreementRenewal.is_automatic,
    )
    return _under_agreement(viewer, told, AgreementRenewal.agreement_id)


def _notices(viewer: Viewer) -> Select[Any]:
    told = _told(
        HappeningKind.NOTICE,
        AgreementNotice,
        agreement_partnerships.c.partnership_id,
        when=_date_columns(AgreementNotice, "given"),
        what=AgreementNotice.effect,
        side=AgreementNotice.side,
        title=(Agreement.title_ko, Agreement.title_en),
        note=AgreementNotice.reason,
        reference=Agreement.reference,
    )
    return _under_agreement(viewer, told, AgreementNotice.agreement_id)


def _endings(viewer: Viewer) -> Select[Any]:
    told = _told(
        HappeningKind.ENDING,
        AgreementMove,
        agreement_partnerships.c.partnership_id,
        when=_date_columns(AgreementMove, "moved"),
        what=AgreementMove.to_status,
        title=(Agreement.title_ko, Agreement.title_en),
        note=AgreementMove.reason,
        reference=Agreement.reference,
        is_automatic=AgreementMove.is_automatic,
    )
    return _under_agreement(viewer, told, AgreementMove.agreement_id).where(AgreementMove.to_status.in_(_ENDINGS))


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


def _evidence(viewer: Viewer) -> Select[Any]:
    """What was done for a commitment of an agreement and is told in words only; a record brings itself."""
    told = _told_evidence(
        agreement_partnerships.c.partnership_id, Agreement.reference + "/" + cast(Commitment.number, String)
    )
    return _under_agreement(viewer, told, Commitment.agreement_id)


def _evidence_of_visits(viewer: Viewer) -> Select[Any]:
    """The same of what was promised at a visit."""
    address = Visit.reference + "/commitments/" + cast(Commitment.number, String)
    return (
        _told_evidence(visit_partnerships.c.partnership_id, address)
        .join(Visit, Visit.id == Commitment.visit_id)
        .join(visit_partnerships, visit_partnerships.c.visit_id == Visit.id)
        .where(Visit.archived_at.is_(None), visible_to(viewer, Visit))
    )


def _told_evidence(tie_id: Any, reference: Any) -> Select[Any]:
    told = _told(
        HappeningKind.EVIDENCE,
        Evidence,
        tie_id,
        when=_date_columns(Evidence, "happened"),
        what=Commitment.kind,
        title=(Evidence.told_ko, Evidence.told_en),
        note=Evidence.source,
        reference=reference,
    ).join(Commitment, Commitment.id == Evidence.commitment_id)
    return told.where(
        Commitment.archived_at.is_(None), or_(Evidence.told_ko.is_not(None), Evidence.told_en.is_not(None))
    )


def _under_agreement(viewer: Viewer, told: Select[Any], agreement_id: Any) -> Select[Any]:
    """Ties a happening of an agreement to the partnerships that the agreement is under."""
    return (
        told.join(Agreement, Agreement.id == agreement_id)
        .join(agreement_partnerships, agreement_partnerships.c.agreement_id == Agreement.id)
        .where(Agreement.archived_at.is_(None), visible_to(viewer, Agreement))
    )


Four = tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]


def _told(
    kind: HappeningKind,
    model: Any,
    tie_id: Any,
    *,
    when: Four,
    what: Any,
    tier: Any = None,
    status: Any = None,
    side: Any = None,
    title: tuple[Any, Any] = (None, None),
    note: Any = None,
    reference: Any = None,
    is_preferred: Any = None,
    is_automatic: Any = None,
) -> Select[Any]:
    """The columns that every kind of happening answers with, in one order; ``rank`` orders them within a day."""

    def words(value: Any) -> ColumnElement[Any]:
        return type_coerce(null() if value is None else value, String)

    def flag(value: Any) -> Any:
        return literal(False) if value is None else value

    return (
        select(
            tie_id.label("partnership_id"),
            literal(str(kind)).label("kind"),
            literal(list(HappeningKind).index(kind)).label("rank"),
            model.id.label("row_id"),
            words(what).label("what"),
            words(tier).label("tier"),
            words(status).label("status"),
            words(side).label("side"),
            words(title[0]).label("title_ko"),
            words(title[1]).label("title_en"),
            words(note).label("note"),
            words(reference).label("reference"),
            flag(is_preferred).label("is_preferred"),
            flag(is_automatic).label("is_automatic"),
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
