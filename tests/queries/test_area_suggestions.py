"""Cooperation areas are suggested by the words of a clause."""

import pytest

from partnerships.demo.areas import AREAS
from partnerships.models.cooperation_area import CooperationArea
from partnerships.queries.agreement.area_suggestions import suggest_areas

pytestmark = pytest.mark.database("sqlite")


def demo_areas() -> list[CooperationArea]:
    return [
        CooperationArea(
            id=number,
            name_ko=area.korean,
            name_en=area.english,
            keywords="\n".join(f"{area.korean_words}, {area.english_words}".split(", ")),
        )
        for number, area in enumerate(AREAS, start=1)
    ]


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (
            "문화․관광, 도시 계획 및 개발 분야, 전자정부 및 정보기술, 지속 가능한 정책, 공유경제 등 우수 정책 공유",
            ["culture", "planning", "government", "sustainability", "sharing"],
        ),
        ("교육 및 문화기관 간 교류", ["culture", "education"]),
        ("상호 직원 파견", ["administration"]),
        ("공유경제", ["sharing"]),
        ("경제와 투자", ["economy"]),
        ("대기질과 기후 변화", ["environment"]),
        ("culture, the arts and sports", ["culture", "sports"]),
        ("Universities and schools", ["education"]),
        ("sharing economy", ["sharing"]),
        ("urban development and e-government", ["planning", "government"]),
        ("exchange of officials", ["administration"]),
        ("heartfelt friendship; departs", []),
        ("국제기구 및 국제회의에 가입", []),
        ("", []),
    ],
)
def test_the_words_of_a_clause_suggest_areas(words: str, codes: list[str]) -> None:
    found = suggest_areas(words, demo_areas())
    assert [AREAS[area.id - 1].code for area in found] == codes


def test_an_area_without_keywords_is_known_by_its_name() -> None:
    area = CooperationArea(id=1, name_ko="항만·물류", name_en="Ports & logistics", keywords=None)
    assert suggest_areas("부산항 물류 협력", [area]) == [area]
    assert suggest_areas("Logistics at sea", [area]) == [area]
    assert suggest_areas("문화 협력", [area]) == []
