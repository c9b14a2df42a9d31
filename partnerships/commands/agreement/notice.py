"""Notices: one side says that it will not renew, or that it ends the agreement; in time, too late, or withdrawn."""

from datetime import date, timedelta

from partnerships.commands.agreement.course import keep_ends
from partnerships.commands.agreement.lifecycle import ensure_approved, ensure_past
from partnerships.commands.records import add, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import (
    SIGNED_STATUSES,
    Agreement,
    AgreementNotice,
    AgreementStatus,
    ApprovalPurpose,
    NoticeEffect,
    NoticeKind,
    months_before,
)
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.agreement.life import read_life

_DAY = timedelta(days=1)


def may_be_given(agreement: Agreement) -> bool:
    """Whether notice can be given of it at all: it is signed, and nobody has put another in its place."""
    open_ = agreement.status in SIGNED_STATUSES and agreement.status is not AgreementStatus.SUPERSEDED
    return open_ and not agreement.is_archived


def give_notice(
    actor: Viewer,
    agreement: Agreement,
    today: date,
    side: Side | None,
    effect: NoticeEffect | None,
    given: PartialDate | None,
    takes_effect: date | None = None,
    reason: str | None = None,
    basis: str | None = None,
    version: int | None = None,
) -> AgreementNotice:
    """Record a notice. ``takes_effect`` is the last day in force; left empty it follows from term and notice period."""
    with transaction(actor, "give_notice", reason):
        ensure_may(actor, "agreement.write", agreement)
        at_version(agreement, version)
        if side is None:
            raise Invalid("side", N_("Choose which side gave notice."))
        if effect is None:
            raise Invalid("effect", N_("Choose what the notice brings about."))
        if not may_be_given(agreement):
            raise Invalid(None, N_("Notice can be given of a signed agreement only."))
        if agreement.ends_override:
            message = N_("Its end was set by hand to %(day)s. Take that out of the agreement first.")
            raise Invalid("takes_effect", message, day=agreement.ends_override)
        day = _day_of(given, today)
        if effect is NoticeEffect.TERMINATION and side is not Side.PARTNER:
            ensure_may(actor, "agreement.conclude", agreement)
            ensure_approved(read_life(agreement), ApprovalPurpose.END, "effect")
        last = _last_day(agreement, effect, day, takes_effect)
        notice = AgreementNotice(
            agreement_id=agreement.id,
            side=side,
            effect=effect,
            given=given,
            takes_effect=last,
            reason=reason,
            basis=basis,
        )
        add(notice)
        keep_ends(agreement)
    return notice


def withdraw_notice(
    actor: Viewer, agreement: Agreement, notice: AgreementNotice, reason: str | None, version: int | None = None
) -> None:
    """Record that a notice was withdrawn, or was entered by mistake: the end is what it was without it."""
    with transaction(actor, "withdraw_notice", reason):
        ensure_may(actor, "agreement.write", agreement)
        at_version(notice, version)
        if not reason:
            raise Invalid("reason", N_("Enter the reason."))
        put_away(notice)
        keep_ends(agreement)


def _day_of(given: PartialDate | None, today: date) -> date:
    if given is None or given.latest is None:
        raise Invalid("given", N_("Enter when notice was given, as well as it is known."))
    ensure_past("given", given, today)
    return given.latest


def _last_day(agreement: Agreement, effect: NoticeEffect, given: date, wanted: date | None) -> date:
    if effect is NoticeEffect.TERMINATION:
        last = wanted or _after_period(agreement, given)
    else:
        last = _end_not_renewed(agreement, given, wanted)
    if last < given:
        raise Invalid("takes_effect", N_("A notice cannot take effect before it is given."))
    return last


def _after_period(agreement: Agreement, given: date) -> date:
    if agreement.notice_kind is NoticeKind.NOT_STATED:
        raise Invalid("takes_effect", N_("The agreement states no period of notice: enter the last day in force."))
    return months_before(given, -(agreement.notice_months or 0))


def _end_not_renewed(agreement: Agreement, given: date, wanted: date | None) -> date:
    """The end of a term that is not renewed: of the one running when notice was given, if it was given in time."""
    running = agreement.natural_end(given)
    if running is None:
        if wanted is None:
            raise Invalid("takes_effect", N_("No end of a term can be computed: enter the last day in force."))
        return wanted
    last = wanted or running
    deadline = months_before(last, agreement.notice_months or 0)
    if given > deadline:
        message = N_(
            "Too late for the term that ends on %(end)s: the last day to give notice was %(deadline)s, so it is"
            " renewed. The next term ends on %(next)s; enter that day if the notice holds for it."
        )
        following = agreement.natural_end(last + _DAY) or last
        raise Invalid("takes_effect", message, end=last, deadline=deadline, next=following)
    end = agreement.natural_end(last)
    if end != last:
        raise Invalid(
            "takes_effect", N_("This is not the end of a term. The term then running ends on %(end)s."), end=end
        )
    return last
