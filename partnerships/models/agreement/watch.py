"""The watch over ends, notices and reviews: what was told when, and how each was handled."""

from datetime import date

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.agreement.agreement import Agreement
from partnerships.models.base import Base, Part
from partnerships.models.types import Choice, choice_column


class WatchKind(Choice):
    """What comes up on a day."""

    END = "end", N_("Its term ends")
    NOTICE = "notice", N_("Last day to give notice")
    REVIEW = "review", N_("Review due")


class WatchOutcome(Choice):
    """How an officer handled it; all but talks settle it."""

    IN_TALKS = "in_talks", N_("In talks")
    RENEWED = "renewed", N_("Renewed")
    LET_LAPSE = "let_lapse", N_("Let lapse")
    CONTINUES = "continues", N_("Goes on as it is")
    REVIEWED = "reviewed", N_("Reviewed")


class WatchHandling(Part, Base):
    """How what comes up for an agreement on ``day`` was handled."""

    __tablename__ = "watch_handlings"
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    kind: Mapped[WatchKind] = choice_column(WatchKind, "kind")
    day: Mapped[date]
    outcome: Mapped[WatchOutcome] = choice_column(WatchOutcome, "outcome")
    note: Mapped[str | None] = mapped_column(Text)
    handled_on: Mapped[date]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)

    agreement: Mapped[Agreement] = relationship(back_populates="handlings", lazy="raise")
    by: Mapped[User | None] = relationship(lazy="raise")


class WatchNotice(Base):
    """A line of the notice log: this was told ``stage`` days before ``day``, and is not told again."""

    __tablename__ = "watch_notices"
    __table_args__ = (UniqueConstraint("agreement_id", "kind", "day", "stage"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"))
    kind: Mapped[WatchKind] = choice_column(WatchKind, "kind")
    day: Mapped[date]
    stage: Mapped[int]
    told_on: Mapped[date] = mapped_column(index=True)

    agreement: Mapped[Agreement] = relationship(lazy="raise")
