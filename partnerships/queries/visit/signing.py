"""What is to be signed at a programme item: an agreement with its parties and who has signed already."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementParty, Signature
from partnerships.models.visit import ProgrammeItem


def get_agreement_of(item: ProgrammeItem, reference: str) -> Agreement:
    """The agreement chosen for ``item``, with parties and signatures; raises :class:`NotFound`.

    ``agreements`` must be loaded as far as the viewer may know of them. The item stays as it was loaded, which
    loading the agreement with all of its own page would undo.
    """
    chosen = next((one for one in item.agreements if one.reference == reference and not one.is_archived), None)
    if chosen is None:
        raise NotFound(N_("There is no such record."))
    return db.session.scalars(
        select(Agreement)
        .where(Agreement.id == chosen.id)
        .options(
            joinedload(Agreement.signing_city),
            selectinload(Agreement.parties).options(
                joinedload(AgreementParty.city), joinedload(AgreementParty.organisation)
            ),
            selectinload(Agreement.signatures).joinedload(Signature.person),
        )
    ).one()
