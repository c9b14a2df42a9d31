"""The forms of what a side calls a tie, and of what an office calls a tier."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, LineField, PartialDateField
from partnerships.models.partnership import Side, Tier

_WHEN = Group(
    _("When it was in use"),
    (("begins", "ends"),),
    _("As well as it is known. Without an end it is in use today; what happened is told in the words of its time."),
)


class LabelForm(DetailsForm):
    """What one side calls a tie."""

    side = ChoiceField(_("Which side"), [Side.HOME, Side.PARTNER], default=Side.HOME)
    label = LineField(
        _("What it calls the tie"), longest=120, description=_("In its own words, such as 친선도시 or 友好都市.")
    )
    begins = PartialDateField(_("In use from"))
    ends = PartialDateField(_("In use until"))
    source = LineField(_("Source"), longest=500)

    groups = (Group(_("The label"), (("side", "label"), "source")), _WHEN)


class TierLabelForm(DetailsForm):
    """What an office calls a tier."""

    tier = ChoiceField(_("Tier"), Tier, optional=True)
    label_ko = LineField(_("Label in Korean"), longest=120, description=_("Such as 친선도시."))
    label_en = LineField(_("Label in English"), longest=120, description=_("Such as Friendly city."))
    begins = PartialDateField(_("In use from"))
    ends = PartialDateField(_("In use until"))
    note = LineField(_("Note"), longest=300, description=_("Such as the rule that introduced it."))

    groups = (Group(_("The label"), (("tier",), ("label_ko", "label_en"), "note")), _WHEN)
