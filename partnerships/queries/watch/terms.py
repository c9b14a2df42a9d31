"""Agreements in force of which nobody knows when they end: a list to resolve, paper by paper."""

from datetime import date

from sqlalchemy import ColumnElement, and_, func, select

from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.agreement import Agreement, AgreementStatus, RenewalKind, TermKind
from partnerships.models.organisation import Organisation
from partnerships.models.types import earliest, latest
from partnerships.permissions import Viewer, built_once, visible_to
from partnerships.queries.agreement.standing import ends_on, first_end, renewal_step, renews, standing
from partnerships.queries.finding import in_language
from partnerships.queries.pages import Page, read_page
from partnerships.queries.watch.coming import is_evergreen, own_side
from partnerships.queries.watch.listing import WatchFilter, narrowed_to


def list_unknown_terms(viewer: Viewer, wanted: WatchFilter, today: date, language: str, page: int = 1) -> Page:
    """Agreements in force without a known end or review, by signing, the latest first.

    Columns: id, reference, title, is_example, kind, signed, term_kind, renewal_kind, begins, home_id, department,
    owner.
    """
    statement = (
        select(
            Agreement.id,
            Agreement.reference,
            in_language(language, Agreement.title_ko, Agreement.title_en).label("title"),
            Agreement.is_example,
            Agreement.kind,
            Agreement.signed,
            Agreement.term_kind,
            Agreement.renewal_kind,
            func.coalesce(latest(Agreement.effective), latest(Agreement.signed)).label("begins"),
            Agreement.home_id,
            in_language(language, Organisation.name_ko, Organisation.name_en).label("department"),
            User.name.label("owner"),
        )
        .outerjoin(Organisation, Organisation.id == Agreement.department_id)
        .outerjoin(User, User.id == Agreement.owner_id)
        .where(*_conditions(viewer, today), *narrowed_to(viewer, wanted))
        .order_by(earliest(Agreement.signed).is_(None), earliest(Agreement.signed).desc(), Agreement.id.desc())
    )
    return read_page(statement, page)


def count_unknown_terms(viewer: Viewer, today: date) -> int:
    """How many there are for the viewer's own home sides."""
    return db.session.scalar(select(func.count(Agreement.id)).where(*_conditions(viewer, today))) or 0


def is_unknown(viewer: Viewer, agreement: Agreement, today: date) -> bool:
    """Whether ``agreement`` is on the list."""
    statement = select(Agreement.id).where(Agreement.id == agreement.id, *_conditions(viewer, today))
    return db.session.scalar(statement) is not None


def reason_unknown(term_kind: TermKind, renewal_kind: RenewalKind, begins: date | None) -> str:
    """Why the end is not known, as a message: what is missing first."""
    if term_kind is TermKind.NOT_STATED:
        return N_("How long it lasts is not recorded.")
    if begins is None:
        return N_("From when its term runs is not known.")
    if renewal_kind is RenewalKind.AUTOMATIC:
        return N_("It renews itself, but by how long is not recorded.")
    return N_("The end of its term is not known.")


@built_once
def _conditions(viewer: Viewer, today: date) -> tuple[ColumnElement[bool], ...]:
    return (
        visible_to(viewer, Agreement),
        own_side(viewer),
        Agreement.archived_at.is_(None),
        standing(today).in_((AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)),
        ends_on().is_(None),
        ~and_(renews(), first_end().is_not(None), renewal_step().is_not(None)),
        ~is_evergreen(),
    )
