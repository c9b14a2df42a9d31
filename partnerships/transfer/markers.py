"""How a clause is marked at the start of a line: articles, numbers, letters and bullets of two languages."""

import re
from dataclasses import dataclass

BULLETS = "▴▲△▵▪■□▫◾◽●○◦◯⚪❍◇◆◈♦※·•‣∙⁃∘ㆍ‧․*＊–—−-►▶▷☞➢✓✔☐"
HANGUL_LETTERS = "가나다라마바사아자차카타파하"
NOTES = "※"
# From the widest to the narrowest; whatever is marked otherwise stands below.
HEADED = ("장", "절", "조", "article", "section")

# Signs of the same length that mean the same, so that a place found in one text is the place in the other.
_PLAIN = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")

_ARTICLE = re.compile(
    r"(제\s*(?:\d+|[일이삼사오육칠팔구십]+)\s*(장|절|조)(?:\s*의\s*\d+)?)(?=[\s(\[:.①-⑳【〔「<]|$)[.:]?\s*(.*)"
)
_NOT_AN_ARTICLE = re.compile(r"(및|과|와|또는|내지|부터|에|의|제\s*\d|각\s*호)(?=[\s제]|$)")
_ENGLISH = re.compile(
    r"((?:Article|ARTICLE|Section|SECTION|Clause|CLAUSE|Paragraph|PARAGRAPH|Chapter|CHAPTER)\s+(?:\d+(?:\.\d+)*|[IVXLC]+))"
    r"(?:\s*[.:)–—-]\s*|\s+(?=[A-Z(\"“가-힣①-⑳])|$)(.*)"
)
_ENGLISH_STYLES = {
    "chapter": "장",
    "article": "article",
    "clause": "article",
    "section": "section",
    "paragraph": "section",
}
_CIRCLED = re.compile(r"([①-⑳㉑-㉟❶-❿⓵-⓾㉠-㉭㉮-㉻ⓐ-ⓩ])\s*(.*)")
_DECIMALS = re.compile(r"((\d{1,2})((?:[.-]\d{1,2})+))[.)]?\s+(\S.*)")
_NUMBER = re.compile(r"((?:\(\s*(\d{1,2})\s*\)|(\d{1,2})\s?[.)]))(?!\d)\s*(.*)")
_DAY = re.compile(r"\d{1,2}\s?\.\s?\d{1,2}\s?\.")
_HANGUL = re.compile(rf"(\(\s*([{HANGUL_LETTERS}])\s*\)|([{HANGUL_LETTERS}])\s?[.)])\s*(.*)")
_UNICODE_ROMAN = re.compile(r"([Ⅰ-Ⅻⅰ-ⅻ])\s?[.)]?\s*(.*)")
_LATIN = re.compile(r"(\(\s*([A-Za-z]{1,5})\s*\)|([A-Za-z]{1,5})\s?[.)])\s+(.*)")
# Korean offices type jamo and small letters for round bullets.
_TYPED_BULLET = re.compile(r"([ㅇㅁoO])\s+(.*)")
_BULLET = re.compile(rf"([{re.escape(BULLETS)}\uE000-\uF8FF])(?!\1)\s*(.+)")


@dataclass(frozen=True)
class Marker:
    """The mark before a clause: its ``style`` (marks of one style are siblings), as ``written``, and the ``rest``.

    ``number`` is empty for a bullet, ``order`` its place among its siblings where that can be told.
    """

    style: str
    number: str
    rest: str
    order: int | None = None

    @property
    def is_article(self) -> bool:
        """Whether it is an article or a part of that rank, whose line may carry a heading."""
        return self.style in HEADED

    @property
    def is_note(self) -> bool:
        """Whether it marks a remark (※) and no clause."""
        return self.style in NOTES


def find_marker(line: str, last: dict[str, int]) -> Marker | None:
    """The marker that ``line`` begins with; ``last`` is the order reached in each style, telling letters from words."""
    plain = line.translate(_PLAIN)
    for find in (_article, _english, _circled, _decimals, _number, _hangul, _latin, _bullet):
        if (found := find(plain, line, last)) is not None:
            return found
    return None


def _rest(line: str, match: re.Match[str], group: int) -> str:
    """The words of ``group`` as they were written, before signs were made plain."""
    return line[match.start(group) : match.end(group)].strip()


def _written(match: re.Match[str]) -> str:
    return " ".join(match[1].split())


def _article(plain: str, line: str, last: dict[str, int]) -> Marker | None:
    match = _ARTICLE.match(plain)
    if match is None or _NOT_AN_ARTICLE.match(match[3]):
        return None
    return Marker(match[2], re.sub(r"\s+", "", match[1]), _rest(line, match, 3))


def _english(plain: str, line: str, last: dict[str, int]) -> Marker | None:
    match = _ENGLISH.match(plain)
    if match is None:
        return None
    return Marker(_ENGLISH_STYLES[match[1].split()[0].lower()], _written(match), _rest(line, match, 2))


def _circled(plain: str, line: str, last: dict[str, int]) -> Marker | None:
    match = _CIRCLED.match(plain)
    return Marker("circled", match[1], _rest(line, match, 2)) if match else None


def _decimals(plain: str, line: str, last: dict[str, int]) -> Marker | None:
    """``2.1``: the first of its kind, the next one, or under the number that came before; ``1.5 million`` is none."""
    match = _DECIMALS.match(plain)
    if match is None:
        return None
    parts = re.split(r"[.-]", match[1])
    style, order = f"decimals {len(parts)}", int(parts[-1])
    if order != 1 and order != last.get(style, 0) + 1:
        return None
    return Marker(style, match[1], _rest(line, match, 4), order)


def _number(plain: str, line: str, last: dict[str, int]) -> Marker | None:
    match = _NUMBER.match(plain)
    if match is None or _DAY.match(plain):
        return None
    style = "(1)" if match[2] else "1)" if match[1].endswith(")") else "1."
    return Marker(style, "".join(match[1].split()), _rest(line, match, 4), int(match[2] or match[3]))


def _hangul(plain: str, line: str, last: dict[str, int]) -> Marker | None:
    """``가.`` and those after it in their order; the ``다.`` at the end of a broken line is none."""
    match = _HANGUL.match(plain)
    if match is None:
        return None
    style = "(가)" if match[2] else "가)" if match[1].endswith(")") else "가."
    order = HANGUL_LETTERS.index(match[2] or match[3]) + 1
    if order not in (1, last.get(style, 0) + 1):
        return None
    return Marker(style, "".join(match[1].split()), _rest(line, match, 4), order)


def _latin(plain: str, line: str, last: dict[str, int]) -> Marker | None:
    if roman := _UNICODE_ROMAN.match(plain):
        return Marker("Ⅰ" if roman[1] <= "Ⅻ" else "ⅰ", f"{roman[1]}.", _rest(line, roman, 2))
    match = _LATIN.match(plain)
    if match is None:
        return None
    letters = match[2] or match[3]
    shape = "()" if match[2] else match[1][-1]
    case = "A" if letters.isupper() else "a"
    return _letter(letters, f"{case}{shape}", match, line, last) or _roman(
        letters, f"{case}i{shape}", match, line, last
    )


def _letter(letters: str, style: str, match: re.Match[str], line: str, last: dict[str, int]) -> Marker | None:
    order = ord(letters.lower()) - ord("a") + 1 if len(letters) == 1 else 0
    if not order or order not in (1, last.get(style, 0) + 1):
        return None
    return Marker(style, "".join(match[1].split()), _rest(line, match, 4), order)


def _roman(letters: str, style: str, match: re.Match[str], line: str, last: dict[str, int]) -> Marker | None:
    if letters.lower() not in _ROMANS:
        return None
    order = _ROMANS.index(letters.lower()) + 1
    if order not in (1, last.get(style, 0) + 1):
        return None
    return Marker(style, "".join(match[1].split()), _rest(line, match, 4), order)


def _bullet(plain: str, line: str, last: dict[str, int]) -> Marker | None:
    if match := _BULLET.match(plain) or _TYPED_BULLET.match(plain):
        return Marker("ㆍ" if match[1] in "·•∙‧․ㆍ" else match[1], "", _rest(line, match, 2))
    return None
