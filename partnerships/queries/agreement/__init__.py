"""How agreements are found: the list, one agreement, where it stands by date, and its family."""

from partnerships.queries.agreement.duplicates import Likeness, NewPaper, likely_duplicates
from partnerships.queries.agreement.evidence import evidence_of, find_evidence
from partnerships.queries.agreement.lineage import FamilyMember, descends_from, list_family
from partnerships.queries.agreement.listing import (
    ORDERS,
    AgreementFilter,
    agreements_listed,
    list_agreed_countries,
    list_areas_of,
    list_parties_of,
    list_signing_years,
)
from partnerships.queries.agreement.reading import (
    commitments_of_visit,
    find_commitment,
    find_link,
    find_party,
    find_signature,
    find_text,
    find_witness,
    get_agreement,
    last_commitment_number,
    list_area_choices,
    parties_of,
    signer_with_posts,
    texts_of,
)
from partnerships.queries.agreement.signing import completed_on, completed_otherwise, signed_late
from partnerships.queries.agreement.standing import ends_on, notice_deadline_on, running_ends_on, standing

__all__ = [
    "ORDERS",
    "AgreementFilter",
    "FamilyMember",
    "Likeness",
    "NewPaper",
    "agreements_listed",
    "commitments_of_visit",
    "completed_on",
    "completed_otherwise",
    "descends_from",
    "ends_on",
    "evidence_of",
    "find_commitment",
    "find_evidence",
    "find_link",
    "find_party",
    "find_signature",
    "find_text",
    "find_witness",
    "get_agreement",
    "last_commitment_number",
    "likely_duplicates",
    "list_agreed_countries",
    "list_area_choices",
    "list_areas_of",
    "list_family",
    "list_parties_of",
    "list_signing_years",
    "notice_deadline_on",
    "parties_of",
    "running_ends_on",
    "signed_late",
    "signer_with_posts",
    "standing",
    "texts_of",
]
