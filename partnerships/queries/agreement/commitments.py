"""Commitments over all agreements and visits as a list, and counted for a tie."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, func, or_, select, union_all

from partnerships.extensions import db
from partnerships.languages import Language
from partnerships.models.account import User
from partnerships.models.agreement import Cadence, Commitment, CommitmentKind, CommitmentStatus
from partnerships.models.agreement.commitment import commitment_areas
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.side import Side
from partnerships.models.types import latest
from partnerships.permissions import Viewer, built_once, visible_to
from partnerships.queries.agreement import owing
from partnerships.queries.agreement.origins import OF_AGREEMENT, OF_VISIT, ORIGINS, Origin
from partnerships.queries.finding import contains, in_language
from partnerships.queries.listing import (
    Listed,
    Named,
    Order,
    Reader,
    is_account,
    is_organisation,
    ordered_union,
    read_listed_page,
)
from partnerships.queries.pages import Page


@dataclass(frozen=True)
class CommitmentFilter:
    """What a list or a board of commitments is narrowed to; ``None`` leaves a matter open.

    ``agreement`` and ``visit`` are what they come of, ``tie`` and ``area`` references, ``partner`` the city at the
    other end of a tie, a party, or the one that a delegation came from.
    """

    text: str | None = None
    status: CommitmentStatus | None = None
    kind: CommitmentKind | None = None
    area: str | None = None
    agreement: Named | None = None
    visit: Named | None = None
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


ORDERS = ("due", "touched", "agreement", "status", "number")


def commitments_listed(reader: Reader, wanted: CommitmentFilter, order: str = "agreement") -> Listed:
    """Commitments in one of :data:`ORDERS`, downwards with a minus before it; ``agreement`` is what they come of.

    Rows: id, reference and title of what it comes of, number, clause, text, kind, status, status_reason, owed_by, due,
    cadence, cadence_years, is_example, department, officer, evidence, last_touched, is_overdue, is_untouched, is_owing,
    first_year.
    """
    arms = [(ids, _orders(reader, origin)) for origin, ids in ids_by_origin(reader, wanted)]
    return Listed(ordered_union(arms, order, "agreement", Commitment.id), partial(rows_of, reader))


def list_commitments(
    viewer: Viewer, wanted: CommitmentFilter, today: date, language: Language, page: int = 1, order: str = "agreement"
) -> Page:
    """A page of :func:`commitments_listed`."""
    return read_listed_page(commitments_listed(Reader(viewer, language, today), wanted, order), page)


def ids_by_origin(reader: Reader, wanted: CommitmentFilter) -> list[tuple[Origin, Select[Any]]]:
    """The ids of what is wanted, for each origin that it can have."""
    asked = [
        origin
        for origin, not_wanted in ((OF_AGREEMENT, wanted.visit), (OF_VISIT, wanted.agreement))
        if not_wanted is None
    ]
    # Asked for both, nothing comes of both: the first answers with nothing.
    return [(origin, _ids(reader, wanted, origin)) for origin in asked or [OF_AGREEMENT]]


def _ids(reader: Reader, wanted: CommitmentFilter, origin: Origin) -> Select[Any]:
    return origin.joined(reader.viewer, select(Commitment.id)).where(*_conditions(reader, wanted, origin))


def _conditions(reader: Reader, wanted: CommitmentFilter, origin: Origin) -> list[ColumnElement[bool]]:
    viewer, today, source = reader.viewer, reader.today, origin.model
    asked: tuple[tuple[bool, Any], ...] = (
        (wanted.status is not None, lambda: Commitment.status == wanted.status),
        (wanted.kind is not None, lambda: Commitment.kind == wanted.kind),
        (wanted.owed_by is not None, lambda: Commitment.owed_by == wanted.owed_by),
        (wanted.cadence is not None, lambda: Commitment.cadence == wanted.cadence),
        (wanted.homes is not None, lambda: source.home_id.in_(wanted.homes or ())),
        (wanted.mine, lambda: or_(Commitment.officer_id == viewer.id, source.owner_id == viewer.id)),
        (bool(wanted.area), lambda: in_area(CooperationArea.reference == wanted.area)),
        (bool(wanted.tie), lambda: origin.under_ties(_tie(Partnership.reference == wanted.tie))),
        (wanted.agreement is not None, lambda: _is_source(wanted.agreement, origin, OF_AGREEMENT)),
        (wanted.visit is not None, lambda: _is_source(wanted.visit, origin, OF_VISIT)),
        (wanted.partner is not None, lambda: origin.with_partner(viewer, wanted.partner)),  # type: ignore[arg-type]
        (wanted.department is not None, lambda: _of_department(viewer, wanted.department)),
        (wanted.officer is not None, lambda: _of_officer(wanted.officer, source)),
        (wanted.overdue, lambda: owing.is_overdue(viewer, today, origin)),
        (wanted.untouched, lambda: owing.is_untouched(viewer, today, origin)),
        (bool((wanted.text or "").strip()), lambda: _says(wanted.text or "", source)),
    )
    return [make() for is_asked, make in asked if is_asked]


def _says(text: str, source: Any) -> ColumnElement[bool]:
    columns = (Commitment.text_ko, Commitment.text_en, Commitment.clause, Commitment.counterpart)
    return contains(text, *columns, source.title_ko, source.title_en, source.reference)


def _is_source(wanted: Any, origin: Origin, expected: Origin) -> ColumnElement[bool]:
    """Whether it comes of the record that is named, of the kind that is ``expected``."""
    if origin is not expected:
        return false()
    if wanted.reference:
        return and_(origin.model.reference == wanted.reference)
    return contains(wanted.text, origin.model.title_ko, origin.model.title_en)


def in_area(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a commitment falls under an area that meets ``condition``."""
    within = (
        select(commitment_areas.c.commitment_id)
        .join(CooperationArea, CooperationArea.id == commitment_areas.c.area_id)
        .where(condition, commitment_areas.c.commitment_id == Commitment.id)
    )
    return within.correlate(Commitment).exists()


def _tie(condition: ColumnElement[bool]) -> Select[Any]:
    return select(Partnership.id).where(condition)


def _of_department(viewer: Viewer, wanted: Any) -> ColumnElement[bool]:
    departments = select(Organisation.id).where(is_organisation(wanted), visible_to(viewer, Organisation))
    return Commitment.department_id.in_(departments)


def _of_officer(wanted: Any, source: Any) -> ColumnElement[bool]:
    officers = select(User.id).where(is_account(wanted))
    return or_(
        Commitment.officer_id.in_(officers), and_(Commitment.officer_id.is_(None), source.owner_id.in_(officers))
    )


def _orders(reader: Reader, origin: Origin) -> dict[str, Order]:
    return {
        "due": Order((latest(Commitment.due),)),
        "touched": Order((owing.last_touched(reader.viewer, reader.today, origin),)),
        "agreement": Order((origin.model.reference, Commitment.number)),
        "status": Order((Commitment.status,)),
        "number": Order((Commitment.number,)),
    }


def rows_of(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    """The rows of ``ids``, in any order."""
    wanted = {"ids": list(ids)}
    return [
        row
        for origin in ORIGINS
        for row in db.session.execute(_filled_in(reader.viewer, reader.language, reader.today, origin), wanted)
    ]


@built_once
def _filled_in(viewer: Viewer, language: Language, today: date, origin: Origin) -> Select[*tuple[Any, ...]]:
    """The rows of ``ids``, of one origin."""
    source = origin.model
    return (
        select(
            Commitment.id,
            source.reference,
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
            in_language(language, source.title_ko, source.title_en).label("title"),
            source.is_example,
            in_language(language, Organisation.name_ko, Organisation.name_en).label("department"),
            User.name.label("officer"),
            owing.evidence_count(viewer, today, origin).label("evidence"),
            owing.last_touched(viewer, today, origin).label("last_touched"),
            owing.is_overdue(viewer, today, origin).label("is_overdue"),
            owing.is_untouched(viewer, today, origin).label("is_untouched"),
            owing.is_owing(today, origin).label("is_owing"),
            owing.first_year(origin).label("first_year"),
        )
        .select_from(Commitment)
        .join(source, source.id == origin.key)
        .outerjoin(Organisation, and_(Organisation.id == Commitment.department_id, visible_to(viewer, Organisation)))
        .outerjoin(User, User.id == Commitment.officer_id)
        .where(Commitment.id.in_(bindparam("ids", expanding=True)))
    )


@dataclass(frozen=True)
class CommitmentCounts:
    """How many commitments of a tie are open, under way, overdue, and untouched."""

    open: int
    under_way: int
    overdue: int
    untouched: int


def count_commitments_of_tie(viewer: Viewer, tie: Partnership, today: date) -> CommitmentCounts:
    """What is owed under the agreements and the visits of ``tie``, as far as the viewer sees them."""
    counts = db.session.execute(_counts_of_tie(viewer, today), {"tie": tie.id}).all()
    return CommitmentCounts(*(sum(some) for some in zip(*counts, strict=True)))


@built_once
def _counts_of_tie(viewer: Viewer, today: date) -> Any:
    """Of the tie whose id ``tie`` is, a row for each origin."""
    return union_all(*(_counts_of_origin(viewer, today, origin) for origin in ORIGINS))


def _counts_of_origin(viewer: Viewer, today: date, origin: Origin) -> Select[Any]:
    counted = select(
        _sum(Commitment.status == CommitmentStatus.OPEN),
        _sum(Commitment.status == CommitmentStatus.UNDER_WAY),
        _sum(owing.is_overdue(viewer, today, origin)),
        _sum(owing.is_untouched(viewer, today, origin)),
    )
    under = origin.under_ties(_tie(Partnership.id == bindparam("tie")))
    return origin.joined(viewer, counted.select_from(Commitment)).where(under)


def _sum(condition: ColumnElement[bool]) -> Any:
    return func.count().filter(condition)
