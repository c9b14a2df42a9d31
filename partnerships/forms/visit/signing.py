"""The form by which the signing of an agreement is recorded where it takes place."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, LineField, PartialDateField, PickerField
from partnerships.models.agreement import Capacity

SIGNER = ("person", "title_ko", "title_en", "capacity", "on_behalf_of")


class SignHereForm(DetailsForm):
    """Where an agreement was signed and from when on it holds; :func:`sign_here_form` asks each party's signer too."""

    city = PickerField(_("City of signing"), noun="city")
    place_ko = LineField(_("Place of signing in Korean"))
    place_en = LineField(_("Place of signing in English"))
    effective = PartialDateField(_("Effective from"), description=_("Leave empty when the paper does not say."))

    groups = (Group(_("Where, and from when on"), (("city", "effective"), ("place_ko", "place_en"))),)


def sign_here_form(parties: Sequence[tuple[int, str]]) -> type[SignHereForm]:
    """The form that asks who signs for each of ``parties``, (id, name) pairs."""
    fields: dict[str, Any] = {}
    groups = []
    for number, name in parties:
        fields |= _signer_fields(number)
        person, title_ko, title_en, capacity, behalf = (f"{field}_{number}" for field in SIGNER)
        groups.append(Group(name, ((person, capacity), (title_ko, title_en), (behalf,))))
    return type("SignHereForm", (SignHereForm,), {**fields, "groups": (*groups, *SignHereForm.groups)})


def _signer_fields(number: int) -> dict[str, Any]:
    return {
        f"person_{number}": PickerField(_("Who signs"), noun="person"),
        f"title_ko_{number}": LineField(_("Title as of then in Korean")),
        f"title_en_{number}": LineField(_("Title as of then in English")),
        f"capacity_{number}": ChoiceField(_("In what capacity"), Capacity, default=Capacity.OWN_RIGHT),
        f"on_behalf_of_{number}": LineField(_("On behalf of")),
    }
