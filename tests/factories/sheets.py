"""Spreadsheets as they come in, written by the library that also reads them back in other tests."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook


def make_workbook(rows: Sequence[Sequence[Any]], merged: Sequence[str] = (), title: str = "명단") -> BytesIO:
    """A workbook with one sheet of ``rows``, in which the ranges ``merged`` are merged."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    for reference in merged:
        sheet.merge_cells(reference)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    return file
