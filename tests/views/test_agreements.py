"""Pages of agreements, as an officer uses them."""

from datetime import date

import pytest

from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.agreement import AgreementKind, AgreementStatus, RenewalKind, TermKind
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.account import make_user
from tests.factories.agreement import (
    make_agreement,
    make_agreement_link,
    make_commitment,
    make_party,
    make_signature,
)
from tests.factories.city import make_city
from tests.factories.cooperation_area import make_area
from tests.factories.partnership import make_partnership
from tests.factories.person import make_person, make_post
from tests.factories.visit import make_item, make_visit

LONG_AGO = PartialDate.of(date(2001, 1, 1))


@pytest.fixture
def san_francisco(home: City) -> City:
    return make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")


def test_a_signed_agreement_needs_its_date_and_a_title(client: Client, officer: User) -> None:
    form = client.sign_in(officer).get("/agreements/new")
    page = form.submit({"kind": "mou", "status": "signed", "title_ko": "양해각서"}, status=422)
    assert set(page.errors) == {"signed"}
    assert set(page.submit({"title_ko": "", "signed": "2013.10.21"}, status=422).errors) == {"title_ko"}


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"term_kind": "months"}, "term_months"),
        ({"term_kind": "indefinite", "term_months": "36"}, "term_months"),
        ({"term_kind": "until_date"}, "term_until"),
        ({"term_kind": "until_event"}, "term_event"),
        ({"notice_kind": "months"}, "notice_months"),
        ({"notice_kind": "none", "notice_months": "3"}, "notice_months"),
        ({"renewal_kind": "none", "renewal_months": "12"}, "renewal_months"),
        ({"ends_override": "2020-01-01"}, "ends_override_reason"),
        ({"home": ""}, "home"),
        ({"kind": ""}, "kind"),
        ({"status": ""}, "status"),
    ],
)
def test_what_does_not_go_together_is_told_beside_its_field(
    client: Client, officer: User, entries: dict[str, str], field: str
) -> None:
    form = client.sign_in(officer).get("/agreements/new")
    sound = {"kind": "mou", "title_ko": "양해각서", "status": "drafting"}
    assert set(form.submit({**sound, **entries}, status=422).errors) == {field}


def test_not_stated_differs_from_none(client: Client, home: City) -> None:
    reader = make_user(homes=[home], language=Language.ENGLISH)
    paper = make_agreement(home, renewal_kind=RenewalKind.NONE, term_kind=TermKind.INDEFINITE)
    terms = client.sign_in(reader).get(f"/agreements/{paper.reference}").select("dl.terms div")
    silent = ["facts-not-stated" in " ".join(one.get("class", "") for one in term.iter()) for term in terms]
    assert silent == [False, False, True, False]


def test_the_end_follows_from_the_term_or_is_set_by_hand(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home, term_kind=TermKind.MONTHS, term_months=36)
    assert "2016. 10. 20." in client.sign_in(officer).get(f"/agreements/{paper.reference}")
    page = client.get(f"/agreements/{paper.reference}/edit")
    page = page.submit({"ends_override": "2018.12.31", "ends_override_reason": "교환각서로 연장"}).follow()
    assert "2018. 12. 31." in page and "교환각서로 연장" in page and "2016. 10. 20." in page


def test_dates_move_an_agreement_by_themselves_in_page_and_list(client: Client, viewer_user: User, home: City) -> None:
    lapsed = make_agreement(home, title_ko="기간이 끝난 협정", term_kind=TermKind.MONTHS, term_months=12)
    begun = make_agreement(home, title_ko="발효된 협정", effective=LONG_AGO)
    renewed = make_agreement(
        home,
        title_ko="자동 연장 협정",
        status=AgreementStatus.IN_FORCE,
        term_kind=TermKind.MONTHS,
        term_months=12,
        renewal_kind=RenewalKind.AUTOMATIC,
    )
    client.sign_in(viewer_user)
    assert client.get("/agreements", {"status": "expired"}).texts("tbody th a") == ["기간이 끝난 협정"]
    in_force = client.get("/agreements", {"status": "in_force"}).texts("tbody th a")
    assert set(in_force) == {"발효된 협정", "자동 연장 협정"}
    assert client.get("/agreements", {"status": "signed"}).rows == []
    for paper, tone in ((lapsed, "done"), (begun, "confirmed"), (renewed, "confirmed")):
        assert client.get(f"/agreements/{paper.reference}").select(f".record-line .badge-{tone}")
        assert paper.status is not AgreementStatus.EXPIRED


def test_the_list_is_narrowed_by_the_address(
    client: Client, viewer_user: User, home: City, san_francisco: City
) -> None:
    area = make_area(name_ko="공유경제")
    tie = make_partnership(home, san_francisco)
    mou = make_agreement(home, title_ko="우호협력 양해각서", areas=[area], partnerships=[tie])
    make_party(mou, san_francisco, side=Side.PARTNER)
    make_agreement(home, title_ko="자매결연 공동선언", kind=AgreementKind.DECLARATION, signed=PartialDate.parse("1976"))
    make_agreement(home, title_ko="대외비 문서", disclosure=Disclosure.RESTRICTED)
    client.sign_in(viewer_user)

    def titles(**query: str) -> list[str]:
        return client.get("/agreements", query).texts("tbody th a")

    assert titles() == ["우호협력 양해각서", "자매결연 공동선언"]
    assert titles(sort="signed") == ["자매결연 공동선언", "우호협력 양해각서"]
    assert titles(q="샌프란") == titles(q="양해각서") == titles(kind="mou") == ["우호협력 양해각서"]
    assert titles(area=area.reference) == titles(partner=san_francisco.reference) == ["우호협력 양해각서"]
    assert titles(year="1976") == ["자매결연 공동선언"]
    assert titles(year="2001") == []


def test_a_party_is_a_city_or_an_organisation_once(
    client: Client, officer: User, home: City, san_francisco: City
) -> None:
    paper = make_agreement(home)
    address = f"/agreements/{paper.reference}/parties/new"
    form = client.sign_in(officer).get(address)
    assert set(form.submit({"side": "home"}, status=422).errors) == {"city"}
    assert set(form.submit({"city": "서울특별시"}, status=422).errors) == {"side"}
    form.submit({"city": "서울특별시", "side": "home"})
    assert set(client.get(address).submit({"city": "Seoul", "side": "home"}, status=422).errors) == {"city"}
    page = client.get(address).submit({"city": "샌프란시스코", "side": "partner"}).follow()
    assert page.texts(".entries-head a strong")[:2] == ["서울특별시", "샌프란시스코"]


def test_a_signature_takes_the_title_held_on_the_day(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home)
    make_party(paper, home)
    mayor = make_person(name_ko="박원순", name_en="Park Won-soon")
    make_post(mayor, title_ko="서울특별시장", held_from=PartialDate.parse("2011"), held_to=PartialDate.parse("2020"))
    make_post(mayor, title_ko="변호사", held_from=PartialDate.parse("1983"), held_to=PartialDate.parse("2002"))
    form = client.sign_in(officer).get(f"/agreements/{paper.reference}/signatures/new")
    assert set(form.submit({"party": "서울특별시"}, status=422).errors) == {"title_ko"}
    page = form.submit({"party": "서울특별시", "person": "박원순", "manner": "in_person"}).follow()
    signed = page.texts(".signing tbody")[0]
    assert "서울특별시장" in signed and "2013. 10. 21." in signed


def test_who_signed_for_a_party_keeps_it(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home)
    party = make_party(paper, home)
    signature = make_signature(party)
    client.sign_in(officer).get(f"/agreements/{paper.reference}/parties/{party.id}/edit")
    client.post(f"/agreements/{paper.reference}/parties/{party.id}/archive", status=422)
    client.post(f"/agreements/{paper.reference}/signatures/{signature.id}/archive")
    client.post(f"/agreements/{paper.reference}/parties/{party.id}/archive")


def test_commitments_keep_their_numbers(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home)
    for number in (1, 2):
        make_commitment(paper, number)
    address = f"/agreements/{paper.reference}"
    client.sign_in(officer).get(f"{address}/commitments/2/edit")
    client.post(f"{address}/commitments/2/archive")
    client.get(f"{address}/commitments/new").submit({"text_ko": "직원을 상호 파견한다.", "kind": "staff_exchange"})
    numbers = client.get(f"{address}/commitments").texts(".commitments-number")
    assert [number.split()[-1] for number in numbers] == ["1", "3"]
    assert "직원을 상호 파견한다." in client.get(f"{address}/3")
    client.get(f"{address}/4", status=404)


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"text_ko": ""}, "text_ko"),
        ({"text_basis": "as_reported"}, "source"),
        ({"status": "dropped"}, "status_reason"),
        ({"cadence": "every_n_years"}, "cadence_years"),
        ({"cadence": "yearly", "cadence_years": "2"}, "cadence_years"),
    ],
)
def test_a_commitment_states_what_it_must(
    client: Client, officer: User, home: City, entries: dict[str, str], field: str
) -> None:
    paper = make_agreement(home)
    form = client.sign_in(officer).get(f"/agreements/{paper.reference}/commitments/new")
    assert set(form.submit({"text_ko": "정책을 공유한다.", **entries}, status=422).errors) == {field}


def test_lineage_runs_in_no_circle(client: Client, officer: User, home: City) -> None:
    same_day = {"signed": PartialDate.parse("2013")}
    first, second, third = (make_agreement(home, title_ko=f"문서 {name}", **same_day) for name in "가나다")
    make_agreement_link(second, first)
    make_agreement_link(third, second)
    form = client.sign_in(officer).get(f"/agreements/{first.reference}/lineage/new")
    page = form.submit({"relation": "renews", "target": third.reference}, status=422)
    assert third.reference in page.errors["target"]
    assert set(form.submit({"relation": "renews", "target": first.reference}, status=422).errors) == {"target"}
    assert set(form.submit({"relation": "renews"}, status=422).errors) == {"target"}
    later = make_agreement(home, signed=PartialDate.parse("2020"))
    assert set(form.submit({"relation": "renews", "target": later.reference}, status=422).errors) == {"target"}
    page = form.submit({"relation": "implements", "target_text": "1962년 교환각서"}).follow()
    assert "1962년 교환각서" in page
    family = client.get(f"/agreements/{second.reference}/lineage").texts(".timeline-title")
    assert family[0] == "문서 가" and family[2] == "문서 다" and len(family) == 3


def test_a_hidden_relative_is_not_named(client: Client, viewer_user: User, home: City) -> None:
    hidden = make_agreement(home, title_ko="대외비 선언", disclosure=Disclosure.RESTRICTED)
    paper = make_agreement(home)
    make_agreement_link(paper, hidden)
    for tab in ("", "/lineage"):
        assert "대외비 선언" not in client.sign_in(viewer_user).get(f"/agreements/{paper.reference}{tab}").html


def test_an_agreement_is_moved_with_a_reason_and_only_where_it_may_go(
    client: Client, officer: User, coordinator: User, home: City
) -> None:
    paper = make_agreement(home, status=AgreementStatus.NEGOTIATING, signed=None)
    address = f"/agreements/{paper.reference}"
    form = client.sign_in(officer).get(f"{address}/status")
    offered = [option.get("value") for option in form.select("select[name=to] option")]
    assert {"cleared", "signed", "drafting"} <= set(offered) and "abandoned" not in offered
    assert set(form.submit({"to": "signed"}, status=422).errors) == {"reason"}
    assert set(form.submit({"to": "signed", "reason": "서명"}, status=422).errors) == {"signed"}
    form.submit({"to": "signed", "reason": "시청에서 서명", "signed": "2013.10.21"})
    assert (paper.status, paper.signed) == (AgreementStatus.SIGNED, PartialDate.parse("2013.10.21"))
    assert "시청에서 서명" in client.get(f"{address}/history")
    client.sign_in(coordinator).get(f"{address}/status").submit({"to": "abandoned", "reason": "재협의"})
    assert paper.status is AgreementStatus.ABANDONED
    client.get(f"{address}/status", status=422)


def test_an_ended_term_is_not_moved_back_into_force(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home, term_kind=TermKind.MONTHS, term_months=12)
    form = client.sign_in(officer).get(f"/agreements/{paper.reference}/status")
    assert set(form.submit({"to": "in_force", "reason": "연장 합의"}, status=422).errors) == {"to"}


def test_an_agreement_links_the_occasion_of_its_signing(client: Client, officer: User, home: City) -> None:
    visit = make_visit(home)
    item = make_item(visit, 2)
    paper = make_agreement(home)
    page = client.sign_in(officer).get(f"/agreements/{paper.reference}/edit")
    assert set(page.submit({"signed_at_item": f"{visit.reference}/9"}, status=422).errors) == {"signed_at_item"}
    page = page.submit({"signed_at_item": f"{visit.reference}/2"}).follow()
    assert page.link(str(item.title_ko)) == f"/visits/{visit.reference}/2"
    assert ("signed_at_item", f"{item.title_ko} · {visit.reference}/2") in (
        client.get(f"/agreements/{paper.reference}/edit").form(["kind"]).values()
    )


def test_ties_that_the_officer_may_not_see_stay(client: Client, officer: User, home: City, san_francisco: City) -> None:
    hidden = make_partnership(home, san_francisco, disclosure=Disclosure.RESTRICTED)
    paper = make_agreement(home, partnerships=[hidden])
    page = client.sign_in(officer).get(f"/agreements/{paper.reference}/edit")
    assert hidden.reference not in page.html
    page.submit({"title_ko": "고친 제목"})
    assert [tie.id for tie in paper.partnerships] == [hidden.id]


def test_an_agreement_is_put_away_and_brought_back(client: Client, officer: User, home: City) -> None:
    paper = make_agreement(home)
    client.sign_in(officer).get(f"/agreements/{paper.reference}")
    client.post(f"/agreements/{paper.reference}/archive")
    assert client.get("/agreements").rows == []
    client.get(f"/agreements/{paper.reference}")
    client.post(f"/agreements/{paper.reference}/restore")
    assert len(client.get("/agreements").rows) == 1


def test_a_viewer_reads_every_tab_and_changes_nothing(
    client: Client, viewer_user: User, home: City, san_francisco: City
) -> None:
    paper = make_agreement(home)
    make_commitment(paper, 1)
    make_signature(make_party(paper, home))
    client.sign_in(viewer_user)
    for tab in ("", "/commitments", "/1", "/lineage", "/documents", "/history"):
        assert not client.get(f"/agreements/{paper.reference}{tab}").select('a[href$="/edit"]')
    client.get("/agreements/new", status=403)
    client.get(f"/agreements/{paper.reference}/status", status=403)
