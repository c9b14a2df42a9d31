"""The forms of the agreement itself: what it is, when it was signed, how long it lasts."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import (
    AreasField,
    ChoiceField,
    DayField,
    LineField,
    NumberField,
    ParagraphField,
    PartialDateField,
    PickerField,
    PickersField,
    SwitchField,
)
from partnerships.forms.ownership import OWNERSHIP, OwnershipFields
from partnerships.models.agreement import AgreementKind, AgreementStatus, Duty, NoticeKind, RenewalKind, TermKind

_DATE_HINT = _("As well as it is known: 2013, 2013-10 or 2013.10.21.")

_PAPER = Group(_("The paper"), (("kind", "home"), ("title_ko", "title_en"), ("summary_ko", "summary_en")))
_SIGNING = Group(
    _("Signing"),
    (
        ("signed", "effective"),
        ("signing_city", "signed_at_item"),
        ("signing_place_ko", "signing_place_en"),
    ),
)
_TIES = Group(_("Ties and areas"), ("partnerships", "areas"))
_TERM = Group(
    _("Term, renewal and notice"),
    (
        ("term_kind", "term_months"),
        ("term_until", "term_event"),
        ("renewal_kind", "renewal_months"),
        ("notice_kind", "notice_months"),
        ("review_months", "ends_override"),
        "ends_override_reason",
    ),
    _("“Not stated” means that the paper is silent; “none” means that it rules it out."),
)
_CLAUSES = Group(
    _("Further clauses"),
    ("duty", ("termination_note", "legal_effect_note"), ("costs_note", "disputes_note"), "source"),
    _("In a few words, as the paper puts it."),
)


class AgreementForm(OwnershipFields, DetailsForm):
    """An agreement. Where it stands is moved on its own page."""

    kind = ChoiceField(_("Kind"), AgreementKind, optional=True)
    home = PickerField(_("Home side"), noun="home")
    title_ko = LineField(_("Title in Korean"), longest=300)
    title_en = LineField(_("Title in English"), longest=300)
    summary_ko = ParagraphField(_("Summary in Korean"))
    summary_en = ParagraphField(_("Summary in English"))
    signed = PartialDateField(_("Signed on"), description=_DATE_HINT)
    effective = PartialDateField(_("Effective from"), description=_("Leave empty when the paper does not say."))
    signing_city = PickerField(_("City of signing"), noun="city")
    signed_at_item = PickerField(
        _("Signed at the programme item"), noun="programme_item", description=_("Such as VIS-2013-001/2.")
    )
    signing_place_ko = LineField(_("Place of signing in Korean"))
    signing_place_en = LineField(_("Place of signing in English"))
    partnerships = PickersField(
        _("Ties it falls under"), noun="partnership", description=_("By the partner's name or the tie's number.")
    )
    areas = AreasField(_("Cooperation areas"))
    term_kind = ChoiceField(_("Term"), TermKind, default=TermKind.NOT_STATED)
    term_months = NumberField(_("Months"), least=1)
    term_until = DayField(_("Last day of the term"))
    term_event = LineField(_("Until the event"), longest=300)
    review_months = NumberField(_("Reviewed every so many months"), least=1)
    renewal_kind = ChoiceField(_("Renewal"), RenewalKind, default=RenewalKind.NOT_STATED)
    renewal_months = NumberField(_("Renewed by months"), least=1)
    notice_kind = ChoiceField(_("Notice of termination"), NoticeKind, default=NoticeKind.NOT_STATED)
    notice_months = NumberField(_("Months of notice"), least=1)
    ends_override = DayField(_("Ends otherwise on"), description=_("Only where it ends on another day than computed."))
    ends_override_reason = LineField(_("Why it ends otherwise"), longest=500)
    duty = ChoiceField(
        _("How firmly it binds"),
        Duty,
        default=Duty.NOT_STATED,
        description=_("Binding duties may need the council's consent; a duty of effort is reported to it."),
    )
    termination_note = ParagraphField(_("Termination"))
    costs_note = ParagraphField(_("Costs"))
    disputes_note = ParagraphField(_("Disputes"))
    legal_effect_note = ParagraphField(_("Legal effect"))
    source = LineField(_("Source"), longest=500)

    groups: ClassVar[tuple[Group, ...]] = (_PAPER, _SIGNING, _TIES, _TERM, _CLAUSES, OWNERSHIP)
    needed: ClassVar[tuple[str, ...]] = ("kind", "home", "title_ko", "title_en")


class NewAgreementForm(AgreementForm):
    """A new agreement, entered at the state that it has reached."""

    status = ChoiceField(
        _("Where it stands"), AgreementStatus, optional=True, description=_("A past one is entered as it stands now.")
    )
    status_reason = LineField(_("Reason, where it has ended"), longest=500)
    # Shown only where papers are recorded that may be the same one.
    is_another = SwitchField(_("It is another paper"))

    groups = (
        _PAPER,
        Group(_("Status"), (("status", "status_reason"),)),
        _SIGNING,
        _TIES,
        _TERM,
        _CLAUSES,
        OWNERSHIP,
    )
    needed = (*AgreementForm.needed, "status")

    def details(self) -> dict[str, Any]:
        return {name: value for name, value in super().details().items() if name != "is_another"}
