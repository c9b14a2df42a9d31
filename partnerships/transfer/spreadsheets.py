"""Tables as files that spreadsheets open: a workbook, or text with commas; rows go in one by one and none is kept."""

import codecs
import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import IO, Any

import xlsxwriter

# What a cell holds; ``None`` leaves it empty.
Cell = str | int | float | Decimal | date | None

# A sheet's name may hold none of these, and no more letters than so many.
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
# Excel refuses a cell with more letters.
_LONGEST_TEXT = 32_767
# Excel knows no day before 1900, and counts one too many up to 1 March of it.
_FIRST_DAY = date(1900, 3, 1)
# What makes a spreadsheet take a text for a formula; the wide signs are typed on East Asian keyboards.
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")  # the wide signs are meant
_NUMBER = re.compile(r"-\d+([.,]\d+)*$")


@dataclass(frozen=True)
class Head:
    """The head of a column, and how many letters wide it is."""

    text: str
    width: int = 16


@dataclass(frozen=True)
class Table:
    """What a file holds: a ``name``, the heads of its columns, its rows."""

    name: str
    heads: Sequence[Head]
    rows: Iterable[Sequence[Cell]]


def write_xlsx(
    file: IO[bytes], table: Table, about_name: str, about: Callable[[int], Sequence[tuple[str, Cell]]]
) -> None:
    """Write ``table`` as a workbook with a second sheet, whose lines ``about`` gives for the number of rows written.

    Each row is written away before the next one is asked for.
    """
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        bold = book.add_format({"bold": True, "bg_color": "#EEF2F7", "bottom": 1, "valign": "vcenter"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        term = book.add_format({"bold": True, "valign": "top"})
        sheet = book.add_worksheet(_sheet_name(table.name))
        for number, head in enumerate(table.heads):
            sheet.set_column(number, number, head.width)
        sheet.freeze_panes(1, 1)
        for number, head in enumerate(table.heads):
            sheet.write_string(0, number, head.text, bold)
        count = 0
        for row in table.rows:
            count += 1
            for number, cell in enumerate(row):
                _write(sheet, count, number, cell, day)
        sheet.autofilter(0, 0, count, len(table.heads) - 1)
        _write_about(book.add_worksheet(_sheet_name(about_name)), about(count), term, wrapped, day)


def write_csv(table: Table) -> Iterator[bytes]:
    """``table`` as UTF-8 with a byte order mark, by which Excel knows it, and no cell that is taken for a formula."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    yield codecs.BOM_UTF8
    for row in _with_heads(table):
        writer.writerow(row)
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def _with_heads(table: Table) -> Iterator[list[Any]]:
    yield [_defused(head.text) for head in table.heads]
    for row in table.rows:
        yield [_plain(cell) for cell in row]


def _plain(cell: Cell) -> Any:
    if isinstance(cell, str):
        return _defused(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else cell


def _defused(text: str) -> str:
    """``text`` with an apostrophe before it, where a spreadsheet would run it; a negative number stays one."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def _write(sheet: Any, row: int, column: int, cell: Cell, day: Any) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, date):
        if cell < _FIRST_DAY:
            sheet.write_string(row, column, cell.isoformat())
        else:
            sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell[:_LONGEST_TEXT])
    else:
        sheet.write_number(row, column, cell)


def _write_about(sheet: Any, lines: Sequence[tuple[str, Cell]], term: Any, wrapped: Any, day: Any) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 60, wrapped)
    for number, (head, cell) in enumerate(lines):
        sheet.write_string(number, 0, head, term)
        _write(sheet, number, 1, cell, day)


def _sheet_name(name: str) -> str:
    return _NOT_IN_NAMES.sub(" ", name)[:_LONGEST_NAME].strip("' ") or "1"
