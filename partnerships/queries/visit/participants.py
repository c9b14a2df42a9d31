"""Who takes part, in order of precedence, and under which title."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from partnerships.extensions import db
from partnerships.models.person import Person, Post
from partnerships.models.types import Bilingual
from partnerships.models.visit import Delegation, Member, MemberRole

# What is known of a member as a person, for those who look after the visit only.
PRIVATE = ("needs", "arrival", "hotel")


def find_title_held(person: Person, day: date) -> Bilingual | None:
    """The title of the highest-ranking post that ``person`` can have held on ``day``, if one is recorded."""
    posts = db.session.scalars(select(Post).where(Post.person_id == person.id, Post.archived_at.is_(None))).all()
    held = [post for post in posts if post.may_be_held_on(day)]
    highest = min(held, key=lambda post: (post.protocol_rank or 999, -post.id), default=None)
    return highest.title if highest else None


def people_in_order(people: Iterable[Any]) -> list[Any]:
    """Members or attendees by precedence, without those put away."""
    return sorted((one for one in people if not one.is_archived), key=lambda one: (one.position, one.id))


def members_of(delegation: Delegation) -> list[Member]:
    """The members of ``delegation``, its head first, then by precedence; ``members`` must be loaded."""
    members: list[Member] = people_in_order(delegation.members)
    return sorted(members, key=lambda member: member.role is not MemberRole.HEAD)
