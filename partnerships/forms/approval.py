"""The fields that every approval is entered with, whatever it is an approval of."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import Group
from partnerships.forms.fields import (
    ChoiceField,
    LineField,
    ParagraphField,
    PartialDateField,
    PickerField,
    SwitchField,
)
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.side import Side

WHOSE_APPROVAL = Group(
    _("Whose approval"),
    (("kind", "side"), ("body", "organisation"), "is_required"),
    _("Kept apart from signing: what is approved may never be signed, and what is signed may still wait."),
)
COURSE_OF_APPROVAL = Group(_("Course"), (("requested", "decided"), ("result", "vote"), ("number", "source"), "note"))
APPROVAL = (WHOSE_APPROVAL, COURSE_OF_APPROVAL)


class ApprovalFields:
    """Mixed into the form of an approval; :data:`APPROVAL` places the fields."""

    kind = ChoiceField(_("Kind of approval"), ApprovalKind, optional=True)
    side = ChoiceField(_("Of which side"), Side, default=Side.HOME)
    body = LineField(_("Body"), description=_("In words, such as 서울특별시의회."))
    organisation = PickerField(_("Body, where it is recorded"), noun="organisation")
    is_required = SwitchField(
        _("Required: what it is for waits for it"),
        default=True,
        description=_("Leave it off for a report or an opinion that nothing waits for."),
    )
    requested = PartialDateField(_("Requested on"))
    decided = PartialDateField(_("Decided on"), description=_("As well as it is known: 2013, 2013-10 or 2013.10.21."))
    result = ChoiceField(_("Decision"), ApprovalResult, default=ApprovalResult.PENDING)
    vote = LineField(_("Vote"), longest=120, description=_("Such as 재석 87, 찬성 80, 반대 2, 기권 5."))
    number = LineField(_("Bill or registry number"), longest=120, description=_("Such as 의안번호 2013-112."))
    source = LineField(_("Source"), longest=500)
    note = ParagraphField(_("Note"))
