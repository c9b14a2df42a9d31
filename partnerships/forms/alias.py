"""The form of another name, of a city or of a person."""

from flask_babel import get_locale
from flask_babel import lazy_gettext as _
from wtforms.validators import InputRequired

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import CountryField, LineField, PartialDateField
from partnerships.queries.languages import language_choices


class LanguageField(CountryField):
    """A language by its BCP 47 tag, named in the reader's language."""


class AliasForm(DetailsForm):
    """One other name, with its language and from when to when it was borne."""

    name = LineField(_("Name"), validators=[InputRequired(_("Enter the name."))])
    language = LanguageField(_("Language of the name"), names=lambda: language_choices(str(get_locale())))
    begins = PartialDateField(_("Borne from"), description=_("As well as it is known: 2013, 2013-10 or 2013.10.21."))
    ends = PartialDateField(_("Borne until"), description=_("Only for a former name; empty while it is in use."))
    note = LineField(_("Note"), longest=300)

    groups = (Group(_("Other name"), (("name", "language"), ("begins", "ends"), "note")),)
