"""How letters are found: in the register, one of them, those of a visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, extract, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from partnerships.extensions import db
from partnerships.models.account import User
from partnerships.models.city import City
from partnerships.models.letter import Letter, LetterKind, LetterStatus
from partnerships.models.organisation import Organisation
from partnerships.models.person import Person
from partnerships.models.types import earliest
from partnerships.models.visit import Visit
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, get_visible, in_language, is_called
from partnerships.queries.listing import (
    Listed,
    Named,
    Order,
    Reader,
    is_city,
    is_put_away,
    is_visit,
    ordered,
    within_years,
)

# What somebody still has to write or to send.
PENDING = (LetterStatus.TO_WRITE, LetterStatus.DRAFTED)


@dataclass(frozen=True)
class LetterFilter:
    """What the register is narrowed to; ``None`` leaves a matter open. ``overdue`` asks for what should be out."""

    text: str | None = None
    kind: LetterKind | None = None
    status: LetterStatus | None = None
    city: Named | None = None
    visit: Named | None = None
    year: int | None = None
    overdue: bool = False
    mine: bool = False
    homes: frozenset[int] | None = None
    archived: bool = False


ORDERS = ("latest", "title", "kind", "status", "due", "number")


def letters_listed(reader: Reader, wanted: LetterFilter, order: str = "-latest") -> Listed:
    """Letters in one of :data:`ORDERS`; the usual one begins with those that are not out yet, then the latest.

    Rows: id, reference, title, title_other, kind, status, sender, addressee, partner_name, visit_reference,
    visit_title, due_on, dated_on, is_overdue, home_name, officer, is_example.
    """
    orders = {
        "latest": Order((earliest(Letter.dated_on),), undated_first=True),
        "title": Order((in_language(reader.language, Letter.title_ko, Letter.title_en),)),
        "kind": Order((Letter.kind,)),
        "status": Order((_stage(),)),
        "due": Order((Letter.due_on,)),
        "number": Order((Letter.reference,)),
    }
    ids = select(Letter.id).where(visible_to(reader.viewer, Letter), *_conditions(reader, wanted))
    return Listed(ordered(ids, orders, order, "-latest", Letter.id), lambda found: _rows(reader, found))


def _stage() -> ColumnElement[int]:
    """Statuses as they follow one another."""
    return case({one.value: place for place, one in enumerate(LetterStatus)}, value=Letter.status)


def _is_overdue(today: date) -> ColumnElement[bool]:
    return and_(Letter.status.in_(PENDING), Letter.due_on.is_not(None), Letter.due_on < today)


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    viewer, language = reader.viewer, reader.language
    sender, addressee, partner = aliased(Person), aliased(Person), aliased(City)
    return db.session.execute(
        select(
            Letter.id,
            Letter.reference,
            in_language(language, Letter.title_ko, Letter.title_en).label("title"),
            in_language(language, Letter.title_en, Letter.title_ko).label("title_other"),
            Letter.kind,
            Letter.status,
            func.coalesce(in_language(language, sender.name_ko, sender.name_en), Letter.sender_told).label("sender"),
            func.coalesce(
                in_language(language, addressee.name_ko, addressee.name_en),
                in_language(language, Organisation.name_ko, Organisation.name_en),
                Letter.addressee_told,
            ).label("addressee"),
            in_language(language, partner.name_ko, partner.name_en).label("partner_name"),
            Visit.reference.label("visit_reference"),
            in_language(language, Visit.title_ko, Visit.title_en).label("visit_title"),
            Letter.due_on,
            Letter.dated_on,
            func.coalesce(_is_overdue(reader.today), False).label("is_overdue"),
            in_language(language, City.name_ko, City.name_en).label("home_name"),
            User.name.label("officer"),
            Letter.is_example,
        )
        .select_from(Letter)
        .join(City, City.id == Letter.home_id)
        .outerjoin(sender, and_(sender.id == Letter.sender_id, visible_to(viewer, sender)))
        .outerjoin(addressee, and_(addressee.id == Letter.addressee_id, visible_to(viewer, addressee)))
        .outerjoin(
            Organisation,
            and_(Organisation.id == Letter.addressee_organisation_id, visible_to(viewer, Organisation)),
        )
        .outerjoin(partner, and_(partner.id == Letter.partner_id, visible_to(viewer, partner)))
        .outerjoin(Visit, Visit.id == Letter.visit_id)
        .outerjoin(User, User.id == Letter.owner_id)
        .where(Letter.id.in_(ids))
    ).all()


def _conditions(reader: Reader, wanted: LetterFilter) -> list[ColumnElement[bool]]:
    viewer = reader.viewer
    conditions = [is_put_away(Letter, wanted.archived)]
    if wanted.text:
        conditions.append(_mentions(viewer, wanted.text))
    if wanted.kind:
        conditions.append(Letter.kind == wanted.kind)
    if wanted.status:
        conditions.append(Letter.status == wanted.status)
    if wanted.city:
        conditions.append(Letter.partner_id.in_(select(City.id).where(is_city(wanted.city), visible_to(viewer, City))))
    if wanted.visit:
        visits = select(Visit.id).where(is_visit(wanted.visit), visible_to(viewer, Visit))
        conditions.append(Letter.visit_id.in_(visits))
    if wanted.year:
        conditions.append(within_years(earliest(Letter.dated_on), wanted.year, wanted.year))
    if wanted.overdue:
        conditions.append(_is_overdue(reader.today))
    if wanted.mine:
        conditions.append(Letter.owner_id == viewer.id)
    if wanted.homes is not None:
        conditions.append(Letter.home_id.in_(wanted.homes))
    return conditions


def _mentions(viewer: Viewer, text: str) -> ColumnElement[bool]:
    people = select(Person.id).where(is_called(text, Person), visible_to(viewer, Person))
    bodies = select(Organisation.id).where(
        contains(text, Organisation.name_ko, Organisation.name_en, Organisation.name_local),
        visible_to(viewer, Organisation),
    )
    columns = (Letter.title_ko, Letter.title_en, Letter.reference, Letter.sender_told, Letter.addressee_told)
    return or_(
        contains(text, *columns),
        Letter.sender_id.in_(people),
        Letter.addressee_id.in_(people),
        Letter.addressee_organisation_id.in_(bodies),
    )


def list_letter_years(viewer: Viewer) -> Sequence[int]:
    """The years in which letters are dated, the latest first."""
    year = extract("year", earliest(Letter.dated_on))
    rows = db.session.scalars(
        select(year).where(visible_to(viewer, Letter), year.is_not(None)).distinct().order_by(year.desc())
    )
    return [int(value) for value in rows]


_PARTIES = (
    joinedload(Letter.sender),
    joinedload(Letter.addressee),
    joinedload(Letter.addressee_organisation),
    joinedload(Letter.partner),
    joinedload(Letter.visit),
)


def get_letter(viewer: Viewer, reference: str) -> Letter:
    """A letter with all that its page and its form show."""
    owned = (joinedload(Letter.home), joinedload(Letter.department), joinedload(Letter.owner))
    return get_visible(viewer, select(Letter).options(*_PARTIES, *owned), Letter, reference)


def letters_of_visit(viewer: Viewer, visit: Visit) -> Sequence[Letter]:
    """The letters of ``visit``, those by date first, with who wrote to whom; those not needed too, so marked."""
    return db.session.scalars(
        select(Letter)
        .where(Letter.visit_id == visit.id, Letter.archived_at.is_(None), visible_to(viewer, Letter))
        .order_by(earliest(Letter.dated_on).asc().nulls_last(), Letter.due_on.asc().nulls_last(), Letter.id)
        .options(*_PARTIES, joinedload(Letter.owner))
    ).all()


def is_overdue(letter: Letter, today: date) -> bool:
    """Whether ``letter`` should have been sent by now."""
    return letter.status in PENDING and letter.due_on is not None and letter.due_on < today
