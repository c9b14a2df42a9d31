"""One agreement with all that its pages and forms show, and what its forms offer to choose from."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.extensions import db
from partnerships.models.agreement import (
    Agreement,
    AgreementLink,
    AgreementParty,
    AgreementText,
    Commitment,
    Signature,
    Witness,
)
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.permissions import Viewer
from partnerships.queries.finding import get_visible


def get_agreement(viewer: Viewer, reference: str) -> Agreement:
    """An agreement with its parties, signatures, commitments, areas, ties and direct lineage."""
    statement = select(Agreement).options(
        joinedload(Agreement.home),
        joinedload(Agreement.department),
        joinedload(Agreement.owner),
        joinedload(Agreement.signing_city),
        joinedload(Agreement.signed_at_item).joinedload(ProgrammeItem.visit),
        selectinload(Agreement.partnerships).joinedload(Partnership.partner),
        selectinload(Agreement.partnerships).joinedload(Partnership.home),
        selectinload(Agreement.areas),
        selectinload(Agreement.parties).joinedload(AgreementParty.city),
        selectinload(Agreement.parties).joinedload(AgreementParty.organisation),
        selectinload(Agreement.signatures).joinedload(Signature.person),
        # A party is loaded twice, and the second time decides what is known of it: so both ask alike.
        selectinload(Agreement.signatures).joinedload(Signature.party).joinedload(AgreementParty.city),
        selectinload(Agreement.signatures).joinedload(Signature.party).joinedload(AgreementParty.organisation),
        selectinload(Agreement.signatures).joinedload(Signature.city),
        selectinload(Agreement.witnesses).joinedload(Witness.person),
        selectinload(Agreement.texts).joinedload(AgreementText.document),
        selectinload(Agreement.commitments).joinedload(Commitment.department),
        selectinload(Agreement.commitments).joinedload(Commitment.officer),
        selectinload(Agreement.commitments).selectinload(Commitment.areas),
        selectinload(Agreement.links).joinedload(AgreementLink.target),
    )
    return get_visible(viewer, statement, Agreement, reference)


def find_party(agreement: Agreement, number: int) -> AgreementParty | None:
    """The party with the id ``number``; ``parties`` must be loaded."""
    return next((party for party in agreement.parties if party.id == number), None)


def find_signature(agreement: Agreement, number: int) -> Signature | None:
    """The signature with the id ``number``; ``signatures`` must be loaded."""
    return next((signature for signature in agreement.signatures if signature.id == number), None)


def find_witness(agreement: Agreement, number: int) -> Witness | None:
    """The witness with the id ``number``; ``witnesses`` must be loaded."""
    return next((witness for witness in agreement.witnesses if witness.id == number), None)


def find_text(agreement: Agreement, number: int) -> AgreementText | None:
    """The text with the id ``number``; ``texts`` must be loaded."""
    return next((text for text in agreement.texts if text.id == number), None)


def find_link(agreement: Agreement, number: int) -> AgreementLink | None:
    """The step of lineage with the id ``number``; ``links`` must be loaded."""
    return next((link for link in agreement.links if link.id == number), None)


def find_commitment(agreement: Agreement, number: int) -> Commitment | None:
    """The commitment that carries ``number`` within the agreement; ``commitments`` must be loaded."""
    return next((commitment for commitment in agreement.commitments if commitment.number == number), None)


def last_commitment_number(source: Agreement | Visit) -> int:
    """The highest number ever given in an agreement or a visit, archived ones included; 0 before the first."""
    key = Commitment.visit_id if isinstance(source, Visit) else Commitment.agreement_id
    return db.session.scalar(select(func.max(Commitment.number)).where(key == source.id)) or 0


def commitments_of_visit(visit: Visit) -> Sequence[Commitment]:
    """What was promised at ``visit``, archived ones included, with who is responsible; each knows its visit."""
    found = db.session.scalars(
        select(Commitment)
        .where(Commitment.visit_id == visit.id)
        .order_by(Commitment.number)
        .options(joinedload(Commitment.department), joinedload(Commitment.officer), selectinload(Commitment.areas))
    ).all()
    for one in found:
        set_committed_value(one, "visit", visit)
    return found


def parties_of(agreement: Agreement) -> Sequence[AgreementParty]:
    """The parties of ``agreement`` that are not put away, in their order."""
    with db.session.no_autoflush:
        return db.session.scalars(
            select(AgreementParty)
            .where(AgreementParty.agreement_id == agreement.id, AgreementParty.archived_at.is_(None))
            .order_by(AgreementParty.position, AgreementParty.id)
            .options(joinedload(AgreementParty.city), joinedload(AgreementParty.organisation))
        ).all()


def texts_of(agreement: Agreement) -> Sequence[AgreementText]:
    """The texts of ``agreement`` that are not put away."""
    with db.session.no_autoflush:
        return db.session.scalars(
            select(AgreementText)
            .where(AgreementText.agreement_id == agreement.id, AgreementText.archived_at.is_(None))
            .order_by(AgreementText.id)
        ).all()


def signer_with_posts(person: Person) -> Person:
    """``person`` with the posts held, to read the title of a day from."""
    statement = select(Person).where(Person.id == person.id).options(selectinload(Person.posts))
    with db.session.no_autoflush:
        return db.session.scalars(statement.execution_options(populate_existing=True)).one()


def list_area_choices(chosen: Sequence[CooperationArea] = ()) -> Sequence[CooperationArea]:
    """The cooperation areas in their order; of the archived ones only those already ``chosen``."""
    kept = [area.id for area in chosen]
    return db.session.scalars(
        select(CooperationArea)
        .where(or_(CooperationArea.archived_at.is_(None), CooperationArea.id.in_(kept)))
        .order_by(CooperationArea.position, CooperationArea.id)
    ).all()
