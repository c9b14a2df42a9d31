"""Who headed a city or an organisation on a day, as far as posts recorded tell: whoever likely signed for it."""

import re
from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person, Post
from partnerships.permissions import Viewer, visible_to

_HEADS = re.compile(
    r"시장|지사|구청장|군수|의장|총장|회장|이사장|원장|mayor|governor|president|chair|director general", re.I
)
_DEPUTIES = re.compile(r"부시장|부지사|부구청장|부군수|부의장|부총장|부회장|보좌|deputy|vice|former|전 ", re.I)


def heads_in_post(viewer: Viewer, bodies: Sequence[City | Organisation], day: date) -> dict[City | Organisation, Post]:
    """{body: the post of its head on ``day``}, of those whose head is known; ``person`` of the posts is loaded."""
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
    found: dict[City | Organisation, Post] = {}
    for body in bodies:
        own = (post for post in posts if (post.city_id if isinstance(body, City) else post.organisation_id) == body.id)
        head = next((post for post in own if _heads(post) and _held_on(post, day)), None)
        if head is not None:
            found[body] = head
    return found


def _heads(post: Post) -> bool:
    title = f"{post.title_ko or ''} {post.title_en or ''}"
    return not _DEPUTIES.search(title) and (post.protocol_rank == 1 or _HEADS.search(title) is not None)


def _held_on(post: Post, day: date) -> bool:
    died = post.person.died
    return post.may_be_held_on(day) and not (died and died.latest and died.latest < day)
