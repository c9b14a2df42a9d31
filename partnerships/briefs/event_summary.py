"""The event summary (행사개요): one programme item on one sheet, as frozen plain values.

How a builder fills it. Everything is already in the brief's own language where the records are bilingual, and already
filtered to the brief's edition: what is not on the sheet must not be in the values either, because they are attached to
the PDF. Text that is not known is ``""``, a count or a time that is not known is ``None``; nothing is guessed. The
order of every tuple is the order on the sheet: sides with the home side first, people by protocol rank, steps and items
by time, agreements by date. What is missing is not listed by the builder: ``EventSummary.gaps`` works it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, Self

from partnerships.briefs.values import decode, encode
from partnerships.briefs.wording import minutes_between
from partnerships.languages import N_, Language

KIND: Final = "event-summary"
# Raised when a field changes its meaning; a field that is added with a default leaves it.
VERSION: Final = 1


class State(StrEnum):
    """Whether the paper may still change."""

    DRAFT = "draft"
    ISSUED = "issued"


class Edition(StrEnum):
    """Whom the paper is for: the office itself, or anybody."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Classification(StrEnum):
    """Disclosure (공개구분) of the paper: the strictest of the records it is made of."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class SeatingPlan(StrEnum):
    """What is known of the seating plan (좌석배치도)."""

    NOT_STATED = "not_stated"
    NOT_NEEDED = "not_needed"
    ATTACHED = "attached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One line of those who attend: a person, a post without a name, or a described group.

    ``name`` is as printed at first mention, ``에드윈 리(Edwin M. Lee)``; ``post`` the title held on that day; a post
    alone leaves ``name`` empty. A group has only ``group`` (``대표단 전원``), ``count`` its people where stated.
    ``role`` is what they do there (``단장``, ``통역``), ``absent`` says that they did not come after all.
    """

    name: str = ""
    post: str = ""
    group: str = ""
    count: int | None = None
    role: str = ""
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Those who attend for one party (``서울특별시``), by protocol rank; ``count`` is the party's stated total."""

    name: str
    is_home: bool
    participants: tuple[Participant, ...] = ()
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the order of ceremony (식순). ``minutes`` is its length, ``by`` who does it (``국제관계대사``)."""

    title: str
    minutes: int | None = None
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedStep:
    """A step with the hours that follow from the event's start and the lengths before it."""

    step: Step
    starts: time | None
    ends: time | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayItem:
    """Another item of the same day's programme. ``note`` says what matters there (``500명, 동시통역``)."""

    title: str
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorAgreement:
    """An agreement made before this event. ``signed_on`` is a partial date: ``1976``, ``1976-05-18``, ``2014-H2``."""

    title: str
    signed_on: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A partnership (교류관계) between home and one partner, as it stood on the brief's as-of date.

    ``tier`` is its label (``자매도시``), ``since`` the preferred founding claim as a partial date, ``source`` where
    that claim is from. ``question`` is the open question in one sentence when claims disagree, else empty.
    """

    partner: str
    tier: str = ""
    since: str = ""
    source: str = ""
    question: str = ""
    agreements: tuple[PriorAgreement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedAgreement:
    """An agreement signed at this event. ``lineage`` says what it builds on (``1976년 공동선언을 구체화``).

    ``commitments`` are its operative clauses, one text each. ``as_reported`` says that they are known from a report
    only, not from the signed text; ``source`` names that report.
    """

    title: str
    kind: str = ""
    lineage: str = ""
    areas: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    as_reported: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A document that goes with the sheet; ``has_file`` is false where only its title is known (원문 미보유)."""

    title: str
    has_file: bool = True


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
class Gap:
    """Something the paper lacks: ``label`` is a msgid, ``on_sheet`` whether it prints or stays in the checklist."""

    part: Part
    on_sheet: bool

    @property
    def label(self) -> str:
        return LABELS[self.part]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSummary:
    """One programme item read out in one language and one edition.

    Times are the wall clock at the place, ``zone`` its IANA name. ``zone_words`` (``샌프란시스코 현지시각``) and
    ``home_starts``/``home_ends`` (the home side's wall clock) are filled only where the two differ.
    """

    # What the paper is.
    language: Language
    edition: Edition = Edition.INTERNAL
    classification: Classification = Classification.INTERNAL
    as_of: date
    reference: str = ""
    state: State = State.DRAFT
    issued_at: datetime | None = None
    issued_by: str = ""
    supersedes: str = ""

    # What the event is.
    title: str
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

    # Who answers for it, and what this edition leaves out (one line each, in words).
    department: str = ""
    phone: str = ""
    omissions: tuple[str, ...] = ()

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
        steps: list[TimedStep] = []
        clock = datetime.combine(self.day or self.as_of, self.starts) if self.starts else None
        for step in self.order:
            begins = clock
            clock = begins + timedelta(minutes=step.minutes) if begins and step.minutes else None
            steps.append(
                TimedStep(step=step, starts=begins.time() if begins else None, ends=clock.time() if clock else None)
            )
        return tuple(steps)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What the paper lacks, in the order of the sheet.

        Before the event every part may still come, so every gap prints; afterwards the parts that may rightly never
        have existed stay in the checklist only. A public edition prints none of what is still being arranged.
        """
        missing = [part for part in Part if self._lacks(part)]
        return tuple(Gap(part=part, on_sheet=self._prints(part)) for part in missing)

    def has_gap_on_sheet(self, part: str) -> bool:
        """Whether the sheet says in its place that ``part`` is missing."""
        return any(gap.part == part and gap.on_sheet for gap in self.gaps)

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

    def to_values(self) -> dict[str, Any]:
        """Plain JSON values, exact: stored when the brief is issued, and attached inside its PDF."""
        return {"brief": KIND, "version": VERSION, **encode(self)}

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """The summary that ``to_values`` gave. Raises ``ValueError`` for values of another brief or a later version."""
        if values.get("brief") != KIND or values.get("version") != VERSION:
            raise ValueError(f"not values of {KIND} {VERSION}: {values.get('brief')!r} {values.get('version')!r}")
        return decode(cls, {name: value for name, value in values.items() if name not in {"brief", "version"}})
