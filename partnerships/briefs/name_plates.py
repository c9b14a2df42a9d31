"""Name plates (명패): who sits where, to be printed, folded and put on the table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from partnerships.briefs.paper import Gap, Paper
from partnerships.languages import N_, Language
from partnerships.models.person import Person
from partnerships.models.visit import Attendee, ProgrammeItem
from partnerships.queries.visit.seating import seating_of, stays_away

# How many plates stand on a page.
SIZES: Final[Mapping[str, int]] = {"large": 1, "medium": 2, "small": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """One plate: the name in its own script, the same in the other, and the post."""

    name: str
    name_language: str
    other: str = ""
    other_language: str = ""
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePlates(Paper):
    """The plates of one programme item, guests first, each side by precedence."""

    KIND: ClassVar[str] = "name-plates"
    NAME: ClassVar[str] = N_("Name plates")
    TEMPLATE: ClassVar[str] = "briefs/name_plates.html"

    size: str = "medium"
    plates: tuple[Plate, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return ()


def compose_name_plates(
    item: ProgrammeItem, language: Language, size: str, as_of: date, shows: Callable[[Person], bool]
) -> NamePlates:
    """The plates of those who attend ``item`` by name or by post; groups and those who stay away have none.

    Posts are written in ``language``; a person whom ``shows`` withholds has a plate with the post alone.
    """
    home, guests = seating_of(item)
    plates = [
        *(_plate(one, language, Language.ENGLISH, shows) for one in guests if _has_plate(one)),
        *(_plate(one, language, Language.KOREAN, shows) for one in home if _has_plate(one)),
    ]
    return NamePlates(
        language=language,
        as_of=as_of,
        title=item.title.text(language),
        size=size,
        plates=tuple(plate for plate in plates if plate is not None),
    )


def _has_plate(attendee: Attendee) -> bool:
    return attendee.count in (None, 1) and not stays_away(attendee)


def _plate(attendee: Attendee, language: Language, own: Language, shows: Callable[[Person], bool]) -> Plate | None:
    """``own`` is the script that their side reads: it stands large, the other below."""
    title = attendee.title.text(language)
    if attendee.person is None or not shows(attendee.person):
        return Plate(name=title, name_language=language) if title else None
    name = attendee.person.name
    return Plate(
        name=name.text(own),
        name_language=own if (name.ko if own is Language.KOREAN else name.en) else own.other,
        other=name.other(own),
        other_language=own.other if name.other(own) else "",
        post=title,
    )
