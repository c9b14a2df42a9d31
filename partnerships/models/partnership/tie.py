"""The tie (결연): one home and one partner, how close they are, and where each side stands."""

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.city import City
from partnerships.models.side import Side
from partnerships.models.types import Choice, choice_column

if TYPE_CHECKING:
    from partnerships.models.agreement import Agreement
    from partnerships.models.document import Document
    from partnerships.models.partnership.claim import FoundingClaim
    from partnerships.models.partnership.event import PartnershipEvent
    from partnerships.models.partnership.label import PartnershipLabel
    from partnerships.models.visit import Visit


class Tier(Choice):
    """How close a tie is, or is meant to become."""

    SISTER = "sister", N_("Sister city")
    FRIENDSHIP = "friendship", N_("Friendship city")
    COOPERATION = "cooperation", N_("Cooperation")
    OTHER = "other", N_("Other tie")
    UNSPECIFIED = "unspecified", N_("Tier not stated")


class TieStatus(Choice):
    """Where one side stands: a tie may be ended by one side and still counted by the other."""

    PROSPECTIVE = "prospective", N_("Prospective")
    ACTIVE = "active", N_("Active")
    SUSPENDED = "suspended", N_("Suspended")
    ENDED = "ended", N_("Ended")
    UNKNOWN = "unknown", N_("Not known")


class Partnership(Record, Base):
    """The tie of a home city and a partner city; one for each pair, whichever of them is the home."""

    __tablename__ = "partnerships"
    __table_args__ = (
        UniqueConstraint("pair_low_id", "pair_high_id"),
        CheckConstraint("pair_low_id < pair_high_id", name="pair_ordered"),
        CheckConstraint("home_id IS NOT NULL", name="home_given"),
    )
    prefix = "TIE"
    dated = True

    partner_id: Mapped[int] = mapped_column(ForeignKey("cities.id"), index=True)
    # The pair without its direction, so that a tie cannot be recorded once from each end.
    pair_low_id: Mapped[int] = mapped_column(ForeignKey("cities.id"))
    pair_high_id: Mapped[int] = mapped_column(ForeignKey("cities.id"))
    tier: Mapped[Tier] = choice_column(Tier, "tier")
    home_status: Mapped[TieStatus] = choice_column(TieStatus, "home_status", default=TieStatus.ACTIVE)
    partner_status: Mapped[TieStatus] = choice_column(TieStatus, "partner_status", default=TieStatus.UNKNOWN)
    is_dormant: Mapped[bool] = mapped_column(default=False)
    # When and why somebody last said that the tie is dormant, or that it is not although nothing is recorded.
    dormancy_on: Mapped[date | None]
    dormancy_note: Mapped[str | None] = mapped_column(Text)
    note: Mapped[str | None] = mapped_column(Text)

    partner: Mapped[City] = relationship(foreign_keys=[partner_id], lazy="raise")
    labels: Mapped[list["PartnershipLabel"]] = relationship(
        back_populates="partnership", lazy="raise", order_by="PartnershipLabel.id"
    )
    claims: Mapped[list["FoundingClaim"]] = relationship(
        back_populates="partnership", lazy="raise", order_by="FoundingClaim.is_preferred.desc(), FoundingClaim.id"
    )
    events: Mapped[list["PartnershipEvent"]] = relationship(
        back_populates="partnership",
        foreign_keys="PartnershipEvent.partnership_id",
        lazy="raise",
        order_by="PartnershipEvent.id",
    )
    # The events by which other ties went over into this one.
    taken_over: Mapped[list["PartnershipEvent"]] = relationship(
        back_populates="successor",
        foreign_keys="PartnershipEvent.successor_id",
        lazy="raise",
        order_by="PartnershipEvent.id",
    )
    agreements: Mapped[list["Agreement"]] = relationship(
        secondary="agreement_partnerships", back_populates="partnerships", lazy="raise", order_by="Agreement.id"
    )
    visits: Mapped[list["Visit"]] = relationship(
        secondary="visit_partnerships", back_populates="partnerships", lazy="raise", order_by="Visit.id"
    )
    documents: Mapped[list["Document"]] = relationship(
        back_populates="partnership", lazy="raise", order_by="Document.id"
    )

    @property
    def is_domestic(self) -> bool:
        """Whether both ends lie in one country; ``home`` and ``partner`` must be loaded."""
        return self.home is not None and self.home.country == self.partner.country

    def label_of(self, side: "Side", day: date) -> "PartnershipLabel | None":
        """What ``side`` itself called the tie on ``day``; ``labels`` must be loaded."""
        held = [one for one in self.labels if one.side == side and not one.is_archived and one.may_be_held_on(day)]
        return max(held, key=lambda one: (one.begun or date.min, one.id), default=None)

    @property
    def founding(self) -> "FoundingClaim | None":
        """The preferred claim of when the tie was founded; ``claims`` must be loaded."""
        return next((claim for claim in self.claims if claim.is_preferred and not claim.is_archived), None)

    @property
    def rival_claims(self) -> list["FoundingClaim"]:
        """The claims that cannot be true beside the preferred one; ``claims`` must be loaded."""
        preferred = self.founding
        current = [claim for claim in self.claims if not claim.is_archived]
        return [claim for claim in current if preferred is not None and claim.contradicts(preferred)]

    @property
    def is_founding_disputed(self) -> bool:
        """Whether two claims cannot both be true of the date or of the tier; ``claims`` must be loaded."""
        claims = [claim for claim in self.claims if not claim.is_archived]
        return any(first.contradicts(second) for first in claims for second in claims)
