"""Whom to thank after a visit: proposed from those who came, signed, hosted and received, each of them once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.agreement import Agreement, Signature
from partnerships.models.agreement.party import AgreementParty
from partnerships.models.city import City
from partnerships.models.letter import Letter, LetterKind
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import Bilingual
from partnerships.models.visit import Delegation, Direction, Leg, Member, MemberRole, ProgrammeItem, Visit
from partnerships.permissions import Viewer, may_see, visible_to
from partnerships.queries.visit.sides import sides_of

_UNTITLED = Bilingual(None, None)


@dataclass(frozen=True)
class Thanks:
    """One to be thanked: a person, an organisation or a post without a name; ``why`` is a message.

    ``title`` is what the person was called then, ``key`` tells the proposals of one visit apart.
    """

    why: str
    person: Person | None = None
    organisation: Organisation | None = None
    title: Bilingual = _UNTITLED
    partner: City | None = None

    @property
    def key(self) -> str:
        """By what a form names it."""
        record = self.person or self.organisation
        return record.reference if record else self.told

    @property
    def told(self) -> str:
        """The post, where nobody is named."""
        return self.title.text("ko") if not (self.person or self.organisation) else ""

    @property
    def name(self) -> Bilingual:
        """Whom the letter is addressed to."""
        record = self.person or self.organisation
        return record.name if record else self.title


def thanks_proposed(viewer: Viewer, visit: Visit) -> Sequence[Thanks]:
    """Who may be thanked for ``visit`` (as ``get_visit`` loads it) and has no letter of thanks of it yet.

    After an inbound or an online visit those who led the guests and those who signed; after an outbound one, and an
    online one, those who hosted an item and those who received the delegation at a stay.
    """
    written = _written_already(visit)
    proposed: dict[str, Thanks] = {}
    for one in _everybody(viewer, visit):
        if one.key and one.key not in written:
            proposed.setdefault(one.key, one)
    return list(proposed.values())


def _everybody(viewer: Viewer, visit: Visit) -> Iterator[Thanks]:
    if visit.direction is not Direction.OUTBOUND:
        yield from _heads(viewer, visit)
    yield from _signers(viewer, visit)
    if visit.direction is not Direction.INBOUND:
        yield from _hosts(viewer, visit)


def _heads(viewer: Viewer, visit: Visit) -> Iterator[Thanks]:
    members = db.session.scalars(
        select(Member)
        .join(Member.delegation)
        .where(
            Delegation.visit_id == visit.id,
            Delegation.side != Side.HOME,
            Delegation.archived_at.is_(None),
            Member.archived_at.is_(None),
            Member.role == MemberRole.HEAD,
            # A group cannot be written to.
            Member.count.is_(None),
        )
        .order_by(Delegation.position, Delegation.id, Member.position, Member.id)
        .options(joinedload(Member.person), joinedload(Member.delegation).options(joinedload(Delegation.city)))
    )
    for one in members:
        if one.person is None or may_see(viewer, one.person):
            yield Thanks(N_("Head of delegation"), one.person, None, one.title, one.delegation.city)


def _signers(viewer: Viewer, visit: Visit) -> Iterator[Thanks]:
    """Those who signed for the other side during the visit."""
    items = select(ProgrammeItem.id).where(ProgrammeItem.visit_id == visit.id, ProgrammeItem.archived_at.is_(None))
    signatures = db.session.scalars(
        select(Signature)
        .join(Signature.agreement)
        .where(
            Agreement.signed_at_item_id.in_(items),
            Agreement.archived_at.is_(None),
            visible_to(viewer, Agreement),
            Signature.archived_at.is_(None),
            Signature.person_id.is_not(None),
        )
        .order_by(Agreement.id, Signature.id)
        .options(
            joinedload(Signature.person),
            joinedload(Signature.party).options(
                joinedload(AgreementParty.city), joinedload(AgreementParty.organisation)
            ),
        )
    )
    for one in signatures:
        if one.person and not _is_of_home(visit, one.party) and may_see(viewer, one.person):
            yield Thanks(N_("Signed during the visit"), one.person, None, one.title, one.party.city)


def _is_of_home(visit: Visit, party: AgreementParty) -> bool:
    body = party.organisation
    return party.city_id == visit.home_id or (body is not None and body.city_id == visit.home_id)


def _hosts(viewer: Viewer, visit: Visit) -> Iterator[Thanks]:
    """Who received the delegation at its stays, then who hosted an item: the person, or else the organisation."""
    partner = sides_of(visit).partner
    stays = db.session.scalars(
        select(Leg)
        .where(Leg.visit_id == visit.id, Leg.archived_at.is_(None), Leg.counterpart_id.is_not(None))
        .order_by(Leg.position, Leg.id)
        .options(joinedload(Leg.counterpart).joinedload(Organisation.city), joinedload(Leg.city))
    )
    for leg in stays:
        if leg.counterpart and _is_foreign(visit, leg.counterpart) and may_see(viewer, leg.counterpart):
            yield Thanks(N_("Received the delegation"), organisation=leg.counterpart, partner=leg.city)
    items = db.session.scalars(
        select(ProgrammeItem)
        .where(ProgrammeItem.visit_id == visit.id, ProgrammeItem.archived_at.is_(None))
        .order_by(ProgrammeItem.day, ProgrammeItem.starts_at, ProgrammeItem.number)
        .options(
            joinedload(ProgrammeItem.host).joinedload(Organisation.city),
            joinedload(ProgrammeItem.host_person).selectinload(Person.posts),
            joinedload(ProgrammeItem.leg).joinedload(Leg.city),
        )
    )
    for item in items:
        host = item.host if item.host and may_see(viewer, item.host) else None
        if item.host and not _is_foreign(visit, item.host):
            continue
        city = (host.city if host else None) or (item.leg.city if item.leg else None) or partner
        if item.host_person and may_see(viewer, item.host_person):
            post = item.host_person.post_on(item.day) if item.day else None
            yield Thanks(
                N_("Hosted the delegation"),
                item.host_person,
                host,
                post.title if post else _UNTITLED,
                city,
            )
        elif host:
            yield Thanks(N_("Hosted the delegation"), organisation=host, partner=city)


def _is_foreign(visit: Visit, body: Organisation) -> bool:
    return body.city_id is None or body.city_id != visit.home_id


def _written_already(visit: Visit) -> set[str]:
    """Who has a letter of thanks of ``visit``, whoever may see it: nobody is thanked twice."""
    letters = db.session.scalars(
        select(Letter)
        .where(Letter.visit_id == visit.id, Letter.kind == LetterKind.THANKS, Letter.archived_at.is_(None))
        .options(joinedload(Letter.addressee), joinedload(Letter.addressee_organisation))
    )
    return {_key_of(letter) for letter in letters}


def _key_of(letter: Letter) -> str:
    record = letter.addressee or letter.addressee_organisation
    return record.reference if record else letter.addressee_told or ""
