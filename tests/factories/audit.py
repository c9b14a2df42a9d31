"""Entries of the audit trail. They write themselves; these are for what only happened long ago."""

from typing import Any

from partnerships.adapters.clock import utc_now
from partnerships.models.audit import AuditEntry
from partnerships.models.base import Record
from tests.factories.saving import save, with_defaults


def make_entry(record: Record, **details: Any) -> AuditEntry:
    """An entry that the system made on ``record``."""
    table = record.__table__.name
    defaults = {
        "at": utc_now(),
        "act": "record_city",
        "record_table": table,
        "record_id": record.id,
        "row_table": table,
        "row_id": record.id,
        "changes": {"note": [None, "비고"]},
    }
    return save(AuditEntry(**with_defaults(defaults, details)))
