"""How delegations and their members change."""

from datetime import date
from typing import Any, TypedDict, Unpack

from partnerships.adapters.clock import latest_today, utc_now
from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.order import place_in_order
from partnerships.commands.visit.title import with_title_held
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.city import City
from partnerships.models.organisation import Organisation
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.visit import Delegation, Member, MemberRole, Visit
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit import PRIVATE, members_of


class DelegationDetails(TypedDict, total=False):
    """What is said of a delegation; ``position`` is its place among the visit's delegations, from 1."""

    side: Side
    city: City | None
    organisation: Organisation | None
    position: int | None
    note: str | None


class MemberDetails(TypedDict, total=False):
    """What is said of a member: a person, a post without a name, or a described group with a ``count``.

    ``position`` is the place in the order of precedence, from 1.
    """

    person: Person | None
    title_ko: str | None
    title_en: str | None
    count: int | None
    role: MemberRole
    language: str | None
    position: int | None
    note: str | None
    needs: str | None
    arrival: str | None
    departure: str | None
    hotel: str | None
    consented_on: date | None


def add_delegation(actor: Viewer, visit: Visit, **details: Unpack[DelegationDetails]) -> Delegation:
    """Add the delegation of one party to ``visit``."""
    with transaction(actor, "add_delegation"):
        ensure_may(actor, "visit.write", visit)
        delegation = Delegation(visit_id=visit.id, position=0)
        _apply_delegation(visit, delegation, details)
        add(delegation)
    return delegation


def revise_delegation(
    actor: Viewer,
    visit: Visit,
    delegation: Delegation,
    version: int | None = None,
    **details: Unpack[DelegationDetails],
) -> None:
    """Change what is recorded of a delegation."""
    with transaction(actor, "revise_delegation"):
        ensure_may(actor, "visit.write", visit)
        at_version(delegation, version)
        _apply_delegation(visit, delegation, details)


def archive_delegation(actor: Viewer, visit: Visit, delegation: Delegation) -> None:
    """Put a delegation away with its members; who attends a programme item stays there."""
    with transaction(actor, "archive_delegation"):
        ensure_may(actor, "visit.write", visit)
        put_away(delegation)


def _apply_delegation(visit: Visit, delegation: Delegation, details: DelegationDetails) -> None:
    after: dict[str, Any] = {
        **{name: getattr(delegation, name) for name in ("side", "city", "organisation")},
        **details,
    }
    if after["side"] is None:
        raise Invalid("side", N_("Choose a side."))
    if after["city"] is None and after["organisation"] is None:
        raise Invalid("city", N_("Choose the city or the organisation that the delegation is of."))
    _check_only_one(visit, delegation, after)
    wanted = details.pop("position", None)
    assign(delegation, details)
    place_in_order(delegation, visit.delegations, wanted)


def _check_only_one(visit: Visit, delegation: Delegation, after: dict[str, Any]) -> None:
    """One party has one delegation a side; an organisation of the city may come with its own."""
    city, organisation = after["city"], after["organisation"]
    party = (after["side"], city.id if city else None, organisation.id if organisation else None)
    others = [one for one in visit.delegations if one is not delegation and not one.is_archived]
    if any((one.side, one.city_id, one.organisation_id) == party for one in others):
        field = "city" if city else "organisation"
        raise Invalid(field, N_("There is a delegation of this party on this side already."))


def add_member(actor: Viewer, delegation: Delegation, **details: Unpack[MemberDetails]) -> Member:
    """Add a member to ``delegation``; an empty title is the one that the person held when the visit began."""
    with transaction(actor, "add_member"):
        ensure_may(actor, "visit.write", delegation.visit)
        member = Member(delegation_id=delegation.id, position=0, role=MemberRole.MEMBER)
        _apply_member(actor, delegation, member, details)
        add(member)
    return member


def revise_member(
    actor: Viewer, delegation: Delegation, member: Member, version: int | None = None, **details: Unpack[MemberDetails]
) -> None:
    """Change what is recorded of a member."""
    with transaction(actor, "revise_member"):
        ensure_may(actor, "visit.write", delegation.visit)
        at_version(member, version)
        _apply_member(actor, delegation, member, details)


def archive_member(actor: Viewer, delegation: Delegation, member: Member) -> None:
    """Put a member away."""
    with transaction(actor, "archive_member"):
        ensure_may(actor, "visit.write", delegation.visit)
        put_away(member)


def move_member(actor: Viewer, delegation: Delegation, member: Member, steps: int) -> None:
    """Move a member up (``steps`` below 0) or down in the order of precedence; the head stays first."""
    with transaction(actor, "move_member"):
        ensure_may(actor, "visit.write", delegation.visit)
        standing = members_of(delegation)
        place_in_order(member, delegation.members, standing.index(member) + 1 + steps)


def day_of_titles(visit: Visit) -> date:
    """The day on which the titles of those who take part are the ones to print: when the visit begins, else today."""
    return (visit.starts.earliest if visit.starts else None) or utc_now().date()


def _apply_member(actor: Viewer, delegation: Delegation, member: Member, details: MemberDetails) -> None:
    if any(details.get(name) != getattr(member, name) for name in PRIVATE if name in details):
        ensure_may(actor, "visit.read_private", delegation.visit)
    consented = details.get("consented_on")
    if consented is not None and consented > latest_today():
        raise Invalid("consented_on", N_("This day has not come yet."))
    filled = with_title_held(member, dict(details), day_of_titles(delegation.visit))
    if filled.get("role") is MemberRole.HEAD:
        _check_only_head(delegation, member)
    wanted = filled.pop("position", None)
    if wanted is None and not member.position and filled.get("role") is MemberRole.HEAD:
        wanted = 1
    assign(member, filled)
    place_in_order(member, delegation.members, wanted)


def _check_only_head(delegation: Delegation, member: Member) -> None:
    for other in delegation.members:
        if other is not member and other.role is MemberRole.HEAD and not other.is_archived:
            raise Invalid("role", N_("The delegation has a head already."))
