"""A pasted text as its clauses: one for each article, number, letter or bullet, with what its words suggest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.languages import N_
from partnerships.models.agreement import Cadence, CommitmentKind
from partnerships.models.side import Side
from partnerships.transfer import wording
from partnerships.transfer.markers import HEADED, Marker, find_marker

# A heading is short; what is longer is a clause that somebody forgot to end.
LONGEST_HEADING = 60
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_RULED = re.compile(r"[-–—=_*~#\s]{3,}|[-–—]?\s*\d{1,3}\s*[-–—]|(page|쪽)\s*\d+.*", re.IGNORECASE)
_HEADING = re.compile(r"[(\[【〔「<（［]\s*(.+?)\s*[)\]】〕」>）］]\s*(.*)", re.DOTALL)
# Points that were pasted as one line: after the end of a sentence, the next article or circled number.
_RUN_ON = re.compile(r"(?<=[.다;])[ \t]+(?=[②-⑳]|제\s?\d+조\s?\()")
# A line that breaks off after a particle or holds a verb is the beginning of a sentence and no heading.
_BEGUN = re.compile(
    r"[과와은는이가을를의에로고며여]$|[은는]\s|\b(shall|will|agrees?|the|of|and|in|to)$|\b(shall|will|agree)\b", re.I
)
_TORN_WORD = re.compile(r"(다|니다|습니다|요)[.。]?")


@dataclass(frozen=True)
class Clause:
    """One clause: its ``number`` as written, its ``heading``, its words, and what they suggest.

    ``is_operative`` guesses whether it promises anything; ``reason`` says, as a message, why it does not.
    """

    text: str
    number: str | None = None
    heading: str | None = None
    is_operative: bool = True
    reason: str | None = None
    kind: CommitmentKind = CommitmentKind.OTHER
    owed_by: Side = Side.BOTH
    cadence: Cadence = Cadence.NOT_STATED
    cadence_years: int | None = None
    hosts_alternate: bool = False

    @property
    def is_korean(self) -> bool:
        """Whether its words are Korean, or Korean and another language side by side."""
        return re.search("[가-힣]", self.text) is not None


@dataclass
class _Piece:
    """What is being read: the marker, the lines after it, and above which pieces it stands."""

    marker: Marker | None = None
    parent: "_Piece | None" = None
    heading: str | None = None
    text: str = ""
    reason: str | None = None
    children: int = 0


def split_clauses(text: str, home: Sequence[str] = (), partner: Sequence[str] = ()) -> list[Clause]:
    """The clauses of ``text`` in their order; ``home`` and ``partner`` are the names by which the sides are called.

    A line that begins with no marker continues the one before, unless that one was ended and a blank line follows.
    What stands before the first marker, leads to other points, defines words, governs the paper itself or belongs to
    the signatures comes too, but is not operative.
    """
    lines = _lines(text)
    pieces = _Reading().read(lines) if any(find_marker(line, {}) for line in lines) else _unmarked(lines)
    return [_clause(piece, home, partner) for piece in pieces if piece.text]


def _lines(text: str) -> list[str]:
    """The lines, cleaned of what word processors leave; an empty one stands for any number of blank lines."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = re.sub("\u00ad\\s*\n\\s*", "", text).replace("\u00ad", "")
    text = _RUN_ON.sub("\n", text)
    lines = (_SPACES.sub(" ", _INVISIBLE.sub("", line)).strip() for line in text.split("\n"))
    return ["" if _RULED.fullmatch(line) else line for line in lines]


def _unmarked(lines: list[str]) -> list[_Piece]:
    """A text without a single marker: each line is a clause, or goes on where the one before was broken."""
    pieces: list[_Piece] = []
    for line in lines:
        before = pieces[-1].text if pieces else ""
        broken = before.endswith((",", "-", "·", "및", " and", " or")) or (before and line[:1].islower())
        if before and line and (broken or _TORN_WORD.fullmatch(line)):
            pieces[-1].text = _joined(before, line)
        elif line:
            pieces.append(
                _Piece(text=line, reason=N_("It belongs to the signatures.") if wording.closes(line) else None)
            )
    return pieces


class _Reading:
    """Reads line after line and keeps the pieces that are open, the widest first."""

    def __init__(self) -> None:
        self.pieces: list[_Piece] = []
        self.open: list[_Piece] = []
        self.orders: dict[str, int] = {}
        self.after_blank = False
        self.closing = False

    def read(self, lines: list[str]) -> list[_Piece]:
        for line in lines:
            if not line:
                self.after_blank = True
                continue
            marker = None if self._stays_closing(line) else find_marker(line, self.orders)
            if marker is not None:
                self._begin(marker)
            else:
                self._go_on(line)
            self.after_blank = False
        return self.pieces

    def _stays_closing(self, line: str) -> bool:
        return self.closing and wording.closes(line)

    def _begin(self, marker: Marker) -> None:
        """A marked line: it closes what is not wider than itself and begins a piece."""
        self.closing = False
        if marker.is_note:
            self.pieces.append(_Piece(marker, text=marker.rest, reason=N_("It is a note.")))
            return
        styles = [piece.marker.style for piece in self.open if piece.marker]
        if marker.style in styles:
            self._close(styles.index(marker.style))
        elif marker.style in HEADED:
            rank = HEADED.index(marker.style)
            wider = [style for style in styles if style in HEADED and HEADED.index(style) < rank]
            self._close(len(wider))
        parent = self._above(marker)
        piece = _Piece(marker, parent)
        self._take_words(piece, marker)
        if parent is not None:
            parent.children += 1
        if marker.order is not None:
            self.orders[marker.style] = marker.order
        self.pieces.append(piece)
        self.open.append(piece)
        inner = find_marker(piece.text, self.orders) if marker.number else None
        if inner is not None and inner.number:
            piece.text = ""
            self._begin(inner)

    def _above(self, marker: Marker) -> "_Piece | None":
        """What a piece stands under: a bullet after a promise stands beside it, unless that leads to what follows."""
        above = self.open[-1] if self.open else None
        while above is not None and not marker.number and _is_promise_of_its_own(above):
            above = above.parent
        return above

    def _close(self, keep: int) -> None:
        """Close all but the first ``keep`` pieces; the orders of what stood below begin anew."""
        for piece in self.open[keep:]:
            if piece.marker and piece is not self.open[keep]:
                self.orders.pop(piece.marker.style, None)
        del self.open[keep:]

    def _take_words(self, piece: _Piece, marker: Marker) -> None:
        """The rest of a marked line: a heading, words, or a heading and words."""
        rest = marker.rest
        if marker.is_article and (match := _HEADING.fullmatch(rest)):
            piece.heading, rest = match[1], match[2]
        elif marker.is_article and rest and _reads_as_heading(rest) and not _BEGUN.search(rest):
            piece.heading, rest = rest, ""
        piece.text = rest

    def _go_on(self, line: str) -> None:
        """An unmarked line: more of the last piece, the foot of the paper, or words of their own."""
        if not self.pieces:
            self.pieces.append(_Piece(text=line, reason=N_("It stands before the first clause.")))
            return
        last = self.pieces[-1]
        if not self.closing and self.open and wording.closes(line) and wording.is_ended(last.text + "."):
            self.closing = True
            self.open.clear()
            self.pieces.append(_Piece(text=line, reason=N_("It belongs to the signatures.")))
        elif self.closing or not self._is_new_paragraph(last, line):
            last.text = _joined(last.text, line)
        else:
            self._begin_paragraph(last, line)

    def _is_new_paragraph(self, last: _Piece, line: str) -> bool:
        ended = wording.is_ended(last.text) or not self.open or line[0] in "[【<〈《"
        return bool(self.after_blank and last.text and ended)

    def _begin_paragraph(self, last: _Piece, line: str) -> None:
        article = next((piece for piece in self.open if piece.marker and piece.marker.is_article), None)
        if article is not None:
            self.pieces.append(_Piece(article.marker, article.parent, article.heading, line))
        elif not self.open:
            self.pieces.append(_Piece(text=line, reason=last.reason))
        else:
            self.pieces.append(_Piece(text=line, reason=N_("It stands outside the clauses.")))


def _reads_as_heading(words: str) -> bool:
    return len(words) <= LONGEST_HEADING and not wording.is_ended(words) and not words.endswith((",", ":"))


def _is_promise_of_its_own(piece: _Piece) -> bool:
    """Whether the piece says itself what is done, so that no bullet after it needs to."""
    is_article = piece.marker is not None and piece.marker.is_article
    return not is_article and not wording.introduces(piece.text) and wording.acts(piece.text)


def _joined(before: str, line: str) -> str:
    """Two lines of one clause; a word that the line's end tore apart is mended."""
    if not before or before.endswith("-") or _TORN_WORD.fullmatch(line):
        return before + line
    return f"{before} {line}"


def _clause(piece: _Piece, home: Sequence[str], partner: Sequence[str]) -> Clause:
    reason = piece.reason
    if reason is None and piece.children and _reads_as_heading(piece.text) and not wording.acts(piece.text):
        reason = N_("It is a heading of the points below.")
    heading = piece.heading or _heading_above(piece)
    reason = reason or wording.nothing_promised(heading, piece.text)
    cadence, years = wording.cadence_of(piece.text)
    return Clause(
        text=piece.text,
        number=_number(piece),
        heading=heading,
        is_operative=reason is None,
        reason=reason,
        kind=wording.kind_of(piece.text),
        owed_by=wording.owed_by(piece.text, home, partner),
        cadence=cadence,
        cadence_years=years,
        hosts_alternate=wording.takes_turns(piece.text),
    )


def _number(piece: _Piece) -> str | None:
    """The numbers from the article down to the piece, as written: ``제2조 ①``, ``2. 가.``; bullets have none."""
    numbers = []
    at: _Piece | None = piece
    while at is not None:
        if at.marker and at.marker.number and at.marker.style not in ("장", "절"):
            numbers.append(at.marker.number)
        at = at.parent
    return " ".join(reversed(numbers)) or None


def _heading_above(piece: _Piece) -> str | None:
    """The heading of the nearest piece that this one stands under."""
    at = piece.parent
    while at is not None:
        if at.heading or _reads_as_heading(at.text):
            return at.heading or at.text or None
        at = at.parent
    return None
