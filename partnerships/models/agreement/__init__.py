"""Agreements (협정) with their parties, signatures, approvals, terms, lineage and commitments (이행과제)."""

from partnerships.models.agreement.agreement import (
    SIGNED_STATUSES,
    Agreement,
    AgreementKind,
    AgreementStatus,
    Duty,
    NoticeEffect,
    NoticeKind,
    RenewalKind,
    TermKind,
    last_day_of_term,
    months_before,
)
from partnerships.models.agreement.approval import AgreementApproval, ApprovalPurpose
from partnerships.models.agreement.commitment import Cadence, Commitment, CommitmentKind, CommitmentStatus, TextBasis
from partnerships.models.agreement.evidence import Evidence
from partnerships.models.agreement.life import AgreementMove, AgreementNotice, AgreementRenewal
from partnerships.models.agreement.lineage import AgreementLink, Relation
from partnerships.models.agreement.party import AgreementParty, Capacity, Signature, SigningManner, Witness
from partnerships.models.agreement.text import AgreementText, TextStanding
from partnerships.models.agreement.watch import WatchHandling, WatchKind, WatchNotice, WatchOutcome

__all__ = [
    "SIGNED_STATUSES",
    "Agreement",
    "AgreementApproval",
    "AgreementKind",
    "AgreementLink",
    "AgreementMove",
    "AgreementNotice",
    "AgreementParty",
    "AgreementRenewal",
    "AgreementStatus",
    "AgreementText",
    "ApprovalPurpose",
    "Cadence",
    "Capacity",
    "Commitment",
    "CommitmentKind",
    "CommitmentStatus",
    "Duty",
    "Evidence",
    "NoticeEffect",
    "NoticeKind",
    "Relation",
    "RenewalKind",
    "Signature",
    "SigningManner",
    "TermKind",
    "TextBasis",
    "TextStanding",
    "WatchHandling",
    "WatchKind",
    "WatchNotice",
    "WatchOutcome",
    "Witness",
    "last_day_of_term",
    "months_before",
]
