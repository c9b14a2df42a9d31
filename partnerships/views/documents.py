"""Pages of documents: the list, a document with its versions, its file, and its forms."""

from typing import Any

from flask import Blueprint, Response, render_template, request, send_file, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from partnerships.adapters.files import FileStore, Upload
from partnerships.commands import document as commands
from partnerships.errors import Invalid, NotAllowed, NotFound
from partnerships.forms.document import DocumentDetailsForm, DocumentForm
from partnerships.languages import N_
from partnerships.models.document import Document, DocumentKind
from partnerships.models.partnership import Partnership
from partnerships.permissions import may
from partnerships.queries import document as queries
from partnerships.queries.agreement.evidence import list_shown_by
from partnerships.queries.audit import history_of
from partnerships.web import listing
from partnerships.web.addresses import record_url
from partnerships.web.current import language, settings, viewer
from partnerships.web.guards import requires
from partnerships.web.listing import Column
from partnerships.web.saving import ViewersPicker, done, saving, show_form, told

blueprint = Blueprint("documents", __name__, url_prefix="/documents")

ONE = "/<reference('DOC'):reference>"


listing.add_list_pages(
    blueprint,
    listing.Listing(
        title=N_("Documents"),
        action="document.read",
        template="documents/list.html",
        filter=queries.DocumentFilter,
        listed=queries.documents_listed,
        conditions=(
            listing.Words("q", N_("Title or file name"), "text"),
            listing.choice("kind", N_("Kind"), DocumentKind),
            listing.yes_or_no("file", N_("File"), N_("Original held"), N_("Original not held"), "held"),
            listing.year(N_("Year"), lambda: queries.list_document_years(viewer())),
            listing.ARCHIVED,
        ),
        orders=queries.ORDERS,
        order="-recorded",
        beside=lambda _rows: {"record_url": record_url},
        columns=(
            Column(N_("Number"), "reference", 12),
            Column(N_("Document"), "title", 44),
            Column(N_("Title in the other language"), listing.unlike("title_other", "title"), 44),
            Column(N_("Kind"), "kind", 18),
            Column(N_("Language"), lambda one, _: queries.language_name(one.language, language()), 12),
            Column(N_("Date"), "dated_on", is_dated=True),
            Column(N_("Belongs to"), "owner_name", 32),
            Column(N_("Number of the record"), "owner_reference", 16),
            Column(N_("Original held"), lambda one, _: bool(one.has_file), 10),
            Column(N_("File name"), "file_name", 28),
            Column(N_("Size in bytes"), "size", 12),
            Column(N_("Disclosure"), "disclosure", 10),
            Column(N_("Source"), "source", 30),
        ),
    ),
)


@blueprint.get(ONE)
@requires("document.read")
def show(reference: str) -> str:
    """A document: what it is, its file and its versions."""
    document = queries.get_document(viewer(), reference)
    shown = list_shown_by(viewer(), document)
    return render_template("documents/show.html", shown=shown, **_framed(document))


@blueprint.get(f"{ONE}/history")
@requires("document.read")
def history(reference: str) -> str:
    """Who changed what of a document."""
    document = queries.get_document(viewer(), reference)
    return render_template("documents/history.html", entries=history_of(document), **_framed(document))


def _framed(document: Document) -> dict[str, Any]:
    """What every page of a document shows around its contents."""
    versions = queries.list_versions(viewer(), document)
    newer = [one for one in versions if one.supersedes_id == document.id and not one.is_archived]
    owner = queries.owner_of(document)
    return {
        "document": document,
        "versions": versions,
        "newer": newer[0] if newer else None,
        "owner": owner,
        "owner_url": record_url(queries.address_of(owner)),
        "owner_name": _name_of(owner),
        "language_name": queries.language_name(document.language, language()),
    }


def _name_of(owner: queries.Owner) -> str:
    if isinstance(owner, Partnership):
        return str(gettext("Partnership with %(city)s", city=owner.partner.name.text(language())))
    return str((owner.title if hasattr(owner, "title") else owner.name).text(language()))


@blueprint.get(f"{ONE}/file")
@requires("document.read")
def download(reference: str) -> Response:
    """The file of a document, to be saved: a browser never opens it as a page of ours."""
    document = queries.get_document(viewer(), reference)
    place = _store().path_of(document.sha256) if document.sha256 else None
    if place is None or not place.is_file():
        raise NotFound(N_("There is no such file."))
    response = send_file(
        place,
        mimetype=document.media_type,
        as_attachment=True,
        download_name=document.file_name,
        conditional=False,
        etag=False,
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _store() -> FileStore:
    return FileStore(settings().file_store, settings().upload_limit)


@blueprint.route("/new", methods=["GET", "POST"])
@requires("document.write")
def create() -> AnyResponse | tuple[str, int]:
    """List a document on the record that the address names (``?for=AGR-2013-001``)."""
    owner = queries.get_owner(viewer(), request.args.get("for", ""))
    record = queries.record_of(owner)
    if not may(viewer(), "document.write", record):
        raise NotAllowed(N_("Your account may not do this."))
    position = len(queries.documents_of(viewer(), owner)) + 1
    initial = {"disclosure": record.disclosure, "owner": viewer(), "position": position}
    form = DocumentForm(picker=ViewersPicker(), data=initial)
    if form.validate_on_submit():
        with saving(form):
            document = commands.record_document(viewer(), owner, **_details(form))
            return done(N_("Saved."), url_for("documents.show", reference=document.reference))
        owner = queries.get_owner(viewer(), request.args.get("for", ""))
    address = record_url(queries.address_of(owner))
    return show_form("documents/edit.html", form, cancel_url=address, owner_name=_name_of(owner), owner_url=address)


@blueprint.route(f"{ONE}/versions/new", methods=["GET", "POST"])
@requires("document.write")
def create_version(reference: str) -> AnyResponse | tuple[str, int]:
    """Add a newer version of a document."""
    document = queries.get_document(viewer(), reference)
    form = DocumentForm(obj=document, picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            newer = commands.supersede_document(viewer(), document, **_details(form))
            return done(N_("Saved."), url_for("documents.show", reference=newer.reference))
        document = queries.get_document(viewer(), reference)
    return show_form("documents/new_version.html", form, document, **_above(document))


@blueprint.route(f"{ONE}/edit", methods=["GET", "POST"])
@requires("document.write")
def edit(reference: str) -> AnyResponse | tuple[str, int]:
    """Change what is said of a document, or attach the file that was missing."""
    document = queries.get_document(viewer(), reference)
    form = (DocumentDetailsForm if document.has_file else DocumentForm)(obj=document, picker=ViewersPicker())
    if form.validate_on_submit():
        with saving(form):
            commands.revise_document(viewer(), document, form.version.number, **_details(form))
            return done(N_("Saved."), url_for("documents.show", reference=reference))
        document = queries.get_document(viewer(), reference)
    return show_form("documents/edit.html", form, document, **_above(document))


def _details(form: DocumentDetailsForm) -> dict[str, Any]:
    """What the form says, its file as one on its way into the store."""
    details = form.details()
    sent = details.pop("file", None)
    if sent is not None:
        details["file"] = Upload(sent.filename, sent.stream, _store())
    return details


def _above(document: Document) -> dict[str, str]:
    """The pages above a document's form, and where cancelling leads."""
    owner = queries.owner_of(document)
    return {
        "cancel_url": url_for("documents.show", reference=document.reference),
        "owner_name": _name_of(owner),
        "owner_url": record_url(queries.address_of(owner)),
    }


@blueprint.post(f"{ONE}/archive")
@requires("document.write")
def archive(reference: str) -> AnyResponse | tuple[str, int]:
    """Put a document away."""
    address = url_for("documents.show", reference=reference)
    try:
        commands.archive_document(viewer(), queries.get_document(viewer(), reference))
    except Invalid as error:
        return render_template("errors/refused.html", message=told(error), back=address), 422
    return done(N_("Archived."), address)


@blueprint.post(f"{ONE}/restore")
@requires("document.write")
def restore(reference: str) -> AnyResponse:
    """Bring a document back."""
    commands.restore_document(viewer(), queries.get_document(viewer(), reference))
    return done(N_("Restored."), url_for("documents.show", reference=reference))
