"""The form by which attendees are picked: boxes for the delegations and the team, lines for further people."""

from flask import request
from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import PickersField


class PickForm(DetailsForm):
    """Further people of the home side; the boxes stand beside it, ``ticked`` and ``shown`` read them."""

    people = PickersField(
        _("Further people of the home side"),
        noun="person",
        more=_("Add a line for a person"),
        description=_("One a line; each comes with the title held on that day."),
    )

    groups = (Group(_("Further people"), ("people",)),)

    @staticmethod
    def ticked(name: str) -> frozenset[int]:
        """The ids of the boxes called ``name`` that are ticked now."""
        return frozenset(request.form.getlist(name, type=int))

    @staticmethod
    def shown(name: str) -> frozenset[int]:
        """The ids of those that were ticked when the page was made."""
        return frozenset(request.form.getlist(f"{name}_before", type=int))
