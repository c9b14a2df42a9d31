"""What every command does to a record: set its details, check its version, put it away and bring it back."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy.orm.attributes import set_committed_value

from partnerships.adapters.clock import utc_now
from partnerships.errors import Conflict, Invalid
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.base import Archivable, Disclosure, Record, Versioned
from partnerships.models.city import City
from partnerships.permissions import Viewer, ensure_may, may_see

Linked = TypeVar("Linked", bound=Record)


def assign(row: Any, details: Mapping[str, Any]) -> None:
    """Set each of ``details`` that differs, so that an unchanged field leaves no trace in the audit trail."""
    for name, value in details.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def at_version(row: Versioned, version: int | None) -> None:
    """Hold ``row`` to the ``version`` that the officer saw: if the row has moved on, saving raises a conflict.

    ``None`` skips the check, for acts that do not depend on what was on the screen.
    """
    if version is None:
        return
    if row.version != version:
        raise Conflict(N_("Somebody else has changed this record since you opened it."))
    # The database is asked once more at the flush: between this read and the write another act may have come.
    set_committed_value(row, "version", version)


def keep_disclosure_within_reach(actor: Viewer, record: Record, disclosure: Disclosure | None) -> None:
    """Only a coordinator or the owning officer may set or lift ``restricted``: others would lock themselves out."""
    if disclosure is None or disclosure == record.disclosure:
        return
    if Disclosure.RESTRICTED in (disclosure, record.disclosure) and record.owner_id != actor.id:
        ensure_may(actor, "record.restrict", record)


def place_with_home(actor: Viewer, action: str, record: Record, home: City | None) -> None:
    """Give ``record`` its home side; ``action`` is asked of the one that it then has.

    So nobody hands a record to a side that they do not belong to.
    """
    if home is None:
        raise Invalid("home", N_("Choose the home city."))
    if not home.is_home:
        raise Invalid("home", N_("This city is no home city."))
    record.home_id = home.id
    ensure_may(actor, action, record)


def with_unseen(actor: Viewer, field: str, before: Sequence[Linked], wanted: Sequence[Linked]) -> list[Linked]:
    """The records ``wanted`` under ``field``, and those of ``before`` that the officer may not see.

    Those were not on the page: leaving them out said nothing. Nobody can link what they may not know of.
    """
    unseen = [one for one in before if not may_see(actor, one)]
    if any(one not in unseen and not may_see(actor, one) for one in wanted):
        raise Invalid(field, N_("Choose from the list."))
    return [*wanted, *(one for one in unseen if one not in wanted)]


def require_either(details: Mapping[str, Any], *fields: str, message: str) -> None:
    """Raise :class:`Invalid` beside the first of ``fields`` when none of them holds anything."""
    if not any(details.get(field) for field in fields):
        raise Invalid(fields[0], message)


def keep_out_of_circle(record: Any, parent: Any, message: str) -> None:
    """Raise :class:`Invalid` beside ``parent`` when it is ``record`` itself or lies somewhere below it."""
    above, seen = parent, set()
    while above is not None and above.id not in seen:
        if above is record:
            raise Invalid("parent", message)
        seen.add(above.id)
        above = db.session.get(type(record), above.parent_id) if above.parent_id else None


def put_away(row: Archivable) -> None:
    """Archive ``row``: it leaves the lists and keeps its page."""
    if row.archived_at is None:
        row.archived_at = utc_now()


def bring_back(row: Archivable) -> None:
    """Undo :func:`put_away`."""
    row.archived_at = None


def add(row: Any) -> None:
    """Put a new row into the session and give it its id."""
    session = db.session()
    session.add(row)
    session.flush()
