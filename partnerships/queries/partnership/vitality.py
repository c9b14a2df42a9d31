"""How alive a tie is, explained by what is recorded, never by a score."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, AgreementStatus
from partnerships.models.partnership import Partnership, Side, TieStatus
from partnerships.models.person import Person, Post
from partnerships.models.visit import Delegation, Direction, Member, MemberRole, Visit
from partnerships.permissions import Viewer
from partnerships.queries.agreement.commitments import CommitmentCounts, count_commitments_of_tie
from partnerships.queries.partnership.happenings import BEGINNINGS, Happening, list_last_happenings
from partnerships.queries.partnership.line import TAKEN_PLACE

QUIET_AFTER_YEARS = 3
# Who has said that a tie is not dormant is not asked again within this time.
ASKED_AGAIN_AFTER_YEARS = 1

# Heads of municipalities in their own and in the two languages of the house; deputies are none.
_TOP = re.compile(
    r"(시장|도지사|지사|구청장|군수)(\s*(권한대행|직무대행))?$|\b(Lord Mayor|Mayor|Governor)\b", re.IGNORECASE
)
_DEPUTY = re.compile(
    r"부(시장|지사|구청장|군수)|부도지사|\b(Vice|Deputy|Lieutenant|Assistant|Former)[ -]", re.IGNORECASE
)
# A city whose name ends like a deputy's title begins.
_NOT_A_DEPUTY = "의정부시장"


@dataclass(frozen=True)
class TopVisits:
    """The last visit of one direction that a head of a municipality led; ``unknown`` counts visits without a head."""

    last: Visit | None
    unknown: int


@dataclass(frozen=True)
class Vitality:
    """What speaks for the life of a tie.

    ``last`` is the last contact of the two sides; ``owed`` counts commitments;
    ``next_end`` is the agreement in force whose running term ends first, with the day; ``is_quiet`` says that no
    contact is recorded for :data:`QUIET_AFTER_YEARS` years in a tie that is meant to be alive and has been for as
    long, ``asks_for_dormancy`` that a
    person is to say whether it is dormant, and ``has_stirred`` that something took place after it was said to be.
    """

    last: Happening | None
    owed: CommitmentCounts
    inbound: TopVisits
    outbound: TopVisits
    recent_visits: int
    in_force: Sequence[Agreement]
    next_end: tuple[Agreement, date] | None
    is_quiet: bool
    asks_for_dormancy: bool
    has_stirred: bool


def explain_vitality(
    viewer: Viewer,
    tie: Partnership,
    today: date,
    agreements: Sequence[Agreement],
    visits: Sequence[Visit],
    predecessors: Sequence[Partnership] = (),
) -> Vitality:
    """What is recorded of ``tie`` up to ``today``.

    ``agreements`` and ``visits`` are those under it, ``predecessors`` the ties that went over into it.
    """
    last = _last(viewer, [tie, *predecessors], today)
    took_place = [visit for visit in visits if visit.status in TAKEN_PLACE]
    tops = _led_by_heads(took_place)
    in_force = [one for one in agreements if one.status_on(today) is AgreementStatus.IN_FORCE]
    ends = [(one, end) for one in in_force if (end := one.running_term_ends(today))]
    is_quiet = tie.home_status is TieStatus.ACTIVE and all(
        _is_long_ago(day, today, QUIET_AFTER_YEARS) for day in (_day_of(last), *_begun(tie))
    )
    return Vitality(
        last=last,
        owed=count_commitments_of_tie(viewer, tie, today),
        inbound=_top_visits(took_place, tops, Direction.INBOUND),
        outbound=_top_visits(took_place, tops, Direction.OUTBOUND),
        recent_visits=sum(1 for visit in took_place if not _is_long_ago(_start_of(visit), today, QUIET_AFTER_YEARS)),
        in_force=in_force,
        next_end=min(ends, key=lambda found: found[1], default=None),
        is_quiet=is_quiet,
        asks_for_dormancy=is_quiet
        and not tie.is_dormant
        and _is_long_ago(tie.dormancy_on, today, ASKED_AGAIN_AFTER_YEARS),
        has_stirred=tie.is_dormant and _is_after(_day_of(last), tie.dormancy_on),
    )


def leads_a_municipality(title: str) -> bool:
    """Whether ``title`` is that of a mayor or a governor, or of whoever acts in the place of one."""
    return bool(_TOP.search(title)) and (title.endswith(_NOT_A_DEPUTY) or not _DEPUTY.search(title))


def _last(viewer: Viewer, ties: Sequence[Partnership], today: date) -> Happening | None:
    found = list_last_happenings(viewer, [tie.id for tie in ties], today).values()
    return max(found, key=lambda one: (one.when and one.when.earliest) or date.min, default=None)


def _day_of(happening: Happening | None) -> date | None:
    return happening.when.latest if happening and happening.when else None


def _begun(tie: Partnership) -> list[date]:
    """The days by which ``tie`` was founded or taken up again, as late as each can have been."""
    founded = [claim.founded for claim in tie.claims if not claim.is_archived]
    taken_up = [event.when for event in tie.events if event.kind in BEGINNINGS and not event.is_archived]
    return [when.latest for when in (*founded, *taken_up) if when and when.latest]


def _start_of(visit: Visit) -> date | None:
    return visit.starts.latest if visit.starts else None


def _is_long_ago(day: date | None, today: date, years: int) -> bool:
    """Whether ``day`` lies ``years`` back or more; an unknown one does."""
    return day is None or (day.year + years, day.month, day.day) <= (today.year, today.month, today.day)


def _is_after(day: date | None, other: date | None) -> bool:
    return day is not None and other is not None and day > other


def _top_visits(visits: Sequence[Visit], tops: dict[int, bool], direction: Direction) -> TopVisits:
    """The last of ``direction`` that a head led; ``visits`` come with the latest first."""
    of_direction = [visit for visit in visits if visit.direction is direction]
    return TopVisits(
        last=next((visit for visit in of_direction if tops.get(visit.id)), None),
        unknown=sum(1 for visit in of_direction if visit.id not in tops),
    )


def _led_by_heads(visits: Sequence[Visit]) -> dict[int, bool]:
    """{id of a visit: whether the head of a municipality led it}, for the visits whose head is recorded.

    The head's title as of then decides, or a post of the first protocol rank that was held then.
    """
    by_id = {visit.id: visit for visit in visits}
    travelling = or_(
        and_(Visit.direction == Direction.INBOUND, Delegation.side == Side.PARTNER),
        and_(Visit.direction == Direction.OUTBOUND, Delegation.side == Side.HOME),
    )
    rows = db.session.execute(
        select(Delegation.visit_id, Member)
        .join(Delegation, Delegation.id == Member.delegation_id)
        .join(Visit, Visit.id == Delegation.visit_id)
        .where(Delegation.visit_id.in_(by_id), Member.role == MemberRole.HEAD, travelling)
        .where(Delegation.archived_at.is_(None), Member.archived_at.is_(None))
        .options(joinedload(Member.person).selectinload(Person.posts))
    ).all()
    led: dict[int, bool] = {}
    for visit_id, head in rows:
        led[visit_id] = led.get(visit_id, False) or _is_top(head, by_id[visit_id])
    return led


def _is_top(head: Member, visit: Visit) -> bool:
    if any(leads_a_municipality(title) for title in (head.title_ko, head.title_en) if title):
        return True
    day = _start_of(visit)
    posts: Sequence[Post] = head.person.posts_held_on(day) if head.person and day else ()
    return any(post.protocol_rank == 1 for post in posts)
