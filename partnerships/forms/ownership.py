"""The fields that every record has: who may see it, which department and officer it belongs to."""

from flask_babel import lazy_gettext as _

from partnerships.forms.details import Group
from partnerships.forms.fields import ChoiceField, PickerField
from partnerships.models.base import Disclosure

OWNERSHIP = Group(_("Ownership and disclosure"), (("department", "owner"), ("disclosure",)))


class OwnershipFields:
    """Mixed into a record's form; :data:`OWNERSHIP` places the fields."""

    disclosure = ChoiceField(_("Disclosure"), Disclosure, default=Disclosure.INTERNAL)
    department = PickerField(_("Department"), noun="department")
    owner = PickerField(_("Officer in charge"), noun="user")
