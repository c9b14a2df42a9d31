"""What ties and tiers are called: each side's own words for a tie, and the office's words for a tier, from and to."""

from typing import TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.partnership import Partnership, PartnershipLabel, Side, Tier, TierLabel
from partnerships.models.types import PartialDate
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.partnership import labels_of_tier


class LabelDetails(TypedDict, total=False):
    """What one side calls a tie."""

    side: Side
    label: str | None
    begins: PartialDate | None
    ends: PartialDate | None
    source: str | None


class TierLabelDetails(TypedDict, total=False):
    """What an office calls a tier."""

    tier: Tier | None
    label_ko: str | None
    label_en: str | None
    begins: PartialDate | None
    ends: PartialDate | None
    note: str | None


def add_label(actor: Viewer, tie: Partnership, **details: Unpack[LabelDetails]) -> PartnershipLabel:
    """Add what one side calls, or called, the tie."""
    with transaction(actor, "add_label"):
        ensure_may(actor, "partnership.write", tie)
        label = PartnershipLabel(partnership_id=tie.id, side=Side.HOME)
        _apply_label(label, details)
        add(label)
    return label


def revise_label(
    actor: Viewer, tie: Partnership, used: PartnershipLabel, version: int | None = None, **details: Unpack[LabelDetails]
) -> None:
    """Change what one side calls the tie, or from when to when."""
    with transaction(actor, "revise_label"):
        ensure_may(actor, "partnership.write", tie)
        at_version(used, version)
        _apply_label(used, details)


def archive_label(actor: Viewer, tie: Partnership, label: PartnershipLabel) -> None:
    """Put a label away that was never used; one that fell out of use gets an end instead."""
    with transaction(actor, "archive_label"):
        ensure_may(actor, "partnership.write", tie)
        put_away(label)


def add_tier_label(actor: Viewer, city: City, **details: Unpack[TierLabelDetails]) -> TierLabel:
    """Add what the office of the home ``city`` calls, or called, a tier."""
    with transaction(actor, "add_tier_label"):
        ensure_may(actor, "label.manage")
        label = TierLabel(city_id=city.id)
        _apply_tier_label(city, label, details)
        add(label)
    return label


def revise_tier_label(
    actor: Viewer, city: City, label: TierLabel, version: int | None = None, **details: Unpack[TierLabelDetails]
) -> None:
    """Change what an office calls a tier, or from when to when."""
    with transaction(actor, "revise_tier_label"):
        ensure_may(actor, "label.manage")
        at_version(label, version)
        _apply_tier_label(city, label, details)


def archive_tier_label(actor: Viewer, _city: City, label: TierLabel) -> None:
    """Put a label of a tier away; the tier is then called by what remains, at last by the built-in label."""
    with transaction(actor, "archive_tier_label"):
        ensure_may(actor, "label.manage")
        put_away(label)


def _apply_label(label: PartnershipLabel, details: LabelDetails) -> None:
    if not details.get("label", label.label):
        raise Invalid("label", N_("Enter what the side calls it."))
    if details.get("side", label.side) is Side.BOTH:
        raise Invalid("side", N_("Each side has words of its own: choose one side."))
    _in_order(details.get("begins", label.begins), details.get("ends", label.ends))
    assign(label, details)


def _apply_tier_label(city: City, label: TierLabel, details: TierLabelDetails) -> None:
    tier = details.get("tier", label.tier)
    if tier is None:
        raise Invalid("tier", N_("Choose the tier."))
    after = {"label_ko": label.label_ko, "label_en": label.label_en, **details}
    require_either(after, "label_ko", "label_en", message=N_("Enter what the office calls it."))
    begins = details.get("begins", label.begins)
    _in_order(begins, details.get("ends", label.ends))
    others = [other for other in labels_of_tier(city, tier) if other.id != label.id]
    if any(other.begun == (begins.earliest if begins else None) for other in others):
        raise Invalid("begins", N_("Another label of this tier begins at the same time. Enter when this one began."))
    assign(label, details)


def _in_order(begins: PartialDate | None, ends: PartialDate | None) -> None:
    if begins and ends and ends.is_surely_before(begins):
        raise Invalid("ends", N_("It cannot end before it began."))
