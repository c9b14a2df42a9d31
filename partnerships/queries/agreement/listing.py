"""Agreements in a list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import extract, func, or_, select

from partnerships.extensions import db
from partnerships.models.agreement import Agreement, AgreementKind, AgreementParty, AgreementStatus
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership, Side
from partnerships.models.types import earliest
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.agreement.standing import standing
from partnerships.queries.finding import contains, in_language, is_called
from partnerships.queries.pages import Page, read_page


@dataclass(frozen=True)
class AgreementFilter:
    """What a list of agreements is narrowed to; ``None`` leaves a matter open.

    ``area`` and ``partner`` are references, ``year`` that of signing, ``status`` the one that shows on the day.
    """

    text: str | None = None
    kind: AgreementKind | None = None
    status: AgreementStatus | None = None
    area: str | None = None
    partner: str | None = None
    year: int | None = None
    archived: bool = False


ORDERS = ("-signed", "signed", "title", "-title")


def list_agreements(
    viewer: Viewer, wanted: AgreementFilter, today: date, language: str, page: int = 1, order: str = "-signed"
) -> Page:
    """Agreements in one of :data:`ORDERS`: id, reference, title, title_other, kind, signed (composite), standing."""
    title = in_language(language, Agreement.title_ko, Agreement.title_en)
    signed = earliest(Agreement.signed)
    orders: dict[str, tuple[Any, ...]] = {
        "-signed": (signed.is_(None), signed.desc(), Agreement.id.desc()),
        "signed": (signed.is_(None), signed, Agreement.id),
        "title": (title, Agreement.id),
        "-title": (title.desc(), Agreement.id),
    }
    statement = (
        select(
            Agreement.id,
            Agreement.reference,
            title.label("title"),
            in_language(language, Agreement.title_en, Agreement.title_ko).label("title_other"),
            Agreement.kind,
            Agreement.is_example,
            Agreement.signed,
            standing(today).label("standing"),
        )
        .where(visible_to(viewer, Agreement))
        .where(Agreement.archived_at.is_not(None) if wanted.archived else Agreement.archived_at.is_(None))
        .order_by(*orders.get(order, orders["-signed"]))
    )
    for condition in _conditions(wanted, today):
        statement = statement.where(condition)
    return read_page(statement, page)


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


def list_partner_choices(viewer: Viewer, language: str) -> Sequence[tuple[str, str]]:
    """(reference, name) of the cities that agreements are made with, as parties or by the ties they fall under."""
    name = in_language(language, City.name_ko, City.name_en)
    agreed = select(Agreement.id).where(visible_to(viewer, Agreement), Agreement.archived_at.is_(None))
    as_party = select(AgreementParty.city_id).where(
        AgreementParty.agreement_id.in_(agreed), AgreementParty.archived_at.is_(None)
    )
    by_tie = (
        select(Partnership.partner_id)
        .join(Partnership.agreements)
        .where(visible_to(viewer, Agreement), visible_to(viewer, Partnership), Agreement.archived_at.is_(None))
    )
    rows = db.session.execute(
        select(City.reference, name)
        .where(or_(City.id.in_(as_party), City.id.in_(by_tie)), ~City.is_home, visible_to(viewer, City))
        .order_by(name, City.id)
    )
    return [(reference, shown) for reference, shown in rows]


def list_signing_years(viewer: Viewer) -> Sequence[int]:
    """The years in which agreements were signed, the latest first."""
    year = extract("year", earliest(Agreement.signed))
    rows = db.session.scalars(
        select(year).where(visible_to(viewer, Agreement), year.is_not(None)).distinct().order_by(year.desc())
    )
    return [int(value) for value in rows]


def _conditions(wanted: AgreementFilter, today: date) -> list[Any]:
    conditions: list[Any] = []
    if wanted.text:
        party = Agreement.parties.any(
            or_(
                AgreementParty.city.has(is_called(wanted.text, City)),
                AgreementParty.organisation.has(contains(wanted.text, Organisation.name_ko, Organisation.name_en)),
            )
        )
        conditions.append(
            or_(contains(wanted.text, Agreement.title_ko, Agreement.title_en, Agreement.reference), party)
        )
    if wanted.kind:
        conditions.append(Agreement.kind == wanted.kind)
    if wanted.status:
        conditions.append(standing(today) == wanted.status)
    if wanted.area:
        conditions.append(Agreement.areas.any(CooperationArea.reference == wanted.area))
    if wanted.partner:
        named = City.reference == wanted.partner
        as_party = Agreement.parties.any(AgreementParty.city.has(named) & AgreementParty.archived_at.is_(None))
        conditions.append(or_(as_party, Agreement.partnerships.any(Partnership.partner.has(named))))
    if wanted.year:
        conditions.append(extract("year", earliest(Agreement.signed)) == wanted.year)
    return conditions
