"""What a visit stands on: the ties with their agreements, commitments and visits, and what is known of the city."""

from dataclasses import dataclass

from partnerships.briefs.pieces import Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentState:
    """One commitment and what has come of it by the paper's as-of date; ``evidence`` are the latest pieces."""

    text: str
    owed_by: str = ""
    status: str = ""
    due: str = ""
    evidence: tuple[str, ...] = ()
    pieces: int = 0
    is_overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementState:
    """One agreement as it stands; dates are partial dates."""

    title: str
    kind: str = ""
    status: str = ""
    signed_on: str = ""
    ends_on: str = ""
    commitments: tuple[CommitmentState, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastVisit:
    """An earlier visit; ``begins`` is a partial date."""

    title: str
    direction: str = ""
    begins: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TieState:
    """One tie: how close, since when, what was agreed, what is owed, who visited whom."""

    tie: Tie
    status: str = ""
    agreements: tuple[AgreementState, ...] = ()
    # What was promised at visits, beside any agreement.
    promises: tuple[CommitmentState, ...] = ()
    visits: tuple[PastVisit, ...] = ()
    # How many more there are than those told.
    more_visits: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure or section of a city's profile; ``is_stale`` when older than two years at the as-of date."""

    label: str
    value: str = ""
    lines: tuple[str, ...] = ()
    as_of: str = ""
    source: str = ""
    is_stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CityProfile:
    """What is known of one city (도시 개황)."""

    name: str
    original: str = ""
    country: str = ""
    website: str = ""
    facts: tuple[Fact, ...] = ()
