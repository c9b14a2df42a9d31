"""Forms for people and the posts they held."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import LineField, NumberField, ParagraphField, PartialDateField, PickerField
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields

_NAMES = Group(_("Names"), (("name_ko", "name_en"), ("name_local", "pronunciation")))
_NEW_NAMES = Group(_("Names"), (("name_ko", "name_en"), ("name_local", "pronunciation"), "aliases"))
_ADDRESS = Group(_("How to address the person"), (("form_of_address_ko", "form_of_address_en"), ("languages",)))
_CONTACTS = Group(
    _("Contacts"), (("email", "phone"),), hint=_("Personal data: shown to officers only, and in no public paper.")
)
_NEEDS = Group(
    _("Needs"),
    ("needs",),
    hint=_("Personal data: shown to coordinators and to those who run a visit of this person, and in no public paper."),
)
_LIFE = Group(_("Biography"), (("biography_ko", "biography_en"), ("died", "source")))


class PersonForm(OwnershipFields, DetailsForm):
    """A person, without what is personal data."""

    name_ko = LineField(_("Full name in Korean"), description=_("Of a foreigner, as it is written in Korean."))
    name_en = LineField(_("Full name in English"), description=_("Romanised."))
    name_local = LineField(_("Local name"), description=_("In its own script."))
    pronunciation = LineField(_("Pronunciation"))
    form_of_address_ko = LineField(_("Form of address in Korean"), longest=100)
    form_of_address_en = LineField(_("Form of address in English"), longest=100)
    languages = LineField(_("Languages"))
    biography_ko = ParagraphField(_("Biography in Korean"))
    biography_en = ParagraphField(_("Biography in English"))
    died = PartialDateField(_("Died"), description=_("As well as it is known: 2013, 2013-10 or 2013.10.21."))
    source = LineField(_("Source"), longest=500)

    needed = ("name_ko", "name_en")
    groups: ClassVar[tuple[Group, ...]] = (_NAMES, _ADDRESS, _LIFE, OWNERSHIP)


class PersonWithContactsForm(PersonForm):
    """A person, for those who may read contacts."""

    email = LineField(_("E-mail"), longest=254)
    phone = LineField(_("Telephone"), longest=60)

    groups: ClassVar[tuple[Group, ...]] = (_NAMES, _ADDRESS, _LIFE, _CONTACTS, OWNERSHIP)


class PersonWithNeedsForm(PersonWithContactsForm):
    """A person, for those who may read what the person needs as well."""

    needs = ParagraphField(_("Needs"), description=_("Diet, access, health: what a host must know."))

    groups = (_NAMES, _ADDRESS, _LIFE, _CONTACTS, _NEEDS, OWNERSHIP)


class NewPersonForm(PersonWithContactsForm):
    """A new person, who may bring other names along; needs are entered with the visit that they are for."""

    aliases = ParagraphField(_("Other names"), description=_("One a line: older, shorter or in another script."))

    groups = (_NEW_NAMES, _ADDRESS, _LIFE, _CONTACTS, OWNERSHIP)


class PostForm(DetailsForm):
    """A post, from and to as well as known."""

    title_ko = LineField(_("Post in Korean"))
    title_en = LineField(_("Post in English"))
    organisation = PickerField(_("Organisation"), noun="organisation")
    city = PickerField(_("City"), noun="city", description=_("For a post of the city itself, such as mayor."))
    held_from = PartialDateField(_("Held from"), description=_("As well as it is known: 2013, 2013-10 or 2013.10.21."))
    held_to = PartialDateField(_("Held to"), description=_("Empty while the post is held."))
    protocol_rank = NumberField(
        _("Protocol rank"), least=1, description=_("1 stands first; papers order people of one side by it.")
    )
    source = LineField(_("Source"), longest=500)

    groups = (
        Group(_("The post"), (("title_ko", "title_en"), ("city", "organisation"))),
        Group(_("When it was held"), (("held_from", "held_to"), ("protocol_rank",))),
        Group(_("Where it is known from"), ("source",)),
    )
