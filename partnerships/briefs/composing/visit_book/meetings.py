"""The sheets of a visit book: one for each item of the programme at which people meet."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, TypedDict

from partnerships.briefs.composing.composer import Composer
from partnerships.briefs.paper import Edition
from partnerships.briefs.pieces import Attachment, Side
from partnerships.briefs.seating import seated_of
from partnerships.briefs.visit_book import Likelihood, Meeting, Part, Point, Question, SeatingTable
from partnerships.models.agreement import Agreement
from partnerships.models.base import Disclosure
from partnerships.models.document import Document
from partnerships.models.person import Person
from partnerships.models.visit import OVER, ItemKind, ProgrammeItem, Seating
from partnerships.queries.visit.seating import seating_of

_TALKS: Final = (ItemKind.COURTESY_CALL, ItemKind.SIGNING_CEREMONY, ItemKind.MEETING)
_TABLES: Final = (ItemKind.LUNCHEON, ItemKind.DINNER)
_RITES: Final = (ItemKind.SIGNING_CEREMONY, ItemKind.CEREMONY, ItemKind.RECEPTION, ItemKind.COURTESY_CALL)
# On the way and of one's own: nobody is briefed for it.
_NO_SHEET: Final = (ItemKind.TRANSFER, ItemKind.FREE)


class _Said(TypedDict):
    """What is said among colleagues only."""

    points: tuple[Point, ...]
    questions: tuple[Question, ...]
    seating: SeatingTable | None


class MeetingWriter:
    """Writes the sheets; ``numbers`` are theirs by the id of the item."""

    def __init__(self, pen: Composer) -> None:
        self.pen = pen
        self.internal = pen.edition is Edition.INTERNAL
        items = sorted(
            (item for item in pen.visit.items if not item.is_archived and _has_sheet(item)),
            key=lambda item: (item.day is None, item.day, item.starts_at is None, item.starts_at, item.number),
        )
        self.items: list[ProgrammeItem] = items
        self.numbers = {item.id: number for number, item in enumerate(items, 1)}

    def write(self) -> tuple[Meeting, ...]:
        """All sheets, in the order of the programme."""
        return tuple(self._meeting(item, self.numbers[item.id]) for item in self.items)

    def _meeting(self, item: ProgrammeItem, number: int) -> Meeting:
        pen = self.pen
        zone_words, home_starts, home_ends = pen.home_time(item)
        agreements: list[Agreement] = [one for one in item.agreements if not one.is_archived]
        documents: list[Document] = [one for one in item.documents if not one.is_archived]
        if not self.internal:
            agreements = [one for one in agreements if one.disclosure is not Disclosure.RESTRICTED]
            documents = [one for one in documents if one.disclosure is not Disclosure.RESTRICTED]
        sheet = Meeting(
            number=number,
            item=item.number,
            title=pen.say(item.title),
            kind=pen.word(item.kind.label),
            day=item.day,
            starts=item.starts_at,
            ends=item.ends_at,
            zone_words=zone_words,
            home_starts=home_starts,
            home_ends=home_ends,
            place=pen.place(item),
            host=self._host(item),
            audience=pen.say(item.audience),
            audience_count=item.audience_count,
            interpretation=pen.interpretation(item),
            contents=pen.lines(pen.say(item.contents)),
            sides=pen.sides(item),
            order=pen.steps(item),
            agreements=tuple(pen.signed(one) for one in agreements),
            materials=pen.lines(pen.say(item.materials)) if self.internal else (),
            attachments=tuple(Attachment(title=pen.say(one.title), has_file=one.has_file) for one in documents),
            **self._said_among_colleagues(item),
        )
        return replace(sheet, gaps=tuple(self._missing(item, sheet)))

    def _host(self, item: ProgrammeItem) -> str:
        names = [self.pen.say(item.host.name) if item.host else ""]
        if item.host_person:
            person, day = item.host_person, item.day or self.pen.as_of
            names.append(" ".join(filter(None, (self.pen.title_on(person, day), self.pen.person_name(person, True)))))
        return ", ".join(filter(None, names))

    def _said_among_colleagues(self, item: ProgrammeItem) -> _Said:
        points = [one for one in item.points if not one.is_archived]
        questions = [one for one in item.questions if not one.is_archived]
        if not self.internal:
            return {"points": (), "questions": (), "seating": None}
        pen = self.pen
        return {
            "points": tuple(
                Point(
                    topic=pen.say(one.topic),
                    likelihood=Likelihood(one.likelihood.value),
                    words=pen.lines(pen.say(one.point)),
                    background=pen.lines(pen.say(one.background)),
                    raised=one.raised,
                    reply=pen.say(one.reply),
                )
                for one in points
            ),
            "questions": tuple(
                Question(question=pen.say(one.question), answer=pen.lines(pen.say(one.answer))) for one in questions
            ),
            "seating": self._seating(item),
        }

    def _seating(self, item: ProgrammeItem) -> SeatingTable | None:
        home, guests = seating_of(item)
        if item.seating is Seating.NONE or not (home or guests):
            return None
        pen = self.pen

        def names(person: Person) -> str:
            return pen.say(person.name) if pen.shows(person) else ""

        return SeatingTable(
            shape=item.seating.value,
            home=tuple(replace(one, key=0) for one in seated_of(home, pen.visit, pen.language, names)),
            guests=tuple(replace(one, key=0) for one in seated_of(guests, pen.visit, pen.language, names)),
            home_name=pen.home_name(),
            guests_name=pen.guests_name(item),
        )

    def _missing(self, item: ProgrammeItem, sheet: Meeting) -> Iterator[Part]:
        """What an occasion of its kind should have and this one has not."""
        coming, kind = self.pen.visit.status not in OVER, item.kind
        meets, sits = kind in _TALKS, kind in (*_TALKS, *_TABLES)
        home, guests = (_has_people(sheet.sides, is_home) for is_home in (True, False))
        wanted = {
            Part.DATE: sheet.day is None,
            Part.TIME: sheet.day is not None and sheet.starts is None,
            Part.PLACE: not sheet.place,
            Part.HOME_SIDE: sits and not home,
            Part.GUEST_SIDE: sits and not guests,
            Part.CONTENTS: not sheet.contents and (meets or coming),
            Part.SEATING: self.internal and sits and sheet.seating is None,
            Part.ORDER: kind in _RITES and not sheet.order,
            Part.POINTS: self.internal and sits and not sheet.points,
            Part.QUESTIONS: self.internal and (meets or kind is ItemKind.PRESS) and not sheet.questions,
            Part.AGREED: any(not (one.areas or one.commitments) for one in sheet.agreements),
        }
        return (part for part, is_missing in wanted.items() if is_missing)


def _has_people(sides: tuple[Side, ...], is_home: bool) -> bool:
    return any(side.participants for side in sides if side.is_home is is_home)


def _has_sheet(item: ProgrammeItem) -> bool:
    """Whether there is more to say of it than its line in the programme."""
    if item.kind in _NO_SHEET:
        return False
    told = (item.contents, item.audience, item.materials, item.attendees, item.steps, item.points, item.questions)
    return item.kind in (*_TALKS, *_TABLES) or any(told) or bool(item.agreements or item.documents)
