"""The catalogue of papers: for each kind what it is made of, and how that is gathered and composed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from partnerships.briefs.after_action_report import AfterActionReport
from partnerships.briefs.composing.after_action_report import compose_after_action_report
from partnerships.briefs.composing.event_summary import compose_event_summary
from partnerships.briefs.composing.my_programme import compose_my_programme
from partnerships.briefs.composing.visit_book import compose_visit_book
from partnerships.briefs.event_summary import EventSummary
from partnerships.briefs.my_programme import MyProgramme
from partnerships.briefs.paper import Edition, Paper
from partnerships.briefs.visit_book import VisitBook
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
        PaperKind(BriefKind.VISIT_BOOK, VisitBook, queries.get_book, compose_visit_book),
        PaperKind(
            BriefKind.MY_PROGRAMME, MyProgramme, queries.get_participation, compose_my_programme, numbered="member"
        ),
        PaperKind(
            BriefKind.AFTER_ACTION_REPORT, AfterActionReport, queries.get_after_action, compose_after_action_report
        ),
    )
}


def paper_of(kind: BriefKind, values: Mapping[str, Any]) -> Paper:
    """The paper that was issued as ``values``."""
    return KINDS[kind].paper.from_values(values)
