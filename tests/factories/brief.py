"""Issued briefs."""

from datetime import date
from hashlib import sha256
from typing import Any

from partnerships.adapters.clock import utc_now
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.brief import Brief, BriefKind, Edition
from partnerships.models.visit import ProgrammeItem, Visit
from tests.factories.saving import save, with_defaults


def make_brief(visit: Visit, issued_by: User, item: ProgrammeItem | None = None, **details: Any) -> Brief:
    """The internal event summary of a programme item of ``visit``, as issued by ``issued_by``."""
    defaults = {
        "kind": BriefKind.EVENT_SUMMARY,
        "edition": Edition.INTERNAL,
        "language": Language.KOREAN,
        "title": "우호협력 강화 양해각서 체결",
        "as_of": date(2013, 10, 21),
        "issued_at": utc_now(),
        "issued_by": issued_by,
        "programme_item": item,
        "values": {},
        "sha256": sha256(b"%PDF-1.7 test").hexdigest(),
        "size": 13,
        "pages": 1,
        "home_id": visit.home_id,
    }
    brief = Brief(visit=visit, **with_defaults(defaults, details))
    return save(brief, brief.as_of)
