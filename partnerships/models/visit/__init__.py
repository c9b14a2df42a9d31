"""Delegation visits (대표단 방문): the journey, the delegations, and the programme."""

from partnerships.models.visit.delegation import Delegation, Member, MemberRole
from partnerships.models.visit.programme import (
    Attendance,
    Attendee,
    CeremonyStep,
    Interpretation,
    ItemKind,
    ProgrammeItem,
)
from partnerships.models.visit.visit import Direction, Leg, SizeKind, Visit, VisitStatus

__all__ = [
    "Attendance",
    "Attendee",
    "CeremonyStep",
    "Delegation",
    "Direction",
    "Interpretation",
    "ItemKind",
    "Leg",
    "Member",
    "MemberRole",
    "ProgrammeItem",
    "SizeKind",
    "Visit",
    "VisitStatus",
]
