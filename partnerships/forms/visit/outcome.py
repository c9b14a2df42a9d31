"""Forms for what a visit brought, what that becomes, and what the office makes of it."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, DayField, ParagraphField, PartialDateField
from partnerships.forms.visit.choosing import ChoosingForm, PartField
from partnerships.models.side import Side
from partnerships.models.visit import OutcomeKind


class OutcomeForm(ChoosingForm):
    """One outcome of a visit."""

    text_ko = ParagraphField(_("Outcome in Korean"))
    text_en = ParagraphField(_("Outcome in English"))
    kind = ChoiceField(_("Kind of outcome"), OutcomeKind, default=OutcomeKind.AGREED)
    owed_by = ChoiceField(
        _("Who is to do it"), Side, optional=True, description=_("Left empty where nothing is to be done.")
    )
    item = PartField(_("Programme item"), description=_("Where it came up."))
    point = PartField(_("Talking point"), description=_("Which one it answers."))
    note = ParagraphField(_("Note"))

    needed = ("text_ko", "text_en")
    groups = (
        Group(_("What came of it"), (("text_ko", "text_en"), ("kind", "owed_by"))),
        Group(_("Where it came up"), (("item", "point"), "note")),
    )


class OutcomeCommitmentForm(ChoosingForm):
    """An outcome as a commitment."""

    agreement = PartField(_("Under which agreement"), description=_("Left empty, it is owed from the visit itself."))
    owed_by = ChoiceField(_("Owed by"), Side, default=Side.BOTH)
    due = PartialDateField(_("Due"), description=_("As well as it is known: 2014, 2014-05 or 2014.5.1."))
    officer = PartField(_("Officer responsible"))

    groups = (Group(_("The commitment"), (("agreement", "owed_by"), ("due", "officer"))),)


class OutcomeTaskForm(ChoosingForm):
    """An outcome as a task of the follow-up."""

    owner = PartField(_("Whose task"))
    due_on = DayField(_("Due on"))

    groups = (Group(_("The task"), (("owner", "due_on"),)),)


class AssessmentForm(DetailsForm):
    """What the office makes of a visit once it is over."""

    assessment_ko = ParagraphField(_("Assessment in Korean"))
    assessment_en = ParagraphField(_("Assessment in English"))

    groups = (
        Group(
            _("Assessment"),
            (("assessment_ko", "assessment_en"),),
            _("What was reached of the desired outcome, what was not, and what to do otherwise next time."),
        ),
    )
