"""How briefs are issued: composed, printed, frozen with their values, and never changed again."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from partnerships.adapters.files import FileStore
from partnerships.briefs import composing, html
from partnerships.briefs.event_summary import Classification, EventSummary, State
from partnerships.briefs.event_summary import Edition as PaperEdition
from partnerships.briefs.pdf.client import render_pdf
from partnerships.commands.records import add
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_, Language
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.brief import Brief, BriefKind, Edition
from partnerships.permissions import ensure_may
from partnerships.queries.brief import Event, find_latest


def draft_event_summary(event: Event, language: Language, edition: Edition, as_of: date) -> EventSummary:
    """The event summary as it would be issued now. A restricted visit has no public edition."""
    if edition is Edition.PUBLIC and event.visit.disclosure is Disclosure.RESTRICTED:
        raise Invalid(None, N_("A restricted visit has no public edition."))
    return composing.compose_event_summary(event, language, PaperEdition(edition.value), as_of)


def print_event_summary(summary: EventSummary, renderer: Path | None) -> bytes:
    """The PDF of ``summary``; ``renderer`` is the running renderer's socket."""
    return render_pdf(
        html.render_document(summary),
        values=summary.to_values(),
        name=file_name(summary),
        as_of=summary.as_of,
        renderer=renderer,
    )


def file_name(summary: EventSummary) -> str:
    """The name of the paper's file without its ending: its reference, or that it is a draft."""
    return summary.reference or f"event-summary-draft-{summary.language}"


def issue_event_summary(
    actor: User,
    event: Event,
    *,
    language: Language,
    edition: Edition,
    as_of: date,
    store: FileStore,
    renderer: Path | None,
) -> Brief:
    """Issue the event summary of ``event``: its bytes and values are frozen, and it supersedes the one before it."""
    with transaction(actor, "issue_event_summary"):
        ensure_may(actor, "brief.issue", event.visit)
        if edition is Edition.PUBLIC:
            ensure_may(actor, "brief.issue_public", event.visit)
        before = find_latest(event.item, BriefKind.EVENT_SUMMARY, edition, language)
        brief = Brief(kind=BriefKind.EVENT_SUMMARY, edition=edition, language=language)
        give_reference(brief, as_of)
        summary = _as_issued(
            draft_event_summary(event, language, edition, as_of),
            brief.reference,
            actor,
            before,
            brief.created_at,
            (event.visit.home.zone if event.visit.home else None) or event.item.zone,
        )
        pdf = print_event_summary(summary, renderer)
        kept = store.keep(BytesIO(pdf))
        brief.title = summary.title
        brief.as_of = as_of
        brief.issued_at = brief.created_at
        brief.issued_by_id = actor.id
        brief.visit_id = event.visit.id
        brief.programme_item_id = event.item.id
        brief.home_id = event.visit.home_id
        brief.department_id = event.visit.department_id
        brief.owner_id = actor.id
        brief.disclosure = _disclosure_of(summary)
        brief.supersedes_id = before.id if before else None
        brief.values = summary.to_values()
        brief.sha256 = kept.sha256
        brief.size = kept.size
        add(brief)
    return brief


def _as_issued(
    draft: EventSummary, reference: str, actor: User, before: Brief | None, issued_at: datetime, home_zone: str
) -> EventSummary:
    return replace(
        draft,
        state=State.ISSUED,
        reference=reference,
        issued_at=issued_at.astimezone(ZoneInfo(home_zone)).replace(tzinfo=None),
        issued_by=actor.name,
        supersedes=before.reference if before else "",
    )


def _disclosure_of(summary: EventSummary) -> Disclosure:
    return Disclosure[Classification(summary.classification).name]
