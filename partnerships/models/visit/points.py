"""What is to be said at a programme item: talking points (말씀자료) and anticipated questions (예상 질의·답변)."""

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part
from partnerships.models.types import Bilingual, Choice, UtcDateTime, choice_column

if TYPE_CHECKING:
    from partnerships.models.visit.programme import ProgrammeItem


class Likelihood(Choice):
    """How likely a point comes up, and from which side."""

    CERTAIN = "certain", N_("Certain")
    POSSIBLE = "possible", N_("Possible")
    DEFENSIVE = "defensive", N_("Only if raised")


class TalkingPoint(Part, Base):
    """One point to make, with its background; afterwards, whether it was raised and what was replied."""

    __tablename__ = "talking_points"
    __table_args__ = (CheckConstraint("topic_ko IS NOT NULL OR topic_en IS NOT NULL", name="topic_given"),)
    part_of = "item_id"

    item_id: Mapped[int] = mapped_column(ForeignKey("programme_items.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    likelihood: Mapped[Likelihood] = choice_column(Likelihood, "likelihood", default=Likelihood.POSSIBLE)
    topic_ko: Mapped[str | None] = mapped_column(String(300))
    topic_en: Mapped[str | None] = mapped_column(String(300))
    topic: Mapped[Bilingual] = composite("topic_ko", "topic_en")
    point_ko: Mapped[str | None] = mapped_column(Text)
    point_en: Mapped[str | None] = mapped_column(Text)
    point: Mapped[Bilingual] = composite("point_ko", "point_en")
    background_ko: Mapped[str | None] = mapped_column(Text)
    background_en: Mapped[str | None] = mapped_column(Text)
    background: Mapped[Bilingual] = composite("background_ko", "background_en")
    # Empty until somebody says.
    raised: Mapped[bool | None]
    reply_ko: Mapped[str | None] = mapped_column(Text)
    reply_en: Mapped[str | None] = mapped_column(Text)
    reply: Mapped[Bilingual] = composite("reply_ko", "reply_en")
    # When it was raised or let be, by the clock of who noted it: the later of two notes stands.
    noted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    item: Mapped["ProgrammeItem"] = relationship(back_populates="points", lazy="raise")


class AnticipatedQuestion(Part, Base):
    """A question that the guests or the press may ask, with the answer."""

    __tablename__ = "anticipated_questions"
    __table_args__ = (CheckConstraint("question_ko IS NOT NULL OR question_en IS NOT NULL", name="question_given"),)
    part_of = "item_id"

    item_id: Mapped[int] = mapped_column(ForeignKey("programme_items.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    question_ko: Mapped[str | None] = mapped_column(Text)
    question_en: Mapped[str | None] = mapped_column(Text)
    question: Mapped[Bilingual] = composite("question_ko", "question_en")
    answer_ko: Mapped[str | None] = mapped_column(Text)
    answer_en: Mapped[str | None] = mapped_column(Text)
    answer: Mapped[Bilingual] = composite("answer_ko", "answer_en")

    item: Mapped["ProgrammeItem"] = relationship(back_populates="questions", lazy="raise")
