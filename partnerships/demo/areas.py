"""The cooperation areas that the demo starts with: the five of the memorandum of 2013, then those seen elsewhere."""

from partnerships.commands.cooperation_area import record_area
from partnerships.models.cooperation_area import CooperationArea
from partnerships.permissions import SYSTEM

# (code used by the demo alone, Korean, English, Sustainable Development Goals)
AREAS: tuple[tuple[str, str, str, str], ...] = (
    ("culture", "문화·관광", "Culture & tourism", "8, 11"),
    ("planning", "도시계획·개발", "Urban planning & development", "11"),
    ("government", "전자정부·정보기술", "E-government & IT", "9, 16"),
    ("sustainability", "지속가능 정책", "Sustainability policy", "11, 12"),
    ("sharing", "공유경제", "Sharing economy", "12"),
    ("economy", "경제·투자", "Economy & investment", "8"),
    ("education", "교육·청소년", "Education & youth", "4"),
    ("transport", "교통", "Transport", "11"),
    ("environment", "환경·기후", "Environment & climate", "13, 15"),
    ("welfare", "복지·보건", "Welfare & health", "3"),
    ("safety", "재난·안전", "Disaster & safety", "11"),
    ("family", "여성·가족·아동", "Gender, family & children", "5"),
    ("sports", "체육", "Sports", "3"),
    ("ports", "항만·물류", "Ports & logistics", "9, 14"),
    ("agriculture", "농업", "Agriculture", "2"),
    ("science", "과학·혁신", "Science & innovation", "9"),
    ("administration", "행정·인적교류", "Public administration", "16, 17"),
)


def load_areas() -> dict[str, CooperationArea]:
    """Record the areas in their order; {code: area}."""
    return {
        code: record_area(SYSTEM, name_ko=korean, name_en=english, sdgs=goals, position=place)
        for place, (code, korean, english, goals) in enumerate(AREAS, start=1)
    }
