"""What briefs are made of, and the briefs that were issued."""

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
from partnerships.queries.brief.subject import Subject

__all__ = [
    "Event",
    "Subject",
    "briefs_of_item",
    "briefs_of_subject",
    "briefs_of_visit",
    "find_latest",
    "find_newer",
    "get_brief",
    "get_event",
    "list_briefs",
]
