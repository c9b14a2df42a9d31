"""What is written on a card: on as many lines as it takes and smaller where it is long, so that little is ever cut."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from partnerships.briefs.drawings.lettering import LARGE, broken, width_of, wrapped
from partnerships.briefs.drawings.seating.slots import Card

# (share of the full size, lines), in the order of liking: at first on one line, at last small on many.
_NAME: Final = ((1.0, 2), (0.9, 2), (0.85, 3), (0.78, 4), (0.72, 5), (0.66, 5))
_POST: Final = ((1.0, 2), (0.92, 3), (0.85, 4), (0.85, 5))
_SHRUNK: Final = 0.85
# Where only a broken word fits, so many lines more before anything is cut.
_MORE: Final = 2
# The room above and below the words.
_ABOVE: Final = 8
_LEADING: Final = 1.18


@dataclass(frozen=True)
class Row:
    """One line on a card."""

    words: str
    size: float
    is_name: bool

    @property
    def height(self) -> float:
        """How high it is."""
        return self.size * _LEADING


def rows_on(card: Card, name: str, second: str) -> tuple[Row, ...]:
    """The lines of ``name`` and of what stands below it, as many as they need."""
    room = card.width - (18 if card.has_post else 12)
    names = [Row(words, size, True) for words, size in _lines(name, card.size, room, _NAME)]
    return (*names, *(Row(words, size, False) for words, size in _lines(second, card.size - 3, room, _POST)))


def height_of(rows: Iterable[Row]) -> float:
    """How high those lines are together."""
    return sum(row.height for row in rows)


def grown(card: Card, people: Iterable[tuple[str, str]]) -> Card:
    """``card``, as high as the longest of (name, what stands below it) needs: all cards of a plan are alike."""
    most = max((height_of(rows_on(card, name, second)) for name, second in people), default=0)
    return replace(card, height=max(card.height, int(most + 2 * _ABOVE + 1)))


def _lines(text: str, size: float, room: float, steps: tuple[tuple[float, int], ...]) -> list[tuple[str, float]]:
    if not text:
        return []
    wide = width_of(text, size)
    if wide <= room:
        return [(text, size)]
    # A name is rather written smaller than broken.
    if wide * _SHRUNK <= room and (size >= LARGE or " " not in text):
        return [(text, round(size * room / wide - 0.05, 1))]
    for share, lines in steps:
        rows = wrapped(text, size * share, room, lines)
        if rows:
            return [(row, round(size * share, 1)) for row in rows]
    share, lines = steps[-1]
    return [(row, round(size * share, 1)) for row in broken(text, size * share, room, lines + _MORE)]
