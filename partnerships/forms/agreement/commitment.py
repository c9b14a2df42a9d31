"""The forms of a commitment: of an agreement, and of a visit."""

from typing import ClassVar

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

_WHOSE = Group(_("Who owes it"), (("owed_by", "counterpart"), ("department", "officer")))
_DATES = (("begins", "due"), ("cadence", "cadence_years"), ("hosts_alternate",))
_REST = (
    Group(_("Conditions and costs"), ("condition", ("cost_share",))),
    Group(_("How far it has come"), (("status", "status_reason"),)),
)


class VisitCommitmentForm(DetailsForm):
    """What was promised at a visit: it stands in nobody's paper and is known from a source."""

    text_ko = ParagraphField(_("Text in Korean"))
    text_en = ParagraphField(_("Text in English"))
    source = LineField(_("Source"), longest=500, description=_("Where it is known from, such as an item of the visit."))
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

    needed: ClassVar[tuple[str, ...]] = ("text_ko", "text_en", "source")
    groups: ClassVar[tuple[Group, ...]] = (
        Group(_("What is promised"), (("text_ko", "text_en"), ("source", "kind"), "areas")),
        _WHOSE,
        Group(_("Dates"), _DATES),
        *_REST,
    )


class CommitmentForm(VisitCommitmentForm):
    """One operative clause of an agreement as something that somebody owes."""

    text_basis = ChoiceField(_("The words are"), TextBasis, default=TextBasis.AS_SIGNED)
    source = LineField(_("Source"), longest=500, description=_("Needed where the words are reported, not signed."))
    clause = LineField(_("Clause"), longest=40, description=_("Such as 제2조 1항."))

    needed = ()
    groups = (
        Group(_("What is promised"), (("text_ko", "text_en"), ("text_basis", "source"), ("clause", "kind"), "areas")),
        _WHOSE,
        Group(_("Dates"), _DATES, _("Leave empty what the paper does not say.")),
        *_REST,
    )
