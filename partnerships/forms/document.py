"""Forms for documents: listed with a file or without, and what is said of them."""

from typing import ClassVar

from flask_babel import get_locale
from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, CountryField, LineField, NumberField, PartialDateField
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.document import DocumentKind
from partnerships.queries.document import language_choices

_ABOUT = Group(_("The document"), (("title_ko", "title_en"), ("kind", "language"), ("dated_on", "position")))
_SOURCE = Group(_("Where it is known from"), ("source",))


class LanguageField(CountryField):
    """A language by its ISO 639 code, chosen like a country."""


class DocumentDetailsForm(OwnershipFields, DetailsForm):
    """What is said of a document whose file is there."""

    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    kind = ChoiceField(_("Kind"), DocumentKind)
    language = LanguageField(_("Language of the document"), names=lambda: language_choices(str(get_locale())))
    dated_on = PartialDateField(
        _("Date on the document"), description=_("As well as it is known: 2013, 2013-10 or 2013.10.21.")
    )
    position = NumberField(_("Order"), description=_("Its place among the record's documents; the lowest comes first."))
    source = LineField(_("Source"), longest=500)

    groups: ClassVar[tuple[Group, ...]] = (_ABOUT, _SOURCE, OWNERSHIP)


class DocumentForm(DocumentDetailsForm):
    """A document with its file, or without where the office holds none."""

    file = FileField(_("File"), description=_("Leave it empty when the office does not hold the original."))

    groups = (
        _ABOUT,
        Group(_("The file"), ("file",), hint=_("PDF, pictures, HWP and Office files, plain text.")),
        _SOURCE,
        OWNERSHIP,
    )
