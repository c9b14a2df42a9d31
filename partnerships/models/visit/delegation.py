"""Delegations: one for each party, with their head and members in order of precedence."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import Bilingual, Choice, choice_column

if TYPE_CHECKING:
    from partnerships.models.visit.visit import Visit


# What is known of a member as a person: seen by the visit's team and coordinators only, erased after a time.
PRIVATE_FIELDS = ("needs", "arrival", "departure", "hotel")


class Delegation(Part, Base):
    """The people of one party to a visit."""

    __tablename__ = "delegations"
    __table_args__ = (
        CheckConstraint("city_id IS NOT NULL OR organisation_id IS NOT NULL", name="city_or_organisation"),
    )
    part_of = "visit_id"

    visit_id: Mapped[int] = mapped_column(ForeignKey("visits.id"), index=True)
    side: Mapped[Side] = choice_column(Side, "side")
    city_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    note: Mapped[str | None] = mapped_column(Text)

    visit: Mapped["Visit"] = relationship(back_populates="delegations", lazy="raise")
    city: Mapped[City | None] = relationship(lazy="raise")
    organisation: Mapped[Organisation | None] = relationship(lazy="raise")
    members: Mapped[list["Member"]] = relationship(
        back_populates="delegation", lazy="raise", order_by="Member.position, Member.id"
    )


class MemberRole(Choice):
    """What somebody does in a delegation."""

    HEAD = "head", N_("Head of delegation")
    MEMBER = "member", N_("Member")
    INTERPRETER = "interpreter", N_("Interpreter")
    STAFF = "staff", N_("Staff")
    SPOUSE = "spouse", N_("Spouse")
    PRESS = "press", N_("Press")


class Participant(Part):
    """Somebody who takes part: a person, a post without a name, or a described group with a count."""

    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    # For a person the title as held then; without a person the post; for a group its description.
    title_ko: Mapped[str | None] = mapped_column(String(200))
    title_en: Mapped[str | None] = mapped_column(String(200))
    count: Mapped[int | None]
    position: Mapped[int] = mapped_column(default=0)
    note: Mapped[str | None] = mapped_column(String(300))


class Member(Participant, Base):
    """A member of a delegation."""

    __tablename__ = "members"
    __table_args__ = (
        CheckConstraint("person_id IS NOT NULL OR title_ko IS NOT NULL OR title_en IS NOT NULL", name="who_given"),
        CheckConstraint("count > 0", name="count_positive"),
    )
    part_of = "delegation_id"

    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegations.id"), index=True)
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    role: Mapped[MemberRole] = choice_column(MemberRole, "role", default=MemberRole.MEMBER)
    language: Mapped[str | None] = mapped_column(String(60))
    # These four are the PRIVATE_FIELDS.
    needs: Mapped[str | None] = mapped_column(Text)
    arrival: Mapped[str | None] = mapped_column(String(200))
    departure: Mapped[str | None] = mapped_column(String(200))
    hotel: Mapped[str | None] = mapped_column(String(200))
    # The day on which they agreed that the office keeps their personal data (개인정보 수집·이용 동의).
    consented_on: Mapped[date | None]

    delegation: Mapped[Delegation] = relationship(back_populates="members", lazy="raise")
    person: Mapped[Person | None] = relationship(lazy="raise")
