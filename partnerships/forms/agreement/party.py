"""The forms of a party and of a signature."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectField

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, LineField, NumberField, Option, PartialDateField, PickerField
from partnerships.models.agreement import AgreementParty, Capacity, SigningManner
from partnerships.models.partnership import Side


class PartyField(SelectField):
    """One of the parties of the agreement; the form hands in its ``options``: (party, label) pairs."""

    def __init__(self, label: Any = None, **options: Any) -> None:
        super().__init__(label, choices=[], validate_choice=False, **options)
        self.options: Sequence[tuple[AgreementParty, str]] = ()

    def process_data(self, value: Any) -> None:
        self.data = value

    def process_formdata(self, valuelist: list[str]) -> None:
        # Which party is meant is asked in ``pre_validate``: the field meets its options only after it is made.
        self.data = valuelist[0] if valuelist else None

    def pre_validate(self, form: Any) -> None:
        if isinstance(self.data, str):
            known = {str(party.id): party for party, _label in self.options}
            self.data = known.get(self.data)

    def iter_choices(self) -> Iterator[Option]:
        chosen = self.data if isinstance(self.data, str) else str(self.data.id) if self.data else ""
        yield Option("", gettext("Select"), not chosen, {})
        for party, label in self.options:
            yield Option(str(party.id), label, str(party.id) == chosen, {})


class PartyForm(DetailsForm):
    """A city or an organisation that is party to the agreement."""

    city = PickerField(_("City"), noun="city", description=_("Either a city or an organisation."))
    organisation = PickerField(_("Organisation"), noun="organisation")
    side = ChoiceField(_("Side"), (Side.HOME, Side.PARTNER), optional=True)
    position = NumberField(_("Place in the order"), least=1, description=_("Leave empty to stand last."))
    contact = LineField(_("Contact point"), longest=300)

    groups = (
        Group(_("Who"), (("city", "organisation"), ("side", "position"))),
        Group(_("Whom to turn to"), ("contact",)),
    )


class SignatureForm(DetailsForm):
    """Who signed, as what, when and how."""

    party = PartyField(_("For the party"))
    person = PickerField(_("Person"), noun="person", description=_("Leave empty when only the title is known."))
    title_ko = LineField(_("Title as of then in Korean"))
    title_en = LineField(_("Title as of then in English"))
    capacity = ChoiceField(_("In what capacity"), Capacity, default=Capacity.OWN_RIGHT)
    on_behalf_of = LineField(_("On behalf of"))
    signed = PartialDateField(_("Signed on"), description=_("Leave empty for the agreement's own date."))
    manner = ChoiceField(_("How"), SigningManner, default=SigningManner.NOT_STATED)

    groups = (
        Group(
            _("Who signed"),
            (("party", "person"), ("title_ko", "title_en"), ("capacity", "on_behalf_of")),
            _("Without a title, the post that the person held on the day of signing is taken."),
        ),
        Group(_("When and how"), (("signed", "manner"),)),
    )

    def __init__(self, *args: Any, options: Mapping[str, Sequence[tuple[Any, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.party.options = options["party"]
