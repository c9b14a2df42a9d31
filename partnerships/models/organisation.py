"""Organisations (기관): departments, committees, universities, companies and international bodies."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.city import City
from partnerships.models.types import Bilingual, Choice, choice_column

if TYPE_CHECKING:
    from partnerships.models.document import Document


class OrganisationKind(Choice):
    """What an organisation is."""

    DEPARTMENT = "department", N_("Department")
    COUNCIL = "council", N_("Council or assembly")
    COMMITTEE = "committee", N_("Committee")
    UNIVERSITY = "university", N_("University or school")
    MUSEUM = "museum", N_("Museum or cultural institution")
    PUBLIC_BODY = "public_body", N_("Public corporation or foundation")
    COMPANY = "company", N_("Company")
    MISSION = "mission", N_("Diplomatic mission")
    INTERNATIONAL_BODY = "international_body", N_("International body")
    OTHER = "other", N_("Other")


class Organisation(Record, Base):
    """An organisation of a city, or of none."""

    __tablename__ = "organisations"
    __table_args__ = (
        CheckConstraint("name_ko IS NOT NULL OR name_en IS NOT NULL", name="name_given"),
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
    )
    prefix = "ORG"

    name_ko: Mapped[str | None] = mapped_column(String(200), index=True)
    name_en: Mapped[str | None] = mapped_column(String(200), index=True)
    name: Mapped[Bilingual] = composite("name_ko", "name_en")
    name_local: Mapped[str | None] = mapped_column(String(200))
    kind: Mapped[OrganisationKind] = choice_column(OrganisationKind, "kind")
    city_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    website: Mapped[str | None] = mapped_column(String(500))
    phone: Mapped[str | None] = mapped_column(String(60))
    note: Mapped[str | None] = mapped_column(Text)

    city: Mapped[City | None] = relationship(foreign_keys=[city_id], lazy="raise")
    parent: Mapped["Organisation | None"] = relationship(
        foreign_keys=[parent_id], remote_side="Organisation.id", lazy="raise", post_update=True
    )
    documents: Mapped[list["Document"]] = relationship(
        back_populates="organisation",
        foreign_keys="Document.organisation_id",
        lazy="raise",
        order_by="Document.id",
    )
