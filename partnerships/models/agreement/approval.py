"""The approvals of an agreement: for concluding, changing, renewing, suspending or ending it."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.agreement.agreement import Agreement
from partnerships.models.approval import Approval
from partnerships.models.base import Base
from partnerships.models.types import Choice, choice_column


class ApprovalPurpose(Choice):
    """What the approval is needed for."""

    CONCLUDE = "conclude", N_("To conclude it")
    AMEND = "amend", N_("To amend it")
    RENEW = "renew", N_("To renew it")
    SUSPEND = "suspend", N_("To suspend it")
    END = "end", N_("To end it")


class AgreementApproval(Approval, Base):
    """One approval of an agreement."""

    __tablename__ = "agreement_approvals"
    part_of = "agreement_id"

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreements.id"), index=True)
    purpose: Mapped[ApprovalPurpose] = choice_column(ApprovalPurpose, "purpose", default=ApprovalPurpose.CONCLUDE)

    agreement: Mapped[Agreement] = relationship(back_populates="approvals", lazy="raise")
