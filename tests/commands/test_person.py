"""People and posts change by rules that hold wherever the change comes from."""

import pytest

from partnerships.commands import person as commands
from partnerships.errors import Conflict, Invalid, NotAllowed
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.types import PartialDate
from partnerships.queries.audit import history_of
from partnerships.queries.person import get_person
from tests.factories.person import make_person


def test_a_person_needs_a_name(officer: User) -> None:
    with pytest.raises(Invalid) as refused:
        commands.record_person(officer, name_local="李孟賢")
    assert refused.value.field == "name_ko"


def test_a_person_is_numbered_and_the_trail_says_who_recorded_it(officer: User) -> None:
    person = commands.record_person(officer, name_ko="에드윈 리")
    assert person.reference == "PER-00001"
    assert [(entry.who, entry.act) for entry in history_of(person)] == [("김하늘", "record_person")]


def test_a_viewer_records_nobody(viewer_user: User) -> None:
    with pytest.raises(NotAllowed):
        commands.record_person(viewer_user, name_ko="에드윈 리")


def test_who_saves_second_is_told(officer: User) -> None:
    person = commands.record_person(officer, name_ko="에드윈 리")
    commands.revise_person(officer, person, 1, name_en="Edwin M. Lee")
    with pytest.raises(Conflict):
        commands.revise_person(officer, person, 1, name_en="Ed Lee")


def test_only_a_coordinator_restricts_another_officers_person(officer: User, coordinator: User) -> None:
    person = commands.record_person(officer, name_ko="에드윈 리")
    with pytest.raises(NotAllowed):
        commands.revise_person(officer, person, disclosure=Disclosure.RESTRICTED)
    commands.revise_person(coordinator, get_person(coordinator, "PER-00001"), disclosure=Disclosure.RESTRICTED)


@pytest.mark.parametrize(
    ("begun", "ended", "is_possible"),
    [
        ("2011", "2011-01", True),
        ("2011-06", "2011", True),
        ("2012", "2011", False),
        ("2011-01-11", "2011-01-10", False),
        ("XXXX-05-18", "1976", True),
        (None, "1976", True),
    ],
)
def test_the_dates_of_a_post_may_be_vague_but_not_the_wrong_way_round(
    officer: User, begun: str | None, ended: str, is_possible: bool
) -> None:
    details = {
        "title_ko": "시장",
        "held_from": PartialDate.parse(begun) if begun else None,
        "held_to": PartialDate.parse(ended),
    }
    if is_possible:
        assert commands.add_post(officer, make_person(), **details).id
        return
    with pytest.raises(Invalid) as refused:
        commands.add_post(officer, make_person(), **details)
    assert refused.value.field == "held_to"


def test_a_rank_is_from_1_to_999(officer: User) -> None:
    for rank in (0, 1000):
        with pytest.raises(Invalid) as refused:
            commands.add_post(officer, make_person(), title_ko="시장", protocol_rank=rank)
        assert refused.value.field == "protocol_rank"
