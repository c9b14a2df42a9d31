"""How much a paper may be and take; what goes beyond is refused before or ended while it is printed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

from partnerships.briefs.pdf.errors import RenderRefused

# What could fetch, embed, run or style: a paper's HTML has none of it, its looks are the renderer's own stylesheets.
_FORBIDDEN: Final = frozenset(
    {
        *(
            "script",
            "style",
            "link",
            "base",
            "iframe",
            "frame",
            "object",
            "embed",
            "applet",
            "audio",
            "video",
            "source",
        ),
        *("form", "input", "button", "select", "textarea", "template", "portal"),
        *("use", "foreignObject", "animate", "filter", "pattern", "linearGradient", "radialGradient"),
    }
)
_SPANS: Final = ("colspan", "rowspan", "span")
_WORD: Final = re.compile(r"\S+")


class Element(Protocol):
    """The part of ``xml.etree``'s element that is looked at."""

    tag: Any
    text: str | None
    tail: str | None
    attrib: dict[str, str]

    def __iter__(self) -> Iterator["Element"]: ...


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one paper. A 30-page annual review stays below a tenth of each."""

    seconds: float = 20.0
    memory_bytes: int = 1 << 30
    html_characters: int = 3_000_000
    values_characters: int = 3_000_000
    elements: int = 40_000
    depth: int = 40
    span: int = 60
    word_characters: int = 2_000

    @property
    def request_bytes(self) -> int:
        """The longest request that can be meant: every character may take four bytes, and JSON may escape some."""
        return 6 * (self.html_characters + self.values_characters)

    def check_request(self, html: str, values: str) -> None:
        """Raise ``RenderRefused`` when the HTML or the values are longer than a paper's."""
        if len(html) > self.html_characters:
            raise RenderRefused(f"{len(html):,} characters of HTML are more than {self.html_characters:,}")
        if len(values) > self.values_characters:
            raise RenderRefused(f"{len(values):,} characters of values are more than {self.values_characters:,}")

    def check_tree(self, root: Element) -> None:
        """Raise ``RenderRefused`` for a tree that would take too long to lay out, or asks for what no paper needs."""
        seen = 0
        # Not recursive: a deep tree must be refused, not overflow the stack.
        waiting: list[tuple[Element, int]] = [(root, 1)]
        while waiting:
            element, depth = waiting.pop()
            seen += 1
            if seen > self.elements:
                raise RenderRefused(f"more than {self.elements:,} elements")
            if depth > self.depth:
                raise RenderRefused(f"elements nested more than {self.depth} deep")
            self._check_element(element)
            waiting.extend((child, depth + 1) for child in element)

    def _check_element(self, element: Element) -> None:
        # Comments and processing instructions have a function for a tag and nothing that prints.
        if isinstance(element.tag, str):
            name = element.tag.rpartition("}")[2]
            if name in _FORBIDDEN:
                raise RenderRefused(f"<{name}> has no place in a paper")
            self._check_attributes(name, element.attrib)
            self._check_words(element.text)
        self._check_words(element.tail)

    def _check_attributes(self, name: str, attributes: Mapping[str, str]) -> None:
        if "style" in attributes:
            raise RenderRefused(f"<{name} style> has no place in a paper")
        if "attachment" in attributes.get("rel", "").lower().split():
            raise RenderRefused(f"<{name} rel=attachment> has no place in a paper")
        for span in _SPANS:
            count = attributes.get(span, "1").strip()
            if not count.isdecimal() or int(count[:9]) > self.span:
                raise RenderRefused(f"<{name} {span}={count[:20]!r}> is more than {self.span}")

    def _check_words(self, text: str | None) -> None:
        # The length first: most texts are shorter than the longest word allowed.
        if text is None or len(text) <= self.word_characters:
            return
        if any(match.end() - match.start() > self.word_characters for match in _WORD.finditer(text)):
            raise RenderRefused(f"a word of more than {self.word_characters:,} characters")
