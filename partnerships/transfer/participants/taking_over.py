"""The rows of a plan as the command takes them over."""

from typing import Any, cast

from partnerships.commands.person import PersonDetails, PostDetails
from partnerships.commands.visit import ListedMember, MemberDetails, day_of_titles
from partnerships.models.base import Disclosure
from partnerships.models.types import Bilingual
from partnerships.models.visit import Delegation, Visit
from partnerships.transfer.participants.planned import Outcome, Plan, PlannedRow, member_details, person_details


def as_listed(plan: Plan, visit: Visit, *, with_posts: bool) -> list[ListedMember]:
    """The rows that are to be taken over as the command takes them; ``with_posts`` has new titles kept as posts."""
    taken = [(number, row) for number, row in enumerate(plan.rows) if row.wish.is_taken and row.outcome.is_ready]
    changing = [(number, row) for number, row in taken if row.outcome is not Outcome.SAME]
    return [_listed(f"rows-{number}", row, visit, with_posts) for number, row in changing]


def _listed(key: str, row: PlannedRow, visit: Visit, with_posts: bool) -> ListedMember:
    details: dict[str, Any] = {**person_details(row)}
    if row.is_new:
        details |= {"source": visit.reference, "disclosure": Disclosure.INTERNAL}
    return ListedMember(
        key=key,
        delegation=cast(Delegation, row.delegation),
        member_details=cast(MemberDetails, member_details(row)),
        person=row.person,
        person_details=cast(PersonDetails, details) or None,
        member=row.member,
        post=_post(row, visit) if with_posts else None,
    )


def _post(row: PlannedRow, visit: Visit) -> PostDetails | None:
    """The title as a post on record, of somebody who is known to hold none on the day of the visit."""
    if row.title is None or not (row.is_new or (row.person and not row.person.posts_held_on(day_of_titles(visit)))):
        return None
    delegation = cast(Delegation, row.delegation)
    organisation = row.organisation or delegation.organisation
    # Beside an organisation on record the title need not repeat it.
    texts = row.said.texts
    said = Bilingual(texts.get("title_ko"), texts.get("title_en")) if row.organisation else row.title
    return {
        "title_ko": said.ko,
        "title_en": said.en,
        "organisation": organisation,
        "city": None if organisation else delegation.city,
        "source": visit.reference,
    }
