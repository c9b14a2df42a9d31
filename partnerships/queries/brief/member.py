"""What "my programme" is made of: a visit, and one who takes part in it."""

from dataclasses import dataclass

from sqlalchemy.orm.attributes import set_committed_value

from partnerships.errors import NotFound
from partnerships.languages import N_
from partnerships.models.visit import Member, Visit
from partnerships.permissions import Viewer, may
from partnerships.queries.brief.book import people_of, read_whole_visit
from partnerships.queries.brief.subject import hidden_from


@dataclass(frozen=True)
class Participation:
    """A visit and one of its ``member``s; ``hidden`` are people whom the viewer may not know of."""

    visit: Visit
    member: Member
    hidden: frozenset[str]
    may_read_private: bool
    item: None = None


def get_participation(viewer: Viewer, reference: str, number: int) -> Participation:
    """The member with the id ``number`` of a visit, with the whole visit; raises :class:`NotFound`."""
    visit = read_whole_visit(viewer, reference)
    for delegation in visit.delegations:
        for member in delegation.members:
            if member.id == number and not (member.is_archived or delegation.is_archived):
                # The way back is known without asking the database for it.
                set_committed_value(member, "delegation", delegation)
                hidden = hidden_from(viewer, people_of(visit), ())
                return Participation(visit, member, hidden, may(viewer, "visit.read_private", visit))
    raise NotFound(N_("There is no such record."))
