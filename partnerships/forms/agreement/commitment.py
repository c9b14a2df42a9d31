"""The form of a commitment."""

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
from partnerships.models.agreement import Cadence, CommitmentKind, CommitmentStatus, TextBasis
from partnerships.models.partnership import Side


class CommitmentForm(DetailsForm):
    """One operative clause as something that somebody owes."""

    text_ko = ParagraphField(_("Text in Korean"))
    text_en = ParagraphField(_("Text in English"))
    text_basis = ChoiceField(_("The words are"), TextBasis, default=TextBasis.AS_SIGNED)
    source = LineField(_("Source"), longest=500, description=_("Needed where the words are reported, not signed."))
    clause = LineField(_("Clause"), longest=40, description=_("Such as 제2조 1항."))
    kind = ChoiceField(_("Kind"), CommitmentKind, default=CommitmentKind.OTHER)
    areas = AreasField(_("Cooperation areas"))
    owed_by = ChoiceField(_("Owed by"), Side, default=Side.BOTH)
    department = PickerField(_("Department responsible"), noun="department")
    officer = PickerField(_("Officer responsible"), noun="user")
    counterpart = LineField(_("Counterpart"), longest=300)
    begins = PartialDateField(_("From"))
    due = PartialDateField(_("Due"))
    cadence = ChoiceField(_("How often"), Cadence, default=Cadence.NOT_STATED)
    cadence_years = NumberField(_("Every so many years"), least=2)
    hosts_alternate = SwitchField(_("Hosts take turns"))
    condition = ParagraphField(_("Condition"))
    cost_share = LineField(_("Who bears the costs"), longest=300)
    status = ChoiceField(_("Status"), CommitmentStatus, default=CommitmentStatus.OPEN)
    status_reason = LineField(_("Reason, where it was dropped"), longest=500)

    groups = (
        Group(_("What is promised"), (("text_ko", "text_en"), ("text_basis", "source"), ("clause", "kind"), "areas")),
        Group(_("Who owes it"), (("owed_by", "counterpart"), ("department", "officer"))),
        Group(
            _("Dates"),
            (("begins", "due"), ("cadence", "cadence_years"), ("hosts_alternate",)),
            _("Leave empty what the paper does not say."),
        ),
        Group(_("Conditions and costs"), ("condition", ("cost_share",))),
        Group(_("How far it has come"), (("status", "status_reason"),)),
    )
