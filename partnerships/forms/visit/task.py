"""Forms for the tasks of a visit, and for the checklists that they come from."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, DayField, LineField, NumberField, ParagraphField, PickerField
from partnerships.forms.visit.choosing import ChoosingForm, PartField
from partnerships.models.visit import Anchor, Direction, TaskPhase, VisitKind

_FURTHEST = -730


class TaskForm(ChoosingForm):
    """A task of a visit."""

    title_ko = LineField(_("Task in Korean"), longest=300)
    title_en = LineField(_("Task in English"), longest=300)
    phase = ChoiceField(_("Phase"), TaskPhase, default=TaskPhase.PREPARATION)
    item = PartField(_("Programme item"), description=_("Where it is about one of them."))
    owner = PickerField(_("Whose task"), noun="user")
    department = PickerField(_("Department"), noun="department")
    due_on = DayField(_("Due on"), description=_("A day entered here stays, wherever the visit moves."))
    anchor = ChoiceField(_("Or counted from"), Anchor, optional=True, description=_("Then it moves with the visit."))
    offset_days = NumberField(
        _("Days after it"), least=_FURTHEST, description=_("Before it with a minus: -14 is two weeks before.")
    )
    note = ParagraphField(_("Note"))

    groups = (
        Group(_("The task"), (("title_ko", "title_en"), ("phase", "item"), ("owner", "department"), "note")),
        Group(_("When it is due"), ("due_on", ("anchor", "offset_days"))),
    )
    needed = ("title_ko", "title_en")


class ChecklistStepForm(DetailsForm):
    """A step of a home city's checklist."""

    title_ko = LineField(_("Task in Korean"), longest=300)
    title_en = LineField(_("Task in English"), longest=300)
    direction = ChoiceField(
        _("Only for the direction"), Direction, optional=True, description=_("Left empty, for all directions.")
    )
    kind = ChoiceField(
        _("Only for the kind of visit"), VisitKind, optional=True, description=_("Left empty, for all kinds.")
    )
    anchor = ChoiceField(_("Counted from"), Anchor, default=Anchor.ARRIVAL)
    offset_days = NumberField(
        _("Days after it"), least=_FURTHEST, description=_("Before it with a minus: -14 is two weeks before.")
    )
    phase = ChoiceField(_("Phase"), TaskPhase, default=TaskPhase.PREPARATION)
    position = NumberField(_("Place among those of one day"), least=0)
    note = ParagraphField(_("Note"))

    groups = (
        Group(_("The step"), (("title_ko", "title_en"), ("direction", "kind"), "note")),
        Group(_("When it is due"), (("anchor", "offset_days"), ("phase", "position"))),
    )
    needed = ("title_ko", "title_en", "offset_days")


class BeginChecklistForm(DetailsForm):
    """To whom the tasks of a checklist go."""

    owner = PickerField(
        _("Whose tasks"), noun="user", description=_("Left empty, they go to the officer in charge of the visit.")
    )

    groups = (Group(_("Who does them"), ("owner",)),)


class DropTaskForm(DetailsForm):
    """Why a task is not needed."""

    reason = ParagraphField(_("Reason"))

    groups = (Group(_("Why it is not needed"), ("reason",)),)
    needed = ("reason",)
