"""Forms for agreements and their parts."""

from partnerships.forms.agreement.agreement import AgreementForm, MoveForm, NewAgreementForm
from partnerships.forms.agreement.commitment import CommitmentForm
from partnerships.forms.agreement.lineage import LinkForm
from partnerships.forms.agreement.party import PartiesForm, PartyForm, SignatureForm, WitnessForm
from partnerships.forms.agreement.text import TextForm

__all__ = [
    "AgreementForm",
    "CommitmentForm",
    "LinkForm",
    "MoveForm",
    "NewAgreementForm",
    "PartiesForm",
    "PartyForm",
    "SignatureForm",
    "TextForm",
    "WitnessForm",
]
