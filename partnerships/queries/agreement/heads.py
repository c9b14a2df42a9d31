"""Who headed a city or an organisation on a day, as far as posts recorded tell: whoever likely signed for it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person, Post
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, visible_to

_HEADS = re.compile(
    r"시장|지사|구청장|군수|의장|총장|회장|이사장|원장|mayor|governor|president|chair|director general", re.I
)
_DEPUTIES = re.compile(r"부시장|부지사|부구청장|부군수|부의장|부총장|부회장|보좌|deputy|vice|former|전 ", re.I)
# Whoever began longer ago may have gone without anybody recording it.
USUAL_TERM = timedelta(days=4 * 366)


@dataclass(frozen=True)
class Heads:
    """Who headed a body on a day: the post that ``surely`` covers it, and all that ``possibly`` do."""

    surely: Post | None
    possibly: tuple[Post, ...]


def heads_in_post(
    viewer: Viewer, bodies: Sequence[City | Organisation], day: PartialDate
) -> dict[City | Organisation, Heads]:
    """{body: its heads on ``day``}, of those that may have had one; ``person`` of the posts is loaded."""
    first, last = day.earliest, day.latest
    if first is None or last is None:
        return {}
    cities = [body.id for body in bodies if isinstance(body, City)]
    units = [body.id for body in bodies if isinstance(body, Organisation)]
    posts = db.session.scalars(
        select(Post)
        .join(Person, Person.id == Post.person_id)
        .where(or_(Post.city_id.in_(cities), Post.organisation_id.in_(units)))
        .where(Post.archived_at.is_(None), Person.archived_at.is_(None), visible_to(viewer, Person))
        .options(joinedload(Post.person))
        .order_by(func.coalesce(Post.protocol_rank, 999), Post.id.desc())
    ).all()
    found: dict[City | Organisation, Heads] = {}
    for body in bodies:
        own = [post for post in posts if (post.city_id if isinstance(body, City) else post.organisation_id) == body.id]
        heads = [post for post in own if _heads(post)]
        possibly = tuple(post for post in heads if _held_on(post, first) or _held_on(post, last))
        if possibly:
            sure = [post for post in possibly if _surely_held(post, first, last, heads)]
            found[body] = Heads(_only_holder(sure), possibly)
    return found


def _surely_held(post: Post, first: date, last: date, heads: Sequence[Post]) -> bool:
    """Whether the post covers all days from ``first`` to ``last``: by its known end, or as it had only just begun."""
    begun = post.held_from.latest if post.held_from else None
    if begun is None or begun > first:
        return False
    if post.held_to is not None:
        return post.held_to.earliest is not None and post.held_to.earliest >= last
    is_recent = post.begun is not None and last - post.begun <= USUAL_TERM
    return is_recent and not any(_follows(other, post, last) for other in heads)


def _follows(other: Post, post: Post, last: date) -> bool:
    """Whether somebody else may have come into the same post after ``post`` began."""
    if other.person_id == post.person_id or _office(other) != _office(post) or not other.begun or not post.begun:
        return False
    return post.begun < other.begun <= last


def _only_holder(sure: Sequence[Post]) -> Post | None:
    """The first of ``sure``, unless another person is as surely in the same post."""
    if not sure:
        return None
    same = {post.person_id for post in sure if _office(post) == _office(sure[0])}
    return sure[0] if len(same) == 1 else None


def _office(post: Post) -> str:
    """The word that makes it a post of a head: 시장, mayor."""
    match = _HEADS.search(post.title_ko or "") or _HEADS.search(post.title_en or "")
    return match[0].lower() if match else ""


def _heads(post: Post) -> bool:
    title = f"{post.title_ko or ''} {post.title_en or ''}"
    return not _DEPUTIES.search(title) and (post.protocol_rank == 1 or _HEADS.search(title) is not None)


def _held_on(post: Post, day: date) -> bool:
    died = post.person.died
    return post.may_be_held_on(day) and not (died and died.latest and died.latest < day)
