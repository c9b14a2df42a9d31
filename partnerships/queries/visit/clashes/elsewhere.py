"""The items of other visits of the same home side that may want the rooms or the people of a programme."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from partnerships.extensions import db
from partnerships.models.visit import NOT_HELD, Attendee, ProgrammeItem, Visit
from partnerships.permissions import Viewer, visible_to


def list_elsewhere(viewer: Viewer, visit: Visit) -> Sequence[ProgrammeItem]:
    """Items of other visits at the time of this programme, in its places or with its people, that ``viewer`` may see.

    ``visit`` as :func:`get_programme` loads it.
    """
    items = [item for item in visit.items if item.starts_utc and not item.is_archived]
    places = {item.place_id for item in items if item.place_id}
    people = {one.person_id for item in items for one in item.attendees if one.person_id and not one.is_archived}
    if not places and not people:
        return []
    first = min(item.starts_utc for item in items if item.starts_utc)
    last = max(item.ends_utc or item.starts_utc for item in items if item.starts_utc)
    with_them = select(Attendee.item_id).where(Attendee.person_id.in_(people), Attendee.archived_at.is_(None))
    return db.session.scalars(
        select(ProgrammeItem)
        .join(ProgrammeItem.visit)
        .where(
            visible_to(viewer, Visit),
            Visit.id != visit.id,
            Visit.home_id == visit.home_id,
            Visit.archived_at.is_(None),
            Visit.status.not_in(NOT_HELD),
            ProgrammeItem.archived_at.is_(None),
            ProgrammeItem.starts_utc <= last,
            func.coalesce(ProgrammeItem.ends_utc, ProgrammeItem.starts_utc) >= first,
            or_(ProgrammeItem.place_id.in_(places), ProgrammeItem.id.in_(with_them)),
        )
        .options(
            contains_eager(ProgrammeItem.visit),
            joinedload(ProgrammeItem.place),
            selectinload(ProgrammeItem.attendees).joinedload(Attendee.person),
        )
        .order_by(ProgrammeItem.starts_utc, ProgrammeItem.id)
    ).all()
