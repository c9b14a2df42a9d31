"""The cooperation areas that the demo starts with: the five of the memorandum of 2013, then those seen elsewhere."""

from typing import NamedTuple

from partnerships.commands.cooperation_area import record_area
from partnerships.models.cooperation_area import CooperationArea
from partnerships.permissions import SYSTEM


class Area(NamedTuple):
    """An area as it is loaded; ``code`` is used by the demo alone, the words suggest it for a clause."""

    code: str
    korean: str
    english: str
    goals: str
    korean_words: str
    english_words: str


AREAS: tuple[Area, ...] = (
    Area(
        "culture",
        "문화·관광",
        "Culture & tourism",
        "8, 11",
        "문화, 예술, 관광, 공연, 전시, 축제, 박물관, 미술관, 문화유산",
        "culture, cultural, arts, tourism, festival, museum, heritage",
    ),
    Area(
        "planning",
        "도시계획·개발",
        "Urban planning & development",
        "11",
        "도시계획, 도시개발, 도시재생, 주택, 건축",
        "urban planning, urban development, urban regeneration, housing, architecture",
    ),
    Area(
        "government",
        "전자정부·정보기술",
        "E-government & IT",
        "9, 16",
        "전자정부, 정보기술, 정보화, 스마트시티, 디지털, 빅데이터",
        "e-government, information technology, smart city, digital",
    ),
    Area(
        "sustainability", "지속가능 정책", "Sustainability policy", "11, 12", "지속가능", "sustainability, sustainable"
    ),
    Area(
        "sharing", "공유경제", "Sharing economy", "12", "공유경제, 공유도시, 공유기업", "sharing economy, sharing city"
    ),
    Area(
        "economy",
        "경제·투자",
        "Economy & investment",
        "8",
        "경제, 투자, 무역, 통상, 상공회의소, 창업, 스타트업, 중소기업",
        "economy, economic, investment, trade, chamber of commerce, start-up, startup",
    ),
    Area(
        "education",
        "교육·청소년",
        "Education & youth",
        "4",
        "교육, 청소년, 청년, 대학, 학교, 학생",
        "education, educational, youth, university, school, student",
    ),
    Area(
        "transport",
        "교통",
        "Transport",
        "11",
        "교통, 지하철, 버스, 철도",
        "transport, transportation, mobility, subway, railway",
    ),
    Area(
        "environment",
        "환경·기후",
        "Environment & climate",
        "13, 15",
        "환경, 기후, 대기질, 탄소, 에너지, 폐기물, 공원, 수질",
        "environment, environmental, climate, air quality, carbon, energy, waste",
    ),
    Area(
        "welfare",
        "복지·보건",
        "Welfare & health",
        "3",
        "복지, 보건, 의료, 건강, 고령, 노인, 장애인",
        "welfare, health, medical, ageing, elderly",
    ),
    Area(
        "safety",
        "재난·안전",
        "Disaster & safety",
        "11",
        "재난, 방재, 소방, 재해, 안전",
        "disaster, fire service, resilience, public safety",
    ),
    Area(
        "family",
        "여성·가족·아동",
        "Gender, family & children",
        "5",
        "여성, 가족, 아동, 보육, 성평등",
        "gender, women, family, families, children, childcare",
    ),
    Area("sports", "체육", "Sports", "3", "체육, 스포츠, 올림픽, 마라톤", "sport, marathon, Olympic"),
    Area(
        "ports",
        "항만·물류",
        "Ports & logistics",
        "9, 14",
        "항만, 물류, 해운, 항구",
        "port authority, logistics, shipping",
    ),
    Area(
        "agriculture",
        "농업",
        "Agriculture",
        "2",
        "농업, 농산물, 축산, 수산",
        "agriculture, agricultural, farming, fishery, fisheries",
    ),
    Area(
        "science",
        "과학·혁신",
        "Science & innovation",
        "9",
        "과학, 연구개발, 바이오, 인공지능",
        "science, scientific, research, technology park, artificial intelligence",
    ),
    Area(
        "administration",
        "행정·인적교류",
        "Public administration",
        "16, 17",
        "직원 파견, 직원 상호 파견, 상호 파견, 인적교류, 인사교류, 공무원, 행정",
        "staff exchange, secondment, officials, public administration",
    ),
)


def load_areas() -> dict[str, CooperationArea]:
    """Record the areas in their order; {code: area}."""
    return {
        area.code: record_area(
            SYSTEM,
            name_ko=area.korean,
            name_en=area.english,
            sdgs=area.goals,
            position=place,
            keywords=f"{area.korean_words}, {area.english_words}",
        )
        for place, area in enumerate(AREAS, start=1)
    }
