"""The register of gifts (선물): given and received, their value, where they are, and whether they were declared."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Numeric, String, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.city import City
from partnerships.models.person import Person
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date
from partnerships.models.visit import ProgrammeItem, Visit

if TYPE_CHECKING:
    from partnerships.models.document import Document


class GiftWay(Choice):
    """Whether the home side gave or received it."""

    GIVEN = "given", N_("Gift given")
    RECEIVED = "received", N_("Gift received")


class Declaration(Choice):
    """Whether a gift must be declared, and whether it was."""

    NOT_STATED = "not_stated", N_("Not judged yet")
    NOT_REQUIRED = "not_required", N_("Need not be declared")
    REQUIRED = "required", N_("To be declared")
    DECLARED = "declared", N_("Declared")


class Gift(Record, Base):
    """One gift, as the register keeps it; who gave and who received it, as a person or in words."""

    __tablename__ = "gifts"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("home_id IS NOT NULL", name="home_given"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("value IS NULL OR currency IS NOT NULL", name="currency_with_value"),
        CheckConstraint("(declaration = 'declared') = (declared_on IS NOT NULL)", name="declared_with_day"),
    )
    prefix = "GFT"
    dated = True

    way: Mapped[GiftWay] = choice_column(GiftWay, "way")
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    quantity: Mapped[int] = mapped_column(default=1)
    # The value of all of it together.
    value: Mapped[Decimal | None] = mapped_column(Numeric(16, 2))
    currency: Mapped[str | None] = mapped_column(String(3))
    is_estimated: Mapped[bool] = mapped_column(default=False)
    happened: Composite[PartialDate | None] = partial_date("happened")
    giver_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    giver_told: Mapped[str | None] = mapped_column(String(200))
    receiver_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    receiver_told: Mapped[str | None] = mapped_column(String(200))
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    visit_id: Mapped[int | None] = mapped_column(ForeignKey("visits.id"), index=True)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("programme_items.id"), index=True)
    occasion: Mapped[str | None] = mapped_column(String(300))
    kept_at: Mapped[str | None] = mapped_column(String(200))
    declaration: Mapped[Declaration] = choice_column(Declaration, "declaration", default=Declaration.NOT_STATED)
    declared_on: Mapped[date | None]
    note: Mapped[str | None] = mapped_column(Text)

    giver: Mapped[Person | None] = relationship(foreign_keys=[giver_id], lazy="raise")
    receiver: Mapped[Person | None] = relationship(foreign_keys=[receiver_id], lazy="raise")
    partner: Mapped[City | None] = relationship(foreign_keys=[partner_id], lazy="raise")
    visit: Mapped[Visit | None] = relationship(lazy="raise")
    item: Mapped[ProgrammeItem | None] = relationship(lazy="raise")
    documents: Mapped[list["Document"]] = relationship(back_populates="gift", lazy="raise", order_by="Document.id")
