"""How gifts change: recorded, revised, declared, put away and brought back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, TypedDict, Unpack

from partnerships.adapters.clock import today_in, utc_now
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
)
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.base import Disclosure
from partnerships.models.city import City
from partnerships.models.gift import Declaration, Gift, GiftWay
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.permissions import Viewer, ensure_may

# {currency: the value from which a gift received is declared}.
Limits = Mapping[str, Decimal]
NO_LIMITS: Final[Limits] = MappingProxyType({})


class GiftDetails(TypedDict, total=False):
    """What an officer says of a gift; what is left out stays as it is."""

    way: GiftWay
    title_ko: str | None
    title_en: str | None
    quantity: int | None
    value: Decimal | None
    currency: str | None
    is_estimated: bool
    happened: PartialDate | None
    giver: Person | None
    giver_told: str | None
    receiver: Person | None
    receiver_told: str | None
    partner: City | None
    visit: Visit | None
    item: ProgrammeItem | None
    occasion: str | None
    kept_at: str | None
    declaration: Declaration
    declared_on: date | None
    note: str | None
    is_example: bool
    home: City | None
    disclosure: Disclosure
    department: Organisation | None
    owner: User | None


def record_gift(actor: Viewer, limits: Limits = NO_LIMITS, **details: Unpack[GiftDetails]) -> Gift:
    """Record a gift, given or received; a title and its home side are needed.

    One that was received and reaches one of ``limits`` is to be declared, unless the officer says otherwise. Its
    reference carries the year in which it changed hands; without a date the present one. An item must have its
    visit loaded.
    """
    with transaction(actor, "record_gift"):
        ensure_may(actor, "gift.write")
        gift = Gift(
            quantity=1,
            is_estimated=False,
            declaration=Declaration.NOT_STATED,
            disclosure=Disclosure.INTERNAL,
            is_example=False,
        )
        _apply(actor, gift, details, limits)
        give_reference(gift, gift.happened.earliest if gift.happened else None)
        add(gift)
    return gift


def revise_gift(
    actor: Viewer, gift: Gift, version: int | None = None, limits: Limits = NO_LIMITS, **details: Unpack[GiftDetails]
) -> None:
    """Change what is recorded of ``gift``; its item and the item's visit must be loaded."""
    with transaction(actor, "revise_gift"):
        ensure_may(actor, "gift.write", gift)
        at_version(gift, version)
        _apply(actor, gift, details, limits)


def declare_gift(actor: Viewer, gift: Gift, day: date, version: int | None = None) -> None:
    """Say that ``gift`` was declared on ``day``."""
    with transaction(actor, "declare_gift"):
        ensure_may(actor, "gift.write", gift)
        at_version(gift, version)
        _apply(actor, gift, {"declaration": Declaration.DECLARED, "declared_on": day}, NO_LIMITS)


def archive_gift(actor: Viewer, gift: Gift) -> None:
    """Put ``gift`` away."""
    with transaction(actor, "archive_gift"):
        ensure_may(actor, "gift.write", gift)
        put_away(gift)


def restore_gift(actor: Viewer, gift: Gift) -> None:
    """Bring an archived ``gift`` back."""
    with transaction(actor, "restore_gift"):
        ensure_may(actor, "gift.write", gift)
        bring_back(gift)


def limit_reached(gift: Gift, limits: Limits) -> Decimal | None:
    """The limit that the value of ``gift`` reaches, so that it is declared; only what is received ever is."""
    return _limit_reached(gift.way, gift.value, gift.currency, limits)


def _limit_reached(way: GiftWay, value: Decimal | None, currency: str | None, limits: Limits) -> Decimal | None:
    limit = limits.get(currency) if currency else None
    if way is not GiftWay.RECEIVED or limit is None or value is None or value < limit:
        return None
    return limit


_ASKED = (
    *("way", "title_ko", "title_en", "quantity", "value", "currency", "happened", "visit", "item", "home"),
    *("declaration", "declared_on"),
)


def _apply(actor: Viewer, gift: Gift, details: GiftDetails, limits: Limits) -> None:
    after: dict[str, Any] = {**{name: getattr(gift, name) for name in _ASKED}, **details}
    if after["way"] is None:
        raise Invalid("way", N_("Choose whether it was given or received."))
    require_either(after, "title_ko", "title_en", message=N_("Enter in Korean or in English what it is."))
    after["quantity"] = 1 if after["quantity"] is None else after["quantity"]
    if after["quantity"] < 1:
        raise Invalid("quantity", N_("Enter how many there are."))
    check_amount(after["value"], after["currency"], "value", "currency")
    after["visit"] = _visit_of(after["visit"], after["item"])
    keep_disclosure_within_reach(actor, gift, details.get("disclosure"))
    place_with_home(actor, "gift.write", gift, after["home"])
    if after["declaration"] is Declaration.NOT_STATED and _limit_reached(
        after["way"], after["value"], after["currency"], limits
    ):
        after["declaration"] = Declaration.REQUIRED
    _check_declaration(after)
    decided = {name: after[name] for name in ("quantity", "visit", "declaration")}
    assign(gift, {**details, **decided})


def _visit_of(visit: Visit | None, item: ProgrammeItem | None) -> Visit | None:
    """The visit of a gift: the one that is named, else the one of its item; the two cannot differ."""
    if item is None:
        return visit
    if visit is not None and visit is not item.visit:
        raise Invalid("item", N_("This programme item is of another visit."))
    return item.visit


def _check_declaration(after: Mapping[str, Any]) -> None:
    declared, day = after["declaration"] is Declaration.DECLARED, after["declared_on"]
    if declared and day is None:
        raise Invalid("declared_on", N_("Enter the day on which it was declared."))
    if day is not None and not declared:
        raise Invalid("declared_on", N_("Only a gift that was declared has a day of declaration."))
    home: City = after["home"]
    if day is not None and day > (today_in(home.zone) if home.zone else utc_now().date()):
        raise Invalid("declared_on", N_("This day is still to come. Enter today or an earlier day."))
    happened: PartialDate | None = after["happened"]
    if day is not None and happened and happened.earliest and day < happened.earliest:
        raise Invalid("declared_on", N_("It cannot be declared before it changed hands."))
