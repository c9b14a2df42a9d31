"""Documents: files, or papers known to exist of which the office holds no file (원문 미보유)."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date

if TYPE_CHECKING:
    from partnerships.models.activity import Activity
    from partnerships.models.agreement import Agreement
    from partnerships.models.city import City
    from partnerships.models.gift import Gift
    from partnerships.models.letter import Letter
    from partnerships.models.organisation import Organisation
    from partnerships.models.partnership import Partnership
    from partnerships.models.person import Person
    from partnerships.models.visit import ProgrammeItem, Visit

# A document belongs to exactly one of these.
OWNERS = (
    "city",
    "organisation",
    "person",
    "partnership",
    "agreement",
    "visit",
    "programme_item",
    "activity",
    "gift",
    "letter",
)


class DocumentKind(Choice):
    """What a document is."""

    AGREEMENT_TEXT = "agreement_text", N_("Text of an agreement")
    DRAFT = "draft", N_("Draft")
    LETTER = "letter", N_("Letter")
    BIOGRAPHY = "biography", N_("Biography")
    CITY_PROFILE = "city_profile", N_("City profile")
    MINUTES = "minutes", N_("Minutes of a meeting")
    REPORT = "report", N_("Report")
    PRESS = "press", N_("Press release")
    PRESENTATION = "presentation", N_("Presentation")
    PHOTO = "photo", N_("Photo")
    OTHER = "other", N_("Other")


class Document(Record, Base):
    """One version of a document; a newer version supersedes it and keeps it."""

    __tablename__ = "documents"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint(
            " + ".join(f"CASE WHEN {owner}_id IS NULL THEN 0 ELSE 1 END" for owner in OWNERS) + " = 1",
            name="one_owner",
        ),
        CheckConstraint(
            "(file_name IS NULL AND sha256 IS NULL AND size IS NULL AND media_type IS NULL) OR "
            "(file_name IS NOT NULL AND sha256 IS NOT NULL AND size IS NOT NULL AND media_type IS NOT NULL)",
            name="file_complete",
        ),
        CheckConstraint("supersedes_id <> id", name="not_its_own_version"),
    )
    prefix = "DOC"

    kind: Mapped[DocumentKind] = choice_column(DocumentKind, "kind", default=DocumentKind.OTHER)
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    language: Mapped[str | None] = mapped_column(String(12))
    dated_on: Composite[PartialDate | None] = partial_date("dated_on")
    source: Mapped[str | None] = mapped_column(String(500))
    # Order among the documents of one owner, as on a paper's list of attachments.
    position: Mapped[int] = mapped_column(default=0)
    file_name: Mapped[str | None] = mapped_column(String(255))
    media_type: Mapped[str | None] = mapped_column(String(120))
    size: Mapped[int | None]
    sha256: Mapped[str | None] = mapped_column(String(64), index=True)

    city_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    partnership_id: Mapped[int | None] = mapped_column(ForeignKey("partnerships.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    programme_item_id: Mapped[int | None] = mapped_column(ForeignKey("programme_items.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"), index=True)
    gift_id: Mapped[int | None] = mapped_column(ForeignKey("gifts.id"), index=True)
    letter_id: Mapped[int | None] = mapped_column(ForeignKey("letters.id"), index=True)
    supersedes_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"), unique=True)

    city: Mapped["City | None"] = relationship(back_populates="documents", foreign_keys=[city_id], lazy="raise")
    organisation: Mapped["Organisation | None"] = relationship(
        back_populates="documents", foreign_keys=[organisation_id], lazy="raise"
    )
    person: Mapped["Person | None"] = relationship(back_populates="documents", lazy="raise")
    partnership: Mapped["Partnership | None"] = relationship(back_populates="documents", lazy="raise")
    agreement: Mapped["Agreement | None"] = relationship(back_populates="documents", lazy="raise")
    visit: Mapped["Visit | None"] = relationship(back_populates="documents", lazy="raise")
    programme_item: Mapped["ProgrammeItem | None"] = relationship(back_populates="documents", lazy="raise")
    activity: Mapped["Activity | None"] = relationship(back_populates="documents", lazy="raise")
    gift: Mapped["Gift | None"] = relationship(back_populates="documents", lazy="raise")
    letter: Mapped["Letter | None"] = relationship(back_populates="documents", lazy="raise")
    supersedes: Mapped["Document | None"] = relationship(remote_side="Document.id", lazy="raise")

    @property
    def has_file(self) -> bool:
        """Whether the office holds the file itself."""
        return self.sha256 is not None
