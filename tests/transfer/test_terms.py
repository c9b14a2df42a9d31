"""What a pasted text says of its own term, renewal and notice."""

from typing import Any

import pytest

from partnerships.transfer.terms import terms_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "양해각서는 서명일로부터 5년간 유효하며, 만료 3개월 전까지 서면으로 통보하지 않는 한 1년씩 자동 연장된다.",
            {"term": "months 60", "renewal": "automatic 12", "notice": "months 3"},
        ),
        (
            "이 협정의 유효기간은 서명한 날부터 3년으로 한다. 만료 6개월 전까지 통보하지 않으면 자동으로 1년 연장된다.",
            {"term": "months 36", "renewal": "automatic 12", "notice": "months 6"},
        ),
        ("이 협약의 효력은 무기한으로 한다.", {"term": "indefinite"}),
        ("유효기간은 2년이며 양측의 합의에 의하여 연장할 수 있다.", {"term": "months 24", "renewal": "by_agreement"}),
        ("18개월간 유효하다.", {"term": "months 18"}),
        ("이 각서는 체결일로부터 18개월간 유효하다.", {"term": "months 18"}),
        ("본 양해각서는 자동적으로 갱신된다.", {"renewal": "automatic"}),
        (
            "This MOU shall remain in effect for five years and shall be automatically renewed for further periods "
            "of one (1) year unless either party gives three months' written notice.",
            {"term": "months 60", "renewal": "automatic 12", "notice": "months 3"},
        ),
        (
            "It is valid for a period of three (3) years. Either party may end it by notice given six months before.",
            {"term": "months 36", "notice": "months 6"},
        ),
        ("It may be renewed by mutual consent.", {"renewal": "by_agreement"}),
        ("매년 3년간 직원을 파견한다. 축제 2개월 전에 만난다.", {}),
        ("", {}),
    ],
)
def test_usual_words_are_understood(text: str, said: dict[str, str]) -> None:
    details: dict[str, Any] = terms_in(text).details
    kinds = [name.removesuffix("_kind") for name in details if name.endswith("_kind")]
    read = {kind: f"{details[f'{kind}_kind'].value} {details.get(f'{kind}_months', '')}".strip() for kind in kinds}
    assert read == said


def test_the_first_sentence_settles_it_and_is_quoted() -> None:
    terms = terms_in("제1조 직원을 3년간 파견한다.\n제2조 유효기간은 5년으로 한다.\n제3조 유효기간은 7년으로 한다.")
    assert terms.details["term_months"] == 60
    assert terms.sentences == ["제2조 유효기간은 5년으로 한다."]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("본 양해각서는 서명일로부터 5년간 유효하다.", True),
        ("이 협정은 서명한 날부터 효력이 발생한다.", True),
        ("This memorandum takes effect upon signature.", True),
        ("This agreement enters into force on the date of its ratification.", False),
        ("양 도시는 서명식을 함께 연다.", False),
    ],
)
def test_whether_it_takes_effect_with_the_signature(text: str, begins: bool) -> None:
    assert terms_in(text).from_signing is begins
