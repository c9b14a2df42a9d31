"""The form of a step of lineage."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, LineField, ParagraphField, PickerField
from partnerships.models.agreement import Relation


class LinkForm(DetailsForm):
    """What this agreement does to an earlier one."""

    relation = ChoiceField(_("This agreement"), Relation, optional=True)
    target = PickerField(_("The earlier agreement"), noun="agreement")
    target_text = LineField(
        _("Or a paper not recorded here"), longest=300, description=_("Its name and date, in words.")
    )
    note = ParagraphField(_("Note"))

    groups = (Group(_("Descends from"), (("relation",), ("target", "target_text"), "note")),)
