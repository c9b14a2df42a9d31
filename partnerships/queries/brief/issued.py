"""Briefs that were issued."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import aliased, joinedload

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.brief import Brief, BriefKind, Edition
from partnerships.models.visit import Member, ProgrammeItem, Visit
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.brief.subject import Subject
from partnerships.queries.finding import contains, get_visible
from partnerships.queries.pages import Page, read_page


def list_briefs(viewer: Viewer, text: str | None = None, page: int = 1) -> Page:
    """Issued briefs, the latest first.

    Rows: reference, title, kind, edition, language, disclosure, issued_at, issued_by, visit_reference, item_number,
    is_superseded.
    """
    newer = aliased(Brief)
    statement = (
        select(
            Brief.reference,
            Brief.title,
            Brief.kind,
            Brief.edition,
            Brief.language,
            Brief.disclosure,
            Brief.issued_at,
            User.name.label("issued_by"),
            Visit.reference.label("visit_reference"),
            ProgrammeItem.number.label("item_number"),
            newer.id.is_not(None).label("is_superseded"),
        )
        .join(User, User.id == Brief.issued_by_id)
        .outerjoin(Visit, Visit.id == Brief.visit_id)
        .outerjoin(ProgrammeItem, ProgrammeItem.id == Brief.programme_item_id)
        .outerjoin(newer, newer.supersedes_id == Brief.id)
        .where(visible_to(viewer, Brief))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    )
    if text:
        statement = statement.where(contains(text, Brief.title, Brief.reference, Visit.reference))
    return read_page(statement, page)


def briefs_of_item(viewer: Viewer, item: ProgrammeItem) -> Sequence[Brief]:
    """The briefs issued of one programme item, the latest first."""
    return db.session.scalars(
        select(Brief)
        .where(Brief.programme_item_id == item.id, visible_to(viewer, Brief))
        .options(joinedload(Brief.issued_by))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    ).all()


def briefs_of_subject(viewer: Viewer, subject: Subject, kind: BriefKind) -> Sequence[Brief]:
    """The briefs of one kind issued of what ``subject`` names, the latest first."""
    return db.session.scalars(
        select(Brief)
        .where(_is_about(subject, kind), visible_to(viewer, Brief))
        .options(joinedload(Brief.issued_by))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    ).all()


def _is_about(subject: Subject, kind: BriefKind) -> ColumnElement[bool]:
    item, member = subject.item, subject.member
    return and_(
        Brief.kind == kind,
        Brief.visit_id == subject.visit.id,
        Brief.programme_item_id == item.id if item else Brief.programme_item_id.is_(None),
        Brief.member_id == member.id if member else Brief.member_id.is_(None),
    )


def briefs_of_visit(viewer: Viewer, visit: Visit) -> Sequence[Brief]:
    """The briefs issued of a visit and its items, the latest first."""
    return db.session.scalars(
        select(Brief)
        .where(Brief.visit_id == visit.id, visible_to(viewer, Brief))
        .options(joinedload(Brief.issued_by), joinedload(Brief.programme_item), joinedload(Brief.member))
        .order_by(Brief.issued_at.desc(), Brief.id.desc())
    ).all()


def get_brief(viewer: Viewer, reference: str) -> Brief:
    """An issued brief with what its page shows."""
    statement = select(Brief).options(
        joinedload(Brief.issued_by),
        joinedload(Brief.visit),
        joinedload(Brief.programme_item),
        joinedload(Brief.member).joinedload(Member.person),
        joinedload(Brief.supersedes),
    )
    return get_visible(viewer, statement, Brief, reference)


def find_newer(viewer: Viewer, brief: Brief) -> Brief | None:
    """The brief that supersedes ``brief``, if there is one."""
    return db.session.scalar(select(Brief).where(Brief.supersedes_id == brief.id, visible_to(viewer, Brief)))


def find_latest(viewer: Viewer, subject: Subject, kind: BriefKind, edition: Edition, language: str) -> Brief | None:
    """The brief of this kind, edition and language that nothing has superseded yet."""
    newer = aliased(Brief)
    return db.session.scalar(
        select(Brief)
        .options(joinedload(Brief.issued_by))
        .outerjoin(newer, newer.supersedes_id == Brief.id)
        .where(_is_about(subject, kind), Brief.edition == edition, Brief.language == language, newer.id.is_(None))
        .where(visible_to(viewer, Brief))
    )
