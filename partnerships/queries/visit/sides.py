"""With whom a visit is: the partner city, and who leads each side."""

from dataclasses import dataclass

from partnerships.models.city import City
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.visit import Delegation, MemberRole, Visit
from partnerships.queries.visit.participants import members_of


@dataclass(frozen=True)
class Sides:
    """The partner city of a visit and the heads of both delegations, each as far as it is known."""

    partner: City | None
    home_head: Person | None
    partner_head: Person | None


def sides_of(visit: Visit) -> Sides:
    """Who meets whom in ``visit``, as :func:`get_visit` loads it."""
    delegations = [one for one in visit.delegations if not one.is_archived]
    return Sides(
        partner=_partner_of(visit, delegations),
        home_head=_head_of(delegations, Side.HOME),
        partner_head=_head_of(delegations, Side.PARTNER),
    )


def _partner_of(visit: Visit, delegations: list[Delegation]) -> City | None:
    """By its delegation, else by the tie, else by the first stay abroad."""
    sent = [one.city for one in delegations if one.side is not Side.HOME and one.city]
    tied = [tie.partner for tie in visit.partnerships]
    stayed = [leg.city for leg in visit.legs if not leg.is_archived and leg.city_id != visit.home_id]
    return next(iter([*sent, *tied, *stayed]), None)


def _head_of(delegations: list[Delegation], side: Side) -> Person | None:
    members = [member for one in delegations if one.side is side for member in members_of(one)]
    return next((one.person for one in members if one.role is MemberRole.HEAD), None)
