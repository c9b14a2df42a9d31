"""The same list as a file: all that is asked for, in the reader's language, as a workbook or as text."""

from collections.abc import Iterator, Mapping, Sequence
from tempfile import TemporaryFile
from typing import IO, Any
from urllib.parse import quote

from flask import Response, send_file
from flask_babel import gettext

from partnerships.adapters.clock import utc_now
from partnerships.languages import N_
from partnerships.models.types import Choice, PartialDate
from partnerships.queries.listing import read_listed
from partnerships.transfer.spreadsheets import Cell, Head, Table, write_csv, write_xlsx
from partnerships.web.current import home_name, today, viewer
from partnerships.web.filters import instant, label, partial
from partnerships.web.listing.asking import Asked
from partnerships.web.listing.declaration import Column

_MEDIA = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv"}
_DATE_WIDTH = 13
# The three columns of a date that may be known to the year only; the last two are days that can be reckoned with.
_DATED = (N_("%(date)s"), N_("%(date)s: earliest"), N_("%(date)s: latest"))


def xlsx_answer(asked: Asked) -> Response:
    """The list as a workbook."""
    file = TemporaryFile()  # noqa: SIM115  # the answer closes it once it is sent
    write_xlsx(file, _table(asked), gettext("About this list"), lambda count: _about(asked, count))
    return _sent(file, asked, "xlsx")


def csv_answer(asked: Asked) -> Response:
    """The list as text."""
    file = TemporaryFile()  # noqa: SIM115  # the answer closes it once it is sent
    file.writelines(write_csv(_table(asked)))
    return _sent(file, asked, "csv")


def _sent(file: IO[bytes], asked: Asked, kind: str) -> Response:
    """``file`` under the list's name in the reader's language (RFC 6266), and a plain one for old programs.

    It lies on the disk whole before the first byte goes out: half a list would look like all of it.
    """
    file.seek(0)
    answer = send_file(file, mimetype=_MEDIA[kind], conditional=False, etag=False)
    day = today().isoformat()
    plain = f"{asked.endpoint.partition('.')[0]}_{day}.{kind}"
    full = quote(f"{gettext(asked.listing.title)}_{day}.{kind}".replace(" ", "_"))
    answer.headers["Content-Disposition"] = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{full}"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _table(asked: Asked) -> Table:
    columns = asked.listing.columns
    heads = [head for column in columns for head in _heads(column)]
    return Table(gettext(asked.listing.title), heads, _rows(asked, columns))


def _heads(column: Column) -> list[Head]:
    name = gettext(column.head)
    if not column.is_dated:
        return [Head(name, column.width)]
    return [Head(gettext(words, date=name), _DATE_WIDTH) for words in _DATED]


def _rows(asked: Asked, columns: Sequence[Column]) -> Iterator[list[Cell]]:
    for chunk in read_listed(asked.listed):
        beside = asked.listing.beside(chunk)
        for row in chunk:
            yield [cell for column in columns for cell in _cells(column, row, beside)]


def _cells(column: Column, row: Any, beside: Mapping[str, Any]) -> list[Cell]:
    value = column.of(row, beside)
    return _dated(value) if column.is_dated else [_cell(value)]


def _dated(value: PartialDate | None) -> list[Cell]:
    if value is None:
        return [None, None, None]
    known = value.day if value.day and not value.inferred else partial(value)
    return [known, value.earliest, value.latest]


def _cell(value: Any) -> Cell:
    if isinstance(value, Choice):
        return label(value)
    if isinstance(value, bool):
        return str(gettext("Yes") if value else gettext("No"))
    if isinstance(value, list | tuple):
        return ", ".join(str(one) for one in value)
    return value  # type: ignore[no-any-return]  # what rows hold is Any


def _about(asked: Asked, count: int) -> list[tuple[str, Cell]]:
    told = [(one.label, one.value) for one in asked.told]
    conditions = "\n".join(f"{gettext(name)}: {value}" if value else gettext(name) for name, value in told)
    return [
        (gettext("List"), gettext(asked.listing.title)),
        (gettext("Conditions"), conditions or gettext("None: the whole list")),
        (gettext("Number of rows"), count),
        (gettext("As of"), instant(utc_now())),
        (gettext("Made for"), viewer().name),
        (gettext("Installation"), home_name()),
        (gettext("Note"), gettext("It holds what this account may see, and no contact details.")),
    ]
