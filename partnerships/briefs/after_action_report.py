"""The after-action report (결과보고): what was planned, what happened, what was said, and what follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import ClassVar, Final

from partnerships.briefs.paper import Edition, Gap, Paper
from partnerships.briefs.pieces import Attachment
from partnerships.briefs.visit_book import Party
from partnerships.languages import N_


class Part(StrEnum):
    """A part of the report that can be missing, of the whole or of one item."""

    PERIOD = "period"
    OUTCOME = "outcome"
    ATTENDANCE = "attendance"
    POINTS = "points"
    RESULTS = "results"
    OPEN_RESULTS = "open_results"
    ASSESSMENT = "assessment"
    LETTERS = "letters"


LABELS: Final[Mapping[str, str]] = {
    Part.PERIOD: N_("Days of the visit not decided"),
    Part.OUTCOME: N_("Desired outcome not written"),
    Part.ATTENDANCE: N_("Who attended not noted"),
    Part.POINTS: N_("Whether points were raised not noted"),
    Part.RESULTS: N_("No outcome recorded"),
    Part.OPEN_RESULTS: N_("Outcomes that nothing follows from yet"),
    Part.ASSESSMENT: N_("Assessment not written"),
    Part.LETTERS: N_("Letters of thanks not sent"),
}
# What a report is for: missing, it prints in its place.
_ON_SHEET: Final = frozenset({Part.PERIOD, Part.RESULTS, Part.ASSESSMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class PointMade:
    """A talking point as it went: raised or not (``None`` while nobody has said), and what was replied."""

    topic: str
    raised: bool | None = None
    reply: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One item of the programme as it went; counts are people, ``open`` those of whom nobody has said."""

    title: str
    kind: str = ""
    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    contents: tuple[str, ...] = ()
    attended: int = 0
    absent: int = 0
    excused: int = 0
    open: int = 0
    away: tuple[str, ...] = ()
    points: tuple[PointMade, ...] = ()
    notes: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One outcome, who owes it, and what became of it, one line each."""

    number: int
    text: str
    kind: str = ""
    owed_by: str = ""
    became: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One task that follows the visit."""

    title: str
    owner: str = ""
    due: date | None = None
    status: str = ""
    is_overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftLine:
    """One gift of the register; ``value`` with its currency, ``declaration`` in words."""

    title: str
    way: str = ""
    people: str = ""
    value: str = ""
    declaration: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One letter of the register."""

    title: str
    addressee: str = ""
    status: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterActionReport(Paper):
    """A visit as it went. ``starts`` and ``ends`` are partial dates; ``due`` is when the report is due."""

    KIND: ClassVar[str] = "after-action-report"
    NAME: ClassVar[str] = N_("After-action report")
    TEMPLATE: ClassVar[str] = "briefs/after_action_report.html"
    LABELS: ClassVar[Mapping[str, str]] = LABELS

    visit: str = ""
    kind: str = ""
    direction: str = ""
    status: str = ""
    is_example: bool = False
    starts: str = ""
    ends: str = ""
    cities: str = ""
    home: str = ""
    guests: str = ""
    size: int | None = None
    size_is_about: bool = False
    purpose: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    items: tuple[Held, ...] = ()
    results: tuple[Result, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    gifts: tuple[GiftLine, ...] = ()
    letters: tuple[LetterLine, ...] = ()
    assessment: tuple[str, ...] = ()
    return_owed: str = ""
    attachments: tuple[Attachment, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What the report lacks: of the whole first, then item by item."""
        missing = {
            Part.PERIOD: not self.starts,
            Part.OUTCOME: not self.outcome and self._is_internal,
            Part.RESULTS: not self.results,
            Part.OPEN_RESULTS: any(not one.became for one in self.results) and self._is_internal,
            Part.ASSESSMENT: not self.assessment and self._is_internal,
            Part.LETTERS: any(one.is_open for one in self.letters),
        }
        own = [(part, "") for part in Part if missing.get(part)]
        own += [(Part.ATTENDANCE, one.title) for one in self.items if one.open]
        own += [(Part.POINTS, one.title) for one in self.items if any(point.raised is None for point in one.points)]
        return tuple(Gap(part=part, label=LABELS[part], on_sheet=part in _ON_SHEET, where=where) for part, where in own)

    @property
    def _is_internal(self) -> bool:
        return self.edition is Edition.INTERNAL
