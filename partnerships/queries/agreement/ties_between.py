"""The ties that an agreement between certain parties falls under."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Partnership
from partnerships.permissions import Viewer, visible_to


def ties_between(
    viewer: Viewer, ours: Sequence[City | Organisation], theirs: Sequence[City | Organisation]
) -> Sequence[Partnership]:
    """The ties of our cities with theirs that ``viewer`` may know of, the earliest recorded first."""
    homes = [body.id for body in ours if isinstance(body, City)]
    partners = [body.id for body in theirs if isinstance(body, City)]
    return db.session.scalars(
        select(Partnership)
        .where(Partnership.home_id.in_(homes), Partnership.partner_id.in_(partners))
        .where(visible_to(viewer, Partnership), Partnership.archived_at.is_(None))
        .options(joinedload(Partnership.home), joinedload(Partnership.partner))
        .order_by(Partnership.id)
    ).all()
