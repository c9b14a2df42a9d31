"""Commitments over all agreements: as a list, on a board by status or by area, and counted for a tie."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.agreement import (
    Agreement,
    AgreementParty,
    Cadence,
    Commitment,
    CommitmentKind,
    CommitmentStatus,
)
from partnerships.models.agreement.agreement import agreement_partnerships
from partnerships.models.agreement.commitment import commitment_areas
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.side import Side
from partnerships.models.types import latest
from partnerships.permissions import Viewer, built_once, visible_to
from partnerships.queries.agreement import owing
from partnerships.queries.finding import contains, in_language
from partnerships.queries.listing import (
    Listed,
    Named,
    Order,
    Reader,
    fill_in,
    is_account,
    is_city,
    is_organisation,
    ordered,
    read_listed_page,
)
from partnerships.queries.pages import COUNT_CAP, Page

CARDS = 30


@dataclass(frozen=True)
class CommitmentFilter:
    """What a list or a board of commitments is narrowed to; ``None`` leaves a matter open.

    ``agreement``, ``tie`` and ``area`` are references, ``partner`` the city at the other end of a tie or a party.
    """

    text: str | None = None
    status: CommitmentStatus | None = None
    kind: CommitmentKind | None = None
    area: str | None = None
    agreement: Named | None = None
    tie: str | None = None
    partner: Named | None = None
    department: Named | None = None
    officer: Named | None = None
    owed_by: Side | None = None
    cadence: Cadence | None = None
    homes: frozenset[int] | None = None
    mine: bool = False
    overdue: bool = False
    untouched: bool = False


@dataclass(frozen=True)
class Column:
    """One column of the board: ``total`` is exact up to a cap; beyond it ``is_capped`` is true."""

    key: str
    label: Any
    rows: Sequence[Any]
    total: int
    is_capped: bool


ORDERS = ("due", "touched", "agreement", "status", "number")


def commitments_listed(reader: Reader, wanted: CommitmentFilter, order: str = "agreement") -> Listed:
    """Commitments in one of :data:`ORDERS`, downwards with a minus before it.

    Rows: id, reference, number, clause, text, text_other, kind, status, status_reason, owed_by, due, cadence,
    cadence_years, agreement_title, agreement_id, is_example, department, officer, evidence, last_touched, is_overdue,
    is_untouched, first_year.
    """
    ids = _ids(reader, wanted)
    return Listed(ordered(ids, _orders(reader), order, "agreement", Commitment.id), lambda found: _rows(reader, found))


def list_commitments(
    viewer: Viewer, wanted: CommitmentFilter, today: date, language: Language, page: int = 1, order: str = "agreement"
) -> Page:
    """A page of :func:`commitments_listed`."""
    return read_listed_page(commitments_listed(Reader(viewer, language, today), wanted, order), page)


def board_by_status(reader: Reader, wanted: CommitmentFilter) -> list[Column]:
    """A column for each status, of the wanted one only where one is wanted."""
    statuses = [one for one in CommitmentStatus if wanted.status in (None, one)]
    return _columns(reader, wanted, [(one.value, one, Commitment.status == one) for one in statuses])


def board_by_area(reader: Reader, wanted: CommitmentFilter) -> list[Column]:
    """A column for each area that anything wanted falls under, in their order, and one for what falls under none."""
    areas = db.session.scalars(
        select(CooperationArea)
        .where(CooperationArea.archived_at.is_(None), visible_to(reader.viewer, CooperationArea))
        .order_by(CooperationArea.position, CooperationArea.id)
    )
    choices: list[tuple[str, Any, ColumnElement[bool]]] = [
        (area.reference, area.name, _in_area(CooperationArea.id == area.id))
        for area in areas
        if wanted.area in (None, area.reference)
    ]
    if wanted.area is None:
        choices.append(("", None, ~_in_area(CooperationArea.archived_at.is_(None))))
    return [column for column in _columns(reader, wanted, choices) if column.total]


def _columns(
    reader: Reader, wanted: CommitmentFilter, choices: Sequence[tuple[str, Any, ColumnElement[bool]]]
) -> list[Column]:
    """All columns in two statements and a few for what their cards show, however many there are."""
    if not choices:
        return []
    base = _ids(reader, wanted)
    first = [_first_of(base, place, condition) for place, (_key, _label, condition) in enumerate(choices)]
    counts = [_count_of(base, condition).label(f"c{place}") for place, (*_rest, condition) in enumerate(choices)]
    found: dict[int, list[int]] = {}
    for place, commitment_id in db.session.execute(union_all(*first)):
        found.setdefault(place, []).append(commitment_id)
    totals = db.session.execute(select(*counts)).one()
    ids = list(dict.fromkeys(one for ids in found.values() for one in ids))
    rows = {row.id: row for row in fill_in(Listed(base, lambda wanted: _rows(reader, wanted)), ids)}
    return [
        Column(key, label, [rows[one] for one in found.get(place, ())], min(total, COUNT_CAP), total > COUNT_CAP)
        for place, ((key, label, _condition), total) in enumerate(zip(choices, totals, strict=True))
    ]


def _first_of(base: Select[Any], place: int, condition: ColumnElement[bool]) -> Any:
    """The newest first: their ids are in the order in which they were recorded, so none needs to be sorted."""
    cut = base.where(condition).order_by(Commitment.id.desc()).limit(CARDS).subquery()
    return select(literal(place), cut.c.id)


def _count_of(base: Select[Any], condition: ColumnElement[bool]) -> Any:
    cut = base.where(condition).limit(COUNT_CAP + 1).subquery()
    return select(func.count()).select_from(cut).scalar_subquery()


def _ids(reader: Reader, wanted: CommitmentFilter) -> Select[Any]:
    return (
        select(Commitment.id)
        .join(Commitment.agreement)
        .where(Commitment.archived_at.is_(None), Agreement.archived_at.is_(None))
        .where(visible_to(reader.viewer, Agreement), *_conditions(reader, wanted))
    )


def _conditions(reader: Reader, wanted: CommitmentFilter) -> list[ColumnElement[bool]]:
    viewer, today = reader.viewer, reader.today
    asked: tuple[tuple[bool, Any], ...] = (
        (wanted.status is not None, lambda: Commitment.status == wanted.status),
        (wanted.kind is not None, lambda: Commitment.kind == wanted.kind),
        (wanted.owed_by is not None, lambda: Commitment.owed_by == wanted.owed_by),
        (wanted.cadence is not None, lambda: Commitment.cadence == wanted.cadence),
        (wanted.homes is not None, lambda: Agreement.home_id.in_(wanted.homes or ())),
        (wanted.mine, lambda: or_(Commitment.officer_id == viewer.id, Agreement.owner_id == viewer.id)),
        (bool(wanted.area), lambda: _in_area(CooperationArea.reference == wanted.area)),
        (bool(wanted.tie), lambda: _under_tie(Partnership.reference == wanted.tie)),
        (wanted.agreement is not None, lambda: _is_agreement(wanted.agreement)),
        (wanted.partner is not None, lambda: _with_partner(viewer, wanted.partner)),
        (wanted.department is not None, lambda: _of_department(viewer, wanted.department)),
        (wanted.officer is not None, lambda: _of_officer(wanted.officer)),
        (wanted.overdue, lambda: owing.is_overdue(viewer, today)),
        (wanted.untouched, lambda: owing.is_untouched(viewer, today)),
        (bool((wanted.text or "").strip()), lambda: _says(wanted.text or "")),
    )
    return [make() for is_asked, make in asked if is_asked]


def _says(text: str) -> ColumnElement[bool]:
    columns = (Commitment.text_ko, Commitment.text_en, Commitment.clause, Commitment.counterpart)
    return contains(text, *columns, Agreement.title_ko, Agreement.title_en, Agreement.reference)


def _is_agreement(wanted: Any) -> ColumnElement[bool]:
    if wanted.reference:
        return and_(Agreement.reference == wanted.reference)
    return contains(wanted.text, Agreement.title_ko, Agreement.title_en)


def _in_area(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    within = (
        select(commitment_areas.c.commitment_id)
        .join(CooperationArea, CooperationArea.id == commitment_areas.c.area_id)
        .where(condition, commitment_areas.c.commitment_id == Commitment.id)
    )
    return within.correlate(Commitment).exists()


def _under_tie(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    falling = (
        select(agreement_partnerships.c.agreement_id)
        .join(Partnership, Partnership.id == agreement_partnerships.c.partnership_id)
        .where(condition)
    )
    return Agreement.id.in_(falling)


def _with_partner(viewer: Viewer, wanted: Any) -> ColumnElement[bool]:
    partner, party = aliased(City), aliased(City)
    ties = (
        select(agreement_partnerships.c.agreement_id)
        .join(Partnership, Partnership.id == agreement_partnerships.c.partnership_id)
        .join(partner, partner.id == Partnership.partner_id)
        .where(is_city(wanted, partner), visible_to(viewer, Partnership))
    )
    parties = (
        select(AgreementParty.agreement_id)
        .join(party, party.id == AgreementParty.city_id)
        .where(is_city(wanted, party), AgreementParty.archived_at.is_(None), AgreementParty.side == Side.PARTNER)
    )
    return or_(Agreement.id.in_(ties), Agreement.id.in_(parties))


def _of_department(viewer: Viewer, wanted: Any) -> ColumnElement[bool]:
    departments = select(Organisation.id).where(is_organisation(wanted), visible_to(viewer, Organisation))
    return Commitment.department_id.in_(departments)


def _of_officer(wanted: Any) -> ColumnElement[bool]:
    officers = select(User.id).where(is_account(wanted))
    return or_(
        Commitment.officer_id.in_(officers), and_(Commitment.officer_id.is_(None), Agreement.owner_id.in_(officers))
    )


def _orders(reader: Reader) -> dict[str, Order]:
    return {
        "due": Order((latest(Commitment.due),)),
        "touched": Order((owing.last_touched(reader.viewer, reader.today),)),
        "agreement": Order((Agreement.reference, Commitment.number)),
        "status": Order((Commitment.status,)),
        "number": Order((Commitment.number,)),
    }


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    return db.session.execute(_filled_in(reader.viewer, reader.language, reader.today), {"ids": list(ids)}).all()


@built_once
def _filled_in(viewer: Viewer, language: Language, today: date) -> Select[*tuple[Any, ...]]:
    """The rows of ``ids``."""
    return (
        select(
            Commitment.id,
            Commitment.agreement_id,
            Agreement.reference,
            Commitment.number,
            Commitment.clause,
            in_language(language, Commitment.text_ko, Commitment.text_en).label("text"),
            Commitment.kind,
            Commitment.status,
            Commitment.status_reason,
            Commitment.owed_by,
            Commitment.due,
            Commitment.cadence,
            Commitment.cadence_years,
            in_language(language, Agreement.title_ko, Agreement.title_en).label("agreement_title"),
            Agreement.is_example,
            in_language(language, Organisation.name_ko, Organisation.name_en).label("department"),
            User.name.label("officer"),
            owing.evidence_count(viewer, today).label("evidence"),
            owing.last_touched(viewer, today).label("last_touched"),
            owing.is_overdue(viewer, today).label("is_overdue"),
            owing.is_untouched(viewer, today).label("is_untouched"),
            owing.is_owing(today).label("is_owing"),
            owing.first_year().label("first_year"),
        )
        .select_from(Commitment)
        .join(Agreement, Agreement.id == Commitment.agreement_id)
        .outerjoin(Organisation, and_(Organisation.id == Commitment.department_id, visible_to(viewer, Organisation)))
        .outerjoin(User, User.id == Commitment.officer_id)
        .where(Commitment.id.in_(bindparam("ids", expanding=True)))
    )


@dataclass(frozen=True)
class Beside:
    """What cards and rows show besides: partners by agreement, areas by commitment."""

    partners: dict[int, list[str]] = field(default_factory=dict)
    areas: dict[int, list[str]] = field(default_factory=dict)


def read_beside(viewer: Viewer, rows: Sequence[Any], language: str) -> Beside:
    """The partners of the agreements and the areas of the commitments in ``rows``."""
    beside = Beside()
    if not rows:
        return beside
    agreements = {row.agreement_id for row in rows}
    for agreement_id, name in db.session.execute(_partners(viewer, agreements, language)):
        beside.partners.setdefault(agreement_id, [])
        if name not in beside.partners[agreement_id]:
            beside.partners[agreement_id].append(name)
    named = (
        select(
            commitment_areas.c.commitment_id, in_language(language, CooperationArea.name_ko, CooperationArea.name_en)
        )
        .join(CooperationArea, CooperationArea.id == commitment_areas.c.area_id)
        .where(commitment_areas.c.commitment_id.in_([row.id for row in rows]), visible_to(viewer, CooperationArea))
        .order_by(CooperationArea.position, CooperationArea.id)
    )
    for commitment_id, name in db.session.execute(named):
        beside.areas.setdefault(commitment_id, []).append(name)
    return beside


def _partners(viewer: Viewer, agreements: set[int], language: str) -> Any:
    """(agreement, partner): the cities of its ties, then the parties of the other side."""
    name = in_language(language, City.name_ko, City.name_en)
    body = func.coalesce(name, in_language(language, Organisation.name_ko, Organisation.name_en))
    ties = (
        select(agreement_partnerships.c.agreement_id, name.label("name"), literal(0).label("place"))
        .join(Partnership, Partnership.id == agreement_partnerships.c.partnership_id)
        .join(City, City.id == Partnership.partner_id)
        .where(agreement_partnerships.c.agreement_id.in_(agreements), visible_to(viewer, Partnership))
    )
    parties = (
        select(AgreementParty.agreement_id, body.label("name"), literal(1).label("place"))
        .outerjoin(City, City.id == AgreementParty.city_id)
        .outerjoin(Organisation, Organisation.id == AgreementParty.organisation_id)
        .where(AgreementParty.agreement_id.in_(agreements), AgreementParty.archived_at.is_(None))
        .where(AgreementParty.side == Side.PARTNER)
    )
    both = union_all(ties, parties).subquery()
    return select(both.c.agreement_id, both.c.name).where(both.c.name.is_not(None)).order_by(both.c.place, both.c.name)


@dataclass(frozen=True)
class CommitmentCounts:
    """How many commitments of a tie are open, under way, overdue, and untouched."""

    open: int
    under_way: int
    overdue: int
    untouched: int


def count_commitments_of_tie(viewer: Viewer, tie: Partnership, today: date) -> CommitmentCounts:
    """What is owed under the agreements of ``tie``, as far as the viewer sees them."""
    counts = db.session.execute(_counts_of_tie(viewer, today), {"tie": tie.id}).one()
    return CommitmentCounts(*(count or 0 for count in counts))


@built_once
def _counts_of_tie(viewer: Viewer, today: date) -> Select[Any]:
    """Of the tie whose id ``tie`` is."""
    return (
        select(
            _sum(Commitment.status == CommitmentStatus.OPEN),
            _sum(Commitment.status == CommitmentStatus.UNDER_WAY),
            _sum(owing.is_overdue(viewer, today)),
            _sum(owing.is_untouched(viewer, today)),
        )
        .join(Commitment.agreement)
        .where(Commitment.archived_at.is_(None), Agreement.archived_at.is_(None), visible_to(viewer, Agreement))
        .where(_under_tie(Partnership.id == bindparam("tie")))
    )


def _sum(condition: ColumnElement[bool]) -> Any:
    return func.count().filter(condition)
