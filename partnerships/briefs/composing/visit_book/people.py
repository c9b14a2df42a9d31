"""The people of a visit book: who comes, who they are, how to address them, what they need."""

from collections.abc import Iterator
from datetime import date

from partnerships.briefs.composing.composer import UNNAMED, Composer
from partnerships.briefs.paper import Edition
from partnerships.briefs.visit_book import Address, Biography, Delegate, Need, Party, PostHeld
from partnerships.languages import N_
from partnerships.models.base import Disclosure
from partnerships.models.partnership import Side
from partnerships.models.person import Person, Post
from partnerships.models.visit import Attendee, Delegation, Direction, Member, MemberRole, VisitStatus
from partnerships.queries.brief import Book
from partnerships.queries.languages import languages_in
from partnerships.queries.visit import members_of
from partnerships.queries.visit.seating import stays_away

_OVER = (VisitStatus.REPORTED, VisitStatus.CANCELLED)


class PartyWriter:
    """Writes the delegations of the visit that ``pen`` writes about."""

    def __init__(self, pen: Composer) -> None:
        self.pen = pen
        starts = pen.visit.starts
        # The day at which titles are read.
        self.day: date = (starts.earliest if starts else None) or pen.as_of
        delegations = [one for one in pen.visit.delegations if not one.is_archived]
        self.delegations: list[Delegation] = sorted(delegations, key=lambda one: one.side is not Side.HOME)

    def parties(self) -> tuple[Party, ...]:
        """The delegations, the home side's first."""
        told = []
        for delegation in self.delegations:
            body = delegation.city or delegation.organisation
            is_home = delegation.side is Side.HOME
            delegates = tuple(self._delegate(member, is_home) for member in members_of(delegation))
            told.append(Party(name=self.pen.say(body.name) if body else "", is_home=is_home, delegates=delegates))
        return tuple(told)

    def _delegate(self, member: Member, is_home: bool) -> Delegate:
        pen, title = self.pen, self.pen.say(member.title)
        role = "" if member.role is MemberRole.MEMBER else pen.word(member.role.label)
        language = languages_in(member.language, pen.language) if member.language else ""
        is_head = member.role is MemberRole.HEAD
        if member.person is None and member.count is not None:
            return Delegate(group=title, count=member.count, role=role, is_head=is_head, language=language)
        name = pen.person_name(member.person, is_home) if member.person else ""
        post = title or (pen.title_on(member.person, self.day) if member.person else "")
        post = post or ("" if name else pen.word(UNNAMED))
        return Delegate(name=name, post=post, role=role, is_head=is_head, language=language)


class PeopleWriter(PartyWriter):
    """Writes what the book tells of people."""

    def __init__(self, pen: Composer, book: Book) -> None:
        super().__init__(pen)
        self.book = book

    def parties(self) -> tuple[Party, ...]:
        """The delegations, the home side's first; of a side without any, those who attend its meetings."""
        told, recorded = super().parties(), {one.side for one in self.delegations}
        home = () if Side.HOME in recorded else self._attending(Side.HOME, self.pen.home_name())
        guests = () if Side.PARTNER in recorded else self._attending(Side.PARTNER, self.pen.guests_name())
        return (*home, *told, *guests)

    def _attending(self, side: Side, name: str) -> tuple[Party, ...]:
        """One side of the programme's attendees, each once, by precedence, without those who stay away."""
        pen, is_home = self.pen, side is Side.HOME
        came = [
            (pen.precedence(one, item.day or self.day), one)
            for item in pen.visit.items
            if not item.is_archived
            for one in item.attendees
            if one.side is side and not one.is_archived and not stays_away(one)
        ]
        first: dict[object, Attendee] = {}
        for _place, one in sorted(came, key=lambda pair: pair[0]):
            first.setdefault(one.person_id or (one.title_ko, one.title_en), one)
        told = [pen.participant(one, self.day, is_home) for one in first.values()]
        delegates = tuple(Delegate(name=one.name, post=one.post, group=one.group, count=one.count) for one in told)
        return (Party(name=name, is_home=is_home, by_programme=True, delegates=delegates),) if delegates else ()

    def _others(self) -> Iterator[tuple[Person, str, bool]]:
        """(person, title as given, whether a head) of everybody of the other side, once each, as met."""
        met: set[int] = set()
        other = [one for one in self.delegations if one.side is not Side.HOME]
        for delegation in other:
            for member in members_of(delegation):
                if member.person and member.person.id not in met:
                    met.add(member.person.id)
                    yield member.person, self.pen.say(member.title), member.role is MemberRole.HEAD
        for item in self.book.visit.items:
            if item.is_archived:
                continue
            for attendee in sorted(item.attendees, key=lambda one: (one.position, one.id)):
                of_other_side = attendee.side is not Side.HOME and not attendee.is_archived
                if of_other_side and attendee.person and attendee.person.id not in met:
                    met.add(attendee.person.id)
                    yield attendee.person, self.pen.say(attendee.title), False
            abroad = self.book.visit.direction is Direction.OUTBOUND
            if abroad and item.host_person and item.host_person.id not in met:
                met.add(item.host_person.id)
                yield item.host_person, "", False

    def biographies(self) -> tuple[Biography, ...]:
        """Of everybody of the other side of whom a life is written; a public edition has the public ones only."""
        written = [(one, title) for one, title, _head in self._others() if one.biography and self.pen.shows(one)]
        if self.pen.edition is Edition.PUBLIC:
            kept = [pair for pair in written if pair[0].disclosure is Disclosure.PUBLIC]
            if len(kept) < len(written):
                left_out = self.pen.word(N_("Biographies that are not public"))
                self.pen.omissions.append(f"{left_out}: {len(written) - len(kept)}")
            written = kept
        return tuple(self._biography(person, title) for person, title in written)

    def unwritten(self) -> tuple[str, ...]:
        """The heads of whom nothing is written."""
        heads = [one for one, _title, is_head in self._others() if is_head and not one.biography]
        return tuple(name for one in heads if (name := self.pen.person_name(one, is_home=False)))

    def _biography(self, person: Person, title: str) -> Biography:
        pen = self.pen
        return Biography(
            name=pen.person_name(person, is_home=False),
            title=title or pen.title_on(person, self.day),
            lines=pen.lines(pen.say(person.biography)),
            posts=tuple(self._post(post) for post in person.posts_by_time),
            source=(person.source or "") if pen.edition is Edition.INTERNAL else "",
            died=person.died.iso if person.died else "",
        )

    def _post(self, post: Post) -> PostHeld:
        body = post.organisation or post.city
        return PostHeld(
            title=self.pen.say(post.title),
            body=self.pen.say(body.name) if body else "",
            since=post.held_from.iso if post.held_from else "",
            until=post.held_to.iso if post.held_to else "",
        )

    def addresses(self) -> tuple[Address, ...]:
        """How to address those of the other side, as far as anything is known."""
        return tuple(
            Address(
                name=self.pen.person_name(person, is_home=False),
                title=title or self.pen.title_on(person, self.day),
                form=self.pen.say(person.form_of_address),
                pronunciation=person.pronunciation or "",
                languages=languages_in(person.languages or "", self.pen.language),
            )
            for person, title, _head in self._others()
            if (person.form_of_address or person.pronunciation) and self.pen.shows(person)
        )

    def needs(self) -> tuple[Need, ...]:
        """What those who take part need, if the reader may know it."""
        return tuple(self._needs()) if self.book.may_read_private else ()

    def _needs(self) -> Iterator[Need]:
        visit = self.book.visit
        runs = visit.status not in _OVER and visit.personal_data_erased_at is None
        for delegation in self.delegations:
            for member in members_of(delegation):
                own = member.person.needs if runs and member.person else None
                told = "; ".join(dict.fromkeys(filter(None, (member.needs, own))))
                if told:
                    name = self.pen.person_name(member.person, delegation.side is Side.HOME) if member.person else ""
                    yield Need(name=name or self.pen.say(member.title) or self.pen.word(UNNAMED), needs=told)
