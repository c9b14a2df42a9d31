"""Documents as lists and records show them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.queries.document import DocumentFilter, documents_listed, documents_of, get_document, list_versions
from partnerships.queries.listing import Reader, read_listed_page
from tests.factories.agreement import make_agreement
from tests.factories.city import make_city
from tests.factories.document import make_document, make_filed_document
from tests.factories.organisation import make_organisation
from tests.factories.partnership import make_partnership
from tests.factories.person import make_person
from tests.factories.visit import make_item, make_visit


def listed(viewer: User, **wanted: Any) -> Sequence[Any]:
    reader = Reader(viewer, Language.KOREAN, date(2013, 1, 1))
    return read_listed_page(documents_listed(reader, DocumentFilter(**wanted)), 1).rows


def test_each_row_names_what_the_document_belongs_to(officer: User, home: City) -> None:
    city = make_city(name_ko="샌프란시스코")
    tie = make_partnership(home, city)
    organisation = make_organisation(name_ko="위원회")
    person = make_person(name_ko="에드윈 리")
    agreement = make_agreement(home, title_ko="양해각서")
    visit = make_visit(home, title_ko="방한")
    item = make_item(visit, 2, title_ko="체결식")
    for owner in (
        {"city": city},
        {"organisation": organisation},
        {"person": person},
        {"partnership": tie},
        {"agreement": agreement},
        {"visit": visit},
        {"programme_item": item},
    ):
        make_document(**owner)
    rows = listed(officer)
    assert [(row.owner_reference, row.owner_name) for row in rows] == [
        (f"{visit.reference}/2", "체결식"),
        (visit.reference, "방한"),
        (agreement.reference, "양해각서"),
        (tie.reference, "샌프란시스코"),
        (person.reference, "에드윈 리"),
        (organisation.reference, "위원회"),
        (city.reference, "샌프란시스코"),
    ]


def test_only_the_newest_version_is_listed(officer: User, home: City) -> None:
    first = make_document(city=home, title_ko="초안")
    second = make_document(city=home, title_ko="수정안", supersedes_id=first.id)
    third = make_filed_document(city=home, title_ko="최종", supersedes_id=second.id)
    make_document(city=home, title_ko="다른 문서")
    assert [document.title_ko for document in documents_of(officer, home)] == ["최종", "다른 문서"]
    assert [row.title for row in listed(officer)] == ["다른 문서", "최종"]
    assert [row.title for row in listed(officer, held=True)] == ["최종"]
    for one in (first, second, third):
        versions = list_versions(officer, get_document(officer, one.reference))
        assert [version.title_ko for version in versions] == ["최종", "수정안", "초안"]


def test_a_version_that_is_hidden_counts_for_nothing(officer: User, viewer_user: User, home: City) -> None:
    first = make_document(city=home, title_ko="공개본")
    make_document(city=home, title_ko="내부본", supersedes_id=first.id, disclosure=Disclosure.RESTRICTED, owner=officer)
    assert [document.title_ko for document in documents_of(officer, home)] == ["내부본"]
    assert [document.title_ko for document in documents_of(viewer_user, home)] == ["공개본"]
    assert len(list_versions(viewer_user, get_document(viewer_user, first.reference))) == 1


def test_documents_stand_in_the_order_given(officer: User, home: City) -> None:
    agreement = make_agreement(home)
    for place, title in ((2, "시장 소개"), (1, "MOU"), (3, "시 개황")):
        make_document(agreement=agreement, title_ko=title, position=place)
    assert [document.title_ko for document in documents_of(officer, agreement)] == ["MOU", "시장 소개", "시 개황"]
