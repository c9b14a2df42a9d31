"""Ties in a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.partnership import FoundingClaim, Partnership, Tier, TieStatus
from partnerships.models.types import earliest
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, in_language, is_called
from partnerships.queries.pages import Page, read_page


@dataclass(frozen=True)
class PartnershipFilter:
    """What a list of ties is narrowed to; ``None`` leaves a matter open. ``status`` is that of either side."""

    text: str | None = None
    country: str | None = None
    tier: Tier | None = None
    status: TieStatus | None = None
    domestic: bool | None = None
    archived: bool = False


ORDERS = ("name", "-name", "founded", "-founded")


def list_partnerships(
    viewer: Viewer, wanted: PartnershipFilter, language: str, page: int = 1, order: str = "name"
) -> Page:
    """Ties in one of :data:`ORDERS`.

    Columns: id, reference, name, name_other, name_local, country, home_name, is_domestic, tier,
    home_status, partner_status, is_dormant, founded (composite of the preferred claim), is_disputed.
    """
    home = aliased(City)
    name = in_language(language, City.name_ko, City.name_en)
    founded_on = earliest(FoundingClaim.founded)
    statement = (
        select(
            Partnership.id,
            Partnership.reference,
            name.label("name"),
            in_language(language, City.name_en, City.name_ko).label("name_other"),
            City.name_local,
            City.country,
            in_language(language, home.name_ko, home.name_en).label("home_name"),
            (City.country == home.country).label("is_domestic"),
            Partnership.tier,
            Partnership.home_status,
            Partnership.partner_status,
            Partnership.is_dormant,
            FoundingClaim.founded.label("founded"),
            _is_disputed().label("is_disputed"),
        )
        .join(City, City.id == Partnership.partner_id)
        .join(home, home.id == Partnership.home_id)
        .outerjoin(
            FoundingClaim,
            and_(
                FoundingClaim.partnership_id == Partnership.id,
                FoundingClaim.is_preferred,
                FoundingClaim.archived_at.is_(None),
            ),
        )
        .where(visible_to(viewer, Partnership))
        .where(Partnership.archived_at.is_not(None) if wanted.archived else Partnership.archived_at.is_(None))
    )
    orders: dict[str, tuple[Any, ...]] = {
        "name": (name,),
        "-name": (name.desc(),),
        "founded": (founded_on.is_(None), founded_on),
        "-founded": (founded_on.is_(None), founded_on.desc()),
    }
    ordered = statement.order_by(*orders.get(order, orders["name"]), Partnership.id)
    for condition in _conditions(wanted, home):
        ordered = ordered.where(condition)
    return read_page(ordered, page)


def list_partner_countries(viewer: Viewer) -> Sequence[str]:
    """ISO 3166-1 codes of the countries that ties lead to."""
    return db.session.scalars(
        select(City.country)
        .join(Partnership, Partnership.partner_id == City.id)
        .where(visible_to(viewer, Partnership))
        .distinct()
        .order_by(City.country)
    ).all()


def _conditions(wanted: PartnershipFilter, home: Any) -> list[Any]:
    conditions: list[Any] = []
    if wanted.text:
        called = or_(is_called(wanted.text, City), is_called(wanted.text, home))
        conditions.append(or_(called, contains(wanted.text, Partnership.reference)))
    if wanted.country:
        conditions.append(City.country == wanted.country)
    if wanted.tier:
        conditions.append(Partnership.tier == wanted.tier)
    if wanted.status:
        conditions.append(or_(Partnership.home_status == wanted.status, Partnership.partner_status == wanted.status))
    if wanted.domestic is not None:
        same = City.country == home.country
        conditions.append(same if wanted.domestic else ~same)
    return conditions


def _is_disputed() -> Any:
    """What `Partnership.is_founding_disputed` asks of loaded claims."""
    # Tables, not entities: what `earliest` and `latest` answer knows no alias.
    one, other = FoundingClaim.__table__.alias(), FoundingClaim.__table__.alias()
    apart = one.c.founded_latest < other.c.founded_earliest
    tiers_known = and_(one.c.tier != Tier.UNSPECIFIED, other.c.tier != Tier.UNSPECIFIED)
    return exists(
        select(one.c.id)
        .join(other, other.c.partnership_id == one.c.partnership_id)
        .where(one.c.partnership_id == Partnership.id, one.c.archived_at.is_(None), other.c.archived_at.is_(None))
        .where(or_(apart, and_(tiers_known, one.c.tier != other.c.tier)))
    )
