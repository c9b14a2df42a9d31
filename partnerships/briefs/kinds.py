"""The catalogue of papers: for each kind what it is made of, and how that is gathered and composed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from partnerships.briefs.composing.event_summary import compose_event_summary
from partnerships.briefs.event_summary import EventSummary
from partnerships.briefs.paper import Edition, Paper
from partnerships.languages import Language
from partnerships.models.brief import BriefKind
from partnerships.permissions import Viewer
from partnerships.queries import brief as queries
from partnerships.queries.brief import Subject

# gather(viewer, visit's reference, number of the item or the member): everything of it that the viewer may see.
Gather = Callable[[Viewer, str, int], Subject]
# compose(what was gathered, language, edition, as of)
Compose = Callable[[Any, Language, Edition, date], Paper]


@dataclass(frozen=True)
class PaperKind:
    """One kind of paper. ``numbered`` says what the number after the visit names; without it there is none (0)."""

    kind: BriefKind
    paper: type[Paper]
    gather: Gather
    compose: Compose
    numbered: str | None = None


KINDS: Final[Mapping[BriefKind, PaperKind]] = {
    one.kind: one
    for one in (
        PaperKind(
            BriefKind.EVENT_SUMMARY,
            EventSummary,
            queries.get_event,
            compose_event_summary,
            numbered="item",
        ),
    )
}


def paper_of(kind: BriefKind, values: Mapping[str, Any]) -> Paper:
    """The paper that was issued as ``values``."""
    return KINDS[kind].paper.from_values(values)
