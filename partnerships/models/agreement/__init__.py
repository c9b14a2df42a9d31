"""Agreements (협정), their parties and signatures, the commitments in them, and how they descend from one another."""

from partnerships.models.agreement.agreement import (
    SIGNED_STATUSES,
    Agreement,
    AgreementKind,
    AgreementStatus,
    NoticeKind,
    RenewalKind,
    TermKind,
)
from partnerships.models.agreement.commitment import (
    Cadence,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    TextBasis,
)
from partnerships.models.agreement.lineage import AgreementLink, Relation
from partnerships.models.agreement.party import AgreementParty, Capacity, Signature, SigningManner

__all__ = [
    "SIGNED_STATUSES",
    "Agreement",
    "AgreementKind",
    "AgreementLink",
    "AgreementParty",
    "AgreementStatus",
    "Cadence",
    "Capacity",
    "Commitment",
    "CommitmentKind",
    "CommitmentStatus",
    "NoticeKind",
    "Relation",
    "RenewalKind",
    "Signature",
    "SigningManner",
    "TermKind",
    "TextBasis",
]
