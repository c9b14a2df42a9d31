"""How activities change: recorded, revised, put away and brought back."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypedDict, Unpack

from partnerships.commands.money import check_amount
from partnerships.commands.records import (
    add,
    assign,
    at_version,
    bring_back,
    keep_disclosure_within_reach,
    place_with_home,
    put_away,
    require_either,
    with_unseen,
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.activity import Activity, ActivityDirection, ActivityKind
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.types import PartialDate
from partnerships.models.visit import Visit
from partnerships.permissions import Viewer, ensure_may

_LISTS = ("partnerships", "cities")


class ActivityDetails(TypedDict, total=False):
    """What an officer says of an activity; what is left out stays as it is."""

    kind: ActivityKind
    direction: ActivityDirection
    title_ko: str | None
    title_en: str | None
    starts: PartialDate | None
    ends: PartialDate | None
    place_ko: str | None
    place_en: str | None
    home_people: int | None
    partner_people: int | None
    cost: Decimal | None
    currency: str | None
    outcome_ko: str | None
    outcome_en: str | None
    visit: Visit | None
    source: str | None
    is_example: bool
    partnerships: list[Partnership]
    cities: list[City]
    areas: list[CooperationArea]
    home: City | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


def record_activity(actor: Viewer, **details: Unpack[ActivityDetails]) -> Activity:
    """Record an activity; its kind, a title and its home side are needed.

    Its reference carries the year in which it began, at the earliest; without a date the present one.
    """
    with transaction(actor, "record_activity"):
        ensure_may(actor, "activity.write")
        activity = Activity(
            direction=ActivityDirection.NOT_STATED,
            disclosure=Disclosure.INTERNAL,
            is_example=False,
            partnerships=[],
            cities=[],
            areas=[],
        )
        _apply(actor, activity, details)
        give_reference(activity, activity.starts.earliest if activity.starts else None)
        add(activity)
    return activity


def revise_activity(
    actor: Viewer, activity: Activity, version: int | None = None, **details: Unpack[ActivityDetails]
) -> None:
    """Change what is recorded of ``activity``; the lists that are among the details must be loaded."""
    with transaction(actor, "revise_activity"):
        ensure_may(actor, "activity.write", activity)
        at_version(activity, version)
        _apply(actor, activity, details)


def archive_activity(actor: Viewer, activity: Activity) -> None:
    """Put ``activity`` away."""
    with transaction(actor, "archive_activity"):
        ensure_may(actor, "activity.write", activity)
        put_away(activity)


def restore_activity(actor: Viewer, activity: Activity) -> None:
    """Bring an archived ``activity`` back."""
    with transaction(actor, "restore_activity"):
        ensure_may(actor, "activity.write", activity)
        bring_back(activity)


_ASKED = (
    *("kind", "direction", "title_ko", "title_en", "starts", "ends"),
    *("home_people", "partner_people", "cost", "currency", "home"),
)


def _apply(actor: Viewer, activity: Activity, details: ActivityDetails) -> None:
    after: dict[str, Any] = {**{name: getattr(activity, name) for name in _ASKED}, **details}
    if after["kind"] is None:
        raise Invalid("kind", N_("Choose what kind of activity it is."))
    require_either(after, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
    _check_dates(after["starts"], after["ends"])
    for field in ("home_people", "partner_people"):
        if after[field] is not None and after[field] < 0:
            raise Invalid(field, N_("Enter how many people took part, or leave it empty."))
    check_amount(after["cost"], after["currency"], "cost", "currency")
    keep_disclosure_within_reach(actor, activity, details.get("disclosure"))
    place_with_home(actor, "activity.write", activity, after["home"])
    given: Mapping[str, Any] = details
    lists = {name: with_unseen(actor, name, getattr(activity, name), given[name]) for name in _LISTS if name in given}
    assign(activity, {**details, **lists})


def _check_dates(starts: PartialDate | None, ends: PartialDate | None) -> None:
    if ends is not None and starts is None:
        raise Invalid("starts", N_("Enter when it began, as well as it is known."))
    first, last = (starts.earliest if starts else None), (ends.latest if ends else None)
    if first and last and last < first:
        raise Invalid("ends", N_("It ends before it begins."))
