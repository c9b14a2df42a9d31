"""The title of somebody who takes part: as entered, else as held on the day."""

from datetime import date
from typing import Any

from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.queries.visit import find_title_held


def with_title_held(participant: Any, details: dict[str, Any], day: date) -> dict[str, Any]:
    """``details`` with the title that the person held on ``day`` where none was entered.

    Raises :class:`Invalid` when neither a person nor a title says who it is, or when a person is given a count.
    """
    after = {
        name: details.get(name, getattr(participant, name)) for name in ("person", "title_ko", "title_en", "count")
    }
    if after["person"] is None and not after["title_ko"] and not after["title_en"]:
        raise Invalid("person", N_("Choose a person, or enter a post or a description of the group."))
    if after["count"] is not None and after["count"] < 1:
        raise Invalid("count", N_("Enter how many people they are, or leave it empty."))
    if after["person"] is None:
        return details
    if after["count"] not in (None, 1):
        raise Invalid("count", N_("A number of people goes with a group, not with a person."))
    if after["title_ko"] or after["title_en"]:
        return details
    held = find_title_held(after["person"], day)
    return {**details, "title_ko": held.ko, "title_en": held.en} if held else details
