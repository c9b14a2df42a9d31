"""What briefs are made of, and the briefs that were issued."""

from partnerships.queries.brief.book import Book, get_book, people_of
from partnerships.queries.brief.event import Event, get_event
from partnerships.queries.brief.issued import (
    briefs_of_item,
    briefs_of_subject,
    briefs_of_visit,
    find_latest,
    find_newer,
    get_brief,
    list_briefs,
)
from partnerships.queries.brief.member import Participation, get_participation
from partnerships.queries.brief.report import AfterAction, get_after_action
from partnerships.queries.brief.subject import Subject

__all__ = [
    "AfterAction",
    "Book",
    "Event",
    "Participation",
    "Subject",
    "briefs_of_item",
    "briefs_of_subject",
    "briefs_of_visit",
    "find_latest",
    "find_newer",
    "get_after_action",
    "get_book",
    "get_brief",
    "get_event",
    "get_participation",
    "list_briefs",
    "people_of",
]
