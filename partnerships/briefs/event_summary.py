"""The event summary (행사개요): one programme item on one sheet, as frozen plain values.

Sides come with the home side first, people by protocol rank, steps and items by time, agreements by date.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar, Final

from partnerships.briefs.paper import Edition, Gap, OpenQuestion, Paper
from partnerships.briefs.pieces import Attachment, Side, SignedAgreement, Step, Tie, TimedStep, timed
from partnerships.briefs.wording import minutes_between
from partnerships.languages import N_


class SeatingPlan(StrEnum):
    """What is known of the seating plan (좌석배치도)."""

    NOT_STATED = "not_stated"
    NOT_NEEDED = "not_needed"
    ATTACHED = "attached"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayItem:
    """Another item of the same day's programme. ``note`` says what matters there (``500명, 동시통역``)."""

    title: str
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    note: str = ""


class Part(StrEnum):
    """A part of the sheet that can be missing."""

    DATE = "date"
    TIME = "time"
    PLACE = "place"
    HOME_SIDE = "home_side"
    GUEST_SIDE = "guest_side"
    CONTENTS = "contents"
    ORDER = "order"
    SEATING_PLAN = "seating_plan"
    TIES = "ties"
    AGREED = "agreed"
    ATTACHMENTS = "attachments"
    FILES = "files"
    DEPARTMENT = "department"


# What the gap is called, on the sheet and in the checklist.
LABELS: Final[Mapping[Part, str]] = {
    Part.DATE: N_("Date not decided"),
    Part.TIME: N_("Time not decided"),
    Part.PLACE: N_("Place not decided"),
    Part.HOME_SIDE: N_("Our participants not decided"),
    Part.GUEST_SIDE: N_("Guest participants not decided"),
    Part.CONTENTS: N_("Main contents not written"),
    Part.ORDER: N_("Order of ceremony not decided"),
    Part.SEATING_PLAN: N_("Seating plan not decided"),
    Part.TIES: N_("Ties so far not recorded"),
    Part.AGREED: N_("What the agreement says not recorded"),
    Part.ATTACHMENTS: N_("No attachments"),
    Part.FILES: N_("Documents without a file"),
    Part.DEPARTMENT: N_("Department in charge not recorded"),
}
# What every event has: missing, it is a gap even after the event. The other parts may rightly never have existed.
NEEDED: Final = frozenset({Part.DATE, Part.TIME, Part.PLACE, Part.HOME_SIDE, Part.GUEST_SIDE, Part.CONTENTS})
# What is told by the checklist alone, because the sheet says it elsewhere or need not say it at all.
CHECKLIST_ONLY: Final = frozenset({Part.TIES, Part.ATTACHMENTS, Part.FILES, Part.DEPARTMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSummary(Paper):
    """One programme item read out in one language and one edition.

    Times are the wall clock at the place, ``zone`` its IANA name. ``zone_words`` (``샌프란시스코 현지시각``) and
    ``home_starts``/``home_ends`` (the home side's wall clock) are filled only where the two differ.
    """

    KIND: ClassVar[str] = "event-summary"
    NAME: ClassVar[str] = N_("Event summary")
    TEMPLATE: ClassVar[str] = "briefs/event_summary.html"
    PAGES: ClassVar[int | None] = 1

    # What the event is.
    kind: str = ""
    visit: str = ""
    completed: bool = False
    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    zone: str = "Asia/Seoul"
    zone_words: str = ""
    home_starts: datetime | None = None
    home_ends: datetime | None = None
    place: str = ""
    host: str = ""
    audience: int | None = None
    interpretation: str = ""
    sides: tuple[Side, ...] = ()
    contents: tuple[str, ...] = ()
    order: tuple[Step, ...] = ()
    seating_plan: SeatingPlan = SeatingPlan.NOT_STATED

    # What it stands among.
    agreements: tuple[SignedAgreement, ...] = ()
    day_items: tuple[DayItem, ...] = ()
    ties: tuple[Tie, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def minutes(self) -> int | None:
        """The event's length, where both its hours are known."""
        if self.starts is None or self.ends is None:
            return None
        return minutes_between(self.starts, self.ends)

    @property
    def longest_side(self) -> int:
        """Lines on the side that has most: decides whether the sides stand facing one another or as a roll."""
        return max((len(side.participants) for side in self.sides), default=0)

    @property
    def timed_order(self) -> tuple[TimedStep, ...]:
        """The order of ceremony with the hours that follow from the lengths, as far as every length before is known."""
        starts = datetime.combine(self.day or self.as_of, self.starts) if self.starts else None
        return timed(self.order, starts)

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What the sources disagree about in the founding of the ties."""
        return tuple(OpenQuestion(subject=tie.partner, question=tie.question) for tie in self.ties if tie.question)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What the paper lacks, in the order of the sheet.

        Before the event every part may still come, so every gap prints; afterwards the parts that may rightly never
        have existed stay in the checklist only. A public edition prints none of what is still being arranged.
        """
        missing = [part for part in Part if self._lacks(part)]
        return tuple(Gap(part=part, label=LABELS[part], on_sheet=self._prints(part)) for part in missing)

    def _prints(self, part: Part) -> bool:
        if part in CHECKLIST_ONLY:
            return False
        return part in NEEDED or not (self.completed or self.edition is Edition.PUBLIC)

    def _lacks(self, part: Part) -> bool:
        home, guests = ([side for side in self.sides if side.is_home is home] for home in (True, False))
        present = {
            Part.DATE: self.day,
            Part.TIME: self.starts,
            Part.PLACE: self.place,
            Part.HOME_SIDE: any(side.participants for side in home),
            Part.GUEST_SIDE: any(side.participants for side in guests),
            Part.CONTENTS: self.contents,
            Part.ORDER: self.order,
            Part.SEATING_PLAN: self.seating_plan is not SeatingPlan.NOT_STATED,
            Part.TIES: self.ties,
            Part.AGREED: all(agreement.areas or agreement.commitments for agreement in self.agreements),
            Part.ATTACHMENTS: self.attachments,
            Part.FILES: all(attachment.has_file for attachment in self.attachments),
            Part.DEPARTMENT: self.department,
        }
        return not present[part]
