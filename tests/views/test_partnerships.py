"""Pages of ties, as an officer uses them."""

import pytest

from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import PartnershipEventKind, Side, Tier, TieStatus
from partnerships.models.types import PartialDate
from partnerships.models.visit import VisitStatus
from tests.client import Client
from tests.factories.agreement import make_agreement, make_commitment
from tests.factories.city import make_city
from tests.factories.partnership import make_claim, make_partnership, make_partnership_event
from tests.factories.visit import make_visit


@pytest.fixture
def san_francisco(home: City) -> City:
    return make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")


def test_an_officer_records_a_tie_with_the_first_claim_of_its_founding(
    client: Client, officer: User, san_francisco: City
) -> None:
    page = client.sign_in(officer).get("/partnerships/new")
    assert ("home", "서울특별시 · CTY-00001") in page.form(["partner"]).values()
    entries = {
        "partner": "샌프란시스코",
        "tier": "sister",
        "founded": "1976",
        "founding_source": "서울시 보도자료 2013-10-21",
    }
    page = page.submit(entries).follow()
    assert page.path == "/partnerships/TIE-1976-001"
    assert page.heading == "서울특별시 – 샌프란시스코"
    assert "1976년" in page and "서울시 보도자료 2013-10-21" in page


def test_a_claim_needs_its_source(client: Client, officer: User, san_francisco: City) -> None:
    page = (
        client.sign_in(officer)
        .get("/partnerships/new")
        .submit({"partner": "샌프란시스코", "founded": "1976"}, status=422)
    )
    assert set(page.errors) == {"founding_source"}


@pytest.mark.parametrize("partner", ["서울특별시", ""])
def test_a_tie_needs_another_city(client: Client, officer: User, partner: str) -> None:
    page = client.sign_in(officer).get("/partnerships/new").submit({"partner": partner}, status=422)
    assert set(page.errors) == {"partner"}


def test_the_existing_tie_of_a_pair_is_named_and_linked(
    client: Client, officer: User, home: City, san_francisco: City
) -> None:
    tie = make_partnership(home, san_francisco)
    page = client.sign_in(officer).get("/partnerships/new").submit({"partner": "San Francisco"}, status=422)
    assert tie.reference in page.errors["partner"]
    assert page.select(f'a[href="/partnerships/{tie.reference}"]')


def test_a_hidden_tie_of_a_pair_is_not_named(client: Client, officer: User, home: City, san_francisco: City) -> None:
    tie = make_partnership(home, san_francisco, disclosure=Disclosure.RESTRICTED)
    page = client.sign_in(officer).get("/partnerships/new").submit({"partner": "San Francisco"}, status=422)
    assert "partner" in page.errors and tie.reference not in page.html


def test_disagreeing_sources_are_shown_plainly(client: Client, officer: User, home: City, san_francisco: City) -> None:
    tie = make_partnership(home, san_francisco)
    make_claim(tie, founded=PartialDate.parse("1976"), source="서울시 보도자료")
    page = client.sign_in(officer).get(f"/partnerships/{tie.reference}/claims/new")
    page = page.submit({"founded": "1976-05", "source": "english.seoul.go.kr"}).follow()
    assert not page.select(".dispute")
    page = client.get(f"/partnerships/{tie.reference}/claims/new")
    page = page.submit({"founded": "1975", "source": "코리아타임스 2018-07-06"}).follow()
    assert all("1976년" in text and "1975년" in text for text in page.texts(".dispute"))
    assert page.select(".dispute")
    assert client.get("/partnerships").select("td .dispute")


def test_exactly_one_claim_is_preferred(client: Client, officer: User, home: City, san_francisco: City) -> None:
    tie = make_partnership(home, san_francisco)
    first = make_claim(tie, founded=PartialDate.parse("1976"))
    page = client.sign_in(officer).get(f"/partnerships/{tie.reference}/claims/new")
    page.submit({"founded": "1975", "source": "코리아타임스", "is_preferred": True})
    page = client.get(f"/partnerships/{tie.reference}/claims/{first.id}/edit")
    assert ("is_preferred", "y") not in page.form(["founded"]).values()
    second = next(claim for claim in tie_claims(client, tie.reference) if claim != first.id)
    page = client.get(f"/partnerships/{tie.reference}/claims/{second}/edit")
    page = page.submit({"is_preferred": False}, status=422)
    assert set(page.errors) == {"is_preferred"}
    client.post(f"/partnerships/{tie.reference}/claims/{second}/archive", status=422)
    client.post(f"/partnerships/{tie.reference}/claims/{first.id}/archive")


def tie_claims(client: Client, reference: str) -> list[int]:
    links = [address for _text, address in client.get(f"/partnerships/{reference}").links if "/claims/" in address]
    return [int(address.split("/")[4]) for address in links if address.endswith("/edit")]


def test_everything_dated_stands_on_one_line(
    client: Client, viewer_user: User, home: City, san_francisco: City
) -> None:
    tie = make_partnership(home, san_francisco)
    make_claim(tie, founded=PartialDate.parse("1976"), wording=None)
    make_partnership_event(tie, kind=PartnershipEventKind.RENEWED, effective=None, decided=PartialDate.parse("1996-05"))
    make_partnership_event(tie, kind=PartnershipEventKind.PROPOSED, effective=None)
    make_agreement(home, title_ko="우호협력 강화 양해각서", partnerships=[tie])
    make_agreement(home, title_ko="비공개 문서", partnerships=[tie], disclosure=Disclosure.RESTRICTED)
    make_visit(home, title_ko="에드윈 리 시장 방한", starts=PartialDate.parse("2013-10-20"), partnerships=[tie])
    page = client.sign_in(viewer_user).get(f"/partnerships/{tie.reference}")
    dates = page.texts(".timeline-when")
    assert dates[:4] == ["1976년", "1996년 5월", "2013. 10. 20.", "2013. 10. 21."] and len(dates) == 5
    assert page.texts(".timeline-title a") == ["에드윈 리 시장 방한", "우호협력 강화 양해각서"]
    assert "비공개 문서" not in page.html


def test_the_last_that_happened_is_never_a_cancellation(
    client: Client, viewer_user: User, home: City, san_francisco: City
) -> None:
    tie = make_partnership(home, san_francisco)
    agreement = make_agreement(home, title_ko="우호협력 강화 양해각서", partnerships=[tie])
    make_commitment(agreement, 1)
    late = {"starts": PartialDate.parse("2019-05-01"), "status_reason": "상대 도시 사정"}
    make_visit(home, title_ko="취소된 방문", status=VisitStatus.CANCELLED, partnerships=[tie], **late)
    page = client.sign_in(viewer_user).get(f"/partnerships/{tie.reference}")
    assert "우호협력 강화 양해각서" in page.texts(".life-note")[0]
    assert "2013. 10. 21." in page.texts(".notice-warning")[0]
    assert "우호협력 강화 양해각서" in client.get("/partnerships").rows[0][6]


def test_the_list_is_narrowed_by_the_address(client: Client, viewer_user: User, home: City) -> None:
    make_partnership(home, make_city(name_ko="부산광역시", country="KR"), tier=Tier.FRIENDSHIP)
    make_partnership(home, make_city(name_ko="도쿄도", country="JP"), partner_status=TieStatus.SUSPENDED)
    make_partnership(home, make_city(name_ko="타이베이", country="TW"), disclosure=Disclosure.RESTRICTED)
    client.sign_in(viewer_user)

    def partners(**query: str) -> list[str]:
        return client.get("/partnerships", query).texts("tbody th a")

    assert partners() == ["도쿄도", "부산광역시"]
    assert partners(sort="-name") == ["부산광역시", "도쿄도"]
    assert partners(q="도쿄") == ["도쿄도"]
    assert partners(country="KR") == partners(domestic="yes") == partners(tier="friendship") == ["부산광역시"]
    assert partners(domestic="no") == partners(status="suspended") == ["도쿄도"]
    assert partners(sort="founded", q="%") == []


def test_only_the_coordinator_ends_the_home_side(
    client: Client, officer: User, coordinator: User, home: City, san_francisco: City
) -> None:
    tie = make_partnership(home, san_francisco)
    address = f"/partnerships/{tie.reference}"
    entries = {"kind": "ended", "side": "home", "decided": "2020", "reason": "교류 중단"}
    client.sign_in(officer).get(f"{address}/events/new").submit(entries, status=403)
    client.get(f"{address}/edit").submit({"home_status": "ended"}, status=403)
    client.get(f"{address}/events/new").submit({**entries, "side": "partner", "kind": "suspended"})
    assert (tie.home_status, tie.partner_status) == (TieStatus.ACTIVE, TieStatus.SUSPENDED)
    client.sign_in(coordinator).get(f"{address}/events/new").submit(entries)
    assert (tie.home_status, tie.partner_status) == (TieStatus.ENDED, TieStatus.SUSPENDED)


def test_a_past_event_may_leave_the_status_alone(
    client: Client, officer: User, home: City, san_francisco: City
) -> None:
    tie = make_partnership(home, san_francisco)
    page = client.sign_in(officer).get(f"/partnerships/{tie.reference}/events/new")
    page = page.submit({"kind": "suspended", "side": "both", "effective": "1980", "sets_status": False}).follow()
    assert "1980년" in page
    assert tie.home_status is TieStatus.ACTIVE


def test_raising_a_tie_changes_its_tier(client: Client, officer: User, home: City, san_francisco: City) -> None:
    tie = make_partnership(home, san_francisco, tier=Tier.FRIENDSHIP)
    page = client.sign_in(officer).get(f"/partnerships/{tie.reference}/events/new")
    assert set(page.submit({"kind": "tier_changed"}, status=422).errors) == {"tier"}
    page.submit({"kind": "tier_changed", "tier": "sister", "effective": "1976"})
    assert tie.tier is Tier.SISTER


def test_every_tab_of_a_tie_opens(client: Client, viewer_user: User, home: City, san_francisco: City) -> None:
    tie = make_partnership(home, san_francisco)
    paper = make_agreement(home, partnerships=[tie])
    make_partnership_event(tie, basis_agreement=paper, side=Side.BOTH)
    make_visit(home, partnerships=[tie])
    client.sign_in(viewer_user)
    for tab in ("events", "agreements", "visits", "documents", "history"):
        client.get(f"/partnerships/{tie.reference}/{tab}")


def test_two_officers_do_not_overwrite_each_other(
    client: Client, officer: User, home: City, san_francisco: City
) -> None:
    tie = make_partnership(home, san_francisco)
    first = client.sign_in(officer).get(f"/partnerships/{tie.reference}/edit")
    client.get(f"/partnerships/{tie.reference}/edit").submit({"note": "먼저 저장"})
    page = first.submit({"note": "나중에 저장"}, status=409)
    assert "먼저 저장" in page and "나중에 저장" in page.html
    page.submit({"note": "나중에 저장"})
    assert tie.note == "나중에 저장"


def test_a_tie_is_put_away_and_brought_back(client: Client, officer: User, home: City, san_francisco: City) -> None:
    tie = make_partnership(home, san_francisco)
    client.sign_in(officer).get(f"/partnerships/{tie.reference}")
    client.post(f"/partnerships/{tie.reference}/archive")
    assert client.get("/partnerships").rows == []
    client.get(f"/partnerships/{tie.reference}")
    client.post(f"/partnerships/{tie.reference}/restore")
    assert len(client.get("/partnerships").rows) == 1


def test_a_viewer_changes_nothing(client: Client, viewer_user: User, home: City, san_francisco: City) -> None:
    tie = make_partnership(home, san_francisco)
    client.sign_in(viewer_user).get("/partnerships/new", status=403)
    client.post(f"/partnerships/{tie.reference}/archive", status=403)
    assert not client.get(f"/partnerships/{tie.reference}").select('a[href$="/edit"]')


def test_an_officer_opens_what_is_in_the_own_charge(
    client: Client, officer: User, home: City, san_francisco: City
) -> None:
    tie = make_partnership(home, san_francisco, owner=officer)
    paper = make_agreement(home, partnerships=[tie], owner=officer)
    client.sign_in(officer).get(f"/partnerships/{tie.reference}")
    client.get(f"/agreements/{paper.reference}")
    client.get(f"/agreements/{paper.reference}/edit").submit({"title_ko": "", "title_en": ""}, status=422)
