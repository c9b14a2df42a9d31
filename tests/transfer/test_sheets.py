"""Tables that come in: each kind of file as offices really send it, and what is refused."""

from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from partnerships.errors import Invalid
from partnerships.transfer import sheets
from partnerships.transfer.sheets import read_file, read_pasted
from tests.factories.sheets import make_workbook

pytestmark = pytest.mark.database("sqlite")


def test_a_workbook_is_read_as_text() -> None:
    file = make_workbook(
        [
            ["성명", "인원", "동의일", "도착", "전화"],
            ["김하늘", 3, date(2026, 3, 2), datetime.combine(date(2026, 10, 20), time(14, 5)), "010-1234-5678"],
            ["  Ed Lee ", 2.5, None, time(9, 30), True],
        ]
    )
    (sheet,) = read_file(file)
    assert sheet.name == "명단"
    assert sheet.lines == [
        ["성명", "인원", "동의일", "도착", "전화"],
        ["김하늘", "3", "2026-03-02", "2026-10-20 14:05", "010-1234-5678"],
        ["Ed Lee", "2.5", "", "09:30"],
    ]


def test_merged_cells_say_the_same_in_each_of_their_lines() -> None:
    file = make_workbook(
        [["소속", "성명"], ["샌프란시스코시", "가"], [None, "나"], [None, "다"], ["서울시", "라"]], merged=["A2:A4"]
    )
    assert [line[0] for line in read_file(file)[0].lines] == ["소속", *["샌프란시스코시"] * 3, "서울시"]


def test_formulas_are_not_looked_at() -> None:
    file = make_workbook([["성명", "비고"], ["김하늘", '=HYPERLINK("http://bad.example","x")']])
    assert read_file(file)[0].lines[1] == ["김하늘"]


def test_hidden_sheets_are_left_out() -> None:
    book = Workbook()
    book.active.append(["성명"])
    book.create_sheet("숨김").sheet_state = "hidden"
    file = BytesIO()
    book.save(file)
    assert len(read_file(BytesIO(file.getvalue()))) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_text_is_read_in_the_encodings_that_offices_use(encoding: str) -> None:
    data = '성명,직위\r\n김하늘,"과장, 국제교류"\r\n'.encode(encoding)
    assert read_file(BytesIO(data))[0].lines == [["성명", "직위"], ["김하늘", "과장, 국제교류"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator: str) -> None:
    text = f"성명{separator}직위{separator}비고\n김하늘{separator}과장{separator}\n"
    assert read_pasted(text).lines[1] == ["김하늘", "과장", ""]


def test_an_empty_first_cell_stays_where_it_was() -> None:
    assert read_pasted("성명\t직위\n\t과장\n").lines[1] == ["", "과장"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n",
        bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 100,
        b"PK\x03\x04 no archive at all",
        b"\x00\x01\x02\xff\xfe\xfd" * 30,
        "성명".encode() + b"\xff\xff\xfe",
    ],
)
def test_what_is_no_table_is_refused_beside_the_file(data: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        read_file(BytesIO(data))
    assert refused.value.field == "file"


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(Invalid) as refused:
        read_file(BytesIO(b"x" * (sheets.MOST_BYTES + 1)))
    assert "larger" in str(refused.value)


def test_what_unpacks_to_far_more_is_refused() -> None:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (sheets.MOST_XML + 1))
    assert len(file.getvalue()) < sheets.MOST_BYTES
    with pytest.raises(Invalid) as refused:
        read_file(BytesIO(file.getvalue()))
    assert "too much" in str(refused.value)


def test_a_workbook_that_defines_entities_is_refused() -> None:
    whole = make_workbook([["성명"], ["김하늘"]])
    spoilt = BytesIO()
    with ZipFile(whole) as source, ZipFile(spoilt, "w") as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename.endswith("sheet1.xml"):
                data = data.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)
            target.writestr(part, data)
    with pytest.raises(Invalid):
        read_file(BytesIO(spoilt.getvalue()))


def test_lines_and_columns_have_an_end() -> None:
    text = "\n".join([",".join(["성명"] * 100)] * 3000)
    lines = read_pasted(text).lines
    assert len(lines) == sheets.MOST_LINES and {len(line) for line in lines} == {sheets.MOST_COLUMNS}
