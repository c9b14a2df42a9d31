"""The agreement itself: recorded at the state it reached, revised, put away."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from partnerships.adapters.clock import latest_today
from partnerships.commands.agreement.course import keep_to_dates
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    put_away,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid, refuse_all
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.agreement import (
    SIGNED_STATUSES,
    Agreement,
    AgreementKind,
    AgreementStatus,
    Duty,
    NoticeKind,
    RenewalKind,
    TermKind,
)
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.types import PartialDate
from partnerships.models.visit import ProgrammeItem
from partnerships.permissions import Viewer, ensure_may, may_see

# Two hundred years: beyond any term that was ever agreed, so what is longer is a slip of the hand.
LONGEST_TERM = 2400

# The own fields of an agreement that rules are about.
RULED = (
    *("kind", "title_ko", "title_en", "status", "signed", "term_kind", "term_months", "term_until", "term_event"),
    *("renewal_kind", "renewal_months", "notice_kind", "notice_months", "ends_override", "ends_override_reason"),
)


class AgreementDetails(TypedDict, total=False):
    """What an officer says of an agreement; what is left out stays as it is. Its status is moved, not revised."""

    home: City
    kind: AgreementKind
    title_ko: str | None
    title_en: str | None
    summary_ko: str | None
    summary_en: str | None
    signed: PartialDate | None
    signing_city: City | None
    signing_place_ko: str | None
    signing_place_en: str | None
    signed_at_item: ProgrammeItem | None
    effective: PartialDate | None
    term_kind: TermKind
    term_months: int | None
    term_until: date | None
    term_event: str | None
    review_months: int | None
    renewal_kind: RenewalKind
    renewal_months: int | None
    notice_kind: NoticeKind
    notice_months: int | None
    ends_override: date | None
    ends_override_reason: str | None
    duty: Duty
    termination_note: str | None
    costs_note: str | None
    disputes_note: str | None
    legal_effect_note: str | None
    source: str | None
    partnerships: list[Partnership]
    areas: list[CooperationArea]
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


class NewAgreementDetails(AgreementDetails, total=False):
    """A new agreement also says where it stands: a past one is entered at the state it reached."""

    status: AgreementStatus
    status_reason: str | None


def record_agreement(actor: Viewer, **details: Unpack[NewAgreementDetails]) -> Agreement:
    """Record an agreement at the ``status`` it has reached; the reference takes the year of signing, else today's."""
    with transaction(actor, "record_agreement"):
        agreement = Agreement(
            status=AgreementStatus.DRAFTING,
            term_kind=TermKind.NOT_STATED,
            renewal_kind=RenewalKind.NOT_STATED,
            notice_kind=NoticeKind.NOT_STATED,
            duty=Duty.NOT_STATED,
            disclosure=Disclosure.INTERNAL,
        )
        if details.get("status", agreement.status) is None:
            raise Invalid("status", N_("Choose where it stands."))
        assign(agreement, {name: details.get(name) for name in ("status", "status_reason") if name in details})
        _apply(actor, agreement, details)
        give_reference(agreement, agreement.signed.earliest if agreement.signed else None)
        add(agreement)
    return agreement


def revise_agreement(
    actor: Viewer, agreement: Agreement, version: int | None = None, **details: Unpack[AgreementDetails]
) -> None:
    """Change what is recorded of an agreement; ``partnerships`` must be loaded when they are among the details."""
    with transaction(actor, "revise_agreement"):
        ensure_may(actor, "agreement.write", agreement)
        at_version(agreement, version)
        _apply(actor, agreement, details)
        keep_to_dates(agreement)


def archive_agreement(actor: Viewer, agreement: Agreement) -> None:
    """Put an agreement away."""
    with transaction(actor, "archive_agreement"):
        ensure_may(actor, "agreement.write", agreement)
        put_away(agreement)


def restore_agreement(actor: Viewer, agreement: Agreement) -> None:
    """Bring an archived agreement back."""
    with transaction(actor, "restore_agreement"):
        ensure_may(actor, "agreement.write", agreement)
        bring_back(agreement)


def _apply(actor: Viewer, agreement: Agreement, details: AgreementDetails) -> None:
    home = details.get("home", agreement.home)
    if home is None:
        raise Invalid("home", N_("Choose the home side."))
    agreement.home_id = home.id
    ensure_may(actor, "agreement.write", agreement)
    refuse_all(faults_of(_after(agreement, details)))
    keep_disclosure_within_reach(actor, agreement, details.get("disclosure"))
    if "partnerships" in details:
        # Ties that the officer may not see were not among the boxes: not ticking them says nothing.
        hidden = [tie for tie in agreement.partnerships if not may_see(actor, tie)]
        details = {**details, "partnerships": [*details["partnerships"], *hidden]}
        _check_ties(actor, details["partnerships"], hidden)
    assign(agreement, details)


def _after(agreement: Agreement, details: Mapping[str, Any]) -> dict[str, Any]:
    """The agreement's own fields as they will be."""
    return {name: details[name] if name in details else getattr(agreement, name) for name in RULED}


def faults_of(after: Mapping[str, Any]) -> Iterator[Invalid]:
    """All that cannot be of an agreement whose fields that are :data:`RULED` are ``after``."""
    if after["kind"] is None:
        yield Invalid("kind", N_("Choose what kind of paper it is."))
    if not (after["title_ko"] or after["title_en"]):
        yield Invalid("title_ko", N_("Enter a title in Korean or in English."))
    if after["status"] in SIGNED_STATUSES and after["signed"] is None:
        yield Invalid("signed", N_("Enter when it was signed, as well as it is known."))
    if after["status"] in SIGNED_STATUSES and after["signed"] and after["signed"].is_surely_after(latest_today()):
        yield Invalid("signed", N_("This day is still to come. Enter today or an earlier day."))
    yield from _unpaired(after, "term_kind", TermKind.MONTHS, "term_months", N_("Enter for how many months."))
    yield from _unpaired(after, "term_kind", TermKind.UNTIL_DATE, "term_until", N_("Enter the last day."))
    yield from _unpaired(after, "term_kind", TermKind.UNTIL_EVENT, "term_event", N_("Enter the event that ends it."))
    yield from _unpaired(after, "notice_kind", NoticeKind.MONTHS, "notice_months", N_("Enter how many months."))
    if after["renewal_months"] is not None and after["renewal_kind"] is not RenewalKind.AUTOMATIC:
        yield Invalid("renewal_months", N_("Only an automatic renewal has a length. Leave this empty."))
    for name in ("term_months", "renewal_months", "notice_months"):
        if after[name] and after[name] > LONGEST_TERM:
            yield Invalid(name, N_("Enter at most %(most)s months."), most=LONGEST_TERM)
    if after["ends_override"] and not after["ends_override_reason"]:
        yield Invalid("ends_override_reason", N_("Enter why it ends on another day than computed."))


def _unpaired(after: Mapping[str, Any], kind: str, wanting: Any, value: str, message: str) -> Iterator[Invalid]:
    """``value`` is given exactly when ``kind`` is the choice that wants it."""
    if after[kind] is wanting and not after[value]:
        yield Invalid(value, message)
    if after[kind] is not wanting and after[value]:
        yield Invalid(value, N_("This does not go with what is chosen before. Leave it empty or choose otherwise."))


def _check_ties(actor: Viewer, ties: list[Partnership], hidden: list[Partnership]) -> None:
    if any(tie not in hidden and not may_see(actor, tie) for tie in ties):
        raise Invalid("partnerships", N_("Choose from the list."))
