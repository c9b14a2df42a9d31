"""Words in a drawing: how wide they are, about, and how they break; SVG breaks no lines by itself."""

import unicodedata

ELLIPSIS = "…"
# How much smaller a line may be written before it is broken.
SMALLEST = 0.85
# From this size on a name is rather written smaller than broken.
LARGE = 14


def width_of(text: str, size: float) -> float:
    """About how wide ``text`` is at ``size``: Korean and Chinese signs take a square, Latin letters about half."""
    return size * sum(_share(sign) for sign in text)


def _share(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 0.95
    return 0.3 if sign in " .,·:;'|ilj()[]" else 0.68 if sign.isupper() else 0.56


def broken(text: str, size: float, width: float, lines: int) -> list[str]:
    """``text`` in at most so many ``lines`` of ``width``, broken between words where it can, cut with an ellipsis."""
    rows: list[str] = []
    rest = " ".join(text.split())
    while rest and len(rows) < lines:
        row = _first_row(rest, size, width)
        rest = rest[len(row) :].strip()
        rows.append(row.strip())
    if rest and rows:
        rows[-1] = shortened(rows[-1] + rest, size, width)
    return rows


def shortened(text: str, size: float, width: float) -> str:
    """``text``, cut with an ellipsis where it is wider than ``width``."""
    if width_of(text, size) <= width:
        return text
    while text and width_of(text + ELLIPSIS, size) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def fitted(text: str, size: float, width: float, lines: int) -> tuple[list[str], float]:
    """``text`` on one or two ``lines`` of ``width``, and the size to write it in: a little smaller to save a line.

    It breaks where both lines come out alike, between words or after a hyphen if there are any.
    """
    wide = width_of(text, size)
    if wide <= width:
        return [text], size
    if wide * SMALLEST <= width and (lines < 2 or size >= LARGE or " " not in text):
        return [text], round(size * width / wide - 0.05, 1)
    if lines < 2:
        return [shortened(text, size, width)], size
    ends = [end for end, sign in enumerate(text, 1) if sign in " -" and end < len(text)] or [(len(text) + 1) // 2]
    pairs = [(text[:end].strip(), text[end:].strip()) for end in ends]
    rows = min(pairs, key=lambda pair: max(width_of(row, size) for row in pair))
    return [shortened(row, size, width) for row in rows], size


def _first_row(text: str, size: float, width: float) -> str:
    if width_of(text, size) <= width:
        return text
    end = 1
    while end < len(text) and width_of(text[: end + 1], size) <= width:
        end += 1
    space = text.rfind(" ", 0, end + 1)
    return text[:space] if space > end // 2 else text[:end]
