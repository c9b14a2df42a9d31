"""What changed between two papers of one kind, section by section in the very words of their sheets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest
from typing import Final

from partnerships.briefs.html import render_sheet
from partnerships.briefs.paper import Paper

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What makes a line of its own; the cells of a row share one.
_BLOCKS: Final = frozenset({"p", "li", "tr", "caption", "figcaption", "dt", "dd", "br", *_HEADINGS})
_CELLS: Final = frozenset({"td", "th"})
# What differs between any two papers and says nothing: stamps, numbers of pages, drawings.
_STAMPS: Final = ("sheet-bar", "sheet-marks", "book-cover-stamp", "sheet-colophon", "sheet-contents", "book-number")
_VOID: Final = frozenset({"br", "hr", "img", "wbr", "col"})
_ALIKE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a sheet: its heading, and what stands below it line by line."""

    heading: str
    lines: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Change:
    """One line that is new (``before`` is empty), is gone (``after`` is empty) or reads differently."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SectionChanges:
    """What changed in one section."""

    heading: str
    changes: tuple[Change, ...]


def changes_between(before: Paper, after: Paper) -> tuple[SectionChanges, ...]:
    """What ``after`` says otherwise than ``before``, in the order of its sections; sections that went come last."""
    old = {section.heading: section.lines for section in sections_of(render_sheet(before))}
    new = {section.heading: section.lines for section in sections_of(render_sheet(after))}
    told = []
    for heading in [*new, *(heading for heading in old if heading not in new)]:
        changes = tuple(_changes(old.get(heading, []), new.get(heading, [])))
        if changes:
            told.append(SectionChanges(heading, changes))
    return tuple(told)


def sections_of(sheet: str) -> tuple[Section, ...]:
    """The sections of a sheet; those of the same heading are told apart by the heading above or by their number."""
    reader = _SheetReader()
    reader.feed(sheet)
    reader.close()
    reader.end_line()
    return tuple(section for section in reader.sections if section.lines)


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for old, new in zip_longest(before[old_from:old_to], after[new_from:new_to], fillvalue=""):
            if old and new and SequenceMatcher(None, old, new).ratio() < _ALIKE:
                yield Change(old, "")
                yield Change("", new)
            else:
                yield Change(old, new)


class _SheetReader(HTMLParser):
    """Collects the lines of a sheet below their headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections: list[Section] = [Section("")]
        self._line: list[str] = []
        self._path: list[tuple[int, str]] = []
        self._heading = ""
        # How deep inside a part that is left out.
        self._left_out = 0

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if tag == "br":
                self._line.append(" ")
            return
        classes = (dict(attributes).get("class") or "").split()
        if self._left_out or tag == "svg" or any(stamp in classes for stamp in _STAMPS):
            self._left_out += 1
            return
        if tag in _BLOCKS:
            self.end_line()
        if tag in _CELLS and any(piece.strip() for piece in self._line):
            self._line.append(" · ")
        if tag in _HEADINGS:
            self._heading = tag

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self._left_out:
            self._left_out -= 1
        elif tag == self._heading:
            self._begin_section(int(tag[1]))
        elif tag in _BLOCKS:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self._line.append(data)

    def end_line(self) -> None:
        """What was read since the last line becomes one."""
        line = " ".join("".join(self._line).split())
        self._line = []
        if line.strip(" ·–"):
            self.sections[-1].lines.append(line)

    def _begin_section(self, level: int) -> None:
        heading = " ".join("".join(self._line).split())
        self._line, self._heading = [], ""
        self._path = [*(step for step in self._path if step[0] < level), (level, heading)]
        if len(self._path) == 1:
            # The title of the whole is a line as any other.
            self.sections[0].lines.append(heading)
            return
        name = " › ".join(words for _level, words in self._path[1:])
        known = sum(section.heading.rpartition(" #")[0] == name or section.heading == name for section in self.sections)
        self.sections.append(Section(f"{name} #{known + 1}" if known else name))
