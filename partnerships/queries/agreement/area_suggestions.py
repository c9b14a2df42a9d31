"""Which cooperation areas a clause speaks of, by their names and the words kept with them."""

import re
from collections.abc import Iterator, Sequence

from partnerships.models.cooperation_area import CooperationArea

_BETWEEN = re.compile(r"[·ㆍ․‧&/,\n]|\s(?:and|및)\s")
# Parts of names that stand in clauses of every field.
_EVERYWHERE = {"정책", "개발", "교류", "협력", "혁신", "development", "policy", "innovation", "administration"}


def suggest_areas(text: str, areas: Sequence[CooperationArea]) -> list[CooperationArea]:
    """The areas of ``areas``, in their order, whose name or keywords stand in ``text``.

    A word within a longer one that also counts does not: 공유경제 speaks of the sharing economy, not of the economy.
    """
    tight, loose = re.sub(r"\s", "", text).casefold(), text.casefold()
    found = [
        (span, area)
        for area in areas
        for word in _words(area)
        for span in (_ascii_spans(word, loose) if word.isascii() else _spans(re.sub(r"\s", "", word), tight))
    ]
    named = {area.id for span, area in found if not any(_within(span, other) for other, _area in found)}
    return [area for area in areas if area.id in named]


def _words(area: CooperationArea) -> Iterator[str]:
    """The parts of the names that say something, and every keyword."""
    for name in (area.name_ko, area.name_en):
        for part in _BETWEEN.split(name or ""):
            if len(part.strip()) > 1 and part.strip().casefold() not in _EVERYWHERE:
                yield part.strip().casefold()
    for line in (area.keywords or "").splitlines():
        if line.strip():
            yield line.strip().casefold()


Span = tuple[bool, int, int]


def _spans(word: str, text: str) -> Iterator[Span]:
    """Where a Korean word stands, spaces aside: 도시 계획 is 도시계획."""
    return ((False, match.start(), match.end()) for match in re.finditer(re.escape(word), text))


def _ascii_spans(word: str, text: str) -> Iterator[Span]:
    """Where an English word stands as a word of its own, in the singular or the plural."""
    return ((True, match.start(), match.end()) for match in re.finditer(rf"\b{re.escape(word)}(?:e?s)?\b", text))


def _within(one: Span, other: Span) -> bool:
    """Whether ``one`` lies within the longer ``other``."""
    longer = other[2] - other[1] > one[2] - one[1]
    return one[0] == other[0] and longer and other[1] <= one[1] and one[2] <= other[2]
