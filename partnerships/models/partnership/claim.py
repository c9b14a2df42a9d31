"""What the sources say of a tie's founding; they may disagree, and each is kept."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Composite, Mapped, mapped_column, relationship

from partnerships.models.base import Base, Part
from partnerships.models.partnership.tie import Partnership, Tier
from partnerships.models.types import PartialDate, choice_column, partial_date


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
            mine is not None and theirs is not None and (mine.is_surely_before(theirs) or theirs.is_surely_before(mine))
        )
        tiers = {self.tier, other.tier} - {Tier.UNSPECIFIED}
        return apart or len(tiers) == 2
