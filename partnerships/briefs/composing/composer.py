"""What every composer writes alike: names, posts, places, sides, ties and agreements, in the paper's own language."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from babel.support import NullTranslations

from partnerships.briefs.catalogue import translations_of
from partnerships.briefs.paper import Classification, Edition
from partnerships.briefs.pieces import Participant, PriorAgreement, Side, SignedAgreement, Step, Tie
from partnerships.briefs.wording import write_partial_date
from partnerships.languages import N_, Language
from partnerships.models.agreement import Agreement, TextBasis
from partnerships.models.base import Disclosure, Record
from partnerships.models.city import City
from partnerships.models.partnership import FoundingClaim, Partnership, Tier
from partnerships.models.partnership import Side as OfSide
from partnerships.models.person import Person
from partnerships.models.types import Bilingual, PartialDate
from partnerships.models.visit import (
    Attendance,
    Attendee,
    Interpretation,
    ProgrammeItem,
    TeamMember,
    Visit,
)
from partnerships.queries.partnership import own_label, read_office_labels
from partnerships.queries.visit.participants import person_behind

Disclosed = TypeVar("Disclosed", bound=Record)

UNNAMED = N_("Somebody whose name is restricted")


class Composer:
    """Holds what every part of one paper of a visit needs: the visit, the language, its catalogue and the edition."""

    def __init__(
        self, visit: Visit, language: Language, edition: Edition, as_of: date, hidden: frozenset[str] = frozenset()
    ) -> None:
        """``hidden`` are the references of people and agreements that the reader may not know of."""
        self.visit = visit
        self.hidden = hidden
        self.language = language
        self.edition = edition
        self.as_of = as_of
        self.catalogue: NullTranslations = translations_of(language)
        self.omissions: list[str] = []
        self._withheld: set[int] = set()

    def word(self, message: str) -> str:
        """``message`` in the paper's language."""
        return self.catalogue.gettext(message)

    def say(self, text: Bilingual | None) -> str:
        """``text`` in the paper's language, or in the other one where that is all there is."""
        return text.text(self.language) if text else ""

    def dated(self, value: PartialDate | None) -> str:
        """A date as precise as it is known, in words."""
        return write_partial_date(value.iso, self.language) if value else ""

    def published(self, records: Sequence[Disclosed], what: str) -> list[Disclosed]:
        """The records that this edition may show; what it leaves out is told in ``omissions``."""
        if self.edition is Edition.INTERNAL:
            return list(records)
        shown = [record for record in records if record.disclosure is not Disclosure.RESTRICTED]
        if len(shown) < len(records):
            self.omissions.append(f"{self.word(what)}: {len(records) - len(shown)}")
        return shown

    def classification(self, records: Iterable[Record]) -> Classification:
        """The strictest of the visit and of all ``records`` that the paper tells of."""
        if self.edition is Edition.PUBLIC:
            return Classification.PUBLIC
        ranks = [self.visit.disclosure.rank, Disclosure.INTERNAL.rank, *(record.disclosure.rank for record in records)]
        return Classification(list(Disclosure)[max(ranks)].value)

    def home_zone(self, otherwise: str) -> str:
        """The zone that the home side lives in."""
        return (self.visit.home.zone if self.visit.home else None) or otherwise

    def home_time(self, item: ProgrammeItem) -> tuple[str, datetime | None, datetime | None]:
        """The place's zone in words and the home side's wall clock, where the two clocks differ."""
        if item.starts_utc is None:
            return "", None, None
        here, home = ZoneInfo(item.zone), ZoneInfo(self.home_zone(item.zone))
        if item.starts_utc.astimezone(here).utcoffset() == item.starts_utc.astimezone(home).utcoffset():
            return "", None, None
        starts = item.starts_utc.astimezone(home).replace(tzinfo=None)
        ends = item.ends_utc.astimezone(home).replace(tzinfo=None) if item.ends_utc else None
        city = item.leg.city if item.leg and item.leg.zone == item.zone else None
        return self.zone_words(item.zone, city), starts, ends

    def zone_words(self, zone: str, city: City | None = None) -> str:
        """``샌프란시스코 현지시각``: by the city where one is, or by the one that the zone is named after."""
        place = get_timezone_location(zone, locale=str(self.language), return_city=True)
        return self.word(N_("%(place)s time")) % {"place": self.say(city.name) if city else place}

    def place(self, item: ProgrammeItem) -> str:
        """The hall with its floor, or the words that stand for it."""
        if item.place is None:
            return self.say(item.place_text)
        name, detail = self.say(item.place.name), self.say(item.place.detail)
        if detail and self.language == Language.KOREAN:
            return f"{name}({detail})"
        return ", ".join(filter(None, (name, detail)))

    def interpretation(self, item: ProgrammeItem) -> str:
        """How it is interpreted, where that is stated."""
        return "" if item.interpretation is Interpretation.NOT_STATED else self.word(item.interpretation.label)

    @staticmethod
    def lines(text: str) -> tuple[str, ...]:
        """One thought a line, without the marks that officers put before it."""
        return tuple(line.strip(" -·▴•\t") for line in text.splitlines() if line.strip(" -·▴•\t"))

    def steps(self, item: ProgrammeItem) -> tuple[Step, ...]:
        """The order of ceremony."""
        return tuple(
            Step(title=self.say(step.title), minutes=step.minutes, by=step.note or "")
            for step in item.steps
            if not step.is_archived
        )

    def home_name(self) -> str:
        """What the home side is called."""
        return self.say(self.visit.home.name) if self.visit.home else ""

    def guests_name(self, item: ProgrammeItem | None = None) -> str:
        """What the other side is called: the cities and bodies of its delegations.

        On a tour the other side of an ``item`` is that of the city where it takes place, if that one has a delegation.
        """
        delegations = [one for one in self.visit.delegations if one.side is OfSide.PARTNER and not one.is_archived]
        if item and item.leg:
            delegations = [one for one in delegations if one.city_id == item.leg.city_id] or delegations
        names = dict.fromkeys(self.say(party.name) for one in delegations if (party := one.city or one.organisation))
        return " · ".join(names) or self.word(N_("Guests"))

    def sides(self, item: ProgrammeItem) -> tuple[Side, ...]:
        """Home first, then the guests of each delegation's city; an attendee's side says where they stand."""
        day = item.day or self.as_of
        attendees = [attendee for attendee in item.attendees if not attendee.is_archived]
        sides = []
        for name, of_side, is_home in (
            (self.home_name(), OfSide.HOME, True),
            (self.guests_name(item), OfSide.PARTNER, False),
        ):
            people = sorted(
                (one for one in attendees if one.side is of_side), key=lambda one: self.precedence(one, day)
            )
            if people:
                shown = tuple(self.participant(attendee, day, is_home, attendees) for attendee in people)
                sides.append(Side(name=name, is_home=is_home, participants=shown))
        both = [attendee for attendee in attendees if attendee.side is OfSide.BOTH]
        if both:
            shown = tuple(self.participant(attendee, day, False) for attendee in both)
            sides.append(Side(name=self.word(N_("Both sides")), is_home=False, participants=shown))
        return tuple(sides)

    @staticmethod
    def precedence(attendee: Attendee, day: date) -> tuple[int, int, int]:
        """As an officer placed them; those left at one place by the protocol rank of their post."""
        post = attendee.person.post_on(day) if attendee.person else None
        rank = post.protocol_rank if post and post.protocol_rank else 999
        return attendee.position, rank, attendee.id

    def participant(self, attendee: Attendee, day: date, is_home: bool, among: Iterable[Attendee] = ()) -> Participant:
        """One line of a side: a person under the title held then, a post, or a group.

        A post stands with the name of the delegation's only member of that post, unless it is ``among`` them already.
        """
        title = self.say(attendee.title)
        absent = attendee.attendance in (Attendance.ABSENT, Attendance.EXCUSED)
        person = attendee.person or person_behind(attendee, self.visit, among)
        if person is None:
            if attendee.count is not None or not title:
                return Participant(group=title, count=attendee.count, absent=absent)
            return Participant(post=title, absent=absent)
        name = self.person_name(person, is_home)
        post = title or self.title_on(person, day)
        return Participant(name=name, post=post or ("" if name else self.word(UNNAMED)), absent=absent)

    def title_on(self, person: Person, day: date) -> str:
        """The title of the highest post that ``person`` held then; ``posts`` must be loaded."""
        post = person.post_on(day)
        return self.say(post.title) if post else ""

    def shows(self, person: Person) -> bool:
        """Whether the paper may name ``person``; what a public edition leaves out is counted."""
        if person.reference in self.hidden:
            return False
        if self.edition is Edition.PUBLIC and person.disclosure is Disclosure.RESTRICTED:
            self._withheld.add(person.id)
            return False
        return True

    def team_phone(self, one: TeamMember, told: bool) -> str:
        """The number of one who runs the visit, if the reader may be ``told``; else ``omissions`` say so."""
        if told or not one.phone:
            return one.phone or ""
        left_out = self.word(N_("Phone numbers of the team"))
        if left_out not in self.omissions:
            self.omissions.append(left_out)
        return ""

    def all_omissions(self) -> tuple[str, ...]:
        """What the edition leaves out, names that it withholds counted; asked for last."""
        if not self._withheld:
            return tuple(self.omissions)
        left_out = self.word(N_("Names that are restricted"))
        return (*self.omissions, f"{left_out}: {len(self._withheld)}")

    def person_name(self, person: Person, is_home: bool) -> str:
        """A guest's name in Korean stands with its original: ``에드윈 리(Edwin M. Lee)``; ``""`` if it is withheld."""
        if not self.shows(person):
            return ""
        name = self.say(person.name)
        original = person.name_en or person.name_local
        if self.language == Language.KOREAN and not is_home and original and original != name:
            return f"{name}({original})"
        return name

    def signed(self, agreement: Agreement) -> SignedAgreement:
        """An agreement with what it builds on, its areas and its clauses."""
        commitments = [one for one in agreement.commitments if not one.is_archived]
        reported = [one for one in commitments if one.text_basis is TextBasis.AS_REPORTED]
        return SignedAgreement(
            title=self.say(agreement.title),
            kind=self.word(agreement.kind.label),
            lineage="; ".join(self._lineage(agreement)),
            areas=tuple(self.say(area.name) for area in agreement.areas),
            commitments=tuple(self.say(one.text) for one in commitments),
            as_reported=bool(reported),
            source=next((one.source for one in reported if one.source), ""),
        )

    def _may_name(self, agreement: Agreement) -> bool:
        if agreement.reference in self.hidden:
            return False
        return self.edition is Edition.INTERNAL or agreement.disclosure is not Disclosure.RESTRICTED

    def _lineage(self, agreement: Agreement) -> list[str]:
        told = []
        for link in agreement.links:
            if link.is_archived or (link.target and not self._may_name(link.target)):
                continue
            if link.target is None:
                paper = link.target_text or ""
            else:
                paper = self.say(link.target.title)
                if link.target.signed:
                    paper += f" ({self.dated(link.target.signed)})"
            told.append(f"{self.word(link.relation.label)}: {paper}")
        return told

    def tie(self, tie: Partnership, day: date, earlier: Sequence[Agreement]) -> Tie:
        """A tie as it stood on ``day``, with the agreements ``earlier`` than what the paper is about."""
        founding = tie.founding
        own = own_label(tie, tie.tier, day, self.language)
        offices = read_office_labels().called(tie.home_id, tie.tier, day, self.language)
        return Tie(
            partner=self.say(tie.partner.name),
            tier=own.label if own else offices or self.word(tie.tier.label),
            since=founding.founded.iso if founding and founding.founded else "",
            source=founding.source if founding else "",
            question=self._question(tie, founding),
            agreements=tuple(
                PriorAgreement(
                    title=self.say(agreement.title), signed_on=agreement.signed.iso if agreement.signed else ""
                )
                for agreement in earlier
                if self.edition is Edition.INTERNAL or agreement.disclosure is not Disclosure.RESTRICTED
            ),
        )

    def _question(self, tie: Partnership, founding: FoundingClaim | None) -> str:
        """What the sources disagree about, claim by claim with its source."""
        if founding is None or not tie.is_founding_disputed:
            return ""
        others = [
            claim
            for claim in tie.claims
            if claim is not founding and not claim.is_archived and claim.contradicts(founding)
        ]
        told = [self._claim(claim) for claim in others]
        return self.word(N_("Other sources say %(claims)s")) % {"claims": "; ".join(told)} if told else ""

    def _claim(self, claim: FoundingClaim) -> str:
        parts = [self.dated(claim.founded), "" if claim.tier is Tier.UNSPECIFIED else self.word(claim.tier.label)]
        return f"{' '.join(filter(None, parts))} ({claim.source})"
