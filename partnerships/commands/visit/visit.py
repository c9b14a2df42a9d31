"""How a visit is recorded and moves through its life."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, TypedDict, Unpack

from partnerships.adapters.clock import today_in, utc_now
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    put_away,
    require_either,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.task import follow_dates
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.types import PartialDate
from partnerships.models.visit import Direction, SizeKind, Visit, VisitKind, VisitStatus
from partnerships.permissions import Viewer, ensure_may

_S = VisitStatus

# What may follow each status; past visits are entered at the status they reached instead.
MOVES: Final[Mapping[VisitStatus, tuple[VisitStatus, ...]]] = MappingProxyType(
    {
        _S.REQUESTED: (_S.PLANNED, _S.POSTPONED, _S.CANCELLED),
        _S.PLANNED: (_S.CONFIRMED, _S.POSTPONED, _S.CANCELLED),
        _S.CONFIRMED: (_S.UNDER_WAY, _S.POSTPONED, _S.CANCELLED),
        _S.UNDER_WAY: (_S.COMPLETED, _S.CANCELLED),
        _S.COMPLETED: (_S.REPORTED,),
        _S.REPORTED: (),
        _S.POSTPONED: (_S.PLANNED, _S.CANCELLED),
        _S.CANCELLED: (_S.PLANNED,),
    }
)
# What only happens for a reason that is kept.
REASONED: Final = frozenset({_S.POSTPONED, _S.CANCELLED})
_DATED: Final = frozenset({_S.CONFIRMED, _S.UNDER_WAY})
_BEGUN: Final = frozenset({_S.UNDER_WAY, _S.COMPLETED, _S.REPORTED})
_ACTS: Final[Mapping[VisitStatus, str]] = MappingProxyType(
    {
        _S.PLANNED: "plan_visit",
        _S.CONFIRMED: "confirm_visit",
        _S.UNDER_WAY: "begin_visit",
        _S.COMPLETED: "complete_visit",
        _S.REPORTED: "report_visit",
        _S.POSTPONED: "postpone_visit",
        _S.CANCELLED: "cancel_visit",
    }
)


class VisitDetails(TypedDict, total=False):
    """What an officer says of a visit; what is left out stays as it is. ``status`` is said at entry only."""

    direction: Direction
    kind: VisitKind
    title_ko: str | None
    title_en: str | None
    purpose_ko: str | None
    purpose_en: str | None
    outcome_ko: str | None
    outcome_en: str | None
    starts: PartialDate | None
    ends: PartialDate | None
    size: int | None
    size_kind: SizeKind
    size_breakdown: str | None
    budget: Decimal | None
    budget_currency: str | None
    source: str | None
    travel_order: str | None
    travel_ordered_on: date | None
    report_due_on: date | None
    reported_on: date | None
    assessment_ko: str | None
    assessment_en: str | None
    is_example: bool
    returns_visit: Visit | None
    partnerships: list[Partnership]
    home: City | None
    status: VisitStatus
    status_reason: str | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


def record_visit(actor: Viewer, **details: Unpack[VisitDetails]) -> Visit:
    """Record a visit at the status it has, by default a request; a past one at the status it reached.

    Its reference carries the year in which it starts, at the earliest; without a date the present one.
    """
    with transaction(actor, "record_visit"):
        ensure_may(actor, "visit.write")
        starts = details.get("starts")
        visit = Visit(
            status=VisitStatus.REQUESTED,
            kind=VisitKind.OFFICIAL,
            size_kind=SizeKind.EXACT,
            disclosure=Disclosure.INTERNAL,
            is_example=False,
            partnerships=[],
        )
        _apply(actor, visit, details)
        if visit.status in REASONED and not visit.status_reason:
            raise Invalid("status_reason", N_("Enter the reason."))
        give_reference(visit, starts.earliest if starts else None)
        add(visit)
    return visit


def revise_visit(actor: Viewer, visit: Visit, version: int | None = None, **details: Unpack[VisitDetails]) -> None:
    """Change what is recorded of ``visit``; its status moves by :func:`move_visit` alone."""
    with transaction(actor, "revise_visit"):
        ensure_may(actor, "visit.write", visit)
        at_version(visit, version)
        if details.get("status", visit.status) is not visit.status:
            raise Invalid("status", N_("The status changes by its own acts."))
        _apply(actor, visit, details)
        follow_dates(visit)


def move_visit(
    actor: Viewer, visit: Visit, status: VisitStatus, reason: str | None = None, version: int | None = None
) -> None:
    """Move ``visit`` to one of the statuses that :data:`MOVES` allows after its present one.

    Raises :class:`Invalid` for any other, when a reason is needed and missing, and when its dates do not allow it.
    """
    ensure_may(actor, "visit.write", visit)
    if status not in MOVES[visit.status]:
        raise Invalid("status", N_("The visit cannot move to this status from where it stands."))
    reason = (reason or "").strip() or None
    act = _ACTS[status]
    with transaction(actor, act, reason):
        at_version(visit, version)
        if status in REASONED and not reason:
            raise Invalid("reason", N_("Enter the reason."))
        _check_dates(status, visit.starts, visit.ends, visit.home)
        reported = {"reported_on": _today(visit.home)} if status is _S.REPORTED else {}
        assign(visit, {"status": status, "status_reason": reason, **reported})


def archive_visit(actor: Viewer, visit: Visit) -> None:
    """Put ``visit`` away."""
    with transaction(actor, "archive_visit"):
        ensure_may(actor, "visit.write", visit)
        put_away(visit)


def restore_visit(actor: Viewer, visit: Visit) -> None:
    """Bring an archived ``visit`` back."""
    with transaction(actor, "restore_visit"):
        ensure_may(actor, "visit.write", visit)
        bring_back(visit)


_ASKED = (
    "direction", "title_ko", "title_en", "starts", "ends", "size", "budget", "budget_currency", "home", "status",
    "travel_order", "travel_ordered_on", "report_due_on",
)  # fmt: skip


def _apply(actor: Viewer, visit: Visit, details: VisitDetails) -> None:
    after: dict[str, Any] = {**{name: getattr(visit, name) for name in _ASKED}, **details}
    require_either(after, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
    if after["direction"] is None:
        raise Invalid("direction", N_("Choose a direction."))
    if after["home"] is None:
        raise Invalid("home", N_("Choose the home city."))
    if not after["home"].is_home:
        raise Invalid("home", N_("This city is no home city."))
    _check_answered(visit, details.get("returns_visit"), after["direction"])
    _check_size_and_budget(after)
    _check_duties(after)
    _check_dates(after["status"], after["starts"], after["ends"], after["home"])
    keep_disclosure_within_reach(actor, visit, details.get("disclosure"))
    visit.home_id = after["home"].id
    # Asked of the home side that it now has: nobody hands a visit to a side that they do not belong to.
    ensure_may(actor, "visit.write", visit)
    assign(visit, details)


def _check_answered(visit: Visit, answered: Visit | None, direction: Direction) -> None:
    """Who answers a visit goes the other way; what was met online is answered either way."""
    if answered is None:
        return
    if answered is visit:
        raise Invalid("returns_visit", N_("A visit cannot be its own return visit."))
    if direction is answered.direction and direction is not Direction.ONLINE:
        raise Invalid(
            "returns_visit", N_("The visit answered goes in the same direction: a return visit goes the other way.")
        )


def _check_size_and_budget(after: Mapping[str, Any]) -> None:
    if after["size"] is not None and after["size"] < 1:
        raise Invalid("size", N_("Enter how many people come, or leave it empty."))
    currency = after["budget_currency"]
    if after["budget"] is not None and not currency:
        raise Invalid("budget_currency", N_("Enter the currency, such as KRW."))
    if currency and not (len(currency) == 3 and currency.isascii() and currency.isupper()):
        raise Invalid("budget_currency", N_("Enter the currency by its three letters, such as KRW."))


def _check_dates(status: VisitStatus, starts: PartialDate | None, ends: PartialDate | None, home: City | None) -> None:
    first, last = (starts.earliest if starts else None), (ends.latest if ends else None)
    if first and last and last < first:
        raise Invalid("ends", N_("The visit ends before it starts."))
    if status in _DATED:
        for field, value in (("starts", starts), ("ends", ends)):
            if value is None or value.day is None:
                raise Invalid(field, N_("From its confirmation on a visit needs full dates."))
    if status in _BEGUN and first and first > _today(home):
        raise Invalid("starts", N_("The visit has not begun yet."))


def _check_duties(after: Mapping[str, Any]) -> None:
    """Orders of travel are given to those who leave the home city, and a report follows the visit."""
    if after["direction"] is not Direction.OUTBOUND:
        for field in ("travel_order", "travel_ordered_on"):
            if after[field]:
                raise Invalid(field, N_("Only an outbound visit has a travel order."))
    ends, due = after["ends"], after["report_due_on"]
    if ends and ends.earliest and due and due < ends.earliest:
        raise Invalid("report_due_on", N_("The report cannot be due before the visit ends."))


def _today(home: City | None) -> date:
    return today_in(home.zone) if home and home.zone else utc_now().date()
