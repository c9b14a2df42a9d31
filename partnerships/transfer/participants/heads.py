"""How the heads of a list of participants are known, in whichever words and order somebody wrote them."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partnerships.transfer.participants.columns import COLUMNS

# Heads that do not say in which script: each value goes where its letters belong.
NAME, TITLE, FAMILY, GIVEN = "name", "title", "family_name", "given_name"
_GENERAL: dict[str, tuple[str, ...]] = {
    NAME: ("성명", "이름", "name", "full name", "participant", "성함"),
    TITLE: ("직위", "직책", "직함", "직급", "직위/직책", "직책/직위", "position", "title", "job title", "post",
            "function", "designation", "position/title", "title/position"),
    FAMILY: ("성", "family name", "last name", "surname"),
    GIVEN: ("given name", "first name", "forename", "given names"),
}  # fmt: skip

_LETTERS = re.compile(r"[^0-9a-z가-힣一-鿿]+")
# Above the heads a list often has its title, a date, who made it.
_LINES_ABOVE = 20


def plain(text: str) -> str:
    """A head or a word of a list without case, spaces, brackets and marks."""
    return _LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def _known() -> dict[str, str]:
    heads = {
        plain(word): column.field for column in COLUMNS for word in (column.ko, column.en, *column.words.split(", "))
    }
    return heads | {plain(word): field for field, words in _GENERAL.items() for word in words}


_HEADS = _known()


@dataclass(frozen=True)
class Heads:
    """The line of heads that was found: its place (from 0), the field of each column, and what was not understood."""

    line: int
    fields: Sequence[str | None]
    unknown: Sequence[str]


def find_heads(lines: Sequence[Sequence[str]]) -> Heads | None:
    """The line that names the columns: of the first ones the one with most heads, a name or title among them."""
    best: Heads | None = None
    for number, cells in enumerate(lines[:_LINES_ABOVE]):
        heads = _read_heads(number, cells)
        if _says_who(heads.fields) and (best is None or _understood(heads) > _understood(best)):
            best = heads
    return best


def _read_heads(number: int, cells: Sequence[str]) -> Heads:
    fields: list[str | None] = []
    unknown: list[str] = []
    for cell in cells:
        field = _HEADS.get(plain(cell)) if cell else None
        # The first column of a kind counts: a second one is mostly for somebody else.
        is_doubled = field in fields and field not in (NAME, TITLE)
        fields.append(None if is_doubled else field)
        if cell and (field is None or is_doubled):
            unknown.append(" ".join(cell.split()))
    return Heads(number, fields, unknown)


def _says_who(fields: Iterable[str | None]) -> bool:
    return bool({NAME, TITLE, FAMILY, GIVEN, "name_ko", "name_en", "title_ko", "title_en"} & set(fields))


def _understood(heads: Heads) -> int:
    return sum(field is not None for field in heads.fields)
