"""How documents change: recorded on what they belong to, revised, superseded, put away and brought back."""

import unicodedata
from pathlib import PurePosixPath
from typing import TypedDict, Unpack

from partnerships.adapters.files import EmptyFile, FileTooLarge, UnknownKind, Upload
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    put_away,
    require_either,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.document import Document, DocumentKind
from partnerships.models.organisation import Organisation
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.document import Owner, find_newer, owner_kind, owner_of, record_of

_LONGEST_NAME = 200


class DocumentDetails(TypedDict, total=False):
    """What an officer says of a document; what is left out stays as it is."""

    kind: DocumentKind
    title_ko: str | None
    title_en: str | None
    language: str | None
    dated_on: PartialDate | None
    source: str | None
    position: int | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


def record_document(
    actor: Viewer, belongs_to: Owner, file: Upload | None = None, **details: Unpack[DocumentDetails]
) -> Document:
    """List a document on what it ``belongs_to``, with its ``file`` or, where the office holds none, without.

    An item of a programme must have its visit loaded. The home side and, unless a narrower one is given, the
    disclosure are those of the record.
    """
    with transaction(actor, "record_document"):
        record = record_of(belongs_to)
        ensure_may(actor, "document.write", record)
        document = _new(actor, belongs_to, details)
        _attach(document, file)
        add(document)
    return document


def revise_document(
    actor: Viewer,
    document: Document,
    version: int | None = None,
    file: Upload | None = None,
    **details: Unpack[DocumentDetails],
) -> None:
    """Change what is said of ``document``, held to the ``version`` that was on the screen.

    A ``file`` completes a document that was listed without one; a file that is there is never replaced.
    """
    with transaction(actor, "revise_document"):
        ensure_may(actor, "document.write", document)
        at_version(document, version)
        if file is not None and document.has_file:
            raise Invalid("file", N_("This document has a file. Add a new version instead."))
        _apply(actor, document, owner_of(document), details)
        _attach(document, file)


def supersede_document(
    actor: Viewer, document: Document, file: Upload | None = None, **details: Unpack[DocumentDetails]
) -> Document:
    """Record a new version of ``document``, which is kept and stays readable."""
    with transaction(actor, "supersede_document"):
        ensure_may(actor, "document.write", document)
        newer = find_newer(document)
        if newer is not None and newer.is_archived:
            raise Invalid(None, N_("The newer version is archived. Restore it, then add the next version to it."))
        if newer is not None:
            raise Invalid(None, N_("There is already a newer version. Add the next version to that one."))
        fresh = _new(actor, owner_of(document), details)
        fresh.supersedes_id = document.id
        _attach(fresh, file)
        add(fresh)
    return fresh


def archive_document(actor: Viewer, document: Document) -> None:
    """Put ``document`` away; only the newest version can be, so that an older one does not come to stand for it."""
    with transaction(actor, "archive_document"):
        ensure_may(actor, "document.write", document)
        newer = find_newer(document)
        if newer is not None and not newer.is_archived:
            raise Invalid(None, N_("Only the newest version of a document can be archived."))
        put_away(document)


def restore_document(actor: Viewer, document: Document) -> None:
    """Bring an archived ``document`` back."""
    with transaction(actor, "restore_document"):
        ensure_may(actor, "document.write", document)
        bring_back(document)


def _new(actor: Viewer, belongs_to: Owner, details: DocumentDetails) -> Document:
    record = record_of(belongs_to)
    document = Document(
        kind=DocumentKind.OTHER,
        position=0,
        disclosure=record.disclosure,
        home_id=record.home_id,
        owner_id=actor.id,
    )
    give_reference(document)
    setattr(document, owner_kind(belongs_to), belongs_to)
    _apply(actor, document, belongs_to, details)
    return document


def _apply(actor: Viewer, document: Document, belongs_to: Owner, details: DocumentDetails) -> None:
    after = {**{name: getattr(document, name) for name in ("title_ko", "title_en")}, **details}
    require_either(after, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
    if details.get("position", 0) is None:
        details["position"] = 0
    disclosure = details.get("disclosure") or document.disclosure
    if disclosure.rank < record_of(belongs_to).disclosure.rank:
        raise Invalid("disclosure", N_("A document cannot be open to more people than the record it belongs to."))
    keep_disclosure_within_reach(actor, document, details.get("disclosure"))
    assign(document, details)


def _attach(document: Document, file: Upload | None) -> None:
    """Keep ``file`` in the store and note it; the store needs no undoing, since it knows files by their contents."""
    if file is None:
        return
    try:
        stored = file.store.keep(file.stream)
    except EmptyFile as error:
        raise Invalid("file", N_("The file is empty.")) from error
    except FileTooLarge as error:
        limit = file.store.limit // (1024 * 1024)
        raise Invalid("file", N_("The file is larger than %(limit)s MB."), limit=limit) from error
    except UnknownKind as error:
        message = N_("Files of this kind are not kept. Attach a PDF, a picture, an HWP or Office file, or plain text.")
        raise Invalid("file", message) from error
    document.file_name = file_name(file.name)
    document.sha256, document.size, document.media_type = stored.sha256, stored.size, stored.media_type


def file_name(name: str) -> str:
    """What the sender called the file, without folders and control signs, shortened before its ending.

    Korean letters are put together: some systems send them taken apart.
    """
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    name = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C").strip(" .") or "document"
    ending = PurePosixPath(name).suffix[:20]
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - len(ending)] + ending
