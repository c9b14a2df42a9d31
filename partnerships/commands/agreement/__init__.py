"""How agreements change: recorded, revised, moved through their life; their parties, signatures, clauses, lineage."""

from partnerships.commands.agreement.agreement import (
    AgreementDetails,
    NewAgreementDetails,
    archive_agreement,
    record_agreement,
    restore_agreement,
    revise_agreement,
)
from partnerships.commands.agreement.commitment import (
    CommitmentDetails,
    add_commitment,
    archive_commitment,
    revise_commitment,
)
from partnerships.commands.agreement.lifecycle import MOVES, allowed_moves, move_agreement
from partnerships.commands.agreement.lineage import LinkDetails, add_link, archive_link, revise_link
from partnerships.commands.agreement.party import (
    PartyDetails,
    SignatureDetails,
    add_party,
    add_signature,
    archive_party,
    archive_signature,
    revise_party,
    revise_signature,
)

__all__ = [
    "MOVES",
    "AgreementDetails",
    "CommitmentDetails",
    "LinkDetails",
    "NewAgreementDetails",
    "PartyDetails",
    "SignatureDetails",
    "add_commitment",
    "add_link",
    "add_party",
    "add_signature",
    "allowed_moves",
    "archive_agreement",
    "archive_commitment",
    "archive_link",
    "archive_party",
    "archive_signature",
    "move_agreement",
    "record_agreement",
    "restore_agreement",
    "revise_agreement",
    "revise_commitment",
    "revise_link",
    "revise_party",
    "revise_signature",
]
