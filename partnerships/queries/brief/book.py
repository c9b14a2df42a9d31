"""What a visit book is made of: a whole visit with its people, its ties and its cities, for one viewer."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from partnerships.extensions import db
from partnerships.models.agreement import SIGNED_STATUSES, Agreement, AgreementLink, Commitment
from partnerships.models.city import City
from partnerships.models.document import Document
from partnerships.models.partnership import Partnership
from partnerships.models.person import Person, Post
from partnerships.models.types import earliest
from partnerships.models.visit import (
    NOT_HELD,
    Attendee,
    Delegation,
    Leg,
    Member,
    ProgrammeItem,
    TeamMember,
    Visit,
)
from partnerships.permissions import Viewer, may, visible_to
from partnerships.queries.agreement.evidence import Shown, evidence_of
from partnerships.queries.brief.subject import hidden_from
from partnerships.queries.finding import get_visible


@dataclass(frozen=True)
class Book:
    """A visit with everything around it, as far as one viewer may see it.

    ``agreements`` and ``visits`` are those of each tie, by its id; ``evidence`` that of each commitment, by its id.
    ``hidden`` are the references of people and agreements that the viewer may not know of; ``may_read_private`` says
    whether needs may be told.
    """

    visit: Visit
    ties: Sequence[Partnership]
    agreements: Mapping[int, Sequence[Agreement]]
    visits: Mapping[int, Sequence[Visit]]
    # Made at those visits, beside any agreement.
    promises: Sequence[Commitment]
    evidence: Mapping[int, Sequence[Shown]]
    cities: Sequence[City]
    hidden: frozenset[str]
    may_read_private: bool
    item: None = None
    member: None = None


def get_book(viewer: Viewer, reference: str, _number: int = 0) -> Book:
    """The visit with everything that its book tells; raises :class:`NotFound`."""
    visit = read_whole_visit(viewer, reference)
    ties = db.session.scalars(
        select(Partnership)
        .where(Partnership.visits.any(Visit.id == visit.id), visible_to(viewer, Partnership))
        .where(Partnership.archived_at.is_(None))
        .options(joinedload(Partnership.partner), selectinload(Partnership.claims), selectinload(Partnership.labels))
        .order_by(Partnership.id)
    ).all()
    agreements = {tie.id: _agreements(viewer, tie) for tie in ties}
    visits = {tie.id: _visits(viewer, tie, visit) for tie in ties}
    promises = _promises({one.id for some in visits.values() for one in some})
    commitments = {one.id for some in agreements.values() for paper in some for one in paper.commitments}
    commitments |= {one.id for one in promises}
    return Book(
        visit=visit,
        ties=ties,
        agreements=agreements,
        visits=visits,
        promises=promises,
        evidence=evidence_of(viewer, commitments, date.max) if commitments else {},
        cities=_cities(viewer, visit, ties),
        hidden=hidden_from(viewer, people_of(visit), (one for item in visit.items for one in item.agreements)),
        may_read_private=may(viewer, "visit.read_private", visit),
    )


def people_of(visit: Visit) -> Iterator[Person]:
    """Everybody named in the delegations and the programme of ``visit``, as :func:`get_book` loads it."""
    for delegation in visit.delegations:
        yield from (member.person for member in delegation.members if member.person)
    for item in visit.items:
        yield from (attendee.person for attendee in item.attendees if attendee.person)
        if item.host_person:
            yield item.host_person


def read_whole_visit(viewer: Viewer, reference: str) -> Visit:
    """A visit with its journey, people, programme, points and papers: what papers of a whole visit begin from."""
    posts = (joinedload(Post.city), joinedload(Post.organisation))
    documents = visible_to(viewer, Document)
    statement = select(Visit).options(
        joinedload(Visit.home),
        joinedload(Visit.department),
        joinedload(Visit.owner),
        joinedload(Visit.returns_visit),
        selectinload(Visit.team).joinedload(TeamMember.user),
        selectinload(Visit.legs).options(joinedload(Leg.city), joinedload(Leg.counterpart)),
        selectinload(Visit.delegations).options(
            joinedload(Delegation.city),
            joinedload(Delegation.organisation),
            selectinload(Delegation.members).joinedload(Member.person).selectinload(Person.posts).options(*posts),
        ),
        selectinload(Visit.items).options(
            joinedload(ProgrammeItem.place),
            joinedload(ProgrammeItem.leg).options(joinedload(Leg.city), joinedload(Leg.counterpart)),
            joinedload(ProgrammeItem.host),
            joinedload(ProgrammeItem.host_person).selectinload(Person.posts).options(*posts),
            selectinload(ProgrammeItem.attendees).options(
                joinedload(Attendee.member).joinedload(Member.person).selectinload(Person.posts).options(*posts),
                joinedload(Attendee.person).selectinload(Person.posts).options(*posts),
            ),
            selectinload(ProgrammeItem.steps),
            selectinload(ProgrammeItem.points),
            selectinload(ProgrammeItem.questions),
            selectinload(ProgrammeItem.documents.and_(documents)),
            selectinload(ProgrammeItem.agreements.and_(visible_to(viewer, Agreement))).options(
                selectinload(Agreement.areas),
                selectinload(Agreement.commitments),
                selectinload(Agreement.links).joinedload(AgreementLink.target),
            ),
        ),
        selectinload(Visit.documents.and_(documents)),
    )
    return get_visible(viewer, statement, Visit, reference)


def _agreements(viewer: Viewer, tie: Partnership) -> Sequence[Agreement]:
    """The agreements under ``tie`` that were ever signed, the latest first."""
    signed = earliest(Agreement.signed)
    return db.session.scalars(
        select(Agreement)
        .where(Agreement.partnerships.any(Partnership.id == tie.id), Agreement.archived_at.is_(None))
        .where(Agreement.status.in_(SIGNED_STATUSES), visible_to(viewer, Agreement))
        .options(selectinload(Agreement.commitments))
        .order_by(signed.is_(None), signed.desc(), Agreement.id.desc())
    ).all()


def _visits(viewer: Viewer, tie: Partnership, own: Visit) -> Sequence[Visit]:
    """The other visits under ``tie`` that took place or are meant to, the latest first."""
    starts = earliest(Visit.starts)
    return db.session.scalars(
        select(Visit)
        .where(Visit.partnerships.any(Partnership.id == tie.id), Visit.archived_at.is_(None), Visit.id != own.id)
        .where(Visit.status.not_in(NOT_HELD), visible_to(viewer, Visit))
        .order_by(starts.is_(None), starts.desc(), Visit.id.desc())
    ).all()


def _promises(visit_ids: Collection[int]) -> Sequence[Commitment]:
    if not visit_ids:
        return ()
    return db.session.scalars(
        select(Commitment)
        .where(Commitment.visit_id.in_(visit_ids), Commitment.archived_at.is_(None))
        .order_by(Commitment.visit_id.desc(), Commitment.number)
    ).all()


def _cities(viewer: Viewer, visit: Visit, ties: Sequence[Partnership]) -> Sequence[City]:
    """The cities of the other side with their profiles: of its delegations, of the stays abroad, else of the ties."""
    delegations = [one for one in visit.delegations if not one.is_archived]
    legs = [leg for leg in visit.legs if not leg.is_archived]
    told = [*(one.city_id for one in delegations), *(leg.city_id for leg in legs)]
    wanted = dict.fromkeys(id_ for id_ in told if id_ is not None and id_ != visit.home_id)
    ids = list(wanted) or [tie.partner_id for tie in ties]
    found = db.session.scalars(
        select(City)
        .where(City.id.in_(ids), City.archived_at.is_(None), visible_to(viewer, City))
        .options(selectinload(City.facts))
    ).all()
    return sorted(found, key=lambda city: ids.index(city.id))
