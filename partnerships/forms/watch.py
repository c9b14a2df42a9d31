"""The forms of the watch: how something was handled, and what a paper says of its term."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from flask_babel import lazy_gettext as _
from wtforms import RadioField

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, DayField, LineField, NumberField, ParagraphField, PartialDateField
from partnerships.models.agreement import NoticeKind, RenewalKind, TermKind, WatchOutcome


class HandleForm(DetailsForm):
    """How something that comes up was handled; :meth:`offer` says what can be chosen."""

    outcome = RadioField(_("How it is handled"), validate_choice=False)
    note = ParagraphField(
        _("Note"), description=_("What it rests on: who was asked, a letter, a decision. It stands in the notice log.")
    )

    groups = (Group(_("Handle it"), ("outcome", "note")),)

    def offer(self, outcomes: Sequence[WatchOutcome], labels: Mapping[WatchOutcome, str]) -> None:
        """Let only ``outcomes`` be chosen, each called as ``labels`` has it."""
        self.outcome.choices = [(one.value, labels[one]) for one in outcomes]

    @property
    def chosen(self) -> WatchOutcome | None:
        """What was chosen, if it is one of the list."""
        return next((one for one in WatchOutcome if one == self.outcome.data), None)


class TermForm(DetailsForm):
    """What a paper says of its term, its renewal and notice."""

    effective = PartialDateField(
        _("Effective from"), description=_("Where the paper does not say, the term is counted from the signing.")
    )
    term_kind = ChoiceField(_("Term"), TermKind, default=TermKind.NOT_STATED)
    term_months = NumberField(_("Months"), least=1)
    term_until = DayField(_("Last day of the term"))
    term_event = LineField(_("Until the event"), longest=300)
    review_months = NumberField(_("Reviewed every so many months"), least=1)
    renewal_kind = ChoiceField(_("Renewal"), RenewalKind, default=RenewalKind.NOT_STATED)
    renewal_months = NumberField(_("Renewed by months"), least=1)
    notice_kind = ChoiceField(_("Notice of termination"), NoticeKind, default=NoticeKind.NOT_STATED)
    notice_months = NumberField(_("Months of notice"), least=1)

    groups: ClassVar[tuple[Group, ...]] = (
        Group(
            _("How long it lasts"),
            (("term_kind", "term_months"), ("term_until", "term_event"), ("effective", "review_months")),
            _("Fill in what belongs to the kind of term, and leave the rest empty."),
        ),
        Group(
            _("Renewal and notice"),
            (("renewal_kind", "renewal_months"), ("notice_kind", "notice_months")),
            _("“Not stated” means that the paper is silent; “none” means that it rules it out."),
        ),
    )
