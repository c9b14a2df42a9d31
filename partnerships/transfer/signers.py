"""Who a pasted text says signed it: the titles and names of the lines under its last clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.transfer.wording import names_and_short_names

# Signatures stand in the last lines of a paper, and a line may hold both, side by side.
LAST_LINES = 24
_COLUMNS = re.compile(r"\t+|[ \u00a0\u3000]{3,}")
_OFFICE = r"(?:시장|도지사|지사|구청장|군수|의장|총장|회장|이사장|원장|특별시장|광역시장)"
_KOREAN = re.compile(
    rf"(?P<title>(?:[가-힣]+\s)?[가-힣]*{_OFFICE})"
    r"(?:\s*[:：]?\s+(?P<name>[가-힣]{2,5}(?:[ ·][가-힣]{1,8}){0,3}|[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}))?"
    r"\s*(?:\(인\)|\(서명\)|㊞|[_.]{3,})?"
)
_ENGLISH = re.compile(
    r"(?:(?P<name>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}),\s*)?"
    r"(?:the )?(?P<title>(?:lord mayor|mayor|governor|president|chair\w*|director general)(?: of|,) .{2,60})",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}")
_AFTER_PLACE = re.compile(r"\s?(?:특별|광역)?[시도현주구군]?\s?(?:장|시장|지사|청장|구청장|군수|총장|회장|이사장|원장)")


@dataclass(frozen=True)
class NamedSigner:
    """A title of the signature block in the language it is in, and the name beside it where there is one."""

    title: str
    name: str | None
    is_korean: bool

    @property
    def words(self) -> str:
        """Title and name as they stand in the text."""
        return f"{self.title} {self.name}" if self.name else self.title


def signers_in(text: str) -> list[NamedSigner]:
    """The signatories that the last lines of ``text`` name, in their order."""
    lines = [line.strip() for line in text.splitlines() if line.strip()][-LAST_LINES:]
    grid = [[cell.strip() for cell in _COLUMNS.split(line) if cell.strip()] for line in lines]
    found = []
    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            signer = _korean(cell) or _english(cell, _around(grid, row, column))
            if signer is not None:
                found.append(signer)
    return found


def signer_for(signers: Sequence[NamedSigner], names: Sequence[str]) -> NamedSigner | None:
    """Who signed for the one called by ``names``; nobody where no title names it."""
    called = sorted(names_and_short_names(names), key=len, reverse=True)
    return next((signer for signer in signers if any(_is_of(signer, name) for name in called)), None)


def _korean(cell: str) -> NamedSigner | None:
    match = _KOREAN.fullmatch(cell)
    return NamedSigner(match["title"], match["name"], is_korean=True) if match else None


def _english(cell: str, around: Sequence[str]) -> NamedSigner | None:
    match = _ENGLISH.fullmatch(cell)
    if match is None:
        return None
    name = match["name"] or next((other for other in around if _NAME.fullmatch(other)), None)
    return NamedSigner(match["title"], name, is_korean=False)


def _around(grid: Sequence[Sequence[str]], row: int, column: int) -> list[str]:
    """The cells above and below in lines of as many columns; a name stands above its title more often."""
    rows = [grid[near] for near in (row - 1, row + 1) if 0 <= near < len(grid)]
    return [cells[column] for cells in rows if len(cells) == len(grid[row])]


def _is_of(signer: NamedSigner, name: str) -> bool:
    if signer.is_korean:
        return signer.title.startswith(name) and _AFTER_PLACE.fullmatch(signer.title[len(name) :]) is not None
    place = re.split(r" of |, ", signer.title, maxsplit=1)[-1].lower().removeprefix("the ").removeprefix("city of ")
    return place == name.lower()
