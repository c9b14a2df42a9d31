"""How the programme changes: its items, the order of ceremony, and the agreements signed there."""

from datetime import date, time
from typing import Any, TypedDict, Unpack
from zoneinfo import available_timezones

from partnerships.commands.records import add, assign, at_version, bring_back, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.clock import derive_instants
from partnerships.commands.visit.order import place_in_order
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.agreement import Agreement
from partnerships.models.city import Place
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import CeremonyStep, Interpretation, ItemKind, Leg, ProgrammeItem, Seating, Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit import last_item_number


class ItemDetails(TypedDict, total=False):
    """What is said of a programme item; times are the wall clock of ``zone``, by default that of the leg."""

    kind: ItemKind
    title_ko: str | None
    title_en: str | None
    leg: Leg | None
    day: date | None
    starts_at: time | None
    ends_at: time | None
    zone: str | None
    place: Place | None
    place_ko: str | None
    place_en: str | None
    host: Organisation | None
    host_person: Person | None
    audience_ko: str | None
    audience_en: str | None
    audience_count: int | None
    interpretation: Interpretation
    contents_ko: str | None
    contents_en: str | None
    seating: Seating
    materials_ko: str | None
    materials_en: str | None
    source: str | None
    travel_minutes: int | None


class StepDetails(TypedDict, total=False):
    """What is said of one step of the order of ceremony; ``position`` is its place, from 1."""

    title_ko: str | None
    title_en: str | None
    minutes: int | None
    note: str | None
    position: int | None


def record_item(actor: Viewer, visit: Visit, **details: Unpack[ItemDetails]) -> ProgrammeItem:
    """Add an item to the programme of ``visit``; its number is the next one and is never given again."""
    with transaction(actor, "record_item"):
        ensure_may(actor, "visit.write", visit)
        item = ProgrammeItem(visit_id=visit.id, interpretation=Interpretation.NOT_STATED)
        apply_item(visit, item, details)
        item.number = last_item_number(visit) + 1
        add(item)
    return item


def revise_item(actor: Viewer, item: ProgrammeItem, version: int | None = None, **details: Unpack[ItemDetails]) -> None:
    """Change what is recorded of a programme item."""
    with transaction(actor, "revise_item"):
        ensure_may(actor, "visit.write", item.visit)
        at_version(item, version)
        apply_item(item.visit, item, details)


def archive_item(actor: Viewer, item: ProgrammeItem) -> None:
    """Take an item out of the programme; its page and its number stay."""
    with transaction(actor, "archive_item"):
        ensure_may(actor, "visit.write", item.visit)
        put_away(item)


def restore_item(actor: Viewer, item: ProgrammeItem) -> None:
    """Bring an item back into the programme."""
    with transaction(actor, "restore_item"):
        ensure_may(actor, "visit.write", item.visit)
        bring_back(item)


_ASKED = (
    "kind", "title_ko", "title_en", "leg", "day", "starts_at", "ends_at", "zone", "place", "place_ko", "place_en",
    "audience_count",
)  # fmt: skip


def apply_item(visit: Visit, item: ProgrammeItem, details: ItemDetails) -> None:
    """Set ``details`` of an item of ``visit`` once they keep to the rules, and derive its instants."""
    after: dict[str, Any] = {**{name: getattr(item, name) for name in _ASKED}, **details}
    if after["kind"] is None:
        raise Invalid("kind", N_("Choose a kind."))
    require_either(after, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
    _check_times(after)
    _check_leg(visit, after)
    _check_place(visit, after)
    if after["audience_count"] is not None and after["audience_count"] < 1:
        raise Invalid("audience_count", N_("Enter how many people they are, or leave it empty."))
    assign(item, {**details, "zone": _zone(visit, item, after)})
    derive_instants(item)


def _check_times(after: dict[str, Any]) -> None:
    if after["starts_at"] and not after["day"]:
        raise Invalid("day", N_("A time needs a day."))
    if after["ends_at"] and not after["starts_at"]:
        raise Invalid("starts_at", N_("An end needs a start."))
    if after["ends_at"] and after["ends_at"] <= after["starts_at"]:
        raise Invalid("ends_at", N_("The end must lie after the start."))


def _check_leg(visit: Visit, after: dict[str, Any]) -> None:
    leg, day = after["leg"], after["day"]
    if leg is None:
        return
    if leg.visit_id != visit.id:
        raise Invalid("leg", N_("This stay belongs to another visit."))
    if day and ((leg.arrives_on and day < leg.arrives_on) or (leg.departs_on and day > leg.departs_on)):
        raise Invalid(
            "day",
            N_("The day lies outside the stay (%(arrives)s to %(departs)s)."),
            arrives=leg.arrives_on or "…",
            departs=leg.departs_on or "…",
        )


def _check_place(visit: Visit, after: dict[str, Any]) -> None:
    place = after["place"]
    if place is None:
        return
    if after["place_ko"] or after["place_en"]:
        raise Invalid("place", N_("Choose a place of the list or write one, not both."))
    if after["leg"] is not None and place.city_id != after["leg"].city_id:
        raise Invalid("place", N_("This place is not in the city of the stay."))


def _zone(visit: Visit, item: ProgrammeItem, after: dict[str, Any]) -> str:
    """As entered, else of the leg, else of the home city; an item that moves to another leg leaves the old clock."""
    left = item.leg is not None and after["leg"] is not item.leg and after["zone"] == item.leg.zone
    entered = None if left else after["zone"]
    zone = entered or (after["leg"].zone if after["leg"] else visit.home.zone if visit.home else None)
    if not zone:
        raise Invalid("zone", N_("Enter the time zone, such as Asia/Seoul."))
    if zone not in available_timezones():
        raise Invalid("zone", N_("“%(zone)s” is no time zone. Zones are named like Asia/Seoul."), zone=zone)
    return str(zone)


def add_step(actor: Viewer, item: ProgrammeItem, **details: Unpack[StepDetails]) -> CeremonyStep:
    """Add a step to the order of ceremony of ``item``."""
    with transaction(actor, "add_step"):
        ensure_may(actor, "visit.write", item.visit)
        step = CeremonyStep(item_id=item.id, position=0)
        _apply_step(item, step, details)
        add(step)
    return step


def revise_step(
    actor: Viewer, item: ProgrammeItem, step: CeremonyStep, version: int | None = None, **details: Unpack[StepDetails]
) -> None:
    """Change a step of the order of ceremony."""
    with transaction(actor, "revise_step"):
        ensure_may(actor, "visit.write", item.visit)
        at_version(step, version)
        _apply_step(item, step, details)


def archive_step(actor: Viewer, item: ProgrammeItem, step: CeremonyStep) -> None:
    """Take a step out of the order of ceremony."""
    with transaction(actor, "archive_step"):
        ensure_may(actor, "visit.write", item.visit)
        put_away(step)


def _apply_step(item: ProgrammeItem, step: CeremonyStep, details: StepDetails) -> None:
    after: dict[str, Any] = {**{name: getattr(step, name) for name in ("title_ko", "title_en", "minutes")}, **details}
    require_either(after, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
    if after["minutes"] is not None and after["minutes"] < 1:
        raise Invalid("minutes", N_("Enter the length in whole minutes, or leave it empty."))
    wanted = details.pop("position", None)
    assign(step, details)
    place_in_order(step, item.steps, wanted)


def sign_agreement_at(actor: Viewer, item: ProgrammeItem, agreement: Agreement | None) -> None:
    """Record that ``agreement`` is, or was, signed at ``item``."""
    with transaction(actor, "sign_agreement_at"):
        ensure_may(actor, "visit.write", item.visit)
        if agreement is None:
            raise Invalid("agreement", N_("Choose an agreement."))
        ensure_may(actor, "agreement.write", agreement)
        if agreement.signed_at_item_id not in (None, item.id):
            raise Invalid("agreement", N_("The agreement is recorded as signed at another programme item."))
        signed = agreement.signed.day if agreement.signed else None
        if signed and item.day and signed != item.day:
            raise Invalid("agreement", N_("The agreement is recorded as signed on another day (%(day)s)."), day=signed)
        if agreement.signed and item.day and agreement.signed.is_surely_before(PartialDate.of(item.day)):
            raise Invalid(
                "agreement",
                N_("The agreement is recorded as signed on another day (%(day)s)."),
                day=agreement.signed,
            )
        assign(agreement, {"signed_at_item_id": item.id})


def detach_agreement(actor: Viewer, item: ProgrammeItem, agreement: Agreement) -> None:
    """Take back that ``agreement`` was signed at ``item``."""
    with transaction(actor, "detach_agreement"):
        ensure_may(actor, "visit.write", item.visit)
        ensure_may(actor, "agreement.write", agreement)
        if agreement.signed_at_item_id == item.id:
            agreement.signed_at_item_id = None
