"""What happens to agreements on its day without anybody's doing: into force, renewed, at an end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from partnerships.commands.agreement.course import follow_dates
from partnerships.commands.transaction import transaction
from partnerships.extensions import db
from partnerships.models.agreement import Agreement, AgreementStatus
from partnerships.permissions import Viewer
from partnerships.queries.agreement.life import list_behind, read_lives

# The session lets go of a batch once it is saved: an installation of any size needs the memory of one.
_BATCH = 200


@dataclass
class DateDriven:
    """What was written: how many agreements moved to which status, and how many further terms began."""

    moved: Counter[AgreementStatus] = field(default_factory=Counter)
    renewals: int = 0


def record_date_driven_moves(actor: Viewer, today: date) -> DateDriven:
    """Write the moves and renewals that dates have brought about by ``today``, each under the day of its happening.

    What pages and lists show is the same before and after. Run late it catches up, run twice it does nothing more.
    """
    done, last = DateDriven(), 0
    while behind := list_behind(today, last, _BATCH):
        with transaction(actor, "record_date_driven_moves"):
            _follow(behind, today, done)
        last = behind[-1]
    return done


def _follow(ids: Sequence[int], today: date, done: DateDriven) -> None:
    lives = read_lives(ids)
    for agreement in db.session.scalars(select(Agreement).where(Agreement.id.in_(ids)).order_by(Agreement.id)):
        followed = follow_dates(agreement, lives[agreement.id], today)
        done.moved.update(followed.moved_to[-1:])
        done.renewals += followed.renewals
