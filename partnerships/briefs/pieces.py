"""Pieces that several papers are made of: who attends, what happens in which order, ties and what was signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta


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


def timed(order: Sequence[Step], starts: datetime | None) -> tuple[TimedStep, ...]:
    """The steps of ``order`` with the hours that follow from ``starts``, as far as every length before is known."""
    steps: list[TimedStep] = []
    clock = starts
    for step in order:
        begins = clock
        clock = begins + timedelta(minutes=step.minutes) if begins and step.minutes else None
        steps.append(
            TimedStep(step=step, starts=begins.time() if begins else None, ends=clock.time() if clock else None)
        )
    return tuple(steps)
