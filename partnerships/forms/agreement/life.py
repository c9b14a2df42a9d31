"""The forms of an agreement's life: a move and its undoing, an approval, a renewal, a notice and its withdrawal."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from flask_babel import lazy_gettext as _

from partnerships.forms.approval import APPROVAL, ApprovalFields
from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    DayField,
    LineField,
    NumberField,
    ParagraphField,
    PartialDateField,
    PickerField,
)
from partnerships.models.agreement import AgreementStatus, ApprovalPurpose, NoticeEffect
from partnerships.models.side import Side
from partnerships.models.types import PartialDate

_DATE_HINT = _("As well as it is known: 2013, 2013-10 or 2013.10.21.")
# What is asked along with a move only where one of these can be chosen.
_ASKED_WITH = {
    "signed": {AgreementStatus.SIGNED},
    "effective": {AgreementStatus.SIGNED, AgreementStatus.IN_FORCE},
    "superseded_by": {AgreementStatus.SUPERSEDED},
}


class MoveForm(DetailsForm):
    """A move in an agreement's life; :meth:`offer` says where it may go."""

    to = ChoiceField(_("New status"), AgreementStatus)
    moved = PartialDateField(_("Day of the move"), description=_("Today, or an earlier day as well as it is known."))
    reason = ParagraphField(_("Reason"), description=_("What it rests on: a decision, a letter, a council's consent."))
    signed = PartialDateField(_("Signed on"), description=_DATE_HINT)
    effective = PartialDateField(_("Effective from"), description=_("Leave empty when the paper does not say."))
    superseded_by = PickerField(
        _("Superseded by"),
        noun="agreement",
        description=_("The agreement in its place, if it is recorded here; it becomes lineage."),
    )

    groups: ClassVar[tuple[Group, ...]] = (Group(_("The move"), (("to", "moved"), "reason")),)

    def offer(self, moves: Sequence[AgreementStatus], today: date) -> None:
        """Let only ``moves`` be chosen, and ask only for what goes with them."""
        self.to.members = {move.value: move for move in moves}
        if self.moved.data is None and not self.is_submitted():
            self.moved.data = PartialDate.of(today)
        for name, statuses in _ASKED_WITH.items():
            if not statuses & set(moves):
                del self[name]
        asked = tuple(name for name in _ASKED_WITH if name in self)
        if asked:
            further = Group(_("What goes with it"), (asked,))
            self.groups = (*type(self).groups, further)  # type: ignore[misc]  # of this form, by what may be chosen


class TakeBackForm(DetailsForm):
    """Why the last move is taken back."""

    reason = ParagraphField(_("Reason"), description=_("Such as: entered by mistake, meant for another agreement."))

    groups = (Group(_("Why it is taken back"), ("reason",)),)


class AgreementApprovalForm(ApprovalFields, DetailsForm):
    """An approval of an agreement, and what it is needed for."""

    purpose = ChoiceField(_("Needed"), ApprovalPurpose, default=ApprovalPurpose.CONCLUDE)

    groups = (Group(_("What for"), (("purpose",),)), *APPROVAL)


class RenewalForm(DetailsForm):
    """A further term that was agreed on."""

    agreed = PartialDateField(_("Agreed on"), description=_DATE_HINT)
    begins = DayField(_("New term from"))
    ends = DayField(_("Last day of the new term"))
    months = NumberField(_("Or for so many months"), least=1, description=_("Instead of the last day."))
    basis = LineField(_("By what it was renewed"), longest=500, description=_("An exchange of letters, minutes."))
    basis_agreement = PickerField(_("Or by the agreement"), noun="agreement")

    groups = (
        Group(_("The new term"), (("begins", "agreed"), ("ends", "months"))),
        Group(_("What it rests on"), (("basis", "basis_agreement"),)),
    )


class NoticeForm(DetailsForm):
    """A notice that one side gave."""

    side = ChoiceField(_("Who gave notice"), Side, optional=True)
    effect = ChoiceField(_("What it brings about"), NoticeEffect, optional=True)
    given = PartialDateField(_("Given on"), description=_DATE_HINT)
    takes_effect = DayField(
        _("Last day in force"), description=_("Leave empty to have it computed from the term and the period of notice.")
    )
    basis = LineField(_("By which letter"), longest=500)
    reason = ParagraphField(_("Reason"))

    groups = (Group(_("The notice"), (("side", "effect"), ("given", "takes_effect"), ("basis",), "reason")),)


class WithdrawalForm(DetailsForm):
    """Why a notice no longer holds."""

    reason = ParagraphField(_("Reason"), description=_("Such as: the other side took it back, or entered by mistake."))

    groups = (Group(_("Why it no longer holds"), ("reason",)),)
