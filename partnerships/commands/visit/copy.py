"""How a visit is copied from an earlier one: moved to new days, with nothing in it that only happened then."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, TypedDict, TypeVar, Unpack

from sqlalchemy import inspect

from partnerships.commands.records import add, require_either
from partnerships.commands.references import give_reference
from partnerships.commands.transaction import transaction
from partnerships.commands.visit.clock import derive_instants
from partnerships.commands.visit.task import follow_dates
from partnerships.errors import Invalid
from partnerships.extensions import db
from partnerships.languages import N_
from partnerships.models.base import Part
from partnerships.models.partnership import Side
from partnerships.models.person import Person
from partnerships.models.types import Bilingual, PartialDate
from partnerships.models.visit import Attendance, Attendee, Leg, Member, ProgrammeItem, TaskStatus, Visit, VisitStatus
from partnerships.permissions import Viewer, ensure_may
from partnerships.queries.visit.copying import span_of

PartType = TypeVar("PartType", bound=Part)

# What a part has of its own and a copy gets anew.
_OWN = frozenset({"id", "version", "archived_at"})
# Given for one visit only: personal data, the consent to it, and how somebody travelled then.
_PERSONAL = frozenset({"needs", "arrival", "departure", "hotel", "consented_on"})
_KEPT = (
    "direction", "kind", "purpose_ko", "purpose_en", "outcome_ko", "outcome_en", "disclosure", "home_id",
    "department_id",
)  # fmt: skip


class CopyDetails(TypedDict):
    """What an officer says of a copy: what it is called, when it starts, and what it takes over."""

    title_ko: str | None
    title_en: str | None
    starts: date | None
    delegations: bool
    programme: bool
    team: bool
    tasks: bool


def copy_visit(actor: Viewer, source: Visit, **details: Unpack[CopyDetails]) -> Visit:
    """Record a visit like ``source`` that starts on another day; all days of it move by as many.

    It begins as a request. Attendance, replies, signatures, reports and personal data are not taken over, and titles
    are those that people hold on the new days. ``source`` comes as ``get_visit_to_copy`` loads it.
    """
    with transaction(actor, "copy_visit"):
        ensure_may(actor, "visit.write", source)
        require_either(details, "title_ko", "title_en", message=N_("Enter a title in Korean or in English."))
        starts = details["starts"]
        if starts is None:
            raise Invalid("starts", N_("Enter the day on which the new visit starts."))
        span = span_of(source)
        copying = _Copying(source, starts - span.first if span.first else None, starts)
        visit = _visit_of(actor, source, copying, starts, span.last, details)
        legs = copying.legs(visit)
        members = copying.delegations(visit) if details["delegations"] else {}
        items = copying.programme(visit, legs, members) if details["programme"] else {}
        if details["team"]:
            copying.team(visit)
        if details["tasks"]:
            copying.tasks(visit, items)
            db.session.flush()
            follow_dates(visit)
    return visit


def _visit_of(
    actor: Viewer, source: Visit, copying: "_Copying", starts: date, last: date | None, details: CopyDetails
) -> Visit:
    ends = copying.moved(last)
    visit = Visit(
        **{name: getattr(source, name) for name in _KEPT},
        title_ko=details["title_ko"],
        title_en=details["title_en"],
        status=VisitStatus.REQUESTED,
        starts=PartialDate.of(starts),
        ends=PartialDate.of(ends) if ends else None,
        size=source.size if details["delegations"] else None,
        size_kind=source.size_kind,
        size_breakdown=source.size_breakdown if details["delegations"] else None,
        owner_id=actor.id,
        is_example=False,
        copied_from_id=source.id,
        partnerships=[tie for tie in source.partnerships if not tie.is_archived],
    )
    give_reference(visit, starts)
    add(visit)
    return visit


class _Copying:
    """The parts of ``source`` anew, each moved by ``shift`` days; without it their days stay open.

    Each method hands out {id of the part copied: the new part}, for those that hang on it.
    """

    def __init__(self, source: Visit, shift: timedelta | None, starts: date) -> None:
        self.source, self.shift, self.starts = source, shift, starts

    def moved(self, day: date | None) -> date | None:
        """The day that ``day`` becomes."""
        return day + self.shift if day and self.shift is not None else None

    def legs(self, visit: Visit) -> dict[int, Leg]:
        made = {}
        for leg in _current(self.source.legs):
            days = {"arrives_on": self.moved(leg.arrives_on), "departs_on": self.moved(leg.departs_on)}
            # Times without their days would stand for nothing; the flights are other ones.
            untimed = {} if self.shift is not None else {"arrives_at": None, "departs_at": None}
            said = {**days, **untimed, "arrives_by": None, "departs_by": None}
            made[leg.id] = _anew(leg, visit_id=visit.id, **said)
        return _saved(made)

    def delegations(self, visit: Visit) -> dict[int, Member]:
        made = _saved({one.id: _anew(one, visit_id=visit.id) for one in _current(self.source.delegations)})
        members = {}
        for delegation in _current(self.source.delegations):
            for member in _current(delegation.members):
                if _takes_part(member.person, self.starts):
                    said = {**dict.fromkeys(_PERSONAL), **_title(member, self.starts)}
                    members[member.id] = _anew(member, delegation_id=made[delegation.id].id, **said)
        return _saved(members)

    def programme(
        self, visit: Visit, legs: Mapping[int, Leg], members: Mapping[int, Member]
    ) -> dict[int, ProgrammeItem]:
        items = {}
        for number, item in enumerate(sorted(_current(self.source.items), key=lambda one: one.number), start=1):
            day = self.moved(item.day)
            untimed = {} if day else {"starts_at": None, "ends_at": None}
            leg = legs.get(item.leg_id) if item.leg_id else None
            said = {"day": day, **untimed, "number": number, "leg_id": leg.id if leg else None, "source": None}
            items[item.id] = _anew(item, visit_id=visit.id, **said)
            derive_instants(items[item.id])
        _saved(items)
        for item in _current(self.source.items):
            new = items[item.id]
            unsaid = {"raised": None, "reply_ko": None, "reply_en": None}
            db.session.add_all(_anew(step, item_id=new.id) for step in _current(item.steps))
            db.session.add_all(_anew(point, item_id=new.id, **unsaid) for point in _current(item.points))
            db.session.add_all(_anew(question, item_id=new.id) for question in _current(item.questions))
            db.session.add_all(self._attendees(item, new, members))
        return items

    def _attendees(self, item: ProgrammeItem, new: ProgrammeItem, members: Mapping[int, Member]) -> list[Attendee]:
        """Guests attend only as members of a delegation that came along; the host's own people always do."""
        made = []
        for one in _current(item.attendees):
            member = members.get(one.member_id) if one.member_id else None
            comes = member is not None or (one.member_id is None and (one.side is Side.HOME or bool(members)))
            if comes and _takes_part(one.person, self.starts):
                said = {"attendance": Attendance.INVITED, "member_id": member.id if member else None}
                made.append(_anew(one, item_id=new.id, **said, **_title(one, new.day or self.starts)))
        return made

    def team(self, visit: Visit) -> None:
        db.session.add_all(_anew(one, visit_id=visit.id) for one in _current(self.source.team))

    def tasks(self, visit: Visit, items: Mapping[int, ProgrammeItem]) -> None:
        """The tasks that an officer added; those of a checklist are begun from it, those of an outcome are over."""
        came_of_it = {outcome.task_id for outcome in self.source.outcomes}
        for task in _current(self.source.tasks):
            if task.step_id is None and task.id not in came_of_it and task.status is not TaskStatus.DROPPED:
                item = items.get(task.item_id) if task.item_id else None
                said = {"status": TaskStatus.OPEN, "status_reason": None, "done_on": None}
                due = {"due_on": self.moved(task.due_on), "item_id": item.id if item else None}
                db.session.add(_anew(task, visit_id=visit.id, **said, **due))


def _anew(part: PartType, **said: Any) -> PartType:
    """A new part with all that is recorded of ``part``, but for what is ``said`` otherwise."""
    names = [column.key for column in inspect(type(part)).column_attrs if column.key not in _OWN]
    return type(part)(**{**{name: getattr(part, name) for name in names}, **said})


def _saved(made: dict[int, PartType]) -> dict[int, PartType]:
    db.session.add_all(made.values())
    db.session.flush()
    return made


def _current(parts: Iterable[PartType]) -> list[PartType]:
    return [part for part in parts if not part.is_archived]


def _takes_part(person: Person | None, day: date) -> bool:
    """Whether somebody can still come: a person who died before or was put away does not."""
    if person is None:
        return True
    has_died = person.died is not None and person.died.earliest is not None and person.died.earliest <= day
    return not has_died and not person.is_archived


def _title(one: Member | Attendee, day: date) -> dict[str, str | None]:
    """The title that a person holds on ``day``; of people without any post on record the one that they had then."""
    if one.person is None or all(post.is_archived for post in one.person.posts):
        return {}
    post = one.person.post_on(day)
    title = post.title if post else Bilingual(None, None)
    return {"title_ko": title.ko, "title_en": title.en}
