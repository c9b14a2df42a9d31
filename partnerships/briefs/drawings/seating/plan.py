"""Who takes which seat: by precedence, or where an officer put them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from partnerships.briefs.drawings.seating.round import round_table
from partnerships.briefs.drawings.seating.slots import Card, Counts, Furniture, Layout, Slot
from partnerships.briefs.drawings.seating.straight import facing, theatre, u_shape
from partnerships.briefs.drawings.seating.writing import grown
from partnerships.models.visit import Seating

# Seats are numbered so that whoever joins later leaves the numbers of the others: home odd, guests even.
INTERPRETERS_FROM: Final = 1000

_LAYOUTS: Final[Mapping[Seating, Callable[[Counts], Layout]]] = {
    Seating.FACING: facing,
    Seating.U_SHAPE: u_shape,
    Seating.ROUND: round_table,
    Seating.THEATRE: theatre,
}


@dataclass(frozen=True)
class Seated:
    """Somebody who takes a seat, in words: a name, the post of somebody not named, or a group with its ``count``."""

    name: str
    post: str = ""
    count: int | None = None
    is_interpreter: bool = False
    absent: bool = False
    # The number of the seat that an officer gave; empty, precedence decides.
    seat: int | None = None
    # What the caller knows them by.
    key: int = 0

    def below(self, card: Card) -> str:
        """What stands below the name on ``card``: a post, of a group how many they are (about as wide in words)."""
        if self.count:
            return f"{self.count:,} people"
        return self.post if card.has_post else ""


@dataclass(frozen=True)
class Seat:
    """One seat of a plan. ``rank`` counts within ``side`` (home or partner), interpreters apart."""

    number: int
    side: str
    rank: int
    is_interpreter: bool
    x: float
    y: float
    # The number of the table where there are several, else 0.
    table: int
    who: Seated
    # Whether whoever sits here is of the guests; after a swap it may differ from the seat's side.
    is_guest: bool

    @property
    def name(self) -> str:
        """Who sits here."""
        return self.who.name

    @property
    def post(self) -> str:
        """Their post, if it is told beside the name."""
        return self.who.post

    @property
    def absent(self) -> bool:
        """Whether they do not come."""
        return self.who.absent


@dataclass(frozen=True)
class SeatingPlan:
    """The seats of one occasion, guests first, each side by precedence, and what stands between them."""

    shape: Seating
    seats: tuple[Seat, ...]
    card: Card
    furniture: tuple[Furniture, ...]
    has_door: bool
    home_name: str = ""
    guests_name: str = ""

    @property
    def is_by_precedence(self) -> bool:
        """Whether nobody sits elsewhere than precedence has them."""
        return not any(seat.who.seat for seat in self.seats)

    @property
    def shows_posts(self) -> bool:
        """Whether the drawing has room for posts; else they stand in the list only."""
        return self.card.has_post


def seat_number(rank: int, *, is_guest: bool, is_interpreter: bool = False) -> int:
    """The number of the ``rank``-th seat of a side: it stays the same whoever else comes."""
    return (INTERPRETERS_FROM if is_interpreter else 0) + 2 * rank - (0 if is_guest else 1)


def plan_seats(
    shape: Seating, home: Sequence[Seated], guests: Sequence[Seated], home_name: str = "", guests_name: str = ""
) -> SeatingPlan:
    """The plan of ``shape`` for both sides, each in order of precedence; a group takes one seat with its count."""
    counts = Counts(
        sum(not one.is_interpreter for one in home),
        sum(not one.is_interpreter for one in guests),
        sum(one.is_interpreter for one in home),
        sum(one.is_interpreter for one in guests),
        lambda card: grown(card, [(one.name, one.below(card)) for one in (*home, *guests)]),
    )
    layout = _LAYOUTS[shape](counts)
    slots = {_number_of(slot): slot for slot in layout.slots}
    taken = _take_seats(slots, home, guests)
    seats = [_seat(number, slots[number], *taken[number]) for number in taken]
    seats.sort(key=lambda seat: (seat.side != "partner", seat.is_interpreter, seat.rank))
    return SeatingPlan(shape, tuple(seats), layout.card, layout.furniture, layout.has_door, home_name, guests_name)


def _number_of(slot: Slot) -> int:
    return seat_number(slot.rank, is_guest=slot.is_guest, is_interpreter=slot.is_interpreter)


def _take_seats(
    slots: Mapping[int, Slot], home: Sequence[Seated], guests: Sequence[Seated]
) -> dict[int, tuple[Seated, bool]]:
    """{number: (who, whether a guest)}: first whom an officer placed, then each side by precedence, then the rest."""
    people = [*((one, True) for one in guests), *((one, False) for one in home)]
    taken: dict[int, tuple[Seated, bool]] = {}
    waiting = []
    for one, is_guest in people:
        if one.seat is not None and one.seat in slots and one.seat not in taken:
            taken[one.seat] = (one, is_guest)
        else:
            waiting.append((one, is_guest))
    late = []
    for one, is_guest in waiting:
        own = (
            number
            for number, slot in slots.items()
            if number not in taken and slot.is_guest is is_guest and slot.is_interpreter is one.is_interpreter
        )
        number = min(own, default=None)
        if number is None:
            late.append((one, is_guest))
        else:
            taken[number] = (one, is_guest)
    # Where somebody was put on a seat of the other side, one of that side finds room on this.
    free = sorted(slots.keys() - taken.keys())
    taken.update(zip(free, late, strict=True))
    return taken


def _seat(number: int, slot: Slot, who: Seated, is_guest: bool) -> Seat:
    side = "partner" if slot.is_guest else "home"
    return Seat(number, side, slot.rank, slot.is_interpreter, slot.x, slot.y, slot.table, who, is_guest)
