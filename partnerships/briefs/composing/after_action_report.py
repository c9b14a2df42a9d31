"""From a visit, and what was noted while it went on, to its after-action report."""

from collections.abc import Iterator
from datetime import date

from partnerships.briefs.after_action_report import (
    AfterActionReport,
    FollowUp,
    GiftLine,
    Held,
    LetterLine,
    PointMade,
    Result,
)
from partnerships.briefs.composing.composer import Composer
from partnerships.briefs.composing.visit_book.people import PartyWriter
from partnerships.briefs.paper import Edition
from partnerships.briefs.pieces import Attachment
from partnerships.briefs.wording import write_number, write_short_date
from partnerships.languages import N_, Language
from partnerships.models.base import Disclosure, Record
from partnerships.models.gift import Gift
from partnerships.models.letter import Letter, LetterStatus
from partnerships.models.visit import Attendance, Direction, Outcome, ProgrammeItem, SizeKind
from partnerships.queries.brief.report import AfterAction, is_overdue
from partnerships.queries.visit.outcomes import Happened

_AWAY = (Attendance.ABSENT, Attendance.EXCUSED)
_UNSENT = (LetterStatus.TO_WRITE, LetterStatus.DRAFTED)


def compose_after_action_report(
    found: AfterAction, language: Language, edition: Edition, as_of: date
) -> AfterActionReport:
    """The draft of the report, filled from the programme and from what was noted on the way.

    A public edition tells what took place and what was agreed; what was said in confidence, tasks, gifts and letters
    are left out, and named in ``omissions``.
    """
    return _Composer(found, language, edition, as_of).compose()


class _Composer(Composer):
    """Composes one report."""

    def __init__(self, found: AfterAction, language: Language, edition: Edition, as_of: date) -> None:
        super().__init__(found.visit, language, edition, as_of, found.hidden)
        self.found = found
        self.internal = edition is Edition.INTERNAL

    def compose(self) -> AfterActionReport:
        visit, found = self.visit, self.found
        documents = self.published(
            [one for one in visit.documents if not one.is_archived], N_("Attachments that are restricted")
        )
        items = self._items()
        if not self.internal:
            self.omissions.extend(self._said_among_colleagues())
        return AfterActionReport(
            language=self.language,
            edition=self.edition,
            classification=self.classification(self._records()),
            as_of=self.as_of,
            title=self.word(N_("%(visit)s: after-action report")) % {"visit": self.say(visit.title)},
            visit=self.say(visit.title),
            kind=self.word(visit.kind.label),
            direction=self.word(visit.direction.label),
            status=self.word(visit.status.label),
            is_example=visit.is_example,
            starts=visit.starts.iso if visit.starts else "",
            ends=visit.ends.iso if visit.ends else "",
            cities=" · ".join(dict.fromkeys(self.say(leg.city.name) for leg in visit.legs if not leg.is_archived)),
            home=self.home_name(),
            guests=self.guests_name(),
            size=visit.size,
            size_is_about=visit.size_kind is SizeKind.ABOUT,
            purpose=self.lines(self.say(visit.purpose)),
            outcome=self.lines(self.say(visit.outcome)) if self.internal else (),
            parties=PartyWriter(self).parties(),
            items=items,
            results=tuple(self._result(one) for one in found.outcomes),
            follow_ups=tuple(self._follow_ups()) if self.internal else (),
            gifts=tuple(self._gift(one) for one in found.gifts) if self.internal else (),
            letters=tuple(self._letter(one) for one in found.letters) if self.internal else (),
            assessment=self.lines(self.say(visit.assessment)) if self.internal else (),
            return_owed=self._return_owed() if self.internal else "",
            attachments=tuple(Attachment(title=self.say(one.title), has_file=one.has_file) for one in documents),
            department=self.say(visit.department.name) if visit.department else "",
            phone=(visit.department.phone or "") if visit.department else "",
            omissions=self.all_omissions(),
        )

    def _records(self) -> Iterator[Record]:
        """What the report tells of beside the visit itself."""
        for item in self.visit.items:
            yield from (one for one in item.agreements if not one.is_archived)
        yield from (one for one in self.visit.documents if not one.is_archived)
        yield from self.found.gifts
        yield from self.found.letters
        for outcome in self.found.outcomes:
            if outcome.commitment and outcome.commitment.agreement:
                yield outcome.commitment.agreement

    def _said_among_colleagues(self) -> Iterator[str]:
        """What is in no public edition, as far as there is any."""
        found = self.found
        left_out = (
            (N_("Desired outcome"), bool(self.visit.outcome)),
            (N_("Points raised, replies and notes"), any(one.points or one.notes for one in found.happened)),
            (N_("Follow-up tasks"), bool(found.tasks)),
            (N_("Gifts and letters"), bool(found.gifts or found.letters)),
            (N_("Assessment"), bool(self.visit.assessment)),
        )
        return (self.word(what) for what, is_there in left_out if is_there)

    def _items(self) -> tuple[Held, ...]:
        whole = {item.id: item for item in self.visit.items}
        return tuple(self._held(one, whole[one.item.id]) for one in self.found.happened if one.item.id in whole)

    def _held(self, happened: Happened, item: ProgrammeItem) -> Held:
        turnout = happened.turnout
        signed = [one for one in item.agreements if not one.is_archived]
        if not self.internal:
            signed = [one for one in signed if one.disclosure is not Disclosure.RESTRICTED]
        return Held(
            title=self.say(item.title),
            kind=self.word(item.kind.label),
            day=item.day,
            starts=item.starts_at,
            ends=item.ends_at,
            place=self.place(item),
            contents=self.lines(self.say(item.contents)),
            attended=turnout.attended,
            absent=turnout.absent,
            excused=turnout.excused,
            open=turnout.open,
            away=tuple(self._away(item)) if self.internal else (),
            points=self._points(happened) if self.internal else (),
            notes=tuple(line for note in happened.notes for line in self.lines(note.text)) if self.internal else (),
            signed=tuple(self.say(one.title) for one in signed),
        )

    def _away(self, item: ProgrammeItem) -> Iterator[str]:
        day = item.day or self.as_of
        for one in item.attendees:
            if not one.is_archived and one.attendance in _AWAY:
                told = self.participant(one, day, one.side == "home")
                yield told.group or " ".join(filter(None, (told.post, told.name)))

    def _points(self, happened: Happened) -> tuple[PointMade, ...]:
        return tuple(
            PointMade(topic=self.say(one.topic), raised=one.raised, reply=self.lines(self.say(one.reply)))
            for one in happened.points
        )

    def _result(self, outcome: Outcome) -> Result:
        return Result(
            number=outcome.number,
            text=self.say(outcome.text),
            kind=self.word(outcome.kind.label),
            owed_by=self.word(outcome.owed_by.label) if outcome.owed_by else "",
            became=tuple(self._became(outcome)) if self.internal else (),
        )

    def _became(self, outcome: Outcome) -> Iterator[str]:
        commitment, task, activity = outcome.commitment, outcome.task, outcome.activity
        if commitment and not commitment.is_archived:
            agreement = commitment.agreement
            if agreement is None:
                yield f"{self.word(N_('Commitment'))} {self.visit.reference}/{commitment.number}"
            elif agreement.reference not in self.hidden:
                told = f"{self.word(N_('Commitment'))} {agreement.reference}/{commitment.number}"
                yield f"{told}, {self.say(agreement.title)}"
        if task and not task.is_archived:
            details = [task.owner.name if task.owner else "", self._until(task.due_on) if task.due_on else ""]
            yield f"{self.word(N_('Task'))}: " + ", ".join(filter(None, (self.say(task.title), *details)))
        if activity and not activity.is_archived and activity.reference not in self.hidden:
            yield f"{self.word(N_('Activity'))} {activity.reference}: {self.say(activity.title)}"

    def _until(self, day: date) -> str:
        """By when, in one piece: the parts of a date do not stand on two lines of a narrow column."""
        words = self.word(N_("by %(day)s")) % {"day": write_short_date(day, self.language)}
        return words.replace(" ", "\N{NO-BREAK SPACE}")

    def _follow_ups(self) -> Iterator[FollowUp]:
        for task in self.found.tasks:
            if task.status != "dropped":
                yield FollowUp(
                    title=self.say(task.title),
                    owner=task.owner.name if task.owner else "",
                    due=task.due_on,
                    status=self.word(task.status.label),
                    is_overdue=is_overdue(task, self.as_of),
                )

    def _gift(self, gift: Gift) -> GiftLine:
        giver = self.person_name(gift.giver, False) if gift.giver else gift.giver_told or ""
        receiver = self.person_name(gift.receiver, False) if gift.receiver else gift.receiver_told or ""
        value = f"{write_number(int(gift.value))} {gift.currency}" if gift.value is not None else ""
        if value and gift.is_estimated:
            value = self.word(N_("about %(value)s")) % {"value": value}
        count = f" ×{gift.quantity}" if gift.quantity > 1 else ""
        return GiftLine(
            title=self.say(gift.title) + count,
            way=self.word(gift.way.label),
            people=" → ".join(filter(None, (giver, receiver))),
            value=value,
            declaration=self.word(gift.declaration.label),
        )

    def _letter(self, letter: Letter) -> LetterLine:
        if letter.addressee:
            addressee = self.person_name(letter.addressee, False)
        elif letter.addressee_organisation:
            addressee = self.say(letter.addressee_organisation.name)
        else:
            addressee = letter.addressee_told or ""
        return LetterLine(
            title=self.say(letter.title),
            addressee=addressee,
            status=self.word(letter.status.label),
            is_open=letter.status in _UNSENT,
        )

    def _return_owed(self) -> str:
        """Whether, and by whom, a visit in return is owed."""
        if self.visit.return_owed is None or self.visit.direction is Direction.ONLINE:
            return ""
        if not self.visit.return_owed:
            return self.word(N_("No visit in return is owed."))
        by_us = self.visit.direction is Direction.INBOUND
        return self.word(N_("We owe a visit in return.") if by_us else N_("The other side owes a visit in return."))
