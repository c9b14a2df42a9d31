"""Who headed a city on a day, and whether that is sure enough to be filled in."""

import pytest

from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.types import PartialDate
from partnerships.queries.agreement.heads import Heads, heads_in_post
from tests.factories.person import make_person, make_post


def heads(viewer: User, city: City, day: str = "2022-05-02") -> Heads:
    return heads_in_post(viewer, [city], PartialDate.parse(day)).get(city, Heads(None, ()))


@pytest.mark.parametrize(
    ("held_from", "held_to", "is_sure", "is_possible"),
    [
        ("2021-04", "2026-06", True, True),
        ("2021-04", None, True, True),
        ("2018-06", None, True, True),
        ("2017-06", None, False, True),
        (None, None, False, True),
        (None, "2023", False, True),
        ("2022", None, False, True),
        ("2019", "2022", False, True),
        ("2011", "2020-07", False, False),
        ("2023", None, False, False),
    ],
)
def test_only_a_post_that_surely_covers_the_day_counts(
    officer: User, home: City, held_from: str | None, held_to: str | None, is_sure: bool, is_possible: bool
) -> None:
    span = {
        "held_from": PartialDate.parse(held_from) if held_from else None,
        "held_to": PartialDate.parse(held_to) if held_to else None,
    }
    post = make_post(make_person(), city=home, **span)
    found = heads(officer, home)
    assert (found.surely == post, found.possibly == (post,)) == (is_sure, is_possible)


def test_a_later_holder_of_the_same_post_takes_the_certainty(officer: User, home: City) -> None:
    earlier = make_post(make_person(), city=home, held_from=PartialDate.parse("2020"))
    assert heads(officer, home).surely == earlier
    chair = make_post(make_person(), city=home, title_ko="의장", title_en=None, protocol_rank=2)
    assert heads(officer, home).surely == earlier and chair in heads(officer, home).possibly
    later = make_post(make_person(), city=home, held_from=PartialDate.parse("2021-03"))
    assert heads(officer, home).surely == later
