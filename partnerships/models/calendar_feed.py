"""Calendar feeds: secret, revocable addresses under which other calendars read this one."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.languages import N_, Language
from partnerships.models.account import User
from partnerships.models.base import Base
from partnerships.models.city import City
from partnerships.models.types import Choice, UtcDateTime, choice_column
from partnerships.models.visit import Visit


class FeedScope(Choice):
    """What a feed holds."""

    MINE = "mine", N_("What is in my charge")
    VISIT = "visit", N_("One visit")
    OFFICE = "office", N_("The whole office")


class CalendarFeed(Base):
    """One feed. The token itself is shown once; only its SHA-256 is kept, so that a copied database opens none."""

    __tablename__ = "calendar_feeds"
    __table_args__ = (
        CheckConstraint("(scope = 'visit') = (visit_id IS NOT NULL)", name="visit_with_scope"),
        CheckConstraint("(scope = 'office') = (home_id IS NOT NULL)", name="home_with_scope"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    scope: Mapped[FeedScope] = choice_column(FeedScope, "scope")
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    home_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    language: Mapped[Language] = mapped_column(String(2))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    user: Mapped[User] = relationship(lazy="raise")
    visit: Mapped[Visit | None] = relationship(lazy="raise")
    home: Mapped[City | None] = relationship(lazy="raise")
