"""What was said, noted and reached at a visit."""

from datetime import UTC, datetime
from typing import Any

from partnerships.models.visit import (
    ItemNote,
    Likelihood,
    Outcome,
    OutcomeKind,
    ProgrammeItem,
    TalkingPoint,
    Visit,
)
from tests.factories.saving import save, with_defaults


def make_outcome(visit: Visit, number: int = 1, **details: Any) -> Outcome:
    """A promise to send each other collections of policies; ``owed_by`` and ``item`` are left open."""
    defaults = {
        "number": number,
        "kind": OutcomeKind.PROMISED,
        "text_ko": "양 도시는 정책 사례집을 교환하기로 하였다.",
        "text_en": "Both cities are to exchange collections of policies.",
    }
    return save(Outcome(visit_id=visit.id, **with_defaults(defaults, details)))


def make_point(item: ProgrammeItem, **details: Any) -> TalkingPoint:
    """A talking point on electronic government; whether it was raised is left open."""
    defaults = {
        "position": 1,
        "likelihood": Likelihood.CERTAIN,
        "topic_ko": "전자정부 협력",
        "topic_en": "Electronic government",
        "point_ko": "전자정부 경험을 나누자고 제안",
        "point_en": "Propose to share what was learned",
    }
    return save(TalkingPoint(item_id=item.id, **with_defaults(defaults, details)))


def make_note(item: ProgrammeItem, **details: Any) -> ItemNote:
    """A note taken while the item went on."""
    defaults = {"written_at": datetime(2013, 10, 21, 0, 30, tzinfo=UTC), "text": "상대 시장이 내년 방문을 제안함."}
    return save(ItemNote(item_id=item.id, **with_defaults(defaults, details)))
