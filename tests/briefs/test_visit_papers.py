"""One participant's programme and the after-action report in print: for readers and archives, short and long alike."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader

from partnerships.briefs.after_action_report import AfterActionReport, FollowUp, Held, PointMade, Result
from partnerships.briefs.my_programme import MyProgramme, OwnDay, OwnItem
from partnerships.briefs.paper import Paper
from partnerships.briefs.visit_book import Contact, Delegate, Party
from partnerships.languages import Language
from tests.briefs.conftest import PrintBrief
from tests.verapdf import judge

AS_OF = date(2013, 11, 1)


def my_programme(days: int, language: Language = Language.KOREAN) -> MyProgramme:
    """The programme of a mayor, over so many days of six items each."""
    return MyProgramme(
        language=language,
        as_of=AS_OF,
        title="에드윈 리 개인 일정표",
        visit="샌프란시스코시장 대표단 방문",
        name="에드윈 리(Edwin M. Lee)",
        post="샌프란시스코시장",
        starts="2013-10-21",
        ends="2013-10-21",
        days=tuple(
            OwnDay(
                day=date(2013, 10, 1 + number),
                items=tuple(
                    OwnItem(
                        title=f"{number + 1}일차 면담 {hour}", starts=time(hour), ends=time(hour, 40), place="간담회장"
                    )
                    for hour in range(9, 15)
                ),
            )
            for number in range(days)
        ),
        contacts=(Contact(name="김담당", duty="총괄", phone="02-0000-0001"),),
    )


def report(items: int, language: Language = Language.KOREAN) -> AfterActionReport:
    """The report of a visit of so many items, each with three points."""
    return AfterActionReport(
        language=language,
        as_of=AS_OF,
        title="결과보고",
        visit="샌프란시스코시장 대표단 방문",
        starts="2013-10-21",
        ends="2013-10-23",
        guests="샌프란시스코",
        parties=(
            Party(
                name="샌프란시스코", is_home=False, delegates=(Delegate(name="에드윈 리", post="시장", is_head=True),)
            ),
        ),
        outcome=("우호협력 강화",),
        items=tuple(
            Held(
                title=f"면담 {number}",
                day=date(2013, 10, 21),
                starts=time(9),
                attended=8,
                points=tuple(PointMade(topic=f"의제 {one}", raised=True, reply=("검토함",)) for one in range(3)),
            )
            for number in range(items)
        ),
        results=(Result(number=1, text="직원 상호 파견 합의", kind="합의", became=("이행과제 AGR-2013-001/4",)),),
        follow_ups=(FollowUp(title="명단 송부", owner="김담당", due=date(2013, 11, 20), status="할 일"),),
        assessment=("직원 파견의 길이 열림",),
    )


def test_papers_of_a_visit_are_for_readers_and_archives(print_brief: PrintBrief, tmp_path: Path) -> None:
    for name, paper in {"programme": my_programme(1), "report": report(2, Language.ENGLISH)}.items():
        content = print_brief(paper)
        assert len(PdfReader(io.BytesIO(content)).pages) == 1
        (tmp_path / f"{name}.pdf").write_bytes(content)
    verdicts = judge(sorted(tmp_path.glob("*.pdf")))
    assert len(verdicts) == 4
    assert [verdict for verdict in verdicts if verdict.broken or verdict.assertions < 1000] == []


@pytest.mark.parametrize(
    ("paper", "heads", "last"),
    [(my_programme(14), "시간", "14일차 면담 14"), (report(30), "의제", "직원 파견의 길이 열림")],
    ids=["programme", "report"],
)
def test_a_long_paper_goes_on_over_pages_and_loses_nothing(
    paper: Paper, heads: str, last: str, print_brief: PrintBrief
) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(print_brief(paper))).pages]
    assert len(pages) > 2
    assert last in "".join(pages)
    assert all(heads in page for page in pages[1:-1])


@pytest.mark.parametrize("language", list(Language))
def test_each_page_says_what_it_is_part_of(language: Language, print_brief: PrintBrief) -> None:
    """Pages of such papers get parted: each has its number, how many there are, and, from the second on, the title."""
    for paper, title in ((my_programme(14, language), "샌프란시스코시장"), (report(30, language), "대표단 방문")):
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(print_brief(paper))).pages]
        total = f"총 {len(pages)}쪽" if language is Language.KOREAN else f"of {len(pages)}"
        for number, page in enumerate(pages, start=1):
            assert f"- {number} -" in page
            assert total in page
            assert title in page


def test_the_last_lines_never_stand_on_a_page_of_their_own(print_brief: PrintBrief) -> None:
    """However long the table before them is, who answers for the paper shares a page with what it answers for."""
    for count in range(15, 27):
        paper = replace(my_programme(1), department="국제교류담당관", contacts=tuple(_contacts(count)))
        last = PdfReader(io.BytesIO(print_brief(paper))).pages[-1].extract_text()
        assert "국제교류담당관" in last
        assert f"{count - 1}번 담당" in last


def test_a_day_is_not_parted_after_its_first_row_nor_before_its_last(print_brief: PrintBrief) -> None:
    for days in (3, 4, 5, 6):
        for page in PdfReader(io.BytesIO(print_brief(my_programme(days)))).pages:
            rows = re.findall(r"(\d+)일차 면담", page.extract_text())
            assert all(rows.count(day) != 1 for day in rows), rows


def _contacts(count: int) -> Iterator[Contact]:
    for number in range(count):
        yield Contact(name=f"{number}번 담당", duty="총괄", phone="02-0000-0001")


@pytest.mark.parametrize("paper", [my_programme(2), report(2)], ids=["programme", "report"])
def test_values_come_back_as_they_were_kept(paper: Paper) -> None:
    assert type(paper).from_values(paper.to_values()) == paper
