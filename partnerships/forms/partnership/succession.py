"""The form by which a successor city takes a tie over."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    LineField,
    ParagraphField,
    PartialDateField,
    PickerField,
    SwitchField,
)
from partnerships.forms.partnership.tie import DATE_HINT
from partnerships.models.partnership import BasisKind


class SuccessionForm(DetailsForm):
    """Which city takes the tie over, since when, why, and what goes with it."""

    successor = PickerField(_("City that takes the tie over"), noun="city")
    effective = PartialDateField(_("Taken over on"), description=DATE_HINT)
    carries_agreements = SwitchField(
        _("Put the agreements under the new tie too"),
        default=True,
        description=_("They stay under the old one; the papers themselves are not changed."),
    )
    reason = ParagraphField(_("Reason"), description=_("Such as a merger of the two municipalities."))
    basis_kind = ChoiceField(_("Kind of basis"), BasisKind, default=BasisKind.NOT_STATED)
    basis = LineField(_("Basis"), longest=500, description=_("The resolution, letter or decision it rests on."))
    basis_agreement = PickerField(_("Agreement it rests on"), noun="agreement")
    source = LineField(_("Source"), longest=500)

    groups = (
        Group(_("Who takes it over"), (("successor", "effective"), "carries_agreements")),
        Group(_("Why and on what basis"), ("reason", ("basis_kind", "basis"), ("basis_agreement", "source"))),
    )
