"""Forms for letters, and for the date on which one was sent."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, DayField, LineField, ParagraphField, PartialDateField, PickerField
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.letter import LetterKind, LetterStatus

_IN_WORDS = _("A post, an office, a group; or what the person was called then.")

_PARTIES = Group(
    _("From whom, to whom"),
    (("sender", "sender_told"), ("addressee", "addressee_told"), ("addressee_organisation", "partner")),
)
_OCCASION = Group(_("On what occasion"), (("visit", "due_on"), ("dated_on",), "note"))


class LetterForm(OwnershipFields, DetailsForm):
    """A letter, sent or received. How far it has come is moved by buttons of its own."""

    kind = ChoiceField(_("Kind"), LetterKind, optional=True)
    home = PickerField(_("Home side"), noun="home")
    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    sender = PickerField(_("Sender"), noun="person")
    sender_told = LineField(_("Sender, in words"), description=_IN_WORDS)
    addressee = PickerField(_("Addressee"), noun="person")
    addressee_told = LineField(_("Addressee, in words"), description=_IN_WORDS)
    addressee_organisation = PickerField(_("Organisation addressed"), noun="organisation")
    partner = PickerField(_("Partner city"), noun="city")
    visit = PickerField(_("About the visit"), noun="visit")
    due_on = DayField(_("To be sent by"), description=_("Such as 2013.10.21."))
    dated_on = PartialDateField(
        _("Date of the letter"), description=_("Once it was sent, or of one that came in; as well as it is known.")
    )
    note = ParagraphField(_("Note"))

    needed = ("kind", "home", "title_ko", "title_en")
    groups: ClassVar[tuple[Group, ...]] = (
        Group(_("The letter"), (("kind", "home"), ("title_ko", "title_en"))),
        _PARTIES,
        _OCCASION,
        OWNERSHIP,
    )


class NewLetterForm(LetterForm):
    """A new letter also says how far it has come: one that came in is received from the start."""

    status = ChoiceField(_("How far it has come"), LetterStatus, default=LetterStatus.TO_WRITE)

    groups = (
        Group(_("The letter"), (("kind", "status"), ("title_ko", "title_en"), "home")),
        _PARTIES,
        _OCCASION,
        OWNERSHIP,
    )


class SendingForm(DetailsForm):
    """The date that a letter bears when it is sent."""

    dated_on = PartialDateField(_("Date of the letter"), description=_("Such as 2013.10.21."))

    needed = ("dated_on",)
    groups = (Group(_("The letter"), (("dated_on",),)),)
