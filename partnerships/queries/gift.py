"""How gifts are found: in the register, one of them, those of a visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, extract, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.gift import Declaration, Gift, GiftWay
from partnerships.models.person import Person
from partnerships.models.types import earliest
from partnerships.models.visit import ProgrammeItem, Visit
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


@dataclass(frozen=True)
class GiftFilter:
    """What the register is narrowed to; ``None`` leaves a matter open."""

    text: str | None = None
    way: GiftWay | None = None
    declaration: Declaration | None = None
    city: Named | None = None
    visit: Named | None = None
    year: int | None = None
    homes: frozenset[int] | None = None
    archived: bool = False


ORDERS = ("latest", "title", "way", "value", "declaration", "number")


def gifts_listed(reader: Reader, wanted: GiftFilter, order: str = "-latest") -> Listed:
    """Gifts in one of :data:`ORDERS`; the usual one begins with the latest.

    Rows: id, reference, title, title_other, quantity, way, happened, value, currency, is_estimated, giver, receiver,
    partner_name, visit_reference, visit_title, occasion, kept_at, declaration, declared_on, home_name,
    is_example.
    """
    orders = {
        "latest": Order((earliest(Gift.happened),)),
        "title": Order((in_language(reader.language, Gift.title_ko, Gift.title_en),)),
        "way": Order((Gift.way,)),
        # Amounts of one currency stand together: those of two cannot be compared.
        "value": Order((Gift.currency, Gift.value)),
        "declaration": Order((_urgency(),)),
        "number": Order((Gift.reference,)),
    }
    ids = select(Gift.id).where(visible_to(reader.viewer, Gift), *_conditions(reader.viewer, wanted))
    return Listed(ordered(ids, orders, order, "-latest", Gift.id), lambda found: _rows(reader, found))


def _urgency() -> ColumnElement[int]:
    """What still has to be declared comes first, then what nobody has looked at."""
    places = {Declaration.REQUIRED: 0, Declaration.NOT_STATED: 1, Declaration.DECLARED: 2, Declaration.NOT_REQUIRED: 3}
    return case({one.value: place for one, place in places.items()}, value=Gift.declaration, else_=4)


def _rows(reader: Reader, ids: Sequence[int]) -> Sequence[Any]:
    viewer, language = reader.viewer, reader.language
    giver, receiver, partner = aliased(Person), aliased(Person), aliased(City)
    return db.session.execute(
        select(
            Gift.id,
            Gift.reference,
            in_language(language, Gift.title_ko, Gift.title_en).label("title"),
            in_language(language, Gift.title_en, Gift.title_ko).label("title_other"),
            Gift.quantity,
            Gift.way,
            Gift.happened,
            Gift.value,
            Gift.currency,
            Gift.is_estimated,
            func.coalesce(in_language(language, giver.name_ko, giver.name_en), Gift.giver_told).label("giver"),
            func.coalesce(in_language(language, receiver.name_ko, receiver.name_en), Gift.receiver_told).label(
                "receiver"
            ),
            in_language(language, partner.name_ko, partner.name_en).label("partner_name"),
            Visit.reference.label("visit_reference"),
            in_language(language, Visit.title_ko, Visit.title_en).label("visit_title"),
            Gift.occasion,
            Gift.kept_at,
            Gift.declaration,
            Gift.declared_on,
            in_language(language, City.name_ko, City.name_en).label("home_name"),
            Gift.is_example,
        )
        .select_from(Gift)
        .join(City, City.id == Gift.home_id)
        .outerjoin(giver, and_(giver.id == Gift.giver_id, visible_to(viewer, giver)))
        .outerjoin(receiver, and_(receiver.id == Gift.receiver_id, visible_to(viewer, receiver)))
        .outerjoin(partner, and_(partner.id == Gift.partner_id, visible_to(viewer, partner)))
        .outerjoin(Visit, Visit.id == Gift.visit_id)
        .where(Gift.id.in_(ids))
    ).all()


def _conditions(viewer: Viewer, wanted: GiftFilter) -> list[ColumnElement[bool]]:
    conditions = [is_put_away(Gift, wanted.archived)]
    if wanted.text:
        conditions.append(_mentions(viewer, wanted.text))
    if wanted.way:
        conditions.append(Gift.way == wanted.way)
    if wanted.declaration:
        conditions.append(Gift.declaration == wanted.declaration)
    if wanted.city:
        conditions.append(Gift.partner_id.in_(select(City.id).where(is_city(wanted.city), visible_to(viewer, City))))
    if wanted.visit:
        conditions.append(Gift.visit_id.in_(select(Visit.id).where(is_visit(wanted.visit), visible_to(viewer, Visit))))
    if wanted.year:
        conditions.append(within_years(earliest(Gift.happened), wanted.year, wanted.year))
    if wanted.homes is not None:
        conditions.append(Gift.home_id.in_(wanted.homes))
    return conditions


def _mentions(viewer: Viewer, text: str) -> ColumnElement[bool]:
    people = select(Person.id).where(is_called(text, Person), visible_to(viewer, Person))
    columns = (
        *(Gift.title_ko, Gift.title_en, Gift.reference, Gift.occasion, Gift.kept_at),
        *(Gift.giver_told, Gift.receiver_told),
    )
    return or_(contains(text, *columns), Gift.giver_id.in_(people), Gift.receiver_id.in_(people))


def list_gift_years(viewer: Viewer) -> Sequence[int]:
    """The years in which gifts were given or received, the latest first."""
    year = extract("year", earliest(Gift.happened))
    rows = db.session.scalars(
        select(year).where(visible_to(viewer, Gift), year.is_not(None)).distinct().order_by(year.desc())
    )
    return [int(value) for value in rows]


_PEOPLE = (joinedload(Gift.giver), joinedload(Gift.receiver), joinedload(Gift.partner))
_OCCASION = (joinedload(Gift.visit), joinedload(Gift.item).joinedload(ProgrammeItem.visit))


def get_gift(viewer: Viewer, reference: str) -> Gift:
    """A gift with all that its page and its form show."""
    owned = (joinedload(Gift.home), joinedload(Gift.department), joinedload(Gift.owner))
    return get_visible(viewer, select(Gift).options(*_PEOPLE, *_OCCASION, *owned), Gift, reference)


def gifts_of_visit(viewer: Viewer, visit: Visit) -> Sequence[Gift]:
    """The gifts of ``visit`` in the order in which they changed hands, with who gave and who received them."""
    return db.session.scalars(
        select(Gift)
        .where(Gift.visit_id == visit.id, Gift.archived_at.is_(None), visible_to(viewer, Gift))
        .order_by(earliest(Gift.happened).asc().nulls_last(), Gift.id)
        .options(*_PEOPLE, *_OCCASION)
    ).all()
