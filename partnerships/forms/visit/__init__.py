"""Forms for visits, their delegations and their programmes."""

from partnerships.forms.visit.delegation import DelegationForm, MemberForm
from partnerships.forms.visit.programme import AttendeeForm, ItemForm, SigningForm, StepForm
from partnerships.forms.visit.visit import LegForm, NewVisitForm, VisitForm

__all__ = [
    "AttendeeForm",
    "DelegationForm",
    "ItemForm",
    "LegForm",
    "MemberForm",
    "NewVisitForm",
    "SigningForm",
    "StepForm",
    "VisitForm",
]
