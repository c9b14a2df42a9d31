"""What is to be said at a programme item: its talking points, and the questions that are expected."""

from collections.abc import Sequence
from typing import Final

from partnerships.models.visit import AnticipatedQuestion, ProgrammeItem, TalkingPoint
from partnerships.queries.visit.participants import people_in_order

# More than these nobody gets through in half an hour; the page says so and leaves it at that.
ENOUGH_POINTS: Final = 6


def points_of(item: ProgrammeItem) -> Sequence[TalkingPoint]:
    """The talking points in their order, without those put away; ``points`` must be loaded."""
    return people_in_order(item.points)


def questions_of(item: ProgrammeItem) -> Sequence[AnticipatedQuestion]:
    """The anticipated questions in their order, without those put away; ``questions`` must be loaded."""
    return people_in_order(item.questions)


def find_point(item: ProgrammeItem, number: int) -> TalkingPoint | None:
    """The talking point of ``item`` with the id ``number``; ``points`` must be loaded."""
    return next((point for point in item.points if point.id == number), None)


def find_question(item: ProgrammeItem, number: int) -> AnticipatedQuestion | None:
    """The anticipated question of ``item`` with the id ``number``; ``questions`` must be loaded."""
    return next((question for question in item.questions if question.id == number), None)
