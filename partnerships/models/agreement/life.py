"""The life of an agreement as it went: its moves, its renewals, the notices given."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Composite, Mapped, mapped_column, relationship

from partnerships.models.account import User
from partnerships.models.agreement.agreement import Agreement, AgreementStatus, NoticeEffect
from partnerships.models.base import Base, Part
from partnerships.models.side import Side
from partnerships.models.types import PartialDate, UtcDateTime, choice_column, partial_date


class AgreementMove(Part, Base):
    """One move from a status to another: on which day, for what reason, by whom, or by its dates alone."""

    __tablename__ = "agreement_moves"
    __table_args__ = (CheckConstraint("is_automatic OR reason IS NOT NULL", name="reasoned_unless_automatic"),)
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    from_status: Mapped[AgreementStatus] = choice_column(AgreementStatus, "from_status")
    to_status: Mapped[AgreementStatus] = choice_column(AgreementStatus, "to_status")
    moved: Composite[PartialDate | None] = partial_date("moved")
    reason: Mapped[str | None] = mapped_column(Text)
    is_automatic: Mapped[bool] = mapped_column(default=False)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"), index=True)
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)

    agreement: Mapped[Agreement] = relationship(back_populates="moves", lazy="raise")
    by: Mapped[User | None] = relationship(lazy="raise")


class AgreementRenewal(Part, Base):
    """One further term: agreed when and on what basis, or come about by itself; open where ``ends`` is null."""

    __tablename__ = "agreement_renewals"
    __table_args__ = (CheckConstraint("ends >= begins", name="beginning_first"),)
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    agreed: Composite[PartialDate | None] = partial_date("agreed")
    begins: Mapped[date]
    ends: Mapped[date | None]
    is_automatic: Mapped[bool] = mapped_column(default=False)
    basis: Mapped[str | None] = mapped_column(String(500))
    basis_agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)

    agreement: Mapped[Agreement] = relationship(back_populates="renewals", foreign_keys=[agreement_id], lazy="raise")
    basis_agreement: Mapped[Agreement | None] = relationship(foreign_keys=[basis_agreement_id], lazy="raise")


class AgreementNotice(Part, Base):
    """A notice that one side gave: not to renew, or to terminate; archived when it was withdrawn."""

    __tablename__ = "agreement_notices"
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    side: Mapped[Side] = choice_column(Side, "side")
    effect: Mapped[NoticeEffect] = choice_column(NoticeEffect, "effect")
    given: Composite[PartialDate | None] = partial_date("given")
    takes_effect: Mapped[date]
    reason: Mapped[str | None] = mapped_column(Text)
    basis: Mapped[str | None] = mapped_column(String(500))

    agreement: Mapped[Agreement] = relationship(back_populates="notices", lazy="raise")
