"""Documents change by rules that hold wherever the change comes from."""

from io import BytesIO

import pytest

from partnerships.adapters.files import FileStore, Upload
from partnerships.commands import document as commands
from partnerships.commands.transaction import transaction
from partnerships.config import Settings
from partnerships.errors import Invalid, NotAllowed, NotFound
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.permissions import SYSTEM
from partnerships.queries.document import documents_of, get_document, get_owner
from tests.factories.agreement import make_agreement
from tests.factories.visit import make_item, make_visit


@pytest.fixture
def store(settings: Settings) -> FileStore:
    """The store of the application under test, for files of up to a megabyte."""
    return FileStore(settings.file_store, 1024 * 1024)


def pdf(store: FileStore, name: str = "양해각서.pdf", contents: bytes = b"%PDF-1.7") -> Upload:
    return Upload(name, BytesIO(contents), store)


def test_a_document_takes_home_and_disclosure_from_its_record(officer: User, home: City) -> None:
    agreement = make_agreement(home, disclosure=Disclosure.PUBLIC)
    document = commands.record_document(officer, agreement, title_ko="원문")
    assert (document.reference, document.home_id, document.owner_id) == ("DOC-00001", home.id, officer.id)
    assert document.disclosure is Disclosure.PUBLIC and not document.has_file


def test_a_document_of_a_programme_item_takes_them_from_the_visit(officer: User, home: City) -> None:
    visit = make_visit(home, disclosure=Disclosure.RESTRICTED, owner=officer)
    make_item(visit, 2)
    item = get_owner(officer, f"{visit.reference}/2")
    document = commands.record_document(officer, item, title_ko="식순")
    assert (document.home_id, document.disclosure) == (home.id, Disclosure.RESTRICTED)
    with pytest.raises(Invalid) as refused:
        commands.record_document(officer, item, title_ko="좌석배치도", disclosure=Disclosure.INTERNAL)
    assert refused.value.field == "disclosure"


def test_a_document_may_be_narrower_than_its_record(officer: User, home: City) -> None:
    agreement = make_agreement(home, disclosure=Disclosure.PUBLIC)
    document = commands.record_document(officer, agreement, title_ko="초안", disclosure=Disclosure.RESTRICTED)
    assert document.disclosure is Disclosure.RESTRICTED


def test_a_viewer_lists_nothing(viewer_user: User, home: City, store: FileStore) -> None:
    with pytest.raises(NotAllowed):
        commands.record_document(viewer_user, make_agreement(home), pdf(store), title_ko="원문")
    assert not store.root.exists()


def test_a_file_that_is_there_is_never_replaced(officer: User, home: City, store: FileStore) -> None:
    commands.record_document(officer, make_agreement(home), pdf(store), title_ko="원문")
    with pytest.raises(Invalid) as refused:
        commands.revise_document(officer, get_document(officer, "DOC-00001"), file=pdf(store, contents=b"%PDF-2"))
    assert refused.value.field == "file"


def test_a_file_over_the_limit_is_refused(officer: User, home: City, store: FileStore) -> None:
    with pytest.raises(Invalid) as refused:
        commands.record_document(
            officer, make_agreement(home), pdf(store, contents=b"%PDF-" * 300_000), title_ko="원문"
        )
    assert refused.value.field == "file" and refused.value.values == {"limit": 1}


def test_versions_are_added_to_the_newest_only(officer: User, home: City) -> None:
    agreement = make_agreement(home)
    commands.record_document(officer, agreement, title_ko="초안")
    second = commands.supersede_document(officer, get_document(officer, "DOC-00001"), title_ko="수정안")
    assert second.supersedes_id == get_document(officer, "DOC-00001").id
    with pytest.raises(Invalid):
        commands.supersede_document(officer, get_document(officer, "DOC-00001"), title_ko="또 다른 수정안")
    with pytest.raises(Invalid):
        commands.archive_document(officer, get_document(officer, "DOC-00001"))
    commands.archive_document(officer, get_document(officer, "DOC-00002"))
    with pytest.raises(Invalid):
        commands.supersede_document(officer, get_document(officer, "DOC-00001"), title_ko="또 다른 수정안")


def test_a_record_that_is_narrowed_hides_its_documents(officer: User, viewer_user: User, home: City) -> None:
    agreement = make_agreement(home, owner=officer)
    commands.record_document(officer, agreement, title_ko="원문", disclosure=Disclosure.INTERNAL)
    assert documents_of(viewer_user, agreement)
    with transaction(SYSTEM, "revise_agreement"):
        agreement.disclosure = Disclosure.RESTRICTED
    assert not documents_of(viewer_user, agreement)
    with pytest.raises(NotFound):
        get_document(viewer_user, "DOC-00001")


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("양해각서.pdf", "양해각서.pdf"),
        ("C:\\Users\\kim\\양해각서.pdf", "양해각서.pdf"),
        ("../../etc/passwd", "passwd"),
        ("\u1112\u1161\u11ab\u1100\u1173\u11af.hwp", "한글.hwp"),
        ("줄\r\n바꿈\x00.pdf", "줄바꿈.pdf"),
        ("..", "document"),
        ("가" * 300 + ".hwpx", "가" * 195 + ".hwpx"),
    ],
)
def test_a_file_keeps_its_name_without_what_could_harm(sent: str, kept: str) -> None:
    assert commands.file_name(sent) == kept
