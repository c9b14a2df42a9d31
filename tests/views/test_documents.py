"""Pages of documents, and their files."""

from io import BytesIO
from urllib.parse import quote

from partnerships.config import Settings
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from tests.client import Client
from tests.factories.agreement import make_agreement
from tests.factories.city import make_city
from tests.factories.document import make_document
from tests.factories.partnership import make_partnership
from tests.factories.visit import make_item, make_visit
from tests.page import Page

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def attach(client: Client, owner: str, name: str = "양해각서.pdf", contents: bytes = PDF, **entries: str) -> Page:
    """The page of a document that was just attached to ``owner`` through its form."""
    page = client.get(f"/documents/new?for={owner}")
    given = {"title_ko": "양해각서", "kind": "agreement_text", **entries}
    return page.submit({**given, "file": (BytesIO(contents), name)}).follow()


def test_an_officer_lists_the_attachments_of_the_signing(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    make_item(visit, 2, title_ko="우호협력 강화 MOU 체결")
    client.sign_in(officer)
    for title in ("서울시_샌프란시스코 우호강화 MOU", "샌프란시스코 시장 소개"):
        page = client.get(f"/documents/new?for={visit.reference}/2")
        page = page.submit({"title_ko": title, "kind": "other", "dated_on": "2013.10.21"}).follow()
        assert page.heading == title
        assert page.select(f'a[href="/visits/{visit.reference}/2"]')
        assert not page.select('a[href$="/file"]')
    page = client.get("/documents", {"file": "no"})
    assert {row[0] for row in page.rows} == {"서울시_샌프란시스코 우호강화 MOU", "샌프란시스코 시장 소개"}
    assert client.get("/documents", {"file": "yes"}).rows == []
    assert len(client.get("/documents", {"q": "시장 소개"}).rows) == 1
    assert client.get("/documents", {"kind": "photo"}).rows == []


def test_a_file_comes_back_as_it_was_sent_to_be_saved(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home)
    page = attach(client.sign_in(officer), agreement.reference)
    answer = client.get(page.select('a[href$="/file"]')[0].get("href", ""))
    assert answer.data == PDF
    assert answer.headers["Content-Type"] == "application/pdf"
    disposition = answer.headers["Content-Disposition"]
    assert disposition.startswith("attachment;") and f"filename*=UTF-8''{quote('양해각서.pdf')}" in disposition
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_page_that_is_attached_is_never_opened_as_one_of_ours(client: Client, officer: User, home: City) -> None:
    city = make_city()
    client.sign_in(officer)
    for name, contents in (
        ("page.html", b"<!doctype html><script>alert(1)</script>"),
        ("mark.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    ):
        page = attach(client, city.reference, name, contents)
        answer = client.get(f"{page.path}/file")
        assert answer.headers["Content-Type"].startswith("text/plain")
        assert answer.headers["Content-Disposition"].startswith("attachment;")
        assert answer.headers["Content-Security-Policy"].startswith("sandbox")


def test_what_is_no_document_is_refused_beside_the_file(client: Client, officer: User, settings: Settings) -> None:
    city = make_city()
    page = client.sign_in(officer).get(f"/documents/new?for={city.reference}")
    for contents in (b"\x7fELF\x02\x01\x01\x00 program", b""):
        entries = {"title_ko": "첨부", "kind": "other", "file": (BytesIO(contents), "양해각서.pdf")}
        page = page.submit(entries, status=422)
        assert set(page.errors) == {"file"}
    assert not [path for path in settings.file_store.rglob("*") if path.is_file()]


def test_a_new_version_supersedes_and_keeps_the_old(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home)
    old = attach(client.sign_in(officer), agreement.reference, "초안.pdf", title_ko="양해각서(안)")
    page = client.get(f"{old.path}/versions/new")
    entries = {"title_ko": "양해각서 최종", "file": (BytesIO(PDF + b"2"), "최종.pdf")}
    new = page.submit(entries).follow()
    assert "양해각서(안)" in new and new.path != old.path
    assert client.get(f"{old.path}/file").data == PDF
    assert client.get(f"{new.path}/file").data == PDF + b"2"
    assert new.path.rpartition("/")[2] in client.get(old.path)
    assert [row[0] for row in client.get("/documents").rows] == ["양해각서 최종"]
    client.post(f"{old.path}/archive", status=422)
    client.get(f"{old.path}/versions/new").submit({"title_ko": "또"}, status=422)


def test_a_document_without_a_file_is_completed(client: Client, officer: User, home: City) -> None:
    document = make_document(agreement=make_agreement(home), title_ko="양해각서 원문")
    address = f"/documents/{document.reference}"
    client.sign_in(officer).get(f"{address}/file", status=404)
    page = client.get(f"{address}/edit").submit({"file": (BytesIO(PDF), "원문.pdf")}).follow()
    assert "원문.pdf" in page and client.get(f"{address}/file").data == PDF
    assert not client.get(f"{address}/edit").select('input[type="file"]')


def test_a_document_is_never_more_open_than_its_record(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, disclosure=Disclosure.INTERNAL)
    page = client.sign_in(officer).get(f"/documents/new?for={agreement.reference}")
    assert ("disclosure", "internal") in page.form(["title_ko"]).values()
    page = page.submit({"title_ko": "원문", "kind": "other", "disclosure": "public"}, status=422)
    assert set(page.errors) == {"disclosure"}


def test_a_restricted_document_and_its_file_are_not_there(
    client: Client, officer: User, viewer_user: User, coordinator: User, home: City
) -> None:
    city = make_city()
    page = attach(client.sign_in(officer), city.reference, title_ko="면담 메모", disclosure="restricted")
    assert client.get(f"{page.path}/file").data == PDF
    client.sign_out().sign_in(viewer_user)
    for place in ("", "/file", "/history"):
        client.get(f"{page.path}{place}", status=404)
    for place in ("/documents", f"/cities/{city.reference}/documents"):
        assert "면담 메모" not in client.get(place)
    assert "면담 메모" in client.sign_out().sign_in(coordinator).get("/documents")


def test_the_file_of_a_hidden_record_is_not_there(client: Client, officer: User, viewer_user: User, home: City) -> None:
    visit = make_visit(home, disclosure=Disclosure.RESTRICTED, owner_id=officer.id)
    make_item(visit, 1)
    page = attach(client.sign_in(officer), f"{visit.reference}/1", disclosure="restricted")
    client.sign_out().sign_in(viewer_user).get(f"{page.path}/file", status=404)
    client.get(f"/documents/new?for={visit.reference}/1", status=403)


def test_another_home_neither_reads_nor_writes(client: Client, officer: User, home: City) -> None:
    other = make_city(name_ko="부산광역시", is_home=True)
    agreement = make_agreement(other, disclosure=Disclosure.PUBLIC)
    document = make_document(agreement=agreement, home=other, disclosure=Disclosure.PUBLIC)
    client.sign_in(officer).get(f"/documents/new?for={agreement.reference}", status=403)
    page = client.get(f"/documents/{document.reference}")
    assert not page.select('a[href$="/edit"]')
    client.post(f"/documents/{document.reference}/archive", status=403)


def test_a_document_stands_on_every_kind_of_record(client: Client, officer: User, home: City) -> None:
    city = make_city()
    tie = make_partnership(home, city)
    client.sign_in(officer)
    for owner in (city.reference, tie.reference, make_visit(home).reference):
        page = client.get(f"/documents/new?for={owner}").submit({"title_ko": f"문서 {owner}", "kind": "other"}).follow()
        assert page.heading == f"문서 {owner}"
    assert len(client.get("/documents").rows) == 3
    assert f"문서 {city.reference}" in client.get(f"/cities/{city.reference}/documents")


def test_nothing_is_listed_on_what_is_not_there(client: Client, officer: User) -> None:
    client.sign_in(officer)
    for owner in ("AGR-2013-001", "VIS-2013-001/2", "PER-00009", "USR-00001", "", "../x"):
        client.get("/documents/new", {"for": owner}, status=404)


def test_an_archived_document_comes_back(client: Client, officer: User, home: City) -> None:
    document = make_document(city=home, title_ko="시정 개황")
    client.sign_in(officer).post(f"/documents/{document.reference}/archive")
    assert "시정 개황" not in client.get("/documents")
    assert "시정 개황" in client.get(f"/documents/{document.reference}")
    client.post(f"/documents/{document.reference}/restore")
    assert "시정 개황" in client.get(f"/cities/{home.reference}/documents")
