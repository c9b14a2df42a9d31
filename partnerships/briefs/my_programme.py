"""My programme: the visit as one participant sees it, on a sheet or two to carry along."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import ClassVar, Final

from partnerships.briefs.paper import Gap, Paper
from partnerships.briefs.visit_book import Contact, Stay
from partnerships.languages import N_


class Part(StrEnum):
    """A part of the paper that can be missing."""

    ITEMS = "items"
    HOURS = "hours"
    PLACES = "places"
    CONTACTS = "contacts"


LABELS: Final[Mapping[str, str]] = {
    Part.ITEMS: N_("Programme not decided"),
    Part.HOURS: N_("Items without an hour"),
    Part.PLACES: N_("Items without a place"),
    Part.CONTACTS: N_("Team not named"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnItem:
    """One item that the participant attends.

    ``for_all`` says that nobody is listed there, so that the whole delegation goes. ``seat`` is their number on the
    seating plan, ``meets`` who stands first on the other side.
    """

    title: str
    kind: str = ""
    starts: time | None = None
    ends: time | None = None
    home_starts: datetime | None = None
    place: str = ""
    interpretation: str = ""
    meets: str = ""
    seat: int | None = None
    for_all: bool = False
    excused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDay:
    """One day (``None`` while it is open) with what the participant attends; ``city`` where the visit has several."""

    day: date | None
    city: str = ""
    zone_words: str = ""
    items: tuple[OwnItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MyProgramme(Paper):
    """The visit of one participant. ``arrival``, ``departure`` and ``hotel`` are their own, in drafts only."""

    KIND: ClassVar[str] = "my-programme"
    NAME: ClassVar[str] = N_("My programme")
    TEMPLATE: ClassVar[str] = "briefs/my_programme.html"
    LABELS: ClassVar[Mapping[str, str]] = LABELS

    visit: str = ""
    name: str = ""
    post: str = ""
    role: str = ""
    party: str = ""
    language_spoken: str = ""
    starts: str = ""
    ends: str = ""
    completed: bool = False
    is_example: bool = False
    arrival: str = ""
    departure: str = ""
    hotel: str = ""
    stays: tuple[Stay, ...] = ()
    days: tuple[OwnDay, ...] = ()
    contacts: tuple[Contact, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What the participant would ask for."""
        items = [item for day in self.days for item in day.items]
        missing = {
            Part.ITEMS: not items,
            Part.HOURS: any(item.starts is None for item in items),
            Part.PLACES: any(not item.place for item in items),
            Part.CONTACTS: not self.contacts,
        }
        return tuple(Gap(part=part, label=LABELS[part], on_sheet=part is Part.ITEMS) for part in Part if missing[part])
