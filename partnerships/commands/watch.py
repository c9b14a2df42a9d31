"""What is done about what comes up: handled by an officer, once; told by the system, once a stage."""

from collections.abc import Sequence
from datetime import date

from partnerships.commands.records import add, put_away
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.extensions import db
from partnerships.languages import DEFAULT_LANGUAGE, N_
from partnerships.models.agreement import (
    Agreement,
    RenewalKind,
    TermKind,
    WatchHandling,
    WatchKind,
    WatchNotice,
    WatchOutcome,
)
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.watch import Coming, find_coming, is_unknown, list_untold

_O = WatchOutcome


def possible_outcomes(coming: Coming, today: date) -> Sequence[WatchOutcome]:
    """How ``coming`` can be handled; one that renews itself cannot be let lapse but by a notice."""
    talks = (_O.IN_TALKS,) if coming.day > today and coming.outcome is None else ()
    if coming.is_settled():
        return ()
    if coming.kind is WatchKind.REVIEW:
        return (*talks, _O.REVIEWED, _O.CONTINUES)
    if coming.renewed_itself:
        return (_O.CONTINUES,)
    if coming.renewal_kind is RenewalKind.AUTOMATIC:
        return (*talks, _O.CONTINUES, _O.RENEWED)
    return (*talks, _O.RENEWED, _O.LET_LAPSE)


def handle(
    actor: Viewer,
    agreement: Agreement,
    kind: WatchKind,
    day: date,
    outcome: WatchOutcome | None,
    note: str | None,
    today: date,
) -> WatchHandling:
    """Say how what comes up for ``agreement`` on ``day`` is handled; all but talks settle it for good."""
    with transaction(actor, "handle_watch"):
        ensure_may(actor, "watch.handle", agreement)
        coming = find_coming(actor, agreement, kind, day, today, DEFAULT_LANGUAGE)
        if coming is None:
            raise Invalid(None, N_("Nothing of this kind comes up on this day any more."))
        if coming.is_settled():
            raise Invalid(None, N_("This has been handled already. Undo that first, if it was wrong."))
        if outcome is None:
            raise Invalid("outcome", N_("Choose how it is handled."))
        if outcome not in possible_outcomes(coming, today):
            raise Invalid("outcome", N_("It cannot be handled in this way."))
        return _add_handling(actor, agreement, kind, day, outcome, note, today)


def undo_handling(actor: Viewer, agreement: Agreement, handling: WatchHandling) -> None:
    """Take back how something was handled: it comes up again."""
    with transaction(actor, "undo_watch_handling"):
        ensure_may(actor, "watch.handle", agreement)
        put_away(handling)


def confirm_not_stated(actor: Viewer, agreement: Agreement, note: str | None, today: date) -> WatchHandling:
    """Say that the paper does not tell how long it lasts: it leaves the unknown terms and is reviewed instead.

    It is kept as a review of today, so that it has an author and can be undone, and the next review follows from it.
    """
    with transaction(actor, "confirm_term_not_stated"):
        ensure_may(actor, "watch.handle", agreement)
        if agreement.term_kind is not TermKind.NOT_STATED:
            raise Invalid("term_kind", N_("A term is recorded. Set it to not stated first."))
        if agreement.signed is None or agreement.signed.latest is None:
            raise Invalid("effective", N_("Enter from when it holds, so that a review can be counted from it."))
        if not is_unknown(actor, agreement, today):
            raise Invalid(None, N_("Its term is settled already."))
        return _add_handling(actor, agreement, WatchKind.REVIEW, today, _O.CONTINUES, note, today)


def raise_notices(actor: Viewer, today: date) -> Sequence[WatchNotice]:
    """Note down all that is flagged on ``today`` and was not told at this stage yet; returns what is new.

    Of several stages passed while nobody ran it only the present one is told.
    """
    with transaction(actor, "raise_watch_notices"):
        ensure_may(actor, "watch.handle")
        notices = [
            WatchNotice(agreement_id=agreement_id, kind=kind, day=day, stage=stage, told_on=today)
            for agreement_id, kind, day, stage in list_untold(today)
        ]
        db.session.add_all(notices)
    return notices


def _add_handling(
    actor: Viewer,
    agreement: Agreement,
    kind: WatchKind,
    day: date,
    outcome: WatchOutcome,
    note: str | None,
    today: date,
) -> WatchHandling:
    handling = WatchHandling(
        agreement_id=agreement.id, kind=kind, day=day, outcome=outcome, note=note, handled_on=today, by_id=actor.id
    )
    add(handling)
    return handling
