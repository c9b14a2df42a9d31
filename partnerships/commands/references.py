"""References: a human number for each record, given once and never reused."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite

from partnerships.adapters.clock import utc_now
from partnerships.extensions import db
from partnerships.models.reference import ReferenceCounter


def next_reference(prefix: str, year: int = 0) -> str:
    """The next free reference: ``AGR-2013-001`` with a year, ``CTY-00001`` without one.

    The counter's row stays locked until the act is saved, so two officers never get the same number.
    """
    return _written(prefix, year, _raise_counter(prefix, year))


def give_reference(record: Any, main_date: date | None = None) -> None:
    """Number a new ``record``: a dated one by the year of ``main_date``, else of today."""
    year = (main_date or utc_now().date()).year if record.dated else 0
    record.reference = next_reference(record.prefix, year)
    record.created_at = utc_now()


def give_references(records: Sequence[Any]) -> None:
    """Number many new ``records`` of one noun, in their order, with one question to the database; by today's year."""
    if not records:
        return
    now = utc_now()
    prefix, year = records[0].prefix, now.year if records[0].dated else 0
    last = _raise_counter(prefix, year, len(records))
    for number, record in enumerate(records, start=last - len(records) + 1):
        record.reference = _written(prefix, year, number)
        record.created_at = now


def _written(prefix: str, year: int, number: int) -> str:
    return f"{prefix}-{year}-{number:03d}" if year else f"{prefix}-{number:05d}"


def _raise_counter(prefix: str, year: int, by: int = 1) -> int:
    """Raise the counter and return where it stands; only then are the numbers up to there given."""
    session = db.session()
    # The record that is being numbered may hang on others already: it must not be flushed before it is complete.
    with session.no_autoflush:
        raised: int | None = session.scalar(
            update(ReferenceCounter)
            .where(ReferenceCounter.prefix == prefix, ReferenceCounter.year == year)
            .values(last=ReferenceCounter.last + by)
            .returning(ReferenceCounter.last)
        )
        if raised is not None:
            return raised
        dialect = postgresql if session.connection().dialect.name == "postgresql" else sqlite
        first = dialect.insert(ReferenceCounter).values(prefix=prefix, year=year, last=by)
        first = first.on_conflict_do_update(
            index_elements=[ReferenceCounter.prefix, ReferenceCounter.year],
            set_={"last": ReferenceCounter.last + by},
        )
        given: int = session.scalars(first.returning(ReferenceCounter.last)).one()
        return given
