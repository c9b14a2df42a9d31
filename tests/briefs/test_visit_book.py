"""The visit book: values that survive storing, sections and gaps it knows of by itself, and a paper for all readers."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from partnerships.briefs.comparing import Change, changes_between
from partnerships.briefs.html import render_document, render_sheet
from partnerships.briefs.paper import Classification, Edition, State
from partnerships.briefs.visit_book import Need, Part, Section, Stay, VisitBook
from partnerships.languages import Language
from tests.briefs.conftest import PrintBrief
from tests.briefs.test_pdf import text_of
from tests.factories.visit_book import crowded_book, visit_book
from tests.verapdf import judge


def sections_of(book: VisitBook) -> list[Section]:
    return [section for section, _title in book.sections]


@pytest.mark.parametrize("language", list(Language))
def test_values_survive_storing_exactly(language: Language) -> None:
    book = visit_book(language)
    stored = json.dumps(book.to_values(), ensure_ascii=False)
    assert VisitBook.from_values(json.loads(stored)) == book


def test_a_section_without_contents_is_left_out() -> None:
    assert sections_of(visit_book()) == list(Section)
    bare = visit_book(biographies=(), ties=(), cities=(), addresses=(), needs=(), contacts=(), annexes=(), meetings=())
    assert sections_of(bare) == [Section.OVERVIEW, Section.PROGRAMME, Section.DELEGATIONS]


def test_what_is_missing_of_a_visit_to_come_prints_in_its_place() -> None:
    gaps = {(gap.part, gap.where): gap.on_sheet for gap in visit_book(outcome=()).gaps}
    assert gaps[Part.OUTCOME, ""]
    assert gaps[Part.SEATING, "시장 주최 오찬"]
    # What has no place on the sheet is told in the checklist alone.
    assert gaps[Part.STALE, "샌프란시스코시, 경제"] is False
    sheet = render_sheet(visit_book(outcome=()))
    assert sheet.count("목표 성과 미작성") == 2
    assert "좌석배치도 미정" in sheet


def test_after_the_visit_what_never_existed_stays_in_the_checklist() -> None:
    over = visit_book(completed=True, outcome=())
    assert {gap.part for gap in over.gaps if gap.on_sheet} == {
        Part.DATE,
        Part.PLACE,
        Part.HOME_SIDE,
        Part.GUEST_SIDE,
    }
    assert "좌석배치도 미정" not in render_sheet(over)


def test_needs_are_never_frozen() -> None:
    book = visit_book()
    assert "땅콩" in render_sheet(book)
    kept = book.for_keeping()
    assert "땅콩" not in json.dumps(kept.to_values(), ensure_ascii=False)
    assert any("배려" in line for line in kept.omissions)
    assert visit_book(needs=()).for_keeping() == visit_book(needs=())


@pytest.mark.parametrize("edition", list(Edition))
@pytest.mark.parametrize("language", list(Language))
def test_document_and_sheet_parse_strictly(language: Language, edition: Edition) -> None:
    book = visit_book(language, edition=edition, omissions=("연락처",))
    html5lib.HTMLParser(strict=True).parse(render_document(book))
    html5lib.HTMLParser(strict=True).parseFragment(render_sheet(book))


def test_values_are_text_never_markup() -> None:
    attack = "<script>alert(1)</script>\"'&{{ 7*7 }}"
    html = render_document(visit_book(visit=attack, outcome=(attack,), needs=(Need(name=attack, needs=attack),)))
    assert "<script" not in html
    assert "{{ 7*7 }}" in html


def test_what_changed_is_told_section_by_section() -> None:
    before = visit_book()
    signing, luncheon = before.meetings
    after = replace(
        before,
        outcome=("직원 상호 파견에 합의하고 서명",),
        meetings=(replace(signing, materials=()), luncheon),
        contacts=(),
        as_of=before.as_of.replace(day=21),
    )
    told = {section.heading: section.changes for section in changes_between(before, after)}
    assert told["방문 개요"] == (Change("직원 상호 파견에 합의", "직원 상호 파견에 합의하고 서명"),)
    assert told["행사별 자료 › 양해각서 체결"] == (Change("준비물 · 양 도시 기, 서명용 펜", ""),)
    assert Change("김담당 · 총괄 · 02-2133-5285", "") in told["비상 연락망"]
    assert changes_between(before, before) == ()


def test_it_prints_with_contents_heads_and_numbers(print_brief: PrintBrief) -> None:
    pdf = print_brief(visit_book())
    reader = PdfReader(io.BytesIO(pdf))
    pages = [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]
    assert len(pages) in range(7, 13)
    # The contents name the page on which a section stands.
    place = next(number for number, text in enumerate(pages, 1) if "결연 연도가" in text and number > 2)
    assert re.search(rf"교류현황 ?{place}\b", pages[1])
    assert all(f"- {number} -" in text and f"총 {len(pages)}쪽" in text for number, text in enumerate(pages[1:], 2))
    assert "- 1 -" not in pages[0]
    assert "내부용 · 초안" in pages[2]
    first = reader.outline[0]
    assert isinstance(first, Destination)
    assert first.title == "샌프란시스코시장 방문"


def test_no_heading_stands_alone_and_no_page_is_empty(print_brief: PrintBrief) -> None:
    for book in (visit_book(), visit_book(Language.ENGLISH), crowded_book()):
        for page in PdfReader(io.BytesIO(print_brief(book))).pages[1:]:
            lines = [line for line in page.extract_text().splitlines() if line.strip()]
            assert len(lines) > 5, lines


def test_a_hundred_and_twenty_people_run_over_pages_under_repeated_heads(print_brief: PrintBrief) -> None:
    pdf = print_brief(crowded_book())
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) < 20
    text = text_of(pdf)
    assert all(f"손님{number}번" in text for number in range(1, 121))
    rolls = [page for page in pages if page.count("교류협회 이사") > 20]
    assert all("순번" in page for page in rolls)


def test_readers_and_archives_get_what_their_standards_ask_for(print_brief: PrintBrief, tmp_path: Path) -> None:
    books = {
        "korean": visit_book(),
        "english": visit_book(Language.ENGLISH, state=State.ISSUED, reference="BRF-2013-001"),
        "public": visit_book(edition=Edition.PUBLIC, classification=Classification.PUBLIC, omissions=("연락처",)),
        "crowd": crowded_book(),
        "bare": VisitBook(language=Language.KOREAN, as_of=visit_book().as_of, title="방문", visit="방문"),
    }
    for name, book in books.items():
        (tmp_path / f"{name}.pdf").write_bytes(print_brief(book))
    verdicts = judge(sorted(tmp_path.glob("*.pdf")))
    assert len(verdicts) == 2 * len(books)
    assert [verdict for verdict in verdicts if verdict.broken or verdict.assertions < 1000] == []


def test_an_english_book_says_in_its_checklist_where_it_is_korean() -> None:
    spoken = Need(name="Edwin M. Lee", needs="땅콩 알레르기")
    book = VisitBook(
        language=Language.ENGLISH,
        as_of=visit_book().as_of,
        title="Visit",
        needs=(spoken,),
        stays=(Stay(city="Seoul", arrives_by="대한항공 24편", hotel="Plaza"),),
    )
    gap = next(gap for gap in book.gaps if gap.part == Part.KOREAN_ONLY)
    assert (gap.label, gap.where, gap.on_sheet) == ("Only in Korean", "Flights, Needs", False)
    assert "Only in Korean" not in render_sheet(book)
    for other in (replace(book, language=Language.KOREAN), replace(book, needs=(), stays=())):
        assert Part.KOREAN_ONLY not in {gap.part for gap in other.gaps}
