"""What ties and tiers are called: by each side itself, by the office of the home city, at the time that is told of."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_, Language
from partnerships.models.city import City
from partnerships.models.partnership import Partnership, PartnershipLabel, Side, Tier, TierLabel
from partnerships.permissions import Viewer
from partnerships.queries.finding import get_visible

_HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True)
class OfficeLabels:
    """What the offices of the home cities call the tiers, and called them: {(id of the city, tier): labels}."""

    held: Mapping[tuple[int, Tier], Sequence[TierLabel]]

    def called(self, home_id: int | None, tier: Tier, day: date, language: Language) -> str | None:
        """The office's word for ``tier`` on ``day``; ``None`` where it has none of its own in ``language``."""
        labels = self.held.get((home_id, tier), ()) if home_id is not None else ()
        held = [one for one in labels if one.may_be_held_on(day)]
        latest = max(held, key=lambda one: (one.begun or date.min, one.id), default=None)
        if latest is None:
            return None
        return latest.label_ko if language == Language.KOREAN else latest.label_en


def read_office_labels() -> OfficeLabels:
    """The labels of all home cities; there are few."""
    held = defaultdict(list)
    for one in db.session.scalars(select(TierLabel).where(TierLabel.archived_at.is_(None)).order_by(TierLabel.id)):
        held[one.city_id, one.tier].append(one)
    return OfficeLabels(held)


def own_label(tie: Partnership, tier: Tier, day: date, language: Language) -> PartnershipLabel | None:
    """What the home side itself called ``tie`` on ``day``, when it reads in ``language``; ``labels`` must be loaded.

    A label without a beginning is today's word: it is not said of a tier that the tie had once. Nor is one said that
    may have been given up by then.
    """
    own = tie.label_of(Side.HOME, day)
    if own is None or (own.ends and own.ends.earliest and own.ends.earliest <= day):
        return None
    if bool(_HANGUL.search(own.label)) is not (language == Language.KOREAN):
        return None
    return own if tier == tie.tier or own.begun else None


def get_labelling_home(viewer: Viewer, reference: str) -> City:
    """A home city, whose office labels tiers."""
    city = get_visible(viewer, select(City), City, reference)
    if not city.is_home:
        raise NotFound(N_("There is no such record."))
    return city


def list_tier_labels() -> Sequence[TierLabel]:
    """All labels with their home cities, by city, tier and time."""
    labels = db.session.scalars(
        select(TierLabel).where(TierLabel.archived_at.is_(None)).options(joinedload(TierLabel.city))
    ).all()
    return sorted(labels, key=lambda one: (one.city_id, list(Tier).index(one.tier), one.begun or date.min, one.id))


def labels_of_tier(city: City, tier: Tier) -> Sequence[TierLabel]:
    """What the office of ``city`` calls ``tier`` and called it."""
    with db.session.no_autoflush:
        return db.session.scalars(
            select(TierLabel).where(
                TierLabel.city_id == city.id, TierLabel.tier == tier, TierLabel.archived_at.is_(None)
            )
        ).all()


def find_tier_label(city: City, number: int) -> TierLabel | None:
    """The label of ``city`` with the id ``number``."""
    return db.session.scalars(
        select(TierLabel).where(TierLabel.id == number, TierLabel.city_id == city.id)
    ).one_or_none()


def labels_in_use(tie: Partnership, side: Side) -> Sequence[PartnershipLabel]:
    """What ``side`` calls ``tie`` without an end; both sides where it is of both."""
    sides = [Side.HOME, Side.PARTNER] if side is Side.BOTH else [side]
    with db.session.no_autoflush:
        return db.session.scalars(
            select(PartnershipLabel)
            .where(PartnershipLabel.partnership_id == tie.id, PartnershipLabel.side.in_(sides))
            .where(PartnershipLabel.archived_at.is_(None), PartnershipLabel.__table__.c.ends_words.is_(None))
        ).all()


def find_label(tie: Partnership, number: int) -> PartnershipLabel | None:
    """The label of ``tie`` with the id ``number``; ``labels`` must be loaded."""
    return next((label for label in tie.labels if label.id == number), None)
