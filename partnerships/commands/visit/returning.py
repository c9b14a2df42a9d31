"""The visit in return (답방): whether one is owed, and how it is planned."""

from collections.abc import Sequence
from typing import Unpack

from partnerships.commands.records import assign
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.leg import add_leg
from partnerships.commands.visit.visit import VisitDetails, record_visit
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.visit import OVER, Direction, Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit import get_visit


def note_return_owed(actor: Viewer, visit: Visit, owed: bool | None) -> None:
    """Say whether ``visit`` is owed one in return; ``None`` takes back what was said."""
    with transaction(actor, "note_return_owed"):
        ensure_may(actor, "visit.write", visit)
        if visit.direction is Direction.ONLINE or visit.status not in OVER:
            raise Invalid(None, N_("Only a visit that took place can be owed one in return."))
        assign(visit, {"return_owed": owed})


def record_return_visit(
    actor: Viewer, answered: Visit, cities: Sequence[City], **details: Unpack[VisitDetails]
) -> Visit:
    """Record the visit that answers ``answered``, with a stay in each of ``cities``.

    A stay in the only city lasts as long as the visit; several are dated later.
    """
    with transaction(actor, "record_return_visit"):
        details["returns_visit"] = answered
        made = record_visit(actor, **details)
        starts, ends = made.starts, made.ends
        is_only = len(cities) == 1
        for city in cities:
            add_leg(
                actor,
                # Read anew for each stay: the next one comes after it.
                get_visit(actor, made.reference),
                city=city,
                arrives_on=starts.day if starts and is_only else None,
                departs_on=ends.day if ends and is_only else None,
            )
    return made
