"""Agreements in a list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.agreement import (
    SIGNED_STATUSES,
    Agreement,
    AgreementKind,
    AgreementParty,
    AgreementStatus,
    RenewalKind,
    TermKind,
)
from partnerships.models.agreement.agreement import agreement_areas, agreement_partnerships
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.document import Document
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership, Side
from partnerships.models.types import earliest
from partnerships.permissions import Viewer, built_once, visible_to
from partnerships.queries.agreement.standing import FirstOfYear, has_term, notice_deadline_on, running_ends_on, standing
from partnerships.queries.finding import contains, in_language, is_called
from partnerships.queries.listing import (
    Listed,
    Named,
    Order,
    Reader,
    countries_with,
    is_account,
    is_city,
    is_organisation,
    is_put_away,
    ordered,
    within_decade,
    within_years,
)


@dataclass(frozen=True)
class AgreementFilter:
    """What a list of agreements is narrowed to; ``None`` leaves a matter open.

    ``area`` is a reference, ``year`` that of signing and ``decade`` its first year, ``status`` the one that shows on
    the day, ``region`` the countries of one, ``country`` and ``partner`` are those of a party or of the tie it falls
    under; ``ending`` counts days from today, ``held`` asks for the paper itself, ``tied`` for a tie that it falls
    under.
    """

    text: str | None = None
    kind: AgreementKind | None = None
    status: AgreementStatus | None = None
    area: str | None = None
    partner: Named | None = None
    country: str | None = None
    region: frozenset[str] | None = None
    year: int | None = None
    decade: int | None = None
    ending: int | None = None
    renewal: RenewalKind | None = None
    department: Named | None = None
    officer: Named | None = None
    mine: bool = False
    homes: frozenset[int] | None = None
    held: bool | None = None
    tied: bool | None = None
    term_unknown: bool = False
    awaits_approval: bool = False
    archived: bool = False


ORDERS = ("signed", "title", "kind", "ends", "status", "number")


def agreements_listed(reader: Reader, wanted: AgreementFilter, order: str = "-signed") -> Listed:
    """Agreements in one of :data:`ORDERS`, downwards with a minus before it.

    Rows: id, reference, title, title_other, kind, is_example, signed, effective, ends (of the term that runs),
    standing, term_kind, term_months, renewal_kind, renewal_months, notice_kind, notice_months, notice_by, home_name,
    department, officer.
    """
    ids = select(Agreement.id).where(visible_to(reader.viewer, Agreement), *_conditions(reader, wanted))
    return Listed(ordered(ids, _orders(reader), order, "-signed", Agreement.id), lambda found: _rows(reader, found))


def _orders(reader: Reader) -> dict[str, Order]:
    return {
        "signed": Order((earliest(Agreement.signed),)),
        "title": Order((in_language(reader.language, Agreement.title_ko, Agreement.title_en),)),
        "kind": Order((Agreement.kind,)),
        "ends": Order((running_ends_on(reader.today),)),
        "status": Order((standing(reader.today),)),
        "number": Order((Agreement.reference,)),
    }


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    return db.session.execute(_filled_in(reader.viewer, reader.language, reader.today), {"ids": list(ids)}).all()


@built_once
def _filled_in(viewer: Viewer, language: Language, today: date) -> Select[*tuple[Any, ...]]:
    """The rows of ``ids``."""
    return (
        select(
            Agreement.id,
            Agreement.reference,
            in_language(language, Agreement.title_ko, Agreement.title_en).label("title"),
            in_language(language, Agreement.title_en, Agreement.title_ko).label("title_other"),
            Agreement.kind,
            Agreement.is_example,
            Agreement.signed,
            Agreement.effective,
            running_ends_on(today).label("ends"),
            standing(today).label("standing"),
            Agreement.term_kind,
            Agreement.term_months,
            Agreement.renewal_kind,
            Agreement.renewal_months,
            Agreement.notice_kind,
            Agreement.notice_months,
            notice_deadline_on(today).label("notice_by"),
            in_language(language, City.name_ko, City.name_en).label("home_name"),
            in_language(language, Organisation.name_ko, Organisation.name_en).label("department"),
            User.name.label("officer"),
        )
        .select_from(Agreement)
        .join(City, City.id == Agreement.home_id)
        .outerjoin(Organisation, and_(Organisation.id == Agreement.department_id, visible_to(viewer, Organisation)))
        .outerjoin(User, User.id == Agreement.owner_id)
        .where(Agreement.id.in_(bindparam("ids", expanding=True)))
    )


def list_parties_of(agreement_ids: Iterable[int], language: str, side: Side) -> dict[int, list[str]]:
    """{id of an agreement: names of its parties on ``side``, in their order}."""
    name = func.coalesce(
        in_language(language, City.name_ko, City.name_en),
        in_language(language, Organisation.name_ko, Organisation.name_en),
    )
    rows = db.session.execute(
        select(AgreementParty.agreement_id, name)
        .outerjoin(City, City.id == AgreementParty.city_id)
        .outerjoin(Organisation, Organisation.id == AgreementParty.organisation_id)
        .where(AgreementParty.agreement_id.in_(list(agreement_ids)), AgreementParty.archived_at.is_(None))
        .where(AgreementParty.side == side)
        .order_by(AgreementParty.position, AgreementParty.id)
    )
    names: dict[int, list[str]] = {}
    for agreement_id, party in rows:
        names.setdefault(agreement_id, []).append(party)
    return names


def list_areas_of(agreement_ids: Iterable[int], language: str) -> dict[int, list[str]]:
    """{id of an agreement: names of its cooperation areas, in the order of the managed list}."""
    rows = db.session.execute(
        select(agreement_areas.c.agreement_id, in_language(language, CooperationArea.name_ko, CooperationArea.name_en))
        .join(CooperationArea, CooperationArea.id == agreement_areas.c.area_id)
        .where(agreement_areas.c.agreement_id.in_(list(agreement_ids)))
        .order_by(CooperationArea.position, CooperationArea.id)
    )
    names: dict[int, list[str]] = {}
    for agreement_id, area in rows:
        names.setdefault(agreement_id, []).append(area)
    return names


def list_agreed_countries(viewer: Viewer) -> Sequence[str]:
    """ISO 3166-1 codes of the countries that agreements lead to."""
    return db.session.scalars(_agreed_countries(viewer)).all()


@built_once
def _agreed_countries(viewer: Viewer) -> Select[str]:
    party = (
        select(AgreementParty.id)
        .join(Agreement, Agreement.id == AgreementParty.agreement_id)
        .where(AgreementParty.archived_at.is_(None), visible_to(viewer, Agreement), ~City.is_home)
    )
    by_itself = party.join(City, City.id == AgreementParty.city_id)
    by_body = party.join(Organisation, Organisation.id == AgreementParty.organisation_id)
    by_body = by_body.join(City, City.id == Organisation.city_id)
    by_tie = (
        select(agreement_partnerships.c.agreement_id)
        .join(Agreement, Agreement.id == agreement_partnerships.c.agreement_id)
        .join(Partnership, Partnership.id == agreement_partnerships.c.partnership_id)
        .join(City, City.id == Partnership.partner_id)
        .where(visible_to(viewer, Agreement), visible_to(viewer, Partnership), ~City.is_home)
    )
    return countries_with(
        lambda country: by_itself.where(City.country == country).exists(),
        lambda country: by_body.where(City.country == country).exists(),
        lambda country: by_tie.where(City.country == country).exists(),
    )


def list_signing_years(viewer: Viewer) -> Sequence[int]:
    """The years in which agreements were signed, the latest first."""
    signed = earliest(Agreement.signed)
    # From one year to the one before by the index on the day: as many steps as years, not as agreements.
    day = select(func.max(signed).label("day")).where(visible_to(viewer, Agreement)).cte("day", recursive=True)
    before = select(func.max(signed)).where(visible_to(viewer, Agreement), signed < FirstOfYear(day.c.day))
    day = day.union_all(select(before.scalar_subquery()).where(day.c.day.is_not(None)))
    return [found.year for found in db.session.scalars(select(day.c.day).where(day.c.day.is_not(None)))]


def _agreements_with(viewer: Viewer, city: ColumnElement[bool]) -> Any:
    """(agreement_id, city_id) of the agreements that one of the cities is party to, by itself or by its organisation,
    or has a tie with that the agreement falls under."""
    as_party = (
        select(AgreementParty.agreement_id, City.id.label("city_id"))
        .outerjoin(Organisation, Organisation.id == AgreementParty.organisation_id)
        .join(City, City.id == func.coalesce(AgreementParty.city_id, Organisation.city_id))
        .where(AgreementParty.archived_at.is_(None), city)
    )
    by_tie = (
        select(agreement_partnerships.c.agreement_id, City.id.label("city_id"))
        .join(Partnership, Partnership.id == agreement_partnerships.c.partnership_id)
        .join(City, City.id == Partnership.partner_id)
        .where(visible_to(viewer, Partnership), city)
    )
    return as_party.union_all(by_tie).subquery()


def _conditions(reader: Reader, wanted: AgreementFilter) -> list[ColumnElement[bool]]:
    conditions = [is_put_away(Agreement, wanted.archived)]
    if wanted.text:
        party = Agreement.parties.any(
            or_(
                AgreementParty.city.has(is_called(wanted.text, City)),
                AgreementParty.organisation.has(contains(wanted.text, Organisation.name_ko, Organisation.name_en)),
            )
            & AgreementParty.archived_at.is_(None)
        )
        conditions.append(
            or_(contains(wanted.text, Agreement.title_ko, Agreement.title_en, Agreement.reference), party)
        )
    if wanted.kind:
        conditions.append(Agreement.kind == wanted.kind)
    if wanted.status:
        conditions.append(standing(reader.today) == wanted.status)
    if wanted.area:
        conditions.append(Agreement.areas.any(CooperationArea.reference == wanted.area))
    if wanted.awaits_approval:
        conditions.append(Agreement.awaits_approval.is_(True))
    conditions += _of_the_cities(reader, wanted)
    conditions += _of_the_term(reader, wanted)
    conditions += _of_the_desk(reader, wanted)
    conditions += _of_what_hangs_on_it(reader, wanted)
    return conditions


def _of_the_cities(reader: Reader, wanted: AgreementFilter) -> list[ColumnElement[bool]]:
    abroad: list[ColumnElement[bool]] = []
    if wanted.partner:
        abroad.append(is_city(wanted.partner))
    if wanted.country:
        abroad.append(and_(City.country == wanted.country, ~City.is_home))
    if wanted.region is not None:
        abroad.append(and_(City.country.in_(wanted.region), ~City.is_home))
    return [Agreement.id.in_(select(_agreements_with(reader.viewer, one).c.agreement_id)) for one in abroad]


def _of_the_term(reader: Reader, wanted: AgreementFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    signed = earliest(Agreement.signed)
    if wanted.year:
        conditions.append(within_years(signed, wanted.year, wanted.year))
    if wanted.decade:
        conditions.append(within_decade(signed, wanted.decade))
    if wanted.ending is not None:
        ends = running_ends_on(reader.today)
        # Whether its dates have ended it is asked by the days already, so that the recorded status suffices; and what
        # is cheap comes first, so that terms are counted of few.
        conditions.append(Agreement.status.in_((AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)))
        conditions.append(has_term())
        conditions.append(ends.between(reader.today, reader.today + timedelta(days=wanted.ending)))
    if wanted.renewal:
        conditions.append(Agreement.renewal_kind == wanted.renewal)
    if wanted.term_unknown:
        conditions += [Agreement.status.in_(SIGNED_STATUSES), Agreement.term_kind == TermKind.NOT_STATED]
        conditions.append(running_ends_on(reader.today).is_(None))
    return conditions


def _of_the_desk(reader: Reader, wanted: AgreementFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.department:
        units = select(Organisation.id).where(
            is_organisation(wanted.department), visible_to(reader.viewer, Organisation)
        )
        conditions.append(Agreement.department_id.in_(units))
    if wanted.officer:
        conditions.append(Agreement.owner_id.in_(select(User.id).where(is_account(wanted.officer))))
    if wanted.mine:
        conditions.append(Agreement.owner_id == reader.viewer.id)
    if wanted.homes is not None:
        conditions.append(Agreement.home_id.in_(wanted.homes))
    return conditions


def _of_what_hangs_on_it(reader: Reader, wanted: AgreementFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.held is not None:
        held = exists().where(
            Document.agreement_id == Agreement.id,
            Document.sha256.is_not(None),
            Document.archived_at.is_(None),
            visible_to(reader.viewer, Document),
        )
        conditions.append(held if wanted.held else ~held)
    if wanted.tied is not None:
        tied = Agreement.partnerships.any(visible_to(reader.viewer, Partnership) & Partnership.archived_at.is_(None))
        conditions.append(tied if wanted.tied else ~tied)
    return conditions
