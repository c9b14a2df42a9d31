"""Pickers: which record is meant by what an officer typed into a field, and what to suggest meanwhile."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, String, cast, func, literal, or_, select
from sqlalchemy.orm import joinedload

from partnerships.errors import DomainError
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.activity import Activity
from partnerships.models.agreement import Agreement
from partnerships.models.city import City
from partnerships.models.cooperation_area import CooperationArea
from partnerships.models.document import Document
from partnerships.models.organisation import Organisation, OrganisationKind
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.permissions import Viewer, visible_to
from partnerships.queries.finding import contains, in_language, is_called, is_named
from partnerships.queries.picking_bodies import BETWEEN, find_bodies, find_ties, suggest_bodies, suggest_ties
from partnerships.queries.picking_cities import suggest_cities, with_name_meant

# A programme item has no reference of its own: it is picked as VIS-2013-001/2.
_ITEM = re.compile(r"\b(VIS-\d+-\d+)/(\d+)\b")
ITEM = "programme_item"
# A tie is named by both its ends, a party may be a city or an organisation.
TIE = "partnership"
HOME = "home"
PARTY = "party"
NOUNS_APART = (ITEM, TIE, PARTY)
_REFERENCE = re.compile(r"\b[A-Z]{3}-\d+(?:-\d+)?\b")
SUGGESTIONS = 30


class NotPicked(DomainError):
    """What was typed names no record, or more than one."""


@dataclass(frozen=True)
class Pickable:
    """How one noun is picked: by its names, and only among rows that meet ``where``."""

    model: Any
    names: tuple[Any, ...]
    korean: Any
    english: Any
    where: tuple[Any, ...] = ()
    # Accounts are no disclosed records: every signed-in colleague may be named.
    is_disclosed: bool = True

    @property
    def has_aliases(self) -> bool:
        """Whether it is found by its other names too."""
        return hasattr(self.model, "search_names")


PICKABLES: dict[str, Pickable] = {
    "city": Pickable(City, (City.name_ko, City.name_en, City.name_local), City.name_ko, City.name_en),
    "home": Pickable(City, (City.name_ko, City.name_en, City.name_local), City.name_ko, City.name_en, (City.is_home,)),
    "organisation": Pickable(
        Organisation,
        (Organisation.name_ko, Organisation.name_en, Organisation.name_local),
        Organisation.name_ko,
        Organisation.name_en,
    ),
    "department": Pickable(
        Organisation,
        (Organisation.name_ko, Organisation.name_en),
        Organisation.name_ko,
        Organisation.name_en,
        (Organisation.kind == OrganisationKind.DEPARTMENT, Organisation.city.has(City.is_home)),
    ),
    "person": Pickable(Person, (Person.name_ko, Person.name_en, Person.name_local), Person.name_ko, Person.name_en),
    "document": Pickable(Document, (Document.title_ko, Document.title_en), Document.title_ko, Document.title_en),
    "area": Pickable(
        CooperationArea,
        (CooperationArea.name_ko, CooperationArea.name_en),
        CooperationArea.name_ko,
        CooperationArea.name_en,
    ),
    "agreement": Pickable(Agreement, (Agreement.title_ko, Agreement.title_en), Agreement.title_ko, Agreement.title_en),
    "visit": Pickable(Visit, (Visit.title_ko, Visit.title_en), Visit.title_ko, Visit.title_en),
    "activity": Pickable(Activity, (Activity.title_ko, Activity.title_en), Activity.title_ko, Activity.title_en),
    "user": Pickable(User, (User.name, User.email), User.name, User.name, is_disclosed=False),
}


def pick(viewer: Viewer, noun: str, text: str) -> Any:
    """The one record of ``noun`` that ``text`` names, by its reference or by an exact name.

    Raises :class:`NotPicked` with the reason, to be shown beside the field.
    """
    if noun == ITEM:
        return _pick_item(viewer, text)
    if noun in (TIE, PARTY):
        named = _REFERENCE.search(text)
        find = find_ties if noun == TIE else find_bodies
        return _only(find(viewer, text, named[0] if named else None), text)
    kind = PICKABLES[noun]
    statement = select(kind.model).where(*kind.where, kind.model.archived_at.is_(None))
    if kind.is_disclosed:
        statement = statement.where(visible_to(viewer, kind.model))
    reference = _REFERENCE.search(text)
    if reference:
        statement = statement.where(kind.model.reference == reference[0])
    else:
        wanted = text.strip().lower()
        exact = or_(*(func.lower(name) == wanted for name in kind.names))
        statement = statement.where(is_named(text, kind.model) if kind.has_aliases else exact)
    found = db.session.scalars(statement.limit(2)).all()
    if not found and noun == HOME:
        _refuse_other_city(viewer, text)
    return _only(found, text)


def _refuse_other_city(viewer: Viewer, text: str) -> None:
    """Say so when ``text`` names a city that is recorded, and none of the home cities."""
    try:
        pick(viewer, "city", text)
    except NotPicked:
        return
    raise NotPicked(N_("“%(text)s” is recorded, but is none of the home cities. Choose one of those."), text=text)


def _only(found: Sequence[Any], text: str) -> Any:
    if not found:
        raise NotPicked(N_("Nothing is recorded under “%(text)s”. Choose one of the suggestions."), text=text)
    if len(found) > 1:
        raise NotPicked(N_("More than one is called “%(text)s”. Choose one of the suggestions."), text=text)
    return found[0]


def suggest(viewer: Viewer, noun: str, text: str, language: str, limit: int = SUGGESTIONS) -> Sequence[str]:
    """What to offer for ``text``: up to ``limit`` lines of name and reference, as :func:`pick` reads them."""
    if noun == ITEM:
        return _suggest_items(viewer, text, language, limit)
    if noun in (TIE, PARTY):
        offer = suggest_ties if noun == TIE else suggest_bodies
        return [picker_line(*row) for row in offer(viewer, text, language, limit)]
    kind = PICKABLES[noun]
    if kind.model is City:
        return [picker_line(*row) for row in suggest_cities(viewer, text, language, limit, kind.where)]
    name = in_language(language, kind.korean, kind.english)
    names = kind.model.search_names if kind.has_aliases else literal("")
    statement = select(name, kind.model.reference, names).where(*kind.where, kind.model.archived_at.is_(None))
    if kind.is_disclosed:
        statement = statement.where(visible_to(viewer, kind.model))
    if text.strip():
        named = is_called(text, kind.model) if kind.has_aliases else contains(text, *kind.names)
        statement = statement.where(or_(named, contains(text, kind.model.reference)))
    rows = db.session.execute(statement.order_by(name, kind.model.id).limit(limit))
    return [picker_line(with_name_meant(called, others, text), reference) for called, reference, others in rows]


def _items(viewer: Viewer) -> Select[ProgrammeItem]:
    return (
        select(ProgrammeItem)
        .join(ProgrammeItem.visit)
        .where(ProgrammeItem.archived_at.is_(None), Visit.archived_at.is_(None), visible_to(viewer, Visit))
        .options(joinedload(ProgrammeItem.visit))
    )


def _pick_item(viewer: Viewer, text: str) -> ProgrammeItem:
    address = _ITEM.search(text)
    if address:
        wanted = _items(viewer).where(Visit.reference == address[1], ProgrammeItem.number == int(address[2]))
        if item := db.session.scalars(wanted).one_or_none():
            return item
    raise NotPicked(N_("Nothing is recorded under “%(text)s”. Choose one of the suggestions."), text=text)


def _suggest_items(viewer: Viewer, text: str, language: str, limit: int) -> Sequence[str]:
    statement = _items(viewer).order_by(ProgrammeItem.day.desc(), ProgrammeItem.starts_at, ProgrammeItem.id)
    if text.strip():
        address = Visit.reference + "/" + cast(ProgrammeItem.number, String)
        statement = statement.where(contains(text, ProgrammeItem.title_ko, ProgrammeItem.title_en, address))
    return [line_of(item, language) for item in db.session.scalars(statement.limit(limit))]


def picker_line(name: str, reference: str) -> str:
    """How a picked record stands in its field."""
    return f"{name} · {reference}"


def line_of(record: Any, language: str) -> str:
    """How ``record`` stands in its field, in the reader's language."""
    if isinstance(record, User):
        return picker_line(record.name, record.reference)
    if isinstance(record, Partnership):
        ends = (record.home.name.text(language) if record.home else "", record.partner.name.text(language))
        return picker_line(BETWEEN.join(ends), record.reference)
    if isinstance(record, ProgrammeItem):
        return picker_line(record.title.text(language), f"{record.visit.reference}/{record.number}")
    text = record.title if hasattr(record, "title") else record.name
    return picker_line(text.text(language), record.reference)
