"""The sheet of one meeting in a visit book: when and where, who, in what order, what to say and what to answer."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from partnerships.briefs.drawings.seating import Seated, SeatingPlan, plan_seats
from partnerships.briefs.pieces import Attachment, Side, SignedAgreement, Step, TimedStep, timed
from partnerships.briefs.wording import minutes_between
from partnerships.models.visit import Seating


class Likelihood(StrEnum):
    """How likely a point comes up."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    DEFENSIVE = "defensive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A talking point: what it is about, the words to say, the background; afterwards what was replied."""

    topic: str
    likelihood: Likelihood
    words: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    raised: bool | None = None
    reply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that may be asked, with the answer."""

    question: str
    answer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatingTable:
    """Who sits where, as the drawing is made from it."""

    shape: str
    home: tuple[Seated, ...] = ()
    guests: tuple[Seated, ...] = ()
    home_name: str = ""
    guests_name: str = ""

    @property
    def plan(self) -> SeatingPlan:
        """The plan to draw."""
        return plan_seats(Seating(self.shape), self.home, self.guests, self.home_name, self.guests_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One item of the programme on its own sheet. ``number`` counts the sheets of the book."""

    number: int
    # The item's own number in the programme.
    item: int = 0
    title: str
    kind: str = ""
    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    zone_words: str = ""
    home_starts: datetime | None = None
    home_ends: datetime | None = None
    place: str = ""
    host: str = ""
    audience: str = ""
    audience_count: int | None = None
    interpretation: str = ""
    contents: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    seating: SeatingTable | None = None
    order: tuple[Step, ...] = ()
    points: tuple[Point, ...] = ()
    questions: tuple[Question, ...] = ()
    agreements: tuple[SignedAgreement, ...] = ()
    materials: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    # What its sheet says to be missing: the names of `visit_book.Part`.
    gaps: tuple[str, ...] = ()

    @property
    def minutes(self) -> int | None:
        """Its length, where both its hours are known."""
        return minutes_between(self.starts, self.ends) if self.starts and self.ends else None

    @property
    def timed_order(self) -> tuple[TimedStep, ...]:
        """The order of ceremony by the clock, as far as the lengths are known."""
        starts = datetime.combine(self.day, self.starts) if self.day and self.starts else None
        return timed(self.order, starts)

    @property
    def longest_side(self) -> int:
        """Lines on the side that has most: decides whether the sides stand facing one another or as a roll."""
        return max((len(side.participants) for side in self.sides), default=0)

    @property
    def is_large(self) -> bool:
        """Whether it fills a page of its own; small ones follow one another."""
        people = sum(len(side.participants) for side in self.sides)
        return bool(self.points or self.questions or self.order or self.seating or self.agreements or people > 2)
