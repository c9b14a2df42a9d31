"""The form for organisations."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, LineField, ParagraphField, PickerField
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.organisation import OrganisationKind


class OrganisationForm(OwnershipFields, DetailsForm):
    """An organisation of a city, or of none."""

    name_ko = LineField(_("Name in Korean"))
    name_en = LineField(_("Name in English"))
    name_local = LineField(_("Local name"), description=_("In its own script."))
    kind = ChoiceField(_("Kind"), OrganisationKind)
    city = PickerField(_("City"), noun="city")
    parent = PickerField(
        _("Parent organisation"), noun="organisation", description=_("The organisation that it is a unit of.")
    )
    website = LineField(_("Website"), longest=500)
    phone = LineField(_("Telephone"), longest=60)
    note = ParagraphField(_("Note"))

    needed = ("name_ko", "name_en", "kind")
    groups = (
        Group(_("Names"), (("name_ko", "name_en"), ("name_local", "kind"))),
        Group(_("Where it belongs"), (("city", "parent"),)),
        Group(_("How to reach it"), (("website", "phone"), "note")),
        OWNERSHIP,
    )
