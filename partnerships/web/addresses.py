"""Where a record's page is, by its reference: for pages that link to records of every kind."""

from flask import url_for

_ENDPOINTS = {
    "ACT": "activities.show",
    "AGR": "agreements.show",
    "ARE": "areas.show",
    "CTY": "cities.show",
    "DOC": "documents.show",
    "GFT": "gifts.show",
    "LTR": "letters.show",
    "ORG": "organisations.show",
    "PER": "people.show",
    "TIE": "partnerships.show",
    "VIS": "visits.show",
}


def record_url(reference: str) -> str:
    """The address of the record with ``reference``, or of a part numbered within one (``VIS-2013-001/2``)."""
    record, slash, number = reference.partition("/")
    return url_for(_ENDPOINTS[record[:3]], reference=record) + slash + number


def commitment_url(reference: str, number: int) -> str:
    """The address of the commitment ``number`` of the agreement or the visit with ``reference``."""
    blueprint = "visits" if reference.startswith("VIS") else "agreements"
    return url_for(f"{blueprint}.commitment", reference=reference, number=number)
