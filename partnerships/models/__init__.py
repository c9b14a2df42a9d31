"""What is recorded: one noun a file. Importing this package maps every table."""

from partnerships.models import (
    account,
    agreement,
    audit,
    brief,
    city,
    cooperation_area,
    document,
    organisation,
    partnership,
    person,
    reference,
    saved_view,
    visit,
)

__all__ = [
    "account",
    "agreement",
    "audit",
    "brief",
    "city",
    "cooperation_area",
    "document",
    "organisation",
    "partnership",
    "person",
    "reference",
    "saved_view",
    "visit",
]
