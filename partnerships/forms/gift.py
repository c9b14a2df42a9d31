"""Forms for gifts, and for the day on which one was declared."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    DayField,
    DecimalField,
    LineField,
    NumberField,
    ParagraphField,
    PartialDateField,
    PickerField,
    SwitchField,
)
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.gift import Declaration, GiftWay

_IN_WORDS = _("A post, an office, a group; or what the person was called then.")


class GiftForm(OwnershipFields, DetailsForm):
    """A gift, given or received."""

    way = ChoiceField(_("Given or received"), GiftWay, optional=True)
    home = PickerField(_("Home side"), noun="home")
    title_ko = LineField(_("What it is, in Korean"), longest=300)
    title_en = LineField(_("What it is, in English"), longest=300)
    quantity = NumberField(_("How many"), least=1)
    happened = PartialDateField(_("Changed hands on"), description=_("As well as it is known: 2013-10 or 2013.10.21."))
    value = DecimalField(_("Value of all together"), least=0, description=_("Left empty as long as nobody knows it."))
    currency = LineField(_("Currency"), longest=3, description=_("Three letters, such as KRW."))
    is_estimated = SwitchField(_("The value is an estimate"))
    giver = PickerField(_("Given by"), noun="person")
    giver_told = LineField(_("Given by, in words"), description=_IN_WORDS)
    receiver = PickerField(_("Received by"), noun="person")
    receiver_told = LineField(_("Received by, in words"), description=_IN_WORDS)
    partner = PickerField(_("Partner city"), noun="city")
    occasion = LineField(_("Occasion"), longest=300)
    visit = PickerField(_("At the visit"), noun="visit")
    item = PickerField(_("At the programme item"), noun="programme_item", description=_("Such as VIS-2013-001/2."))
    kept_at = LineField(_("Kept at"), description=_("Where it is now: a room, a show case, a store."))
    declaration = ChoiceField(
        _("Declaration"),
        Declaration,
        default=Declaration.NOT_STATED,
        description=_("Not judged yet: by its value it is then marked as to be declared."),
    )
    declared_on = DayField(_("Declared on"), description=_("Such as 2013.10.21."))
    note = ParagraphField(_("Note"))

    needed = ("way", "home", "title_ko", "title_en")
    groups = (
        Group(_("The gift"), (("way", "home"), ("title_ko", "title_en"), ("quantity", "happened"))),
        Group(_("Its value"), (("value", "currency"), "is_estimated")),
        Group(_("From whom, to whom"), (("giver", "giver_told"), ("receiver", "receiver_told"))),
        Group(_("On what occasion"), (("partner", "occasion"), ("visit", "item"))),
        Group(_("Where it is, and its declaration"), (("kept_at",), ("declaration", "declared_on"), "note")),
        OWNERSHIP,
    )


class DeclaringForm(DetailsForm):
    """The day on which a gift was declared."""

    declared_on = DayField(_("Declared on"), description=_("Such as 2013.10.21."))

    needed = ("declared_on",)
    groups = (Group(_("The declaration"), (("declared_on",),)),)
