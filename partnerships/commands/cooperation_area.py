"""How the managed list of cooperation areas changes."""

import re
from typing import TypedDict, Unpack

from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_out_of_circle,
    put_away,
    require_either,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.base import Disclosure
from partnerships.models.cooperation_area import CooperationArea
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.cooperation_area import last_position

GOALS = 17


class AreaDetails(TypedDict, total=False):
    """What is said of an area; ``sdgs`` are numbers of the UN goals as typed, ``position`` its place in the list,
    ``keywords`` words by which a clause suggests it, typed one a line or with commas.
    """

    name_ko: str | None
    name_en: str | None
    parent: CooperationArea | None
    position: int | None
    sdgs: str | None
    note: str | None
    keywords: str | None


def record_area(actor: Viewer, **details: Unpack[AreaDetails]) -> CooperationArea:
    """Add an area to the list, at its end unless a ``position`` is given."""
    with transaction(actor, "record_area"):
        ensure_may(actor, "area.manage")
        area = CooperationArea(disclosure=Disclosure.PUBLIC, position=last_position() + 1)
        give_reference(area)
        _apply(area, details)
        add(area)
    return area


def revise_area(
    actor: Viewer, area: CooperationArea, version: int | None = None, **details: Unpack[AreaDetails]
) -> None:
    """Change an area, held to the ``version`` that was on the screen."""
    with transaction(actor, "revise_area"):
        ensure_may(actor, "area.manage", area)
        at_version(area, version)
        _apply(area, details)


def archive_area(actor: Viewer, area: CooperationArea) -> None:
    """Put an area away: what refers to it keeps it, forms no longer offer it."""
    with transaction(actor, "archive_area"):
        ensure_may(actor, "area.manage", area)
        put_away(area)


def restore_area(actor: Viewer, area: CooperationArea) -> None:
    """Bring an archived area back."""
    with transaction(actor, "restore_area"):
        ensure_may(actor, "area.manage", area)
        bring_back(area)


def _apply(area: CooperationArea, details: AreaDetails) -> None:
    after = {**{name: getattr(area, name) for name in ("name_ko", "name_en")}, **details}
    require_either(after, "name_ko", "name_en", message=N_("Enter a name in Korean or in English."))
    keep_out_of_circle(area, details.get("parent"), N_("An area cannot be part of itself."))
    if "sdgs" in details:
        details["sdgs"] = _goals(details["sdgs"])
    if "keywords" in details:
        details["keywords"] = _keywords(details["keywords"])
    if details.get("position", 0) is None:
        details["position"] = area.position
    assign(area, details)


def _goals(typed: str | None) -> str | None:
    """Numbers of goals, each once and in order, as they are kept: ``11, 13``."""
    words = re.split(r"[\s,·;]+", (typed or "").strip(" ,·;"))
    numbers = {int(word) if word.isdecimal() else 0 for word in words if word}
    if not numbers <= set(range(1, GOALS + 1)):
        raise Invalid("sdgs", N_("The goals are numbered from 1 to 17, such as 11, 13."))
    return ", ".join(str(number) for number in sorted(numbers)) or None


def _keywords(typed: str | None) -> str | None:
    """The words, each once, one a line in the order typed."""
    words = (" ".join(word.split()) for word in re.split(r"[\n,;]+", typed or ""))
    return "\n".join(dict.fromkeys(word for word in words if word)) or None
