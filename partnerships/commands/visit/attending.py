"""Who attends a programme item, picked in one go from the delegations, the team and the home side's people."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from partnerships.adapters.clock import utc_now
from partnerships.commands.records import add, put_away
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.attendance import attendee_of, usual_attendance
from partnerships.commands.visit.order import place_in_order
from partnerships.commands.visit.title import with_title_held
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import Bilingual
from partnerships.models.visit import Attendee, Member, ProgrammeItem, TeamMember
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit import members_of
from partnerships.queries.visit.participants import is_same


@dataclass(frozen=True)
class Picked:
    """How many came to those who attend, and how many were taken out."""

    added: int
    removed: int


@dataclass(frozen=True)
class Ticks:
    """The boxes of one list: which were ticked when the page was shown, and which are now.

    What a colleague has changed since is left alone: only what the officer ticked or unticked is done.
    """

    before: frozenset[int]
    now: frozenset[int]

    @property
    def set(self) -> frozenset[int]:
        """What was ticked."""
        return self.now - self.before

    @property
    def cleared(self) -> frozenset[int]:
        """What was unticked."""
        return self.before - self.now


def pick_attendees(
    actor: Viewer, item: ProgrammeItem, members: Ticks, team: Ticks, people: Sequence[Person] = ()
) -> Picked:
    """Let those attend who were ticked, in the order of their delegations, and those no longer who were unticked.

    ``members`` and ``team`` are boxes by id; ``people`` come to the home side as well. Delegations with their members,
    the team and the attendees must be loaded.
    """
    with transaction(actor, "pick_attendees"):
        ensure_may(actor, "visit.write", item.visit)
        offered = [
            (member, delegation.side)
            for delegation in item.visit.delegations
            if not delegation.is_archived
            for member in members_of(delegation)
        ]
        _check_known(members, {member.id for member, _side in offered})
        colleagues = [one for one in item.visit.team if not one.is_archived]
        _check_known(team, {one.id for one in colleagues})
        removed = 0
        for member, _side in offered:
            if member.id in members.cleared:
                removed += _remove(item, partial(is_same, member))
        for colleague in colleagues:
            if colleague.id in team.cleared:
                removed += _remove(item, partial(is_colleague, colleague))
        rank = {member.id: place for place, (member, _side) in enumerate(offered)}
        added = sum(_add_member(item, member, side, rank) for member, side in offered if member.id in members.set)
        added += sum(_add_colleague(item, one) for one in colleagues if one.id in team.set)
        added += sum(_add_person(item, person) for person in people)
    return Picked(added, removed)


def title_of_colleague(colleague: TeamMember) -> Bilingual:
    """How somebody of the team is named among the attendees: the duty and the name."""
    name = colleague.user.name if colleague.user else colleague.name or ""
    ko, en = colleague.duty_ko or colleague.duty_en, colleague.duty_en or colleague.duty_ko
    return Bilingual(f"{ko} {name}" if ko else name, f"{name}, {en}" if en else name)


def is_colleague(colleague: TeamMember, attendee: Attendee) -> bool:
    """Whether ``attendee`` is this one of the team, who is known there by words only."""
    return attendee.person_id is None and attendee.side is Side.HOME and attendee.title == title_of_colleague(colleague)


def _check_known(ticks: Ticks, offered: set[int]) -> None:
    if not ticks.set <= offered:
        raise Invalid(None, N_("Somebody is no longer in their delegation. Look at the list again."))


def _there(item: ProgrammeItem) -> list[Attendee]:
    return [attendee for attendee in item.attendees if not attendee.is_archived]


def _remove(item: ProgrammeItem, is_meant: Callable[[Attendee], bool]) -> int:
    found = [attendee for attendee in _there(item) if is_meant(attendee)]
    for attendee in found:
        put_away(attendee)
    return len(found)


def _add_member(item: ProgrammeItem, member: Member, side: Side, rank: dict[int, int]) -> int:
    """Before the first attendee whom the delegations have after ``member``, else last of the side."""
    if any(is_same(member, attendee) for attendee in _there(item)):
        return 0
    beside = sorted((one for one in _there(item) if one.side is side), key=lambda one: (one.position, one.id))
    after = (
        place
        for place, one in enumerate(beside, start=1)
        if one.member_id is not None and rank.get(one.member_id, -1) > rank[member.id]
    )
    return _place(item, attendee_of(item, side, member, 0), next(after, None))


def _add_colleague(item: ProgrammeItem, colleague: TeamMember) -> int:
    if any(is_colleague(colleague, attendee) for attendee in _there(item)):
        return 0
    title = title_of_colleague(colleague)
    return _add(item, {"title_ko": title.ko, "title_en": title.en})


def _add_person(item: ProgrammeItem, person: Person) -> int:
    if any(attendee.person_id == person.id for attendee in _there(item)):
        return 0
    return _add(item, {"person": person})


def _add(item: ProgrammeItem, details: dict[str, Any]) -> int:
    starts = item.visit.starts
    day = item.day or (starts.earliest if starts else None) or utc_now().date()
    attendee = Attendee(item_id=item.id, position=0, side=Side.HOME, attendance=usual_attendance(item))
    for name, value in with_title_held(attendee, details, day).items():
        setattr(attendee, name, value)
    return _place(item, attendee, None)


def _place(item: ProgrammeItem, attendee: Attendee, wanted: int | None) -> int:
    place_in_order(attendee, [one for one in item.attendees if one.side is attendee.side], wanted)
    item.attendees.append(attendee)
    add(attendee)
    return 1
