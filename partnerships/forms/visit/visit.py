"""The forms of a visit itself."""

from typing import ClassVar

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    ChoiceField,
    DayField,
    DecimalField,
    LineField,
    NumberField,
    ParagraphField,
    PartialDateField,
    PickerField,
    RecordsField,
    SwitchField,
)
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.visit import Direction, SizeKind, VisitKind, VisitStatus

_VISIT = Group(
    _("The visit"),
    (
        ("outcome_ko", "outcome_en"),
        ("title_ko", "title_en"),
        ("direction", "kind"),
        ("purpose_ko", "purpose_en"),
        ("home",),
    ),
)
_WHEN = Group(_("Dates and size"), (("starts", "ends"), ("size", "size_kind"), "size_breakdown"))
_STATUS = Group(
    _("Where it stands"),
    (("status",), "status_reason"),
    hint=_("A past visit is entered at the status that it reached. Later on the status moves by its own buttons."),
)
_TIES = Group(_("What it belongs to"), ("partnerships", ("returns_visit",)))
_MEANS = Group(_("Budget and source"), (("budget", "budget_currency"), "source"))
_ORDER = Group(
    _("Travel order"),
    (("travel_order", "travel_ordered_on"),),
    hint=_("Outbound visits only: the order by which the delegation travels."),
)
_AFTER = Group(_("After the visit"), (("assessment_ko", "assessment_en"), ("report_due_on",)))


class VisitForm(OwnershipFields, DetailsForm):
    """A delegation's visit."""

    direction = ChoiceField(_("Direction"), Direction, default=Direction.INBOUND)
    kind = ChoiceField(
        _("Kind of visit"), VisitKind, default=VisitKind.OFFICIAL, description=_("Its checklist follows from it.")
    )
    home = PickerField(_("Home city"), noun="home")
    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    outcome_ko = ParagraphField(
        _("Desired outcome in Korean"), description=_("What is to be different once the visit is over.")
    )
    outcome_en = ParagraphField(
        _("Desired outcome in English"), description=_("What is to be different once the visit is over.")
    )
    purpose_ko = ParagraphField(_("Purpose in Korean"))
    purpose_en = ParagraphField(_("Purpose in English"))
    starts = PartialDateField(
        _("Starts"), description=_("As well as it is known: 2013, 2013-10 or 2013.10.21; in full once it is confirmed.")
    )
    ends = PartialDateField(_("Ends"), description=_("The same day for a visit of one day."))
    size = NumberField(
        _("Size of the delegation"), least=1, most=100_000, description=_("How many people come, if it is known.")
    )
    size_kind = ChoiceField(_("How sure"), SizeKind, default=SizeKind.EXACT)
    size_breakdown = LineField(
        _("Breakdown"), longest=300, description=_("Such as: mayor and 3 staff, 12 business people.")
    )
    partnerships = RecordsField(_("Ties"), description=_("The partnerships that the visit belongs to."))
    returns_visit = PickerField(
        _("Return visit for"), noun="visit", description=_("The earlier visit that this one answers.")
    )
    budget = DecimalField(_("Budget"), least=0)
    budget_currency = LineField(_("Currency"), longest=3, description=_("Three letters, such as KRW."))
    source = LineField(_("Source"), longest=500)
    travel_order = LineField(_("Number of the travel order"), longest=100)
    travel_ordered_on = DayField(_("Ordered on"), description=_("Such as 2013.10.21."))
    report_due_on = DayField(
        _("Report due on"), description=_("Left empty, it is counted from the last day of the visit.")
    )
    assessment_ko = ParagraphField(_("Assessment in Korean"), description=_("It closes the after-action report."))
    assessment_en = ParagraphField(_("Assessment in English"), description=_("It closes the after-action report."))

    groups: ClassVar[tuple[Group, ...]] = (_VISIT, _WHEN, _TIES, _ORDER, _MEANS, _AFTER, OWNERSHIP)


class NewVisitForm(VisitForm):
    """A visit that is being recorded: its status is said once, here."""

    status = ChoiceField(_("Status"), VisitStatus, default=VisitStatus.REQUESTED)
    status_reason = ParagraphField(_("Reason"), description=_("Needed when the visit was postponed or cancelled."))

    groups = (_VISIT, _WHEN, _STATUS, _TIES, _ORDER, _MEANS, _AFTER, OWNERSHIP)


class CopyForm(DetailsForm):
    """What a copy of a visit is called, when it starts, and what it takes over."""

    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    starts = DayField(_("Starts"), description=_("Such as 2013.10.21."))
    delegations = SwitchField(_("Delegations and their members"), default=True)
    programme = SwitchField(_("Programme, with what is said, laid out and asked there"), default=True)
    team = SwitchField(_("Team"), default=True)
    tasks = SwitchField(_("Tasks that were added by hand"), default=True)

    groups = (
        Group(_("The new visit"), (("title_ko", "title_en"), ("starts",))),
        Group(_("What it takes over"), ("delegations", "programme", "team", "tasks")),
    )
    needed = ("title_ko", "title_en", "starts")
