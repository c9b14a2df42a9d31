"""Forms for agreements and their parts."""

from partnerships.forms.agreement.agreement import AgreementForm, NewAgreementForm
from partnerships.forms.agreement.clauses import ClauseForm, PastedForm
from partnerships.forms.agreement.commitment import CommitmentForm, VisitCommitmentForm
from partnerships.forms.agreement.evidence import EvidenceForm, ShownForm
from partnerships.forms.agreement.life import (
    AgreementApprovalForm,
    MoveForm,
    NoticeForm,
    RenewalForm,
    TakeBackForm,
    WithdrawalForm,
)
from partnerships.forms.agreement.lineage import LinkForm
from partnerships.forms.agreement.log import PaperForm, ReadingForm
from partnerships.forms.agreement.party import PartiesForm, PartyForm, SignatureForm, WitnessForm
from partnerships.forms.agreement.text import TextForm

__all__ = [
    "AgreementApprovalForm",
    "AgreementForm",
    "ClauseForm",
    "CommitmentForm",
    "EvidenceForm",
    "LinkForm",
    "MoveForm",
    "NewAgreementForm",
    "NoticeForm",
    "PaperForm",
    "PartiesForm",
    "PartyForm",
    "PastedForm",
    "ReadingForm",
    "RenewalForm",
    "ShownForm",
    "SignatureForm",
    "TakeBackForm",
    "TextForm",
    "VisitCommitmentForm",
    "WithdrawalForm",
    "WitnessForm",
]
