"""The parties of an agreement and who signed for them."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.side import Side
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date

if TYPE_CHECKING:
    from partnerships.models.agreement.agreement import Agreement


class AgreementParty(Part, Base):
    """A city or an organisation that is party to an agreement."""

    __tablename__ = "agreement_parties"
    __table_args__ = (CheckConstraint("(city_id IS NULL) <> (organisation_id IS NULL)", name="city_or_organisation"),)
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    city_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), index=True)
    side: Mapped[Side] = choice_column(Side, "side")
    position: Mapped[int] = mapped_column(default=0)
    contact: Mapped[str | None] = mapped_column(String(300))

    agreement: Mapped["Agreement"] = relationship(back_populates="parties", lazy="raise")
    city: Mapped[City | None] = relationship(lazy="raise")
    organisation: Mapped[Organisation | None] = relationship(lazy="raise")


class Capacity(Choice):
    """In what capacity somebody signed."""

    OWN_RIGHT = "own_right", N_("In own right")
    DEPUTY = "deputy", N_("As deputy")
    ACTING = "acting", N_("As acting head")
    ON_BEHALF = "on_behalf", N_("On behalf of another")


class SigningManner(Choice):
    """How somebody signed."""

    IN_PERSON = "in_person", N_("In person")
    CORRESPONDENCE = "correspondence", N_("By correspondence")
    REMOTE = "remote", N_("Remotely")
    NOT_STATED = "not_stated", N_("Not stated")


class Signature(Part, Base):
    """One signature: by whom if known, with the title held then, for which party, when and how."""

    __tablename__ = "signatures"
    __table_args__ = (
        CheckConstraint("person_id IS NOT NULL OR title_ko IS NOT NULL OR title_en IS NOT NULL", name="signer_given"),
    )
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("agreement_parties.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    title_ko: Mapped[str | None] = mapped_column(String(200))
    title_en: Mapped[str | None] = mapped_column(String(200))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    capacity: Mapped[Capacity] = choice_column(Capacity, "capacity", default=Capacity.OWN_RIGHT)
    on_behalf_of: Mapped[str | None] = mapped_column(String(200))
    signed: Composite[PartialDate | None] = partial_date("signed")
    manner: Mapped[SigningManner] = choice_column(SigningManner, "manner", default=SigningManner.NOT_STATED)
    # Where this side signed, when not where the agreement was; when its copies went out and came back.
    city_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    place_ko: Mapped[str | None] = mapped_column(String(200))
    place_en: Mapped[str | None] = mapped_column(String(200))
    place: Mapped[Bilingual] = composite("place_ko", "place_en")
    sent: Composite[PartialDate | None] = partial_date("sent")
    returned: Composite[PartialDate | None] = partial_date("returned")

    agreement: Mapped["Agreement"] = relationship(back_populates="signatures", lazy="raise")
    party: Mapped[AgreementParty] = relationship(lazy="raise")
    person: Mapped[Person | None] = relationship(lazy="raise")
    city: Mapped[City | None] = relationship(lazy="raise")


class Witness(Part, Base):
    """Somebody who stood by when it was signed, and signed nothing or as a witness only."""

    __tablename__ = "witnesses"
    __table_args__ = (
        CheckConstraint("person_id IS NOT NULL OR title_ko IS NOT NULL OR title_en IS NOT NULL", name="witness_given"),
    )
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    side: Mapped[Side] = choice_column(Side, "side", default=Side.BOTH)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    title_ko: Mapped[str | None] = mapped_column(String(200))
    title_en: Mapped[str | None] = mapped_column(String(200))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    note: Mapped[str | None] = mapped_column(String(300))

    agreement: Mapped["Agreement"] = relationship(back_populates="witnesses", lazy="raise")
    person: Mapped[Person | None] = relationship(lazy="raise")
