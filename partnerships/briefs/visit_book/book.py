"""The book itself: its sections, and what it lacks."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, Final, Self

from partnerships.briefs.catalogue import translations_of
from partnerships.briefs.paper import Edition, Gap, OpenQuestion, Paper
from partnerships.briefs.pieces import Attachment
from partnerships.briefs.visit_book.meeting import Meeting
from partnerships.briefs.visit_book.people import Address, Biography, Contact, Need, Party
from partnerships.briefs.visit_book.programme import ProgrammeDay, Stay
from partnerships.briefs.visit_book.standing import CityProfile, TieState
from partnerships.briefs.visit_book.untranslated import korean_places
from partnerships.languages import N_, Language


class Section(StrEnum):
    """A section of the book, in its order."""

    OVERVIEW = "overview"
    PROGRAMME = "programme"
    DELEGATIONS = "delegations"
    MEETINGS = "meetings"
    BIOGRAPHIES = "biographies"
    TIES = "ties"
    CITIES = "cities"
    PROTOCOL = "protocol"
    CONTACTS = "contacts"
    ANNEXES = "annexes"


TITLES: Final[Mapping[Section, str]] = {
    Section.OVERVIEW: N_("Overview of the visit"),
    Section.PROGRAMME: N_("Programme day by day"),
    Section.DELEGATIONS: N_("Who takes part"),
    Section.MEETINGS: N_("Meetings"),
    Section.BIOGRAPHIES: N_("Biographies"),
    Section.TIES: N_("State of the ties"),
    Section.CITIES: N_("City profile"),
    Section.PROTOCOL: N_("Protocol notes"),
    Section.CONTACTS: N_("Whom to call"),
    Section.ANNEXES: N_("Annexes"),
}


class Part(StrEnum):
    """A part of the book that can be missing, of the whole or of one meeting."""

    OUTCOME = "outcome"
    PERIOD = "period"
    PROGRAMME = "programme"
    HOURS = "hours"
    MEMBERS = "members"
    BIOGRAPHY = "biography"
    TIES = "ties"
    PROFILE = "profile"
    STALE = "stale"
    TEAM = "team"
    DATE = "date"
    TIME = "time"
    PLACE = "place"
    HOME_SIDE = "home_side"
    GUEST_SIDE = "guest_side"
    CONTENTS = "contents"
    ORDER = "order"
    SEATING = "seating"
    POINTS = "points"
    QUESTIONS = "questions"
    AGREED = "agreed"
    FILES = "files"
    KOREAN_ONLY = "korean_only"


LABELS: Final[Mapping[str, str]] = {
    Part.OUTCOME: N_("Desired outcome not written"),
    Part.PERIOD: N_("Days of the visit not decided"),
    Part.PROGRAMME: N_("Programme not decided"),
    Part.HOURS: N_("Items without an hour"),
    Part.MEMBERS: N_("Delegation not known"),
    Part.BIOGRAPHY: N_("Biography not written"),
    Part.TIES: N_("Ties so far not recorded"),
    Part.PROFILE: N_("City profile not recorded"),
    Part.STALE: N_("Facts older than two years"),
    Part.TEAM: N_("Team not named"),
    Part.DATE: N_("Date not decided"),
    Part.TIME: N_("Time not decided"),
    Part.PLACE: N_("Place not decided"),
    Part.HOME_SIDE: N_("Our participants not decided"),
    Part.GUEST_SIDE: N_("Guest participants not decided"),
    Part.CONTENTS: N_("Main contents not written"),
    Part.ORDER: N_("Order of ceremony not decided"),
    Part.SEATING: N_("Seating plan not decided"),
    Part.POINTS: N_("Talking points not written"),
    Part.QUESTIONS: N_("No questions anticipated"),
    Part.AGREED: N_("What the agreement says not recorded"),
    Part.FILES: N_("Documents without a file"),
    Part.KOREAN_ONLY: N_("Only in Korean"),
}
# What a visit must have had: missing, it prints even when the visit is over.
NEEDED: Final = frozenset(
    {Part.PERIOD, Part.PROGRAMME, Part.MEMBERS, Part.DATE, Part.PLACE, Part.HOME_SIDE, Part.GUEST_SIDE}
)
# What is told by the checklist alone, because the sheet says it elsewhere or need not say it at all.
CHECKLIST_ONLY: Final = frozenset(
    {
        Part.HOURS,
        Part.STALE,
        Part.TEAM,
        Part.FILES,
        Part.QUESTIONS,
        Part.TIES,
        Part.PROFILE,
        Part.BIOGRAPHY,
        Part.KOREAN_ONLY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitBook(Paper):
    """A whole visit read out in one language and one edition. ``starts`` and ``ends`` are partial dates."""

    KIND: ClassVar[str] = "visit-book"
    NAME: ClassVar[str] = N_("Visit book")
    TEMPLATE: ClassVar[str] = "briefs/visit_book.html"
    LABELS: ClassVar[Mapping[str, str]] = LABELS

    visit: str = ""
    direction: str = ""
    kind: str = ""
    status: str = ""
    completed: bool = False
    starts: str = ""
    ends: str = ""
    # Who travels, and who receives them.
    travellers: str = ""
    hosts: str = ""
    size: int | None = None
    size_is_about: bool = False
    size_breakdown: str = ""
    purpose: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    travel_order: str = ""
    is_example: bool = False

    stays: tuple[Stay, ...] = ()
    days: tuple[ProgrammeDay, ...] = ()
    parties: tuple[Party, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    biographies: tuple[Biography, ...] = ()
    # Heads of whom nothing is written.
    unwritten: tuple[str, ...] = ()
    ties: tuple[TieState, ...] = ()
    cities: tuple[CityProfile, ...] = ()
    addresses: tuple[Address, ...] = ()
    needs: tuple[Need, ...] = ()
    contacts: tuple[Contact, ...] = ()
    annexes: tuple[Attachment, ...] = ()

    @property
    def sections(self) -> tuple[tuple[Section, str], ...]:
        """The sections that the book has, each with its title (a msgid), in their order."""
        present = {
            Section.OVERVIEW: True,
            Section.PROGRAMME: bool(self.days) or Part.PROGRAMME in self._printed,
            Section.DELEGATIONS: bool(self.parties) or Part.MEMBERS in self._printed,
            Section.MEETINGS: bool(self.meetings),
            Section.BIOGRAPHIES: bool(self.biographies),
            Section.TIES: bool(self.ties),
            Section.CITIES: bool(self.cities),
            Section.PROTOCOL: bool(self.addresses or self.needs),
            Section.CONTACTS: bool(self.contacts),
            Section.ANNEXES: bool(self.annexes),
        }
        return tuple((section, TITLES[section]) for section in Section if present[section])

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What the sources disagree about in the founding of the ties."""
        ties = [state.tie for state in self.ties]
        return tuple(OpenQuestion(subject=tie.partner, question=tie.question) for tie in ties if tie.question)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What the book lacks: of the whole first, then meeting by meeting."""
        own = [(part, "") for part in Part if self._lacks(part)]
        own += [(Part.BIOGRAPHY, name) for name in self.unwritten]
        own += [
            (Part.STALE, f"{city.name}, {fact.label}") for city in self.cities for fact in city.facts if fact.is_stale
        ]
        own += [(Part(name), meeting.title) for meeting in self.meetings for name in meeting.gaps]
        if self.language == Language.ENGLISH and (places := korean_places(self)):
            own.append((Part.KOREAN_ONLY, ", ".join(places)))
        return tuple(Gap(part=part, label=LABELS[part], on_sheet=self.prints(part), where=where) for part, where in own)

    def prints(self, part: str) -> bool:
        """Whether the sheet says that ``part`` is missing, should it be.

        Before the visit every part may still come, so every gap prints; afterwards those that may rightly never have
        existed stay in the checklist. A public edition prints none of what is still being arranged.
        """
        if part in CHECKLIST_ONLY:
            return False
        return part in NEEDED or not (self.completed or self.edition is Edition.PUBLIC)

    def gaps_of_item(self, item: int) -> int | None:
        """How much the sheet of an item of the programme lacks, by the item's number; ``None`` without a sheet."""
        return next((len(meeting.gaps) for meeting in self.meetings if meeting.item == item), None)

    def for_keeping(self) -> Self:
        """Without what participants need: it is erased when its time is over, and an issued paper never changes."""
        if not self.needs:
            return self
        left_out = translations_of(self.language).gettext(N_("Needs of those who take part (in drafts only)"))
        return replace(self, needs=(), omissions=(*self.omissions, left_out))

    @property
    def _printed(self) -> frozenset[Part]:
        return frozenset(part for part in Part if self._lacks(part) and self.prints(part))

    def _lacks(self, part: Part) -> bool:
        """Whether the whole lacks ``part``; what a single meeting lacks is not asked here."""
        entries = [entry for day in self.days for entry in day.entries]
        missing = {
            Part.OUTCOME: not self.outcome,
            Part.PERIOD: not self.starts,
            Part.PROGRAMME: not entries,
            Part.HOURS: any(entry.starts is None for entry in entries),
            Part.MEMBERS: not any(party.delegates and not party.by_programme for party in self.parties),
            Part.TIES: not self.ties,
            Part.PROFILE: not any(city.facts for city in self.cities),
            Part.TEAM: not self.contacts and self.edition is Edition.INTERNAL,
            Part.FILES: any(not annex.has_file for annex in self.annexes),
        }
        return missing.get(part, False)
