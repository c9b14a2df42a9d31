"""The family of an agreement: all papers that it descends from or that descend from it, however far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import CTE, select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, AgreementLink
from partnerships.models.types import earliest
from partnerships.permissions import Viewer, visible_to


@dataclass(frozen=True)
class FamilyMember:
    """One agreement of a family, with its own steps to earlier papers; ``place`` is ancestor, self or descendant."""

    agreement: Agreement
    place: str
    links: list[AgreementLink] = field(default_factory=list)


def descends_from(agreement: Agreement, other: Agreement) -> bool:
    """Whether ``agreement`` descends from ``other``, directly or through papers in between."""
    above = _above(agreement.id)
    with db.session.no_autoflush:
        return db.session.scalar(select(above.c.id).where(above.c.id == other.id)) is not None


def list_family(viewer: Viewer, agreement: Agreement) -> Sequence[FamilyMember]:
    """``agreement`` and the papers above and below it that the viewer may know of, the earliest first."""
    above = set(db.session.scalars(select(_above(agreement.id).c.id)))
    below = set(db.session.scalars(select(_below(agreement.id).c.id)))
    signed = earliest(Agreement.signed)
    papers = db.session.scalars(
        select(Agreement)
        .where(Agreement.id.in_(above | below | {agreement.id}))
        .where(visible_to(viewer, Agreement), Agreement.archived_at.is_(None) | (Agreement.id == agreement.id))
        .order_by(signed.is_(None), signed, Agreement.id)
    ).all()
    known = {paper.id for paper in papers}
    links = db.session.scalars(
        select(AgreementLink)
        .where(AgreementLink.agreement_id.in_(known), AgreementLink.archived_at.is_(None))
        .where(AgreementLink.target_id.is_(None) | AgreementLink.target_id.in_(known))
        .options(joinedload(AgreementLink.target))
        .order_by(AgreementLink.id)
    ).all()
    return [
        FamilyMember(
            paper,
            "self" if paper.id == agreement.id else "ancestor" if paper.id in above else "descendant",
            [link for link in links if link.agreement_id == paper.id],
        )
        for paper in papers
    ]


def _above(start: int) -> CTE:
    """Ids of all papers that the one with the id ``start`` descends from. UNION ends even where a circle slipped in."""
    first = select(AgreementLink.target_id.label("id")).where(AgreementLink.agreement_id == start, *_CURRENT)
    above = first.cte("above", recursive=True)
    return above.union(
        select(AgreementLink.target_id).join(above, AgreementLink.agreement_id == above.c.id).where(*_CURRENT)
    )


def _below(start: int) -> CTE:
    first = select(AgreementLink.agreement_id.label("id")).where(AgreementLink.target_id == start, *_CURRENT)
    below = first.cte("below", recursive=True)
    return below.union(
        select(AgreementLink.agreement_id).join(below, AgreementLink.target_id == below.c.id).where(*_CURRENT)
    )


_CURRENT = (AgreementLink.archived_at.is_(None), AgreementLink.target_id.is_not(None))
