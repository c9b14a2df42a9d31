"""How the talking points of a programme item change, and the questions that are expected there."""

from typing import Any, TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.order import place_in_order
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.visit import AnticipatedQuestion, Likelihood, ProgrammeItem, TalkingPoint
from partnerships.permissions import Viewer, ensure_may


class PointDetails(TypedDict, total=False):
    """What is said of a talking point; ``position`` is its place among the points, from 1."""

    likelihood: Likelihood
    topic_ko: str | None
    topic_en: str | None
    point_ko: str | None
    point_en: str | None
    background_ko: str | None
    background_en: str | None
    position: int | None


class QuestionDetails(TypedDict, total=False):
    """What is said of an anticipated question; ``position`` is its place among the questions, from 1."""

    question_ko: str | None
    question_en: str | None
    answer_ko: str | None
    answer_en: str | None
    position: int | None


def add_point(actor: Viewer, item: ProgrammeItem, **details: Unpack[PointDetails]) -> TalkingPoint:
    """Add a talking point to ``item``."""
    with transaction(actor, "add_point"):
        ensure_may(actor, "visit.write", item.visit)
        point = TalkingPoint(item_id=item.id, position=0, likelihood=Likelihood.POSSIBLE)
        _apply_point(item, point, details)
        add(point)
    return point


def revise_point(
    actor: Viewer, item: ProgrammeItem, point: TalkingPoint, version: int | None = None, **details: Unpack[PointDetails]
) -> None:
    """Change a talking point."""
    with transaction(actor, "revise_point"):
        ensure_may(actor, "visit.write", item.visit)
        at_version(point, version)
        _apply_point(item, point, details)


def archive_point(actor: Viewer, item: ProgrammeItem, point: TalkingPoint) -> None:
    """Take a talking point out."""
    with transaction(actor, "archive_point"):
        ensure_may(actor, "visit.write", item.visit)
        put_away(point)


def add_question(actor: Viewer, item: ProgrammeItem, **details: Unpack[QuestionDetails]) -> AnticipatedQuestion:
    """Add a question that is expected at ``item``."""
    with transaction(actor, "add_question"):
        ensure_may(actor, "visit.write", item.visit)
        question = AnticipatedQuestion(item_id=item.id, position=0)
        _apply_question(item, question, details)
        add(question)
    return question


def revise_question(
    actor: Viewer,
    item: ProgrammeItem,
    question: AnticipatedQuestion,
    version: int | None = None,
    **details: Unpack[QuestionDetails],
) -> None:
    """Change an anticipated question or its answer."""
    with transaction(actor, "revise_question"):
        ensure_may(actor, "visit.write", item.visit)
        at_version(question, version)
        _apply_question(item, question, details)


def archive_question(actor: Viewer, item: ProgrammeItem, question: AnticipatedQuestion) -> None:
    """Take an anticipated question out."""
    with transaction(actor, "archive_question"):
        ensure_may(actor, "visit.write", item.visit)
        put_away(question)


def _apply_point(item: ProgrammeItem, point: TalkingPoint, details: PointDetails) -> None:
    after: dict[str, Any] = {
        **{name: getattr(point, name) for name in ("likelihood", "topic_ko", "topic_en")},
        **details,
    }
    require_either(after, "topic_ko", "topic_en", message=N_("Enter a topic in Korean or in English."))
    if after["likelihood"] is None:
        raise Invalid("likelihood", N_("Choose how likely it comes up."))
    wanted = details.pop("position", None)
    assign(point, details)
    place_in_order(point, item.points, wanted)


def _apply_question(item: ProgrammeItem, question: AnticipatedQuestion, details: QuestionDetails) -> None:
    after = {**{name: getattr(question, name) for name in ("question_ko", "question_en")}, **details}
    require_either(after, "question_ko", "question_en", message=N_("Enter the question in Korean or in English."))
    wanted = details.pop("position", None)
    assign(question, details)
    place_in_order(question, item.questions, wanted)
