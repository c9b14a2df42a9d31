"""Round tables: one with the heads opposite each other, or, of a large company, many of ten seats."""

from collections.abc import Sequence
from math import cos, radians, sin

from partnerships.briefs.drawings.seating.slots import (
    CHIPS,
    FULL,
    NAMES,
    Card,
    Counts,
    Furniture,
    Layout,
    Slot,
    cards_touch,
)

# What one table seats before the company is parted into tables of ten.
LARGEST = 20
SEATS = 10
GAP = 12

Person = tuple[bool, int]


def round_table(counts: Counts) -> Layout:
    """The heads opposite each other, home and guests by turns right and left of them."""
    if counts.home + counts.guests > LARGEST:
        return _many(counts)
    card = counts.fit(FULL if counts.home + counts.guests <= 14 else NAMES)
    people = _places(list(range(1, counts.guests + 1)), list(range(1, counts.home + 1)))
    slots, table = _ring(people, card, 96)
    return Layout(card, (*slots, *_behind(counts, slots, card)), (table,))


def _places(guests: Sequence[int], home: Sequence[int]) -> list[tuple[float, Person]]:
    """(angle from the top, clockwise, who): of the ranks given, the first guest at the top, the first host opposite."""
    waiting = {True: list(guests), False: list(home)}

    def take(*, is_guest: bool) -> Person:
        side = is_guest if waiting[is_guest] else not is_guest
        return side, waiting[side].pop(0)

    total = len(guests) + len(home)
    if not total:
        return []
    found = [(0.0, take(is_guest=True))]
    if total == 1:
        return found
    found.append((180.0, take(is_guest=False)))
    right = (total - 1) // 2
    left = total - 2 - right
    taken: set[float] = set()
    for distance in range(1, right + 1):
        near = distance % 2 == 1
        # The right hand of whoever sits at the top is the left of the drawing, and at the foot the other way round.
        spots = (
            (360 - _angle(distance, left), left, not near),
            (_angle(right + 1 - distance, right), right, near),
            (_angle(distance, right), right, not near),
            (360 - _angle(left + 1 - distance, left), left, near),
        )
        for angle, seats, is_guest in spots:
            if distance <= seats and angle not in taken:
                taken.add(angle)
                found.append((angle, take(is_guest=is_guest)))
    return found


def _angle(place: int, seats: int) -> float:
    return round(180 * place / (seats + 1), 4)


def _ring(
    people: Sequence[tuple[float, Person]], card: Card, radius: float, table: int = 0
) -> tuple[list[Slot], Furniture]:
    """Cards about a table just as large as they need, ``radius`` at least."""
    while cards_touch(slots := [_at(angle, who, card, radius, table) for angle, who in people], card):
        radius += 4
    return slots, Furniture("round", -radius, -radius, 2 * radius, 2 * radius, str(table or ""))


def _at(angle: float, who: Person, card: Card, radius: float, table: int) -> Slot:
    across, up = sin(radians(angle)), cos(radians(angle))
    away = radius + GAP + abs(across) * card.width / 2 + abs(up) * card.height / 2
    return Slot(*who, x=away * across, y=-away * up, table=table)


def _behind(counts: Counts, slots: Sequence[Slot], card: Card) -> list[Slot]:
    """The interpreters, outside the ring behind the head of their side, side by side."""
    found = []
    for is_guest in (True, False):
        count = counts.interpreters_of(is_guest=is_guest)
        head = next((slot for slot in slots if slot.is_guest is is_guest and slot.rank == 1), None)
        for number in range(count):
            x = (head.x if head else 0) + (number - (count - 1) / 2) * (card.width + 8)
            below = head.y > 0 if head else not is_guest
            y = (head.y if head else 0) + (1 if below else -1) * (card.height + 10)
            found.append(Slot(is_guest, number + 1, x, y, is_interpreter=True, table=head.table if head else 0))
    return found


def _many(counts: Counts) -> Layout:
    """Tables of ten, the heads at the first, which stands in front; both sides at every table, by precedence."""
    card = counts.fit(CHIPS)
    tables = -(-(counts.home + counts.guests) // SEATS)
    shares = list(zip(_shared(counts.guests, tables), _shared(counts.home, tables), strict=True))
    rings = [_ring(_places(*share), card, 80, number) for number, share in enumerate(shares, 1)]
    wide = max(ring.width for _slots, ring in rings) + 2 * (GAP + card.width)
    high = max(ring.height for _slots, ring in rings) + 2 * (GAP + card.height)
    columns = 2 if tables in (2, 4) else 3
    extra = card.height + 10 if counts.home_interpreters or counts.guest_interpreters else 0
    slots: list[Slot] = []
    furniture = []
    for number, (ring_slots, ring) in enumerate(rings):
        row, place = divmod(number, columns)
        column = (1, 2, 0)[place] if columns == 3 else place
        x, y = column * (wide + 16), row * (high + 20) + (extra if row else 0)
        if not number:
            ring_slots = [*ring_slots, *_behind(counts, ring_slots, card)]
        slots += [_moved(slot, x, y) for slot in ring_slots]
        furniture.append(Furniture("round", ring.x + x, ring.y + y, ring.width, ring.height, ring.words))
    return Layout(card, tuple(slots), tuple(furniture))


def _moved(slot: Slot, x: float, y: float) -> Slot:
    return Slot(slot.is_guest, slot.rank, slot.x + x, slot.y + y, slot.is_interpreter, slot.table)


def _shared(count: int, tables: int) -> list[list[int]]:
    """The ranks 1 to ``count`` over ``tables``, as evenly as they go, the first tables the highest."""
    few, more = divmod(count, tables)
    found, first = [], 1
    for table in range(tables):
        size = few + (table < more)
        found.append(list(range(first, first + size)))
        first += size
    return found
