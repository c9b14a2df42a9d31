"""Tables that come in: workbooks, text with separators, and what was pasted, read as rows of plain text."""

import csv
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from itertools import islice
from typing import Any, BinaryIO
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries

from partnerships.errors import Invalid
from partnerships.languages import N_

# More than any list of people needs, and less than what keeps others waiting.
MOST_BYTES = 5 * 1024 * 1024
MOST_XML = 40 * 1024 * 1024
MOST_LINES = 2000
MOST_COLUMNS = 60
LONGEST_CELL = 4000

_ZIP = b"PK\x03\x04"
# Workbooks as they were before 2007, and all that are kept under a password.
_OLD_OFFICE = bytes.fromhex("d0cf11e0")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
# What a formula that failed leaves in its cell.
_ERRORS = {"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
_SEPARATORS = "\t,;"

Lines = list[list[str]]


@dataclass(frozen=True)
class Sheet:
    """One table: its ``lines`` from the first one on, each with its cells as text; empty lines are kept as such."""

    name: str
    lines: Sequence[Sequence[str]]


def read_file(file: BinaryIO) -> list[Sheet]:
    """The tables in a file that was handed in: the sheets of a workbook (.xlsx), or one of text (.csv).

    What kind it is, its contents tell. Raises :class:`Invalid` beside ``file`` for what cannot be read.
    """
    data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Invalid("file", N_("The file is larger than %(most)s MB."), most=MOST_BYTES // 1024**2)
    if not data.strip():
        raise Invalid("file", N_("The file is empty."))
    if data.startswith(_OLD_OFFICE):
        raise Invalid("file", N_("This workbook is of an old kind or under a password. Save it as .xlsx without one."))
    if data.startswith(_ZIP):
        return _read_workbook(data)
    return [Sheet("", _split(_decoded(data)))]


def read_pasted(text: str) -> Sheet:
    """The table that was copied out of a spreadsheet and pasted."""
    return Sheet("", _split(text))


def _read_workbook(data: bytes) -> list[Sheet]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_parts(archive)
            with warnings.catch_warnings():
                # What it does not know of a workbook (drop-down lists, colours by rule) is nothing to us.
                warnings.simplefilter("ignore")
                # Values as they were last calculated; formulas are not looked at.
                book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
                return [_read_sheet(archive, sheet) for sheet in book.worksheets if sheet.sheet_state == "visible"]
    except Invalid:
        raise
    except Exception as error:
        # A damaged workbook fails in as many ways as there are parts in it.
        raise Invalid("file", N_("This file cannot be read as a spreadsheet (.xlsx) or as text (.csv).")) from error


def _check_parts(archive: ZipFile) -> None:
    """Refuse what unpacks to far more than it seems, and what defines entities of its own."""
    parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
    if sum(part.file_size for part in parts) > MOST_XML:
        raise Invalid("file", N_("The workbook holds too much. Copy the list alone into a new one."))
    for part in parts:
        with archive.open(part) as opened:
            if b"<!DOCTYPE" in opened.read(1024):
                raise ValueError(part.filename)


def _read_sheet(archive: ZipFile, sheet: Any) -> Sheet:
    # What a workbook says of its own size is not to be trusted; rows are counted as they come.
    sheet.reset_dimensions()
    rows = islice(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), MOST_LINES)
    lines: Lines = [_without_end([_text(value) for value in row]) for row in rows]
    # Read row by row, a sheet does not tell which cells are merged; its part of the archive does.
    for reference in _MERGED.findall(archive.read(sheet._worksheet_path.lstrip("/"))):
        _fill(lines, reference.decode())
    return Sheet(sheet.title, lines)


def _without_end(cells: list[str]) -> list[str]:
    """``cells`` without the empty ones after the last that says something."""
    last = max((number for number, cell in enumerate(cells, start=1) if cell), default=0)
    return cells[:last]


def _fill(lines: Lines, reference: str) -> None:
    """Have every cell of a merged range say what the range says: its first cell alone holds it."""
    left, top, right, bottom = range_boundaries(reference)
    if top > len(lines) or left > len(lines[top - 1]):
        return
    value = lines[top - 1][left - 1]
    for line in lines[top - 1 : bottom]:
        last = min(right, MOST_COLUMNS)
        line.extend([""] * (last - len(line)))
        line[left - 1 : last] = [value] * (last - left + 1)


def _text(value: Any) -> str:
    """What a cell shows, plainly: dates in ISO form, whole numbers without a point."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _clean(str(value))


def _clean(text: str) -> str:
    plain = text.replace("\0", "").replace("\xa0", " ").replace("\r\n", "\n").strip()
    return "" if plain in _ERRORS else plain[:LONGEST_CELL]


def _decoded(data: bytes) -> str:
    """The text of ``data``: UTF-8 or UTF-16 with their marks, else UTF-8, else as Korean Windows writes it (CP949)."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp949") if b"\0" not in data else ()
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Invalid("file", N_("This file cannot be read as a spreadsheet (.xlsx) or as text (.csv)."))


def _split(text: str) -> Lines:
    """The lines of ``text``, divided at the separator that its first full lines hold most of."""
    head = "\n".join([line for line in text.splitlines() if line.strip()][:5])
    separator = max(_SEPARATORS, key=head.count)
    return list(_rows(text, separator))


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    try:
        for number, row in enumerate(reader):
            if number >= MOST_LINES:
                return
            yield [_clean(cell) for cell in row[:MOST_COLUMNS]]
    except csv.Error as error:
        raise Invalid("file", N_("This file cannot be read as a spreadsheet (.xlsx) or as text (.csv).")) from error
