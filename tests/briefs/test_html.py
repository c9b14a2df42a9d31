"""The sheet of a brief is correct HTML in the paper's own language, and shows values as text only."""

from datetime import datetime
from typing import Any

import html5lib
import pytest

from partnerships.briefs.event_summary import EventSummary
from partnerships.briefs.html import render_document, render_sheet
from partnerships.briefs.paper import Classification, Edition, State
from partnerships.briefs.pieces import Attachment, Participant, Side, Step
from partnerships.languages import Language
from tests.factories.event_summary import event_summary

FULL: dict[str, Any] = {
    "completed": False,
    "audience": 500,
    "host": "기획조정실",
    "interpretation": "동시통역",
    "zone_words": "샌프란시스코 현지시각",
    "home_starts": datetime.fromisoformat("2013-10-22T01:00:00"),
    "home_ends": datetime.fromisoformat("2013-10-22T01:20:00"),
    "order": (Step(title="서명", minutes=5, by="국제관계대사"), Step(title="기념 촬영")),
    "omissions": ("연락처",),
}


def many(count: int) -> tuple[Side, ...]:
    people = tuple(Participant(name=f"참석자{number}", post="과장") for number in range(1, count + 1))
    return (Side(name="서울특별시", is_home=True, participants=people, count=count),)


VARIANTS = {
    "as it was": event_summary(),
    "in English": event_summary(Language.ENGLISH),
    "full": event_summary(**FULL),
    "full, in English": event_summary(Language.ENGLISH, **FULL),
    "issued": event_summary(
        state=State.ISSUED, issued_at=datetime.fromisoformat("2013-10-20T18:00:00"), issued_by="김담당"
    ),
    "public": event_summary(edition=Edition.PUBLIC, classification=Classification.PUBLIC),
    "restricted": event_summary(classification=Classification.RESTRICTED),
    "nothing known": event_summary(
        day=None, place="", sides=(), contents=(), agreements=(), day_items=(), ties=(), attachments=(), department=""
    ),
    "a roll": event_summary(sides=many(120)),
    "a file or two": event_summary(attachments=(Attachment(title="가"), Attachment(title="나", has_file=False))),
}


@pytest.mark.parametrize("brief", VARIANTS.values(), ids=VARIANTS.keys())
def test_document_and_sheet_parse_strictly(brief: EventSummary) -> None:
    html5lib.HTMLParser(strict=True).parse(render_document(brief))
    html5lib.HTMLParser(strict=True).parseFragment(render_sheet(brief))


def test_preview_and_paper_are_the_same_sheet() -> None:
    brief = event_summary()
    assert render_sheet(brief, heading=1) in render_document(brief)


def test_headings_fit_the_page_around() -> None:
    assert "<h1>" in render_sheet(event_summary(), heading=1)
    inside = render_sheet(event_summary())
    assert "<h1" not in inside
    assert "<h2>서울시-샌프란시스코 우호협력 강화 MOU 체결</h2>" in inside
    assert "<h3>참석자</h3>" in inside


def test_the_language_is_the_papers_own() -> None:
    korean, english = (render_document(event_summary(language)) for language in Language)
    assert '<html lang="ko">' in korean
    assert "2013. 10. 21.(월) 09:00 ~ 09:20" in korean
    assert "끝." in korean
    assert '<html lang="en">' in english
    assert "Monday 21 October 2013, 09:00–09:20" in english
    assert "끝." not in english
    assert not any("가" <= sign <= "힣" for sign in english)


def test_gaps_of_a_draft_show_in_their_places() -> None:
    draft = render_sheet(event_summary(completed=False))
    assert "진행순서 미정" in draft
    assert "좌석배치도 미정" in draft
    assert "미정" not in render_sheet(event_summary(completed=True))


def test_draft_and_issued_tell_themselves_apart() -> None:
    draft, issued = render_sheet(VARIANTS["as it was"]), render_sheet(VARIANTS["issued"])
    assert "초안" in draft
    assert "초안" not in issued
    assert "발행 2013. 10. 20.(일) 18:00 · 김담당" in issued


def test_a_document_without_a_file_says_so() -> None:
    assert render_sheet(event_summary()).count("원문 미보유") == 1
    mixed = render_sheet(VARIANTS["a file or two"])
    assert mixed.index("2. 나") < mixed.index("원문 미보유")


def test_values_are_text_never_markup() -> None:
    attack = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&{{ 7*7 }}"
    brief = event_summary(
        title=attack,
        place=attack,
        contents=(attack,),
        department=attack,
        sides=(Side(name=attack, is_home=True, participants=(Participant(name=attack, post=attack, role=attack),)),),
    )
    html = render_document(brief)
    assert "<script" not in html
    assert "<img" not in html
    assert "{{ 7*7 }}" in html
    html5lib.HTMLParser(strict=True).parse(html)
