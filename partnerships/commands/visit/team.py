"""How the team of a visit changes: who of the office runs it, and what each of them looks after."""

from typing import Any, TypedDict, Unpack

from partnerships.commands.records import add, assign, at_version, put_away
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.order import place_in_order
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.visit import TeamMember, Visit
from partnerships.permissions import Viewer, ensure_may


class TeamDetails(TypedDict, total=False):
    """What is said of one of the team: a colleague with an account, or somebody by ``name``."""

    user: User | None
    name: str | None
    duty_ko: str | None
    duty_en: str | None
    phone: str | None
    position: int | None


def add_team_member(actor: Viewer, visit: Visit, **details: Unpack[TeamDetails]) -> TeamMember:
    """Take somebody into the team of ``visit``: a colleague sees it from then on, however restricted it is."""
    with transaction(actor, "add_team_member"):
        ensure_may(actor, "visit.write", visit)
        member = TeamMember(visit_id=visit.id, position=0)
        _apply(visit, member, details)
        add(member)
    return member


def revise_team_member(
    actor: Viewer, visit: Visit, member: TeamMember, version: int | None = None, **details: Unpack[TeamDetails]
) -> None:
    """Change what is recorded of one of the team."""
    with transaction(actor, "revise_team_member"):
        ensure_may(actor, "visit.write", visit)
        at_version(member, version)
        if details.get("phone", member.phone) != member.phone:
            ensure_may(actor, "visit.read_private", visit)
        _apply(visit, member, details)


def archive_team_member(actor: Viewer, visit: Visit, member: TeamMember) -> None:
    """Take somebody out of the team."""
    with transaction(actor, "archive_team_member"):
        ensure_may(actor, "visit.write", visit)
        put_away(member)


def _apply(visit: Visit, member: TeamMember, details: TeamDetails) -> None:
    said: dict[str, Any] = dict(details)
    after = {name: said.get(name, getattr(member, name)) for name in ("user", "name")}
    user, name = after["user"], after["name"]
    if user is None and not name:
        raise Invalid("user", N_("Choose a colleague, or enter a name."))
    if user is not None and name:
        raise Invalid("name", N_("A colleague is named by the account. Leave one of the two empty."))
    if user is not None and visit.home_id not in user.home_ids:
        raise Invalid("user", N_("This account is not of the visit's home city."))
    others = [one for one in visit.team if one is not member and not one.is_archived]
    if user is not None and any(one.user_id == user.id for one in others):
        raise Invalid("user", N_("This colleague is in the team already."))
    phone = said.get("phone")
    if phone and not any(letter.isdigit() for letter in phone):
        raise Invalid("phone", N_("Enter a telephone number; it has digits."))
    wanted = said.pop("position", None)
    assign(member, said)
    place_in_order(member, visit.team, wanted)
