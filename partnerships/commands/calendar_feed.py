"""How calendar feeds are made and revoked: a convenience of one's own, in no audit trail."""

import secrets

from partnerships.adapters.clock import utc_now
from partnerships.commands.records import add
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_, Language
from partnerships.models.calendar_feed import CalendarFeed, FeedScope
from partnerships.models.city import City
from partnerships.models.visit import Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.calendar.feeds import hash_token

LONGEST_NAME = 120


def make_feed(
    actor: Viewer,
    *,
    name: str,
    scope: FeedScope,
    language: Language,
    visit: Visit | None = None,
    home: City | None = None,
) -> tuple[CalendarFeed, str]:
    """Make a feed; returns it with its token, which is told this once and kept nowhere."""
    with transaction(actor, "make_feed"):
        ensure_may(actor, "calendar.own")
        name = " ".join(name.split())
        if not name:
            raise Invalid("name", N_("Give the feed a name."))
        if scope is FeedScope.VISIT and visit is None:
            raise Invalid("visit", N_("Choose the visit that the feed is of."))
        if scope is FeedScope.OFFICE and (home is None or home.id not in actor.home_ids):
            raise Invalid("home", N_("Choose a home side of your own."))
        token = secrets.token_urlsafe(32)
        feed = CalendarFeed(
            user_id=actor.id,
            name=name[:LONGEST_NAME],
            scope=scope,
            language=language,
            visit_id=visit.id if visit and scope is FeedScope.VISIT else None,
            home_id=home.id if home and scope is FeedScope.OFFICE else None,
            token_hash=hash_token(token),
            made_at=utc_now(),
        )
        add(feed)
    return feed, token


def revoke_feed(actor: Viewer, feed: CalendarFeed) -> None:
    """Close a feed of one's own: its address opens nothing any more."""
    with transaction(actor, "revoke_feed"):
        ensure_may(actor, "calendar.own")
        if feed.user_id != actor.id:
            raise Invalid(None, N_("Only who made a feed revokes it."))
        feed.revoked_at = utc_now()
