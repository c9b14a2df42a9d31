"""Who takes part, in order of precedence, and under which title."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select

from partnerships.extensions import db
from partnerships.models.person import Person, Post
from partnerships.models.types import Bilingual
from partnerships.models.visit import Attendee, Delegation, Member, MemberRole, ProgrammeItem, Visit
from partnerships.models.visit.delegation import PRIVATE_FIELDS

# What is known of a member as a person, for those who look after the visit only.
PRIVATE = PRIVATE_FIELDS


def find_title_held(person: Person, day: date) -> Bilingual | None:
    """The title of the highest-ranking post that ``person`` can have held on ``day``, if one is recorded."""
    posts = db.session.scalars(select(Post).where(Post.person_id == person.id, Post.archived_at.is_(None))).all()
    held = [post for post in posts if post.may_be_held_on(day)]
    highest = min(held, key=lambda post: (post.protocol_rank or 999, -post.id), default=None)
    return highest.title if highest else None


def takes_part(person_id: Any) -> ColumnElement[bool]:
    """Whether the person is a member of a delegation of the enclosing statement's visit, or attends an item of it."""
    member = (
        select(Member.id)
        .join(Delegation, Member.delegation_id == Delegation.id)
        .where(
            Delegation.visit_id == Visit.id,
            Delegation.archived_at.is_(None),
            Member.archived_at.is_(None),
            Member.person_id == person_id,
        )
    )
    attendee = (
        select(Attendee.id)
        .join(ProgrammeItem, Attendee.item_id == ProgrammeItem.id)
        .where(
            ProgrammeItem.visit_id == Visit.id,
            ProgrammeItem.archived_at.is_(None),
            Attendee.archived_at.is_(None),
            Attendee.person_id == person_id,
        )
    )
    return or_(
        member.correlate_except(Member, Delegation).exists(),
        attendee.correlate_except(Attendee, ProgrammeItem).exists(),
    )


def people_in_order(people: Iterable[Any]) -> list[Any]:
    """Members or attendees by precedence, without those put away."""
    return sorted((one for one in people if not one.is_archived), key=lambda one: (one.position, one.id))


def members_of(delegation: Delegation) -> list[Member]:
    """The members of ``delegation``, its head first, then by precedence; ``members`` must be loaded."""
    members: list[Member] = people_in_order(delegation.members)
    return sorted(members, key=lambda member: member.role is not MemberRole.HEAD)


@dataclass(frozen=True)
class Headcount:
    """How many people take part, in all and in each role; ``is_open`` where a group's size is not known."""

    people: int
    by_role: Sequence[tuple[MemberRole, int]]
    is_open: bool


def headcount(members: Iterable[Member]) -> Headcount:
    """How many people ``members`` are: a person is one, a post without a name too, a group as many as it counts."""
    roles: Counter[MemberRole] = Counter()
    is_open = False
    for member in members:
        roles[member.role] += member.count or 1
        is_open = is_open or (member.person_id is None and member.count is None)
    return Headcount(roles.total(), [(role, roles[role]) for role in MemberRole if roles[role]], is_open)


def is_same(member: Member, attendee: Attendee) -> bool:
    """Whether ``attendee`` is this member: taken over from there, the same person, or the same words."""
    if attendee.member_id is not None:
        return attendee.member_id == member.id
    if member.person_id is not None or attendee.person_id is not None:
        return member.person_id == attendee.person_id
    return (member.title_ko, member.title_en) == (attendee.title_ko, attendee.title_en)


def person_behind(attendee: Attendee, visit: Visit, among: Iterable[Attendee] = ()) -> Person | None:
    """Who is meant by an attendee listed by post alone: the one member of the same side who comes under that post.

    Nobody where the delegations hold several of that post, where it has no person there, or where that person or the
    post stands ``among`` the attendees a second time. Members with their ``person`` must be loaded.
    """
    if attendee.person is not None or attendee.count is not None or not attendee.title:
        return None
    same = [
        member
        for delegation in visit.delegations
        if delegation.side is attendee.side and not delegation.is_archived
        for member in people_in_order(delegation.members)
        if _is_one_post(member.title, attendee.title)
    ]
    person: Person | None = same[0].person if len(same) == 1 else None
    others = (one for one in among if one is not attendee and not one.is_archived and one.side is attendee.side)
    if person is None or any(one.person_id == person.id or _is_one_post(one.title, attendee.title) for one in others):
        return None
    return person


def _is_one_post(one: Bilingual, other: Bilingual) -> bool:
    """Whether two titles are the same, in every language in which both are written."""
    pairs = [(a, b) for a, b in ((one.ko, other.ko), (one.en, other.en)) if a and b]
    return bool(pairs) and all(a == b for a, b in pairs)
