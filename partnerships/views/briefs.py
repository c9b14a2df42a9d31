"""Pages of briefs: the preview beside its checklist, the draft's PDF, issuing, what changed, and what was issued."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from flask import Blueprint, Response, abort, render_template, request, send_file, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as BaseResponse

from partnerships.adapters.files import FileStore
from partnerships.briefs.comparing import changes_between
from partnerships.briefs.html import render_sheet
from partnerships.briefs.kinds import KINDS, PaperKind, paper_of
from partnerships.briefs.paper import Paper
from partnerships.commands import brief as commands
from partnerships.languages import N_, Language
from partnerships.models.brief import Brief, BriefKind, Edition
from partnerships.models.visit import Visit
from partnerships.permissions import may_read_internal, may_see
from partnerships.queries import brief as queries
from partnerships.web.current import language, page_number, settings, today, viewer
from partnerships.web.guards import requires
from partnerships.web.saving import done

blueprint = Blueprint("briefs", __name__)

VISIT: Final = "/visits/<reference('VIS'):reference>"
ONE: Final = "/briefs/<reference('BRF'):reference>"
# Where the draft of each kind is. Its endpoints follow from the kind: event_summary, event_summary_pdf,
# event_summary_changes and issue_event_summary.
ADDRESSES: Final[Mapping[BriefKind, str]] = {
    BriefKind.EVENT_SUMMARY: f"{VISIT}/<int:number>/event-summary",
    BriefKind.VISIT_BOOK: f"{VISIT}/book",
    BriefKind.MY_PROGRAMME: f"{VISIT}/members/<int:number>/programme",
    BriefKind.AFTER_ACTION_REPORT: f"{VISIT}/report",
}


@dataclass(frozen=True)
class _Choice:
    """Which paper is asked for: its language and edition, by default the reader's own and the internal one."""

    language: Language
    edition: Edition

    @classmethod
    def asked(cls, visit: Visit) -> "_Choice":
        """Of a visit of another home side there is the public edition alone."""
        wanted_language, wanted_edition = request.values.get("language"), request.values.get("edition")
        editions = _editions(visit)
        return cls(
            Language(wanted_language) if wanted_language in list(Language) else language(),
            next((one for one in editions if one == wanted_edition), editions[0]),
        )

    def draft(self, kind: PaperKind, subject: queries.Subject) -> Paper:
        return commands.draft(kind, subject, self.language, self.edition, today())

    def latest(self, kind: PaperKind, subject: queries.Subject) -> Brief | None:
        return queries.find_latest(viewer(), subject, kind.kind, self.edition, self.language)


@blueprint.get("/briefs", endpoint="list")
@requires("brief.print")
def list_all() -> str:
    """Issued briefs, the latest first."""
    text = request.args.get("q")
    return render_template("briefs/list.html", page=queries.list_briefs(viewer(), text, page_number()), text=text)


def _add_pages(kind: PaperKind, address: str) -> None:
    """The pages of the draft of one kind: preview, PDF, what changed since it was issued last, and issuing."""
    name = kind.kind.value

    def gather(reference: str, number: int) -> queries.Subject:
        return kind.gather(viewer(), reference, number)

    @requires("brief.print")
    def preview(reference: str, number: int = 0) -> str:
        """The paper as it would be issued now, beside the list of what it lacks."""
        subject = gather(reference, number)
        choice = _Choice.asked(subject.visit)
        paper, latest = choice.draft(kind, subject), choice.latest(kind, subject)
        return _page(
            "briefs/preview.html",
            kind,
            subject,
            choice,
            paper=paper,
            sheet=render_sheet(paper),
            latest=latest,
            changes=changes_between(_issued(latest), paper.for_keeping()) if latest else (),
            issued=queries.briefs_of_subject(viewer(), subject, kind.kind),
        )

    @requires("brief.print")
    def pdf_of_draft(reference: str, number: int = 0) -> Response:
        """The draft as a PDF."""
        subject = gather(reference, number)
        paper = _Choice.asked(subject.visit).draft(kind, subject)
        return _pdf(commands.print_paper(paper, settings().renderer_socket), commands.file_name(paper))

    @requires("brief.print")
    def changes(reference: str, number: int = 0) -> str:
        """What the draft says otherwise than the paper that was issued last."""
        subject = gather(reference, number)
        choice = _Choice.asked(subject.visit)
        latest = choice.latest(kind, subject)
        if latest is None:
            abort(404)
        sections = changes_between(_issued(latest), choice.draft(kind, subject).for_keeping())
        return _page("briefs/changes.html", kind, subject, choice, latest=latest, sections=sections)

    @requires("brief.issue")
    def issue(reference: str, number: int = 0) -> BaseResponse:
        """Freeze the paper as it stands."""
        subject = gather(reference, number)
        choice = _Choice.asked(subject.visit)
        brief = commands.issue(
            viewer(),
            kind,
            subject,
            language=choice.language,
            edition=choice.edition,
            as_of=today(),
            store=_store(),
            renderer=settings().renderer_socket,
        )
        return done(N_("Issued."), url_for("briefs.show", reference=brief.reference))

    blueprint.add_url_rule(address, name, preview, methods=["GET"])
    blueprint.add_url_rule(f"{address}.pdf", f"{name}_pdf", pdf_of_draft, methods=["GET"])
    blueprint.add_url_rule(f"{address}/changes", f"{name}_changes", changes, methods=["GET"])
    blueprint.add_url_rule(f"{address}/issue", f"issue_{name}", issue, methods=["POST"])


for _kind, _address in ADDRESSES.items():
    _add_pages(KINDS[_kind], _address)


@blueprint.get(ONE)
@requires("brief.print")
def show(reference: str) -> str:
    """An issued brief as it was issued."""
    brief = queries.get_brief(viewer(), reference)
    paper = _issued(brief)
    before = brief.supersedes if brief.supersedes and may_see(viewer(), brief.supersedes) else None
    return render_template(
        "briefs/show.html",
        brief=brief,
        sheet=render_sheet(paper),
        sections=changes_between(_issued(before), paper) if before else (),
        newer=queries.find_newer(viewer(), brief),
    )


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


def _issued(brief: Brief) -> Paper:
    return paper_of(brief.kind, brief.values)


def _page(template: str, kind: PaperKind, subject: queries.Subject, choice: _Choice, **context: Any) -> str:
    """A page of a draft; ``address`` names it, ``chosen`` is which edition of it in which language."""
    address: dict[str, Any] = {"reference": subject.visit.reference}
    if kind.numbered:
        address["number"] = (request.view_args or {})["number"]
    return render_template(
        template,
        crumbs=_crumbs(subject),
        kind=kind,
        subject=subject,
        choice=choice,
        address=address,
        chosen={"language": choice.language.value, "edition": choice.edition.value},
        languages=Language,
        editions=_editions(subject.visit),
        **context,
    )


def _editions(visit: Visit) -> Sequence[Edition]:
    """The editions that the reader may have, the usual one first."""
    return tuple(Edition) if may_read_internal(viewer(), visit) else (Edition.PUBLIC,)


def _crumbs(subject: queries.Subject) -> list[tuple[str, str]]:
    """The pages above a draft: its visit, and the item of the programme that it is about."""
    reference = subject.visit.reference
    crumbs = [
        (gettext("Visits"), url_for("visits.list")),
        (subject.visit.title.text(language()), url_for("visits.show", reference=reference)),
    ]
    if subject.item is None:
        return [*crumbs, (gettext("Papers"), url_for("visits.briefs", reference=reference))]
    address = url_for("visits.item", reference=reference, number=subject.item.number)
    return [*crumbs, (subject.item.title.text(language()), address)]


def _pdf(content: bytes, name: str) -> Response:
    response = Response(content, mimetype="application/pdf")
    response.headers.set("Content-Disposition", "inline", filename=f"{name}.pdf")
    return response
