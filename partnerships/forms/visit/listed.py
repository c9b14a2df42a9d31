"""Handing in a list of participants, and what an officer says of its rows in the preview.

The rows travel in the preview's own fields: until they are taken over nothing of them is kept on the server, neither on
its disk nor in the session. ``rows-3-title_ko`` is a cell, ``rows-3-take``, ``-who`` and ``-delegation`` what is to be
done with the row, ``-seen`` what the page showed would become of it.
"""

import re
from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import TextAreaField
from wtforms.validators import Length

from partnerships.forms.details import Group
from partnerships.forms.fields import FileField, legible
from partnerships.forms.visit.choosing import ChoosingForm, PartField

_KEY = re.compile(r"rows-(\d{1,4})-(\w{1,20})")


class TableField(TextAreaField):
    """Cells that were copied out of a spreadsheet: their tabs stay, at the ends of lines too."""

    def __init__(self, label: Any = None, longest: int = 200_000, **options: Any) -> None:
        super().__init__(label, [Length(max=longest)], **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            text = legible(valuelist[0]).replace("\r\n", "\n").strip("\n")
            self.data = text if text.strip() else None


class ListForm(ChoosingForm):
    """A list of participants, as a file or pasted, and the delegation of those of whom it does not say which."""

    delegation = PartField(_("Delegation"), description=_("Of those beside whom the list names none."))
    file = FileField(_("File"), description=_("A spreadsheet (.xlsx) or text with commas or tabs (.csv), up to 5 MB."))
    pasted = TableField(
        _("Or pasted"), description=_("Cells copied out of a spreadsheet, the line that names the columns with them.")
    )

    groups = (Group(_("The list"), (("delegation", "file"), "pasted")),)


def rows_sent(form: Mapping[str, str]) -> dict[int, dict[str, str]]:
    """{number of the row: {what: text}} of all rows in a preview that was sent back, in their order."""
    rows: dict[int, dict[str, str]] = {}
    for key, text in form.items():
        if found := _KEY.fullmatch(key):
            rows.setdefault(int(found[1]), {})[found[2]] = legible(text).replace("\r\n", "\n").strip()
    return dict(sorted(rows.items()))
