"""Who of the office runs a visit (전담반), and what each of them looks after."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.models.account import User
from partnerships.models.base import Base, Part
from partnerships.models.types import Bilingual

if TYPE_CHECKING:
    from partnerships.models.visit.visit import Visit

# How one of the team is called on the way, often on a phone of their own: seen by the team and coordinators only.
TEAM_CONTACTS = ("phone",)


class TeamMember(Part, Base):
    """One who runs the visit: a colleague with an account, or somebody by name (a driver, a hired interpreter).

    Colleagues of the team see the visit however restricted it is, and the needs of its guests.
    """

    __tablename__ = "team_members"
    __table_args__ = (CheckConstraint("user_id IS NOT NULL OR name IS NOT NULL", name="who_given"),)
    part_of = "visit_id"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visits.id"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    name: Mapped[str | None] = mapped_column(String(120))
    duty_ko: Mapped[str | None] = mapped_column(String(200))
    duty_en: Mapped[str | None] = mapped_column(String(200))
    duty: Mapped[Bilingual] = composite("duty_ko", "duty_en")
    phone: Mapped[str | None] = mapped_column(String(60))
    position: Mapped[int] = mapped_column(default=0)

    visit: Mapped["Visit"] = relationship(back_populates="team", lazy="raise")
    user: Mapped[User | None] = relationship(lazy="raise")
