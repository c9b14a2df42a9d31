"""The visit book (방문 자료집): a whole visit in one paper, as frozen plain values."""

from partnerships.briefs.visit_book.book import LABELS, Part, Section, VisitBook
from partnerships.briefs.visit_book.meeting import Likelihood, Meeting, Point, Question, SeatingTable
from partnerships.briefs.visit_book.people import Address, Biography, Contact, Delegate, Need, Party, PostHeld
from partnerships.briefs.visit_book.programme import DayEntry, ProgrammeDay, Stay
from partnerships.briefs.visit_book.standing import (
    AgreementState,
    CityProfile,
    CommitmentState,
    Fact,
    PastVisit,
    TieState,
)

__all__ = [
    "LABELS",
    "Address",
    "AgreementState",
    "Biography",
    "CityProfile",
    "CommitmentState",
    "Contact",
    "DayEntry",
    "Delegate",
    "Fact",
    "Likelihood",
    "Meeting",
    "Need",
    "Part",
    "Party",
    "PastVisit",
    "Point",
    "PostHeld",
    "ProgrammeDay",
    "Question",
    "SeatingTable",
    "Section",
    "Stay",
    "TieState",
    "VisitBook",
]
