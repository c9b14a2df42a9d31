"""The family of an agreement as a small graph: earlier papers above, what each does to them on the lines between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from partnerships.briefs.drawings.layers import Key, layers_of, passages
from partnerships.briefs.drawings.lettering import broken, shortened, width_of

WIDTH, HEIGHT = 232, 124
# Between papers of one layer, between layers (where the words of the lines stand), and around it all.
ACROSS, DOWN, MARGIN = 28, 76, 10
PASSAGE = 24
PAD = 14
FONT = "Partnerships Sans, Pretendard GOV, Noto Sans KR Variable, sans-serif"
SMALL, NORMAL = 12, 14


@dataclass(frozen=True)
class Paper:
    """One paper of the family in words; ``shape`` is before, valid, over or outside and stands beside ``status``."""

    key: str
    title: str
    when: str
    kind: str
    status: str
    shape: str
    url: str | None = None
    is_current: bool = False


@dataclass(frozen=True)
class Step:
    """What the ``later`` paper does to the ``earlier`` one."""

    later: str
    earlier: str
    relation: str


def draw_lineage(papers: Sequence[Paper], steps: Sequence[Step], name: str, current: str = "") -> str:
    """The SVG of a family; ``name`` is read out for the whole, ``current`` is written at the paper one looks at."""
    keys: list[Key] = [paper.key for paper in papers]
    known = [step for step in steps if step.later in keys and step.earlier in keys]
    layers = layers_of(keys, [(step.later, step.earlier) for step in known])
    places = _places(layers)
    across = max((_row_width(layer) for layer in layers), default=0) + 2 * MARGIN
    down = len(layers) * (HEIGHT + DOWN) - DOWN + 2 * MARGIN
    depth = {key: index for index, layer in enumerate(layers) for key in layer}
    drawn = [
        *_lines(known, places, depth),
        *(_paper(paper, *places[paper.key], current) for paper in papers),
    ]
    head = (
        f'<svg class="lineage" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across:g} {down:g}" '
        f'width="{across:g}" height="{down:g}" role="group" aria-label="{escape(name)}" font-family="{FONT}">'
    )
    return f"{head}{''.join(drawn)}</svg>"


def _item_width(key: Key) -> int:
    return PASSAGE if isinstance(key, tuple) else WIDTH


def _row_width(layer: Sequence[Key]) -> int:
    return sum(map(_item_width, layer)) + ACROSS * (len(layer) - 1)


def _places(layers: Sequence[Sequence[Key]]) -> dict[Key, tuple[float, float]]:
    """{key: left upper corner}: each layer stands in the middle of the widest."""
    widest = max((_row_width(layer) for layer in layers), default=0)
    places: dict[Key, tuple[float, float]] = {}
    for index, layer in enumerate(layers):
        x = MARGIN + (widest - _row_width(layer)) / 2
        for key in layer:
            places[key] = (x, MARGIN + index * (HEIGHT + DOWN))
            x += _item_width(key) + ACROSS
    return places


def _lines(steps: Sequence[Step], places: Mapping[Key, tuple[float, float]], depth: Mapping[Key, int]) -> Iterator[str]:
    """The lines first, then their words, so that no line runs through a word."""
    words = []
    for later in dict.fromkeys(step.later for step in steps):
        own = [(number, step) for number, step in enumerate(steps) if step.later == later]
        own.sort(key=lambda pair: places[pair[1].earlier][0])
        for place, (number, step) in enumerate(own, 1):
            x = places[later][0] + WIDTH * place / (len(own) + 1)
            y = places[later][1]
            between = [places[key] for key in passages(number, depth[later], depth[step.earlier])]
            yield _line((x, y), between, places[step.earlier])
            # Words that would touch stand by turns a little higher.
            words.append(_word(step.relation, x, y - (44 if len(own) > 2 and place % 2 == 0 else 22)))
    yield from words


def _line(start: tuple[float, float], between: Iterable[tuple[float, float]], end: tuple[float, float]) -> str:
    """A line from the top of the later paper, past papers between, to an arrow at the foot of the earlier one."""
    tip = (end[0] + WIDTH / 2, end[1] + HEIGHT)
    points = [start]
    for x, y in between:
        points += [(x + PASSAGE / 2, y + HEIGHT), (x + PASSAGE / 2, y)]
    points.append((tip[0], tip[1] + 9))
    path = f"M{points[0][0]:g} {points[0][1]:g}"
    for (x, y), (next_x, next_y) in pairwise(points):
        bend = (y - next_y) / 2
        path += f"C{x:g} {y - bend:g} {next_x:g} {next_y + bend:g} {next_x:g} {next_y:g}"
    arrow = f"M{tip[0]:g} {tip[1] + 1:g}l-5 9h10z"
    return (
        f'<path class="lineage-line" d="{path}" fill="none" stroke="#6d7882" stroke-width="1.5"/>'
        f'<path class="lineage-arrow" d="{arrow}" fill="#6d7882"/>'
    )


def _word(text: str, x: float, y: float) -> str:
    width = width_of(text, SMALL) + 12
    return (
        f'<rect class="lineage-word-ground" x="{x - width / 2:g}" y="{y - 10:g}" width="{width:g}" height="20" rx="10" '
        f'fill="#ffffff"/>{_text("lineage-word", text, x, y + 4, SMALL, anchor="middle")}'
    )


def _text(name: str, text: str, x: float, y: float, size: int, *, anchor: str = "start", weight: int = 400) -> str:
    return (
        f'<text class="{name}" x="{x:g}" y="{y:g}" font-size="{size}" font-weight="{weight}" text-anchor="{anchor}" '
        f'fill="#1e2124">{escape(text)}</text>'
    )


def _paper(paper: Paper, x: float, y: float, current: str) -> str:
    outside = paper.shape == "outside"
    look = "lineage-card lineage-outside" if outside else "lineage-card"
    look += " lineage-now" if paper.is_current else ""
    edge = 'stroke-dasharray="5 4" ' if outside else ""
    room, left = WIDTH - 2 * PAD, x + PAD
    mark = current if paper.is_current else ""
    kept = room - (width_of(mark, SMALL) + 8 if mark else 0)
    parts = [
        f"<title>{escape(paper.title)}</title>",
        f'<rect class="{look}" x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}" rx="8" '
        f'{edge}fill="#ffffff" stroke="#6d7882" stroke-width="{2.5 if paper.is_current else 1}"/>',
        _text("lineage-small", shortened(paper.when, SMALL, kept), left, y + 23, SMALL),
    ]
    if mark:
        parts.append(_text("lineage-mark", mark, x + WIDTH - PAD, y + 23, SMALL, anchor="end", weight=700))
    for number, line in enumerate(broken(paper.title, NORMAL, room, 2)):
        parts.append(_text("lineage-title", line, left, y + 45 + number * 19, NORMAL, weight=700))
    if paper.kind:
        parts.append(_text("lineage-small", shortened(paper.kind, SMALL, room), left, y + 87, SMALL))
    parts.append(_shape(paper.shape, left + 5, y + 103.5))
    parts.append(_text("lineage-status", shortened(paper.status, SMALL, room - 18), left + 17, y + 108, SMALL))
    inner = "".join(parts)
    if paper.url:
        return f'<a class="lineage-paper" href="{escape(paper.url)}">{inner}</a>'
    return f'<g class="lineage-paper">{inner}</g>'


def _shape(shape: str, x: float, y: float) -> str:
    """A sign beside the status: an empty ring before, a full one while valid, a square when over, a dash outside."""
    if shape == "valid":
        return f'<circle class="lineage-valid" cx="{x:g}" cy="{y:g}" r="5" fill="#1e2124"/>'
    if shape == "over":
        return f'<rect class="lineage-over" x="{x - 4.5:g}" y="{y - 4.5:g}" width="9" height="9" fill="#6d7882"/>'
    if shape == "outside":
        return f'<path class="lineage-line" d="M{x - 5:g} {y:g}h10" stroke="#6d7882" stroke-width="2"/>'
    return (
        f'<circle class="lineage-before" cx="{x:g}" cy="{y:g}" r="4.25" fill="none" stroke="#1e2124" '
        'stroke-width="1.5"/>'
    )
