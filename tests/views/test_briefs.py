"""The event summary from the page: previewed, printed, issued, listed, superseded, and kept from who may not see it."""

import hashlib
import re
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.brief import Brief
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.visit import ProgrammeItem, Visit
from tests.client import Client
from tests.factories.agreement import make_agreement, make_commitment
from tests.factories.city import make_city
from tests.factories.partnership import make_claim, make_partnership
from tests.factories.person import make_person
from tests.factories.visit import make_attendee, make_delegation, make_item, make_visit

SUMMARY = "/visits/VIS-2013-001/1/event-summary"


@pytest.fixture
def visit(home: City) -> Visit:
    """A signing on 21 October 2013, with one person and one post attending."""
    partner = make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")
    tie = make_partnership(home, partner)
    make_claim(tie)
    visit = make_visit(home, partnerships=[tie])
    make_delegation(visit, partner)
    item = make_item(visit, 1, title_ko="우호협력 양해각서 체결", title_en="Signing of the memorandum")
    lee = make_person(name_ko="에드윈 리", name_en="Edwin M. Lee")
    make_attendee(item, lee, side=Side.PARTNER, title_ko="샌프란시스코시장", title_en="Mayor of San Francisco")
    make_attendee(item, None, side=Side.HOME, title_ko="기획조정실장", title_en="Head of Planning")
    agreement = make_agreement(
        home, title_ko="양해각서", title_en="Memorandum", signed_at_item=item, partnerships=[tie]
    )
    make_commitment(agreement, 1, text_ko="직원 상호 파견", text_en="Exchange staff")
    return visit


def test_the_preview_shows_the_sheet_and_what_it_lacks(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get(SUMMARY)
    assert page.heading == "행사개요"
    for words in (
        "우호협력 양해각서 체결",
        "에드윈 리(Edwin M. Lee)",
        "기획조정실장",
        "직원 상호 파견",
        "샌프란시스코",
    ):
        assert words in page
    assert "좌석배치도 미정" in page


def test_the_paper_has_its_own_language(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get(SUMMARY, {"language": "en"})
    assert page.heading == "행사개요"
    (sheet,) = page.select("article.sheet")
    assert sheet.get("lang") == "en"
    assert "Monday 21 October 2013" in page
    assert "Mayor of San Francisco" in page


def test_the_draft_prints_at_once(client: Client, officer: User, visit: Visit) -> None:
    page = client.sign_in(officer).get(f"{SUMMARY}.pdf")
    assert page.headers["Content-Type"] == "application/pdf"
    assert page.data.startswith(b"%PDF-")
    assert "filename=event-summary-draft-ko.pdf" in page.headers["Content-Disposition"]


def test_issuing_freezes_bytes_and_values(client: Client, officer: User, visit: Visit, session: Session) -> None:
    client.sign_in(officer)
    issued = client.post(f"{SUMMARY}/issue", {"language": "ko", "edition": "internal"})
    reference = re.search(r"BRF-\d{4}-001", issued.location)
    assert reference
    page = issued.follow()
    assert "우호협력 양해각서 체결" in page.heading
    assert officer.name in page
    brief = session.scalars(select(Brief)).one()
    kept = client.get(f"/briefs/{reference[0]}.pdf").data
    assert hashlib.sha256(kept).hexdigest() == brief.sha256
    assert brief.issued_by_id == officer.id
    # The paper is read in the home city: its clock says when it was issued.
    local = brief.issued_at.astimezone(ZoneInfo("Asia/Seoul"))
    assert str(brief.values["issued_at"]).startswith(local.strftime("%Y-%m-%dT%H:%M"))
    # The record moves on; the paper does not.
    client.get("/visits/VIS-2013-001/1/edit").submit({"title_ko": "바뀐 제목"})
    assert "바뀐 제목" in client.get(SUMMARY)
    assert "바뀐 제목" not in client.get(f"/briefs/{reference[0]}").text
    assert client.get(f"/briefs/{reference[0]}.pdf").data == kept


def test_a_later_issue_supersedes_the_earlier_one(client: Client, officer: User, visit: Visit) -> None:
    client.sign_in(officer)
    first, second = (client.post(f"{SUMMARY}/issue", {"language": "ko"}).location for _ in range(2))
    assert second.rsplit("/", 1)[-1] in client.get(first)
    assert first.rsplit("/", 1)[-1] in client.get(second)
    rows = client.get("/briefs").rows
    assert len(rows) == 2
    assert "유효" in rows[0][-1]
    assert "대체됨" in rows[1][-1]


def test_only_a_coordinator_issues_a_public_edition(
    client: Client, officer: User, coordinator: User, visit: Visit
) -> None:
    client.sign_in(officer).get(SUMMARY)
    client.post(f"{SUMMARY}/issue", {"edition": "public"}, status=403)
    client.sign_in(coordinator).get(SUMMARY)
    client.post(f"{SUMMARY}/issue", {"edition": "public"})
    assert "공개본" in client.get("/briefs")


def test_a_public_edition_leaves_out_what_is_restricted(
    client: Client, coordinator: User, visit: Visit, home: City, session: Session
) -> None:
    item = session.scalars(select(ProgrammeItem)).one()
    make_agreement(
        home,
        title_ko="비공개 부속합의서",
        title_en="Restricted annex",
        signed_at_item_id=item.id,
        disclosure=Disclosure.RESTRICTED,
    )
    client.sign_in(coordinator)
    assert "비공개 부속합의서" in client.get(SUMMARY)
    public = client.get(SUMMARY, {"edition": "public"})
    assert "비공개 부속합의서" not in public.text
    assert "제한 공개 협정: 1" in public


def test_a_restricted_visit_is_hidden_with_its_papers(
    client: Client, officer: User, viewer_user: User, coordinator: User, home: City
) -> None:
    hidden = make_visit(home, disclosure=Disclosure.RESTRICTED)
    make_item(hidden, 1)
    client.sign_in(coordinator).get(SUMMARY)
    location = client.post(f"{SUMMARY}/issue", {}).location
    for user in (officer, viewer_user):
        client.sign_in(user)
        client.get(SUMMARY, status=404)
        client.get(f"{SUMMARY}.pdf", status=404)
        client.get(location, status=404)
        client.get(f"{location}.pdf", status=404)
        assert client.get("/briefs").rows == []
    client.sign_in(coordinator).get(SUMMARY, {"edition": "public"}, status=422)


def test_a_viewer_prints_but_does_not_issue(client: Client, viewer_user: User, visit: Visit) -> None:
    page = client.sign_in(viewer_user).get(SUMMARY)
    assert "/issue" not in page.html
    client.post(f"{SUMMARY}/issue", {}, status=403)
