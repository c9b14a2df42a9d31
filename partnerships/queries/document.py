"""How documents are found: on their record, in the whole list, with their versions; and what they belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale
from sqlalchemy import ColumnElement, String, cast, exists, extract, func, select
from sqlalchemy.orm import aliased, joinedload

from partnerships.errors import NotFound
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.activity import Activity
from partnerships.models.agreement import Agreement
from partnerships.models.base import Record
from partnerships.models.city import City
from partnerships.models.document import OWNERS, Document, DocumentKind
from partnerships.models.gift import Gift
from partnerships.models.letter import Letter
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person
from partnerships.models.types import earliest
from partnerships.models.visit import ProgrammeItem, Visit
from partnerships.permissions import Viewer, built_once, visible_to
from partnerships.queries.finding import contains, get_visible, in_language
from partnerships.queries.listing import Listed, Order, Reader, ordered, within_years

# What a document may belong to: a record, or an item of a visit's programme.
Owner = City | Organisation | Person | Partnership | Agreement | Visit | ProgrammeItem | Activity | Gift | Letter

_RECORDS = (City, Organisation, Person, Partnership, Agreement, Visit, Activity, Gift, Letter)
_OWNER_MODELS: dict[str, type[Any]] = {model.prefix: model for model in _RECORDS}
_ADDRESSED = re.compile(r"^([A-Z]{3})(-\d+(?:-\d+)?)(?:/(\d{1,6}))?$")
# The languages that papers of a city office come in, the likeliest first; CLDR names them.
_LANGUAGES = ("ko", "en", "zh", "ja", "fr", "de", "es", "pt", "it", "ru", "ar", "vi", "th", "id", "mn", "tr", "uz")


@dataclass(frozen=True)
class DocumentFilter:
    """What a list of documents is narrowed to; ``held`` asks for those with a file, or those without one."""

    text: str | None = None
    kind: DocumentKind | None = None
    held: bool | None = None
    year: int | None = None
    archived: bool = False


@cache
def language_choices(language: str) -> Sequence[tuple[str, str]]:
    """(ISO 639 code, name) of the languages that a document may be in. Source of the names: CLDR."""
    names = Locale.parse(language).languages
    return [(code, names[code]) for code in _LANGUAGES]


def language_name(code: str | None, language: str) -> str | None:
    """The name of a document's language; a code that is not listed stands for itself."""
    return dict(language_choices(language)).get(code, code) if code else None


ORDERS = ("recorded", "title", "kind", "date", "number")


def documents_listed(reader: Reader, wanted: DocumentFilter, order: str = "-recorded") -> Listed:
    """The newest version of every document, in one of :data:`ORDERS`.

    Rows: id, reference, title, title_other, kind, language, dated_on, has_file, file_name, size, disclosure, source,
    owner_reference, owner_name.
    """
    orders = {
        "recorded": Order((Document.id,)),
        "title": Order((in_language(reader.language, Document.title_ko, Document.title_en),)),
        "kind": Order((Document.kind,)),
        "date": Order((earliest(Document.dated_on),)),
        "number": Order((Document.reference,)),
    }
    ids = select(Document.id).where(visible_to(reader.viewer, Document), *_narrowed(reader.viewer, wanted))
    return Listed(ordered(ids, orders, order, "-recorded", Document.id), lambda found: _rows(reader.language, found))


def _rows(language: str, ids: Sequence[int]) -> Sequence[Any]:
    partner = aliased(City)
    visit = aliased(Visit)
    item_address = visit.reference + "/" + cast(ProgrammeItem.number, String)
    return db.session.execute(
        select(
            Document.id,
            Document.reference,
            in_language(language, Document.title_ko, Document.title_en).label("title"),
            in_language(language, Document.title_en, Document.title_ko).label("title_other"),
            Document.kind,
            Document.language,
            Document.dated_on,
            Document.sha256.is_not(None).label("has_file"),
            Document.file_name,
            Document.size,
            Document.disclosure,
            Document.source,
            func.coalesce(*(model.reference for model in _RECORDS), item_address).label("owner_reference"),
            func.coalesce(
                in_language(language, City.name_ko, City.name_en),
                in_language(language, Organisation.name_ko, Organisation.name_en),
                in_language(language, Person.name_ko, Person.name_en),
                in_language(language, partner.name_ko, partner.name_en),
                in_language(language, Agreement.title_ko, Agreement.title_en),
                in_language(language, Visit.title_ko, Visit.title_en),
                in_language(language, ProgrammeItem.title_ko, ProgrammeItem.title_en),
                in_language(language, Activity.title_ko, Activity.title_en),
                in_language(language, Gift.title_ko, Gift.title_en),
                in_language(language, Letter.title_ko, Letter.title_en),
            ).label("owner_name"),
        )
        .select_from(Document)
        .outerjoin(City, City.id == Document.city_id)
        .outerjoin(Organisation, Organisation.id == Document.organisation_id)
        .outerjoin(Person, Person.id == Document.person_id)
        .outerjoin(Partnership, Partnership.id == Document.partnership_id)
        .outerjoin(partner, partner.id == Partnership.partner_id)
        .outerjoin(Agreement, Agreement.id == Document.agreement_id)
        .outerjoin(Visit, Visit.id == Document.visit_id)
        .outerjoin(ProgrammeItem, ProgrammeItem.id == Document.programme_item_id)
        .outerjoin(visit, visit.id == ProgrammeItem.visit_id)
        .outerjoin(Activity, Activity.id == Document.activity_id)
        .outerjoin(Gift, Gift.id == Document.gift_id)
        .outerjoin(Letter, Letter.id == Document.letter_id)
        .where(Document.id.in_(ids))
    ).all()


def _narrowed(viewer: Viewer, wanted: DocumentFilter) -> list[ColumnElement[bool]]:
    clauses = _current(viewer)
    if wanted.archived:
        clauses = [Document.archived_at.is_not(None)]
    if wanted.text:
        columns = (Document.title_ko, Document.title_en, Document.file_name, Document.source, Document.reference)
        clauses.append(contains(wanted.text, *columns))
    if wanted.kind:
        clauses.append(Document.kind == wanted.kind)
    if wanted.held is not None:
        clauses.append(Document.sha256.is_not(None) if wanted.held else Document.sha256.is_(None))
    if wanted.year:
        clauses.append(within_years(earliest(Document.dated_on), wanted.year, wanted.year))
    return clauses


def list_document_years(viewer: Viewer) -> Sequence[int]:
    """The years that documents are dated in, the latest first."""
    year = extract("year", earliest(Document.dated_on))
    rows = db.session.scalars(
        select(year).where(visible_to(viewer, Document), year.is_not(None)).distinct().order_by(year.desc())
    )
    return [int(value) for value in rows]


def _current(viewer: Viewer) -> list[ColumnElement[bool]]:
    """Neither put away nor superseded by a version that the viewer may see."""
    newer = aliased(Document)
    superseded = exists().where(
        newer.supersedes_id == Document.id, newer.archived_at.is_(None), visible_to(viewer, newer)
    )
    return [Document.archived_at.is_(None), ~superseded]


def documents_of(viewer: Viewer, record: Owner) -> Sequence[Document]:
    """The documents of ``record``, each in its newest version, in the order that the office gave them."""
    return db.session.scalars(
        select(Document)
        .where(owner_column(record) == record.id, *_shown(viewer))
        .order_by(Document.position, Document.id)
    ).all()


@built_once
def _shown(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    return visible_to(viewer, Document), *_current(viewer)


def owner_column(record: Owner) -> Any:
    """The foreign key by which a document belongs to a record of this kind."""
    return getattr(Document, f"{owner_kind(record)}_id")


def owner_kind(record: Owner) -> str:
    """What a document calls its owner of this kind: one of :data:`OWNERS`."""
    return next(kind for kind in OWNERS if isinstance(record, _owner_model(kind)))


def _owner_model(kind: str) -> type[Any]:
    model: type[Any] = getattr(Document, kind).property.mapper.class_
    return model


def owner_of(document: Document) -> Owner:
    """What ``document`` belongs to; as loaded by :func:`get_document`."""
    found: Owner = next(getattr(document, kind) for kind in OWNERS if getattr(document, f"{kind}_id") is not None)
    return found


def get_owner(viewer: Viewer, address: str) -> Owner:
    """The record with the reference ``AGR-2013-001``, or the programme item ``VIS-2013-001/2``.

    Raises :class:`NotFound` when there is none that the viewer may know of.
    """
    parts = _ADDRESSED.match(address)
    model = _OWNER_MODELS.get(parts[1]) if parts else None
    if parts is None or model is None:
        raise NotFound(N_("There is no such record."))
    reference = parts[1] + parts[2]
    if parts[3] is None:
        statement = select(model)
        if model is Partnership:
            statement = statement.options(joinedload(Partnership.partner))
        owner: Owner = get_visible(viewer, statement, model, reference)
        return owner
    item = db.session.scalars(
        select(ProgrammeItem)
        .join(ProgrammeItem.visit)
        .where(Visit.reference == reference, ProgrammeItem.number == int(parts[3]), visible_to(viewer, Visit))
        .options(joinedload(ProgrammeItem.visit))
    ).one_or_none()
    if item is None or model is not Visit:
        raise NotFound(N_("There is no such record."))
    return item


def address_of(owner: Owner) -> str:
    """``AGR-2013-001`` or ``VIS-2013-001/2``, as :func:`get_owner` reads it; an item's ``visit`` must be loaded."""
    return f"{owner.visit.reference}/{owner.number}" if isinstance(owner, ProgrammeItem) else owner.reference


def record_of(owner: Owner) -> Record:
    """The record whose home side and disclosure hold for ``owner``: itself, or the visit of a programme item."""
    return owner.visit if isinstance(owner, ProgrammeItem) else owner


def get_document(viewer: Viewer, reference: str) -> Document:
    """A document with what it belongs to and all that its page and its form show."""
    owners = [joinedload(getattr(Document, kind)) for kind in OWNERS if kind not in ("partnership", "programme_item")]
    statement = select(Document).options(
        *owners,
        joinedload(Document.partnership).joinedload(Partnership.partner),
        joinedload(Document.programme_item).joinedload(ProgrammeItem.visit),
        joinedload(Document.department),
        joinedload(Document.owner),
    )
    return get_visible(viewer, statement, Document, reference)


def list_versions(viewer: Viewer, document: Document) -> Sequence[Document]:
    """Every version of ``document`` that the viewer may see, itself included, the newest first."""
    column = owner_column(owner_of(document))
    siblings = db.session.scalars(
        select(Document).where(
            column == getattr(document, column.key),
            visible_to(viewer, Document),
        )
    ).all()
    by_id = {one.id: one for one in siblings}
    after = {one.supersedes_id: one for one in siblings if one.supersedes_id is not None}
    first = by_id[document.id]
    while first.supersedes_id in by_id:
        first = by_id[first.supersedes_id]
    versions = [first]
    while versions[-1].id in after:
        versions.append(after[versions[-1].id])
    return versions[::-1]


def find_newer(document: Document) -> Document | None:
    """The version that supersedes ``document``, archived or not; whoever asks."""
    return db.session.scalars(select(Document).where(Document.supersedes_id == document.id)).one_or_none()
