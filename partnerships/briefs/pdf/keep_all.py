"""``word-break: keep-all`` for Korean, which WeasyPrint does not know: lines break between words, never inside one.

Pango, which lays out WeasyPrint's text, can be told by an attribute not to break within a range of characters (since
Pango 1.44). The text itself stays as it is, so what is copied from the PDF is what was written. Besides words, the last
word of a paragraph is kept with the one before it when it is a single syllable (``… 강화하고자 함``), because a line of
one syllable looks like a mistake.
"""

import re
from typing import Any, Final

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi, pango

ffi.cdef("""
    PangoAttribute * pango_attr_allow_breaks_new (gboolean);
    PangoAttrList * pango_attr_list_copy (PangoAttrList *);
""")

# A word may still break after a hyphen or a stroke. One of more than 20 characters may break anywhere, or it would run
# over the margin of a narrow column.
_PIECE: Final = r"[^\s\-/–—~]{1,20}(?![^\s\-/–—~])[\-/–—~]*"
_KEPT: Final = re.compile(rf"{_PIECE}(?: [가-힣][.,)”’]?(?=\Z))?")
_HANGUL: Final = re.compile("[가-힣]")

_set_up_plainly = line_break.Layout.setup
_set_text_plainly = line_break.Layout.set_text


def _set_up(layout: Any, style: Any) -> None:
    """WeasyPrint's own set-up, after which the attributes it made are kept apart, to start from with every new text."""
    _set_up_plainly(layout, style)
    made = pango.pango_layout_get_attributes(layout.layout)
    layout.attributes_made = ffi.NULL if made == ffi.NULL else _copy(made)


def _set_text(layout: Any, text: str, justify: bool = False) -> None:
    """WeasyPrint's own setting of a text, with the Korean words in it kept whole."""
    # When ``justify`` is true the lines have been cut already, and only get drawn.
    if justify or not _wants_whole_words(layout.style, text):
        _set_text_plainly(layout, text, justify)
        return
    # A layout gets several texts one after the other; the ranges kept in the last one must not stay.
    made = layout.attributes_made
    pango.pango_layout_set_attributes(layout.layout, made if made == ffi.NULL else _copy(made))
    _set_text_plainly(layout, text, justify)
    present = pango.pango_layout_get_attributes(layout.layout)
    attributes = _own(pango.pango_attr_list_new()) if present == ffi.NULL else _copy(present)
    _forbid_breaks(attributes, layout.text)
    pango.pango_layout_set_attributes(layout.layout, attributes)


def _wants_whole_words(style: Any, text: str) -> bool:
    return (style["lang"] or "").startswith("ko") and style["word_break"] == "normal" and bool(_HANGUL.search(text))


def _forbid_breaks(attributes: Any, text: str) -> None:
    """Add to ``attributes`` a range without breaks for each Korean word of ``text``; Pango counts in bytes of UTF-8."""
    position = offset = 0
    for match in _KEPT.finditer(text):
        word = match[0]
        if len(word) < 2 or not _HANGUL.search(word):
            continue
        start = offset + len(text[position : match.start()].encode())
        position, offset = match.end(), start + len(word.encode())
        attribute = pango.pango_attr_allow_breaks_new(False)
        attribute.start_index, attribute.end_index = start, offset
        pango.pango_attr_list_insert(attributes, attribute)


def _copy(attributes: Any) -> Any:
    return _own(pango.pango_attr_list_copy(attributes))


def _own(attributes: Any) -> Any:
    """``attributes`` with a reference that ends when Python forgets it; a layout holds one of its own."""
    return ffi.gc(attributes, pango.pango_attr_list_unref)


def keep_all() -> None:
    """Make WeasyPrint keep Korean words whole in this process, from now on."""
    line_break.Layout.setup = _set_up
    line_break.Layout.set_text = _set_text
