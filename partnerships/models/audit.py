"""The audit trail: who did what and when, with each value before and after."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Base
from partnerships.models.types import Choice, UtcDateTime


class Erased(Choice):
    """What stands in the trail in place of personal data once its time is over."""

    ERASED = "erased", N_("Erased")

    @classmethod
    def mark(cls) -> dict[str, bool]:
        """The value that the trail keeps: no text that anybody can have entered is mistaken for it."""
        return {cls.ERASED.value: True}


class AuditEntry(Base):
    """One row changed by one act. Entries are only ever added."""

    __tablename__ = "audit_entries"
    __table_args__ = (Index(None, "record_table", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    # Null when the system itself acted, as the demo's loading does.
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    act: Mapped[str] = mapped_column(String(80))
    reason: Mapped[str | None] = mapped_column(Text)
    # The record that the row belongs to, and the row itself.
    record_table: Mapped[str] = mapped_column(String(60))
    record_id: Mapped[int]
    row_table: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[int]
    # {field: [before, after]}; a new row has only what it was given.
    changes: Mapped[dict[str, list[Any]]] = mapped_column(JSON)

    actor: Mapped[User | None] = relationship(lazy="raise")
