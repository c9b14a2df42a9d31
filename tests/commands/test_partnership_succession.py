"""A counterpart that is merged or split: its tie is carried over, and nothing of it is hidden."""

import pytest

from partnerships.commands.partnership import succeed_tie
from partnerships.errors import Invalid, NotAllowed
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.partnership import Partnership, PartnershipEventKind, Side, Tier, TieStatus
from partnerships.models.types import PartialDate
from partnerships.queries.partnership import claims_of, find_tie_between, get_partnership
from tests.client import Client
from tests.factories.agreement import make_agreement
from tests.factories.city import make_city, make_succession
from tests.factories.partnership import make_claim, make_label, make_partnership

MERGED = PartialDate.parse("2014-07-01")


@pytest.fixture
def cheongwon(home: City) -> Partnership:
    """The tie with a county that was merged into a city."""
    tie = make_partnership(home, make_city(name_ko="청원군", name_en="Cheongwon"), tier=Tier.FRIENDSHIP, year=2001)
    make_claim(tie, founded=PartialDate.parse("2001-06"), tier=Tier.FRIENDSHIP)
    return tie


@pytest.fixture
def cheongju(home: City) -> City:
    return make_city(name_ko="청주시", name_en="Cheongju")


def test_a_merged_partner_is_carried_over_in_the_browser(
    client: Client, coordinator: User, officer: User, home: City, cheongwon: Partnership, cheongju: City
) -> None:
    make_agreement(home, title_ko="우호교류 협정서", partnerships=[cheongwon])
    address = f"/partnerships/{cheongwon.reference}/succession"
    client.sign_in(officer).get(address, status=403)
    page = client.sign_in(coordinator).get(address, {"successor": cheongju.reference})
    assert ("successor", f"청주시 · {cheongju.reference}") in page.form(["successor"]).values()
    assert set(page.submit({"effective": ""}, status=422).errors) == {"effective"}
    page = page.submit({"effective": "2014-07-01", "reason": "청주시와 통합", "basis_kind": "resolution"}).follow()

    assert page.heading == "서울특별시 – 청주시" and page.path.startswith("/partnerships/TIE-2014-")
    assert [text for text in page.texts(".timeline-details") if "옛 청원군" in text]
    assert page.texts(".timeline-title a") == ["우호교류 협정서"]
    assert "옛 청원군" not in page.texts(".timeline > li")[1]
    page = page.click("서울특별시 – 청원군")
    assert "서울특별시 – 청주시" in page.texts(".notice")[0] and "2014. 7. 1." in page.texts(".notice")[0]
    assert cheongwon.home_status is TieStatus.ENDED and cheongwon.partner_status is TieStatus.ENDED
    assert "청주시와 통합" in client.get(f"/partnerships/{cheongwon.reference}/events")


def test_the_tie_that_the_successor_has_already_goes_on_as_it_is(
    client: Client, coordinator: User, home: City, cheongwon: Partnership, cheongju: City
) -> None:
    existing = make_partnership(home, cheongju, tier=Tier.SISTER, partner_status=TieStatus.UNKNOWN, year=1995)
    paper = make_agreement(home, partnerships=[cheongwon])
    going_on = succeed_tie(coordinator, get_partnership(coordinator, cheongwon.reference), cheongju, effective=MERGED)
    assert going_on.id == existing.id
    assert (existing.tier, existing.partner_status) == (Tier.SISTER, TieStatus.UNKNOWN)
    assert not claims_of(existing)
    page = client.sign_in(coordinator).get(f"/partnerships/{existing.reference}")
    assert "옛 청원군" in page.texts(".timeline > li")[-1]
    assert client.get(f"/agreements/{paper.reference}").links
    assert existing.reference not in client.get(f"/agreements/{paper.reference}")


def test_a_tie_that_goes_on_is_as_old_as_the_one_before(
    client: Client, coordinator: User, home: City, cheongwon: Partnership, cheongju: City
) -> None:
    make_partnership(home, make_city(name_ko="증평군"))
    page = client.sign_in(coordinator).get(
        f"/partnerships/{cheongwon.reference}/succession", {"successor": cheongju.reference}
    )
    page = page.submit({"effective": "2014-07-01", "reason": "청주시와 통합"}).follow()
    reference = page.path.rpartition("/")[2]
    made = get_partnership(coordinator, reference)
    assert [(one.founded, one.source, one.is_preferred) for one in made.claims] == [
        (one.founded, one.source, one.is_preferred) for one in claims_of(cheongwon)
    ]
    assert f"옛 청원군 결연에서 승계 ({cheongwon.reference})" in page
    told = [line for line in page.texts(".timeline > li") if "2001" in line]
    assert len(told) == 1 and "옛 청원군" in told[0]
    events = client.get(f"/partnerships/{reference}/events")
    assert [text for text in events.texts(".entries li") if "서울특별시 – 청원군" in text and "청주시와 통합" in text]
    assert "2001-06-01" in client.get("/partnerships.csv", {"q": "청주시"}).data.decode()
    found = client.get("/partnerships", {"q": "청원군"})
    assert reference in found and cheongwon.reference in found and "증평군" not in found


def test_a_tie_carried_over_twice_is_found_by_its_first_city(
    client: Client, coordinator: User, cheongwon: Partnership, cheongju: City
) -> None:
    second = succeed_tie(coordinator, get_partnership(coordinator, cheongwon.reference), cheongju, effective=MERGED)
    second = get_partnership(coordinator, second.reference)
    third = succeed_tie(coordinator, second, make_city(name_ko="중부시"), effective=PartialDate.parse("2020"))
    assert third.reference in client.sign_in(coordinator).get("/partnerships", {"q": "청원군"})


def test_a_split_partner_is_carried_over_to_each_half(
    coordinator: User, home: City, cheongwon: Partnership, cheongju: City
) -> None:
    make_label(cheongwon, side=Side.PARTNER, label="우호교류 군")
    other_half = make_city(name_ko="증평군")
    for half in (cheongju, other_half):
        succeed_tie(coordinator, get_partnership(coordinator, cheongwon.reference), half, effective=MERGED)
    halves = [find_tie_between(home.id, half.id) for half in (cheongju, other_half)]
    assert [(half.home_status, half.partner_status) for half in halves if half] == [
        (TieStatus.ACTIVE, TieStatus.ACTIVE)
    ] * 2
    second = get_partnership(coordinator, halves[1].reference if halves[1] else "")
    assert {label.label for label in second.labels} >= {"우호교류 군"}
    events = get_partnership(coordinator, cheongwon.reference).events
    assert [event.kind for event in events] == [PartnershipEventKind.SUCCEEDED] * 2


def test_a_tie_is_carried_over_once_and_never_back(
    coordinator: User, officer: User, home: City, cheongwon: Partnership, cheongju: City
) -> None:
    def carry_over(tie: Partnership, to: City, actor: User = coordinator) -> Partnership:
        return succeed_tie(actor, get_partnership(actor, tie.reference), to, effective=MERGED)

    with pytest.raises(NotAllowed):
        carry_over(cheongwon, cheongju, officer)
    county = get_partnership(coordinator, cheongwon.reference).partner
    for end in (home, county):
        with pytest.raises(Invalid) as refused:
            carry_over(cheongwon, end)
        assert refused.value.field == "successor"
    going_on = carry_over(cheongwon, cheongju)
    for tie, to in ((cheongwon, cheongju), (going_on, county)):
        with pytest.raises(Invalid) as refused:
            carry_over(tie, to)
        assert refused.value.field == "successor"


def test_a_tie_is_carried_over_when_the_day_has_come(
    client: Client, coordinator: User, cheongwon: Partnership, cheongju: City
) -> None:
    address = f"/partnerships/{cheongwon.reference}/succession"
    page = client.sign_in(coordinator).get(address, {"successor": cheongju.reference})
    page = page.submit({"effective": "2999-07-01"}, status=422)
    assert set(page.errors) == {"effective"}
    assert cheongwon.home_status is TieStatus.ACTIVE and cheongwon.home
    assert find_tie_between(cheongwon.home.id, cheongju.id) is None
    page.submit({"effective": "2014"})
    assert cheongwon.home_status is TieStatus.ENDED


def test_an_archived_tie_of_the_successor_is_restored_first(
    client: Client, coordinator: User, home: City, cheongwon: Partnership, cheongju: City
) -> None:
    existing = make_partnership(home, cheongju, year=1995)
    client.sign_in(coordinator).get(f"/partnerships/{existing.reference}")
    client.post(f"/partnerships/{existing.reference}/archive")
    page = client.get(f"/partnerships/{cheongwon.reference}/succession", {"successor": cheongju.reference})
    page = page.submit({"effective": "2014"}, status=422)
    assert existing.reference in page.errors["successor"]


def test_a_takeover_is_no_event_that_one_types_in(
    client: Client, coordinator: User, officer: User, cheongwon: Partnership, cheongju: City
) -> None:
    page = client.sign_in(officer).get(f"/partnerships/{cheongwon.reference}/events/new")
    assert "succeeded" not in page.html
    page = client.post(page.path, {"kind": "succeeded", "side": "both", "basis_kind": "not_stated"}, status=422)
    assert "총괄" in page.errors["kind"]
    succeed_tie(coordinator, get_partnership(coordinator, cheongwon.reference), cheongju, effective=MERGED)
    event = get_partnership(coordinator, cheongwon.reference).events[0]
    address = f"/partnerships/{cheongwon.reference}/events/{event.id}"
    client.get(f"{address}/edit").submit({"reason": "청주시와 통합", "sets_status": False})
    assert event.kind is PartnershipEventKind.SUCCEEDED and event.reason == "청주시와 통합"


def test_an_officer_reads_that_a_coordinator_carries_the_tie_over(
    client: Client, coordinator: User, officer: User, cheongwon: Partnership, cheongju: City
) -> None:
    make_succession(cheongwon.partner, cheongju)
    address = f"/partnerships/{cheongwon.reference}"
    assert "승계 처리는 총괄 담당자가 합니다." in client.sign_in(officer).get(address).texts(".notice-warning")[0]
    assert "총괄 담당자가" not in client.sign_in(coordinator).get(address).texts(".notice-warning")[0]
