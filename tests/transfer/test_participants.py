"""Lists of participants: heads in whichever words, cells in whichever form, and what is wrong with a row."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from flask import Flask
from flask_babel import force_locale, gettext

from partnerships.adapters.clock import utc_now
from partnerships.errors import Invalid
from partnerships.languages import Language
from partnerships.models.visit import MemberRole
from partnerships.transfer.participants.affiliation import with_affiliation
from partnerships.transfer.participants.columns import BY_FIELD, COLUMNS
from partnerships.transfer.participants.heads import find_heads
from partnerships.transfer.participants.rows import MOST_ROWS, list_rows, read_row
from partnerships.transfer.participants.writing import role_word, write_participants
from partnerships.transfer.sheets import Sheet, read_file

pytestmark = pytest.mark.database("sqlite")


def cells(heads: list[str], *lines: list[str]) -> list[dict[str, str]]:
    """The cells of the rows of a sheet."""
    return [dict(row.cells) for row in list_rows([Sheet("", [heads, *lines])], "file").rows]


@pytest.mark.parametrize("language", list(Language))
def test_each_column_is_known_by_its_own_head(language: Language) -> None:
    heads = find_heads([[column.head(language) for column in COLUMNS]])
    assert heads is not None and not heads.unknown
    assert list(heads.fields) == [column.field for column in COLUMNS]


def test_the_heads_are_found_below_a_title_and_told_from_what_is_not_understood() -> None:
    lines = [
        ["방문단 명단", "", ""],
        ["2026. 10. 20.", "", ""],
        ["연번", "성 명 (한글)", "직책", "혈액형"],
        ["1", "이", "과장", "A"],
    ]
    heads = find_heads(lines)
    assert heads is not None and heads.line == 2
    assert list(heads.fields) == [None, "name_ko", "title", None]
    assert heads.unknown == ["연번", "혈액형"]


def test_names_and_titles_go_where_their_letters_belong() -> None:
    assert cells(["성명", "직위"], ["김하늘", "과장"], ["Ed Lee", "Mayor"], ["李孟賢", "市長"]) == [
        {"name_ko": "김하늘", "title_ko": "과장"},
        {"name_en": "Ed Lee", "title_en": "Mayor"},
        {"name_local": "李孟賢", "title_en": "市長"},
    ]


def test_a_family_and_a_given_name_become_one() -> None:
    assert cells(["Last name", "First name"], ["Lee", "Edwin M."]) == [{"name_en": "Edwin M. Lee"}]
    assert cells(["성", "이름"], ["김", "하늘"]) == [{"name_ko": "김하늘"}]


def test_lines_without_anybody_are_no_rows() -> None:
    rows = cells(["대표단", "성명", "소속"], ["샌프란시스코", "가", "시청"], ["샌프란시스코", "", "시청"], ["", "", ""])
    assert [row["name_ko"] for row in rows] == ["가"]


def test_a_list_without_heads_or_people_is_refused() -> None:
    for lines in ([["가", "나"]], [["성명", "직위"]], []):
        with pytest.raises(Invalid) as refused:
            list_rows([Sheet("", lines)], "pasted")
        assert refused.value.field == "pasted"


def test_a_list_that_no_page_can_carry_is_refused() -> None:
    lines = [["성명"], *[[f"사람{number}"] for number in range(MOST_ROWS + 1)]]
    with pytest.raises(Invalid, match="parts"):
        list_rows([Sheet("", lines)], "file")


@pytest.mark.parametrize(
    ("said", "role"),
    [
        ("단장", MemberRole.HEAD),
        ("Interpreter", MemberRole.INTERPRETER),
        ("통역관", MemberRole.INTERPRETER),
        ("배우자", MemberRole.SPOUSE),
    ],
)
def test_roles_are_known_in_both_languages(said: str, role: MemberRole) -> None:
    read, faults = read_row({"name_ko": "김하늘", "role": said})
    assert (read.role, faults) == (role, [])


def test_every_role_is_written_as_it_is_read() -> None:
    for language in Language:
        for role in MemberRole:
            assert read_row({"name_ko": "가", "role": role_word(role, language)})[0].role is role


def test_roles_are_called_as_on_the_page(app: Flask) -> None:
    for language in Language:
        with app.test_request_context(), force_locale(language.value):
            for role in MemberRole:
                assert role_word(role, language) == gettext(role.label)
                about = BY_FIELD["role"].about(language).casefold()
                assert role_word(role, language).casefold() in about


@pytest.mark.parametrize("said", ["실무진", "수행원", "취재진", "언론"])
def test_roles_of_earlier_templates_are_still_known(said: str) -> None:
    assert read_row({"name_ko": "가", "role": said})[0].role in (MemberRole.STAFF, MemberRole.PRESS)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "name_ko"),
        ({"name_local": "李孟賢"}, "name_en"),
        ({"name_ko": "가", "email": "mayor at sf"}, "email"),
        ({"name_ko": "가", "role": "마법사"}, "role"),
        ({"name_ko": "가", "position": "첫째"}, "position"),
        ({"name_ko": "가", "position": "0"}, "position"),
        ({"name_ko": "가", "count": "4"}, "count"),
        ({"name_ko": "가", "consented_on": "2026-13"}, "consented_on"),
        ({"name_ko": "가", "consented_on": (utc_now().date() + timedelta(days=3)).isoformat()}, "consented_on"),
        ({"name_ko": "가" * 201}, "name_ko"),
        ({"title_ko": "직원", "email": "staff@sf.example"}, "email"),
        ({"title_ko": "직원", "phone": "010-0000-0001"}, "phone"),
    ],
)
def test_what_cannot_be_is_told_beside_its_cell(given: dict[str, str], field: str) -> None:
    _said, faults = read_row(given)
    assert [fault.field for fault in faults] == [field]


def test_days_and_numbers_are_read_as_they_are_written() -> None:
    said, faults = read_row(
        {"title_ko": "대표단 전원", "count": "12명", "position": "3.0", "consented_on": "2026. 3. 2."}
    )
    assert not faults
    assert (said.count, said.position, said.consented_on) == (12, 3, date(2026, 3, 2))


def test_a_title_says_where_it_is_held() -> None:
    both = with_affiliation({"title_ko": "과장", "title_en": "Director", "organisation": "국제교류과"})
    assert both is not None and (both.ko, both.en) == ("국제교류과 과장", "Director")
    english = with_affiliation({"title_en": "Director", "organisation": "Port of San Francisco"})
    assert english is not None and english.en == "Director, Port of San Francisco"
    said = with_affiliation({"title_ko": "샌프란시스코항만공사 사장", "organisation": "샌프란시스코항만공사"})
    assert said is not None and said.ko == "샌프란시스코항만공사 사장"
    assert with_affiliation({"organisation": "국제교류과"}) is None


def test_what_goes_out_can_come_back() -> None:
    row = {
        "name_ko": "김하늘",
        "role": "통역",
        "needs": "채식\n견과류 알레르기",
        "phone": "010-0000-0001",
        "note": "=1+1",
    }
    file = BytesIO()
    write_participants(file, Language.KOREAN, ["샌프란시스코"], [row], private=True)
    file.seek(0)
    (back,) = list_rows(read_file(file), "file").rows
    assert dict(back.cells) == row


def test_personal_data_has_no_columns_for_others() -> None:
    file = BytesIO()
    write_participants(
        file, Language.ENGLISH, [], [{"name_ko": "가", "needs": "채식", "hotel": "시청 앞"}], private=False
    )
    file.seek(0)
    sheets = read_file(file)
    assert not {"Needs", "Arrival", "Departure", "Hotel"} & set(sheets[0].lines[0])
    assert "채식" not in str([sheet.lines for sheet in sheets])
