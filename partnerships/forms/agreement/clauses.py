"""The forms by which a pasted text becomes commitments: the text once, then a row for each clause."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    AreasField,
    ChoiceField,
    LineField,
    NumberField,
    ParagraphField,
    PartialDateField,
    PickerField,
    SwitchField,
)
from partnerships.models.agreement import Cadence, CommitmentKind, TextBasis
from partnerships.models.partnership import Side


class PastedForm(DetailsForm):
    """The pasted text, and what holds for all of its clauses."""

    pasted = ParagraphField(
        _("Text of the agreement"),
        description=_(
            "A line or bullet for each clause: ▴, -, 1., 가., ①, 제1조, Article 1. A line without a mark goes on."
        ),
    )
    text_basis = ChoiceField(_("The words are"), TextBasis, default=TextBasis.AS_SIGNED)
    source = LineField(_("Source"), longest=500, description=_("Needed where the words are reported, not signed."))

    groups = (Group(_("The text"), ("pasted", ("text_basis", "source"))),)


class ClauseForm(DetailsForm):
    """One clause of the text as a commitment to be."""

    class Meta:
        """One token goes with the page, not one with each row."""

        csrf = False

    take = SwitchField(_("Enter as a commitment"))
    clause = LineField(_("Clause"), longest=40)
    text_ko = ParagraphField(_("Text in Korean"))
    text_en = ParagraphField(_("Text in English"))
    kind = ChoiceField(_("Kind"), CommitmentKind, default=CommitmentKind.OTHER)
    owed_by = ChoiceField(_("Owed by"), Side, default=Side.BOTH)
    areas = AreasField(_("Cooperation areas"))
    due = PartialDateField(_("Due"))
    cadence = ChoiceField(_("How often"), Cadence, default=Cadence.NOT_STATED)
    cadence_years = NumberField(_("Every so many years"), least=2)
    hosts_alternate = SwitchField(_("Hosts take turns"))
    department = PickerField(_("Department responsible"), noun="department")

    groups = ()
