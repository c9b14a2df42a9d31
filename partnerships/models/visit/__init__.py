"""Delegation visits (대표단 방문): the journey, the delegations, the programme, the work around it and its outcomes."""

from partnerships.models.visit.delegation import Delegation, Member, MemberRole
from partnerships.models.visit.leg import Leg
from partnerships.models.visit.note import ItemNote
from partnerships.models.visit.outcome import Outcome, OutcomeKind
from partnerships.models.visit.points import AnticipatedQuestion, Likelihood, TalkingPoint
from partnerships.models.visit.programme import (
    Attendance,
    Attendee,
    CeremonyStep,
    Interpretation,
    ItemKind,
    ProgrammeItem,
    Seating,
)
from partnerships.models.visit.task import Anchor, ChecklistStep, Task, TaskPhase, TaskStatus
from partnerships.models.visit.team import TeamMember
from partnerships.models.visit.visit import COMING, NOT_HELD, OVER, Direction, SizeKind, Visit, VisitKind, VisitStatus

__all__ = [
    "COMING",
    "NOT_HELD",
    "OVER",
    "Anchor",
    "AnticipatedQuestion",
    "Attendance",
    "Attendee",
    "CeremonyStep",
    "ChecklistStep",
    "Delegation",
    "Direction",
    "Interpretation",
    "ItemKind",
    "ItemNote",
    "Leg",
    "Likelihood",
    "Member",
    "MemberRole",
    "Outcome",
    "OutcomeKind",
    "ProgrammeItem",
    "Seating",
    "SizeKind",
    "TalkingPoint",
    "Task",
    "TaskPhase",
    "TaskStatus",
    "TeamMember",
    "Visit",
    "VisitKind",
    "VisitStatus",
]
