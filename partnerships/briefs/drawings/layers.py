"""Laying out a family of papers in layers: the earlier above, the later below, few lines crossing."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise

Key = Hashable
# A place that a line passes on its way through a layer: (line's number, layer).
Passage = tuple[str, int, int]
SWEEPS = 8


def layers_of(keys: Sequence[Key], steps: Sequence[tuple[Key, Key]]) -> list[list[Key]]:
    """``keys`` in layers, so that each stands below all that its ``steps`` (later, earlier) lead to.

    Lines that run over several layers get a passage in each between; the order within a layer keeps neighbours near.
    """
    depth = _depths(keys, steps)
    layers: list[list[Key]] = [[] for _ in range(1 + max(depth.values(), default=0))]
    for key in keys:
        layers[depth[key]].append(key)
    links: list[tuple[Key, Key]] = []
    for number, (later, earlier) in enumerate(steps):
        chain = [later, *passages(number, depth[later], depth[earlier]), earlier]
        for passage in chain[1:-1]:
            layers[passage[2]].append(passage)  # type: ignore[index]  # passages are tuples
        links += pairwise(chain)
    for sweep in range(SWEEPS):
        _put_in_order(layers, links, downwards=sweep % 2 == 0)
    return layers


def passages(number: int, below: int, above: int) -> list[Passage]:
    """Where line ``number`` passes the layers between the one ``below`` and the one ``above``, upwards."""
    return [("passage", number, layer) for layer in range(below - 1, above, -1)]


def _depths(keys: Sequence[Key], steps: Sequence[tuple[Key, Key]]) -> dict[Key, int]:
    depth = dict.fromkeys(keys, 0)
    # As many rounds as there are papers reach every depth; a circle, which rules forbid, ends there too.
    for _round in keys:
        for later, earlier in steps:
            if depth[later] <= depth[earlier] < len(keys):
                depth[later] = min(depth[earlier] + 1, len(keys) - 1)
    # A paper that descends from none stands right above the first that descends from it.
    for key in keys:
        below = [depth[later] for later, earlier in steps if earlier == key]
        if below and not any(later == key for later, _earlier in steps):
            depth[key] = max(min(below) - 1, 0)
    return depth


def _put_in_order(layers: list[list[Key]], links: Sequence[tuple[Key, Key]], *, downwards: bool) -> None:
    for layer in layers[1:] if downwards else layers[-2::-1]:
        place = {key: _middle(index, len(row)) for row in layers for index, key in enumerate(row)}
        near = {
            key: [place[above] for below, above in links if below == key]
            if downwards
            else [place[below] for below, above in links if above == key]
            for key in layer
        }
        layer.sort(key=lambda key: _mean(near, place, key))


def _middle(index: int, count: int) -> float:
    return (index + 0.5) / count


def _mean(near: Mapping[Key, Sequence[float]], place: Mapping[Key, float], key: Key) -> float:
    return sum(near[key]) / len(near[key]) if near[key] else place[key]
