"""References: a human number for each record, given once and never reused."""

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
    last = _raise_counter(prefix, year)
    return f"{prefix}-{year}-{last:03d}" if year else f"{prefix}-{last:05d}"


def give_reference(record: Any, main_date: date | None = None) -> None:
    """Number a new ``record``: a dated one by the year of ``main_date``, else of today."""
    year = (main_date or utc_now().date()).year if record.dated else 0
    record.reference = next_reference(record.prefix, year)
    record.created_at = utc_now()


def _raise_counter(prefix: str, year: int) -> int:
    session = db.session()
    # The record that is being numbered may hang on others already: it must not be flushed before it is complete.
    with session.no_autoflush:
        raised: int | None = session.scalar(
            update(ReferenceCounter)
            .where(ReferenceCounter.prefix == prefix, ReferenceCounter.year == year)
            .values(last=ReferenceCounter.last + 1)
            .returning(ReferenceCounter.last)
        )
        if raised is not None:
            return raised
        dialect = postgresql if session.connection().dialect.name == "postgresql" else sqlite
        first = dialect.insert(ReferenceCounter).values(prefix=prefix, year=year, last=1)
        first = first.on_conflict_do_update(
            index_elements=[ReferenceCounter.prefix, ReferenceCounter.year],
            set_={"last": ReferenceCounter.last + 1},
        )
        given: int = session.scalars(first.returning(ReferenceCounter.last)).one()
        return given
