"""The forms of the parties, of a signature and of a witness."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectField, ValidationError

from partnerships.errors import DomainError
from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    LineField,
    NumberField,
    Option,
    ParagraphField,
    PartialDateField,
    Picker,
    PickerField,
)
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
    needed = ("side",)


class BodiesField(ParagraphField):
    """Cities and organisations, one a line, by name or number; each line that names none is told with its words."""

    picker: Picker

    def pre_validate(self, form: Any) -> None:
        # What was typed stays in the box; what it means is in ``bodies``.
        self.bodies: list[Any] = []
        faults = []
        for number, line in enumerate(str(self.data or "").splitlines(), 1):
            if not line.strip():
                continue
            try:
                body = self.picker.pick("party", line.strip())
            except DomainError as error:
                told = gettext(error.message, **error.values)
                faults.append(gettext("Line %(number)s: %(told)s", number=number, told=told))
            else:
                self.bodies += [] if body in self.bodies else [body]
        if faults:
            raise ValidationError(" ".join(faults))


_ONE_A_LINE = _("One a line: a city or an organisation, by its name or number.")


class PartiesForm(DetailsForm):
    """Several parties at once, on either side, in the order in which they stand."""

    ours = BodiesField(_("On the home side"), description=_ONE_A_LINE)
    theirs = BodiesField(_("On the partner side"), description=_ONE_A_LINE)

    groups = (
        Group(
            _("Who"),
            (("ours", "theirs"),),
            _("They follow those already there. A contact point is added later, with each party."),
        ),
    )

    def __init__(self, *args: Any, picker: Picker, **kwargs: Any) -> None:
        super().__init__(*args, picker=picker, **kwargs)
        self.ours.picker = self.theirs.picker = picker

    def details(self) -> dict[str, Any]:
        return {"ours": self.ours.bodies, "theirs": self.theirs.bodies}


class SignatureForm(DetailsForm):
    """Who signed, as what, for whom, when, where and how."""

    party = PartyField(_("For the party"))
    person = PickerField(_("Person"), noun="person", description=_("Leave empty when only the title is known."))
    title_ko = LineField(_("Title as of then in Korean"))
    title_en = LineField(_("Title as of then in English"))
    capacity = ChoiceField(_("In what capacity"), Capacity, default=Capacity.OWN_RIGHT)
    on_behalf_of = LineField(_("On behalf of"))
    signed = PartialDateField(
        _("Signed on"), description=_("By the calendar of the place. Leave empty for the agreement's own date.")
    )
    manner = ChoiceField(_("How"), SigningManner, default=SigningManner.NOT_STATED)
    city = PickerField(
        _("City where this side signed"), noun="city", description=_("Leave empty where it was the agreement's own.")
    )
    place_ko = LineField(_("Place in Korean"))
    place_en = LineField(_("Place in English"))
    sent = PartialDateField(_("Copies sent on"), description=_("When it was signed by correspondence."))
    returned = PartialDateField(_("Copies returned on"))

    groups = (
        Group(
            _("Who signed"),
            (("party", "person"), ("title_ko", "title_en"), ("capacity", "on_behalf_of")),
            _("Without a title, the post that the person held on the day of signing is taken."),
        ),
        Group(_("When and how"), (("signed", "manner"), ("sent", "returned"))),
        Group(_("Where"), (("city",), ("place_ko", "place_en"))),
    )
    needed = ("party",)

    def __init__(self, *args: Any, options: Mapping[str, Sequence[tuple[Any, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.party.options = options["party"]


class WitnessForm(DetailsForm):
    """Somebody who stood by when it was signed."""

    person = PickerField(_("Person"), noun="person", description=_("Leave empty when only the title is known."))
    side = ChoiceField(_("For which side"), Side, default=Side.BOTH)
    title_ko = LineField(_("Title as of then in Korean"))
    title_en = LineField(_("Title as of then in English"))
    note = LineField(_("Note"), longest=300, description=_("Such as: signed as a witness."))

    groups = (
        Group(
            _("Who stood by"),
            (("person", "side"), ("title_ko", "title_en"), "note"),
            _("Without a title, the post that the person held on the day of signing is taken."),
        ),
    )
