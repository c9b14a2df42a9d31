"""Further terms that are agreed on: the running one goes on, an expired one comes back into force."""

from dataclasses import dataclass
from datetime import date, timedelta

from partnerships.commands.agreement.agreement import LONGEST_TERM
from partnerships.commands.agreement.course import follow_dates, keep_ends
from partnerships.commands.agreement.lifecycle import ensure_approved, ensure_past, write_move
from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import (
    Agreement,
    AgreementRenewal,
    AgreementStatus,
    ApprovalPurpose,
    NoticeEffect,
    last_day_of_term,
)
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may, may_see
from partnerships.queries.agreement.life import read_life

_RENEWABLE = (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.EXPIRED)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class NextTerm:
    """The term that would come next; what cannot be known is ``None``."""

    begins: date | None
    months: int | None

    @property
    def ends(self) -> date | None:
        return last_day_of_term(self.begins, self.months) if self.begins and self.months else None


def is_renewable(agreement: Agreement, today: date) -> bool:
    """Whether a further term can be agreed on from where it stands."""
    return not agreement.is_archived and agreement.status_on(today) in _RENEWABLE


def next_term(agreement: Agreement, today: date) -> NextTerm:
    """What a renewal on ``today`` would most likely be: as long as before, from the day after the running term."""
    end = agreement.running_term_ends(today)
    return NextTerm(end + _DAY if end else None, agreement.renewal_months or agreement.term_months)


def renew_agreement(
    actor: Viewer,
    agreement: Agreement,
    today: date,
    agreed: PartialDate | None = None,
    begins: date | None = None,
    ends: date | None = None,
    months: int | None = None,
    basis: str | None = None,
    basis_agreement: Agreement | None = None,
    version: int | None = None,
) -> AgreementRenewal:
    """Record a further term, until ``ends`` or for so many ``months``; by default it follows the one before."""
    with transaction(actor, "renew_agreement"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(agreement, version)
        _check_renewable(agreement, today)
        ensure_past("agreed", agreed, today)
        ensure_approved(read_life(agreement), ApprovalPurpose.RENEW, None)
        before = agreement.running_term_ends(today)
        begins = begins or next_term(agreement, today).begins
        if begins is None:
            raise Invalid("begins", N_("Enter when the new term begins; the end of the one before is not known."))
        ends = _end_of(begins, ends, months)
        _check_term(agreement, begins, ends)
        _check_basis(actor, agreement, basis, basis_agreement)
        lapsed = agreement.status_on(today) is AgreementStatus.EXPIRED
        # Between the end and the renewal it was not in force, and that stays on record.
        has_gap = lapsed and (before is None or begins > before + _DAY or (agreed and agreed.is_surely_after(before)))
        if lapsed and begins > today:
            raise Invalid("begins", N_("It has expired. Record the renewal on the day it begins, or an earlier day."))
        if has_gap:
            follow_dates(agreement, read_life(agreement), today)
        renewal = AgreementRenewal(
            agreement_id=agreement.id, agreed=agreed, begins=begins, ends=ends, basis=basis, is_automatic=False
        )
        renewal.basis_agreement_id = basis_agreement.id if basis_agreement else None
        add(renewal)
        # An end set by hand was that of the term before.
        assign(agreement, {"ends_override": None, "ends_override_reason": None})
        if has_gap:
            _return_into_force(actor, agreement, renewal, basis_agreement)
        keep_ends(agreement)
        if agreement.status is AgreementStatus.EXPIRED:
            _return_into_force(actor, agreement, renewal, basis_agreement)
    return renewal


def archive_renewal(actor: Viewer, agreement: Agreement, renewal: AgreementRenewal) -> None:
    """Put a renewal away that was entered by mistake; the end is what it was without it."""
    with transaction(actor, "archive_renewal"):
        ensure_may(actor, "agreement.write", agreement)
        if renewal.is_automatic:
            raise Invalid(
                None, N_("This renewal follows from the dates. Correct the term, or record the notice given.")
            )
        put_away(renewal)
        keep_ends(agreement)


def _check_renewable(agreement: Agreement, today: date) -> None:
    if agreement.status_on(today) not in _RENEWABLE:
        raise Invalid(None, N_("Only a signed agreement that nobody has ended can be renewed."))
    if agreement.notice_effect is NoticeEffect.TERMINATION:
        raise Invalid(None, N_("Notice of termination has been given. Record its withdrawal first."))


def _end_of(begins: date, ends: date | None, months: int | None) -> date:
    if months is not None and months > LONGEST_TERM:
        raise Invalid("months", N_("Enter at most %(most)s months."), most=LONGEST_TERM)
    computed = last_day_of_term(begins, months) if months else None
    if ends and computed and ends != computed:
        raise Invalid(
            "months", N_("So many months end on %(day)s. Enter either the months or the last day."), day=computed
        )
    end = ends or computed
    if end is None:
        raise Invalid("ends", N_("Enter the last day of the new term, or for how many months it is."))
    return end


def _check_term(agreement: Agreement, begins: date, ends: date) -> None:
    if ends < begins:
        raise Invalid("ends", N_("It cannot end before it begins."))
    runs_until = agreement.renewed_until or agreement.stated_end
    if runs_until and ends <= runs_until:
        raise Invalid("ends", N_("It runs until %(day)s already; a renewal ends later."), day=runs_until)


def _check_basis(actor: Viewer, agreement: Agreement, basis: str | None, paper: Agreement | None) -> None:
    if paper is not None and (paper.id == agreement.id or not may_see(actor, paper)):
        raise Invalid("basis_agreement", N_("Choose another agreement: the one by which this was renewed."))
    if not basis and paper is None:
        raise Invalid("basis", N_("Enter by what it was renewed: letters, minutes, another agreement."))


def _return_into_force(actor: Viewer, agreement: Agreement, renewal: AgreementRenewal, paper: Agreement | None) -> None:
    reason = renewal.basis or (paper.reference if paper else None)
    # Agreed on only after its beginning, a term reaches back over the days in which none was in force.
    reaches_back = renewal.agreed and renewal.agreed.is_surely_after(renewal.begins)
    day = renewal.agreed if renewal.agreed and reaches_back else PartialDate.of(renewal.begins)
    write_move(actor, agreement, AgreementStatus.IN_FORCE, day, reason)
