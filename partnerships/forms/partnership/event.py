"""The forms of what befell a tie, and of the approvals that it needed."""

from flask_babel import lazy_gettext as _

from partnerships.forms.approval import APPROVAL, ApprovalFields
from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    LineField,
    ParagraphField,
    PartialDateField,
    PickerField,
    SwitchField,
)
from partnerships.models.partnership import BasisKind, PartnershipEventKind, Side, Tier


class EventForm(DetailsForm):
    """One turn in a tie's life."""

    kind = ChoiceField(
        _("What happened"), PartnershipEventKind, optional=True, withheld=(PartnershipEventKind.SUCCEEDED,)
    )
    side = ChoiceField(_("By which side"), Side, default=Side.BOTH)
    tier = ChoiceField(_("New tier"), Tier, optional=True, description=_("Where the event established or changed it."))
    announced = PartialDateField(_("Announced"))
    decided = PartialDateField(_("Decided"))
    notified = PartialDateField(_("Notified"))
    effective = PartialDateField(_("Effective"))
    reason = ParagraphField(_("Reason"))
    condition = ParagraphField(_("Condition for resuming"))
    basis_kind = ChoiceField(_("Kind of basis"), BasisKind, default=BasisKind.NOT_STATED)
    basis = LineField(_("Basis"), longest=500, description=_("The resolution, letter or decision it rests on."))
    basis_agreement = PickerField(_("Agreement it rests on"), noun="agreement")
    source = LineField(_("Source"), longest=500)
    sets_status = SwitchField(
        _("The side stands so today: set its status by this event"),
        description=_("Leave it off for an event of the past that later ones have overtaken."),
    )

    groups = (
        Group(_("The event"), (("kind", "side"), ("tier",))),
        Group(
            _("Dates"),
            (("announced", "decided"), ("notified", "effective")),
            _("Each as well as it is known; leave empty what is not."),
        ),
        Group(
            _("Why and on what basis"), ("reason", "condition", ("basis_kind", "basis"), ("basis_agreement", "source"))
        ),
        Group(_("Status"), ("sets_status",)),
    )


class EventApprovalForm(ApprovalFields, DetailsForm):
    """An approval that an event needed."""

    groups = APPROVAL
