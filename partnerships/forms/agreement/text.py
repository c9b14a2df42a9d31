"""The form of a text of an agreement: its language, its worth, its originals."""

from flask_babel import get_locale
from flask_babel import lazy_gettext as _

from partnerships.forms.details import Group
from partnerships.forms.document import LanguageField
from partnerships.forms.fields import ChoiceField, LineField, NumberField, PartialDateField, SwitchField
from partnerships.forms.visit.choosing import ChoosingForm, PartField
from partnerships.models.agreement import TextStanding
from partnerships.queries.document import language_choices


class TextForm(ChoosingForm):
    """The text in one language."""

    language = LanguageField(_("Language of the text"), names=lambda: language_choices(str(get_locale())))
    standing = ChoiceField(_("Worth of the text"), TextStanding, default=TextStanding.NOT_STATED)
    prevails = SwitchField(
        _("Prevails where the texts differ"), description=_("Only where the paper says so, and of one text at most.")
    )
    originals = NumberField(
        _("Number of originals"), least=1, description=_("How many signed copies in this language.")
    )
    printed = PartialDateField(_("Printed on"))
    kept_at = LineField(_("Kept at"), description=_("Such as: the archive of the International Relations Division."))
    document = PartField(_("Its document"), description=_("One of the agreement's documents."))
    note = LineField(_("Note"), longest=500)

    groups = (
        Group(_("The text"), (("language", "standing"), "prevails")),
        Group(_("Copies"), (("originals", "printed"), ("kept_at", "document"), "note")),
    )
    needed = ("language",)
