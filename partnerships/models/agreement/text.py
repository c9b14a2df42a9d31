"""The texts of an agreement: in which languages, which of them authentic, and which prevails."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Composite, Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.agreement.agreement import Agreement
from partnerships.models.base import Base, Part
from partnerships.models.document import Document
from partnerships.models.types import Choice, PartialDate, choice_column, partial_date


class TextStanding(Choice):
    """What a text is worth."""

    AUTHENTIC = "authentic", N_("Authentic")
    TRANSLATION = "translation", N_("Translation")
    NOT_STATED = "not_stated", N_("Not stated")


class AgreementText(Part, Base):
    """The text in one language (BCP 47), with the number of signed originals where that is known."""

    __tablename__ = "agreement_texts"
    __table_args__ = (CheckConstraint("originals > 0", name="originals_positive"),)
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    language: Mapped[str] = mapped_column(String(12))
    standing: Mapped[TextStanding] = choice_column(TextStanding, "standing", default=TextStanding.NOT_STATED)
    prevails: Mapped[bool] = mapped_column(default=False)
    originals: Mapped[int | None]
    printed: Composite[PartialDate | None] = partial_date("printed")
    kept_at: Mapped[str | None] = mapped_column(String(200))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"), index=True)
    note: Mapped[str | None] = mapped_column(String(500))

    agreement: Mapped[Agreement] = relationship(back_populates="texts", lazy="raise")
    document: Mapped[Document | None] = relationship(lazy="raise")
