"""The book as a whole: its head, its contacts, its annexes, and all its parts put together."""

from collections.abc import Iterator
from datetime import date

from partnerships.briefs.composing.composer import Composer
from partnerships.briefs.composing.visit_book.meetings import MeetingWriter
from partnerships.briefs.composing.visit_book.people import PeopleWriter
from partnerships.briefs.composing.visit_book.programme import days_of, stays_of
from partnerships.briefs.composing.visit_book.standing import StandingWriter
from partnerships.briefs.paper import Edition
from partnerships.briefs.pieces import Attachment
from partnerships.briefs.visit_book import Contact, VisitBook
from partnerships.languages import N_, Language
from partnerships.models.base import Record
from partnerships.models.visit import OVER, Direction, SizeKind
from partnerships.queries.brief import Book


def compose_visit_book(book: Book, language: Language, edition: Edition, as_of: date) -> VisitBook:
    """The draft of the visit book; staleness and open questions are judged at ``as_of``.

    A public edition leaves out what is restricted, and all that is said among colleagues, and says so in
    ``omissions``.
    """
    return _BookComposer(book, language, edition, as_of).compose()


class _BookComposer(Composer):
    """Composes one visit book."""

    def __init__(self, book: Book, language: Language, edition: Edition, as_of: date) -> None:
        super().__init__(book.visit, language, edition, as_of, book.hidden)
        self.book = book

    def compose(self) -> VisitBook:
        visit, internal = self.visit, self.edition is Edition.INTERNAL
        people = PeopleWriter(self, self.book)
        meetings = MeetingWriter(self)
        standing = StandingWriter(self, self.book)
        sheets = meetings.write()
        is_outbound = visit.direction is Direction.OUTBOUND
        parties, biographies = people.parties(), people.biographies()
        ties = standing.ties()
        annexes = self._annexes()
        if not internal:
            self.omissions.extend(self._said_among_colleagues())
        return VisitBook(
            language=self.language,
            edition=self.edition,
            classification=self.classification([*self._records(), *standing.told]),
            as_of=self.as_of,
            title=self.word(N_("%(visit)s: visit book")) % {"visit": self.say(visit.title)},
            visit=self.say(visit.title),
            direction=self.word(visit.direction.label),
            kind=self.word(visit.kind.label),
            status=self.word(visit.status.label),
            completed=visit.status in OVER,
            starts=visit.starts.iso if visit.starts else "",
            ends=visit.ends.iso if visit.ends else "",
            travellers=self.home_name() if is_outbound else self.guests_name(),
            hosts=self._places() if is_outbound else self.home_name(),
            size=visit.size,
            size_is_about=visit.size_kind is SizeKind.ABOUT,
            size_breakdown=visit.size_breakdown or "",
            purpose=self.lines(self.say(visit.purpose)),
            outcome=self.lines(self.say(visit.outcome)) if internal else (),
            travel_order=(visit.travel_order or "") if internal else "",
            is_example=visit.is_example,
            stays=stays_of(self),
            days=days_of(self, meetings.numbers),
            parties=parties,
            meetings=sheets,
            biographies=biographies,
            unwritten=people.unwritten() if internal else (),
            ties=ties,
            cities=standing.cities(),
            addresses=people.addresses() if internal else (),
            needs=people.needs() if internal else (),
            contacts=tuple(self._contacts()) if internal else (),
            annexes=annexes,
            department=self.say(visit.department.name) if visit.department else "",
            phone=(visit.department.phone or "") if visit.department else "",
            omissions=self.all_omissions(),
        )

    def _places(self) -> str:
        """Where a journey leads: the cities of its stays, else who receives it."""
        stays = dict.fromkeys(self.say(leg.city.name) for leg in self.visit.legs if not leg.is_archived)
        return " · ".join(stays) or self.guests_name()

    def _records(self) -> Iterator[Record]:
        """What the programme tells of beside the visit itself."""
        for item in self.visit.items:
            yield from item.agreements
            yield from (document for document in item.documents if not document.is_archived)
        yield from (document for document in self.visit.documents if not document.is_archived)

    def _said_among_colleagues(self) -> Iterator[str]:
        """What is in no public edition. All of it is named, so that nobody learns what there was to be left out."""
        for what in (
            N_("Desired outcome"),
            N_("Talking points, anticipated questions and seating"),
            N_("Needs of those who take part"),
            N_("Contacts"),
        ):
            yield self.word(what)

    def _annexes(self) -> tuple[Attachment, ...]:
        """The visit's own documents, then those of its items in the order of the programme."""
        documents = [*self.visit.documents, *(one for item in self.visit.items for one in item.documents)]
        kept = self.published([one for one in documents if not one.is_archived], N_("Attachments that are restricted"))
        return tuple(Attachment(title=self.say(one.title), has_file=one.has_file) for one in kept)

    def _contacts(self) -> Iterator[Contact]:
        visit = self.visit
        team = [one for one in visit.team if not one.is_archived]
        if visit.owner and visit.owner.id not in {one.user_id for one in team}:
            yield Contact(name=visit.owner.name, duty=self.word(N_("Officer in charge")))
        for one in team:
            name = one.user.name if one.user else one.name or ""
            yield Contact(name=name, duty=self.say(one.duty), phone=self.team_phone(one, self.book.may_read_private))
        if visit.department and visit.department.phone:
            yield Contact(
                name=self.say(visit.department.name), duty=self.word(N_("Department")), phone=visit.department.phone
            )
        told = {visit.department_id}
        receiving = [(leg.counterpart, self.say(leg.city.name)) for leg in visit.legs if not leg.is_archived]
        hosts = [(item.host, self.say(item.title)) for item in visit.items if not item.is_archived]
        for body, where in (*receiving, *hosts):
            if body and body.id not in told and (body.phone or (body, where) in receiving):
                told.add(body.id)
                duty = self.word(N_("Receives: %(what)s")) % {"what": where}
                yield Contact(name=self.say(body.name), duty=duty, phone=body.phone or "")
