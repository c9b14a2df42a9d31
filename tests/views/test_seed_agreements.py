"""The seed's tie and agreements, entered by hand in Korean through the forms, from an empty list to the pages."""

import pytest

from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from tests.client import Client
from tests.factories.city import make_city
from tests.factories.cooperation_area import make_area
from tests.factories.person import make_person, make_post

SEED = "서울특별시 경제분야 홈페이지, 2013-10-21"
AREAS = ["문화·관광", "도시계획 및 개발", "전자정부 및 정보기술", "지속가능한 정책", "공유경제"]
COMMITMENTS = [
    (
        "share_policy",
        "문화․관광, 도시 계획 및 개발 분야, 전자정부 및 정보기술, 지속 가능한 정책, 공유경제 등 우수 정책사례 공유",
    ),
    ("join_body", "양 도시에서 상호 주최하는 국제기구 및 국제회의에 가입, 참여 등 실질적 교류관계 구축"),
    ("institutions", "양 도시 교육 및 문화기관 간 교류 협력 증진"),
    ("staff_exchange", "상호 직원 파견을 실시해 시정 학습 기회 제공, 정책 및 지식 공유 등을 추진"),
]


@pytest.fixture
def directory(home: City) -> None:
    """What the directory holds before the tie is entered: the partner, the two mayors, the areas."""
    san_francisco = make_city(name_ko="샌프란시스코", name_en="San Francisco", country="US")
    park = make_person(name_ko="박원순", name_en="Park Won-soon")
    make_post(park, title_ko="서울특별시장", title_en="Mayor of Seoul", city=home)
    lee = make_person(name_ko="에드윈 리", name_en="Edwin M. Lee")
    since = {"held_from": PartialDate.parse("2011"), "held_to": PartialDate.parse("2017-12-12")}
    make_post(lee, title_ko="샌프란시스코 시장", title_en="Mayor of San Francisco", city=san_francisco, **since)
    for position, name in enumerate([*AREAS, "교통"], start=1):
        make_area(name_ko=name, name_en=None, position=position)


def _record_tie(client: Client) -> str:
    assert client.get("/partnerships").select('a[href="/partnerships/new"]')
    page = client.get("/partnerships/new")
    page = page.submit(
        {
            "partner": "샌프란시스코",
            "tier": "sister",
            "home_label": "자매도시",
            "home_status": "active",
            "partner_status": "active",
            "founded": "1976",
            "founding_tier": "sister",
            "founding_wording": "자매도시 결연 공동선언",
            "founding_source": SEED,
        }
    ).follow()
    address = page.path
    for founded, source in (("1976-05", "english.seoul.go.kr"), ("1975", "코리아타임스 2018-07-06")):
        form = client.get(f"{address}/claims/new")
        page = form.submit({"founded": founded, "tier": "sister", "source": source}).follow()
    return address


def _record_declaration(client: Client, tie: str) -> str:
    page = client.get("/agreements/new", {"partnership": tie.rpartition("/")[2]})
    page = page.submit(
        {
            "kind": "declaration",
            "title_ko": "자매도시 결연 공동선언",
            "title_en": "Joint Declaration of Sister City Affiliation",
            "status": "in_force",
            "signed": "1976",
            "source": SEED,
        }
    ).follow()
    return page.path


def _record_mou(client: Client, tie: str, declaration: str) -> str:
    page = client.get("/agreements/new", {"partnership": tie.rpartition("/")[2]})
    page = page.submit(
        {
            "kind": "mou",
            "title_ko": "서울시-샌프란시스코 우호협력 강화 양해각서",
            "title_en": "Memorandum of Understanding on Strengthening Friendship and Cooperation",
            "status": "signed",
            "signed": "2013. 10. 21.(월)",
            "signing_city": "서울특별시",
            "signing_place_ko": "서울시청 8층 간담회장",
            "areas": AREAS,
            "source": SEED,
        }
    ).follow()
    address = page.path
    for city, side in (("서울특별시", "home"), ("샌프란시스코", "partner")):
        client.get(f"{address}/parties/new").submit({"city": city, "side": side})
    for party, person in (("서울특별시", "박원순"), ("샌프란시스코", "에드윈 리")):
        form = client.get(f"{address}/signatures/new")
        form.submit({"party": party, "person": person, "manner": "in_person"})
    for kind, text in COMMITMENTS:
        entries = {"kind": kind, "text_ko": text, "text_basis": "as_reported", "source": SEED, "owed_by": "both"}
        if kind == "share_policy":
            entries["areas"] = AREAS  # type: ignore[assignment]  # boxes take a list
        client.get(f"{address}/commitments/new").submit(entries)
    form = client.get(f"{address}/lineage/new")
    form.submit({"relation": "elaborates", "target": declaration.rpartition("/")[2]})
    return address


def test_the_seed_is_entered_by_hand(client: Client, officer: User, directory: None) -> None:
    client.sign_in(officer)
    tie = _record_tie(client)
    assert tie == "/partnerships/TIE-1976-001"
    declaration = _record_declaration(client, tie)
    assert declaration == "/agreements/AGR-1976-001"
    mou = _record_mou(client, tie, declaration)
    assert mou == "/agreements/AGR-2013-001"

    page = client.get(tie)
    assert "1976년" in page.texts(".dispute")[0] and "1975년" in page.texts(".dispute")[0]
    assert page.texts(".timeline-when") == ["1975년", "1976년", "1976년", "1976년 5월", "2013. 10. 21."]
    assert page.texts(".timeline-title a") == ["자매도시 결연 공동선언", "서울시-샌프란시스코 우호협력 강화 양해각서"]

    page = client.get(mou)
    assert page.heading == "서울시-샌프란시스코 우호협력 강화 양해각서"
    assert page.texts(".areas li") == AREAS
    signed = page.texts("table.signing tbody tr")
    assert "박원순" in signed[0] and "서울특별시장" in signed[0]
    assert "에드윈 리" in signed[1] and "샌프란시스코 시장" in signed[1]
    assert page.has_link("서울특별시 – 샌프란시스코")

    page = client.get(f"{mou}/commitments")
    assert page.texts(".commitments-text") == [text for _kind, text in COMMITMENTS]
    assert len(page.select("h3")) == 4 and page.text.count(SEED) >= 4
    assert COMMITMENTS[3][1] in client.get(f"{mou}/4")
    assert "자매도시 결연 공동선언" in client.get(f"{mou}/lineage").texts(".timeline-title")
    assert "자매도시 결연 공동선언" in client.get(f"{tie}/agreements").texts(".entries-source")[-1]
