"""The register of letters (서한): invitations, thanks, congratulations and condolences, sent and received."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date
from partnerships.models.visit import Visit

if TYPE_CHECKING:
    from partnerships.models.document import Document


class LetterKind(Choice):
    """What a letter is for."""

    INVITATION = "invitation", N_("Invitation")
    THANKS = "thanks", N_("Letter of thanks")
    CONGRATULATION = "congratulation", N_("Congratulation")
    CONDOLENCE = "condolence", N_("Condolence")
    PROPOSAL = "proposal", N_("Proposal")
    REPLY = "reply", N_("Reply letter")
    OTHER = "other", N_("Other letter")


class LetterStatus(Choice):
    """How far a letter has come; one that came in is received."""

    TO_WRITE = "to_write", N_("To be written")
    DRAFTED = "drafted", N_("Drafted")
    SENT = "sent", N_("Sent out")
    RECEIVED = "received", N_("Came in")
    DROPPED = "dropped", N_("Letter not needed")


class Letter(Record, Base):
    """One letter, sent or received; its sender and its addressee as a person, or in words."""

    __tablename__ = "letters"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("home_id IS NOT NULL", name="home_given"),
        CheckConstraint("status NOT IN ('sent', 'received') OR dated_on_words IS NOT NULL", name="sent_with_date"),
    )
    prefix = "LTR"
    dated = True

    kind: Mapped[LetterKind] = choice_column(LetterKind, "kind")
    status: Mapped[LetterStatus] = choice_column(LetterStatus, "status", default=LetterStatus.TO_WRITE, index=True)
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    sender_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    sender_told: Mapped[str | None] = mapped_column(String(200))
    addressee_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    addressee_organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    addressee_told: Mapped[str | None] = mapped_column(String(200))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    due_on: Mapped[date | None] = mapped_column(index=True)
    dated_on: Composite[PartialDate | None] = partial_date("dated_on")
    note: Mapped[str | None] = mapped_column(Text)

    sender: Mapped[Person | None] = relationship(foreign_keys=[sender_id], lazy="raise")
    addressee: Mapped[Person | None] = relationship(foreign_keys=[addressee_id], lazy="raise")
    addressee_organisation: Mapped[Organisation | None] = relationship(
        foreign_keys=[addressee_organisation_id], lazy="raise"
    )
    partner: Mapped[City | None] = relationship(foreign_keys=[partner_id], lazy="raise")
    visit: Mapped[Visit | None] = relationship(lazy="raise")
    documents: Mapped[list["Document"]] = relationship(back_populates="letter", lazy="raise", order_by="Document.id")

    @property
    def is_incoming(self) -> bool:
        """Whether it came to the home side."""
        return self.status is LetterStatus.RECEIVED
