"""How cooperation areas are found: the ordered list, one area, and what a form may choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import aliased, joinedload

from partnerships.extensions import db
from partnerships.models.agreement import Agreement
from partnerships.models.cooperation_area import CooperationArea
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, get_visible, in_language
from partnerships.queries.pages import Page, read_page


@dataclass(frozen=True)
class AreaFilter:
    """What the list is narrowed to."""

    text: str | None = None
    archived: bool = False


def list_areas(viewer: Viewer, wanted: AreaFilter, language: str, page: int = 1) -> Page:
    """Areas in their order, each under its wider one: reference, name, name_other, sdgs, position, parent_name."""
    parent = aliased(CooperationArea)
    statement = (
        select(
            CooperationArea.reference,
            in_language(language, CooperationArea.name_ko, CooperationArea.name_en).label("name"),
            in_language(language, CooperationArea.name_en, CooperationArea.name_ko).label("name_other"),
            CooperationArea.sdgs,
            CooperationArea.position,
            in_language(language, parent.name_ko, parent.name_en).label("parent_name"),
        )
        .select_from(CooperationArea)
        .outerjoin(parent, parent.id == CooperationArea.parent_id)
        .where(visible_to(viewer, CooperationArea))
        .where(CooperationArea.archived_at.is_not(None) if wanted.archived else CooperationArea.archived_at.is_(None))
        .order_by(
            func.coalesce(parent.position, CooperationArea.position),
            func.coalesce(parent.id, CooperationArea.id),
            CooperationArea.parent_id.is_not(None),
            CooperationArea.position,
            CooperationArea.id,
        )
    )
    if wanted.text:
        columns = (CooperationArea.name_ko, CooperationArea.name_en, CooperationArea.reference)
        statement = statement.where(contains(wanted.text, *columns))
    return read_page(statement, page)


def area_choices(viewer: Viewer, language: str) -> list[tuple[CooperationArea, str]]:
    """(area, name) of every area in use, in order, as boxes to tick."""
    areas = db.session.scalars(
        select(CooperationArea)
        .where(CooperationArea.archived_at.is_(None), visible_to(viewer, CooperationArea))
        .order_by(CooperationArea.position, CooperationArea.id)
    )
    return [(area, area.name.text(language)) for area in areas]


def get_area(viewer: Viewer, reference: str) -> CooperationArea:
    """An area with all that its page and its form show."""
    statement = select(CooperationArea).options(joinedload(CooperationArea.parent))
    return get_visible(viewer, statement, CooperationArea, reference)


def list_narrower(viewer: Viewer, area: CooperationArea) -> Sequence[CooperationArea]:
    """The areas that ``area`` is divided into, in order."""
    return db.session.scalars(
        select(CooperationArea)
        .where(
            CooperationArea.parent_id == area.id,
            CooperationArea.archived_at.is_(None),
            visible_to(viewer, CooperationArea),
        )
        .order_by(CooperationArea.position, CooperationArea.id)
    ).all()


def list_agreements_in(viewer: Viewer, area: CooperationArea, language: str) -> Sequence[Row[*tuple[Any, ...]]]:
    """The agreements that name ``area``, the latest first: reference, title, kind, status, signed."""
    return db.session.execute(
        select(
            Agreement.reference,
            in_language(language, Agreement.title_ko, Agreement.title_en).label("title"),
            Agreement.kind,
            Agreement.status,
            Agreement.signed,
        )
        .where(
            Agreement.areas.any(CooperationArea.id == area.id),
            Agreement.archived_at.is_(None),
            visible_to(viewer, Agreement),
        )
        .order_by(Agreement.reference.desc())
    ).all()


def last_position() -> int:
    """The highest position in the list; 0 while it is empty."""
    return db.session.scalar(select(func.max(CooperationArea.position))) or 0
