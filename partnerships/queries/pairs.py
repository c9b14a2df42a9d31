"""What a list of pairs is compared with while it is loaded: places of the same name, ties of the same pair."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, exists, func, literal, or_, select

from partnerships.extensions import db
from partnerships.models.audit import AuditEntry
from partnerships.models.city import City
from partnerships.models.partnership import Partnership

LOADING = "load_pairs"
# Databases limit how many values one statement may hold.
_AT_ONCE = 900


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A city on record as a pair is compared with it; ``is_loaded``: it came with a list of pairs itself."""

    id: int
    country: str
    subdivision: str | None
    is_loaded: bool


def find_places(names: Collection[str]) -> dict[str, list[KnownPlace]]:
    """{name: the cities that bear it in Korean or in English}, the oldest first; archived ones are places still."""
    loaded = exists().where(
        AuditEntry.record_table == City.__tablename__, AuditEntry.record_id == City.id, AuditEntry.act == LOADING
    )
    columns = (City.id, City.name_ko, City.name_en, City.country, City.subdivision, loaded.label("is_loaded"))
    found: dict[str, dict[int, KnownPlace]] = {}
    for some in _in_turn(names):
        rows = db.session.execute(select(*columns).where(or_(City.name_ko.in_(some), City.name_en.in_(some))))
        for row in rows:
            place = KnownPlace(row.id, row.country, row.subdivision, row.is_loaded)
            for name in {row.name_ko, row.name_en} & set(some):
                found.setdefault(name, {})[row.id] = place
    return {name: [places[key] for key in sorted(places)] for name, places in found.items()}


def find_ties(pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], tuple[int, int | None]]:
    """{pair of city ids, the lower first: id of the tie and of its home side}, for those of ``pairs`` that are tied."""
    found: dict[tuple[int, int], tuple[int, int | None]] = {}
    wanted = set(pairs)
    columns = (Partnership.id, Partnership.home_id, Partnership.pair_low_id, Partnership.pair_high_id)
    for some in _in_turn({low for low, _ in wanted}):
        for row in db.session.execute(select(*columns).where(Partnership.pair_low_id.in_(some))):
            if (row.pair_low_id, row.pair_high_id) in wanted:
                found[row.pair_low_id, row.pair_high_id] = row.id, row.home_id
    return found


def last_tie_id() -> int:
    """The id of the newest tie; 0 while there is none."""
    return db.session.scalar(select(func.max(Partnership.id))) or 0


def count_shared_geonames() -> int:
    """How many GeoNames entries stand at more than one city."""
    return db.session.scalar(select(func.count()).select_from(_shared().subquery())) or 0


def list_shared_geonames(limit: int | None = None) -> Iterable[Row[Any]]:
    """Cities that share a GeoNames entry: possible duplicates, side by side.

    Columns: geonames_id, reference, name_en, name_ko, country, subdivision. ``limit`` is one of entries.
    """
    shared = _shared().order_by(City.geonames_id).limit(limit).subquery()
    statement = (
        select(City.geonames_id, City.reference, City.name_en, City.name_ko, City.country, City.subdivision)
        .join(shared, shared.c.geonames_id == City.geonames_id)
        .where(City.archived_at.is_(None))
        .order_by(City.geonames_id, City.id)
    )
    return db.session.execute(statement.execution_options(yield_per=1000))


def _shared() -> Any:
    return (
        select(City.geonames_id)
        .where(City.geonames_id.is_not(None), City.archived_at.is_(None))
        .group_by(City.geonames_id)
        .having(func.count() > literal(1))
    )


def _in_turn(values: Iterable[Any]) -> Iterable[Sequence[Any]]:
    every = sorted(values)
    return (every[start : start + _AT_ONCE] for start in range(0, len(every), _AT_ONCE))
