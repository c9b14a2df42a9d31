"""The form for cooperation areas."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import LineField, NumberField, ParagraphField, PickerField


class AreaForm(DetailsForm):
    """One field of cooperation."""

    name_ko = LineField(_("Name in Korean"), longest=120)
    name_en = LineField(_("Name in English"), longest=120)
    parent = PickerField(_("Wider area"), noun="area")
    position = NumberField(_("Place in the list"), description=_("Empty: at the end."))
    sdgs = LineField(
        _("Sustainable Development Goals"), longest=60, description=_("Numbers from 1 to 17, such as 11, 13.")
    )
    keywords = ParagraphField(
        _("Words that suggest this area"),
        description=_("One a line, in Korean and English. A clause in which one of them stands is offered this area."),
    )
    note = ParagraphField(_("Note"))

    groups = (
        Group(_("Names"), (("name_ko", "name_en"),)),
        Group(_("Where it belongs"), (("parent", "position"), ("sdgs",), "keywords", "note")),
    )
