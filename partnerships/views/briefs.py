"""Pages of briefs: the preview beside its checklist, the draft's PDF, issuing, and what was issued."""

from typing import Any

from flask import Blueprint, Response, abort, render_template, request, send_file, url_for
from werkzeug.wrappers import Response as BaseResponse

from partnerships.adapters.files import FileStore
from partnerships.briefs.event_summary import EventSummary
from partnerships.briefs.html import render_sheet
from partnerships.commands import brief as commands
from partnerships.languages import N_, Language
from partnerships.models.brief import Edition
from partnerships.queries import brief as queries
from partnerships.web.current import language, page_number, settings, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import done

blueprint = Blueprint("briefs", __name__)

EVENT = "/visits/<reference('VIS'):reference>/<int:number>/event-summary"
ONE = "/briefs/<reference('BRF'):reference>"


@blueprint.get("/briefs", endpoint="list")
@requires("brief.print")
def list_all() -> str:
    """Issued briefs, the latest first."""
    text = request.args.get("q")
    return render_template("briefs/list.html", page=queries.list_briefs(viewer(), text, page_number()), text=text)


@blueprint.get(EVENT)
@requires("brief.print")
def event_summary(reference: str, number: int) -> str:
    """The event summary as it would be issued now, beside the list of what it lacks."""
    event = queries.get_event(viewer(), reference, number)
    summary = _draft(event)
    return render_template(
        "briefs/preview.html",
        event=event,
        summary=summary,
        sheet=render_sheet(summary),
        issued=queries.briefs_of_item(viewer(), event.item),
        choice=_choice(),
        languages=Language,
        editions=Edition,
    )


@blueprint.get(f"{EVENT}.pdf")
@requires("brief.print")
def event_summary_pdf(reference: str, number: int) -> Response:
    """The draft as a PDF."""
    summary = _draft(queries.get_event(viewer(), reference, number))
    return _pdf(commands.print_event_summary(summary, settings().renderer_socket), commands.file_name(summary))


@blueprint.post(f"{EVENT}/issue")
@requires("brief.issue")
def issue_event_summary(reference: str, number: int) -> BaseResponse:
    """Freeze the event summary as it stands."""
    brief = commands.issue_event_summary(
        viewer(),
        queries.get_event(viewer(), reference, number),
        as_of=today(),
        store=_store(),
        renderer=settings().renderer_socket,
        **_choice(),
    )
    return done(N_("Issued."), url_for("briefs.show", reference=brief.reference))


@blueprint.get(ONE)
@requires("brief.print")
def show(reference: str) -> str:
    """An issued brief as it was issued."""
    brief = queries.get_brief(viewer(), reference)
    sheet = render_sheet(EventSummary.from_values(brief.values))
    newer = queries.find_newer(viewer(), brief)
    return render_template("briefs/show.html", brief=brief, sheet=sheet, newer=newer)


@blueprint.get(f"{ONE}.pdf")
@requires("brief.print")
def pdf(reference: str) -> BaseResponse:
    """The very bytes that were issued."""
    brief = queries.get_brief(viewer(), reference)
    path = _store().path_of(brief.sha256)
    if not path.is_file():
        abort(404)
    return send_file(path, mimetype="application/pdf", download_name=f"{reference}.pdf")


def _store() -> FileStore:
    return FileStore(settings().file_store, settings().upload_limit)


def _choice() -> dict[str, Any]:
    """Language and edition asked for: by default the reader's own, and the internal one."""
    wanted_language = request.values.get("language")
    wanted_edition = request.values.get("edition")
    return {
        "language": Language(wanted_language) if wanted_language in list(Language) else language(),
        "edition": Edition(wanted_edition) if wanted_edition in list(Edition) else Edition.INTERNAL,
    }


def _draft(event: queries.Event) -> EventSummary:
    return commands.draft_event_summary(event, as_of=today(), **_choice())


def _pdf(content: bytes, name: str) -> Response:
    response = Response(content, mimetype="application/pdf")
    response.headers.set("Content-Disposition", "inline", filename=f"{name}.pdf")
    return response
