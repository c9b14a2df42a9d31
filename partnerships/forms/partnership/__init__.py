"""Forms for ties, the claims of their founding, their labels, and what befell them."""

from partnerships.forms.partnership.claim import ClaimForm
from partnerships.forms.partnership.dormancy import DormancyForm
from partnerships.forms.partnership.event import EventApprovalForm, EventForm
from partnerships.forms.partnership.label import LabelForm, TierLabelForm
from partnerships.forms.partnership.succession import SuccessionForm
from partnerships.forms.partnership.tie import NewPartnershipForm, PartnershipForm

__all__ = [
    "ClaimForm",
    "DormancyForm",
    "EventApprovalForm",
    "EventForm",
    "LabelForm",
    "NewPartnershipForm",
    "PartnershipForm",
    "SuccessionForm",
    "TierLabelForm",
]
