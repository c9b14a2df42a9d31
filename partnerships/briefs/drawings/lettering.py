"""Words in a drawing: how wide they are, about, and how they break; SVG breaks no lines by itself."""

import re
import unicodedata

ELLIPSIS = "…"
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
    """``text`` in at most so many ``lines`` of ``width``, broken between words where it can, else within one.

    What is too long even so is cut with an ellipsis.
    """
    rows: list[str] = []
    rest = " ".join(text.split())
    while rest and len(rows) < lines:
        row = _first_row(rest, size, width)
        inside = rest[len(row) - 1 : len(row) + 1]
        rest = rest[len(row) :].strip()
        rows.append(row.strip() + ("-" if len(inside) == 2 and inside.isascii() and inside.isalpha() else ""))
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


def wrapped(text: str, size: float, width: float, lines: int) -> list[str]:
    """``text`` on at most so many ``lines`` of ``width``, about equally long; nothing where a word would be broken."""
    words = re.findall(r"[^\s\-/·]*[\-/·]\s?|[^\s\-/·]+\s?", " ".join(text.split()))
    rows = _rows(words, size, width)
    if len(rows) > lines or any(width_of(row, size) > width for row in rows):
        return []
    # The narrowest column that takes no more lines has them alike.
    for share in (0.5, 0.6, 0.7, 0.8, 0.9):
        closer = _rows(words, size, width * share)
        if len(closer) == len(rows) and all(width_of(row, size) <= width for row in closer):
            return closer
    return rows


def _rows(words: list[str], size: float, width: float) -> list[str]:
    rows = [""]
    for word in words:
        if rows[-1] and width_of((rows[-1] + word).rstrip(), size) > width:
            rows.append("")
        rows[-1] += word
    return [row.strip() for row in rows]


def _first_row(text: str, size: float, width: float) -> str:
    if width_of(text, size) <= width:
        return text
    end = 1
    while end < len(text) and width_of(text[: end + 1], size) <= width:
        end += 1
    space = text.rfind(" ", 0, end + 1)
    return text[:space] if space > end // 2 else text[:end]
