"""How briefs are issued: composed, printed, frozen with their values, and never changed again."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from partnerships.adapters.files import FileStore
from partnerships.briefs import html
from partnerships.briefs.kinds import PaperKind
from partnerships.briefs.paper import Edition as PaperEdition
from partnerships.briefs.paper import Paper, State
from partnerships.briefs.pdf.client import render_pdf
from partnerships.commands.records import add
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_, Language
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.brief import Brief, BriefKind, Edition
from partnerships.permissions import SYSTEM, ensure_may
from partnerships.queries.brief import Subject, find_latest

# What issuing is called in the history.
ACTS: Final[dict[BriefKind, str]] = {
    BriefKind.EVENT_SUMMARY: "issue_event_summary",
    BriefKind.VISIT_BOOK: "issue_visit_book",
    BriefKind.MY_PROGRAMME: "issue_my_programme",
    BriefKind.AFTER_ACTION_REPORT: "issue_after_action_report",
}


def draft(kind: PaperKind, subject: Subject, language: Language, edition: Edition, as_of: date) -> Paper:
    """The paper as it would be issued now. A restricted visit has no public edition."""
    if edition is Edition.PUBLIC and subject.visit.disclosure is Disclosure.RESTRICTED:
        raise Invalid(None, N_("A restricted visit has no public edition."))
    return kind.compose(subject, language, PaperEdition(edition.value), as_of)


def print_paper(paper: Paper, renderer: Path | None) -> bytes:
    """The PDF of ``paper``; ``renderer`` is the running renderer's socket."""
    return render_pdf(
        html.render_document(paper),
        values=paper.to_values(),
        name=file_name(paper),
        as_of=paper.as_of,
        renderer=renderer,
    )


def file_name(paper: Paper) -> str:
    """The name of the paper's file without its ending: its reference, or that it is a draft."""
    return paper.reference or f"{paper.KIND}-draft-{paper.language}"


def issue(
    actor: User,
    kind: PaperKind,
    subject: Subject,
    *,
    language: Language,
    edition: Edition,
    as_of: date,
    store: FileStore,
    renderer: Path | None,
) -> Brief:
    """Issue a paper: its bytes and values are frozen, and it supersedes the one before it."""
    visit = subject.visit
    with transaction(actor, ACTS[kind.kind]):
        ensure_may(actor, "brief.issue", visit)
        if edition is Edition.PUBLIC:
            ensure_may(actor, "brief.issue_public", visit)
        before = find_latest(SYSTEM, subject, kind.kind, edition, language)
        brief = Brief(kind=kind.kind, edition=edition, language=language)
        give_reference(brief, as_of)
        paper = _as_issued(
            draft(kind, subject, language, edition, as_of).for_keeping(), brief, actor, before, _zone_of(subject)
        )
        kept = store.keep(BytesIO(print_paper(paper, renderer)))
        brief.title = paper.title
        brief.as_of = as_of
        brief.issued_at = brief.created_at
        brief.issued_by_id = actor.id
        brief.visit_id = visit.id
        brief.programme_item_id = subject.item.id if subject.item else None
        brief.member_id = subject.member.id if subject.member else None
        brief.home_id = visit.home_id
        brief.department_id = visit.department_id
        brief.owner_id = actor.id
        brief.disclosure = Disclosure[paper.classification.name]
        brief.supersedes_id = before.id if before else None
        brief.values = paper.to_values()
        brief.sha256 = kept.sha256
        brief.size = kept.size
        add(brief)
    return brief


def _zone_of(subject: Subject) -> str:
    """The clock by which the paper says when it was issued: that of the home side, where it is read."""
    home = subject.visit.home
    return (home.zone if home else None) or (subject.item.zone if subject.item else None) or "UTC"


def _as_issued(draft: Paper, brief: Brief, actor: User, before: Brief | None, zone: str) -> Paper:
    issued_at: datetime = brief.created_at
    return replace(
        draft,
        state=State.ISSUED,
        reference=brief.reference,
        issued_at=issued_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None),
        issued_by=actor.name,
        supersedes=before.reference if before else "",
    )
