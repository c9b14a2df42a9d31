"""The template of a list of participants, and the list of a visit in the same columns: what goes out can come back."""

from collections.abc import Sequence
from typing import IO

import xlsxwriter

from partnerships.languages import Language
from partnerships.models.visit import MemberRole
from partnerships.transfer.participants.columns import COLUMNS, Column
from partnerships.transfer.participants.rows import MOST_ROWS

Row = Sequence[str]

_SHEETS = {Language.KOREAN: ("참가자", "적는 방법"), Language.ENGLISH: ("Participants", "How to fill it in")}
_ROLES = {
    Language.KOREAN: ("단장", "단원", "통역", "수행원", "배우자", "언론"),
    Language.ENGLISH: ("Head of delegation", "Member", "Interpreter", "Staff", "Spouse", "Press"),
}
_GENERALLY = {
    Language.KOREAN: (
        "한 사람을 한 줄에 적습니다. 성명이나 직위만 있으면 되고, 나머지는 비워 둘 수 있습니다.",
        f"열의 순서를 바꾸거나 열을 지워도 됩니다. 한 번에 {MOST_ROWS}명까지 올릴 수 있습니다.",
        "배려 사항, 도착, 출발, 숙소는 방문 담당자와 총괄만 볼 수 있고, 방문이 끝나고 일정 기간이 지나면 지워집니다.",
    ),
    Language.ENGLISH: (
        "One line for each. A name or a title is enough; all else may be left empty.",
        f"Columns may be moved or taken out. Up to {MOST_ROWS} people come in at once.",
        "Needs, arrival, departure and hotel are seen only by those who run the visit and by coordinators, and erased "
        "some time after the visit.",
    ),
}


def role_word(role: MemberRole, language: Language) -> str:
    """What a role is called in a list."""
    return _ROLES[language][list(MemberRole).index(role)]


def write_participants(
    file: IO[bytes], language: Language, delegations: Sequence[str], rows: Sequence[dict[str, str]], *, private: bool
) -> None:
    """Write a workbook with the columns of a list and with ``rows``, or as a template with none.

    Roles and the names of ``delegations`` are offered in their cells. Without ``private`` the columns of personal data
    are left out. All cells are text, so that a telephone number keeps its first nought.
    """
    columns = [column for column in COLUMNS if private or not column.is_private]
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, {**options, "in_memory": True}) as book:
        text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        bold = book.add_format({"bold": True, "bg_color": "#EEF2F7", "bottom": 1, "text_wrap": True})
        sheet = book.add_worksheet(_SHEETS[language][0])
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.width, text)
            sheet.write_string(0, number, column.head(language), bold)
            for line, row in enumerate(rows, start=1):
                if row.get(column.field):
                    sheet.write_string(line, number, row[column.field], text)
            offered = {"role": _ROLES[language], "side": delegations}.get(column.field)
            # Excel takes a list of offers of no more than 255 letters.
            if offered and len(",".join(offered)) <= 255:
                rule = {"validate": "list", "source": list(offered), "error_type": "warning"}
                sheet.data_validation(1, number, MOST_ROWS, number, rule)
        _write_about(book, language, columns)


def _write_about(book: xlsxwriter.Workbook, language: Language, columns: Sequence[Column]) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet(_SHEETS[language][1])
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 80, wrapped)
    for line, words in enumerate(_GENERALLY[language]):
        sheet.merge_range(line, 0, line, 1, words, wrapped)
    for line, column in enumerate(columns, start=len(_GENERALLY[language]) + 1):
        sheet.write_string(line, 0, column.head(language), bold)
        sheet.write_string(line, 1, column.about(language), wrapped)
