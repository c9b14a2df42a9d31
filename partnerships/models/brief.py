"""Issued briefs: papers frozen with the values they were made from, who issued them, and when."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.languages import N_, Language
from partnerships.models.account import User
from partnerships.models.base import Base, Record
from partnerships.models.types import Choice, UtcDateTime, choice_column
from partnerships.models.visit import Member, ProgrammeItem, Visit


class BriefKind(Choice):
    """Which paper it is."""

    EVENT_SUMMARY = "event_summary", N_("Event summary")
    VISIT_BOOK = "visit_book", N_("Visit book")
    MY_PROGRAMME = "my_programme", N_("My programme")
    AFTER_ACTION_REPORT = "after_action_report", N_("After-action report")


class Edition(Choice):
    """For whom a paper is made."""

    INTERNAL = "internal", N_("Internal edition")
    PUBLIC = "public", N_("Public edition")


class Brief(Record, Base):
    """One issued paper. Its bytes are in the file store under ``sha256``; nothing of it changes any more."""

    __tablename__ = "briefs"
    __table_args__ = (CheckConstraint("home_id IS NOT NULL", name="home_given"),)
    prefix = "BRF"
    dated = True

    kind: Mapped[BriefKind] = choice_column(BriefKind, "kind")
    edition: Mapped[Edition] = choice_column(Edition, "edition")
    language: Mapped[Language] = mapped_column(String(2))
    title: Mapped[str] = mapped_column(String(300))
    as_of: Mapped[date]
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    issued_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    programme_item_id: Mapped[int | None] = mapped_column(ForeignKey("programme_items.id"), index=True)
    # Whose programme it is, of a paper made for one who takes part.
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("briefs.id"), unique=True)
    values: Mapped[dict[str, Any]] = mapped_column(JSON)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]

    issued_by: Mapped[User] = relationship(foreign_keys=[issued_by_id], lazy="raise")
    visit: Mapped[Visit | None] = relationship(lazy="raise")
    programme_item: Mapped[ProgrammeItem | None] = relationship(lazy="raise")
    member: Mapped[Member | None] = relationship(lazy="raise")
    supersedes: Mapped["Brief | None"] = relationship(remote_side="Brief.id", lazy="raise")
