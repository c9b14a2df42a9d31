"""Name plates: which script stands large, how many stand on a page, and that readers and archives can use them."""

import io
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from partnerships.briefs.name_plates import SIZES, NamePlates, Plate, compose_name_plates
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.queries.visit import get_item
from tests.briefs.conftest import PrintBrief
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_item, make_visit
from tests.verapdf import judge

DAY = date(2013, 10, 21)


def plates(size: str) -> NamePlates:
    lee = Plate(
        name="Edwin M. Lee", name_language="en", other="에드윈 리", other_language="ko", post="샌프란시스코시장"
    )
    long = Plate(
        name="Kimberly Strandberg-Featherstonehaugh", name_language="en", post="Director of International Trade"
    )
    park = Plate(name="박원순", name_language="ko", other="Park Won-soon", other_language="en", post="서울특별시장")
    post = Plate(name="사회자", name_language="ko")
    return NamePlates(language=Language.KOREAN, as_of=DAY, title="체결식", size=size, plates=(lee, long, park, post))


@pytest.mark.parametrize(("size", "pages"), [("large", 4), ("medium", 2), ("small", 2)])
def test_each_plate_is_printed_twice_head_to_head(print_brief: PrintBrief, size: str, pages: int) -> None:
    pdf = print_brief(plates(size))
    read = PdfReader(io.BytesIO(pdf))
    assert len(read.pages) == pages
    text = "\n".join(page.extract_text() for page in read.pages)
    for words in ("Edwin M. Lee", "박원순", "사회자"):
        assert text.count(words) == 2
    box = read.pages[0].mediabox
    assert (box.width > box.height) is (size == "large")


def test_plates_are_for_readers_and_archives_alike(print_brief: PrintBrief, tmp_path: Path) -> None:
    files = []
    for size in SIZES:
        files.append(tmp_path / f"{size}.pdf")
        files[-1].write_bytes(print_brief(plates(size)))
    verdicts = judge(files)
    assert len(verdicts) == 2 * len(files)
    assert {(one.file, one.profile): one.broken for one in verdicts if one.broken} == {}


def test_guests_come_first_in_their_script_and_the_home_side_in_korean(officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit)
    make_attendee(item, make_person(name_ko="박원순", name_en="Park Won-soon"), side=Side.HOME, title_ko="서울특별시장")
    make_attendee(item, make_person(name_ko="에드윈 리", name_en="Edwin M. Lee"), title_ko="시장", title_en="Mayor")
    make_attendee(item, make_person(name_ko="왕안순", name_en=None), title_ko="시장", title_en="Mayor", position=2)
    make_attendee(item, title_ko="사회자", title_en=None, position=3)
    make_attendee(item, title_ko="수행원", title_en=None, count=9, position=4)
    composed = compose_name_plates(
        get_item(officer, visit.reference, 1), Language.ENGLISH, "medium", DAY, lambda _person: True
    )
    assert composed.plates == (
        Plate(name="Edwin M. Lee", name_language="en", other="에드윈 리", other_language="ko", post="Mayor"),
        Plate(name="왕안순", name_language="ko", post="Mayor"),
        Plate(name="사회자", name_language="en"),
        Plate(name="박원순", name_language="ko", other="Park Won-soon", other_language="en", post="Director"),
    )


def test_who_may_not_be_named_has_a_plate_by_post(officer: User, home: City) -> None:
    visit = make_visit(home)
    make_attendee(make_item(visit), make_person(name_ko="비공개 인사"), title_ko="특사", title_en=None)
    item = get_item(officer, visit.reference, 1)
    composed = compose_name_plates(item, Language.KOREAN, "small", DAY, lambda _person: False)
    assert [plate.name for plate in composed.plates] == ["특사"]
