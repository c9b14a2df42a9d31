"""Whose calendar feeds there are, and which one a secret address opens."""

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.calendar_feed import CalendarFeed
from partnerships.permissions import Viewer


def hash_token(token: str) -> str:
    """What is kept of a token: it has 256 bits of chance, so a plain hash is enough."""
    return sha256(token.encode()).hexdigest()


def find_feed(token: str) -> CalendarFeed | None:
    """The feed that ``token`` opens, with its account and that account's home sides; ``None`` once it is revoked."""
    feed = db.session.scalar(
        select(CalendarFeed)
        .where(CalendarFeed.token_hash == hash_token(token), CalendarFeed.revoked_at.is_(None))
        .options(joinedload(CalendarFeed.user).selectinload(User.homes), joinedload(CalendarFeed.visit))
    )
    return feed if feed and feed.user.is_active else None


def list_own_feeds(viewer: Viewer) -> Sequence[CalendarFeed]:
    """One's own feeds that still work, the newest first, with the visit or the home side that they are of."""
    return db.session.scalars(
        select(CalendarFeed)
        .where(CalendarFeed.user_id == viewer.id, CalendarFeed.revoked_at.is_(None))
        .options(joinedload(CalendarFeed.visit), joinedload(CalendarFeed.home))
        .order_by(CalendarFeed.id.desc())
    ).all()


def get_own_feed(viewer: Viewer, number: int) -> CalendarFeed:
    """One's own feed with the id ``number``; raises :class:`NotFound` for those of others alike."""
    feed = db.session.scalar(
        select(CalendarFeed).where(
            CalendarFeed.id == number, CalendarFeed.user_id == viewer.id, CalendarFeed.revoked_at.is_(None)
        )
    )
    if feed is None:
        raise NotFound(N_("There is no such record."))
    return feed
