"""Saved views: the conditions of a list under a name, one's own or shared with the colleagues of a home side."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.models.account import User
from partnerships.models.base import Base
from partnerships.models.city import City


class SavedView(Base):
    """The ``query`` of the address of a list (``listing`` is its endpoint) under a name.

    A preference rather than a record: it is renamed and deleted at will, and stands in no audit trail.
    """

    __tablename__ = "saved_views"
    __table_args__ = (
        UniqueConstraint("user_id", "listing", "name"),
        CheckConstraint("length(name) > 0", name="name_given"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    listing: Mapped[str] = mapped_column(String(60), index=True)
    name: Mapped[str] = mapped_column(String(80))
    query: Mapped[str] = mapped_column(Text)
    # The colleagues of this home side see it too; null keeps it to oneself.
    shared_with_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)

    user: Mapped[User] = relationship(lazy="raise")
    shared_with: Mapped[City | None] = relationship(lazy="raise")
