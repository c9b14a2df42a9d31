"""What a calendar shows, whatever it is made of: a title, days or hours, and the record behind it."""

from dataclasses import dataclass
from datetime import date, datetime

from partnerships.languages import N_
from partnerships.models.types import Choice
from partnerships.permissions import Viewer


class CalendarKind(Choice):
    """What kind of thing stands in the calendar."""

    VISIT = "visit", N_("Visit")
    ITEM = "item", N_("Programme item")
    TASK = "task", N_("Task due")
    REPORT = "report", N_("Report due")
    EXPIRY = "expiry", N_("Ends and reviews")
    COMMITMENT = "commitment", N_("Commitment due")
    ANNIVERSARY = "anniversary", N_("Anniversary")


class Certainty(Choice):
    """How sure it is, as calendars of all makes understand it."""

    TENTATIVE = "tentative", N_("Tentative")
    CONFIRMED = "confirmed", N_("Fixed")
    CANCELLED = "cancelled", N_("Cancelled")


@dataclass(frozen=True)
class CalendarEntry:
    """One entry, from its ``first`` to its ``last`` day; with hours, ``starts`` and ``ends`` are instants in UTC.

    Days are those of ``zone`` where the entry has one. ``word`` says more exactly than the kind what it is, ``years``
    which anniversary. ``reference`` leads to the record (``VIS-2013-001/2``). ``is_vague`` marks days that are the
    first and last of those possible. ``uid`` and ``version`` name the state of the record for other calendars.
    """

    kind: CalendarKind
    uid: str
    version: int
    made_at: datetime | None
    title: str
    reference: str
    first: date
    last: date
    starts: datetime | None = None
    ends: datetime | None = None
    zone: str | None = None
    place: str = ""
    word: Choice | None = None
    years: int | None = None
    certainty: Certainty = Certainty.CONFIRMED
    is_restricted: bool = False
    is_example: bool = False
    is_vague: bool = False

    @property
    def is_long(self) -> bool:
        """Whether it goes on for more than a day."""
        return self.last > self.first

    def touches(self, day: date) -> bool:
        """Whether it is on ``day``."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Asked:
    """What is asked of each source: for whom, in which language, and of which days.

    ``homes`` narrows to home sides, ``mine`` to what is in the viewer's charge, ``visit_id`` to one visit.
    """

    viewer: Viewer
    language: str
    today: date
    first: date
    last: date
    report_days: int
    homes: frozenset[int] | None = None
    mine: bool = False
    visit_id: int | None = None
