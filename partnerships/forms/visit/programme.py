"""Forms for programme items: what, when and where, who attends, in what order, and what is signed."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    DayField,
    LineField,
    NumberField,
    ParagraphField,
    PickerField,
    TimeField,
)
from partnerships.forms.visit.choosing import ChoosingForm, PartField
from partnerships.forms.visit.delegation import SIDES, WHO, WhoFields
from partnerships.models.partnership import Side
from partnerships.models.visit import Attendance, Interpretation, ItemKind, Seating


class ItemForm(ChoosingForm):
    """One item of a programme."""

    kind = ChoiceField(_("Kind"), ItemKind)
    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    leg = PartField(_("Stay"))
    day = DayField(_("Day"), description=_("Such as 2013.10.21."))
    starts_at = TimeField(_("From"), description=_("Such as 09:00, on the clocks there."))
    ends_at = TimeField(_("To"), description=_("Such as 09:20; left empty if it is not known."))
    zone = LineField(
        _("Time zone"), longest=60, description=_("Left empty, it is that of the stay, or of the home city.")
    )
    place = PartField(_("Place"), description=_("Halls, rooms and sites are recorded with their city."))
    travel_minutes = NumberField(
        _("Minutes for the way there"),
        description=_("From the item before it. Left empty, it is judged by the distance between the places."),
    )
    place_ko = LineField(_("Another place, in Korean"))
    place_en = LineField(_("Another place, in English"))
    host = PickerField(_("Host"), noun="organisation")
    host_person = PickerField(_("Host in person"), noun="person", description=_("Who receives the guests there."))
    interpretation = ChoiceField(_("Interpretation"), Interpretation, default=Interpretation.NOT_STATED)
    audience_count = NumberField(_("Number in the audience"), least=1)
    audience_ko = LineField(_("Audience in Korean"), longest=300)
    audience_en = LineField(_("Audience in English"), longest=300)
    contents_ko = ParagraphField(_("Main contents in Korean"), description=_("One thought a line."))
    contents_en = ParagraphField(_("Main contents in English"), description=_("One thought a line."))
    seating = ChoiceField(_("Seating plan"), Seating, default=Seating.NONE)
    materials_ko = ParagraphField(
        _("Things to have at hand, in Korean"), description=_("Flags, pens, gifts, name plates: one a line.")
    )
    materials_en = ParagraphField(
        _("Things to have at hand, in English"), description=_("Flags, pens, gifts, name plates: one a line.")
    )
    source = LineField(_("Source"), longest=500)

    groups = (
        Group(_("What it is"), (("kind", "seating"), ("title_ko", "title_en"), ("host", "host_person"))),
        Group(_("When"), (("day", "leg"), ("starts_at", "ends_at"), ("zone",))),
        Group(_("Where"), ("place", ("place_ko", "place_en"), ("travel_minutes",))),
        Group(_("For whom"), (("audience_ko", "audience_en"), ("audience_count", "interpretation"))),
        Group(_("What it is about"), (("contents_ko", "contents_en"), ("materials_ko", "materials_en"), "source")),
    )


class AttendeeForm(WhoFields, DetailsForm):
    """Somebody who attends."""

    side = ChoiceField(_("Side"), SIDES, default=Side.PARTNER)
    attendance = ChoiceField(_("Attendance"), Attendance, default=Attendance.INVITED)

    groups = (Group(_("Who it is"), (("side", "attendance"), *WHO, ("count", "note"))),)


class StepForm(DetailsForm):
    """One step of the order of ceremony."""

    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    minutes = NumberField(_("Length in minutes"), least=1)
    position = NumberField(_("Place in the order"), least=1, description=_("Left empty, it comes last."))
    note = LineField(_("By whom"), longest=300)

    groups = (Group(_("The step"), (("title_ko", "title_en"), ("minutes", "position"), "note")),)


class SigningForm(DetailsForm):
    """Which agreement is signed at an item."""

    agreement = PickerField(_("Agreement"), noun="agreement")

    groups = (Group(_("What is signed"), ("agreement",)),)
