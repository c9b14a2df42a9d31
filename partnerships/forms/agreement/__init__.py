"""Forms for agreements and their parts."""

from partnerships.forms.agreement.agreement import AgreementForm, MoveForm, NewAgreementForm
from partnerships.forms.agreement.clauses import ClauseForm, PastedForm
from partnerships.forms.agreement.commitment import CommitmentForm
from partnerships.forms.agreement.evidence import EvidenceForm, ShownForm
from partnerships.forms.agreement.lineage import LinkForm
from partnerships.forms.agreement.log import PaperForm, ReadingForm
from partnerships.forms.agreement.party import PartiesForm, PartyForm, SignatureForm, WitnessForm
from partnerships.forms.agreement.text import TextForm

__all__ = [
    "AgreementForm",
    "ClauseForm",
    "CommitmentForm",
    "EvidenceForm",
    "LinkForm",
    "MoveForm",
    "NewAgreementForm",
    "PaperForm",
    "PartiesForm",
    "PartyForm",
    "PastedForm",
    "ReadingForm",
    "ShownForm",
    "SignatureForm",
    "TextForm",
    "WitnessForm",
]
