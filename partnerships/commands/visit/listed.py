"""A list of participants taken over into the delegations of a visit: all of it in one act, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerships.commands.audit import note_act
from partnerships.commands.person import PersonDetails, PostDetails, add_post, record_person, revise_person
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.delegation import MemberDetails, add_member, revise_member
from partnerships.errors import Invalid
from partnerships.extensions import db
from partnerships.models.person import Person
from partnerships.models.visit import Delegation, Member, Visit
from partnerships.permissions import Viewer, ensure_may

_LAST = 10**9


@dataclass(frozen=True)
class ListedMember:
    """One row to take over, found sound before.

    Somebody new has no ``person`` yet but ``person_details``; for somebody known these fill in what is missing.
    ``member`` is set where the row is about somebody in the delegation already. ``key`` tells of which row a refusal
    is.
    """

    key: str
    delegation: Delegation
    member_details: MemberDetails
    person: Person | None = None
    person_details: PersonDetails | None = None
    member: Member | None = None
    post: PostDetails | None = None


def take_over_list(actor: Viewer, visit: Visit, rows: Sequence[ListedMember]) -> None:
    """Record all of ``rows``: new people with their posts, members in order of precedence.

    Raises :class:`Invalid` beside ``{key}-{field}`` for a row that a rule refuses; nothing is saved then. Delegations
    and members of ``visit`` must be loaded.
    """
    with transaction(actor, "take_over_list"):
        ensure_may(actor, "visit.write", visit)
        note_act(db.session(), visit)
        for row in sorted(rows, key=lambda row: row.member_details.get("position") or _LAST):
            try:
                _take_over(actor, row)
            except Invalid as error:
                raise Invalid(f"{row.key}-{error.field or 'name_ko'}", error.message, **error.values) from error


def _take_over(actor: Viewer, row: ListedMember) -> None:
    person = row.person
    if person is None and row.person_details:
        person = record_person(actor, **row.person_details)
    elif person is not None and row.person_details:
        revise_person(actor, person, **row.person_details)
    if person is not None and row.post:
        add_post(actor, person, **row.post)
    details = row.member_details
    if person is not None:
        details["person"] = person
    if row.member is not None:
        revise_member(actor, row.delegation, row.member, **details)
    else:
        # The next one's place is counted with this one in it.
        row.delegation.members.append(add_member(actor, row.delegation, **details))
