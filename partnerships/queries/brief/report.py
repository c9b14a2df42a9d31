"""What the after-action report of a visit is made of: what was planned, what happened, and what follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from partnerships.models.base import Record
from partnerships.models.gift import Gift
from partnerships.models.letter import Letter
from partnerships.models.visit import Outcome, Task, TaskPhase, Visit
from partnerships.permissions import Viewer, may_see
from partnerships.queries.brief.book import people_of, read_whole_visit
from partnerships.queries.brief.subject import hidden_from
from partnerships.queries.gift import gifts_of_visit
from partnerships.queries.letter import letters_of_visit
from partnerships.queries.visit.outcomes import Happened, list_happened, list_outcomes
from partnerships.queries.visit.tasks import list_tasks


@dataclass(frozen=True)
class AfterAction:
    """A visit as it went, as far as one viewer may see it; ``tasks`` are those that follow it."""

    visit: Visit
    happened: Sequence[Happened]
    outcomes: Sequence[Outcome]
    tasks: Sequence[Task]
    gifts: Sequence[Gift]
    letters: Sequence[Letter]
    # References of people and agreements that the viewer may not know of.
    hidden: frozenset[str]
    item: None = None
    member: None = None


def get_after_action(viewer: Viewer, reference: str, _number: int = 0) -> AfterAction:
    """The visit with everything that its report tells; raises :class:`NotFound`."""
    visit = read_whole_visit(viewer, reference)
    agreements = [one for item in visit.items for one in item.agreements]
    outcomes = list_outcomes(visit)
    promised_in = [one.commitment.agreement for one in outcomes if one.commitment and one.commitment.agreement]
    activities = [one.activity for one in outcomes if one.activity]
    became: list[Record] = [*promised_in, *activities]
    unseen = {one.reference for one in became if not may_see(viewer, one)}
    return AfterAction(
        visit=visit,
        happened=list_happened(visit),
        outcomes=outcomes,
        tasks=[task for task in list_tasks(visit) if task.phase is TaskPhase.FOLLOW_UP],
        gifts=gifts_of_visit(viewer, visit),
        letters=letters_of_visit(viewer, visit),
        hidden=hidden_from(viewer, people_of(visit), agreements) | frozenset(unseen),
    )


def is_overdue(task: Task, day: date) -> bool:
    """Whether ``task`` should have been done by ``day`` and is still open."""
    return task.status == "open" and task.due_on is not None and task.due_on < day
