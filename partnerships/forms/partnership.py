"""Forms for ties, the claims of their founding, and what befell them."""

from typing import ClassVar

from flask_babel import lazy_gettext as _
from wtforms.validators import InputRequired

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    LineField,
    ParagraphField,
    PartialDateField,
    PickerField,
    SwitchField,
)
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.partnership import PartnershipEventKind, Side, Tier, TieStatus

_DATE_HINT = _("As well as it is known: 2013, 2013-10 or 2013.10.21.")

_ENDS = Group(_("The two sides"), (("home", "partner"),))
_STANDING = Group(
    _("What they are to each other"),
    ("tier", ("home_status", "partner_status"), "is_dormant", "note"),
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
    is_dormant = SwitchField(_("Dormant: nothing has come of it for long"))
    note = ParagraphField(_("Note"))

    groups: ClassVar[tuple[Group, ...]] = (_ENDS, _STANDING, OWNERSHIP)


class NewPartnershipForm(PartnershipForm):
    """A new tie, with the first claim of its founding."""

    home_label = LineField(
        _("Label of the home side"), longest=120, description=_("What the home side calls the tie, such as 친선도시.")
    )
    partner_label = LineField(
        _("Label of the partner"), longest=120, description=_("What the partner calls it, such as 友好都市.")
    )
    founded = PartialDateField(_("Founded"), description=_DATE_HINT)
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


class ClaimForm(DetailsForm):
    """What one source says of the founding."""

    founded = PartialDateField(_("Founded"), description=_DATE_HINT)
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


class EventForm(DetailsForm):
    """One turn in a tie's life."""

    kind = ChoiceField(_("What happened"), PartnershipEventKind, optional=True)
    side = ChoiceField(_("By which side"), Side, default=Side.BOTH)
    tier = ChoiceField(_("New tier"), Tier, optional=True, description=_("Where the event established or changed it."))
    announced = PartialDateField(_("Announced"))
    decided = PartialDateField(_("Decided"))
    notified = PartialDateField(_("Notified"))
    effective = PartialDateField(_("Effective"))
    reason = ParagraphField(_("Reason"))
    condition = ParagraphField(_("Condition for resuming"))
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
        Group(_("Why and on what basis"), ("reason", "condition", ("basis", "basis_agreement"), ("source",))),
        Group(_("Status"), ("sets_status",)),
    )
