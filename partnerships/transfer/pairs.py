"""Lists of paired places (CSV), read row by row and recorded in batches, however long they are."""

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from partnerships.commands.pairs import ListedPair, ListedPlace, Standing, Tally, load_pairs
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.permissions import Viewer
from partnerships.queries.countries import NOT_KNOWN, code_of_country
from partnerships.queries.pairs import last_tie_id, list_shared_geonames

REQUIRED = ("city1", "country1", "city2", "country2")
OPTIONAL = ("iso1", "lat1", "lon1", "geonameid1", "name_ko1", "iso2", "lat2", "lon2", "geonameid2", "name_ko2")
BATCH = 1000
_LONGEST = 200
_LARGEST_ID = 2**31 - 1


class Unreadable(ValueError):
    """A row that says no pair; the message tells why."""


@dataclass(frozen=True)
class BadRow:
    """The line that a row ends on, and what is wrong with it."""

    line: int
    reason: str


@dataclass
class Progress:
    """How far loading has come after a batch: ``share`` of the file from 0 to 1, and the batch's ``bad`` rows."""

    rows: int = 0
    share: float = 0.0
    unreadable: int = 0
    tally: Tally = field(default_factory=Tally)
    bad: list[BadRow] = field(default_factory=list)


def load_list(actor: Viewer, path: Path, standing: Standing) -> Iterator[Progress]:
    """Record the pairs of the list at ``path``, a batch a transaction; yields the same progress after each.

    Whoever stops asking for more keeps whole batches. Raises :class:`Invalid` for a file that is no list of pairs.
    """
    known_until = last_tie_id()
    progress = Progress()
    size = path.stat().st_size or 1
    with path.open("rb") as file:
        rows = read_pairs(file)
        while batch := list(islice(rows, BATCH)):
            pairs = [row for row in batch if isinstance(row, ListedPair)]
            progress.bad = [row for row in batch if isinstance(row, BadRow)]
            progress.tally.add(load_pairs(actor, pairs, standing, known_until))
            progress.rows += len(batch)
            progress.unreadable += len(progress.bad)
            progress.share = min(file.tell() / size, 1.0)
            yield progress


def write_shared_geonames(path: Path) -> None:
    """Write the cities that share a GeoNames number, side by side, to a CSV that spreadsheets open."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("geonames_id", "reference", "name_en", "name_ko", "country", "subdivision"))
        writer.writerows([_as_text(value) for value in row] for row in list_shared_geonames())


def _as_text(value: object) -> object:
    """``value``, kept from being calculated by a spreadsheet."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def read_pairs(file: BinaryIO) -> Iterator[ListedPair | BadRow]:
    """The rows of ``file``: UTF-8, with or without a byte order mark, lines ended by LF or CRLF."""
    reader = csv.reader(_lines(file))
    try:
        head = [name.strip().lower() for name in next(reader, [])]
    except csv.Error:
        head = []
    missing = [name for name in REQUIRED if name not in head]
    if missing:
        raise Invalid(
            None, N_("The first line must name the columns; missing: %(columns)s."), columns=", ".join(missing)
        )
    while True:
        try:
            cells = next(reader)
            if any(cell.strip() for cell in cells):
                yield _pair(head, cells)
        except StopIteration:
            return
        except (Unreadable, csv.Error) as error:
            yield BadRow(reader.line_num, str(error))


def _lines(file: BinaryIO) -> Iterator[str]:
    """Lines of text; bytes that are no UTF-8 are kept recognisable, so that only their row is refused."""
    for number, line in enumerate(file):
        text = line.decode("utf-8", "surrogateescape")
        yield text.removeprefix("\ufeff") if number == 0 else text


def _pair(head: list[str], cells: list[str]) -> ListedPair:
    if len(cells) < len(head):
        raise Unreadable(f"{len(cells)} cells where {len(head)} are expected")
    row = {name: cell.strip() for name, cell in zip(head, cells, strict=False)}
    for name in (*REQUIRED, *OPTIONAL):
        if any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in row.get(name, "")):
            raise Unreadable(f"{name} is not UTF-8 text")
    home, partner = _place(row, "1"), _place(row, "2")
    if home.identity == partner.identity:
        raise Unreadable(f"a place paired with itself: {home.name}")
    return ListedPair(home, partner)


def _place(row: Mapping[str, str], side: str) -> ListedPlace:
    name, words, korean = row[f"city{side}"], row[f"country{side}"], row.get(f"name_ko{side}") or None
    if not name:
        raise Unreadable(f"city{side} is empty")
    for column, text in ((f"city{side}", name), (f"country{side}", words), (f"name_ko{side}", korean or "")):
        if len(text) > _LONGEST:
            raise Unreadable(f"{column} is longer than {_LONGEST} characters")
    country, subdivision = _country(words, row.get(f"iso{side}", ""), side)
    return ListedPlace(
        name=name,
        country=country,
        subdivision=subdivision,
        name_ko=korean,
        latitude=_degrees(row, f"lat{side}", 90),
        longitude=_degrees(row, f"lon{side}", 180),
        geonames_id=_geonames_id(row, f"geonameid{side}"),
    )


def _country(words: str, iso: str, side: str) -> tuple[str, str | None]:
    """The country's code, by ``iso`` or else by its ``words``; and the words again where they are not its name."""
    if iso and not (len(iso) == 2 and iso.isascii() and iso.isalpha()):
        raise Unreadable(f"iso{side} is no country code: {iso}")
    named = code_of_country(words)
    # “Ohio, United States” lies in the last country that it names.
    code = iso.upper() or named or code_of_country(words.rpartition(",")[2].strip()) or NOT_KNOWN
    return code, None if named == code else words or None


def _degrees(row: Mapping[str, str], column: str, most: int) -> float | None:
    text = row.get(column)
    if not text:
        return None
    try:
        degrees = float(text)
    except ValueError:
        degrees = math.nan
    if not -most <= degrees <= most:
        raise Unreadable(f"{column} is not between -{most} and {most}: {text}")
    return degrees


def _geonames_id(row: Mapping[str, str], column: str) -> int | None:
    text = row.get(column)
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 0 < int(text) <= _LARGEST_ID):
        raise Unreadable(f"{column} is no GeoNames number: {text}")
    return int(text)
