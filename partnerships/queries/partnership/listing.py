"""Ties in a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.agreement import Agreement
from partnerships.models.agreement.agreement import agreement_areas, agreement_partnerships
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import FoundingClaim, Partnership, PartnershipEvent, Tier, TieStatus
from partnerships.models.types import earliest, latest
from partnerships.permissions import Viewer, built_once, visible_to
from partnerships.queries.finding import contains, in_language, is_called
from partnerships.queries.listing import (
    Listed,
    Named,
    Order,
    Reader,
    any_of,
    countries_with,
    is_account,
    is_organisation,
    is_put_away,
    ordered,
    within_decade,
)
from partnerships.queries.partnership.happenings import ties_alive_since, ties_begun_since
from partnerships.queries.partnership.vitality import QUIET_AFTER_YEARS


@dataclass(frozen=True)
class PartnershipFilter:
    """What a list of ties is narrowed to; ``None`` leaves a matter open.

    ``status`` is that of either side, ``region`` a code of UN M49, ``area`` the reference of an area that an agreement
    of the tie names, ``decade`` its first year, ``homes`` references of home sides; ``anniversary`` asks for a round
    one within a year, ``quiet`` for ties that are meant to be alive and of which nothing is told for years.
    """

    text: str | None = None
    country: str | None = None
    region: frozenset[str] | None = None
    tier: Tier | None = None
    status: TieStatus | None = None
    home_status: TieStatus | None = None
    partner_status: TieStatus | None = None
    agreed: bool | None = None
    area: str | None = None
    decade: int | None = None
    department: Named | None = None
    officer: Named | None = None
    mine: bool = False
    homes: frozenset[int] | None = None
    domestic: bool | None = None
    dormant: bool = False
    anniversary: bool = False
    quiet: bool = False
    archived: bool = False


_HOME = aliased(City)
_PREFERRED = and_(
    FoundingClaim.partnership_id == Partnership.id, FoundingClaim.is_preferred, FoundingClaim.archived_at.is_(None)
)
# The anniversaries that are celebrated, as `anniversary` counts them, of ties that are no older than three centuries.
_CELEBRATED = (5, 10, 20, 25, 30, 40, *range(50, 310, 10))
ORDERS = ("name", "country", "tier", "founded", "home", "partner", "number")


def partnerships_listed(reader: Reader, wanted: PartnershipFilter, order: str = "name") -> Listed:
    """Ties in one of :data:`ORDERS`, downwards with a minus before it.

    Rows: id, home_id, reference, name, name_other, name_local, country, home_name, is_domestic, tier, home_status,
    partner_status, is_dormant, is_example, founded (of the preferred claim), is_disputed, department, officer.
    """
    ids = select(Partnership.id).where(visible_to(reader.viewer, Partnership), *_conditions(reader, wanted))
    return Listed(ordered(ids, _orders(reader), order, "name", Partnership.id), lambda found: _rows(reader, found))


def _orders(reader: Reader) -> dict[str, Order]:
    partner = ((City, City.id == Partnership.partner_id),)
    return {
        "name": Order((in_language(reader.language, City.name_ko, City.name_en),), partner),
        "country": Order((City.country,), partner),
        "tier": Order((Partnership.tier,)),
        "founded": Order((earliest(FoundingClaim.founded),), ((FoundingClaim, _PREFERRED),)),
        "home": Order((Partnership.home_status,)),
        "partner": Order((Partnership.partner_status,)),
        "number": Order((Partnership.reference,)),
    }


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    return db.session.execute(_filled_in(reader.viewer, reader.language), {"ids": list(ids)}).all()


@built_once
def _filled_in(viewer: Viewer, language: Language) -> Select[*tuple[Any, ...]]:
    """The rows of ``ids``."""
    return (
        select(
            Partnership.id,
            Partnership.home_id,
            Partnership.reference,
            in_language(language, City.name_ko, City.name_en).label("name"),
            in_language(language, City.name_en, City.name_ko).label("name_other"),
            City.name_local,
            City.country,
            in_language(language, _HOME.name_ko, _HOME.name_en).label("home_name"),
            (City.country == _HOME.country).label("is_domestic"),
            Partnership.tier,
            Partnership.home_status,
            Partnership.partner_status,
            Partnership.is_dormant,
            Partnership.is_example,
            FoundingClaim.founded.label("founded"),
            _is_disputed().label("is_disputed"),
            in_language(language, Organisation.name_ko, Organisation.name_en).label("department"),
            User.name.label("officer"),
        )
        .select_from(Partnership)
        .join(City, City.id == Partnership.partner_id)
        .join(_HOME, _HOME.id == Partnership.home_id)
        .outerjoin(FoundingClaim, _PREFERRED)
        .outerjoin(
            Organisation,
            and_(Organisation.id == Partnership.department_id, visible_to(viewer, Organisation)),
        )
        .outerjoin(User, User.id == Partnership.owner_id)
        .where(Partnership.id.in_(bindparam("ids", expanding=True)))
    )


def list_partner_countries(viewer: Viewer) -> Sequence[str]:
    """ISO 3166-1 codes of the countries that ties lead to."""
    return db.session.scalars(_partner_countries(viewer)).all()


@built_once
def _partner_countries(viewer: Viewer) -> Select[str]:
    tie = select(Partnership.id).join(City, City.id == Partnership.partner_id).where(visible_to(viewer, Partnership))
    return countries_with(lambda country: tie.where(City.country == country).exists())


def _conditions(reader: Reader, wanted: PartnershipFilter) -> list[ColumnElement[bool]]:
    conditions = [is_put_away(Partnership, wanted.archived)]
    conditions += _of_the_cities(reader, wanted)
    if wanted.tier:
        conditions.append(Partnership.tier == wanted.tier)
    if wanted.status:
        conditions.append(or_(Partnership.home_status == wanted.status, Partnership.partner_status == wanted.status))
    if wanted.home_status:
        conditions.append(Partnership.home_status == wanted.home_status)
    if wanted.partner_status:
        conditions.append(Partnership.partner_status == wanted.partner_status)
    if wanted.dormant:
        conditions.append(Partnership.is_dormant.is_(True))
    conditions += _of_the_desk(reader, wanted)
    conditions += _of_the_founding(reader, wanted)
    conditions += _of_the_agreements(reader, wanted)
    if wanted.quiet:
        years_ago = _years_before(reader.today, QUIET_AFTER_YEARS)
        conditions.append(Partnership.home_status == TieStatus.ACTIVE)
        among = None
        if wanted.homes is not None:
            among = select(Partnership.id).where(Partnership.home_id.in_(wanted.homes))
        conditions.append(Partnership.id.not_in(ties_alive_since(reader.viewer, years_ago, reader.today, among)))
        conditions.append(Partnership.id.not_in(ties_begun_since(years_ago)))
    return conditions


def _of_the_cities(reader: Reader, wanted: PartnershipFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.text:
        called = select(City.id).where(is_called(wanted.text, City))
        conditions.append(
            or_(
                Partnership.partner_id.in_(called),
                Partnership.home_id.in_(called),
                Partnership.id.in_(_gone_over_from(reader.viewer, wanted.text)),
                contains(wanted.text, Partnership.reference),
            )
        )
    if wanted.country:
        conditions.append(Partnership.partner_id.in_(select(City.id).where(City.country == wanted.country)))
    if wanted.region is not None:
        conditions.append(Partnership.partner_id.in_(select(City.id).where(City.country.in_(wanted.region))))
    if wanted.domestic is not None:
        same = exists(
            select(City.id)
            .join(_HOME, _HOME.country == City.country)
            .where(City.id == Partnership.partner_id, _HOME.id == Partnership.home_id)
        )
        conditions.append(same if wanted.domestic else ~same)
    if wanted.homes is not None:
        conditions.append(Partnership.home_id.in_(wanted.homes))
    return conditions


def _gone_over_from(viewer: Viewer, text: str) -> Select[int]:
    """The ids of the ties that go on with a tie of a city called ``text``, at however many removes."""
    event = PartnershipEvent.__table__.c
    taken_over = and_(event.archived_at.is_(None), event.successor_id.is_not(None))
    # The takeovers first: they are few, and only their cities need to be read.
    first = (
        select(event.successor_id.label("id"))
        .join(Partnership, Partnership.id == event.partnership_id)
        .join(City, City.id == Partnership.partner_id)
        .where(taken_over, visible_to(viewer, Partnership), is_called(text, City))
    )
    going_on = first.cte("going_on", recursive=True)
    further = select(event.successor_id).join(going_on, going_on.c.id == event.partnership_id).where(taken_over)
    return select(going_on.union(further).c.id)


def _of_the_desk(reader: Reader, wanted: PartnershipFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.department:
        units = select(Organisation.id).where(
            is_organisation(wanted.department), visible_to(reader.viewer, Organisation)
        )
        conditions.append(Partnership.department_id.in_(units))
    if wanted.officer:
        conditions.append(Partnership.owner_id.in_(select(User.id).where(is_account(wanted.officer))))
    if wanted.mine:
        conditions.append(Partnership.owner_id == reader.viewer.id)
    return conditions


def _of_the_founding(reader: Reader, wanted: PartnershipFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    founded = select(FoundingClaim.partnership_id).where(
        FoundingClaim.is_preferred, FoundingClaim.archived_at.is_(None)
    )
    day = earliest(FoundingClaim.founded)
    if wanted.decade:
        conditions.append(Partnership.id.in_(founded.where(within_decade(day, wanted.decade))))
    if wanted.anniversary:
        last = latest(FoundingClaim.founded)
        spans = [
            and_(last >= _years_before(reader.today, years), day < _years_before(reader.today, years - 1))
            for years in _CELEBRATED
        ]
        conditions.append(Partnership.id.in_(founded.where(any_of(spans))))
    return conditions


def _of_the_agreements(reader: Reader, wanted: PartnershipFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    agreed = (
        select(agreement_partnerships.c.partnership_id)
        .join(Agreement, Agreement.id == agreement_partnerships.c.agreement_id)
        .where(visible_to(reader.viewer, Agreement), Agreement.archived_at.is_(None))
    )
    if wanted.agreed is not None:
        conditions.append(Partnership.id.in_(agreed) if wanted.agreed else Partnership.id.not_in(agreed))
    if wanted.area:
        named = (
            select(agreement_areas.c.agreement_id)
            .join(CooperationArea, CooperationArea.id == agreement_areas.c.area_id)
            .where(CooperationArea.reference == wanted.area)
        )
        conditions.append(Partnership.id.in_(agreed.where(Agreement.id.in_(named))))
    return conditions


def _years_before(day: date, years: int) -> date:
    """The same day so many years before; 28 February for a 29th that is not there."""
    leaps_nowhere = day.replace(day=28) if (day.month, day.day) == (2, 29) else day
    return leaps_nowhere.replace(year=day.year - years)


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
