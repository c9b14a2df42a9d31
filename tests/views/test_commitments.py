"""Commitments in the browser: split from a text, kept with evidence from either end, seen on a board."""

from datetime import date

import pytest
from sqlalchemy import func, select

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.agreement import (
    AgreementKind,
    AgreementStatus,
    Cadence,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Evidence,
    TextBasis,
)
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import VisitStatus
from tests.client import Client
from tests.factories.agreement import make_agreement, make_commitment, make_evidence, make_party
from tests.factories.city import make_city
from tests.factories.cooperation_area import make_area
from tests.factories.document import make_document
from tests.factories.organisation import make_department
from tests.factories.partnership import make_partnership
from tests.factories.saving import save
from tests.factories.visit import make_item, make_visit

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def english(officer: User, viewer_user: User) -> None:
    """Both read English."""
    for user in (officer, viewer_user):
        user.language = Language.ENGLISH
        save(user)


PASTED = """양 도시는 앞으로
▴ 문화·관광 분야의 우수 정책사례 공유
▴ 매년 공동 축제를
교대로 개최
▴ 상호 직원 파견
이를 증명하기 위하여 2부를 작성한다."""


def test_lists_tell_the_clause_of_a_commitment(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home)
    make_commitment(agreement, 1, clause="제2조 가.")
    for address in (f"/agreements/{agreement.reference}/commitments", "/commitments"):
        assert "제2조 가." in client.sign_in(officer).get(address)


def test_a_pasted_text_becomes_commitments(client: Client, officer: User, home: City) -> None:
    culture = make_area(name_ko="문화·관광", name_en="Culture & tourism")
    department = make_department(home, name_ko="국제교류담당관", name_en="International Relations Division")
    agreement = make_agreement(home)
    make_commitment(agreement, 1)
    page = client.sign_in(officer).get(f"/agreements/{agreement.reference}/commitments").click("Split a pasted text")
    page = page.submit(
        {"pasted": PASTED, "text_basis": "as_reported", "source": "보도자료"}, "Show the clauses", status=200
    )
    assert len(page.select(".clause")) == 5
    assert "It stands before the first clause." in page
    ticked = [one.get("checked") is not None for one in page.select(".clause input[name$='-take']")]
    assert ticked == [False, True, True, True, False]
    page.submit({"row-2-department": "국제교류담당관", "row-3-due": "2014-H2"}, "Enter the ticked clauses").follow()
    made = db.session.scalars(select(Commitment).order_by(Commitment.number).offset(1)).all()
    assert [one.number for one in made] == [2, 3, 4]
    share, festival, staff = made
    assert (share.text_ko, share.kind, share.text_basis, share.source) == (
        "문화·관광 분야의 우수 정책사례 공유",
        CommitmentKind.SHARE_POLICY,
        TextBasis.AS_REPORTED,
        "보도자료",
    )
    assert (festival.cadence, festival.hosts_alternate, festival.department_id) == (Cadence.YEARLY, True, department.id)
    assert staff.kind is CommitmentKind.STAFF_EXCHANGE
    assert staff.due is not None and staff.due.latest == date(2014, 12, 31)
    areas = db.session.scalars(select(func.count()).select_from(Commitment).where(Commitment.areas.contains(culture)))
    assert areas.one() == 1


def test_faults_stand_beside_their_row_and_nothing_is_saved_or_lost(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home)
    page = client.sign_in(officer).get(f"/agreements/{agreement.reference}/commitments/split")
    assert page.submit({"pasted": "  "}, "Show the clauses", status=422).errors["pasted"]
    page = page.submit({"pasted": PASTED}, "Show the clauses", status=200)
    page = page.submit(
        {
            "row-1-text_ko": "",
            "row-2-cadence": "every_n_years",
            "row-3-department": "없는 부서",
            "row-3-text_en": "Exchange of staff",
        },
        "Enter the ticked clauses",
        status=422,
    )
    assert page.errors["row-3-department"]
    page = page.submit({"row-3-department": ""}, "Enter the ticked clauses", status=422)
    assert set(page.errors) == {"row-1-text_ko", "row-2-cadence_years"}
    assert page.select("#row-3-text_en")[0].text == "Exchange of staff"
    assert db.session.scalar(select(func.count()).select_from(Commitment)) == 0
    page = page.submit(
        {"text_basis": "as_reported", "source": "", "row-1-take": False, "row-2-take": False},
        "Enter the ticked clauses",
        status=422,
    )
    assert set(page.errors) == {"source"}
    page.submit({"source": "보도자료"}, "Enter the ticked clauses").follow()
    assert db.session.scalars(select(Commitment.text_en)).all() == ["Exchange of staff"]


def test_evidence_is_added_from_the_commitment_and_begins_it(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, status=AgreementStatus.IN_FORCE)
    commitment = make_commitment(agreement, cadence=Cadence.YEARLY)
    page = client.sign_in(officer).get(f"/agreements/{agreement.reference}/1")
    assert "Mark as fulfilled" not in page
    form = page.click("Add evidence")
    assert form.submit({}, status=422).errors["visit"]
    assert form.submit({"told_ko": "사례집을 보냈다."}, status=422).errors["happened"]
    assert form.submit({"told_ko": "사례집을 보냈다.", "happened": "2014-05"}, status=422).errors["source"]
    page = form.submit({"told_ko": "사례집을 보냈다.", "happened": "2014-05", "source": "업무일지"}).follow()
    assert "사례집을 보냈다." in page
    assert page.texts(".period-met .period-years") == ["2014"]
    assert "Overdue" in page
    # Whoever links the first evidence says with it that the commitment is being carried out.
    assert db.session.get_one(Commitment, commitment.id).status is CommitmentStatus.UNDER_WAY
    assert "Mark as fulfilled" not in page and "Mark as under way" not in page


def test_dropping_needs_a_reason(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, status=AgreementStatus.IN_FORCE)
    make_commitment(agreement, due=PartialDate.parse("2014"))
    client.sign_in(officer).get(f"/agreements/{agreement.reference}/1").submit({"reason": " "}, status=422)
    page = client.get(f"/agreements/{agreement.reference}/1").submit({"reason": "상대도시 예산"}).follow()
    assert "상대도시 예산" in page
    assert "Overdue" not in page


def test_a_visit_an_item_an_agreement_and_a_document_are_evidence_from_their_own_pages(
    client: Client, officer: User, home: City
) -> None:
    tie = make_partnership(home, make_city())
    agreement = make_agreement(home, partnerships=[tie], status=AgreementStatus.IN_FORCE)
    commitment = make_commitment(agreement, text_en="Exchange staff")
    make_commitment(make_agreement(home), text_en="Elsewhere")
    visit = make_visit(home, partnerships=[tie])
    item = make_item(visit)
    plan = make_agreement(home, partnerships=[tie], kind=AgreementKind.ACTION_PLAN, signed=PartialDate.parse("2015-03"))
    document = make_document(partnership=tie)
    client.sign_in(officer)
    addresses = (
        f"/visits/{visit.reference}",
        f"/visits/{visit.reference}/{item.number}",
        f"/agreements/{plan.reference}",
        f"/documents/{document.reference}",
    )
    for number, address in enumerate(addresses, start=1):
        page = client.get(address).click("This is evidence of …")
        assert "Exchange staff" in page and "Elsewhere" not in page
        assert page.submit({}, status=422).alerts
        page = page.submit({"commitments": [str(commitment.id)]}).follow()
        assert "Exchange staff" in page
        assert db.session.scalar(select(func.count()).select_from(Evidence)) == number
        assert "No open commitment" in page.click("This is evidence of …")
    page = client.get(f"/agreements/{agreement.reference}/1")
    assert len(page.select(".evidence > li")) == 4


def test_a_cancelled_visit_is_no_evidence_and_no_longer_counts(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, status=AgreementStatus.IN_FORCE)
    make_commitment(agreement, cadence=Cadence.YEARLY)
    visit = make_visit(home, starts=PartialDate.parse("2014-05-01"), ends=PartialDate.parse("2014-05-02"))
    cancelled = make_visit(home, status=VisitStatus.CANCELLED, status_reason="태풍", title_en="Cancelled visit")
    page = client.sign_in(officer).get(f"/agreements/{agreement.reference}/1/evidence/new")
    refused = page.submit({"visit": cancelled.reference}, status=422)
    assert "cancelled" in refused.errors["visit"]
    page = page.submit({"visit": visit.reference}).follow()
    assert page.texts(".period-met .period-years") == ["2014"]
    visit.status, visit.status_reason = VisitStatus.CANCELLED, "태풍"
    save(visit)
    page = client.get(f"/agreements/{agreement.reference}/1")
    assert page.texts(".period-met .period-years") == []
    assert page.texts(".evidence s") == [visit.title_en]
    assert "The visit was cancelled or postponed." in page
    assert "Mark as" not in page


def test_evidence_from_before_the_signature_is_remarked_upon(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home, status=AgreementStatus.IN_FORCE, signed=PartialDate.parse("2013-10"))
    commitment = make_commitment(agreement, cadence=Cadence.YEARLY)
    make_evidence(commitment, visit=make_visit(home, starts=PartialDate.parse("2013-09-30")))
    for happened in ("2013-10-01", "2013", None):
        make_evidence(commitment, happened=PartialDate.parse(happened) if happened else None)
    page = client.sign_in(officer).get(f"/agreements/{agreement.reference}/1")
    told = [line for line in page.texts(".evidence > li") if "Dated before the agreement was signed." in line]
    assert len(told) == 1 and "30 Sept 2013" in told[0]
    assert "Does not count" not in page


def test_restricted_evidence_is_neither_named_nor_counted(
    client: Client, officer: User, viewer_user: User, home: City
) -> None:
    agreement = make_agreement(home, status=AgreementStatus.IN_FORCE)
    commitment = make_commitment(agreement, cadence=Cadence.YEARLY)
    secret = make_visit(home, title_en="Secret talks", disclosure=Disclosure.RESTRICTED, owner_id=officer.id)
    make_evidence(commitment, visit=secret, happened=PartialDate.parse("2014-02"))
    seen = client.sign_in(officer).get(f"/agreements/{agreement.reference}/1")
    assert "Secret talks" in seen and seen.texts(".period-met .period-years") == ["2014"]
    hidden = client.sign_in(viewer_user).get(f"/agreements/{agreement.reference}/1")
    assert "Secret talks" not in hidden and hidden.texts(".period-met .period-years") == []
    assert "No evidence yet" in client.get("/commitments/board")


def test_an_annual_work_list_meets_the_years(client: Client, officer: User, home: City) -> None:
    tie = make_partnership(home, make_city())
    agreement = make_agreement(home, partnerships=[tie], status=AgreementStatus.IN_FORCE)
    commitment = make_commitment(agreement, cadence=Cadence.YEARLY)
    for year in (2014, 2015):
        plan = make_agreement(
            home, kind=AgreementKind.ACTION_PLAN, partnerships=[tie], signed=PartialDate.parse(f"{year}-02")
        )
        form = client.sign_in(officer).get(f"/commitments/evidence/{plan.reference}")
        form.submit({"commitments": [str(commitment.id)]})
    page = client.get(f"/agreements/{agreement.reference}/1")
    assert page.texts(".period-met .period-years") == ["2014", "2015"]


def test_the_board_has_a_column_for_each_status_and_narrows(client: Client, officer: User, home: City) -> None:
    partner = make_city(name_en="Osaka")
    tie = make_partnership(home, partner)
    culture = make_area(name_en="Culture")
    department = make_department(home, name_en="Culture Division")
    agreement = make_agreement(home, partnerships=[tie], status=AgreementStatus.IN_FORCE)
    make_party(agreement, partner, side=Side.PARTNER)
    make_commitment(agreement, 1, text_en="Late", due=PartialDate.parse("2014"), areas=[culture])
    make_commitment(agreement, 2, text_en="Going on", status=CommitmentStatus.UNDER_WAY, department=department)
    make_commitment(agreement, 3, text_en="Done", status=CommitmentStatus.FULFILLED, due=PartialDate.parse("2014"))
    make_evidence(make_commitment(agreement, 4, text_en="Shown", kind=CommitmentKind.EVENTS, owed_by=Side.HOME))
    over = make_agreement(home, status=AgreementStatus.SUPERSEDED)
    make_commitment(over, 1, text_en="Past", due=PartialDate.parse("2000"))
    page = client.sign_in(officer).get("/").click("Commitments")
    assert page.texts(".board-open h3") == ["Past", "Shown", "Late"]
    assert page.texts(".board-under_way h3") == ["Going on"]
    assert page.texts(".board-fulfilled h3") == ["Done"]
    narrowed = {
        "overdue=1": ["Late"],
        "untouched=1": ["Late", "Going on"],
        f"area={culture.reference}": ["Late"],
        f"partner={partner.reference}": ["Shown", "Late", "Going on", "Done"],
        f"agreement={over.reference}": ["Past"],
        f"tie={tie.reference}&status=fulfilled": ["Done"],
        "kind=events": ["Shown"],
        "owed_by=home": ["Shown"],
        f"department={department.reference}": ["Going on"],
        "q=going": ["Going on"],
    }
    for query, texts in narrowed.items():
        assert client.get(f"/commitments/board?{query}").texts(".commitment-card h3") == texts, query
        assert sorted(client.get(f"/commitments?{query}").texts("tbody th a")) == sorted(texts), query
    by_area = page.click("By cooperation area")
    assert [one.split()[0] for one in by_area.texts(".board-column > h2")] == ["Culture", "No"]
    assert "Overdue" in page and "Untouched" in page


def test_a_full_column_leads_to_the_list(client: Client, officer: User, home: City) -> None:
    agreement = make_agreement(home)
    for number in range(1, 33):
        make_commitment(agreement, number)
    page = client.sign_in(officer).get("/commitments/board")
    assert len(page.select(".commitment-card")) == 30
    assert len(page.click("All of them as a list: Open").rows) == 32


@pytest.mark.parametrize("path", ["VIS-2013-999", "XXX-1", "AGR-2013-999", "VIS-2013-999/1"])
def test_there_is_no_evidence_of_what_is_not_recorded(client: Client, officer: User, home: City, path: str) -> None:
    client.sign_in(officer).get(f"/commitments/evidence/{path}", status=404)
