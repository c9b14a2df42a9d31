"""One clash of a programme: of what kind it is, which items it is about, and what explains it."""

from dataclasses import dataclass
from enum import StrEnum

from partnerships.models.person import Person
from partnerships.models.types import Bilingual
from partnerships.models.visit import ProgrammeItem


class ClashKind(StrEnum):
    """What clashes."""

    ORDER = "order"  # ends before it begins
    LEG = "leg"  # outside its stay; without one, outside the visit or all of its stays
    PLACE = "place"  # a room twice
    PERSON = "person"  # a person twice
    TRAVEL = "travel"  # no time for the way
    INTERPRETATION = "interpretation"  # needed, and none is said
    INTERPRETER = "interpreter"  # said, and nobody is there to do it


@dataclass(frozen=True)
class Clash:
    """An item that cannot be as it is, by itself (``second`` is ``None``) or beside another.

    ``second`` may belong to another visit, which is loaded with it. ``needed`` and ``there_is`` are minutes of travel,
    ``languages`` what is spoken there beside the home side's own.
    """

    kind: ClashKind
    first: ProgrammeItem
    second: ProgrammeItem | None = None
    person: Person | None = None
    # Who it is, of somebody who is known by the post alone.
    post: Bilingual | None = None
    needed: int | None = None
    there_is: int | None = None
    languages: tuple[str, ...] = ()

    @property
    def is_elsewhere(self) -> bool:
        """Whether the other item is one of another visit."""
        return self.second is not None and self.second.visit_id != self.first.visit_id

    @property
    def is_hard(self) -> bool:
        """Whether it cannot be; else it only needs a second look."""
        return self.kind in (ClashKind.ORDER, ClashKind.LEG, ClashKind.PLACE, ClashKind.PERSON)
