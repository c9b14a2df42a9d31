"""Calendar feeds under known tokens."""

from typing import Any

from partnerships.adapters.clock import utc_now
from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.calendar_feed import CalendarFeed, FeedScope
from partnerships.queries.calendar.feeds import hash_token
from tests.factories.saving import number, with_defaults


def make_feed(user: User, token: str | None = None, **details: Any) -> CalendarFeed:
    """A feed of what is in the account's charge, in Korean."""
    defaults = {"scope": FeedScope.MINE, "name": f"내 전화 {number()}", "language": "ko", "made_at": utc_now()}
    feed = CalendarFeed(
        user_id=user.id, token_hash=hash_token(token or f"token-{number()}"), **with_defaults(defaults, details)
    )
    db.session.add(feed)
    db.session.commit()
    return feed
