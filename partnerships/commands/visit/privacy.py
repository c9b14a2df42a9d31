"""Personal data of those who took part in a visit, erased once its time is over: from the records and the trail."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from partnerships.adapters.clock import utc_now
from partnerships.commands.records import assign
from partnerships.commands.transaction import transaction
from partnerships.extensions import db
from partnerships.models.audit import AuditEntry, Erased
from partnerships.models.person import NEEDS
from partnerships.models.visit import Visit
from partnerships.models.visit.delegation import PRIVATE_FIELDS
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit import list_needs_to_erase, list_visits_to_erase


def erase_personal_data(actor: Viewer, visit: Visit) -> None:
    """Erase needs, arrival, departure and hotel of all members of ``visit``, those put away too, for good.

    So are the needs on record of the people who take part in no other visit that is still to be erased. The trail
    keeps that there was something, when, and by whom; not what. Delegations and members must be loaded.
    """
    with transaction(actor, "erase_personal_data"):
        ensure_may(actor, "visit.erase", visit)
        _erase(visit)


def erase_due_personal_data(actor: Viewer, today: date, days: int) -> int:
    """Erase the personal data of every visit that ended ``days`` ago or earlier; returns how many visits."""
    visits = list_visits_to_erase(today, days)
    for visit in visits:
        with transaction(actor, "erase_personal_data"):
            _erase(visit)
    return len(visits)


def _erase(visit: Visit) -> None:
    members = [member for delegation in visit.delegations for member in delegation.members]
    people = list_needs_to_erase(visit)
    for member in members:
        assign(member, dict.fromkeys(PRIVATE_FIELDS))
    for person in people:
        assign(person, {NEEDS: None})
    visit.personal_data_erased_at = utc_now()
    # The flush writes what was there into the trail, from where it is taken with all that the trail held before.
    db.session.flush()
    _redact("members", [member.id for member in members], PRIVATE_FIELDS)
    _redact("people", [person.id for person in people], (NEEDS,))


def _redact(table: str, rows: Iterable[int], fields: Iterable[str]) -> None:
    """Put the mark of erasure in place of what the trail holds of ``fields`` of these rows."""
    entries = db.session.scalars(
        select(AuditEntry).where(AuditEntry.row_table == table, AuditEntry.row_id.in_(list(rows)))
    )
    wanted = set(fields)
    for entry in entries:
        if wanted & entry.changes.keys():
            entry.changes = {
                field: [_marked(value) for value in values] if field in wanted else values
                for field, values in entry.changes.items()
            }


def _marked(value: object) -> object:
    return None if value is None else Erased.mark()
