"""The form of what one source says of a founding."""

from flask_babel import lazy_gettext as _
from wtforms.validators import InputRequired

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, LineField, ParagraphField, PartialDateField, SwitchField
from partnerships.forms.partnership.tie import DATE_HINT
from partnerships.models.partnership import Tier


class ClaimForm(DetailsForm):
    """What one source says of the founding."""

    founded = PartialDateField(_("Founded"), description=DATE_HINT)
    tier = ChoiceField(_("Tier by this source"), Tier, default=Tier.UNSPECIFIED)
    wording = LineField(_("The source's own words"), description=_("Such as 자매결연 or 友好都市."))
    source = LineField(_("Source"), longest=500, validators=[InputRequired(_("Enter where this is known from."))])
    note = ParagraphField(_("Note"))
    is_preferred = SwitchField(
        _("Preferred: lists and anniversaries go by this claim"),
        description=_("Exactly one claim is preferred; preferring another one replaces it."),
    )

    groups = (
        Group(_("What the source says"), (("founded", "tier"), ("wording", "source"), "note")),
        Group(_("Preference"), ("is_preferred",)),
    )
