"""What befell a tie: by which side, on which dates, for what reason, on what basis, approved by whom."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Composite, Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.approval import Approval
from partnerships.models.base import Base, Part
from partnerships.models.partnership.tie import Partnership, Tier, TieStatus
from partnerships.models.side import Side
from partnerships.models.types import Choice, PartialDate, choice_column, partial_date

if TYPE_CHECKING:
    from partnerships.models.agreement import Agreement


class PartnershipEventKind(Choice):
    """What befell a tie."""

    PROPOSED = "proposed", N_("Proposed")
    ESTABLISHED = "established", N_("Established")
    TIER_CHANGED = "tier_changed", N_("Tier changed")
    SUSPENDED = "suspended", N_("Suspended")
    RESUMED = "resumed", N_("Resumed")
    RENEWED = "renewed", N_("Renewed")
    ENDED = "ended", N_("Ended")
    SUCCEEDED = "succeeded", N_("Taken over by a successor")

    @property
    def status_after(self) -> TieStatus | None:
        """Where a side stands after it; ``None`` where it leaves the side where it was."""
        return _STATUS_AFTER.get(self)


_STATUS_AFTER = {
    PartnershipEventKind.ESTABLISHED: TieStatus.ACTIVE,
    PartnershipEventKind.RESUMED: TieStatus.ACTIVE,
    PartnershipEventKind.RENEWED: TieStatus.ACTIVE,
    PartnershipEventKind.SUSPENDED: TieStatus.SUSPENDED,
    PartnershipEventKind.ENDED: TieStatus.ENDED,
    PartnershipEventKind.SUCCEEDED: TieStatus.ENDED,
}


# The kinds of event after which a tie is of the tier that they name.
TIER_SETTING = (PartnershipEventKind.ESTABLISHED, PartnershipEventKind.TIER_CHANGED)


class BasisKind(Choice):
    """What kind of act a turn rests on."""

    AGREEMENT = "agreement", N_("Agreement")
    RESOLUTION = "resolution", N_("Resolution")
    LETTER = "letter", N_("Letter")
    DECISION = "decision", N_("Decision")
    OTHER = "other", N_("Other")
    NOT_STATED = "not_stated", N_("Not stated")


class PartnershipEvent(Part, Base):
    """One turn in a tie's life: by which side, on which dates, for what reason, on what basis."""

    __tablename__ = "partnership_events"
    __table_args__ = (
        CheckConstraint("successor_id <> partnership_id", name="not_its_own_successor"),
        CheckConstraint("successor_id IS NULL OR kind = 'succeeded'", name="successor_with_kind"),
    )
    part_of = "partnership_id"

    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnerships.id"), index=True)
    kind: Mapped[PartnershipEventKind] = choice_column(PartnershipEventKind, "kind")
    side: Mapped[Side] = choice_column(Side, "side", default=Side.BOTH)
    tier: Mapped[Tier | None] = choice_column(Tier, "tier", nullable=True)
    announced: Composite[PartialDate | None] = partial_date("announced")
    decided: Composite[PartialDate | None] = partial_date("decided")
    notified: Composite[PartialDate | None] = partial_date("notified")
    effective: Composite[PartialDate | None] = partial_date("effective")
    reason: Mapped[str | None] = mapped_column(Text)
    condition: Mapped[str | None] = mapped_column(Text)
    basis_kind: Mapped[BasisKind] = choice_column(BasisKind, "basis_kind", default=BasisKind.NOT_STATED)
    basis: Mapped[str | None] = mapped_column(String(500))
    basis_agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    source: Mapped[str | None] = mapped_column(String(500))
    # The tie that goes on in this one's place, where a successor took it over.
    successor_id: Mapped[int | None] = mapped_column(ForeignKey("partnerships.id"), index=True)

    partnership: Mapped[Partnership] = relationship(
        back_populates="events", foreign_keys=[partnership_id], lazy="raise"
    )
    successor: Mapped[Partnership | None] = relationship(
        back_populates="taken_over", foreign_keys=[successor_id], lazy="raise"
    )
    approvals: Mapped[list["EventApproval"]] = relationship(
        back_populates="event", lazy="raise", order_by="EventApproval.id"
    )
    basis_agreement: Mapped["Agreement | None"] = relationship(lazy="raise")

    @property
    def when(self) -> PartialDate | None:
        """The date to place the event on a time line by: effective, else decided, notified or announced."""
        return self.effective or self.decided or self.notified or self.announced


class EventApproval(Approval, Base):
    """An approval that a turn in a tie's life needed."""

    __tablename__ = "event_approvals"
    part_of = "event_id"

    event_id: Mapped[int] = mapped_column(ForeignKey("partnership_events.id"), index=True)

    event: Mapped[PartnershipEvent] = relationship(back_populates="approvals", lazy="raise")
