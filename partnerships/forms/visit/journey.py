"""Forms for the stays of a visit and for the team that runs it."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import DayField, LineField, NumberField, ParagraphField, PickerField, TimeField


class LegForm(DetailsForm):
    """One stay of a visit."""

    city = PickerField(_("City"), noun="city")
    zone = LineField(
        _("Time zone"), longest=60, description=_("Left empty, it is the city's. IANA name, such as Asia/Seoul.")
    )
    arrives_on = DayField(_("Arrives on"), description=_("Such as 2013.10.21."))
    arrives_at = TimeField(_("Arrives at"), description=_("Such as 09:00, on the clocks there."))
    arrives_by = LineField(_("Arrives by"), description=_("Flight, train or car."))
    departs_on = DayField(_("Departs on"), description=_("Such as 2013.10.21."))
    departs_at = TimeField(_("Departs at"), description=_("Such as 09:00, on the clocks there."))
    departs_by = LineField(_("Departs by"), description=_("Flight, train or car."))
    hotel = LineField(_("Hotel of the delegation"))
    counterpart = PickerField(
        _("Counterpart there"), noun="organisation", description=_("The office that receives the delegation there.")
    )
    note = ParagraphField(_("Note"))

    groups = (
        Group(_("The stay"), (("city", "zone"), ("hotel", "counterpart"))),
        Group(
            _("Coming and going"),
            (("arrives_on", "arrives_at"), ("departs_on", "departs_at"), ("arrives_by", "departs_by"), "note"),
            hint=_("What the clocks show there. Over the date line one may arrive, by the calendar, before leaving."),
        ),
    )


class TeamForm(DetailsForm):
    """One who runs the visit, without the telephone."""

    user = PickerField(
        _("Colleague"),
        noun="user",
        description=_("Sees the visit however restricted it is, and the needs of its guests."),
    )
    name = LineField(
        _("Name, without an account"), longest=120, description=_("A driver, a guide or a hired interpreter.")
    )
    duty_ko = LineField(_("Duty in Korean"), description=_("What they look after."))
    duty_en = LineField(_("Duty in English"), description=_("What they look after."))
    position = NumberField(_("Place in the order"), least=1, description=_("Left empty, it comes last."))

    groups: ClassVar[tuple[Group, ...]] = (
        Group(_("Who runs the visit"), (("user", "name"), ("duty_ko", "duty_en"), "position")),
    )


class TeamWithPhoneForm(TeamForm):
    """One who runs the visit, for those who run it too."""

    phone = LineField(_("Telephone"), longest=60)

    groups = (Group(_("Who runs the visit"), (("user", "name"), ("duty_ko", "duty_en"), ("phone", "position"))),)
