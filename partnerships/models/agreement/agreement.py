"""The agreement itself: what kind of paper, signed when and where, for how long."""

import calendar
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import CheckConstraint, Column, ForeignKey, String, Table, Text
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column, relationship

from partnerships.languages import N_
from partnerships.models.base import Base, Record
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.types import Bilingual, Choice, PartialDate, choice_column, partial_date

if TYPE_CHECKING:
    from partnerships.models.agreement.approval import AgreementApproval
    from partnerships.models.agreement.commitment import Commitment
    from partnerships.models.agreement.life import AgreementMove, AgreementNotice, AgreementRenewal
    from partnerships.models.agreement.lineage import AgreementLink
    from partnerships.models.agreement.party import AgreementParty, Signature, Witness
    from partnerships.models.agreement.text import AgreementText
    from partnerships.models.agreement.watch import WatchHandling
    from partnerships.models.document import Document
    from partnerships.models.partnership import Partnership
    from partnerships.models.visit import ProgrammeItem


class AgreementKind(Choice):
    """What kind of paper it is."""

    DECLARATION = "declaration", N_("Joint declaration")
    SISTER_AGREEMENT = "sister_agreement", N_("Sister city agreement")
    FRIENDSHIP_AGREEMENT = "friendship_agreement", N_("Friendship city agreement")
    COOPERATION_AGREEMENT = "cooperation_agreement", N_("Cooperation agreement")
    STAFF_EXCHANGE_AGREEMENT = "staff_exchange_agreement", N_("Staff exchange agreement")
    PROTOCOL = "protocol", N_("Protocol")
    MOU = "mou", N_("Memorandum of understanding")
    ARRANGEMENT = "arrangement", N_("Arrangement")
    LOI = "loi", N_("Letter of intent")
    ACTION_PLAN = "action_plan", N_("Action plan")
    MINUTES = "minutes", N_("Agreed minutes")
    OTHER = "other", N_("Other")


class AgreementStatus(Choice):
    """Where an agreement stands in its life."""

    DRAFTING = "drafting", N_("Drafting")
    NEGOTIATING = "negotiating", N_("Negotiating")
    CLEARED = "cleared", N_("Cleared")
    SIGNED = "signed", N_("Signed")
    IN_FORCE = "in_force", N_("In force")
    EXPIRED = "expired", N_("Expired")
    TERMINATED = "terminated", N_("Terminated")
    SUPERSEDED = "superseded", N_("Superseded")
    ABANDONED = "abandoned", N_("Abandoned")


# Whoever stands here has signed: the day of signing is known or at least a matter of record.
SIGNED_STATUSES = frozenset(
    {
        AgreementStatus.SIGNED,
        AgreementStatus.IN_FORCE,
        AgreementStatus.EXPIRED,
        AgreementStatus.TERMINATED,
        AgreementStatus.SUPERSEDED,
    }
)


class TermKind(Choice):
    """How long an agreement says that it lasts."""

    NOT_STATED = "not_stated", N_("Not stated")
    MONTHS = "months", N_("For a number of months")
    UNTIL_DATE = "until_date", N_("Until a date")
    UNTIL_EVENT = "until_event", N_("Until an event")
    INDEFINITE = "indefinite", N_("Indefinite")


class RenewalKind(Choice):
    """What an agreement says of its renewal."""

    NOT_STATED = "not_stated", N_("Not stated")
    NONE = "none", N_("None")
    AUTOMATIC = "automatic", N_("Automatic")
    BY_AGREEMENT = "by_agreement", N_("By agreement")


class NoticeKind(Choice):
    """What an agreement says of giving notice."""

    NOT_STATED = "not_stated", N_("Not stated")
    NONE = "none", N_("None")
    MONTHS = "months", N_("A number of months")


class Duty(Choice):
    """How firmly the text binds; it decides whether a council is asked for its consent or only told (보고)."""

    BINDING = "binding", N_("Binding duties")
    EFFORT = "effort", N_("A duty of effort only")
    NOT_STATED = "not_stated", N_("Not stated")


class NoticeEffect(Choice):
    """What a notice brings about."""

    NON_RENEWAL = "non_renewal", N_("Not to be renewed")
    TERMINATION = "termination", N_("Terminated")


agreement_partnerships = Table(
    "agreement_partnerships",
    Base.metadata,
    Column("agreement_id", ForeignKey("agreements.id"), primary_key=True),
    Column("partnership_id", ForeignKey("partnerships.id"), primary_key=True, index=True),
)
agreement_areas = Table(
    "agreement_areas",
    Base.metadata,
    Column("agreement_id", ForeignKey("agreements.id"), primary_key=True),
    Column("area_id", ForeignKey("cooperation_areas.id"), primary_key=True, index=True),
)


def last_day_of_term(first: date, months: int) -> date:
    """The last day of a term of ``months`` that begins on ``first``: three years from 21 October end on 20 October.

    A term whose last month lacks the day ends with that month, as the Civil Act has it (민법 제160조).
    """
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    month_end = calendar.monthrange(year, month + 1)[1]
    if first.day > month_end:
        return date(year, month + 1, month_end)
    return date(year, month + 1, first.day) - timedelta(days=1)


def months_before(day: date, months: int) -> date:
    """The same day ``months`` earlier, or the last of its month where that has no such day; later with a minus."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class Agreement(Record, Base):
    """A paper by which two or more parties agree on something."""

    __tablename__ = "agreements"
    __table_args__ = (
        CheckConstraint("title_ko IS NOT NULL OR title_en IS NOT NULL", name="title_given"),
        CheckConstraint("home_id IS NOT NULL", name="home_given"),
        CheckConstraint("(term_kind = 'months') = (term_months IS NOT NULL)", name="term_months_with_kind"),
        CheckConstraint("term_months > 0", name="term_months_positive"),
        CheckConstraint("(term_kind = 'until_date') = (term_until IS NOT NULL)", name="term_until_with_kind"),
        CheckConstraint("(notice_kind = 'months') = (notice_months IS NOT NULL)", name="notice_months_with_kind"),
        CheckConstraint("ends_override IS NULL OR ends_override_reason IS NOT NULL", name="override_reasoned"),
        CheckConstraint("(notice_effect IS NULL) = (ends_by_notice IS NULL)", name="notice_effect_with_day"),
    )
    prefix = "AGR"
    dated = True

    kind: Mapped[AgreementKind] = choice_column(AgreementKind, "kind")
    title_ko: Mapped[str | None] = mapped_column(String(300))
    title_en: Mapped[str | None] = mapped_column(String(300))
    title: Mapped[Bilingual] = composite("title_ko", "title_en")
    status: Mapped[AgreementStatus] = choice_column(AgreementStatus, "status", index=True)
    status_reason: Mapped[str | None] = mapped_column(Text)
    summary_ko: Mapped[str | None] = mapped_column(Text)
    summary_en: Mapped[str | None] = mapped_column(Text)
    summary: Mapped[Bilingual] = composite("summary_ko", "summary_en")
    signed: Composite[PartialDate | None] = partial_date("signed")
    signing_city_id: Mapped[int | None] = mapped_column(ForeignKey("cities.id"), index=True)
    signing_place_ko: Mapped[str | None] = mapped_column(String(200))
    signing_place_en: Mapped[str | None] = mapped_column(String(200))
    signing_place: Mapped[Bilingual] = composite("signing_place_ko", "signing_place_en")
    signed_at_item_id: Mapped[int | None] = mapped_column(ForeignKey("programme_items.id"), index=True)
    effective: Composite[PartialDate | None] = partial_date("effective")
    term_kind: Mapped[TermKind] = choice_column(TermKind, "term_kind", default=TermKind.NOT_STATED)
    term_months: Mapped[int | None]
    term_until: Mapped[date | None]
    term_event: Mapped[str | None] = mapped_column(String(300))
    review_months: Mapped[int | None]
    renewal_kind: Mapped[RenewalKind] = choice_column(RenewalKind, "renewal_kind", default=RenewalKind.NOT_STATED)
    renewal_months: Mapped[int | None]
    notice_kind: Mapped[NoticeKind] = choice_column(NoticeKind, "notice_kind", default=NoticeKind.NOT_STATED)
    notice_months: Mapped[int | None]
    # These three follow from the renewals, the notices and the approvals, whose commands keep them.
    renewed_until: Mapped[date | None]
    ends_by_notice: Mapped[date | None]
    notice_effect: Mapped[NoticeEffect | None] = choice_column(NoticeEffect, "notice_effect", nullable=True)
    awaits_approval: Mapped[bool] = mapped_column(default=False)
    ends_override: Mapped[date | None]
    ends_override_reason: Mapped[str | None] = mapped_column(String(500))
    duty: Mapped[Duty] = choice_column(Duty, "duty", default=Duty.NOT_STATED)
    termination_note: Mapped[str | None] = mapped_column(Text)
    costs_note: Mapped[str | None] = mapped_column(Text)
    disputes_note: Mapped[str | None] = mapped_column(Text)
    legal_effect_note: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str | None] = mapped_column(String(500))

    signing_city: Mapped[City | None] = relationship(foreign_keys=[signing_city_id], lazy="raise")
    signed_at_item: Mapped["ProgrammeItem | None"] = relationship(back_populates="agreements", lazy="raise")
    partnerships: Mapped[list["Partnership"]] = relationship(
        secondary=agreement_partnerships, back_populates="agreements", lazy="raise", order_by="Partnership.id"
    )
    areas: Mapped[list[CooperationArea]] = relationship(
        secondary=agreement_areas, lazy="raise", order_by="CooperationArea.position, CooperationArea.id"
    )
    parties: Mapped[list["AgreementParty"]] = relationship(
        back_populates="agreement", lazy="raise", order_by="AgreementParty.position, AgreementParty.id"
    )
    signatures: Mapped[list["Signature"]] = relationship(
        back_populates="agreement", lazy="raise", order_by="Signature.id"
    )
    witnesses: Mapped[list["Witness"]] = relationship(back_populates="agreement", lazy="raise", order_by="Witness.id")
    texts: Mapped[list["AgreementText"]] = relationship(
        back_populates="agreement", lazy="raise", order_by="AgreementText.id"
    )
    approvals: Mapped[list["AgreementApproval"]] = relationship(
        back_populates="agreement", lazy="raise", order_by="AgreementApproval.id"
    )
    moves: Mapped[list["AgreementMove"]] = relationship(
        back_populates="agreement", lazy="raise", order_by="AgreementMove.id"
    )
    renewals: Mapped[list["AgreementRenewal"]] = relationship(
        back_populates="agreement",
        foreign_keys="AgreementRenewal.agreement_id",
        lazy="raise",
        order_by="AgreementRenewal.id",
    )
    notices: Mapped[list["AgreementNotice"]] = relationship(
        back_populates="agreement", lazy="raise", order_by="AgreementNotice.id"
    )
    handlings: Mapped[list["WatchHandling"]] = relationship(
        back_populates="agreement", lazy="raise", order_by="WatchHandling.id"
    )
    commitments: Mapped[list["Commitment"]] = relationship(
        back_populates="agreement", lazy="raise", order_by="Commitment.number"
    )
    links: Mapped[list["AgreementLink"]] = relationship(
        back_populates="agreement", foreign_keys="AgreementLink.agreement_id", lazy="raise", order_by="AgreementLink.id"
    )
    linked_from: Mapped[list["AgreementLink"]] = relationship(
        back_populates="target", foreign_keys="AgreementLink.target_id", lazy="raise", order_by="AgreementLink.id"
    )
    documents: Mapped[list["Document"]] = relationship(back_populates="agreement", lazy="raise", order_by="Document.id")

    @property
    def stated_end(self) -> date | None:
        """The last day of the first term as the paper puts it, the latest that it can mean; ``None`` without one."""
        if self.term_kind is TermKind.UNTIL_DATE:
            return self.term_until
        first = _latest(self.effective) or _latest(self.signed)
        if self.term_kind is TermKind.MONTHS and self.term_months and first:
            return last_day_of_term(first, self.term_months)
        return None

    @property
    def ends(self) -> date | None:
        """The day after which it is no longer in force, the first of these that is known.

        As overridden; by a notice; as renewed by agreement; as stated. One that renews itself has none of the last two.
        """
        if self.ends_override or self.ends_by_notice:
            return self.ends_override or self.ends_by_notice
        if self.renewal_kind is RenewalKind.AUTOMATIC:
            return None
        return self.renewed_until or self.stated_end

    def running_term_ends(self, today: date) -> date | None:
        """The end of the term that runs on ``today``, renewals counted; ``None`` when it has none that is known."""
        return self.ends or self.natural_end(today)

    def natural_end(self, day: date) -> date | None:
        """The end of the term that runs on ``day`` by term and renewals alone, whatever notice was given."""
        first, step = self.renewed_until or self.stated_end, self.renewal_months or self.term_months
        if first is None or first >= day or self.renewal_kind is not RenewalKind.AUTOMATIC:
            return first
        if not step:
            return None
        # As many whole terms as there are months for; the last of them may still end before that day in its month.
        begins = first + timedelta(days=1)
        renewals = ((day.year - begins.year) * 12 + day.month - begins.month) // step
        end = last_day_of_term(begins, renewals * step)
        return end if end >= day else last_day_of_term(begins, (renewals + 1) * step)

    def notice_deadline(self, today: date) -> date | None:
        """The last day on which notice keeps the running term from renewing itself; it may have passed already.

        ``None`` where there is nothing to prevent: it does not renew itself, its end is settled, or no period is known.
        """
        end = None if self.ends else self.running_term_ends(today)
        if end is None or self.notice_kind is NoticeKind.NOT_STATED:
            return None
        return months_before(end, self.notice_months or 0)

    def status_on(self, today: date) -> AgreementStatus:
        """Where it stands on ``today``: dates move a signed paper into force and an ended one to its end by themselves.

        It does not come into force while an approval that it needs is missing. `queries.agreement.standing` says the
        same in SQL.
        """
        ends, begins = self.ends, _latest(self.effective)
        if self.status in (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE) and ends and ends < today:
            by_notice = not self.ends_override and self.notice_effect is NoticeEffect.TERMINATION
            return AgreementStatus.TERMINATED if by_notice else AgreementStatus.EXPIRED
        if self.status is AgreementStatus.SIGNED and begins and begins <= today and not self.awaits_approval:
            return AgreementStatus.IN_FORCE
        return self.status


def _latest(value: PartialDate | None) -> date | None:
    return value.latest if value else None
