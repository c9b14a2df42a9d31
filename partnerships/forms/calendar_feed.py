"""The form of a calendar feed: its name, what it holds, and in which language."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import SelectField

from partnerships.forms.account import LanguageField
from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ChoiceField, LineField, PickerField
from partnerships.models.calendar_feed import FeedScope


class FeedForm(DetailsForm):
    """A feed to be made; ``homes`` are the (reference, name) pairs of one's own home sides."""

    name = LineField(_("Name of the feed"), longest=120, description=_("Where it will be read, such as: my phone."))
    scope = ChoiceField(_("What it holds"), FeedScope, default=FeedScope.MINE)
    visit = PickerField(_("Visit"), noun="visit", description=_("For the feed of one visit only."))
    home = SelectField(_("Office of"), choices=[], validate_choice=False)
    language = LanguageField(_("Language"))

    groups = (Group(_("The feed"), (("name", "language"), "scope", ("visit", "home"))),)

    def __init__(self, *args: Any, homes: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.home.choices = [("", _("Select")), *homes]
