"""How agreements descend from one another: one elaborates, renews or implements another."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part
from partnerships.models.types import Choice, choice_column

if TYPE_CHECKING:
    from partnerships.models.agreement.agreement import Agreement


class Relation(Choice):
    """What an agreement does to the one that it descends from."""

    ELABORATES = "elaborates", N_("Elaborates")
    AMENDS = "amends", N_("Amends")
    SUPPLEMENTS = "supplements", N_("Supplements")
    REAFFIRMS = "reaffirms", N_("Reaffirms")
    RENEWS = "renews", N_("Renews")
    SUPERSEDES = "supersedes", N_("Supersedes")
    IMPLEMENTS = "implements", N_("Implements")


class AgreementLink(Part, Base):
    """One step of lineage, from the later paper to the earlier one; the earlier may be a paper outside the system."""

    __tablename__ = "agreement_links"
    __table_args__ = (
        CheckConstraint("(target_id IS NULL) <> (target_text IS NULL)", name="target_or_text"),
        CheckConstraint("target_id <> agreement_id", name="not_to_itself"),
    )
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    relation: Mapped[Relation] = choice_column(Relation, "relation")
    target_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    target_text: Mapped[str | None] = mapped_column(String(300))
    note: Mapped[str | None] = mapped_column(Text)

    agreement: Mapped["Agreement"] = relationship(back_populates="links", foreign_keys=[agreement_id], lazy="raise")
    target: Mapped["Agreement | None"] = relationship(
        back_populates="linked_from", foreign_keys=[target_id], lazy="raise"
    )
