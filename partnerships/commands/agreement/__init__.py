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
    add_commitments,
    archive_commitment,
    drop_commitment,
    mark_fulfilled,
    mark_under_way,
    revise_commitment,
)
from partnerships.commands.agreement.evidence import (
    EvidenceDetails,
    add_evidence,
    archive_evidence,
    revise_evidence,
    show_commitments,
)
from partnerships.commands.agreement.lifecycle import MOVES, allowed_moves, move_agreement
from partnerships.commands.agreement.lineage import LinkDetails, add_link, archive_link, revise_link
from partnerships.commands.agreement.party import PartyDetails, add_parties, add_party, archive_party, revise_party
from partnerships.commands.agreement.signature import (
    SignatureDetails,
    add_signature,
    archive_signature,
    date_by_signatures,
    revise_signature,
)
from partnerships.commands.agreement.text import TextDetails, add_text, archive_text, revise_text
from partnerships.commands.agreement.witness import WitnessDetails, add_witness, archive_witness, revise_witness

__all__ = [
    "MOVES",
    "AgreementDetails",
    "CommitmentDetails",
    "EvidenceDetails",
    "LinkDetails",
    "NewAgreementDetails",
    "PartyDetails",
    "SignatureDetails",
    "TextDetails",
    "WitnessDetails",
    "add_commitment",
    "add_commitments",
    "add_evidence",
    "add_link",
    "add_parties",
    "add_party",
    "add_signature",
    "add_text",
    "add_witness",
    "allowed_moves",
    "archive_agreement",
    "archive_commitment",
    "archive_evidence",
    "archive_link",
    "archive_party",
    "archive_signature",
    "archive_text",
    "archive_witness",
    "date_by_signatures",
    "drop_commitment",
    "mark_fulfilled",
    "mark_under_way",
    "move_agreement",
    "record_agreement",
    "restore_agreement",
    "revise_agreement",
    "revise_commitment",
    "revise_evidence",
    "revise_link",
    "revise_party",
    "revise_signature",
    "revise_text",
    "revise_witness",
    "show_commitments",
]
