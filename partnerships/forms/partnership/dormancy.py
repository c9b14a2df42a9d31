"""The form by which a person says that a tie is dormant, or that it is not."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import DetailsForm, Group
from partnerships.forms.fields import ParagraphField


class DormancyForm(DetailsForm):
    """Why a tie is called dormant, or is not."""

    reason = ParagraphField(_("Reason"), description=_("Such as what is being prepared, or since when nobody answers."))

    groups = (Group(_("What speaks for it"), ("reason",)),)
