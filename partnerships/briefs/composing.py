"""From records to the event summary's plain values, in one language and for one edition."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location
from babel.support import NullTranslations

from partnerships.briefs.catalogue import translations_of
from partnerships.briefs.event_summary import (
    Attachment,
    Classification,
    DayItem,
    Edition,
    EventSummary,
    Participant,
    PriorAgreement,
    Side,
    SignedAgreement,
    Step,
    Tie,
)
from partnerships.briefs.wording import write_partial_date, write_people
from partnerships.languages import N_, Language
from partnerships.models.agreement import Agreement, TextBasis
from partnerships.models.base import Disclosure, Record
from partnerships.models.partnership import FoundingClaim, Partnership, Tier
from partnerships.models.partnership import Side as OfSide
from partnerships.models.person import Person
from partnerships.models.types import PartialDate
from partnerships.models.visit import Attendance, Attendee, Interpretation, ProgrammeItem, Visit, VisitStatus
from partnerships.queries.brief import Event
from partnerships.queries.partnership import own_label, read_office_labels

Disclosed = TypeVar("Disclosed", bound=Record)

_OVER = (VisitStatus.COMPLETED, VisitStatus.REPORTED)


def compose_event_summary(event: Event, language: Language, edition: Edition, as_of: date) -> EventSummary:
    """The draft of the event summary of ``event``; staleness and open questions are judged at ``as_of``.

    A public edition leaves out what is restricted and says so in ``omissions``.
    """
    return _Composer(event, language, edition, as_of).compose()


class _Composer:
    """Holds what every part of one summary needs: the language, its catalogue and the edition."""

    def __init__(self, event: Event, language: Language, edition: Edition, as_of: date) -> None:
        self.event = event
        self.item: ProgrammeItem = event.item
        self.visit: Visit = event.visit
        self.language = language
        self.edition = edition
        self.as_of = as_of
        self.catalogue: NullTranslations = translations_of(language)
        self.omissions: list[str] = []

    def compose(self) -> EventSummary:
        item = self.item
        agreements = self._published(self.event.agreements, N_("Agreements that are restricted"))
        zone_words, home_starts, home_ends = self._home_time()
        sides = self._sides()
        documents = self._published(
            [document for document in item.documents if not document.is_archived], N_("Attachments that are restricted")
        )
        return EventSummary(
            language=self.language,
            edition=self.edition,
            classification=self._classification(agreements),
            as_of=self.as_of,
            title=item.title.text(self.language),
            kind=self._word(item.kind.label),
            visit=self.visit.title.text(self.language),
            completed=self.visit.status in _OVER,
            day=item.day,
            starts=item.starts_at,
            ends=item.ends_at,
            zone=item.zone,
            zone_words=zone_words,
            home_starts=home_starts,
            home_ends=home_ends,
            place=self._place(item),
            host=item.host.name.text(self.language) if item.host else "",
            audience=item.audience_count,
            interpretation=self._interpretation(item),
            sides=sides,
            contents=self._lines(item.contents.text(self.language)),
            order=tuple(
                Step(title=step.title.text(self.language), minutes=step.minutes, by=step.note or "")
                for step in item.steps
                if not step.is_archived
            ),
            agreements=tuple(self._signed(agreement) for agreement in agreements),
            day_items=tuple(self._day_item(other) for other in self.event.day_items),
            ties=tuple(self._tie(tie) for tie in self._published(self.event.ties, N_("Ties that are restricted"))),
            attachments=tuple(
                Attachment(title=document.title.text(self.language), has_file=document.has_file)
                for document in documents
            ),
            department=self.visit.department.name.text(self.language) if self.visit.department else "",
            phone=(self.visit.department.phone or "") if self.visit.department else "",
            omissions=tuple(self.omissions),
        )

    def _word(self, message: str) -> str:
        return self.catalogue.gettext(message)

    def _published(self, records: Sequence[Disclosed], what: str) -> list[Disclosed]:
        """The records that this edition may show; what it leaves out is told in ``omissions``."""
        if self.edition is Edition.INTERNAL:
            return list(records)
        shown = [record for record in records if record.disclosure is not Disclosure.RESTRICTED]
        if len(shown) < len(records):
            self.omissions.append(f"{self._word(what)}: {len(records) - len(shown)}")
        return shown

    def _classification(self, agreements: list[Agreement]) -> Classification:
        if self.edition is Edition.PUBLIC:
            return Classification.PUBLIC
        ranks = [self.visit.disclosure.rank, Disclosure.INTERNAL.rank]
        ranks += [agreement.disclosure.rank for agreement in agreements]
        return Classification(list(Disclosure)[max(ranks)].value)

    def _home_time(self) -> tuple[str, datetime | None, datetime | None]:
        """The place's zone in words and the home side's wall clock, where the two clocks differ."""
        item, home_zone = self.item, (self.visit.home.zone if self.visit.home else None) or self.item.zone
        if item.starts_utc is None:
            return "", None, None
        here, home = ZoneInfo(item.zone), ZoneInfo(home_zone)
        if item.starts_utc.astimezone(here).utcoffset() == item.starts_utc.astimezone(home).utcoffset():
            return "", None, None
        place = get_timezone_location(item.zone, locale=str(self.language), return_city=True)
        words = self._word(N_("%(place)s time")) % {"place": place}
        starts = item.starts_utc.astimezone(home).replace(tzinfo=None)
        ends = item.ends_utc.astimezone(home).replace(tzinfo=None) if item.ends_utc else None
        return words, starts, ends

    def _place(self, item: ProgrammeItem) -> str:
        if item.place is None:
            return item.place_text.text(self.language)
        name, detail = item.place.name.text(self.language), item.place.detail.text(self.language)
        return (
            f"{name}({detail})"
            if detail and self.language == Language.KOREAN
            else ", ".join(filter(None, (name, detail)))
        )

    def _interpretation(self, item: ProgrammeItem) -> str:
        return "" if item.interpretation is Interpretation.NOT_STATED else self._word(item.interpretation.label)

    @staticmethod
    def _lines(text: str) -> tuple[str, ...]:
        return tuple(line.strip(" -·▴•\t") for line in text.splitlines() if line.strip(" -·▴•\t"))

    def _sides(self) -> tuple[Side, ...]:
        """Home first, then the guests of each delegation's city; an attendee's side says where they stand."""
        home = self.visit.home.name.text(self.language) if self.visit.home else ""
        guests = [
            (delegation.city or delegation.organisation)
            for delegation in self.visit.delegations
            if delegation.side is OfSide.PARTNER and not delegation.is_archived
        ]
        guest = " · ".join(party.name.text(self.language) for party in guests if party) or self._word(N_("Guests"))
        attendees = [attendee for attendee in self.item.attendees if not attendee.is_archived]
        sides = []
        for name, of_side, is_home in ((home, OfSide.HOME, True), (guest, OfSide.PARTNER, False)):
            people = sorted((attendee for attendee in attendees if attendee.side is of_side), key=self._precedence)
            if people:
                shown = tuple(self._participant(attendee, is_home) for attendee in people)
                sides.append(Side(name=name, is_home=is_home, participants=shown))
        both = [attendee for attendee in attendees if attendee.side is OfSide.BOTH]
        if both:
            shown = tuple(self._participant(attendee, False) for attendee in both)
            sides.append(Side(name=self._word(N_("Both sides")), is_home=False, participants=shown))
        return tuple(sides)

    def _precedence(self, attendee: Attendee) -> tuple[int, int, int]:
        """As an officer placed them; those left at one place by the protocol rank of their post."""
        post = attendee.person.post_on(self.item.day or self.as_of) if attendee.person else None
        rank = post.protocol_rank if post and post.protocol_rank else 999
        return attendee.position, rank, attendee.id

    def _participant(self, attendee: Attendee, is_home: bool) -> Participant:
        title = attendee.title.text(self.language)
        absent = attendee.attendance in (Attendance.ABSENT, Attendance.EXCUSED)
        if attendee.person is None:
            if attendee.count is not None or not title:
                return Participant(group=title, count=attendee.count, absent=absent)
            return Participant(post=title, absent=absent)
        if not title:
            post = attendee.person.post_on(self.item.day or self.as_of)
            title = post.title.text(self.language) if post else ""
        return Participant(name=self._name(attendee.person, is_home), post=title, absent=absent)

    def _name(self, person: Person, is_home: bool) -> str:
        """A guest's name in Korean stands with its original: ``에드윈 리(Edwin M. Lee)``."""
        name = person.name.text(self.language)
        original = person.name_en or person.name_local
        if self.language == Language.KOREAN and not is_home and original and original != name:
            return f"{name}({original})"
        return name

    def _day_item(self, other: ProgrammeItem) -> DayItem:
        notes = [
            write_people(other.audience_count, self.language) if other.audience_count else "",
            self._interpretation(other),
        ]
        return DayItem(
            title=other.title.text(self.language),
            starts=other.starts_at,
            ends=other.ends_at,
            place=self._place(other),
            note=", ".join(filter(None, notes)),
        )

    def _signed(self, agreement: Agreement) -> SignedAgreement:
        commitments = [one for one in agreement.commitments if not one.is_archived]
        reported = [one for one in commitments if one.text_basis is TextBasis.AS_REPORTED]
        return SignedAgreement(
            title=agreement.title.text(self.language),
            kind=self._word(agreement.kind.label),
            lineage="; ".join(self._lineage(agreement)),
            areas=tuple(area.name.text(self.language) for area in agreement.areas),
            commitments=tuple(one.text.text(self.language) for one in commitments),
            as_reported=bool(reported),
            source=next((one.source for one in reported if one.source), ""),
        )

    def _lineage(self, agreement: Agreement) -> list[str]:
        told = []
        for link in agreement.links:
            if link.is_archived:
                continue
            if link.target is None:
                paper = link.target_text or ""
            else:
                paper = link.target.title.text(self.language)
                if link.target.signed:
                    paper += f" ({write_partial_date(link.target.signed.iso, self.language)})"
            told.append(f"{self._word(link.relation.label)}: {paper}")
        return told

    def _tie(self, tie: Partnership) -> Tie:
        founding = tie.founding
        day = self.item.day or self.as_of
        own = own_label(tie, tie.tier, day, self.language)
        offices = read_office_labels().called(tie.home_id, tie.tier, day, self.language)
        label = own.label if own else offices or self._word(tie.tier.label)
        return Tie(
            partner=tie.partner.name.text(self.language),
            tier=label,
            since=founding.founded.iso if founding and founding.founded else "",
            source=founding.source if founding else "",
            question=self._question(tie, founding),
            agreements=tuple(
                PriorAgreement(
                    title=agreement.title.text(self.language),
                    signed_on=agreement.signed.iso if agreement.signed else "",
                )
                for agreement in self.event.earlier[tie.id]
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
        return self._word(N_("Other sources say %(claims)s")) % {"claims": "; ".join(told)} if told else ""

    def _claim(self, claim: FoundingClaim) -> str:
        parts = [self._date(claim.founded), "" if claim.tier is Tier.UNSPECIFIED else self._word(claim.tier.label)]
        return f"{' '.join(filter(None, parts))} ({claim.source})"

    def _date(self, value: PartialDate | None) -> str:
        return write_partial_date(value.iso, self.language) if value else ""
