"""Partnerships (결연, 교류관계): one tie between the home and one partner, and what befell it."""

from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Composite, Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Part, Record
from partnerships.models.city import City
from partnerships.models.types import Choice, PartialDate, choice_column, partial_date

if TYPE_CHECKING:
    from partnerships.models.agreement import Agreement
    from partnerships.models.document import Document
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


class Side(Choice):
    """Which side of a tie, an agreement or a meeting."""

    HOME = "home", N_("Home")
    PARTNER = "partner", N_("Partner")
    BOTH = "both", N_("Both sides")


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
    home_label: Mapped[str | None] = mapped_column(String(120))
    partner_label: Mapped[str | None] = mapped_column(String(120))
    home_status: Mapped[TieStatus] = choice_column(TieStatus, "home_status", default=TieStatus.ACTIVE)
    partner_status: Mapped[TieStatus] = choice_column(TieStatus, "partner_status", default=TieStatus.UNKNOWN)
    is_dormant: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None] = mapped_column(Text)

    partner: Mapped[City] = relationship(foreign_keys=[partner_id], lazy="raise")
    claims: Mapped[list["FoundingClaim"]] = relationship(
        back_populates="partnership", lazy="raise", order_by="FoundingClaim.is_preferred.desc(), FoundingClaim.id"
    )
    events: Mapped[list["PartnershipEvent"]] = relationship(
        back_populates="partnership", lazy="raise", order_by="PartnershipEvent.id"
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


class FoundingClaim(Part, Base):
    """What one source says of the founding: when, and as what."""

    __tablename__ = "founding_claims"
    part_of = "partnership_id"

    partnership_id: Mapped[int] = mapped_column(ForeignKey("partnerships.id"), index=True)
    founded: Composite[PartialDate | None] = partial_date("founded")
    tier: Mapped[Tier] = choice_column(Tier, "tier", default=Tier.UNSPECIFIED)
    # The source's own word for the tie (友好都市, 친선결연).
    wording: Mapped[str | None] = mapped_column(String(200))
    source: Mapped[str] = mapped_column(String(500))
    note: Mapped[str | None] = mapped_column(Text)
    is_preferred: Mapped[bool] = mapped_column(default=False)

    partnership: Mapped[Partnership] = relationship(back_populates="claims", lazy="raise")

    def contradicts(self, other: "FoundingClaim") -> bool:
        """Whether the two cannot both be true: date ranges that do not overlap, or different tiers."""
        mine, theirs = self.founded, other.founded
        apart = (
            mine is not None
            and theirs is not None
            and mine.earliest is not None
            and mine.latest is not None
            and theirs.earliest is not None
            and theirs.latest is not None
            and (mine.latest < theirs.earliest or theirs.latest < mine.earliest)
        )
        tiers = {self.tier, other.tier} - {Tier.UNSPECIFIED}
        return apart or len(tiers) == 2


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


class PartnershipEvent(Part, Base):
    """One turn in a tie's life: by which side, on which dates, for what reason, on what basis."""

    __tablename__ = "partnership_events"
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
    basis: Mapped[str | None] = mapped_column(String(500))
    basis_agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreements.id"), index=True)
    source: Mapped[str | None] = mapped_column(String(500))

    partnership: Mapped[Partnership] = relationship(back_populates="events", lazy="raise")
    basis_agreement: Mapped["Agreement | None"] = relationship(lazy="raise")

    @property
    def when(self) -> PartialDate | None:
        """The date to place the event on a time line by: effective, else decided, notified or announced."""
        return self.effective or self.decided or self.notified or self.announced
