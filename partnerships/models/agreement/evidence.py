"""Evidence (이행 근거): what shows that a commitment was kept, each piece linked from either end."""

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.models.activity import Activity
from partnerships.models.agreement.agreement import Agreement
from partnerships.models.agreement.commitment import Commitment
from partnerships.models.base import Base, Part
from partnerships.models.document import Document
from partnerships.models.types import Bilingual, PartialDate, partial_date
from partnerships.models.visit import ProgrammeItem, Visit

# A piece of evidence is one of these records, or told in words.
EVIDENCE = ("visit", "programme_item", "further_agreement", "document", "activity")


class Evidence(Part, Base):
    """One piece of evidence; ``happened`` is needed for words alone, a record brings its own date."""

    __tablename__ = "evidence"
    __table_args__ = (
        CheckConstraint(
            " + ".join(f"CASE WHEN {one}_id IS NULL THEN 0 ELSE 1 END" for one in EVIDENCE)
            + " = CASE WHEN told_ko IS NULL AND told_en IS NULL THEN 1 ELSE 0 END",
            name="record_or_words",
        ),
    )
    part_of = "commitment_id"

    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitments.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    programme_item_id: Mapped[int | None] = mapped_column(ForeignKey("programme_items.id"), index=True)
    further_agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"), index=True)
    told_ko: Mapped[str | None] = mapped_column(String(500))
    told_en: Mapped[str | None] = mapped_column(String(500))
    told: Mapped[Bilingual] = composite("told_ko", "told_en")
    happened: Composite[PartialDate | None] = partial_date("happened")
    note: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(String(500))

    commitment: Mapped[Commitment] = relationship(back_populates="evidence", lazy="raise")
    visit: Mapped[Visit | None] = relationship(lazy="raise")
    programme_item: Mapped[ProgrammeItem | None] = relationship(lazy="raise")
    further_agreement: Mapped[Agreement | None] = relationship(lazy="raise")
    document: Mapped[Document | None] = relationship(lazy="raise")
    activity: Mapped[Activity | None] = relationship(lazy="raise")
