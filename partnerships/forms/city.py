"""Forms for cities, what became of them, the facts known of them, and their places."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import get_locale
from flask_babel import lazy_gettext as _
from wtforms.validators import InputRequired

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    CountryField,
    DecimalField,
    LineField,
    NumberField,
    ParagraphField,
    PartialDateField,
    PickerField,
    SwitchField,
)
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.city import CityLevel, FactKind, SuccessionKind
from partnerships.queries.countries import country_choices

_WHERE = Group(
    _("Where it is"), (("country", "subdivision"), ("level", "parent"), ("latitude", "longitude"), ("zone",))
)
_ELSEWHERE = Group(_("Elsewhere"), (("website",), ("wikidata", "geonames_id")))
_AS_KNOWN = _("As well as it is known: 2013, 2013-10 or 2013.10.21.")


class CityForm(OwnershipFields, DetailsForm):
    """A city of any level."""

    name_ko = LineField(_("Name in Korean"))
    name_en = LineField(_("Name in English"))
    name_local = LineField(_("Local name"), description=_("In its own script."))
    country = CountryField(_("Country"), names=lambda: country_choices(str(get_locale())))
    subdivision = LineField(_("Subdivision"), description=_("State, province or prefecture that it lies in."))
    level = ChoiceField(_("Level"), CityLevel, default=CityLevel.CITY)
    parent = PickerField(_("Part of"), noun="city")
    latitude = DecimalField(_("Latitude"), least=-90, most=90, kind=float)
    longitude = DecimalField(_("Longitude"), least=-180, most=180, kind=float)
    zone = LineField(_("Time zone"), longest=60, description=_("IANA name, such as Asia/Seoul."))
    website = LineField(_("Website"), longest=500, description=_("Such as https://www.seoul.go.kr."))
    wikidata = LineField(_("Wikidata"), longest=20, description=_("Such as Q62."))
    geonames_id = NumberField(_("GeoNames"), least=1, description=_("Its number there, such as 5391959."))

    needed = ("name_ko", "name_en", "country")
    groups: ClassVar[tuple[Group, ...]] = (
        Group(_("Names"), (("name_ko", "name_en"), ("name_local",))),
        _WHERE,
        _ELSEWHERE,
        OWNERSHIP,
    )

    def fill_gaps(self, details: Mapping[str, Any]) -> bool:
        """Fill the fields that are empty with ``details``, a latitude never without its longitude; whether any was."""
        gaps = {name for name in details if name in self and self[name].data in (None, "")}
        if not {"latitude", "longitude"} <= gaps:
            gaps -= {"latitude", "longitude"}
        for name in gaps:
            self[name].data = details[name]
        return any(details[name] for name in gaps)


class NewCityForm(CityForm):
    """A new city, which may bring its other names along."""

    aliases = ParagraphField(_("Other names"), description=_("One a line: older, shorter or in another script."))
    is_another_place = SwitchField(_("This is a different place of the same name"))

    _NAMES = (("name_ko", "name_en"), ("name_local",), "aliases")
    groups = (Group(_("Names"), _NAMES), _WHERE, _ELSEWHERE, OWNERSHIP)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.is_another_place.data:
            self.offer_another_place()

    def offer_another_place(self, namesakes: str = "") -> None:
        """Let the officer say that the city is none of its ``namesakes``, which are told beside the box."""
        self.is_another_place.description = namesakes
        self.groups = (  # type: ignore[misc]  # of this one form only
            Group(_("Names"), (*self._NAMES, "is_another_place")),
            *NewCityForm.groups[1:],
        )


class RenamingForm(DetailsForm):
    """The new name of a city; the old one stays as another name of it."""

    name_ko = LineField(_("Name in Korean"))
    name_en = LineField(_("Name in English"))
    name_local = LineField(_("Local name"), description=_("In its own script."))
    renamed = PartialDateField(_("Called so since"), description=_AS_KNOWN)
    source = LineField(_("Source"), longest=300)

    groups = (
        Group(
            _("The new name"),
            (("name_ko", "name_en"), ("name_local",)),
            hint=_("Each name that you change is kept as a former name, and the city is still found by it."),
        ),
        Group(_("Since when, and where it is known from"), (("renamed", "source"),)),
    )


class SuccessionForm(DetailsForm):
    """What a city became: merged into another, or another came out of it."""

    kind = ChoiceField(_("What happened"), SuccessionKind, default=SuccessionKind.MERGED)
    successor = PickerField(_("City that followed"), noun="city")
    happened = PartialDateField(_("When it happened"), description=_AS_KNOWN)
    note = ParagraphField(_("Note"))
    source = LineField(_("Source"), longest=500)

    groups = (
        Group(
            _("What became of the city"),
            (("kind", "happened"), "successor", "note"),
            hint=_("If only its name changed, use “New name” on the page of the city instead."),
        ),
        Group(_("Where it is known from"), ("source",)),
    )


class FactForm(DetailsForm):
    """One figure or one section of a city's profile."""

    kind = ChoiceField(_("Subject"), FactKind)
    number = DecimalField(_("Figure"))
    unit = LineField(_("Unit"), longest=60)
    text_ko = ParagraphField(_("Text in Korean"))
    text_en = ParagraphField(_("Text in English"))
    as_of = PartialDateField(_("As of"), description=_AS_KNOWN)
    source = LineField(_("Source"), longest=500, validators=[InputRequired(_("Enter where this is known from."))])

    groups = (
        Group(_("What is known"), (("kind", "as_of"), ("number", "unit"), ("text_ko", "text_en"))),
        Group(_("Where it is known from"), ("source",)),
    )


class PlaceForm(DetailsForm):
    """A hall, a room or a site."""

    name_ko = LineField(_("Name in Korean"))
    name_en = LineField(_("Name in English"))
    detail_ko = LineField(_("Building and floor, in Korean"), longest=300)
    detail_en = LineField(_("Building and floor, in English"), longest=300)
    capacity = NumberField(_("Seats"), least=1)
    latitude = DecimalField(
        _("Latitude"), least=-90, most=90, kind=float, description=_("Such as 37.5663, as any map tells it.")
    )
    longitude = DecimalField(
        _("Longitude"),
        least=-180,
        most=180,
        kind=float,
        description=_("With both, a programme tells when there is too little time for the way."),
    )
    source = LineField(_("Source"), longest=500)

    groups = (
        Group(
            _("The place"),
            (("name_ko", "name_en"), ("detail_ko", "detail_en"), ("capacity",), ("latitude", "longitude")),
        ),
        Group(_("Where it is known from"), ("source",)),
    )
