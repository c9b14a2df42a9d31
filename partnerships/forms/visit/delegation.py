"""Forms for delegations and their members."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, DayField, LineField, NumberField, ParagraphField, PickerField
from partnerships.models.partnership import Side
from partnerships.models.visit import MemberRole

SIDES = (Side.PARTNER, Side.HOME)


class DelegationForm(DetailsForm):
    """The delegation of one party."""

    side = ChoiceField(_("Side"), SIDES, default=Side.PARTNER)
    position = NumberField(_("Place in the order"), least=1, description=_("Left empty, it comes last."))
    city = PickerField(_("City"), noun="city")
    organisation = PickerField(_("Organisation"), noun="organisation", description=_("Where it is not of a city."))
    note = ParagraphField(_("Note"))

    groups = (Group(_("The delegation"), (("side", "position"), ("city", "organisation"), "note")),)


class WhoFields:
    """Mixed into the forms of those who take part: a person, a post without a name, or a described group."""

    person = PickerField(
        _("Person"), noun="person", description=_("Left empty for a post without a name, or for a group.")
    )
    position = NumberField(_("Order of precedence"), least=1, description=_("1 stands first. Left empty, last."))
    title_ko = LineField(
        _("Title, post or group in Korean"),
        description=_("For a person, left empty, the title held on that day."),
    )
    title_en = LineField(
        _("Title, post or group in English"),
        description=_("For a person, left empty, the title held on that day."),
    )
    count = NumberField(_("Number of people"), least=1, description=_("For a group, if it is known."))
    note = LineField(_("Note"), longest=300)


WHO = (("person", "position"), ("title_ko", "title_en"))


_WHO_IT_IS = Group(_("Who it is"), (*WHO, ("role", "count")))


class MemberForm(WhoFields, DetailsForm):
    """A member of a delegation, without what is personal data."""

    role = ChoiceField(_("Role"), MemberRole, default=MemberRole.MEMBER)
    language = LineField(_("Language"), longest=60, description=_("In which they are spoken to."))
    consented_on = DayField(
        _("Consent given on"), description=_("The day on which they agreed that the office keeps their personal data.")
    )

    groups: ClassVar[tuple[Group, ...]] = (
        _WHO_IT_IS,
        Group(_("Looking after them"), (("language", "consented_on"), "note")),
    )


class MemberWithNeedsForm(MemberForm):
    """A member, for those who run the visit."""

    needs = ParagraphField(_("Needs"), description=_("Food, access, health."))
    arrival = LineField(_("Arrival"), description=_("Flight or train, and its time."))
    departure = LineField(_("Departure"), description=_("Flight or train, and its time."))
    hotel = LineField(_("Hotel"))

    groups = (
        _WHO_IT_IS,
        Group(
            _("Looking after them"),
            (("language", "consented_on"), ("arrival", "departure"), ("hotel", "note"), "needs"),
            hint=_(
                "Needs, arrival, departure and hotel are personal data: shown to those who run the visit and to "
                "coordinators only, and erased some time after the visit."
            ),
        ),
    )
