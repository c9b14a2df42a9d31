"""Documents, of which the office holds the file or not."""

from hashlib import sha256
from typing import Any

from partnerships.models.document import Document, DocumentKind
from partnerships.models.types import PartialDate
from tests.factories.saving import number, save, with_defaults


def make_document(**details: Any) -> Document:
    """A document without a file; its owner (``city=…``, ``agreement=…``) is needed."""
    one = number()
    defaults = {
        "kind": DocumentKind.AGREEMENT_TEXT,
        "title_ko": f"양해각서 원문 {one}",
        "title_en": f"Text of the memorandum {one}",
        "language": "ko",
        "dated_on": PartialDate.parse("2013-10-21"),
        "source": "국제협력과 보존문서",
    }
    return save(Document(**with_defaults(defaults, details)))


def make_filed_document(contents: bytes = b"%PDF-1.7 test", **details: Any) -> Document:
    """A document with the facts of a PDF; the file itself is put into the store by who needs it there."""
    defaults = {
        "file_name": "memorandum.pdf",
        "media_type": "application/pdf",
        "size": len(contents),
        "sha256": sha256(contents).hexdigest(),
    }
    return make_document(**with_defaults(defaults, details))
