"""The list of cooperation areas changes by rules that hold wherever the change comes from."""

import pytest

from partnerships.commands.cooperation_area import record_area, revise_area
from partnerships.errors import Invalid, NotAllowed
from partnerships.models.account import User
from partnerships.permissions import SYSTEM


def test_an_area_comes_last_unless_its_place_is_given(administrator: User) -> None:
    places = [record_area(administrator, name_ko=name).position for name in ("문화", "교통")]
    assert places == [1, 2]
    assert record_area(administrator, name_ko="환경", position=1).position == 1
    assert record_area(administrator, name_ko="안전", position=None).position == 3


@pytest.mark.parametrize(
    ("typed", "kept"), [("11, 13", "11, 13"), ("13;11 · 11", "11, 13"), (" 17 ", "17"), ("", None), (None, None)]
)
def test_goals_are_kept_once_and_in_order(administrator: User, typed: str | None, kept: str | None) -> None:
    assert record_area(administrator, name_ko="문화", sdgs=typed).sdgs == kept


@pytest.mark.parametrize("typed", ["0", "18", "11-13", "-1", "²"])
def test_there_are_no_other_goals(administrator: User, typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        record_area(administrator, name_ko="문화", sdgs=typed)
    assert refused.value.field == "sdgs"


def test_an_area_lies_in_no_circle(administrator: User) -> None:
    wide = record_area(SYSTEM, name_ko="교통")
    narrow = record_area(SYSTEM, name_ko="스마트 교통", parent=wide)
    with pytest.raises(Invalid) as refused:
        revise_area(administrator, wide, parent=narrow)
    assert refused.value.field == "parent"


def test_a_coordinator_does_not_manage_the_list(coordinator: User) -> None:
    with pytest.raises(NotAllowed):
        record_area(coordinator, name_ko="문화")
