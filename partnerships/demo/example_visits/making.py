"""How the demo puts a visit together, part by part, from tables of details."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from partnerships.commands.person import record_person
from partnerships.commands.transaction import transaction
from partnerships.commands.visit import (
    add_attendee,
    add_delegation,
    add_leg,
    add_member,
    add_step,
    add_team_member,
    record_item,
)
from partnerships.commands.visit.points import add_point, add_question
from partnerships.models.base import Disclosure
from partnerships.models.person import Person
from partnerships.models.visit import Attendance, Delegation, Leg, ProgrammeItem
from partnerships.permissions import SYSTEM
from partnerships.queries.visit.programme import get_item
from partnerships.queries.visit.visit import get_delegation, get_visit

Details = Mapping[str, Any]


@dataclass(frozen=True)
class Making:
    """A visit that is being put together; each part is added to it as it stands by then."""

    reference: str

    def team(self, rows: Iterable[Details]) -> None:
        """Who runs it."""
        for row in rows:
            add_team_member(SYSTEM, get_visit(SYSTEM, self.reference), **row)

    def leg(self, **details: Any) -> Leg:
        """A stay."""
        return add_leg(SYSTEM, get_visit(SYSTEM, self.reference), **details)

    def delegation(self, details: Details, members: Iterable[Details]) -> Delegation:
        """A delegation with its members, in order of precedence."""
        made = add_delegation(SYSTEM, get_visit(SYSTEM, self.reference), **details)
        for place, member in enumerate(members, start=1):
            add_member(SYSTEM, get_delegation(SYSTEM, self.reference, made.id), position=place, **member)
        return made

    def item(
        self,
        details: Details,
        steps: Iterable[tuple[int, str, str]] = (),
        attendees: Iterable[Details] = (),
        points: Iterable[Details] = (),
        questions: Iterable[Details] = (),
    ) -> ProgrammeItem:
        """A programme item with all that its sheet shows; ``steps`` are (minutes, Korean, English)."""
        made = record_item(SYSTEM, get_visit(SYSTEM, self.reference), **details)
        number = made.number
        for minutes, korean, english in steps:
            add_step(SYSTEM, self._item(number), minutes=minutes, title_ko=korean, title_en=english)
        for attendee in attendees:
            add_attendee(SYSTEM, self._item(number), **{"attendance": Attendance.CONFIRMED, **attendee})
        for point in points:
            add_point(SYSTEM, self._item(number), **point)
        for question in questions:
            add_question(SYSTEM, self._item(number), **question)
        return self._item(number)

    def _item(self, number: int) -> ProgrammeItem:
        return get_item(SYSTEM, self.reference, number)


def make_up_person(korean: str, english: str, **details: Any) -> Person:
    """Somebody who does not exist, and says so in both names."""
    person = record_person(
        SYSTEM,
        name_ko=f"{korean}(예시)",
        name_en=f"{english} (example)",
        disclosure=Disclosure.INTERNAL,
        **details,
    )
    with transaction(SYSTEM, "mark_example"):
        person.is_example = True
    return person


def first_weekday_from(day: date, weekday: int) -> date:
    """The first day on or after ``day`` that falls on ``weekday`` (0 is Monday)."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)
