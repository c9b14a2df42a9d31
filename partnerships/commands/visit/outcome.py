"""What a visit brought: its outcomes, what each of them becomes in one step, and the office's assessment."""

from typing import Any, TypedDict, Unpack

from partnerships.commands.activity import ActivityDetails, archive_activity, record_activity
from partnerships.commands.agreement import add_commitment, archive_commitment
from partnerships.commands.records import add, assign, at_version, put_away, require_either
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.task import add_task, archive_task
from partnerships.errors import Invalid
from partnerships.languages import N_
from partnerships.models.account import User
from partnerships.models.activity import Activity
from partnerships.models.agreement import Agreement, Commitment, TextBasis
from partnerships.models.side import Side
from partnerships.models.types import PartialDate
from partnerships.models.visit import (
    Outcome,
    OutcomeKind,
    ProgrammeItem,
    TalkingPoint,
    Task,
    TaskPhase,
    TaskStatus,
    Visit,
    VisitStatus,
)
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit.outcomes import has_evidence, last_outcome_number, list_agreements_concerned

_LONGEST_TITLE = 300


class OutcomeDetails(TypedDict, total=False):
    """What is said of one outcome; ``point`` is the talking point that it answers."""

    item: ProgrammeItem | None
    point: TalkingPoint | None
    kind: OutcomeKind
    owed_by: Side | None
    text_ko: str | None
    text_en: str | None
    note: str | None


def add_outcome(actor: Viewer, visit: Visit, **details: Unpack[OutcomeDetails]) -> Outcome:
    """Record what ``visit`` brought; its number is the next one and is never given again."""
    with transaction(actor, "add_outcome"):
        ensure_may(actor, "visit.write", visit)
        if visit.status in (VisitStatus.CANCELLED, VisitStatus.POSTPONED):
            raise Invalid(None, N_("A visit that did not take place brought nothing."))
        outcome = Outcome(visit_id=visit.id, kind=OutcomeKind.AGREED)
        _apply(visit, outcome, details)
        outcome.number = last_outcome_number(visit) + 1
        add(outcome)
    return outcome


def revise_outcome(
    actor: Viewer, visit: Visit, outcome: Outcome, version: int | None = None, **details: Unpack[OutcomeDetails]
) -> None:
    """Change an outcome; what it became stays as it is."""
    with transaction(actor, "revise_outcome"):
        ensure_may(actor, "visit.write", visit)
        at_version(outcome, version)
        _apply(visit, outcome, details)


def archive_outcome(actor: Viewer, visit: Visit, outcome: Outcome) -> None:
    """Put an outcome away; a commitment, a task or an activity that it became stays on record."""
    with transaction(actor, "archive_outcome"):
        ensure_may(actor, "visit.write", visit)
        put_away(outcome)


def _apply(visit: Visit, outcome: Outcome, details: OutcomeDetails) -> None:
    asked = ("item", "point", "text_ko", "text_en")
    after: dict[str, Any] = {**{name: getattr(outcome, name) for name in asked}, **details}
    require_either(after, "text_ko", "text_en", message=N_("Enter the outcome in Korean or in English."))
    item, point = after["item"], after["point"]
    if item is not None and item.visit_id != visit.id:
        raise Invalid("item", N_("This programme item belongs to another visit."))
    if point is not None and (item is None or point.item_id != item.id):
        raise Invalid("point", N_("This talking point belongs to another programme item."))
    assign(outcome, details)


def make_commitment_of_outcome(
    actor: Viewer,
    visit: Visit,
    outcome: Outcome,
    agreement: Agreement | None = None,
    owed_by: Side | None = None,
    due: PartialDate | None = None,
    officer: User | None = None,
) -> Commitment:
    """Enter an outcome as a commitment: of ``agreement``, or of the visit itself where it falls under none.

    Without ``owed_by`` the side that the outcome names owes it, else both; without ``officer`` the officer in charge of
    the visit answers for it.
    """
    with transaction(actor, "make_commitment_of_outcome"):
        ensure_may(actor, "visit.write", visit)
        if _is_current(outcome.commitment):
            raise Invalid(None, N_("It has become a commitment already."))
        if agreement is not None and agreement not in list_agreements_concerned(actor, visit):
            raise Invalid("agreement", N_("This agreement has nothing to do with the ties of the visit."))
        commitment = add_commitment(
            actor,
            visit if agreement is None else agreement,
            text_ko=outcome.text_ko,
            text_en=outcome.text_en,
            text_basis=TextBasis.AS_REPORTED,
            source=_source(visit, outcome),
            owed_by=owed_by or outcome.owed_by or Side.BOTH,
            due=due,
            department=visit.department,
            officer=officer or visit.owner,
        )
        outcome.commitment_id = commitment.id
    return commitment


def _is_current(made: Commitment | Task | Activity | None) -> bool:
    """Whether what an outcome became is still there: put away on its own page, it may be made anew."""
    return made is not None and not made.is_archived


def _source(visit: Visit, outcome: Outcome) -> str:
    """Where the words of a promise are known from: the visit, and the item at which it was made."""
    place = f"/{outcome.item.number}" if outcome.item else ""
    title = visit.title_ko or visit.title_en or ""
    return f"{visit.reference}{place} {title}"[:500]


def make_task_of_outcome(
    actor: Viewer, visit: Visit, outcome: Outcome, owner: User | None = None, due_on: Any = None
) -> Task:
    """Make an outcome a task of the follow-up, of ``owner`` or else of the officer in charge of the visit."""
    with transaction(actor, "make_task_of_outcome"):
        ensure_may(actor, "visit.write", visit)
        if _is_current(outcome.task):
            raise Invalid(None, N_("It has become a task already."))
        task = add_task(
            actor,
            visit,
            title_ko=as_title(outcome.text_ko),
            title_en=as_title(outcome.text_en),
            note=_whole_text(outcome),
            phase=TaskPhase.FOLLOW_UP,
            item=outcome.item,
            owner=owner or visit.owner,
            department=visit.department,
            due_on=due_on,
        )
        outcome.task_id = task.id
    return task


def as_title(text: str | None) -> str | None:
    """The words of an outcome as one line that a title can hold."""
    line = " ".join((text or "").split())
    return (line if len(line) <= _LONGEST_TITLE else f"{line[: _LONGEST_TITLE - 1]}…") or None


def _whole_text(outcome: Outcome) -> str | None:
    """The words of an outcome, where its title could not hold them all."""
    cut = [text for text in (outcome.text_ko, outcome.text_en) if text and as_title(text) != text]
    return "\n".join(cut) or None


def make_activity_of_outcome(actor: Viewer, visit: Visit, outcome: Outcome, details: ActivityDetails) -> Activity:
    """Record the activity that an outcome became."""
    with transaction(actor, "make_activity_of_outcome"):
        ensure_may(actor, "visit.write", visit)
        if _is_current(outcome.activity):
            raise Invalid(None, N_("It has become an activity already."))
        details["visit"] = visit
        activity = record_activity(actor, **details)
        outcome.activity_id = activity.id
    return activity


def take_back_commitment(actor: Viewer, visit: Visit, outcome: Outcome) -> None:
    """Take back that an outcome became a commitment: that is put away, unless evidence of it is linked by now."""
    with transaction(actor, "take_back_commitment"):
        ensure_may(actor, "visit.write", visit)
        commitment = outcome.commitment
        if commitment is None:
            return
        if has_evidence(commitment):
            raise Invalid(None, N_("Evidence of this commitment is recorded by now; it is changed on its own page."))
        archive_commitment(actor, commitment.came_of, commitment)
        outcome.commitment_id = None


def take_back_task(actor: Viewer, visit: Visit, outcome: Outcome) -> None:
    """Take back that an outcome became a task: that is put away, unless it is done by now."""
    with transaction(actor, "take_back_task"):
        ensure_may(actor, "visit.write", visit)
        if outcome.task is None:
            return
        if outcome.task.status is TaskStatus.DONE:
            raise Invalid(None, N_("This task is done by now; it stays on record."))
        archive_task(actor, visit, outcome.task)
        outcome.task_id = None


def take_back_activity(actor: Viewer, visit: Visit, outcome: Outcome) -> None:
    """Take back that an outcome became an activity: that is put away and can be restored on its own page."""
    with transaction(actor, "take_back_activity"):
        ensure_may(actor, "visit.write", visit)
        if outcome.activity is None:
            return
        archive_activity(actor, outcome.activity)
        outcome.activity_id = None


def assess_visit(
    actor: Viewer, visit: Visit, version: int | None = None, *, assessment_ko: str | None, assessment_en: str | None
) -> None:
    """Write what the office makes of ``visit``, the closing part of its after-action report."""
    with transaction(actor, "assess_visit"):
        ensure_may(actor, "visit.write", visit)
        at_version(visit, version)
        assign(visit, {"assessment_ko": assessment_ko, "assessment_en": assessment_en})
