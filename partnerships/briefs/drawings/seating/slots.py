"""What a layout is made of: cards of three widths, the slots for them, and the furniture between."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Card:
    """How large the card of one seat is at least, and in what size names are written on it."""

    width: int
    height: int
    size: int
    # Whether there is room for the post below the name.
    has_post: bool = False


# How deep a table with straight sides is that people sit at on one side only.
ARM: Final = 54

FULL: Final = Card(128, 70, 16, has_post=True)
NAMES: Final = Card(104, 48, 14)
CHIPS: Final = Card(82, 40, 12)


def _as_it_is(card: Card) -> Card:
    return card


@dataclass(frozen=True)
class Counts:
    """How many sit on each side, and how many interpret for them; ``fit`` makes a card high enough for their words."""

    home: int
    guests: int
    home_interpreters: int = 0
    guest_interpreters: int = 0
    fit: Callable[[Card], Card] = _as_it_is

    @property
    def most(self) -> int:
        """The people of the larger side."""
        return max(self.home, self.guests)

    def of(self, *, is_guest: bool) -> int:
        """The people of one side."""
        return self.guests if is_guest else self.home

    def interpreters_of(self, *, is_guest: bool) -> int:
        """The interpreters of one side."""
        return self.guest_interpreters if is_guest else self.home_interpreters


@dataclass(frozen=True)
class Slot:
    """A seat that waits for somebody: the ``rank``-th of its side, or of its side's interpreters."""

    is_guest: bool
    rank: int
    x: float
    y: float
    is_interpreter: bool = False
    table: int = 0


@dataclass(frozen=True)
class Furniture:
    """Something between the seats: ``table``, ``u``, ``round`` or ``stage``; ``words`` name it."""

    kind: str
    x: float
    y: float
    width: float
    height: float
    words: str = ""


@dataclass(frozen=True)
class Layout:
    """Slots and furniture of one shape, about any origin; ``has_door`` where the door is drawn opposite the guests."""

    card: Card
    slots: tuple[Slot, ...]
    furniture: tuple[Furniture, ...]
    has_door: bool = True


Who = tuple[int, bool]


def ranks(count: int, first: int = 1, *, interpreters: bool = False) -> list[Who]:
    """(rank, whether they interpret) of ``count`` people from the rank ``first`` on."""
    return [(rank, interpreters) for rank in range(first, first + count)]


def in_rows(counts: Counts, capacity: int, *, is_guest: bool) -> list[list[Who]]:
    """One side in rows of ``capacity`` by precedence; interpreters stand first in the second row, behind their head."""
    people = ranks(counts.of(is_guest=is_guest))
    behind = ranks(counts.interpreters_of(is_guest=is_guest), interpreters=True) + people[capacity:]
    rows = [people[:capacity], *(behind[start : start + capacity] for start in range(0, len(behind), capacity))]
    return [row for row in rows if row] if people else [row for row in rows[1:] if row]


def alternate(place: int) -> int:
    """Where the one at ``place`` (from 0) sits from the middle: 0, 1, -1, 2, -2, the right hand first."""
    return (place + 1) // 2 * (1 if place % 2 else -1)


def cards_touch(slots: Iterable[Slot], card: Card, gap: float = 8) -> bool:
    """Whether two cards stand nearer to each other than ``gap``."""
    rest = list(slots)
    return any(
        abs(one.x - other.x) < card.width + gap and abs(one.y - other.y) < card.height + gap
        for number, one in enumerate(rest)
        for other in rest[number + 1 :]
    )
