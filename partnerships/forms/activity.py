"""The form for activities."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    AreasField,
    ChoiceField,
    DecimalField,
    LineField,
    NumberField,
    ParagraphField,
    PartialDateField,
    PickerField,
    PickersField,
)
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.activity import ActivityDirection, ActivityKind


class ActivityForm(OwnershipFields, DetailsForm):
    """What happened between cities besides visits and exchanges of staff."""

    kind = ChoiceField(_("Kind"), ActivityKind, optional=True)
    direction = ChoiceField(_("Direction"), ActivityDirection, default=ActivityDirection.NOT_STATED)
    home = PickerField(_("Home side"), noun="home")
    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    starts = PartialDateField(_("Begins"), description=_("As well as it is known: 2013, 2013-10 or 2013.10.21."))
    ends = PartialDateField(_("Ends"), description=_("Left empty where it was one day, or is not known."))
    place_ko = LineField(_("Place in Korean"))
    place_en = LineField(_("Place in English"))
    partnerships = PickersField(
        _("Ties"), noun="partnership", description=_("By the partner's name or the tie's number.")
    )
    cities = PickersField(_("Further cities"), noun="city", description=_("Those that took part without a tie."))
    areas = AreasField(_("Cooperation areas"))
    visit = PickerField(_("Came of the visit"), noun="visit", description=_("If it is the follow-up of one."))
    home_people = NumberField(_("People of the home side"), description=_("How many took part; left empty, unknown."))
    partner_people = NumberField(
        _("People of the other side"), description=_("How many took part; left empty, unknown.")
    )
    cost = DecimalField(_("Costs"), least=0, description=_("What the home side paid."))
    currency = LineField(_("Currency"), longest=3, description=_("Three letters, such as KRW."))
    outcome_ko = ParagraphField(_("What came of it, in Korean"))
    outcome_en = ParagraphField(_("What came of it, in English"))
    source = LineField(_("Source"), longest=500)

    needed = ("kind", "home", "title_ko", "title_en")
    groups = (
        Group(_("What it was"), (("kind", "direction"), ("title_ko", "title_en"), "home")),
        Group(_("When and where"), (("starts", "ends"), ("place_ko", "place_en"))),
        Group(_("With whom, and on what"), (("partnerships", "cities"), "areas", ("visit",))),
        Group(_("People and costs"), (("home_people", "partner_people"), ("cost", "currency"))),
        Group(_("What came of it"), (("outcome_ko", "outcome_en"), "source")),
        OWNERSHIP,
    )
