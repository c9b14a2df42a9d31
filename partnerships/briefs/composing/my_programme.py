"""From a visit to the programme of one who takes part in it."""

from collections.abc import Iterator
from datetime import date

from partnerships.briefs.composing.composer import Composer
from partnerships.briefs.composing.visit_book.programme import stays_of
from partnerships.briefs.my_programme import MyProgramme, OwnDay, OwnItem
from partnerships.briefs.paper import Edition
from partnerships.briefs.seating import plan_of
from partnerships.briefs.visit_book import Contact
from partnerships.languages import N_, Language
from partnerships.models.partnership import Side
from partnerships.models.visit import OVER, Attendance, Attendee, Member, MemberRole, ProgrammeItem, Seating
from partnerships.queries.brief.member import Participation
from partnerships.queries.languages import languages_in
from partnerships.queries.visit.participants import is_same

_AWAY = (Attendance.ABSENT, Attendance.EXCUSED)
# All of it is named, so that nobody learns what there was to be left out.
_NEVER_PUBLIC = (N_("Journeys and hotels"), N_("Seats in the seating plans"), N_("Contacts"))


def compose_my_programme(found: Participation, language: Language, edition: Edition, as_of: date) -> MyProgramme:
    """The draft of one participant's programme: what they attend, where, with whom, and whom to call."""
    return _Composer(found, language, edition, as_of).compose()


class _Composer(Composer):
    """Composes one participant's programme."""

    def __init__(self, found: Participation, language: Language, edition: Edition, as_of: date) -> None:
        super().__init__(found.visit, language, edition, as_of, found.hidden)
        self.member: Member = found.member
        self.side: Side = found.member.delegation.side
        # How somebody travels and where they sleep is theirs alone.
        self.is_private = edition is Edition.INTERNAL and found.may_read_private

    def compose(self) -> MyProgramme:
        visit, member = self.visit, self.member
        if self.edition is Edition.PUBLIC:
            self.omissions.extend(self.word(what) for what in _NEVER_PUBLIC)
        name = self.person_name(member.person, self.side is Side.HOME) if member.person else ""
        starts = visit.starts.earliest if visit.starts else None
        post = self.say(member.title) or (self.title_on(member.person, starts or self.as_of) if member.person else "")
        body = member.delegation.city or member.delegation.organisation
        return MyProgramme(
            language=self.language,
            edition=self.edition,
            classification=self.classification(()),
            as_of=self.as_of,
            title=self.word(N_("%(name)s: my programme")) % {"name": name or post},
            visit=self.say(visit.title),
            name=name,
            post=post,
            role="" if member.role is MemberRole.MEMBER else self.word(member.role.label),
            party=self.say(body.name) if body else "",
            language_spoken=languages_in(member.language, self.language) if member.language else "",
            starts=visit.starts.iso if visit.starts else "",
            ends=visit.ends.iso if visit.ends else "",
            completed=visit.status in OVER,
            is_example=visit.is_example,
            arrival=(member.arrival or "") if self.is_private else "",
            departure=(member.departure or "") if self.is_private else "",
            hotel=(member.hotel or "") if self.is_private else "",
            stays=stays_of(self),
            days=tuple(self._days()),
            contacts=tuple(self._contacts()) if self.edition is Edition.INTERNAL else (),
            department=self.say(visit.department.name) if visit.department else "",
            phone=(visit.department.phone or "") if visit.department else "",
            omissions=self.all_omissions(),
        )

    def _days(self) -> Iterator[OwnDay]:
        several = len([leg for leg in self.visit.legs if not leg.is_archived]) > 1
        own = [item for item in self.visit.items if not item.is_archived and self._attends(item)]
        # A journey over the date line has two stays on one day: real time decides which comes first.
        own.sort(
            key=lambda item: (
                item.day or date.max,
                item.starts_utc.timestamp() if item.starts_utc else float("inf"),
                item.number,
            )
        )
        groups: dict[tuple[date | None, int | None], list[ProgrammeItem]] = {}
        for item in own:
            groups.setdefault((item.day, item.leg_id if several else None), []).append(item)
        for (day, _leg), items in groups.items():
            yield OwnDay(
                day=day,
                city=self.say(items[0].leg.city.name) if several and items[0].leg else "",
                zone_words=next((words for item in items if (words := self.home_time(item)[0])), ""),
                items=tuple(self._item(item) for item in items),
            )

    def _attends(self, item: ProgrammeItem) -> bool:
        return self._own_place(item) is not None or not self._listed(item)

    def _listed(self, item: ProgrammeItem) -> list[Attendee]:
        """Who of the participant's own side is listed; with nobody listed, all of them go."""
        return [one for one in item.attendees if not one.is_archived and one.side in (self.side, Side.BOTH)]

    def _own_place(self, item: ProgrammeItem) -> Attendee | None:
        listed = self._listed(item)
        by_link = next((one for one in listed if one.member_id == self.member.id), None)
        return by_link or next((one for one in listed if is_same(self.member, one)), None)

    def _item(self, item: ProgrammeItem) -> OwnItem:
        place = self._own_place(item)
        _words, home_starts, _home_ends = self.home_time(item)
        return OwnItem(
            title=self.say(item.title),
            kind=self.word(item.kind.label),
            starts=item.starts_at,
            ends=item.ends_at,
            home_starts=home_starts,
            place=self.place(item),
            interpretation=self.interpretation(item),
            meets=self._meets(item),
            seat=self._seat(item, place),
            for_all=place is None,
            excused=place is not None and place.attendance in _AWAY,
        )

    def _meets(self, item: ProgrammeItem) -> str:
        """Who stands first on the other side."""
        day = item.day or self.as_of
        others = [one for one in item.attendees if not one.is_archived and one.side not in (self.side, Side.BOTH)]
        if not others:
            return ""
        first = min(others, key=lambda one: self.precedence(one, day))
        told = self.participant(first, day, first.side is Side.HOME)
        parts = [told.post, told.name] if self.language == Language.KOREAN else [told.name, told.post]
        joined = (" " if self.language == Language.KOREAN else ", ").join(filter(None, parts))
        return joined or told.group

    def _seat(self, item: ProgrammeItem, place: Attendee | None) -> int | None:
        if place is None or item.seating is Seating.NONE or self.edition is Edition.PUBLIC:
            return None
        plan = plan_of(item, self.visit, self.language)
        return next((seat.rank for seat in plan.seats if seat.who.key == place.id), None) if plan else None

    def _contacts(self) -> Iterator[Contact]:
        for one in self.visit.team:
            if not one.is_archived and (one.user or one.name):
                name = one.user.name if one.user else one.name or ""
                yield Contact(name=name, duty=self.say(one.duty), phone=self.team_phone(one, self.is_private))
