"""How items move about a programme: to another day or hour, and as copies onto another day."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any, Final

from partnerships.commands.records import add, at_version
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.attendance import usual_attendance
from partnerships.commands.visit.programme import apply_item
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.visit import Attendee, CeremonyStep, Leg, ProgrammeItem, Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit import last_item_number

# What an item is, beside its day: a copy has all of it.
_KEPT: Final = (
    "kind", "title_ko", "title_en", "starts_at", "ends_at", "place", "place_ko", "place_en", "audience_ko",
    "audience_en", "audience_count", "interpretation", "contents_ko", "contents_en", "travel_minutes", "source",
)  # fmt: skip
_KEPT_COLUMNS: Final = ("host_id", "host_person_id", "seating", "materials_ko", "materials_en")
_OF_A_STEP: Final = ("position", "minutes", "title_ko", "title_en", "note")
# Who attends comes along; that they confirmed, or where they sat, was said of the other day.
_OF_AN_ATTENDEE: Final = ("side", "person_id", "title_ko", "title_en", "count", "position", "note", "member_id")


def move_item(
    actor: Viewer,
    item: ProgrammeItem,
    version: int | None = None,
    *,
    day: date | None,
    starts_at: time | None,
    ends_at: time | None,
    leg: Leg | None = None,
) -> None:
    """Put ``item`` on another day or at other hours, under the rules of :func:`revise_item`.

    ``leg`` is the stay in which it takes place from now on, where the move leads into another one; its clock is then
    that of the item. Without a day there are no hours.
    """
    with transaction(actor, "move_item"):
        ensure_may(actor, "visit.write", item.visit)
        at_version(item, version)
        if item.is_archived:
            raise Invalid(None, N_("This item has been taken out of the programme."))
        apply_item(item.visit, item, {"day": day, "starts_at": starts_at, "ends_at": ends_at, "leg": leg or item.leg})


def copy_day(
    actor: Viewer, visit: Visit, items: Sequence[ProgrammeItem], *, day: date | None, leg: Leg | None = None
) -> Sequence[ProgrammeItem]:
    """Copy ``items`` of ``visit`` onto another ``day`` at the same hours, with who attends and the order of ceremony.

    What is signed, said and noted there stays where it was. ``items`` are loaded by :func:`list_items_in_full`.
    """
    with transaction(actor, "copy_day"):
        ensure_may(actor, "visit.write", visit)
        if not items:
            raise Invalid("chosen", N_("Choose the items to copy."))
        if day is None:
            raise Invalid("to", N_("Choose the day to copy to."))
        return [_copied(visit, item, day, leg) for item in items]


def _copied(visit: Visit, item: ProgrammeItem, day: date, leg: Leg | None) -> ProgrammeItem:
    copy = ProgrammeItem(visit_id=visit.id, **{name: getattr(item, name) for name in _KEPT_COLUMNS})
    details: dict[str, Any] = {name: getattr(item, name) for name in _KEPT}
    elsewhere = leg is not None and item.leg is not None and leg.city_id != item.leg.city_id
    if elsewhere:
        # A hall of one city is none of another; the words for it are left too, for the officer to choose anew.
        details["place"] = None
    zone = None if leg is not None else item.zone
    apply_item(visit, copy, {**details, "day": day, "leg": leg or item.leg, "zone": zone})  # type: ignore[typeddict-item]  # a table of details
    copy.number = last_item_number(visit) + 1
    add(copy)
    for step in item.steps:
        if not step.is_archived:
            add(CeremonyStep(item_id=copy.id, **{name: getattr(step, name) for name in _OF_A_STEP}))
    for one in item.attendees:
        if not one.is_archived:
            known = {name: getattr(one, name) for name in _OF_AN_ATTENDEE}
            add(Attendee(item_id=copy.id, attendance=usual_attendance(item), **known))
    return copy
