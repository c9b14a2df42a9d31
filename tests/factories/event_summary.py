"""Event summaries to print: the signing of 21 October 2013 in both languages, with any part replaced."""

from datetime import date, time
from typing import Any

from partnerships.briefs.event_summary import DayItem, EventSummary
from partnerships.briefs.pieces import Attachment, Participant, PriorAgreement, Side, SignedAgreement, Tie
from partnerships.languages import Language


def event_summary(language: Language = Language.KOREAN, **changes: Any) -> EventSummary:
    """The signing ceremony as it stood on its own day, in ``language``, with ``changes`` to its fields."""
    values = _korean() if language is Language.KOREAN else _english()
    common: dict[str, Any] = {
        "language": language,
        "as_of": date(2013, 10, 21),
        "reference": "VIS-2013-001/2",
        "completed": True,
        "day": date(2013, 10, 21),
        "starts": time(9),
        "ends": time(9, 20),
        "phone": "02-2133-5285",
    }
    return EventSummary(**{**common, **values, **changes})


def _korean() -> dict[str, Any]:
    return {
        "title": "서울시-샌프란시스코 우호협력 강화 MOU 체결",
        "kind": "체결식",
        "visit": "에드윈 리 샌프란시스코시장 방한",
        "place": "간담회장(신청사 8층)",
        "sides": (
            Side(
                name="서울특별시",
                is_home=True,
                participants=(
                    Participant(name="박원순", post="서울특별시장"),
                    *(Participant(post=post) for post in ("기획조정실장", "국제관계대사", "행정국장")),
                ),
            ),
            Side(
                name="샌프란시스코시",
                is_home=False,
                participants=(
                    Participant(name="에드윈 리(Edwin M. Lee)", post="샌프란시스코시장", role="단장"),
                    Participant(post="샌프란시스코-서울 자매도시위원장"),
                    Participant(group="시의원 등 대표단 전원"),
                ),
            ),
        ),
        "contents": (
            "문화·관광, 도시 계획 및 개발, 전자정부 및 정보기술, 지속 가능한 정책, 공유경제 분야의 교류협력 강화",
            "직원 상호 파견 등 합의",
        ),
        "agreements": (
            SignedAgreement(
                title="자매도시 우호 협력강화 양해각서",
                kind="양해각서",
                lineage="1976년 자매도시 결연 공동선언의 구체적 교류 방안에 합의",
                areas=("문화·관광", "도시 계획 및 개발", "전자정부 및 정보기술", "지속 가능한 정책", "공유경제"),
                commitments=(
                    "분야별 우수 정책사례 공유",
                    "양 도시가 주최하는 국제기구·국제회의 가입 및 참여",
                    "교육·문화기관 간 교류 협력 증진",
                    "직원 상호 파견을 통한 시정 학습과 정책·지식 공유",
                ),
                as_reported=True,
                source="서울시 보도자료, 2013. 10. 21.",
            ),
        ),
        "day_items": (
            DayItem(
                title="희망서울 아카데미 특강",
                starts=time(8),
                place="다목적홀(신청사 8층)",
                note="500명, 동시통역",
            ),
            DayItem(title="현장 견학", place="교통정보센터(TOPIS), 상암 DMC, 한강"),
            DayItem(title="한국 기업 대상 기업설명회"),
        ),
        "ties": (
            Tie(
                partner="샌프란시스코시",
                tier="자매도시",
                since="1976",
                source="서울시",
                question="결연 연도가 자료마다 다름(서울시 1976년, 샌프란시스코시 1975년)",
                agreements=(PriorAgreement(title="자매도시 결연 공동선언", signed_on="1976"),),
            ),
        ),
        "attachments": tuple(
            Attachment(title=title, has_file=False)
            for title in (
                "서울시-샌프란시스코 우호강화 MOU",
                "샌프란시스코 시장 소개",
                "샌프란시스코시 개황",
                "자매도시 우호 협력강화 양해각서(안)",
            )
        ),
        "department": "기획조정실 국제교류담당관",
    }


def _english() -> dict[str, Any]:
    return {
        "title": "Signing of the Seoul–San Francisco MOU on closer cooperation",
        "kind": "Signing ceremony",
        "visit": "Visit of Mayor Edwin M. Lee of San Francisco",
        "place": "Meeting Room, 8th floor, New City Hall",
        "sides": (
            Side(
                name="Seoul Metropolitan Government",
                is_home=True,
                participants=(
                    Participant(name="Park Won-soon", post="Mayor of Seoul"),
                    Participant(post="Head of the Planning and Coordination Office"),
                    Participant(post="Ambassador for International Relations"),
                    Participant(post="Director-General for Administration"),
                ),
            ),
            Side(
                name="City and County of San Francisco",
                is_home=False,
                participants=(
                    Participant(name="Edwin M. Lee", post="Mayor of San Francisco", role="head of delegation"),
                    Participant(post="Chair, San Francisco–Seoul Sister City Committee"),
                    Participant(group="Members of the Board of Supervisors and the whole delegation"),
                ),
            ),
        ),
        "contents": (
            "Closer cooperation in culture and tourism, urban planning and development, e-government and IT, "
            "sustainability policy and the sharing economy",
            "Agreement on exchanging staff",
        ),
        "agreements": (
            SignedAgreement(
                title="Memorandum of Understanding on Closer Sister City Cooperation",
                kind="MOU",
                lineage="Sets out in practice what the sister city declaration of 1976 announced",
                areas=(
                    "culture and tourism",
                    "urban planning and development",
                    "e-government and IT",
                    "sustainability policy",
                    "sharing economy",
                ),
                commitments=(
                    "Sharing good policy practice in these areas",
                    "Joining international bodies and conferences that either city hosts",
                    "More exchange between educational and cultural institutions",
                    "Exchanging staff, to learn city administration and share policies and knowledge",
                ),
                as_reported=True,
                source="Seoul press release, 21 October 2013",
            ),
        ),
        "day_items": (
            DayItem(
                title="Hope Seoul Academy lecture",
                starts=time(8),
                place="Multi-purpose Hall, 8th floor",
                note="500 people, simultaneous interpretation",
            ),
            DayItem(title="Site visits", place="TOPIS, Sangam DMC, Han River"),
            DayItem(title="Briefing for Korean companies"),
        ),
        "ties": (
            Tie(
                partner="San Francisco",
                tier="sister city",
                since="1976",
                source="Seoul",
                question="sources differ on the founding year (Seoul 1976, San Francisco 1975)",
                agreements=(PriorAgreement(title="Joint declaration of sister city ties", signed_on="1976"),),
            ),
        ),
        "attachments": tuple(
            Attachment(title=title, has_file=False)
            for title in (
                "Seoul–San Francisco MOU",
                "About the Mayor of San Francisco",
                "San Francisco at a glance",
                "Draft memorandum of understanding",
            )
        ),
        "department": "International Relations Division, Planning and Coordination Office",
    }
