"""The visit book from the page: previewed, printed, issued, compared, and silent to who may not know."""

import json

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.briefs.catalogue import translations_of
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.brief import Brief
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.visit import Attendance, Delegation, MemberRole, ProgrammeItem, Seating, Visit, VisitStatus
from tests.client import Client
from tests.factories.agreement import make_agreement, make_commitment
from tests.factories.city import make_city
from tests.factories.partnership import make_claim, make_partnership
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_delegation, make_item, make_leg, make_member, make_visit

BOOK = "/visits/VIS-2013-001/book"


@pytest.fixture
def visit(home: City, officer: User) -> Visit:
    """A visit to come, which an officer runs, with a head who needs something."""
    partner = make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")
    tie = make_partnership(home, partner)
    make_claim(tie)
    visit = make_visit(home, partnerships=[tie], status=VisitStatus.CONFIRMED, owner=officer)
    make_leg(visit, home)
    lee = make_person(name_ko="에드윈 리", name_en="Edwin M. Lee", form_of_address_ko="시장님")
    make_member(
        make_delegation(visit, partner), lee, role=MemberRole.HEAD, title_ko="샌프란시스코시장", needs="땅콩 알레르기"
    )
    item = make_item(visit, 1, title_ko="양해각서 체결", title_en="Signing of the memorandum")
    make_attendee(item, lee, side=Side.PARTNER, title_ko="샌프란시스코시장")
    agreement = make_agreement(home, title_ko="공동선언", title_en="Declaration", partnerships=[tie])
    make_commitment(agreement, 1, text_ko="해마다 대표단 교환", text_en="Exchange delegations")
    return visit


def test_the_preview_shows_the_book_and_what_it_lacks(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get(BOOK)
    assert page.heading == "방문 자료집"
    for words in ("우호협력 양해각서 체결", "에드윈 리(Edwin M. Lee)", "시장님", "해마다 대표단 교환", "땅콩 알레르기"):
        assert words in page
    assert "양해각서 체결: 말씀자료 미작성" in page


def test_needs_print_only_for_those_who_run_the_visit(
    client: Client, viewer_user: User, coordinator: User, visit: Visit
) -> None:
    assert "땅콩 알레르기" not in client.sign_in(viewer_user).get(BOOK)
    assert "땅콩 알레르기" in client.sign_in(coordinator).get(BOOK)
    assert "땅콩 알레르기" not in client.get(BOOK, {"edition": "public"})


def test_an_issued_book_holds_no_needs(client: Client, officer: User, visit: Visit, session: Session) -> None:
    issued = client.sign_in(officer).post(f"{BOOK}/issue", {"language": "ko", "edition": "internal"}).follow()
    assert "에드윈 리" in issued
    brief = session.scalars(select(Brief)).one()
    assert (brief.visit_id, brief.programme_item_id) == (visit.id, None)
    assert "땅콩" not in json.dumps(brief.values, ensure_ascii=False)


def test_what_changed_since_the_last_issue_is_told(client: Client, officer: User, visit: Visit) -> None:
    client.sign_in(officer)
    client.post(f"{BOOK}/changes", status=405)
    client.get(f"{BOOK}/changes", status=404)
    client.post(f"{BOOK}/issue", {"language": "ko"})
    assert "BRF-" in client.get(BOOK)
    client.get("/visits/VIS-2013-001/edit").submit({"outcome_ko": "직원 상호 파견 합의"})
    preview = client.get(BOOK)
    assert "달라진 부분" in preview
    changes = preview.click("달라진 내용")
    assert "직원 상호 파견 합의" in changes
    second = client.post(f"{BOOK}/issue", {"language": "ko"}).follow()
    assert "직원 상호 파견 합의" in second
    assert "이전 발행본에서 달라진 내용" in second


def test_a_public_book_leaves_out_what_is_said_among_colleagues(
    client: Client, coordinator: User, visit: Visit, home: City, session: Session
) -> None:
    make_agreement(home, title_ko="비공개 합의서", disclosure=Disclosure.RESTRICTED, partnerships=visit.partnerships)
    client.sign_in(coordinator)
    assert "비공개 합의서" in client.get(BOOK)
    public = client.get(BOOK, {"edition": "public"})
    (sheet,) = public.select("article.sheet")
    text = " ".join(sheet.itertext())
    for words in ("비공개 합의서", "시장님", "땅콩", "말씀자료 미작성"):
        assert words not in text
    assert "제한 공개 협정: 1" in text


def test_restricted_people_stand_by_their_posts(
    client: Client, officer: User, coordinator: User, visit: Visit, home: City, session: Session
) -> None:
    secret = make_person(name_ko="비밀 인물", name_en="A Secret", disclosure=Disclosure.RESTRICTED)
    delegation = make_delegation(visit, home, side=Side.HOME)
    make_member(delegation, secret, title_ko="특별보좌관")
    page = client.sign_in(officer).get(BOOK)
    assert "특별보좌관" in page
    assert "비밀 인물" not in page.text
    client.sign_in(coordinator)
    assert "비밀 인물" in client.get(BOOK)
    public = client.get(BOOK, {"edition": "public"})
    assert "비밀 인물" not in public.text
    assert "제한 공개 인물: 1" in public


def test_the_book_prints(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get(f"{BOOK}.pdf", {"language": "en"})
    assert page.data.startswith(b"%PDF-")
    assert "filename=visit-book-draft-en.pdf" in page.headers["Content-Disposition"]


def test_the_papers_of_a_visit_stand_side_by_side(client: Client, officer: User, visit: Visit) -> None:
    client.sign_in(officer).post(f"{BOOK}/issue", {"language": "ko"})
    page = client.get("/visits/VIS-2013-001/briefs")
    book, *others = page.rows
    assert "방문 자료집" in book[0]
    assert "BRF-" in book[2]
    assert "이후 변경됨" not in book[2]
    assert any("양해각서 체결 행사개요" in row[0] and "미발행" in row[2] for row in others)
    client.get("/visits/VIS-2013-001/edit").submit({"outcome_ko": "합의"})
    assert "이후 변경됨" in client.get("/visits/VIS-2013-001/briefs").rows[0][2]


def test_a_restricted_visit_hides_its_book(client: Client, officer: User, home: City) -> None:
    make_visit(home, disclosure=Disclosure.RESTRICTED)
    client.sign_in(officer)
    for path in (BOOK, f"{BOOK}.pdf", f"{BOOK}/changes"):
        client.get(path, status=404)
    client.post(f"{BOOK}/issue", {}, status=404)


def test_a_post_stands_with_the_name_of_the_only_member_who_holds_it(
    client: Client, officer: User, visit: Visit, session: Session
) -> None:
    party, item = session.scalars(select(Delegation)).one(), session.scalars(select(ProgrammeItem)).one()
    item.seating = Seating.FACING
    deputy = make_person(name_ko="나오미 켈리", name_en="Naomi Kelly")
    make_member(party, deputy, title_ko="샌프란시스코부시장", title_en="Vice Mayor")
    make_member(party, make_person(name_ko="존 도", name_en="John Doe"), title_ko="국장")
    make_member(party, make_person(name_ko="제인 도", name_en="Jane Doe"), title_ko="국장")
    make_attendee(item, side=Side.PARTNER, title_ko="샌프란시스코부시장", title_en="Vice Mayor")
    make_attendee(item, side=Side.PARTNER, title_ko="국장")
    # The same words on the other side are somebody else.
    make_attendee(item, side=Side.HOME, title_ko="샌프란시스코부시장", title_en="Vice Mayor")
    session.commit()
    page = client.sign_in(officer).get(BOOK)
    # In the roll, on the sheet and in the protocol notes; who shares a post stands on no sheet.
    assert page.text.count("나오미 켈리(Naomi Kelly)") == 3
    assert page.text.count("존 도(John Doe)") == page.text.count("제인 도(Jane Doe)") == 2
    plan = client.get("/visits/VIS-2013-001/1/seating")
    assert "나오미 켈리" in plan and "존 도" not in plan
    summary = client.get("/visits/VIS-2013-001/1/event-summary")
    assert "나오미 켈리(Naomi Kelly)" in summary


def test_a_side_without_a_delegation_is_told_by_who_attends(
    client: Client, officer: User, home: City, visit: Visit, session: Session
) -> None:
    first, second = session.scalars(select(ProgrammeItem)).one(), make_item(visit, 2, title_ko="오찬")
    mayor = make_person(name_ko="박원순", name_en="Park Won-soon")
    for item in (first, second):
        make_attendee(item, side=Side.HOME, title_ko="국제협력관", title_en=None, position=2)
        make_attendee(item, mayor, side=Side.HOME, title_ko="서울특별시장", title_en=None)
    make_attendee(second, side=Side.HOME, title_ko="불참국장", title_en=None, attendance=Attendance.EXCUSED)
    page = client.sign_in(officer).get(BOOK).text
    told = page.rsplit(translations_of("ko").gettext("Who takes part"), 1)[-1].split("자료 1 ·")[0]
    assert "불참국장" not in told
    assert told.count("국제협력관") == told.count("박원순") == 1
    assert told.index("박원순") < told.index("국제협력관") < told.index("에드윈 리")
