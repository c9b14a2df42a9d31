"""The whole life of a tie as an officer records it: labels of the time, approvals, differing sides, dormancy."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from partnerships.adapters import clock
from partnerships.models.account import User
from partnerships.models.agreement import AgreementStatus
from partnerships.models.approval import ApprovalKind, ApprovalResult
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.partnership import PartnershipEventKind, Side, Tier, TieStatus
from partnerships.models.types import PartialDate
from partnerships.models.visit import Direction, MemberRole, VisitStatus
from partnerships.queries.partnership import get_partnership
from tests.client import Client
from tests.factories.agreement import make_agreement, make_commitment
from tests.factories.city import make_city
from tests.factories.partnership import (
    make_claim,
    make_event_approval,
    make_label,
    make_partnership,
    make_partnership_event,
    make_tier_label,
)
from tests.factories.visit import make_delegation, make_member, make_visit


@pytest.fixture
def shimonoseki(home: City) -> City:
    return make_city(name_ko="시모노세키시", name_en="Shimonoseki", country="JP")


def test_a_tie_is_raised_from_friendship_to_sister_and_told_in_the_words_of_each_time(
    client: Client, coordinator: User, administrator: User, home: City, shimonoseki: City
) -> None:
    for label, begins, ends in (("자매도시", "", "2022"), ("친선도시", "2023", "")):
        page = client.sign_in(administrator).get("/tier-labels").click("등급 명칭 추가")
        page.submit({"tier": "sister", "label_ko": label, "begins": begins, "ends": ends})
    tie = make_partnership(home, shimonoseki, tier=Tier.FRIENDSHIP, home_label="우호도시")
    make_partnership_event(tie, tier=Tier.FRIENDSHIP, effective=PartialDate.parse("1976-10-11"))
    page = client.sign_in(coordinator).get(f"/partnerships/{tie.reference}/events/new")
    raised = {"kind": "tier_changed", "side": "both", "tier": "sister", "effective": "2013-09-12"}
    page.submit({**raised, "basis_kind": "resolution", "basis": "의안번호 2013-112"})

    page = client.get(f"/partnerships/{tie.reference}")
    assert page.texts(".timeline-title > span:first-child") == ["성립 (우호도시)", "등급 변경 (자매도시)"]
    assert page.facts["교류 구분"].startswith("친선도시")
    assert "우호도시" in page.texts(".side-labels")[0] and "2013. 9. 12." in page.texts(".side-labels")[0]
    assert "친선도시" in client.get("/partnerships").rows[0]
    assert "결의 · 의안번호 2013-112" in client.get(f"/partnerships/{tie.reference}/events")
    page = client.get(f"/partnerships/{tie.reference}", {"order": "newest"})
    assert page.texts(".timeline-title > span:first-child")[0] == "등급 변경 (자매도시)"


def test_a_label_of_a_tier_has_words_a_time_and_a_place_of_its_own(
    client: Client, administrator: User, officer: User, home: City, shimonoseki: City
) -> None:
    make_tier_label(home, label_ko="자매도시", begins=PartialDate.parse("1960"))
    address = f"/tier-labels/{home.reference}/new"
    client.sign_in(officer).get(address, status=403)
    assert not client.get("/partnerships").select('a[href="/tier-labels"]')
    page = client.sign_in(administrator).get(address)
    assert set(page.submit({"tier": "sister"}, status=422).errors) == {"label_ko"}
    assert set(page.submit({"label_ko": "친선도시"}, status=422).errors) == {"tier"}
    same = {"tier": "sister", "label_ko": "친선도시", "begins": "1960"}
    assert set(page.submit(same, status=422).errors) == {"begins"}
    assert set(page.submit({**same, "begins": "2023", "ends": "2020"}, status=422).errors) == {"ends"}
    client.get(f"/tier-labels/{shimonoseki.reference}/new", status=404)
    page = page.submit({**same, "begins": "2023", "label_en": "Friendly city"}).follow()
    assert "친선도시 · Friendly city" in page
    page = page.click("수정 친선도시").submit({"note": "지침 2023"}).follow()
    assert "지침 2023" in page


def test_each_side_has_its_own_words_from_and_to(client: Client, officer: User, home: City, shimonoseki: City) -> None:
    tie = make_partnership(home, shimonoseki, home_label=None)
    address = f"/partnerships/{tie.reference}/labels/new"
    page = client.sign_in(officer).get(address)
    assert set(page.submit({"side": "partner", "label": ""}, status=422).errors) == {"label"}
    page.submit({"side": "partner", "label": "友好都市", "begins": "1976", "source": "市 누리집"})
    page = client.get(address).submit({"side": "home", "label": "친선도시", "begins": "2020"}).follow()
    home_side, partner_side = page.texts(".side")
    assert "친선도시" in home_side and "友好都市" in partner_side and "1976년 ~" in partner_side
    assert page.facts["교류 구분"].startswith("친선도시")
    page = client.get(f"/partnerships/{tie.reference}").click("수정 친선도시")
    client.post(f"{page.path.removesuffix('/edit')}/archive")
    assert client.get(f"/partnerships/{tie.reference}").facts["교류 구분"] == "자매도시"


def test_one_side_ended_what_the_other_still_counts(
    client: Client, coordinator: User, home: City, shimonoseki: City
) -> None:
    tie = make_partnership(home, shimonoseki)
    page = client.sign_in(coordinator).get(f"/partnerships/{tie.reference}/events/new")
    page.submit({"kind": "ended", "side": "home", "decided": "2022-03-10", "effective": "2022-04-01", "reason": "방침"})
    page = client.get(f"/partnerships/{tie.reference}")
    told = page.texts(".notice-warning")[0]
    assert "서울특별시 측은 결연을 종료했습니다(2022. 4. 1.)" in told
    assert "시모노세키시 측은 계속 유효한 결연으로 봅니다." in told
    home_side, partner_side = page.texts(".side")
    assert "2022. 4. 1.부터" in home_side and "종료" in home_side and "유지" in partner_side
    assert "통보" not in client.get(f"/partnerships/{tie.reference}/events").texts(".entries > li")[0]


def test_a_suspended_tie_says_when_it_may_be_resumed(
    client: Client, coordinator: User, home: City, shimonoseki: City
) -> None:
    tie = make_partnership(home, shimonoseki)
    page = client.sign_in(coordinator).get(f"/partnerships/{tie.reference}/events/new")
    page.submit({"kind": "suspended", "side": "home", "effective": "2019", "condition": "양측 시장 면담 후"})
    assert "재개 조건: 양측 시장 면담 후" in client.get(f"/partnerships/{tie.reference}").texts(".side")[0]


def test_a_tie_is_approved_by_one_council_and_not_yet_by_the_other(
    client: Client, officer: User, home: City, shimonoseki: City
) -> None:
    tie = make_partnership(home, shimonoseki, home_status=TieStatus.PROSPECTIVE, partner_status=TieStatus.PROSPECTIVE)
    proposed = make_partnership_event(tie, kind=PartnershipEventKind.PROPOSED, effective=PartialDate.parse("2013-08"))
    address = f"/partnerships/{tie.reference}/events/{proposed.id}/approvals/new"
    ours = {"kind": "council_consent", "side": "home", "body": "서울특별시의회", "requested": "2013-08-20"}
    page = client.sign_in(officer).get(address)
    assert set(page.submit({**ours, "body": ""}, status=422).errors) == {"body"}
    assert set(page.submit({**ours, "result": "granted"}, status=422).errors) == {"decided"}
    assert set(page.submit({**ours, "decided": "2013-09-12"}, status=422).errors) == {"result"}
    assert set(page.submit({**ours, "vote": "재석 87"}, status=422).errors) == {"vote"}
    early = {**ours, "result": "granted", "decided": "2013-07"}
    assert set(page.submit(early, status=422).errors) == {"decided"}
    page.submit({**ours, "result": "granted", "decided": "2013-09-12", "vote": "재석 87, 찬성 80"})
    client.get(address).submit({"kind": "council_consent", "side": "partner", "body": "시모노세키시의회"})

    told = client.get(f"/partnerships/{tie.reference}").texts(".approvals-told")
    assert told == ["의회 동의 서울특별시 2013. 9. 12. 가결 (재석 87, 찬성 80), 시모노세키시 진행 중"]
    page = client.get(f"/partnerships/{tie.reference}/events")
    assert page.texts(".approvals .badge") == ["가결", "진행 중"]
    change = next(link for text, link in page.links if text == "수정 의회 동의, 시모노세키시")
    client.get(change).submit({"result": "granted", "decided": "2013-11"})
    page = client.get(f"/partnerships/{tie.reference}")
    assert not page.select(".approvals-told")
    assert [text for text in page.texts(".timeline-title") if "의회" in text] == [
        "의회 동의: 가결 서울특별시",
        "의회 동의: 가결 시모노세키시",
    ]
    client.post(change.replace("/edit", "/archive"))
    assert len(client.get(f"/partnerships/{tie.reference}", {"show": "approvals"}).texts(".timeline-title")) == 1


def test_an_approval_that_nothing_waits_for_holds_nothing_up(
    client: Client, viewer_user: User, home: City, shimonoseki: City
) -> None:
    event = make_partnership_event(make_partnership(home, shimonoseki))
    make_event_approval(event, kind=ApprovalKind.COUNCIL_REPORT, is_required=False, result=ApprovalResult.PENDING,
                        decided=None, vote=None)  # fmt: skip
    page = client.sign_in(viewer_user).get("/partnerships/TIE-1976-001")
    assert not page.select(".approvals-told")
    page = client.get("/partnerships/TIE-1976-001/events")
    assert "효력과 무관" in page and not page.select('a[href*="/approvals/"]')


def test_a_quiet_tie_is_called_dormant_by_a_person_only(
    client: Client, officer: User, viewer_user: User, home: City, shimonoseki: City
) -> None:
    tie = make_partnership(home, shimonoseki)
    make_agreement(home, partnerships=[tie])
    address = f"/partnerships/{tie.reference}"
    assert "휴면으로 표시" not in client.sign_in(viewer_user).get(address)
    page = client.sign_in(officer).get(address)
    assert "휴면 상태입니까?" in page and not tie.is_dormant
    page = page.click("휴면 아님")
    assert set(page.submit({"reason": ""}, status=422).errors) == {"reason"}
    page = page.submit({"reason": "내년 방문을 협의 중"}).follow()
    assert "휴면 상태입니까?" not in page and "내년 방문을 협의 중" in page
    page = client.get(f"{address}/dormant").submit({"reason": "협의가 무산됨"}).follow()
    assert tie.is_dormant and "협의가 무산됨" in page
    page = page.click("휴면 해제").submit({"reason": "교류 재개"}).follow()
    assert not tie.is_dormant
    assert "휴면 아님 확인" in client.get(f"{address}/history")


def test_not_being_dormant_is_asked_again_after_a_year(
    client: Client, officer: User, home: City, shimonoseki: City
) -> None:
    today = clock.today_in("Asia/Seoul")
    tie = make_partnership(home, shimonoseki, dormancy_on=date(today.year - 2, 1, 1), dormancy_note="협의 중")
    assert "휴면 상태입니까?" in client.sign_in(officer).get(f"/partnerships/{tie.reference}")


def test_a_dormant_tie_that_stirs_is_noticed(client: Client, officer: User, home: City, shimonoseki: City) -> None:
    tie = make_partnership(home, shimonoseki, is_dormant=True, dormancy_on=date(2015, 1, 1), dormancy_note="연락 두절")
    client.sign_in(officer)
    assert "그 뒤에 새로운 기록이 있습니다" not in client.get(f"/partnerships/{tie.reference}")
    make_visit(home, partnerships=[tie], starts=PartialDate.parse("2018-05"))
    assert "그 뒤에 새로운 기록이 있습니다" in client.get(f"/partnerships/{tie.reference}")


@pytest.mark.parametrize("kind", [PartnershipEventKind.SUSPENDED, PartnershipEventKind.PROPOSED])
def test_neither_turns_nor_sources_are_contacts(
    client: Client, officer: User, home: City, shimonoseki: City, kind: PartnershipEventKind
) -> None:
    today = clock.today_in("Asia/Seoul")
    tie = make_partnership(home, shimonoseki)
    make_claim(tie, founded=PartialDate.parse("1976-05"))
    make_agreement(home, partnerships=[tie], signed=PartialDate.parse("1998-05-15"))
    recent = PartialDate.parse(f"{today.year - 1}-01-31")
    event = make_partnership_event(tie, kind=kind, side=Side.PARTNER, tier=None, effective=recent)
    make_event_approval(event, decided=recent)
    page = client.sign_in(officer).get(f"/partnerships/{tie.reference}")
    assert "1998. 5. 15." in page.texts(".life > div")[0]
    assert "휴면 상태입니까?" in page
    assert "1998. 5. 15." in client.get("/partnerships", {"quiet": "1"}).rows[0][6]
    assert "1998. 5. 15." in client.get("/").texts(".agenda-when")[0]


def test_a_tie_that_has_just_begun_is_not_quiet(client: Client, officer: User, home: City) -> None:
    today = clock.today_in("Asia/Seoul")
    founded = make_partnership(home, make_city(name_ko="파리", country="FR"))
    make_claim(founded, founded=PartialDate.parse(str(today.year - 1)))
    resumed = make_partnership(home, make_city(name_ko="나라시", country="JP"))
    make_partnership_event(
        resumed, kind=PartnershipEventKind.RESUMED, effective=PartialDate.parse(f"{today.year - 2}-12")
    )
    old = make_partnership(home, make_city(name_ko="로마", country="IT"))
    make_claim(old, founded=PartialDate.parse("2000"))
    assert "로마" in client.sign_in(officer).get("/partnerships", {"quiet": "1"}).rows[0][0]
    assert len(client.get("/partnerships", {"quiet": "1"}).rows) == 1
    asked = ["휴면 상태입니까?" in client.get(f"/partnerships/{tie.reference}") for tie in (founded, resumed, old)]
    assert asked == [False, False, True]


def test_the_life_of_a_tie_is_told_in_figures_with_their_records(
    client: Client, viewer_user: User, home: City, shimonoseki: City
) -> None:
    tie = make_partnership(home, shimonoseki)
    make_claim(tie, founded=PartialDate.parse("1976-05"))
    agreement = make_agreement(home, partnerships=[tie], status=AgreementStatus.IN_FORCE)
    make_commitment(agreement)
    for day, role, title in (
        ("2013-10-20", MemberRole.HEAD, "시모노세키시장"),
        ("2016-04-01", MemberRole.HEAD, "부시장"),
        ("2017-04-01", MemberRole.MEMBER, "시모노세키시장"),
    ):
        visit = make_visit(home, title_ko=f"{day} 내방", starts=PartialDate.parse(day), partnerships=[tie])
        make_member(make_delegation(visit, shimonoseki), role=role, title_ko=title, title_en=None)
    make_visit(home, title_ko="취소된 내방", status=VisitStatus.CANCELLED, status_reason="태풍", partnerships=[tie],
               starts=PartialDate.parse("2019-05-01"))  # fmt: skip
    make_visit(home, title_ko="숨은 내방", disclosure=Disclosure.RESTRICTED, partnerships=[tie])
    page = client.sign_in(viewer_user).get(f"/partnerships/{tie.reference}")
    last, theirs, ours, visits, owed, in_force, anniversary = page.texts(".life > div")
    assert "2017. 4. 1." in last and "취소된" not in last
    assert "2013-10-20 내방" in theirs and "단장이 등록되지 않은 방문 1건" in theirs
    assert "등록된 방문이 없습니다" in ours
    assert "0건" in visits and "1건" in owed and "1건" in in_force
    assert "60주년" in anniversary or "50주년" in anniversary
    assert "2013-10-20 내방" in [text for text, link in page.links if "/visits/" in link]


def test_our_own_mayors_journey_counts_the_other_way(
    client: Client, viewer_user: User, home: City, shimonoseki: City
) -> None:
    tie = make_partnership(home, shimonoseki)
    visit = make_visit(home, title_ko="서울시장 방일", direction=Direction.OUTBOUND, partnerships=[tie])
    make_member(
        make_delegation(visit, home, side=Side.HOME), role=MemberRole.HEAD, title_ko="서울특별시장", title_en=None
    )
    page = client.sign_in(viewer_user).get(f"/partnerships/{tie.reference}")
    assert "서울시장 방일" in page.texts(".life > div")[2]


def test_the_time_line_is_narrowed_by_links(
    client: Client, viewer_user: User, home: City, shimonoseki: City, session: Session
) -> None:
    tie = make_partnership(home, shimonoseki)
    make_claim(tie)
    make_label(tie, side=Side.PARTNER)
    make_agreement(home, title_ko="양해각서", partnerships=[tie])
    page = client.sign_in(viewer_user).get(f"/partnerships/{tie.reference}")
    assert page.texts(".chips a") == ["전체 2", "결연 1", "협정 1"]
    page = client.get(next(link for text, link in page.links if text == "협정 1" and "show=" in link).split("#")[0])
    assert page.texts(".timeline-title a") == ["양해각서"]


def test_a_tier_that_awaits_approval_does_not_look_settled(client: Client, officer: User, home: City) -> None:
    tie = make_partnership(home, make_city(), tier=Tier.FRIENDSHIP)
    page = client.sign_in(officer).get(f"/partnerships/{tie.reference}/events/new")
    raised = {"kind": "tier_changed", "tier": "sister", "announced": "2024-05"}
    page = page.submit(raised, status=422)
    assert set(page.errors) == {"sets_status"} and tie.tier is Tier.FRIENDSHIP
    page.submit({"decided": "2024-06-01", "sets_status": True})
    assert tie.tier is Tier.SISTER
    address = f"/partnerships/{tie.reference}"
    assert "승인 대기" not in client.get(address).texts(".facts")[0]
    event = get_partnership(officer, tie.reference).events[0]
    approval = make_event_approval(event, result=ApprovalResult.PENDING, requested=None, decided=None, vote=None)
    page = client.get(address)
    assert "자매도시 승인 대기" in " ".join(page.texts(".facts")[0].split())
    page = client.get(f"{address}/events/{event.id}/approvals/{approval.id}/edit")
    page.submit({"result": "granted", "decided": "2024-07-01"})
    assert "승인 대기" not in client.get(address).texts(".facts")[0]


def test_a_side_that_awaits_approval_says_so(client: Client, officer: User, home: City) -> None:
    tie = make_partnership(home, make_city())
    event = make_partnership_event(
        tie, kind=PartnershipEventKind.SUSPENDED, side=Side.PARTNER, effective=PartialDate.parse("2024")
    )
    make_event_approval(event, result=ApprovalResult.PENDING, requested=None, decided=None, vote=None)
    address = f"/partnerships/{tie.reference}"
    assert "승인 대기" not in client.sign_in(officer).get(address).texts(".facts")[0]
    client.get(f"{address}/edit").submit({"partner_status": "suspended"})
    assert "중단 승인 대기" in " ".join(client.get(address).texts(".facts")[0].split())


def test_a_side_of_which_no_turn_is_recorded_stands_since_the_founding(
    client: Client, viewer_user: User, home: City, shimonoseki: City
) -> None:
    tie = make_partnership(home, shimonoseki)
    address = f"/partnerships/{tie.reference}"
    assert client.sign_in(viewer_user).get(address).texts(".side")[0].count("기록된 경과가 없습니다") == 1
    make_claim(tie, founded=PartialDate.parse("1998-05"))
    make_partnership_event(
        tie, kind=PartnershipEventKind.ENDED, side=Side.PARTNER, tier=None, effective=PartialDate.parse("2024-01-31")
    )
    ours, theirs = client.get(address).texts(".side")
    assert "1998년 5월부터 · 결연일 기준" in ours
    # What the partner's status says does not fit what is told of it: since when is then not known.
    assert "기록된 경과가 없습니다" in theirs


def test_a_city_that_is_none_of_the_home_cities_is_told_so(client: Client, officer: User, shimonoseki: City) -> None:
    page = client.sign_in(officer).get("/partnerships/new")
    page = page.submit({"home": "시모노세키시", "partner": shimonoseki.reference}, status=422)
    assert "본도시가 아닙니다" in page.errors["home"]
    assert "항목이 없습니다" in page.submit({"home": "없는 도시"}, status=422).errors["home"]


def test_what_takes_effect_later_changes_nothing_yet(client: Client, coordinator: User, home: City) -> None:
    tie = make_partnership(home)
    form = client.sign_in(coordinator).get(f"/partnerships/{tie.reference}/events/new")
    entered = {"kind": "suspended", "side": "home", "effective": "2999-01-01", "sets_status": True}
    refused = form.submit(entered, status=422)
    assert "2999" in refused.errors["sets_status"]
    refused.submit({"sets_status": False})
    assert tie.home_status is TieStatus.ACTIVE
