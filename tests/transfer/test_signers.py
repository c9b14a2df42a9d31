"""Who a pasted text says signed it."""

import pytest

from partnerships.transfer.signers import signer_for, signers_in

SEOUL, BEIJING = ("서울특별시", "Seoul"), ("베이징", "Beijing")


@pytest.mark.parametrize(
    "block",
    [
        "2022년 5월 2일\n서울특별시장 오세훈\n베이징시장 천지닝",
        "서울특별시장 오세훈     베이징시장 천지닝",
        "서울시장  오세훈 (서명)\n\n베이징시장: 천지닝 (인)",
    ],
)
def test_titles_and_names_are_read_for_each_side(block: str) -> None:
    signers = signers_in(f"제1조 양 도시는 시장 개척을 지원한다.\n{block}")
    ours, theirs = signer_for(signers, SEOUL), signer_for(signers, BEIJING)
    assert ours is not None and theirs is not None
    assert (ours.name, theirs.title, theirs.name) == ("오세훈", "베이징시장", "천지닝")


def test_english_names_stand_above_or_beside_their_titles() -> None:
    columns = signers_in("Done\nPark Won-soon          Edwin Lee\nMayor of Seoul         Mayor of Beijing")
    assert [(one.title, one.name) for one in columns] == [
        ("Mayor of Seoul", "Park Won-soon"),
        ("Mayor of Beijing", "Edwin Lee"),
    ]
    beside = signer_for(signers_in("John Smith, Mayor of Seoul"), SEOUL)
    assert beside is not None and beside.name == "John Smith"


def test_a_title_without_a_name_or_of_another_body_names_nobody() -> None:
    signers = signers_in("서울특별시장\n서울대학교총장 김철수")
    ours = signer_for(signers, SEOUL)
    assert ours is not None and (ours.title, ours.name) == ("서울특별시장", None)
    assert signer_for(signers, BEIJING) is None
    assert signers_in("제1조 매년 축제를 개최한다.") == []
