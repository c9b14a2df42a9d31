"""The occurrences that a commitment's cadence implies: which period was met, missed, runs or lies ahead.

What is promised comes of an agreement and binds as long as that stands, or of a visit and binds once that took place.

Periods are calendar years, since offices plan and budget by them. What begins by June counts from its own year, what
begins later from the next: nobody holds a yearly event in the ten weeks after a signing in October. At its end the same
rule is turned around: the year in which an agreement ends counts if it ends after June.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from partnerships.languages import N_
from partnerships.models.agreement import Agreement, AgreementStatus, Cadence, Commitment, CommitmentStatus
from partnerships.models.side import Side
from partnerships.models.types import Choice, PartialDate
from partnerships.models.visit import NOT_HELD, Visit

# What a commitment comes of.
Source = Agreement | Visit

FIRST_HALF = 6
# So many periods ahead are shown where no end is known.
AHEAD = 2
# A tie of a century has as many yearly periods; nothing is gained by more.
MOST_PERIODS = 120

# Only these owe anything on a day; an agreement that is over or not yet signed has nothing overdue.
OWING = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)
# A visit that does not take place binds nobody, and shows nothing.
UNSETTLED = (CommitmentStatus.OPEN, CommitmentStatus.UNDER_WAY)


class PeriodState(Choice):
    """What became of a period."""

    MET = "met", N_("Kept")
    MISSED = "missed", N_("Nothing recorded")
    RUNNING = "running", N_("Under way now")
    AHEAD = "ahead", N_("Ahead")


@dataclass(frozen=True)
class Period:
    """One period: its years, what became of it, and whose turn it is to host where the sides alternate."""

    first: int
    last: int
    state: PeriodState
    host: Side | None = None
    days: Sequence[date] = ()

    @property
    def label(self) -> str:
        """``2014``, or ``2014–2015``."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def years_between(commitment: Commitment) -> int | None:
    """After how many years it falls due again; ``None`` for what does not recur."""
    return {Cadence.YEARLY: 1, Cadence.EVERY_N_YEARS: commitment.cadence_years}.get(commitment.cadence)


def binds(source: Source, today: date) -> bool:
    """Whether what was promised there binds anybody on ``today``."""
    if isinstance(source, Visit):
        return source.status not in NOT_HELD
    return source.status_on(today) in OWING


def begins_on(commitment: Commitment, source: Source) -> date | None:
    """From when it is owed: as stated of itself, else from the agreement's effect or signing, or from the visit."""
    of_source = (source.starts,) if isinstance(source, Visit) else (source.effective, source.signed)
    return next((one for day in (commitment.begins, *of_source) if (one := _earliest(day))), None)


def first_year(commitment: Commitment, source: Source) -> int | None:
    """The year of the first period."""
    begins = begins_on(commitment, source)
    if begins is None:
        return None
    return begins.year if begins.month <= FIRST_HALF else begins.year + 1


def last_year(source: Source) -> int | None:
    """The last year that still counts; ``None`` while no end is known. What a visit brought has none by itself."""
    if isinstance(source, Visit) or source.ends is None:
        return None
    return source.ends.year if source.ends.month > FIRST_HALF else source.ends.year - 1


def periods_of(commitment: Commitment, source: Source, evidence: Collection[date], today: date) -> Sequence[Period]:
    """The periods of a recurring commitment up to the agreement's end, met by the days of its ``evidence``.

    Without an end those up to now and :data:`AHEAD` more. Hosts take turns beginning with the side that owes it, or
    with the home side where both do.
    """
    step, first, last = years_between(commitment), first_year(commitment, source), last_year(source)
    if step is None or first is None:
        return ()
    count = max((today.year - first) // step + 1, 0) + AHEAD
    if last is not None:
        count = min(count, (last - first + 1) // step)
    over = not binds(source, today)
    return [
        _period(commitment, number, first + number * step, step, sorted(evidence), today, over)
        for number in range(max(count - MOST_PERIODS, 0), count)
    ]


def _period(
    commitment: Commitment, number: int, first: int, step: int, evidence: Sequence[date], today: date, over: bool
) -> Period:
    last = first + step - 1
    days = tuple(day for day in evidence if first <= day.year <= last)
    return Period(first, last, _state(first, last, days, today, over), _host(commitment, number), days)


def _state(first: int, last: int, days: Sequence[date], today: date, over: bool) -> PeriodState:
    if days:
        return PeriodState.MET
    if last < today.year or (over and first <= today.year):
        return PeriodState.MISSED
    return PeriodState.RUNNING if first <= today.year else PeriodState.AHEAD


def _host(commitment: Commitment, number: int) -> Side | None:
    if not commitment.hosts_alternate:
        return None
    begins = Side.PARTNER if commitment.owed_by is Side.PARTNER else Side.HOME
    other = Side.HOME if begins is Side.PARTNER else Side.PARTNER
    return (begins, other)[number % 2]


def is_owing(commitment: Commitment, source: Source, today: date) -> bool:
    """Whether anything is still owed: what it comes of binds and nobody has settled the commitment."""
    return commitment.status in UNSETTLED and binds(source, today)


def is_overdue(commitment: Commitment, source: Source, evidence: Collection[date], today: date) -> bool:
    """Whether it is late: past its due date, or with nothing to show for the last period that is complete.

    `queries.agreement.owing` says the same in SQL.
    """
    if not is_owing(commitment, source, today):
        return False
    if years_between(commitment) is None:
        due = commitment.due.latest if commitment.due else None
        return due is not None and due < today
    step, first = years_between(commitment), first_year(commitment, source)
    if step is None or first is None or today.year - first < step:
        return False
    begun = first + ((today.year - first) // step - 1) * step
    return not any(begun <= day.year < begun + step for day in evidence)


def proposed_status(
    commitment: Commitment, source: Source, periods: Sequence[Period], pieces: int, today: date
) -> CommitmentStatus | None:
    """The status that the evidence speaks for, for a person to decide; ``None`` where nothing is to be decided.

    One that recurs is fulfilled when all its periods are met and no further one can come.
    """
    if commitment.status not in UNSETTLED or not pieces:
        return None
    if years_between(commitment) is None:
        return CommitmentStatus.FULFILLED
    last = last_year(source)
    complete = last is not None and (not periods or periods[-1].last + (years_between(commitment) or 1) > last)
    if periods and complete and all(period.state is PeriodState.MET for period in periods):
        return CommitmentStatus.FULFILLED
    return CommitmentStatus.UNDER_WAY if commitment.status is CommitmentStatus.OPEN else None


def _earliest(value: PartialDate | None) -> date | None:
    return value.earliest if value else None
