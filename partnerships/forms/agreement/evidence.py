"""The forms of evidence, from a commitment's page and from the page of what shows that it was kept."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import LineField, ParagraphField, PartialDateField, PickerField


class EvidenceForm(DetailsForm):
    """One piece of evidence: a record, or words."""

    visit = PickerField(_("Visit"), noun="visit")
    programme_item = PickerField(_("Programme item"), noun="programme_item")
    further_agreement = PickerField(_("Further agreement"), noun="agreement")
    document = PickerField(_("Document"), noun="document")
    activity = PickerField(_("Activity"), noun="activity")
    told_ko = LineField(_("What happened, in Korean"), longest=500)
    told_en = LineField(_("What happened, in English"), longest=500)
    happened = PartialDateField(
        _("Happened on"), description=_("A record brings its own date; enter one only where it differs.")
    )
    source = LineField(_("Source"), longest=500, description=_("Needed where it is told in words."))
    note = ParagraphField(_("Note"))

    groups = (
        Group(
            _("A record"),
            (("visit", "programme_item"), ("further_agreement", "document"), ("activity",)),
            _("Choose one; each further one is a piece of evidence of its own."),
        ),
        Group(_("Or in words"), (("told_ko", "told_en"),)),
        Group(_("When and from where"), (("happened", "source"), "note")),
    )


class ShownForm(DetailsForm):
    """Which commitments a record is evidence of; the boxes are read by the view."""

    note = LineField(_("Note"), longest=500)

    groups = (Group(_("Note"), ("note",)),)
