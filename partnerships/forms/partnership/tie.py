"""The form of a tie; a new one comes with the first claim of its founding."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    LineField,
    ParagraphField,
    PartialDateField,
    PickerField,
)
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.partnership import Tier, TieStatus

DATE_HINT = _("As well as it is known: 2013, 2013-10 or 2013.10.21.")

_ENDS = Group(_("The two sides"), (("home", "partner"),))
_STANDING = Group(
    _("What they are to each other"),
    ("tier", ("home_status", "partner_status"), "note"),
)


class PartnershipForm(OwnershipFields, DetailsForm):
    """A tie of a home city and a partner."""

    home = PickerField(_("Home side"), noun="home")
    partner = PickerField(_("Partner city"), noun="city")
    tier = ChoiceField(_("Tier"), Tier, default=Tier.SISTER)
    home_status = ChoiceField(_("Status of the home side"), TieStatus, default=TieStatus.ACTIVE)
    partner_status = ChoiceField(
        _("Status of the partner"),
        TieStatus,
        default=TieStatus.UNKNOWN,
        description=_("One side may have ended a tie that the other still counts."),
    )
    note = ParagraphField(_("Note"))

    needed = ("home", "partner")
    groups: ClassVar[tuple[Group, ...]] = (_ENDS, _STANDING, OWNERSHIP)


class NewPartnershipForm(PartnershipForm):
    """A new tie, with the first claim of its founding."""

    home_label = LineField(
        _("Label of the home side"), longest=120, description=_("What the home side calls the tie, such as 친선도시.")
    )
    partner_label = LineField(
        _("Label of the partner"), longest=120, description=_("What the partner calls it, such as 友好都市.")
    )
    founded = PartialDateField(_("Founded"), description=DATE_HINT)
    founding_tier = ChoiceField(_("Tier by this source"), Tier, default=Tier.UNSPECIFIED)
    founding_wording = LineField(_("The source's own words"), description=_("Such as 자매결연 or 友好都市."))
    founding_source = LineField(_("Source"), longest=500)

    groups = (
        _ENDS,
        _STANDING,
        Group(_("What each side calls it"), (("home_label", "partner_label"),)),
        Group(
            _("Founding"),
            (("founded", "founding_tier"), ("founding_wording", "founding_source")),
            _("What one source says of it. Further sources, agreeing or not, are added on the tie's page."),
        ),
        OWNERSHIP,
    )
