"""Notes taken while a programme item goes on, often on a phone with a bad line."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.models.account import User
from partnerships.models.base import Base, Part
from partnerships.models.types import UtcDateTime

if TYPE_CHECKING:
    from partnerships.models.visit.programme import ProgrammeItem


class ItemNote(Part, Base):
    """One note of one officer."""

    __tablename__ = "item_notes"
    part_of = "item_id"

    item_id: Mapped[int] = mapped_column(ForeignKey("programme_items.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    text: Mapped[str] = mapped_column(Text)
    # Made by the browser: what is sent again after a broken line is known to be here already.
    client_key: Mapped[str | None] = mapped_column(String(36), unique=True)

    item: Mapped["ProgrammeItem"] = relationship(back_populates="notes", lazy="raise")
    by: Mapped[User | None] = relationship(lazy="raise")
