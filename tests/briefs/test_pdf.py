"""The printed paper: one page, whole text in order, for readers and archives alike, and the same bytes every time."""

import io
import json
import re
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from partnerships.briefs.event_summary import EventSummary
from partnerships.briefs.html import render_document
from partnerships.briefs.paper import Classification, Edition, State
from partnerships.briefs.pdf.client import render_pdf
from partnerships.briefs.pdf.errors import MissingGlyph
from partnerships.briefs.pieces import Participant, Side, Step
from partnerships.languages import Language
from tests.briefs.conftest import PrintBrief
from tests.factories.event_summary import event_summary
from tests.verapdf import judge

KOREAN_LINES = [
    "내부용",
    "작성 기준일 2013. 10. 21.(월)",
    "서울시-샌프란시스코 우호협력 강화 MOU 체결",
    "□ 개요",
    "○ 일시",
    "2013. 10. 21.(월) 09:00 ~ 09:20 (20분)",
    "○ 장소",
    "간담회장(신청사 8층)",
    "□ 참석자",
    "서울특별시장 박원순",
    "기획조정실장",
    "국제관계대사",
    "행정국장",
    "샌프란시스코시장 에드윈 리(Edwin M. Lee) (단장)",
    "샌프란시스코-서울 자매도시위원장",
    "시의원 등 대표단 전원",
    "□ 주요내용",
    "○ 직원 상호 파견 등 합의",
    "□ 체결 문서",
    "○ 자매도시 우호 협력강화 양해각서 (양해각서)",
    "· 분야별 우수 정책사례 공유",
    "· 교육·문화기관 간 교류 협력 증진",
    "□ 당일 주요일정",
    "희망서울 아카데미 특강 (500명, 동시통역)",
    "□ 교류현황",
    "○ 샌프란시스코시 : 자매도시 1976년 결연 (출처: 서울시)",
    "※ 확인 필요: 결연 연도가 자료마다 다름",
    "※ 붙임 (원문 미보유) :",
    "끝.",
    "기획조정실 국제교류담당관 ☎ 02-2133-5285",
    "- 1 -",
]
ENGLISH_LINES = [
    "Internal",
    "As of Monday 21 October 2013",
    "Signing of the Seoul–San Francisco MOU on closer cooperation",
    "Overview",
    "Monday 21 October 2013, 09:00–09:20 (20 min)",
    "Meeting Room, 8th floor, New City Hall",
    "Who attends",
    "Park Won-soon, Mayor of Seoul",
    "Edwin M. Lee, Mayor of San Francisco (head of delegation)",
    "Main points",
    "Agreement on exchanging staff",
    "Signed at this event",
    "Sharing good policy practice in these areas",
    "Also that day",
    "from 08:00",
    "Ties so far",
    "San Francisco: sister city since 1976 (source: Seoul)",
    "Attachments (no file held):",
    "- 1 -",
]


def text_of(pdf: bytes, *options: str) -> str:
    """The text as it is copied from the page, in the order of the content."""
    run = subprocess.run(["pdftotext", "-raw", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def crowd(count: int) -> tuple[Side, ...]:
    def people(side: str) -> tuple[Participant, ...]:
        return tuple(Participant(name=f"{side}{number}번", post="국제협력과장") for number in range(1, count // 2 + 1))

    return (
        Side(name="서울특별시", is_home=True, participants=people("서울"), count=count // 2),
        Side(name="샌프란시스코시", is_home=False, participants=people("샌프란시스코"), count=count // 2),
    )


@pytest.mark.parametrize(
    ("language", "lines"), [(Language.KOREAN, KOREAN_LINES), (Language.ENGLISH, ENGLISH_LINES)], ids=["ko", "en"]
)
def test_one_page_with_every_line_in_order(print_brief: PrintBrief, language: Language, lines: list[str]) -> None:
    pdf = print_brief(event_summary(language))
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    # A line that was too long for its column goes on in the next one.
    text = re.sub(r"\s+", " ", text_of(pdf))
    position = 0
    for line in lines:
        found = text.find(line, position)
        assert found >= 0, f"{line!r} is not after {text[:position][-60:]!r}"
        position = found + len(line)


def test_a_few_lines_more_are_set_closer_and_stay_on_one_page(print_brief: PrintBrief) -> None:
    brief = event_summary(
        completed=False, place="", host="기획조정실", audience=500, interpretation="동시통역", contents=("협의",) * 6
    )
    assert len(PdfReader(io.BytesIO(print_brief(brief))).pages) == 1


def test_title_language_and_author_are_in_the_file(print_brief: PrintBrief) -> None:
    reader = PdfReader(io.BytesIO(print_brief(event_summary())))
    assert reader.metadata is not None
    assert reader.metadata.title == "서울시-샌프란시스코 우호협력 강화 MOU 체결"
    assert reader.metadata.author == "기획조정실 국제교류담당관"
    assert str(reader.root_object["/Lang"]) == "ko"
    first = reader.outline[0]
    assert isinstance(first, Destination)
    assert first.title == reader.metadata.title


def test_the_values_inside_are_the_papers_own(print_brief: PrintBrief) -> None:
    brief = event_summary()
    attached = PdfReader(io.BytesIO(print_brief(brief))).attachments
    assert list(attached) == ["event-summary.json"]
    assert EventSummary.from_values(json.loads(attached["event-summary.json"][0])) == brief


def test_the_same_values_give_the_same_bytes(print_brief: PrintBrief) -> None:
    brief = event_summary()
    warm = print_brief(brief)
    assert print_brief(brief) == warm
    # Also in another process, which is started for this paper alone.
    alone = render_pdf(
        render_document(brief),
        values=dict(reversed(brief.to_values().items())),
        name="event-summary",
        as_of=brief.as_of,
    )
    assert alone == warm


def test_korean_words_are_never_broken(print_brief: PrintBrief) -> None:
    thought = (
        "서울특별시와 샌프란시스코시는 도시계획·개발과 전자정부, 지속가능한 정책에 관하여 국제교류담당관(기획조정실)을 "
        "통하여 정기적으로 협의하고 상호방문과 직원파견을 추진하기로 하였으며 세부사항은 별도협의를 거쳐 정하고자 함"
    )
    contents = tuple(" ".join(thought.split()[start:]) for start in range(12))
    lines = text_of(print_brief(event_summary(contents=contents))).splitlines()
    words = {word for line in lines for word in line.split()}
    assert set(thought.split()) <= words
    # Nor does a line consist of one syllable.
    assert "함" not in [line.strip() for line in lines]


def test_a_missing_glyph_is_an_error_that_names_it(print_brief: PrintBrief) -> None:
    with pytest.raises(MissingGlyph) as caught:
        print_brief(event_summary(place="𓂀 회의실"))
    assert caught.value.characters == "𓂀"
    assert print_brief(event_summary()).startswith(b"%PDF-")


def test_signs_hanja_and_rare_syllables_are_printed(print_brief: PrintBrief) -> None:
    rare = "▴ ♦ ☎ ※ 漢字 北京 뷁 믜 ‧ ㆍ Łódź Việt é"
    assert rare in text_of(print_brief(event_summary(place=rare)))


def test_a_hundred_and_twenty_people_run_over_pages_under_repeated_heads(print_brief: PrintBrief) -> None:
    pdf = print_brief(event_summary(sides=crowd(120)))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) in range(3, 7)
    text = text_of(pdf)
    assert all(f"서울{number}번" in text and f"샌프란시스코{number}번" in text for number in range(1, 61))
    filled = [page for page in pages if re.search(r"\d번", page)]
    assert all("순번" in page and "성명" in page for page in filled)
    assert "- 3 -" in text


def test_readers_and_archives_get_what_their_standards_ask_for(print_brief: PrintBrief, tmp_path: Path) -> None:
    order = (Step(title="양 시장 입장", minutes=3, by="국제관계대사"), Step(title="서명 및 교환", minutes=5))
    briefs = {
        "korean": event_summary(),
        "english": event_summary(Language.ENGLISH),
        "planned": event_summary(completed=False, order=order, audience=500, interpretation="순차통역"),
        "issued": event_summary(
            state=State.ISSUED,
            issued_at=datetime.fromisoformat("2013-10-20T18:02:00"),
            issued_by="김담당",
            edition=Edition.PUBLIC,
            classification=Classification.PUBLIC,
            omissions=("연락처",),
        ),
        "crowd": event_summary(sides=crowd(120)),
        "unknown": event_summary(day=None, place="", sides=(), contents=(), ties=(), attachments=()),
    }
    for name, brief in briefs.items():
        (tmp_path / f"{name}.pdf").write_bytes(print_brief(brief))
    verdicts = judge(sorted(tmp_path.glob("*.pdf")))
    assert len(verdicts) == 2 * len(briefs)
    assert [verdict for verdict in verdicts if verdict.broken or verdict.assertions < 1000] == []
