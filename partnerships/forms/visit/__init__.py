"""Forms for visits, their delegations and their programmes."""

from partnerships.forms.visit.delegation import DelegationForm, MemberForm, MemberWithNeedsForm
from partnerships.forms.visit.journey import LegForm, TeamForm, TeamWithPhoneForm
from partnerships.forms.visit.listed import ListForm, rows_sent
from partnerships.forms.visit.programme import AttendeeForm, ItemForm, SigningForm, StepForm
from partnerships.forms.visit.task import BeginChecklistForm, ChecklistStepForm, DropTaskForm, TaskForm
from partnerships.forms.visit.visit import CopyForm, NewVisitForm, VisitForm

__all__ = [
    "AttendeeForm",
    "BeginChecklistForm",
    "ChecklistStepForm",
    "CopyForm",
    "DelegationForm",
    "DropTaskForm",
    "ItemForm",
    "LegForm",
    "ListForm",
    "MemberForm",
    "MemberWithNeedsForm",
    "NewVisitForm",
    "SigningForm",
    "StepForm",
    "TaskForm",
    "TeamForm",
    "TeamWithPhoneForm",
    "VisitForm",
    "rows_sent",
]
