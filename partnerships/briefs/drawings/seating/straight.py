"""Tables with straight sides: two sides that face each other, the letter U, and rows before a stage."""

from collections.abc import Iterator

from partnerships.briefs.drawings.seating.slots import (
    ARM,
    CHIPS,
    FULL,
    NAMES,
    Card,
    Counts,
    Furniture,
    Layout,
    Slot,
    Who,
    alternate,
    in_rows,
    ranks,
)

GAP_X, GAP_Y = 10, 14
TABLE = 76
AISLE = 46


def _card(most: int, full: int, names: int) -> Card:
    return FULL if most <= full else NAMES if most <= names else CHIPS


def facing(counts: Counts) -> Layout:
    """Heads opposite each other in the middle, the others right and left of them; further rows behind."""
    card = _card(counts.most, 7, 27)
    capacity = {FULL: 7, NAMES: 9, CHIPS: 11}[card]
    card = counts.fit(card)
    slots = [
        *_facing_side(counts, card, capacity, is_guest=True),
        *_facing_side(counts, card, capacity, is_guest=False),
    ]
    front = [slot.x for slot in slots if abs(slot.y) < TABLE / 2 + card.height + GAP_Y] or [0.0]
    left, right = min(front) - card.width / 2, max(front) + card.width / 2
    table = Furniture("table", left, -TABLE / 2, right - left, TABLE)
    return Layout(card, tuple(slots), (table,))


def _facing_side(counts: Counts, card: Card, capacity: int, *, is_guest: bool) -> Iterator[Slot]:
    outward = -1 if is_guest else 1
    for row, people in enumerate(in_rows(counts, capacity, is_guest=is_guest)):
        y = outward * (TABLE / 2 + 12 + card.height / 2 + row * (card.height + GAP_Y))
        for place, (rank, interprets) in enumerate(people):
            # The right hand of those who look down the drawing is at its left.
            x = outward * alternate(place) * (card.width + GAP_X)
            yield Slot(is_guest, rank, x, y, interprets)


def u_shape(counts: Counts) -> Layout:
    """Both heads at the closed end, the guest of honour at the host's right; each side along its own arm."""
    card = _card(counts.most, 9, 27)
    at_head = 1 if counts.most <= 4 else 2
    deep = {FULL: 7, NAMES: 10, CHIPS: 15}[card]
    card = counts.fit(card)
    step_x, step_y = card.width + GAP_X, card.height + GAP_Y
    middle = max(at_head * step_x, 130) + ARM / 2
    top = card.height / 2 + 10
    slots = []
    for is_guest in (True, False):
        toward = -1 if is_guest else 1
        people = ranks(counts.of(is_guest=is_guest))
        for place, (rank, _interprets) in enumerate(people[:at_head]):
            slots.append(Slot(is_guest, rank, toward * (place + 0.5) * step_x, 0))
        for rank, _interprets in ranks(counts.interpreters_of(is_guest=is_guest)):
            slots.append(Slot(is_guest, rank, toward * (rank - 0.5) * step_x, -step_y, is_interpreter=True))
        for place, (rank, _interprets) in enumerate(people[at_head:]):
            column, row = divmod(place, deep)
            x = toward * (middle + ARM / 2 + 12 + card.width / 2 + column * step_x)
            slots.append(Slot(is_guest, rank, x, top + ARM / 2 + row * step_y))
    arm = min(max(counts.most - at_head, 1), deep) * step_y - GAP_Y
    table = Furniture("u", -middle - ARM / 2, top, 2 * middle + ARM, max(arm, 2 * ARM))
    return Layout(card, tuple(slots), (table,))


def theatre(counts: Counts) -> Layout:
    """Rows before a stage: the heads in front at the aisle, the guests at the host's right, then outwards."""
    if not counts.home + counts.home_interpreters or not counts.guests + counts.guest_interpreters:
        return _one_block(counts)
    card = _card(counts.most, 9, 27)
    home, guests = _shares(counts, {FULL: 6, NAMES: 8, CHIPS: 12}[card])
    card = counts.fit(card)
    slots: list[Slot] = []
    for is_guest, wide in ((True, guests), (False, home)):
        toward = 1 if is_guest else -1
        for row, people in enumerate(in_rows(counts, wide, is_guest=is_guest)):
            for place, who in enumerate(people):
                x = toward * (AISLE / 2 + card.width / 2 + place * (card.width + GAP_X))
                slots.append(_row_slot(who, x, row, card, is_guest=is_guest))
    return Layout(card, tuple(slots), (_stage(slots, card),), has_door=False)


def _shares(counts: Counts, seats: int) -> tuple[int, int]:
    """(home, guests): how a row of ``seats`` is parted so that both sides take about as many rows.

    No side has less than a quarter of it, so that a small one does not sit in single file.
    """
    home, guests = counts.home + counts.home_interpreters, counts.guests + counts.guest_interpreters
    least = seats // 4
    share = min(max(round(seats * home / (home + guests)), least), seats - least)
    # Where each side fits into half a row, the aisle is in the middle.
    return (seats // 2, seats // 2) if max(home, guests) <= seats // 2 else (share, seats - share)


def _one_block(counts: Counts) -> Layout:
    """One side alone sits in the middle, right and left of its head."""
    card = _card(counts.most, 14, 40)
    is_guest = bool(counts.guests + counts.guest_interpreters)
    capacity = {FULL: 7, NAMES: 9, CHIPS: 11}[card]
    card = counts.fit(card)
    slots = [
        _row_slot(who, alternate(place) * (card.width + GAP_X), row, card, is_guest=is_guest)
        for row, people in enumerate(in_rows(counts, capacity, is_guest=is_guest))
        for place, who in enumerate(people)
    ]
    return Layout(card, tuple(slots), (_stage(slots, card),), has_door=False)


def _row_slot(who: Who, x: float, row: int, card: Card, *, is_guest: bool) -> Slot:
    rank, interprets = who
    return Slot(is_guest, rank, x, row * (card.height + GAP_Y), interprets)


def _stage(slots: list[Slot], card: Card) -> Furniture:
    left = min((slot.x for slot in slots), default=0) - card.width / 2
    right = max((slot.x for slot in slots), default=0) + card.width / 2
    width = max(min((right - left) * 0.7, 560), 220)
    return Furniture("stage", (left + right - width) / 2, -card.height / 2 - 34 - 48, width, 48)
