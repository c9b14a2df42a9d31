"""What came of a visit: what happened beside what was planned, and each outcome with what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload, selectinload
from sqlalchemy.orm.attributes import set_committed_value

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.agreement import Agreement, Commitment, Evidence
from partnerships.models.agreement.agreement import agreement_partnerships
from partnerships.models.visit import (
    Attendance,
    Attendee,
    ItemNote,
    Outcome,
    ProgrammeItem,
    TalkingPoint,
    Task,
    Visit,
)
from partnerships.models.visit.visit import visit_partnerships
from partnerships.permissions import Viewer, may, visible_to


@dataclass(frozen=True)
class Turnout:
    """How many came of those who were expected; groups count with all of their people.

    ``open`` are those of whom nobody has said whether they came.
    """

    attended: int = 0
    absent: int = 0
    excused: int = 0
    open: int = 0

    @property
    def expected(self) -> int:
        """All who were invited."""
        return self.attended + self.absent + self.excused + self.open


@dataclass(frozen=True)
class Happened:
    """One programme item as it went: who came, which points were raised, and what was noted."""

    item: ProgrammeItem
    turnout: Turnout
    points: Sequence[TalkingPoint]
    notes: Sequence[ItemNote]

    @property
    def raised(self) -> int:
        """How many points were raised."""
        return sum(1 for point in self.points if point.raised)

    @property
    def is_told(self) -> bool:
        """Whether anything at all is recorded of how it went."""
        answered = any(point.raised is not None for point in self.points)
        return bool(self.notes) or answered or self.turnout.open < self.turnout.expected


def list_happened(visit: Visit) -> Sequence[Happened]:
    """The programme of ``visit`` as it went, in order of time; items without a day come last."""
    items = db.session.scalars(
        select(ProgrammeItem)
        .where(ProgrammeItem.visit_id == visit.id, ProgrammeItem.archived_at.is_(None))
        .order_by(
            ProgrammeItem.day.asc().nulls_last(), ProgrammeItem.starts_at.asc().nulls_last(), ProgrammeItem.number
        )
        .options(
            selectinload(ProgrammeItem.attendees),
            selectinload(ProgrammeItem.points),
            selectinload(ProgrammeItem.notes).joinedload(ItemNote.by),
        )
    )
    return [
        Happened(
            item,
            turnout_of([one for one in item.attendees if not one.is_archived]),
            [one for one in item.points if not one.is_archived],
            [one for one in item.notes if not one.is_archived],
        )
        for item in items
    ]


def turnout_of(attendees: Sequence[Attendee]) -> Turnout:
    """How many of ``attendees`` came."""

    def people(*states: Attendance) -> int:
        return sum(one.count or 1 for one in attendees if one.attendance in states)

    return Turnout(
        attended=people(Attendance.ATTENDED),
        absent=people(Attendance.ABSENT),
        excused=people(Attendance.EXCUSED),
        open=people(Attendance.INVITED, Attendance.CONFIRMED),
    )


def list_outcomes(visit: Visit) -> Sequence[Outcome]:
    """The outcomes of ``visit`` by number, those put away left out, with what became of each."""
    found = db.session.scalars(
        select(Outcome)
        .where(Outcome.visit_id == visit.id, Outcome.archived_at.is_(None))
        .order_by(Outcome.number)
        .options(
            joinedload(Outcome.item),
            joinedload(Outcome.point),
            joinedload(Outcome.commitment).joinedload(Commitment.agreement),
            joinedload(Outcome.task).joinedload(Task.owner),
            joinedload(Outcome.activity),
        )
    ).all()
    for one in found:
        if one.commitment and one.commitment.visit_id is not None:
            # It can be of no other visit than the one at hand.
            set_committed_value(one.commitment, "visit", visit)
    return found


def find_outcome(visit: Visit, number: int) -> Outcome | None:
    """The outcome that carries ``number`` within ``visit``."""
    return next((one for one in list_outcomes(visit) if one.number == number), None)


def last_outcome_number(visit: Visit) -> int:
    """The highest number that an outcome of ``visit`` was ever given; 0 without any."""
    return db.session.scalar(select(func.max(Outcome.number)).where(Outcome.visit_id == visit.id)) or 0


def list_agreements_concerned(viewer: Viewer, visit: Visit) -> Sequence[Agreement]:
    """The agreements under which a promise of ``visit`` may be entered: those of its ties, and those signed at it."""
    ties = select(visit_partnerships.c.partnership_id).where(visit_partnerships.c.visit_id == visit.id)
    falling = select(agreement_partnerships.c.agreement_id).where(agreement_partnerships.c.partnership_id.in_(ties))
    items = select(ProgrammeItem.id).where(ProgrammeItem.visit_id == visit.id)
    found = db.session.scalars(
        select(Agreement)
        .where(or_(Agreement.id.in_(falling), Agreement.signed_at_item_id.in_(items)))
        .where(Agreement.archived_at.is_(None), visible_to(viewer, Agreement))
        .order_by(Agreement.reference.desc())
    )
    return [one for one in found if may(viewer, "agreement.write", one)]


def colleagues_of(viewer: User, visit: Visit) -> Sequence[User]:
    """Who may follow up on ``visit``: the officer in charge, its team (`get_visit` loads both), and whoever asks."""
    team = (one.user for one in visit.team if one.user and not one.is_archived)
    named = [one for one in (visit.owner, *team, viewer) if one is not None and visit.home_id in one.home_ids]
    return list({one.id: one for one in named}.values())


def has_evidence(commitment: Commitment) -> bool:
    """Whether anything is linked to ``commitment`` as evidence."""
    linked = select(Evidence.id).where(Evidence.commitment_id == commitment.id, Evidence.archived_at.is_(None))
    return db.session.scalar(linked.limit(1)) is not None
