"""Words of the calendar that mean something else elsewhere are messages of their own."""

from partnerships.models.visit import Likelihood
from partnerships.queries.calendar.entry import Certainty


def test_how_sure_a_day_is_and_how_likely_a_point_are_worded_apart() -> None:
    assert Certainty.CONFIRMED.label == "Fixed"
    # In Korean a day is 확정, a point 확실: one message could not say both.
    assert {one.label for one in Certainty}.isdisjoint(one.label for one in Likelihood)
