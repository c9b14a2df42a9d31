"""A title together with where it is held: 국제교류과 and 과장 become 국제교류과 과장, as papers print it."""

import re
from collections.abc import Mapping

from partnerships.models.alias import folded
from partnerships.models.types import Bilingual

_HANGUL = re.compile("[가-힣]")
_LONGEST = 200


def with_affiliation(texts: Mapping[str, str]) -> Bilingual | None:
    """The titles of a row with its organisation, each in the language that the organisation is written in.

    ``None`` where the row has no title: an organisation alone makes none.
    """
    ko, en, unit = texts.get("title_ko"), texts.get("title_en"), texts.get("organisation")
    if not (ko or en):
        return None
    if unit and ko and _HANGUL.search(unit):
        ko = _joined(ko, unit, f"{unit} {ko}")
    elif unit and en and not _HANGUL.search(unit):
        en = _joined(en, unit, f"{en}, {unit}")
    return Bilingual(ko, en)


def _joined(title: str, unit: str, both: str) -> str:
    """``both`` in one, unless the title says where already, or it would be too long."""
    return title if folded(unit) in folded(title) or len(both) > _LONGEST else both
