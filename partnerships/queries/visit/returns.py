"""Which visits are owed one in return, and what has been planned to answer them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from partnerships.extensions import db
from partnerships.models.visit import OVER, Visit, VisitStatus
from partnerships.permissions import Viewer, visible_to


@dataclass(frozen=True)
class ReturnOwed:
    """``visit`` is owed one in return; ``planned`` is the one that is to answer it, where there is one."""

    visit: Visit
    planned: Visit | None


def list_answers(viewer: Viewer, visits: Sequence[Visit]) -> Sequence[Visit]:
    """The visits that answer one of ``visits``, the latest first, without those that were cancelled."""
    return db.session.scalars(
        select(Visit)
        .where(Visit.returns_visit_id.in_([visit.id for visit in visits]), visible_to(viewer, Visit))
        .where(Visit.archived_at.is_(None), Visit.status != VisitStatus.CANCELLED)
        .order_by(Visit.id.desc())
    ).all()


def list_returns_owed(viewer: Viewer, visits: Sequence[Visit]) -> Sequence[ReturnOwed]:
    """Those of ``visits`` that somebody said are owed one in return, as long as none that answers them took place."""
    owed = [visit for visit in visits if visit.return_owed and not visit.is_archived]
    if not owed:
        return []
    answers = list_answers(viewer, owed)
    answered = {one.returns_visit_id for one in answers if one.status in OVER}
    planned = {one.returns_visit_id: one for one in reversed(answers)}
    return [ReturnOwed(visit, planned.get(visit.id)) for visit in owed if visit.id not in answered]
