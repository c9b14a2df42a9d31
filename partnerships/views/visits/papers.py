"""The papers of a visit: which can be made, what each lacks, when it was issued last and whether it changed since."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import url_for

from partnerships.briefs.composing.visit_book import compose_visit_book
from partnerships.briefs.kinds import KINDS
from partnerships.briefs.paper import Edition
from partnerships.briefs.visit_book import VisitBook
from partnerships.models.brief import Brief, BriefKind
from partnerships.models.visit import Visit
from partnerships.permissions import may_read_internal
from partnerships.queries.audit import last_change_of
from partnerships.queries.brief import briefs_of_visit, get_book
from partnerships.queries.visit import members_of
from partnerships.views.visits.blueprint import ONE, blueprint, visit_page
from partnerships.web.current import language, today, viewer
from partnerships.web.guards import requires


@dataclass(frozen=True)
class Line:
    """One paper that can be made: its kind's name, what it is about, where, what it lacks if that is known."""

    name: str
    about: str
    url: str
    pdf_url: str
    gaps: int | None
    latest: Brief | None
    is_older: bool


@blueprint.get(f"{ONE}/briefs")
@requires("brief.print")
def briefs(reference: str) -> str:
    """The papers of a visit, and those that were issued of it."""
    gathered = get_book(viewer(), reference)
    visit = gathered.visit
    edition = Edition.INTERNAL if may_read_internal(viewer(), visit) else Edition.PUBLIC
    book = compose_visit_book(gathered, language(), edition, today())
    issued = briefs_of_visit(viewer(), visit)
    lines = list(_Lines(visit, book, issued).all())
    return visit_page("visits/briefs.html", visit, lines=lines, issued=issued)


class _Lines:
    """Puts the lines together; the history of the visit says whether anything changed since a paper was issued."""

    def __init__(self, visit: Visit, book: VisitBook, issued: Sequence[Brief]) -> None:
        self.visit = visit
        self.book = book
        self.issued = issued
        self.changed = last_change_of(visit)

    def all(self) -> Iterator[Line]:
        """The papers of the whole visit, then those of its items, then those of its members."""
        for kind in (BriefKind.VISIT_BOOK, BriefKind.AFTER_ACTION_REPORT):
            if kind in KINDS:
                gaps = len(self.book.gaps) if kind is BriefKind.VISIT_BOOK else None
                yield self._line(kind, self.visit.title.text(language()), gaps)
        if BriefKind.EVENT_SUMMARY in KINDS:
            for item in self.visit.items:
                if not item.is_archived:
                    gaps = self.book.gaps_of_item(item.number)
                    yield self._line(BriefKind.EVENT_SUMMARY, item.title.text(language()), gaps, item=item.number)
        if BriefKind.MY_PROGRAMME in KINDS:
            for delegation in self.visit.delegations:
                for member in () if delegation.is_archived else members_of(delegation):
                    if member.count is None:
                        name = member.person.name if member.person else member.title
                        yield self._line(BriefKind.MY_PROGRAMME, name.text(language()), None, member=member.id)

    def _line(
        self, kind: BriefKind, about: str, gaps: int | None, item: int | None = None, member: int | None = None
    ) -> Line:
        address: dict[str, object] = {"reference": self.visit.reference}
        if item or member:
            address["number"] = item or member
        latest = next((one for one in self.issued if self._is_about(one, kind, item, member)), None)
        return Line(
            name=KINDS[kind].paper.NAME,
            about=about,
            url=url_for(f"briefs.{kind.value}", **address),  # type: ignore[arg-type]  # words and numbers
            pdf_url=url_for(f"briefs.{kind.value}_pdf", **address),  # type: ignore[arg-type]  # the same
            gaps=gaps,
            latest=latest,
            is_older=latest is not None and self.changed is not None and latest.issued_at < self.changed,
        )

    @staticmethod
    def _is_about(brief: Brief, kind: BriefKind, item: int | None, member: int | None) -> bool:
        of_item = brief.programme_item.number if brief.programme_item else None
        return brief.kind is kind and of_item == item and brief.member_id == member
