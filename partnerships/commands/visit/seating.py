"""How the table of a programme item is laid: its shape, and who changes seats with whom."""

from partnerships.briefs.drawings.seating import SeatingPlan
from partnerships.briefs.seating import plan_of
from partnerships.commands.records import assign
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_, Language
from partnerships.models.visit import ProgrammeItem, Seating
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit import find_attendee


def choose_seating(actor: Viewer, item: ProgrammeItem, shape: Seating | None) -> None:
    """Lay the table of ``item`` in ``shape``; who was given a seat keeps the place that it is in the order."""
    with transaction(actor, "choose_seating"):
        ensure_may(actor, "visit.write", item.visit)
        if shape is None:
            raise Invalid("seating", N_("Choose a shape."))
        assign(item, {"seating": shape})


def swap_seats(actor: Viewer, item: ProgrammeItem, first: int | None, second: int | None) -> None:
    """Let the attendees with the ids ``first`` and ``second`` change seats; all others stay where they are."""
    with transaction(actor, "swap_seats"):
        ensure_may(actor, "visit.write", item.visit)
        plan = _plan(item)
        numbers = {seat.who.key: seat.number for seat in plan.seats}
        if first not in numbers:
            raise Invalid("first", N_("Choose who changes seats."))
        if second not in numbers:
            raise Invalid("second", N_("Choose with whom."))
        if first == second:
            raise Invalid("second", N_("Choose two different people."))
        numbers[first], numbers[second] = numbers[second], numbers[first]
        _seat(item, numbers)


def seat_by_precedence(actor: Viewer, item: ProgrammeItem) -> None:
    """Let precedence alone decide who sits where."""
    with transaction(actor, "seat_by_precedence"):
        ensure_may(actor, "visit.write", item.visit)
        for attendee in item.attendees:
            assign(attendee, {"seat": None})


def _plan(item: ProgrammeItem) -> SeatingPlan:
    plan = plan_of(item, item.visit, Language.KOREAN)
    if plan is None:
        raise Invalid(None, N_("There is no seating plan yet: choose a shape and list who attends."))
    return plan


def _seat(item: ProgrammeItem, numbers: dict[int, int]) -> None:
    """Give each their seat; where precedence has them sit there anyway, it is left to precedence."""
    for attendee in item.attendees:
        assign(attendee, {"seat": None})
    usual = {seat.who.key: seat.number for seat in _plan(item).seats}
    for key, number in numbers.items():
        moved = find_attendee(item, key)
        if moved is not None and usual.get(key) != number:
            assign(moved, {"seat": number})
