"""Approvals (승인): what a body of either side decides before or after signing, and kept apart from it."""

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Composite, Mapped, declared_attr, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Part
from partnerships.models.organisation import Organisation
from partnerships.models.side import Side
from partnerships.models.types import Choice, PartialDate, choice_column, partial_date


class ApprovalKind(Choice):
    """What is asked of the body."""

    LEGAL_REVIEW = "legal_review", N_("Legal review")
    COUNCIL_CONSENT = "council_consent", N_("Council consent")
    COUNCIL_REPORT = "council_report", N_("Report to the council")
    MINISTRY_CONSULTATION = "ministry_consultation", N_("Consultation of a ministry")
    RATIFICATION = "ratification", N_("Ratification")
    PROMULGATION = "promulgation", N_("Promulgation")


class ApprovalResult(Choice):
    """What the body decided; a report is received, a consultation answered: both count as granted."""

    PENDING = "pending", N_("Pending")
    GRANTED = "granted", N_("Granted")
    REFUSED = "refused", N_("Not granted")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class Approval(Part):
    """One approval: whose body, on which side, requested and decided when, under which number, by which vote."""

    body: Mapped[str | None] = mapped_column(String(200))
    number: Mapped[str | None] = mapped_column(String(120))
    vote: Mapped[str | None] = mapped_column(String(120))
    # What depends on it waits for it: an agreement does not come into force before.
    is_required: Mapped[bool] = mapped_column(default=True)
    note: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(String(500))

    @declared_attr
    @classmethod
    def kind(cls) -> Mapped[ApprovalKind]:
        return choice_column(ApprovalKind, "kind")

    @declared_attr
    @classmethod
    def side(cls) -> Mapped[Side]:
        return choice_column(Side, "side", default=Side.HOME)

    @declared_attr
    @classmethod
    def result(cls) -> Mapped[ApprovalResult]:
        return choice_column(ApprovalResult, "result", default=ApprovalResult.PENDING)

    @declared_attr
    @classmethod
    def requested(cls) -> Composite[PartialDate | None]:
        return partial_date("requested")

    @declared_attr
    @classmethod
    def decided(cls) -> Composite[PartialDate | None]:
        return partial_date("decided")

    @declared_attr
    @classmethod
    def organisation_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("organisations.id"), index=True)

    @declared_attr
    @classmethod
    def organisation(cls) -> Mapped[Organisation | None]:
        return relationship(lazy="raise")

    @property
    def holds_up(self) -> bool:
        """Whether what depends on it still waits: required, and not granted."""
        return self.is_required and not self.is_archived and self.result in _UNSETTLED


_UNSETTLED = (ApprovalResult.PENDING, ApprovalResult.REFUSED)
